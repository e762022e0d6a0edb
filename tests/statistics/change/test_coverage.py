"""How often the intervals hold the truth, over the grid that was fixed before the code."""

import numpy as np
import pytest

from tests.statistics.change import draws
from tests.statistics.change.draws import GRID, PARTS, held
from tests.statistics.change.page import row
from tests.statistics.grids import Grid
from waterpas.measure.changes import trend

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="change",
    grid=GRID,
    parts=list(PARTS),
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"before_after": [0, 3, 12], "beyond": [0], "over_time": [5], "rounded": [2]},
    held=held,
    row=row,
)


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, at):
    assert INTERVALS.wrong(part, at) == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


def test_rounded_counts_taken_as_exact_hold_the_truth_too_seldom(monkeypatch):
    # Of 3.5 people out of 70 tens make mostly nobody, of 7 mostly ten: a larger step than it was.
    monkeypatch.setattr(trend, "rounding_reach", lambda design, _: np.zeros((2, design.shape[1])))
    found = draws.held_rounded(GRID["rounded"][2], np.random.default_rng(3), 400)

    assert found["step"] < 0.92


# Positive controls: the same code must find an interval that is known to be wrong.


def test_an_interval_that_forgets_the_gap_before_is_found(monkeypatch):
    whole = draws.interval_of

    def forgets(terms, **more):
        return whole(terms[:2], **more) if len(terms) == 4 else whole(terms, **more)

    monkeypatch.setattr(draws, "interval_of", forgets)

    assert INTERVALS.faults("before_after", 1, held("before_after", 1)) != []


def test_an_interval_that_forgets_the_ups_and_downs_is_found(monkeypatch):
    monkeypatch.setattr(draws, "dispersion", lambda places, *, of: 1.0)
    found = draws.held_before_after(GRID["before_after"][9], np.random.default_rng(1), 300)

    assert found["change"] < 0.9


def test_newey_west_alone_holds_the_truth_too_seldom(monkeypatch):
    # With the quantile of Student: what most software gives.
    monkeypatch.setattr(trend, "fading_reach", lambda design, *_, **__: np.zeros(design.shape[1]))
    monkeypatch.setattr(trend, "fixed_b", lambda *_: 0.0)
    found = draws.held_over_time(GRID["over_time"][0], np.random.default_rng(2), 400)

    assert found["step"] < 0.92
