"""How often the intervals hold the truth, over the grid that was fixed before the code."""

import pytest

from tests.statistics.frozen import frozen
from tests.statistics.grids import Grid
from tests.statistics.pay import draws
from tests.statistics.pay.draws import GRID, PARTS, held
from tests.statistics.pay.page import row
from waterpas.measure.paid import means, quantiles, scales
from waterpas.results import Interval

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="pay",
    grid=GRID,
    parts=list(PARTS),
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"means": [3, 13], "quantiles": [6]},
    held=held,
    row=row,
    noteless=True,
)


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, at):
    assert INTERVALS.wrong(part, at) == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


# Positive controls: the same code must find an interval that is known to be wrong.


def test_an_interval_that_forgets_the_reference_is_found(monkeypatch):
    monkeypatch.setattr(
        means, "apart_pull", lambda staff, values: means.mean_pull(staff, values, staff.group)
    )
    cell = GRID["means"][4]  # as many on both sides

    assert draws.held_means(cell, frozen([1]), 200)["gap"] < 0.9


def test_parts_that_forget_how_people_lie_over_scales_are_found(monkeypatch):
    whole = scales._pull

    def forgets(staff, own, side, of_share, of_mean):
        return whole(staff, own, side, 0 * of_share, of_mean)

    monkeypatch.setattr(scales, "_pull", forgets)

    assert draws.held_means(GRID["means"][3], frozen([2]), 200)["composition"] < 0.9


def test_quantiles_with_the_ends_of_one_side_only_are_found(monkeypatch):
    def forgets(ours, theirs, share):
        ends = ours.ends(share, 0.8)
        return lambda level: Interval(*(each - theirs.at(share) for each in ends), level)

    monkeypatch.setattr(quantiles, "_intervals", forgets)

    assert draws.held_quantiles(GRID["quantiles"][2], frozen([3]), 200)["q50"] < 0.9
