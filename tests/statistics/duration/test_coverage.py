"""How often the intervals hold the truth, over the grid that was fixed before the code."""

import numpy as np
import pytest

from tests.statistics.duration import draws
from tests.statistics.duration.draws import GRID, held
from tests.statistics.duration.page import row
from tests.statistics.grids import Grid
from waterpas.measure.waiting import found as found_module
from waterpas.measure.waiting.curve import Mean

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="duration",
    grid=GRID,
    parts=["cells"],
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"cells": [1, 8]},
    held=held,
    row=row,
    noteless=True,
)


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, at):
    """In small cells too no shown interval is under `note_below`: no result needs a note."""
    assert INTERVALS.wrong(part, at) == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


# Positive controls: the same code must find an interval that is known to be wrong.


def test_a_mean_that_takes_who_gave_up_for_decided_is_found(monkeypatch):
    def naive(curve, horizon):
        values = np.minimum(curve.days, horizon)
        return Mean(float(values.mean()), float(values.std() / len(values) ** 0.5))

    monkeypatch.setattr(found_module, "restricted_mean", naive)
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [each for each in INTERVALS.faults("cells", 2, held("cells", 2)) if "mean" in each]


def test_a_share_that_leaves_out_who_is_open_is_found(monkeypatch):
    whole = found_module.share_of

    def closed(waits, day, ending):
        kept = draws.Waits(waits.days, waits.decided, waits.gave_up, 0 * waits.still_open)
        return whole(kept, day, ending)

    monkeypatch.setattr(found_module, "share_of", closed)
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [
        each
        for each in INTERVALS.faults("cells", 6, held("cells", 6))
        if "gave-up" in each or "within" in each
    ]
