"""Levels that are the sum of other levels: all of them, or those that stand beside it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from math import prod
from operator import add

from waterpas.results import Count
from waterpas.tallies.tally import Cell, Key

SURE = 20

Sides = Mapping[Key, Mapping[str, Cell]]


def sums_in(
    cells: Mapping[Key, Cell], place: int, levels: Sequence[str], *, in_order: bool
) -> list[str]:
    """The levels that are a sum of others.

    A level is compared with all others together, and (if the levels are in the order of the
    source) with every run of levels right before or after it. What is found is set aside, so that
    subtotals of subtotals are found as well.
    """
    sides = _by_stratum(cells, place)
    left, found = list(levels), []
    while (level := _first_sum(sides, left, in_order=in_order)) is not None:
        left.remove(level)
        found.append(level)
    return found


def _by_stratum(cells: Mapping[Key, Cell], place: int) -> Sides:
    strata: dict[Key, dict[str, Cell]] = {}
    for key, cell in cells.items():
        strata.setdefault((*key[:place], *key[place + 1 :]), {})[key[place]] = cell
    return strata


def _first_sum(sides: Sides, levels: Sequence[str], *, in_order: bool) -> str | None:
    some = next(iter(sides.values()), {})
    for at, level in enumerate(levels):
        others = [*levels[:at], *levels[at + 1 :]]
        if len(others) > 1 and _is_sum(sides, level, others, sure=SURE):
            return level
    if not in_order:
        return None
    tries = (len(levels) - 1) * (len(levels) - 2)
    for at, level in enumerate(levels):
        if any(_is_sum(sides, level, run, sure=SURE * tries) for run in _runs(some, levels, at)):
            return level
    return None


def _runs(some: Mapping[str, Cell], levels: Sequence[str], at: int) -> Iterator[Sequence[str]]:
    """Two or more levels right after this one, or right before it, whose sum it can be.

    In the stratum `some` the people of the run must be able to add up to those of the level: of
    all longer runs that is not so once there are too many.
    """
    ours = some[levels[at]].n if levels[at] in some else None
    for beside in (levels[at + 1 :], levels[:at][::-1]):
        low = high = 0
        for size, part in enumerate(beside, start=1):
            if part in some:
                low, high = low + some[part].n.low, high + some[part].n.high
            if ours and low > ours.high:
                break
            if size > 1 and (ours is None or high >= ours.low):
                yield beside[:size]


def _is_sum(sides: Sides, level: str, parts: Sequence[str], *, sure: float) -> bool:
    """Whether this level is the sum of these, wherever it occurs, for every count.

    Small counts are often a sum by chance, so the counts together must be a surprise, and a
    larger one as more sums are tried; a level as large as one part (with next to nothing besides)
    is no sum.
    """
    if not _can_be(sides, level, parts):
        return False
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


def _can_be(sides: Sides, level: str, parts: Sequence[str]) -> bool:
    """A quick look at the people in the first stratum, before everything is added up."""
    some = next(iter(sides.values()), {})
    ours, theirs = some.get(level), [some[part].n for part in parts if part in some]
    if ours is None or not theirs:
        return ours is None and not theirs
    return sum(n.low for n in theirs) <= ours.n.high and ours.n.low <= sum(n.high for n in theirs)


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
