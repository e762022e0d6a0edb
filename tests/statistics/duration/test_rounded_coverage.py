"""How often what is shown of rounded counts holds the truth, over the grid fixed before."""

from functools import partial

import pytest

from tests.statistics.duration import draws_rounded as draws
from tests.statistics.duration.draws import truths
from tests.statistics.duration.draws_rounded import GRID, found_in, held
from tests.statistics.duration.page import row
from tests.statistics.frozen import frozen
from tests.statistics.grids import Grid
from waterpas.measure.waiting.answers import adjusted_ps, answers_of
from waterpas.measure.waiting.bounds import Bounds
from waterpas.results import Certainty

pytestmark = pytest.mark.proof

INTERVALS = Grid(
    page="duration",
    grid=GRID,
    parts=["cells"],
    # The tenth: cells that are quick to draw, large and small ones.
    tenth={"cells": [3, 5]},
    held=held,
    row=partial(row, grid=GRID),
    noteless=True,
)
DRAWS = 200


@pytest.mark.parametrize(("part", "at"), INTERVALS.tried)
def test_what_is_shown_of_rounded_counts_holds_the_truth_as_often_as_it_says(part, at):
    assert INTERVALS.wrong(part, at) == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    assert INTERVALS.lopsided() == []


def test_bounds_without_chance_are_found(monkeypatch):
    monkeypatch.setattr(draws, "AGAIN", 300)
    monkeypatch.setattr(Bounds, "error", 0.0)

    assert [each for each in INTERVALS.faults("cells", 0, held("cells", 0)) if "mean" in each]


def claimed(cell):
    """In which part of the tables something is called a difference."""
    rng, both = frozen([GRID["seed"], DRAWS]), truths(cell)
    drawn = ([found_in(cell, both, rng)] for _ in range(DRAWS))
    found = [answers_of(each, adjusted_ps(each, across="groep"), across="groep") for each in drawn]
    return sum(any(a.certainty is Certainty.DIFFERENCE for a in each) for each in found) / DRAWS


def test_a_difference_is_found_through_rounding_and_none_where_there_is_none():
    planted = GRID["cells"][1]
    none = {**planted, "scale": [120, 120], "gives_up": [0.003, 0.003]}

    assert claimed(planted) >= 0.75
    assert claimed(none) <= 0.065
