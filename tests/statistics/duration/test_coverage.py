"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from pathlib import Path

import numpy as np
import pytest

from tests.statistics.duration import draws
from tests.statistics.duration.draws import GRID, held
from tests.statistics.duration.page import row
from waterpas.measure.waiting import found as found_module
from waterpas.measure.waiting.curve import Mean

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "duration.md"
CELLS = range(len(GRID["cells"]))
TENTH = (1, 8)  # a large one and a small one


def outside(found):
    bars = GRID["bars"]
    return {n: s for n, s in found.items() if not bars["lowest"] <= s <= bars["highest"]}


def faults(at, found):
    """What lies outside the bars, and again with more draws; small cells have no bars."""
    if not GRID["cells"][at].get("large") or not outside(found):
        return []
    again = held(at, again=True)
    both = set(outside(found)) & set(outside(again))
    return [f"{at} {name}: {found[name]:.4f}, {again[name]:.4f}" for name in both]


def test_the_intervals_hold_the_truth_as_often_as_they_say(prove):
    """In small cells too no shown interval is under `note_below`: no result needs a note."""
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
    for at in CELLS if prove else TENTH:
        found = held(at)
        wrong += faults(at, found)
        wrong += [name for name, share in found.items() if share < GRID["bars"]["note_below"]]
        if row(at, found) not in text:
            wrong.append(f"not on the page: {row(at, found)}")

    assert wrong == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    cells, tenth = GRID["cells"], [GRID["cells"][at] for at in TENTH]

    assert sum(bool(cell.get("large")) for cell in cells) >= len(cells) / 2
    assert {bool(cell.get("large")) for cell in tenth} == {True, False}


# Positive controls: the same code must find an interval that is known to be wrong.


def test_a_mean_that_takes_who_gave_up_for_decided_is_found(monkeypatch):
    def naive(curve, horizon):
        values = np.minimum(curve.days, horizon)
        return Mean(float(values.mean()), float(values.std() / len(values) ** 0.5))

    monkeypatch.setattr(found_module, "restricted_mean", naive)
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [each for each in faults(2, held(2)) if "mean" in each]


def test_a_share_that_leaves_out_who_is_open_is_found(monkeypatch):
    whole = found_module.share_of

    def closed(waits, day, ending):
        kept = draws.Waits(waits.days, waits.decided, waits.gave_up, 0 * waits.still_open)
        return whole(kept, day, ending)

    monkeypatch.setattr(found_module, "share_of", closed)
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [each for each in faults(6, held(6)) if "gave-up" in each or "within" in each]
