"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from pathlib import Path

import pytest

from tests.statistics.frozen import frozen
from tests.statistics.pay import draws
from tests.statistics.pay.draws import GRID, PARTS, held
from tests.statistics.pay.page import row
from waterpas.measure.paid import means, quantiles, scales

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "pay.md"
# The tenth: cells that are quick to draw, large and small ones.
TENTH = {"means": [3, 13], "quantiles": [6]}


def outside(found):
    bars = GRID["bars"]
    return {n: s for n, s in found.items() if not bars["lowest"] <= s <= bars["highest"]}


def faults(part, at, found):
    """What lies outside the bars, and again with more draws; small cells have no bars."""
    if not GRID[part][at].get("large") or not outside(found):
        return []
    again = held(part, at, again=True)
    both = set(outside(found)) & set(outside(again))
    return [f"{part} {at} {name}: {found[name]:.4f}, {again[name]:.4f}" for name in both]


@pytest.mark.parametrize("part", PARTS)
def test_the_intervals_hold_the_truth_as_often_as_they_say(part, prove):
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
    for at in range(len(GRID[part])) if prove else TENTH[part]:
        found = held(part, at)
        wrong += faults(part, at, found)
        if row(part, at, found) not in text:
            wrong.append(f"not on the page: {row(part, at, found)}")
        if min(found.values()) < GRID["bars"]["note_below"]:
            wrong.append(f"needs a note: {part} {at}")

    assert wrong == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    every = [cell for part in PARTS for cell in GRID[part]]
    tenth = [GRID[part][at] for part in PARTS for at in TENTH[part]]

    assert sum(bool(cell.get("large")) for cell in every) >= len(every) / 2
    assert {bool(cell.get("large")) for cell in tenth} == {True, False}


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
    whole = quantiles._interval

    def forgets(ours, theirs, share, level):
        return whole(ours, ours, share, level).__class__(
            *(each - theirs.at(share) + 0.0 for each in ours.ends(share, 0.8)), level
        )

    monkeypatch.setattr(quantiles, "_interval", forgets)

    assert draws.held_quantiles(GRID["quantiles"][2], frozen([3]), 200)["q50"] < 0.9
