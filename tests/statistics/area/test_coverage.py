"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from pathlib import Path

import pytest

from tests.statistics.area import draws
from tests.statistics.area.draws import GRID, PARTS, claimed, held
from tests.statistics.area.page import found_row, row
from waterpas.measure.areas import chance
from waterpas.results import Interval

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "area.md"
# The tenth: cells that are quick to draw, large and small ones.
TENTH = {"bounds": [8, 16], "classes": [2]}
FOUND_TENTH = {"people": [], "classes": [1]}


def outside(share):
    return not GRID["bars"]["lowest"] <= share <= GRID["bars"]["highest"]


def faults(part, at, share):
    """What lies outside the bars, and again with more draws; small cells have no bars."""
    if not GRID[part][at].get("large") or not outside(share):
        return []
    again = held(part, at, again=1)
    return [f"{part} {at}: {share:.4f}, {again:.4f}"] if outside(again) else []


@pytest.mark.parametrize("part", PARTS)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, prove):
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
    for at in range(len(GRID[part])) if prove else TENTH[part]:
        share = held(part, at)
        wrong += faults(part, at, share)
        if row(part, at, share) not in text:
            wrong.append(f"not on the page: {row(part, at, share)}")

    assert wrong == []


@pytest.mark.parametrize("kind", list(FOUND_TENTH))
def test_nothing_is_claimed_without_a_difference_and_a_planted_one_is_found(kind, prove):
    cases, searches = GRID["searches"][kind], GRID["searches"]
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
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
    every = [cell for part in PARTS for cell in GRID[part]]
    tenth = [GRID[part][at] for part in PARTS for at in TENTH[part]]

    assert sum(bool(cell.get("large")) for cell in every) >= len(every) / 2
    assert {bool(cell.get("large")) for cell in tenth} == {True, False}


# Positive controls: the same code must find an interval that is known to be wrong.


def test_bounds_without_an_interval_of_chance_are_found(monkeypatch):
    def no_chance(part, *_):
        return Interval(part.rate, part.rate)

    monkeypatch.setattr(chance, "_around", no_chance)

    assert outside(held("bounds", 0))


def test_a_one_sided_interval_where_bounds_have_no_width_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: 2 * level - 1)

    assert outside(held("bounds", 10))


def test_a_two_sided_interval_where_bounds_are_wide_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: level)

    assert outside(held("bounds", 0))


def test_a_search_that_claims_more_than_it_may_is_found(monkeypatch):
    monkeypatch.setattr(chance, "_inner_level", lambda *_, level: 0.5)

    assert draws.claimed("people", 0, planted=False, data_sets=200) > GRID["searches"]["most"]
