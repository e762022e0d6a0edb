"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from pathlib import Path

import numpy as np
import pytest

from tests.statistics.change import draws
from tests.statistics.change.draws import GRID, PARTS, held
from tests.statistics.change.page import row
from waterpas.measure.changes import trend

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "change.md"
# The tenth: cells that are quick to draw, large and small ones.
TENTH = {"before_after": [0, 3, 12], "beyond": [0], "over_time": [5]}


def cells(part, *, whole):
    return list(range(len(GRID[part]))) if whole else TENTH[part]


def outside(found):
    bars = GRID["bars"]
    return {n: s for n, s in found.items() if not bars["lowest"] <= s <= bars["highest"]}


def faults(part, at, found):
    """What lies outside the bars, and again with more draws; small cells have no bars."""
    if not GRID[part][at].get("large") or not outside(found):
        return []
    again = draws.held_again(part, at)
    both = set(outside(found)) & set(outside(again))
    return [f"{part} {at} {name}: {found[name]:.4f}, {again[name]:.4f}" for name in both]


@pytest.mark.parametrize("part", PARTS)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, prove):
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
    for at in cells(part, whole=prove):
        found = held(part, at)
        wrong += faults(part, at, found)
        if row(part, at, found) not in text:
            wrong.append(f"not on the page: {row(part, at, found)}")

    assert wrong == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    every = [cell for part in PARTS for cell in GRID[part]]
    tenth = [GRID[part][at] for part in PARTS for at in TENTH[part]]

    assert sum(bool(cell.get("large")) for cell in every) >= len(every) / 2
    assert {bool(cell.get("large")) for cell in tenth} == {True, False}


# Positive controls: the same code must find an interval that is known to be wrong.


def test_an_interval_that_forgets_the_gap_before_is_found(monkeypatch):
    whole = draws.interval_of

    def forgets(terms, **more):
        return whole(terms[:2], **more) if len(terms) == 4 else whole(terms, **more)

    monkeypatch.setattr(draws, "interval_of", forgets)

    assert faults("before_after", 1, held("before_after", 1)) != []


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
