"""Levels that are the sum of other levels: all of them, or those that stand beside it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from math import prod
from operator import add

from waterpas.results import Count
from waterpas.tallies.tally import Cell, Key

SURE = 20

Sides = Mapping[Key, Mapping[str, Cell]]


def sums_in(cells: Mapping[Key, Cell], place: int, levels: Sequence[str]) -> list[str]:
    """The levels (in the order of the source) that are a sum of others.

    A level is compared with all others together, and with every run of levels right before or
    after it. What is found is set aside, so that subtotals of subtotals are found as well.
    """
    sides = _by_stratum(cells, place)
    left, found = list(levels), []
    while (level := _first_sum(sides, left)) is not None:
        left.remove(level)
        found.append(level)
    return found


def _by_stratum(cells: Mapping[Key, Cell], place: int) -> Sides:
    strata: dict[Key, dict[str, Cell]] = {}
    for key, cell in cells.items():
        strata.setdefault((*key[:place], *key[place + 1 :]), {})[key[place]] = cell
    return strata


def _first_sum(sides: Sides, levels: Sequence[str]) -> str | None:
    tries = sum(1 for at in range(len(levels)) for _ in _runs(levels, at))
    for at, level in enumerate(levels):
        others = [*levels[:at], *levels[at + 1 :]]
        if len(others) > 1 and _is_sum(sides, level, others, sure=SURE):
            return level
    for at, level in enumerate(levels):
        if any(_is_sum(sides, level, run, sure=SURE * tries) for run in _runs(levels, at)):
            return level
    return None


def _runs(levels: Sequence[str], at: int) -> Iterator[Sequence[str]]:
    """Two or more levels right after this one, and right before it."""
    yield from (levels[at + 1 : end] for end in range(at + 3, len(levels) + 1))
    yield from (levels[start:at] for start in range(at - 1))


def _is_sum(sides: Sides, level: str, parts: Sequence[str], *, sure: float) -> bool:
    """Whether this level is the sum of these, wherever it occurs, for every count.

    Small counts are often a sum by chance, so the counts together must be a surprise, and a
    larger one as more sums are tried; a level as large as one part (with next to nothing besides)
    is no sum.
    """
    found = [
        (cells.get(level), [cells[part] for part in parts if part in cells])
        for cells in sides.values()
    ]
    pairs = [(ours, theirs) for ours, theirs in found if ours or theirs]
    strata = [(ours, theirs) for ours, theirs in pairs if ours and theirs]
    if len(strata) < len(pairs) or not strata:
        return False
    if all(any(_meet(ours.n, each.n) for each in theirs) for ours, theirs in strata):
        return False
    counts: list[tuple[Count, Count]] = []
    for ours, theirs in strata:
        couples = zip(_counts(ours), _counts(reduce(add, theirs)), strict=True)
        for one, other in couples:
            if not _meet(one, other):
                return False
            counts.append((one, other))
    return prod(_surprise(*pair) for pair in counts) >= sure


def _surprise(total: Count, others: Count) -> float:
    """How many values the total could have had, for each that would pass as the sum."""
    passing = 1 + total.high - total.low + others.high - others.low
    return max(1.0, (total.value or 0) / passing)


def _counts(cell: Cell) -> Iterator[Count]:
    yield cell.n
    if cell.cases is not None:
        yield cell.cases
    yield from cell.steps


def _meet(one: Count, other: Count) -> bool:
    return one.low <= other.high and other.low <= one.high
