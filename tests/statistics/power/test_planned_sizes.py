"""Whether the library finds the differences that were planned for, over the grid fixed before."""

import os
from pathlib import Path

import pytest

from tests.statistics.power import draws
from tests.statistics.power.draws import DRAWN, GRID, WITHOUT, shares
from tests.statistics.power.page import row
from tests.weight import PROVE
from waterpas.measure.plans import chances

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "power.md"
BARS = GRID["bars"]
CELLS = [(design, at) for design in DRAWN for at in range(len(GRID[design]))]
# The tenth: cells that are quick to draw, of the designs that are counted most, large and small.
TENTH = [("audit", 0), ("audit", 9), ("adjusted", 1), ("intersections", 0), ("chain", 4)]
# A third of the grid is drawn anew by `make prove`, within its time: of each design at least two
# cells. What takes minutes (pay of four groups) is drawn with the rest: WATERPAS_GRID=whole.
THIRD: dict[str, tuple[int, ...]] = {
    "audit": (0, 3, 6, 9),
    "chain": (1, 4),
    "adjusted": (1, 2),
    "intersections": (0, 3),
    "deciders": (1, 4),
    "pay": (0, 3, 5),
    "risk_profile": (0, 3, 5),
    "change": (1, 4),
    "days": (0, 3),
}
CHOSEN = [(design, at) for design, some in THIRD.items() for at in some]
DRAWN_ANEW = CELLS if os.environ.get("WATERPAS_GRID") == "whole" else CHOSEN
CONTROL = 500  # draws are enough to find a formula that is far off


def faults(design, at, found):
    """What lies outside the bars: too high only where the cell is large."""
    highest = BARS["highest"] if GRID[design][at].get("large") else 1.0
    wrong = [] if found[WITHOUT] <= BARS["most_without"] else [f"{WITHOUT} {found[WITHOUT]:.4f}"]
    for way, share in found.items():
        if way != WITHOUT and not BARS["lowest"] <= share <= highest:
            wrong.append(f"{way} {share:.4f}")
    return wrong


@pytest.mark.parametrize(("design", "at"), DRAWN_ANEW if PROVE else TENTH)
def test_the_library_finds_what_was_planned_for(design, at):
    found = shares(design, at)

    assert faults(design, at, found) == []
    assert row(design, at, found) in PAGE.read_text(encoding="utf-8").splitlines()


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    large = [bool(GRID[design][at].get("large")) for design, at in CELLS]
    assert set(TENTH) <= set(CHOSEN) <= set(CELLS)
    assert len(CHOSEN) >= len(CELLS) / 3
    assert set(THIRD) == set(DRAWN)
    tenth = {bool(GRID[design][at].get("large")) for design, at in TENTH}

    assert sum(large) >= len(large) / 2
    assert tenth == {True, False}


# Positive controls: the same code must find a formula that is known to be wrong.


def test_a_formula_that_forgets_the_variance_of_the_reference_is_found(monkeypatch):
    # Without the factor 2: as if the rate of the reference were known.
    def one_sided(difference, *, sizes, **more):
        return chances.of_rates(difference, sizes=(sizes[0], 1e12), **more)

    monkeypatch.setattr("waterpas.measure.plans.designs.of_rates", one_sided)

    assert faults("audit", 0, shares("audit", 0, draws=CONTROL)) != []


def test_a_formula_that_forgets_how_many_are_compared_is_found(monkeypatch):
    monkeypatch.setattr("waterpas.measure.plans.designs.comparisons_of", lambda plan: 1)

    assert faults("audit", 5, shares("audit", 5, draws=CONTROL)) != []


def test_a_plan_that_asks_far_too_many_people_is_found_in_a_large_cell():
    found = shares("audit", 0, factor=1.3, draws=CONTROL)

    assert any(BARS["highest"] < share for way, share in found.items() if way != WITHOUT)
    assert faults("audit", 0, found) != []


def test_a_method_that_calls_too_much_without_a_difference_is_found(monkeypatch):
    def called(cell, difference, rng):
        return rng.random_sample() < 0.8

    monkeypatch.setitem(draws.DRAWN, "audit", called)

    assert any(WITHOUT in fault for fault in faults("audit", 0, shares("audit", 0)))
