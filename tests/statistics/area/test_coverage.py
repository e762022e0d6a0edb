"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from dataclasses import replace

import pytest

from tests.statistics.area import draws
from tests.statistics.area.draws import GRID, PARTS, claimed, held
from tests.statistics.area.page import found_row, row
from tests.statistics.grids import PAGES, Grid
from waterpas.measure.areas import chance
from waterpas.results import Interval

pytestmark = pytest.mark.proof

FOUND_TENTH = {"people": [], "classes": [1]}
INTERVALS = Grid(
    page="area",
    grid=GRID,
    parts=PARTS,
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"bounds": [8, 16], "classes": [2]},
    held=held,
    row=row,
)


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, at):
    assert INTERVALS.wrong(part, at) == []


@pytest.mark.parametrize("kind", list(FOUND_TENTH))
def test_nothing_is_claimed_without_a_difference_and_a_planted_one_is_found(kind, prove):
    cases, searches = GRID["searches"][kind], GRID["searches"]
    text, wrong = (PAGES / "area.md").read_text(encoding="utf-8").splitlines(), []
    for at in range(len(cases)) if prove else FOUND_TENTH[kind]:
        shares = [
            claimed(kind, at, planted=planted, data_sets=searches["data_sets"])
            for planted in (False, True)
        ]
        if shares[0] > searches["most"] or shares[1] < cases[at]["found"]:
            wrong.append(f"{kind} {at}: {shares}")
        if found_row(kind, at, shares) not in text:
            wrong.append(f"not on the page: {found_row(kind, at, shares)}")

    assert wrong == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


# Positive controls: the same code must find an interval that is known to be wrong.


def test_bounds_without_an_interval_of_chance_are_found(monkeypatch):
    def no_chance(part, *_):
        return Interval(part.rate, part.rate)

    monkeypatch.setattr(chance, "_around", no_chance)

    assert INTERVALS.outside(held("bounds", 0))


def test_a_one_sided_interval_where_bounds_have_no_width_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: 2 * level - 1)

    assert INTERVALS.outside(held("bounds", 10))


def test_a_two_sided_interval_where_bounds_are_wide_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: level)

    assert INTERVALS.outside(held("bounds", 0))


def test_a_search_that_claims_more_than_it_may_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: 0.5)

    assert draws.claimed("people", 0, planted=False, data_sets=200) > GRID["searches"]["most"]


def test_an_interval_drawn_again_of_which_the_page_does_not_tell_is_found():
    def shares(*_, again=False):
        return {"whole": 0.955 if again else 0.931}

    assert "not told: whole, again 95,5" in replace(INTERVALS, held=shares).wrong("bounds", 8)
