"""What all ways of counting share: from cells to a tally, with what must be said about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from waterpas.errors import CountError, InputError
from waterpas.results import LeftOut, Note, Source
from waterpas.tallies.asked import Asked
from waterpas.tallies.counts import CountColumn, is_either_way, is_wrong, read_count, refuse
from waterpas.tallies.levels import in_order, level_notes, level_of
from waterpas.tallies.scan import Group
from waterpas.tallies.table import Table, no_rows, plain, two_ways
from waterpas.tallies.tally import Cell, Key, Step, Tally
from waterpas.tallies.totals import (
    Found,
    find_totals,
    kept,
    kept_notes,
    refuse_totals,
    without_totals,
)
from waterpas.texts import mark

# A table of ready-made counts with more rows is no table that somebody put subtotals in.
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Counting:
    """Cells on their way to a tally.

    rows : rows used per cell; left_out : rows that are in no cell, per reason; counted : the table
    held ready-made counts.
    """

    cells: Mapping[Key, Cell]
    groups: Sequence[Group]
    rows: Mapping[Key, int]
    left_out: Mapping[str, int] = field(default_factory=dict)
    outcome: str | None = None
    origin: float = 0.0
    steps: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    counted: bool = False


def finish(table: Table, asked: Asked, found: Counting) -> Tally:
    """The tally, with its source, its notes, and its totals settled."""
    if not found.groups:
        raise no_rows(table.name)
    rows = sum(group.rows for group in found.groups)
    totals = find_totals(
        found.cells,
        asked.by,
        counted=found.counted,
        orders=_orders(table, asked.by, rows=rows) if found.counted else None,
        numbers=asked.numbers,
    )
    cells, left_out = _settle_totals(table.name, asked, found, totals)
    if not cells:
        raise InputError(
            mark("In %(source)s blijft geen enkele rij over om te tellen."), source=table.name
        )
    held = totals if asked.totals == "keep" else []
    missing = level_notes(asked.by, ((group.keys, group.rows) for group in found.groups))
    return Tally(
        by=asked.by,
        cells=in_order(cells, [asked.question.labels.get(column) for column in asked.by]),
        sources=(_source(table, rows, left_out),),
        outcome=found.outcome,
        amount=asked.amount,
        origin=found.origin,
        steps=found.steps,
        rounded_to=asked.rounded_to,
        question=asked.question,
        notes=(*table.notes, *missing, *found.notes, *kept_notes(held)),
        totals=kept(held),
    )


def _source(table: Table, rows: int, left_out: Mapping[str, int]) -> Source:
    """The table, and how many of its rows count."""
    reasons = tuple(LeftOut(reason, count) for reason, count in left_out.items() if count)
    return Source(
        name=table.name,
        sha256=table.sha256,
        rows=rows,
        used=rows - sum(reason.rows for reason in reasons),
        left_out=reasons,
    )


def _settle_totals(
    source: str, asked: Asked, found: Counting, totals: Sequence[Found]
) -> tuple[Mapping[Key, Cell], dict[str, int]]:
    if not totals or asked.totals == "keep":
        return found.cells, dict(found.left_out)
    if asked.totals is None:
        refuse_totals(totals, source=source)
    cells = without_totals(found.cells, asked.by, totals)
    dropped = sum(rows for key, rows in found.rows.items() if key not in cells)
    return cells, {**found.left_out, "totals": dropped}


def _orders(table: Table, by: Sequence[str], *, rows: int) -> Mapping[str, Sequence[str]]:
    """The levels of each column in the order of the source; of a large table that is not known."""
    if rows > MOST_ROWS:
        return {}
    places = {column: table.columns.index(column) for column in by}
    return {
        column: list(dict.fromkeys(level_of(plain(value)) for _, value in table.values(place)))
        for column, place in places.items()
    }


def count_column(table: Table, name: str, *, rounded_to: int | None) -> CountColumn:
    """A column as a column of counts; refuses one that can hold no counts."""
    import narwhals as nw

    identity = table.id(name)
    kind = table.frame.collect_schema()[identity]
    if kind != nw.String and not kind.is_numeric():
        _refuse_first(table, name, lambda value: value is not None)
    return CountColumn(identity, name, kind == nw.String, rounded_to)


def check_counts(table: Table, columns: Sequence[CountColumn], groups: Sequence[Group]) -> None:
    """Refuse text, negative and broken numbers in a column of counts, by the first cell.

    Refuse also a column in which every mark can be that of thousands or of a fraction.
    """
    for place, column in enumerate(columns):
        counted = [group.counts[place] for group in groups]
        if any(each.wrong for each in counted):
            _refuse_first(table, column.name, is_wrong)
        if any(each.either for each in counted) and not any(each.proves for each in counted):
            raise two_ways(table, column.name, is_either_way)


def refuse_empty(table: Table, columns: Sequence[CountColumn], groups: Sequence[Group]) -> None:
    """Refuse an empty count, by its row: empty is not zero, and not hidden either."""
    for place, column in enumerate(columns):
        if any(group.counts[place].missing for group in groups):
            row, _ = table.first(column.name, lambda value: read_count(value) is None) or (0, "")
            raise CountError(
                mark(
                    "In %(source)s, rij %(row)s, is de kolom '%(column)s' leeg. Vul een aantal in, "
                    "of een x als het aantal verborgen is."
                ),
                source=table.name,
                row=row,
                column=column.name,
            )


def _refuse_first(table: Table, name: str, wrong: Callable[[object], bool]) -> None:
    for row, value in table.values(table.columns.index(name)):
        if wrong(value):
            refuse(value, row=row, column=name, source=table.name)


def count_notes(groups: Sequence[Group]) -> tuple[Note, ...]:
    """How many rows have a hidden count, and how many have one that is not rounded as said."""
    hidden = _rows(groups, "hidden")
    unrounded = _rows(groups, "unrounded")
    return (
        *((Note("hidden-counts", {"rows": hidden}),) if hidden else ()),
        *((Note("not-rounded", {"rows": unrounded}),) if unrounded else ()),
    )


def _rows(groups: Sequence[Group], what: str) -> int:
    return sum(max((getattr(each, what) for each in group.counts), default=0) for group in groups)
