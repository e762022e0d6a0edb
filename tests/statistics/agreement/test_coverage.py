"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from dataclasses import replace
from functools import cache

import pytest

from tests.statistics.agreement import draws
from tests.statistics.agreement.draws import GRID, PARTS, cell_of, held, several_drawn
from tests.statistics.agreement.page import row
from tests.statistics.frozen import frozen
from tests.statistics.grids import Grid
from waterpas.measure.agreements import beyond_chance
from waterpas.measure.agreements.figures import (
    FEW_FILES,
    FEW_OF_A_KIND,
    FEW_RATERS,
    rarest,
)

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="agreement",
    grid=GRID,
    parts=PARTS,
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"pairs": [0, 7], "several": [4], "numbers": [6]},
    held=cache(held),
    row=row,
)
PLANTED = replace(INTERVALS, held=held)  # drawn anew, with a fault in it
# The cells in which an interval holds the truth less often than 92 times of 100.
NARROW = [("several", 6), ("numbers", 6)]


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, at):
    assert INTERVALS.wrong(part, at) == []


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_an_interval_under_the_bar_for_it_has_its_note(part, at):
    low = min(INTERVALS.held(part, at).values()) < GRID["bars"]["note_below"]

    assert low == ((part, at) in NARROW)


@pytest.mark.parametrize(("part", "at"), NARROW)
def test_nearly_every_result_of_such_a_table_says_so(part, at):
    cell = cell_of(part, at)
    if part == "numbers":
        assert cell["raters"] < FEW_RATERS or cell["files"] < FEW_FILES
        return
    rng = frozen([GRID["seed"], 9, at])
    notes = [rarest(several_drawn(cell, rng)) < FEW_OF_A_KIND for _ in range(100)]
    assert sum(notes) >= 95


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


# Positive controls: the same code must find an interval that is known to be wrong.


def test_an_error_that_forgets_that_the_kinds_were_counted_too_is_found(monkeypatch):
    """As if chance were known: then the interval is too narrow."""

    def naive(judged):
        value, n = judged.alike.value, judged.n
        return 0.6 * (value * (1 - value) / n) ** 0.5 / (1 - judged.by_chance)

    monkeypatch.setattr(beyond_chance.Judged, "error", property(naive))
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [each for each in PLANTED.faults("pairs", 0, held("pairs", 0)) if "beyond" in each]


def test_raters_who_are_taken_for_one_file_each_are_found(monkeypatch):
    """As if each pair of judgements of one file were a file of its own."""
    monkeypatch.setitem(draws.GRID, "draws", 500)
    monkeypatch.setattr(draws, "AGAIN", 500)

    def as_pairs(judged):
        share = alike(judged)
        return beyond_chance.Share(share.value, 3.0 * share.worth, share.people, share.cases)

    alike = beyond_chance.Judged.alike.func
    monkeypatch.setattr(beyond_chance.Judged, "alike", property(as_pairs))

    assert [each for each in PLANTED.faults("several", 0, held("several", 0)) if "alike" in each]
