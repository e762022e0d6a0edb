"""How often the intervals hold the truth on the stored grid, and how often a spread is claimed.

`coverage_found.yaml` holds what came out of all draws of the stored seed, and of the first hundred
of each cell. Those hundred are drawn anew here: they must come out the same.
"""

from dataclasses import replace

import pytest

from tests.statistics.deciders.coverage import GRID, NAMES, drawn
from tests.statistics.deciders.pages import AGAIN, PAGE, SPREAD
from tests.weight import PROVE
from waterpas.results import Interval

pytestmark = pytest.mark.proof

BARS = GRID["bars"]
PAIRS = SPREAD.pairs
LARGE = [pair for pair in PAIRS if pair[0]["large"]]
FLAT = [pair for pair in PAIRS if pair[0]["sd"] == 0]
CELL = LARGE[0][0]


def outside_the_bars(held, draws):
    """Intervals that hold the truth too seldom, or too often, beyond the error of drawing."""
    low, high = BARS["large"]
    more = BARS["sampling_error"] * (GRID["draws"] / draws) ** 0.5
    return [name for name in NAMES if not low - more <= held[name] <= high + more]


def test_at_least_half_of_the_grid_is_large():
    assert 2 * len(LARGE) >= len(PAIRS)


@pytest.mark.parametrize("found", [found for _, found in LARGE])
def test_intervals_of_large_tables_hold_the_truth_as_often_as_they_say(found):
    assert SPREAD.wrong(found) == set()


@pytest.mark.parametrize(("cell", "found"), FLAT)
def test_a_spread_that_is_not_there_is_claimed_at_most_as_often_as_allowed(cell, found):
    assert found["draws"] >= 1000
    assert found["claimed"] <= BARS["claims_without_difference"]


def test_intervals_are_nowhere_so_narrow_that_a_note_must_say_it():
    lowest = min(min(found["held"].values()) for found in SPREAD.found)

    assert lowest >= BARS["note_below"]


@pytest.mark.parametrize(
    ("cell", "found", "other"), SPREAD.repeated() if PROVE else [(*FLAT[0], False)]
)
def test_the_first_draws_come_out_as_they_were_stored(cell, found, other):
    again = drawn(cell, draws=AGAIN, again=other)

    for name in NAMES:
        assert round(again.held[name] * AGAIN) == pytest.approx(found["first"]["held"][name], abs=1)
    assert round(again.claimed * AGAIN) == found["first"]["claimed"]


def test_a_spread_that_is_there_is_found():
    assert drawn(CELL, draws=20).claimed == 1.0


def test_the_page_shows_what_was_found():
    assert SPREAD.table() in PAGE.read_text(encoding="utf-8")
    assert SPREAD.untold() == []


# Positive control: the same code must find an interval that is known to be wrong.


def test_a_planted_interval_that_is_too_narrow_is_found():
    def halved(interval):
        middle, half = (interval.low + interval.high) / 2, (interval.high - interval.low) / 4
        return replace(interval, low=middle - half, high=middle + half)

    found = drawn(CELL, draws=60, change=halved)

    assert outside_the_bars(found.held, found.draws) == list(NAMES)


def test_an_interval_of_everything_holds_too_often():
    def everything(interval):
        return Interval(-9.0, 9.0, interval.level)

    found = drawn(CELL, draws=10, change=everything)

    assert outside_the_bars(found.held, GRID["draws"]) == list(NAMES)


def test_an_interval_outside_the_bars_must_be_drawn_again_and_then_lie_within_them():
    low, good = ({"held": dict.fromkeys(NAMES, share)} for share in (0.93, 0.95))

    assert SPREAD.wrong(low) == SPREAD.wrong({**low, "again": low}) == set(NAMES)
    assert SPREAD.wrong({**low, "again": good}) == set()
