"""How often the intervals of the spread of the difference hold the truth, on the stored grid.

`slope_found.yaml` holds what came out of all draws of the stored seed, and of the first hundred of
each cell. Those hundred are drawn anew here: they must come out the same.
"""

import pytest

from tests.statistics.deciders import slope_coverage
from tests.statistics.deciders.pages import AGAIN, PAGE, SLOPE
from tests.statistics.deciders.slope_coverage import GRID, NAMES, drawn, holds, table_of
from tests.statistics.frozen import frozen
from tests.weight import PROVE
from waterpas.measure.mixed.slope_gap import apart_interval
from waterpas.measure.mixed.slopes import random_slope, slope_ends

pytestmark = pytest.mark.proof

BARS = GRID["bars"]
LARGE = [pair for pair in SLOPE.pairs if pair[0]["large"]]
FLAT = [pair for pair in SLOPE.pairs if pair[0]["slope"] == 0]
CELL = LARGE[2][0]


def outside_the_bars(held, draws):
    low, high = BARS["large"]
    more = BARS["sampling_error"] * (GRID["draws"] / draws) ** 0.5
    return [name for name in NAMES if not low - more <= held[name] <= high + more]


def test_at_least_half_of_the_grid_is_large():
    assert 2 * len(LARGE) >= len(SLOPE.pairs)


@pytest.mark.parametrize("found", [found for _, found in LARGE])
def test_intervals_of_large_tables_hold_the_truth_as_often_as_they_say(found):
    assert SLOPE.wrong(found) == set()


@pytest.mark.parametrize(("cell", "found"), FLAT)
def test_a_spread_that_is_not_there_is_claimed_at_most_as_often_as_allowed(cell, found):
    assert found["draws"] >= 1000
    assert found["claimed"] <= BARS["claims_without_difference"]


def test_intervals_are_nowhere_so_narrow_that_a_note_must_say_it():
    lowest = min(min(found["held"].values()) for found in SLOPE.found)

    assert lowest >= BARS["note_below"]


@pytest.mark.parametrize(
    ("cell", "found", "other"), SLOPE.repeated() if PROVE else [(*FLAT[0], False)]
)
def test_the_first_draws_come_out_as_they_were_stored(cell, found, other):
    again = drawn(cell, draws=AGAIN, again=other)

    for name in NAMES:
        assert round(again.held[name] * AGAIN) == pytest.approx(found["first"]["held"][name], abs=1)
    assert round(again.claimed * AGAIN) == found["first"]["claimed"]


def test_the_interval_itself_holds_the_truth_where_the_likelihood_says_so():
    cell, held = SLOPE.pairs[8][0], 0
    rng, truth = frozen([1, 8]), slope_coverage.truth_of(cell)
    for _ in range(40 if PROVE else 15):
        fit = random_slope(*table_of(cell, rng))
        ends = slope_ends(fit, level=GRID["level"])

        said = holds(fit, truth)
        assert said["sd"] == ends.interval.holds(truth["sd"])
        assert said["gap"] == apart_interval(fit, ends).holds(truth["gap"])
        held += said["sd"]
    assert held > 0  # else an interval that never holds it would be compared with itself


def test_a_spread_that_is_there_is_found():
    assert drawn(CELL, draws=10).claimed == 1.0


def test_the_page_shows_what_was_found():
    assert SLOPE.table() in PAGE.read_text(encoding="utf-8")
    assert SLOPE.untold() == []


# Positive control: the same code must find a truth that the intervals do not hold.


def test_a_planted_truth_that_is_too_small_is_found():
    found = drawn(CELL, draws=20, planted={"sd": 0.3, "gap": 0.09})

    assert outside_the_bars(found.held, found.draws) == list(NAMES)
