"""How often the intervals hold the truth on the stored grid, and how often a spread is claimed."""

from dataclasses import replace

import pytest

from tests.statistics.deciders.coverage import GRID, NAMES, drawn
from tests.weight import PROVE
from waterpas.results import Interval

pytestmark = pytest.mark.proof

CELLS, BARS = GRID["cells"], GRID["bars"]
LARGE = [cell for cell in CELLS if cell["large"]]
FLAT = [cell for cell in CELLS if cell["sd"] == 0]
# The tenth that runs each time: one cell of each kind, with a tenth of the draws.
DRAWS = GRID["draws"] if PROVE else GRID["draws"] // 10


def spare(draws):
    """Two standard errors of a share of .95 in so many draws."""
    return 2 * (0.95 * 0.05 / draws) ** 0.5


def outside_the_bars(found):
    """Intervals that hold the truth too seldom, or too often, for the number of draws."""
    low, high = BARS["large"]
    more = spare(found.draws) if found.draws < GRID["draws"] else 0.0
    return [name for name in NAMES if not low - more <= found.held[name] <= high + more]


def test_at_least_half_of_the_grid_is_large():
    assert 2 * len(LARGE) >= len(CELLS)


@pytest.mark.parametrize("cell", LARGE if PROVE else LARGE[:1], ids=str)
def test_intervals_of_large_tables_hold_the_truth_as_often_as_they_say(cell):
    assert outside_the_bars(drawn(cell, draws=DRAWS)) == []


@pytest.mark.parametrize("cell", FLAT if PROVE else FLAT[:1], ids=str)
def test_a_spread_that_is_not_there_is_claimed_at_most_as_often_as_allowed(cell):
    draws = 1000 if PROVE else 200
    more = 0 if PROVE else 2 * (0.05 * 0.95 / draws) ** 0.5

    assert drawn(cell, draws=draws).claimed <= BARS["claims_without_difference"] + more


def test_a_spread_that_is_there_is_found():
    assert drawn(LARGE[0], draws=50).claimed == 1.0


# Positive control: the same code must find an interval that is known to be wrong.


def test_a_planted_interval_that_is_too_narrow_is_found():
    def halved(interval):
        middle, half = (interval.low + interval.high) / 2, (interval.high - interval.low) / 4
        return replace(interval, low=middle - half, high=middle + half)

    assert outside_the_bars(drawn(LARGE[0], draws=60, change=halved)) == list(NAMES)


def test_an_interval_of_everything_holds_too_often():
    def everything(interval):
        return Interval(-9.0, 9.0, interval.level)

    found = drawn(LARGE[0], draws=20, change=everything)

    assert set(found.held.values()) == {1.0}
