"""How often the intervals of rounded and hidden counts hold the truth, over their own grid."""

import pytest

from tests.statistics.frozen import frozen
from tests.statistics.grids import Grid
from tests.statistics.pay import rough_draws
from tests.statistics.pay.rough_draws import GRID, held, row
from waterpas.measure.paid import boxes, rough

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="pay",
    grid=GRID,
    parts=["rounded"],
    tenth={"rounded": [6, 10]},
    held=held,
    row=row,
    noteless=True,
)


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_at_least_as_often_as_they_say(part, at):
    assert INTERVALS.wrong(part, at) == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


# Positive controls: the same code must find intervals that are known to be wrong.


def test_an_interval_that_forgets_chance_is_found(monkeypatch):
    monkeypatch.setattr(rough, "sqrt", lambda variance: 1e-3)

    assert rough_draws.held_in(GRID["rounded"][6], frozen([1]), 200)[0]["gap"] < 0.9


def test_ends_that_forget_what_rounding_does_are_found(monkeypatch):
    def printed(box):
        people = (box.low + box.high) / 2
        mean = float((box.amount * people).sum() / people.sum())
        return mean, mean

    monkeypatch.setattr(boxes.Box, "mean", printed)

    with pytest.raises(AssertionError):
        rough_draws.held_in(GRID["rounded"][4], frozen([2]), 50)
