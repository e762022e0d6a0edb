"""Rows that are sums of other rows: recognised, and counted only when somebody says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from waterpas.codebooks.words import is_total
from waterpas.errors import CallError, Named, TotalsInData
from waterpas.results import Note
from waterpas.tallies.places import listed
from waterpas.tallies.sums import sums_in
from waterpas.tallies.tally import Cell, Key
from waterpas.texts import mark

Totals = Literal["drop", "keep"]


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


def find_totals(
    cells: Mapping[Key, Cell],
    by: Sequence[str],
    *,
    counted: bool,
    orders: Mapping[str, Sequence[str]] | None = None,
    numbers: Sequence[str] = (),
) -> list[Found]:
    """The columns with totals: by their word, and (in a table of counts) by their sums.

    `orders` gives the levels of a column in the order of the source, where a subtotal stands right
    before or after its parts. Without it that is the order of the cells; a column that is not in
    it has no order that is known, and then subtotals are not searched for. In a column of
    `numbers` (amounts, days) as many people as at other numbers is chance: there only words count.
    """
    found = []
    for place, column in enumerate(by):
        known = orders is None or column in orders
        levels = list((orders or {}).get(column) or dict.fromkeys(key[place] for key in cells))
        sums = [level for level in levels if is_total(level)]
        if counted and column not in numbers:
            others = [level for level in levels if level not in sums]
            sums += sums_in(cells, place, others, in_order=known)
        if sums:
            found.append(Found(column, tuple(level for level in levels if level in sums)))
    return found


def refuse_totals(found: Sequence[Found], *, source: str) -> None:
    """Name the totals and say how to decide."""
    for each in found:
        raise TotalsInData(
            mark(
                "In de kolom '%(column)s' van %(source)s lijkt '%(levels)s' de som van andere "
                "groepen. Dan telt iedereen dubbel. Kies: totalen weglaten (%(drop)s) of "
                "meetellen (%(keep)s)."
            ),
            drop=Named("totals='drop'", "--totals drop"),
            keep=Named("totals='keep'", "--totals keep"),
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


def kept(found: Sequence[Found]) -> tuple[tuple[str, str], ...]:
    """The totals that are counted as groups, because somebody asked for it: column and level."""
    return tuple((each.column, level) for each in found for level in each.levels)


def kept_notes(found: Sequence[Found]) -> tuple[Note, ...]:
    """Say which those are."""
    return tuple(
        Note("totals-kept", {"column": each.column, "levels": listed(each.levels)})
        for each in found
    )
