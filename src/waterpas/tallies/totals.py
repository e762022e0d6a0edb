"""Rows that are sums of other rows: recognised, and counted only when somebody says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod
from operator import add
from typing import Literal

from waterpas.codebooks.words import is_total
from waterpas.errors import CallError, TotalsInData
from waterpas.results import Count, Note
from waterpas.tallies.places import listed
from waterpas.tallies.tally import Cell, Key
from waterpas.texts import mark

Totals = Literal["drop", "keep"]
FEWEST_LEVELS = 3
SURE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """The levels of one column that are sums of its other levels."""

    column: str
    levels: tuple[str, ...]


def check_totals(totals: str | None) -> None:
    """Refuse another word than drop or keep."""
    if totals not in {None, "drop", "keep"}:
        raise CallError(
            mark("Bij totalen kiest u 'drop' (weglaten) of 'keep' (meetellen), niet '%(totals)s'."),
            totals=totals,
        )


def find_totals(cells: Mapping[Key, Cell], by: Sequence[str], *, counted: bool) -> list[Found]:
    """The columns with totals: by their word, or (in a table of counts) by their sum."""
    found = []
    for place, column in enumerate(by):
        levels = list(dict.fromkeys(key[place] for key in cells))
        sums = [level for level in levels if is_total(level)]
        if not sums and counted and len(levels) >= FEWEST_LEVELS:
            sums = [level for level in levels if _is_sum(cells, place, level)]
        if sums:
            found.append(Found(column, tuple(sums)))
    return found


def refuse_totals(found: Sequence[Found], *, source: str) -> None:
    """Name the totals and say how to decide."""
    for each in found:
        raise TotalsInData(
            mark(
                "In de kolom '%(column)s' van %(source)s lijkt '%(levels)s' de som van de andere "
                "groepen. Dan telt iedereen dubbel. Kies: totalen weglaten (totals=drop) of "
                "meetellen (totals=keep)."
            ),
            column=each.column,
            source=source,
            levels=listed(each.levels),
        )


def without_totals(
    cells: Mapping[Key, Cell], by: Sequence[str], found: Sequence[Found]
) -> dict[Key, Cell]:
    """The cells that are no totals."""
    drop = {(by.index(each.column), level) for each in found for level in each.levels}
    return {key: cell for key, cell in cells.items() if not drop.intersection(enumerate(key))}


def kept_notes(found: Sequence[Found]) -> tuple[Note, ...]:
    """Say that totals were counted as groups, because somebody asked for it."""
    return tuple(
        Note("totals-kept", {"column": each.column, "levels": listed(each.levels)})
        for each in found
    )


def _is_sum(cells: Mapping[Key, Cell], place: int, level: str) -> bool:
    """Whether this level is the sum of the others, wherever it occurs, for every count.

    Small counts are often a sum by chance, so the counts together must be a surprise; and a level
    as large as one other (with next to nothing besides) is no sum.
    """
    sides: dict[Key, tuple[list[Cell], list[Cell]]] = {}
    for key, cell in cells.items():
        rest = (*key[:place], *key[place + 1 :])
        sides.setdefault(rest, ([], []))[0 if key[place] == level else 1].append(cell)
    if not all(ours and theirs for ours, theirs in sides.values()):
        return False
    if all(any(_meet(ours[0].n, other.n) for other in theirs) for ours, theirs in sides.values()):
        return False
    pairs = [
        pair
        for ours, theirs in sides.values()
        for pair in zip(_counts(reduce(add, ours)), _counts(reduce(add, theirs)), strict=True)
    ]
    return all(_meet(*pair) for pair in pairs) and prod(_surprise(*pair) for pair in pairs) >= SURE


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
