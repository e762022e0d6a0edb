"""How often the intervals hold the truth, over the grid that was fixed before the code."""

from pathlib import Path

import pytest

from tests.statistics.agreement import draws
from tests.statistics.agreement.draws import CELLS, GRID, cell_of, held, several_drawn
from tests.statistics.agreement.page import row
from tests.statistics.frozen import frozen
from waterpas.measure.agreements import beyond_chance
from waterpas.measure.agreements.figures import (
    FEW_FILES,
    FEW_OF_A_KIND,
    FEW_RATERS,
    rarest,
)

pytestmark = pytest.mark.proof

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "agreement.md"
TENTH = (("pairs", 0), ("pairs", 7), ("several", 4), ("numbers", 6))


def outside(found):
    bars = GRID["bars"]
    return {n: s for n, s in found.items() if not bars["lowest"] <= s <= bars["highest"]}


def faults(part, at, found):
    """What lies outside the bars, and again with more draws; small cells have no bars."""
    if not cell_of(part, at).get("large") or not outside(found):
        return []
    again = held(part, at, again=True)
    both = set(outside(found)) & set(outside(again))
    return [f"{part} {at} {name}: {found[name]:.4f}, {again[name]:.4f}" for name in both]


def has_note(part, at):
    """Whether nearly every result of this cell says that its interval may be too narrow."""
    cell = cell_of(part, at)
    if part == "numbers":
        return cell["raters"] < FEW_RATERS or cell["files"] < FEW_FILES
    rng = frozen([GRID["seed"], 9, at])
    notes = [rarest(several_drawn(cell, rng)) < FEW_OF_A_KIND for _ in range(100)]
    return sum(notes) >= 95


def test_the_intervals_hold_the_truth_as_often_as_they_say(prove):
    text, wrong = PAGE.read_text(encoding="utf-8").splitlines(), []
    for part, at in CELLS if prove else TENTH:
        found = held(part, at)
        wrong += faults(part, at, found)
        low = [name for name, share in found.items() if share < GRID["bars"]["note_below"]]
        if low and not has_note(part, at):
            wrong.append(f"no note: {part} {at} {low}")
        if row(part, at, found) not in text:
            wrong.append(f"not on the page: {row(part, at, found)}")

    assert wrong == []


def test_at_least_half_of_the_grid_is_large_and_the_tenth_has_both():
    for part in draws.PARTS:
        large = [bool(cell.get("large")) for cell in GRID[part]]
        assert sum(large) >= len(large) / 2
    assert {bool(cell_of(*each).get("large")) for each in TENTH} == {True, False}


# Positive controls: the same code must find an interval that is known to be wrong.


def test_an_error_that_forgets_that_the_kinds_were_counted_too_is_found(monkeypatch):
    """As if chance were known: then the interval is too narrow."""

    def naive(judged):
        value, n = judged.alike.value, judged.n
        return 0.6 * (value * (1 - value) / n) ** 0.5 / (1 - judged.by_chance)

    monkeypatch.setattr(beyond_chance.Judged, "error", property(naive))
    monkeypatch.setattr(draws, "AGAIN", 500)

    assert [each for each in faults("pairs", 0, held("pairs", 0)) if "beyond" in each]


def test_raters_who_are_taken_for_one_file_each_are_found(monkeypatch):
    """As if each pair of judgements of one file were a file of its own."""
    monkeypatch.setitem(draws.GRID, "draws", 500)
    monkeypatch.setattr(draws, "AGAIN", 500)

    def as_pairs(judged):
        share = alike(judged)
        return beyond_chance.Share(share.value, 3.0 * share.worth, share.people, share.cases)

    alike = beyond_chance.Judged.alike.func
    monkeypatch.setattr(beyond_chance.Judged, "alike", property(as_pairs))

    assert [each for each in faults("several", 0, held("several", 0)) if "alike" in each]
