"""Rows that are already in memory (a sheet, a list) as a table of the engine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from waterpas.results import Note
from waterpas.tallies.private import engine, fill
from waterpas.tallies.table import Numbered, Table

Row = Sequence[object]
LARGEST_INTEGER = 2**63
WHOLE = 10**15


@contextmanager
def open_rows(
    rows: Sequence[tuple[int, Row]],
    *,
    columns: tuple[str, ...],
    name: str,
    folder: Path,
    sha256: str | None = None,
    sheet: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Iterator[Table]:
    """A table out of numbered rows; every row as wide as `columns`."""
    import narwhals as nw

    kinds = [kind_of(row[place] for _, row in rows) for place in range(len(columns))]

    def values(place: int) -> Numbered:
        return ((number, row[place]) for number, row in rows)

    with engine(folder) as connection:
        made = [(f"c{place}", kind) for place, kind in enumerate(kinds)]
        fill(connection, "source", made, (_converted(row, kinds) for _, row in rows))
        frame = nw.from_native(connection.table("source"))
        yield Table(
            frame=frame,
            columns=columns,
            name=name,
            values=values,
            sha256=sha256,
            sheet=sheet,
            notes=notes,
        )


def kind_of(values: Iterator[object]) -> str:
    """The SQL type that holds all these values without changing them."""
    kinds = {_kind(value) for value in values if value is not None}
    if kinds == {"BIGINT", "DOUBLE"}:
        return "DOUBLE"
    return kinds.pop() if len(kinds) == 1 else "VARCHAR"


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "BOOLEAN"
    if isinstance(value, int) and abs(value) < LARGEST_INTEGER:
        return "BIGINT"
    return "DOUBLE" if isinstance(value, float) else "VARCHAR"


def _converted(row: Row, kinds: Sequence[str]) -> list[object]:
    return [
        as_text(value) if kind == "VARCHAR" and value is not None else value
        for value, kind in zip(row, kinds, strict=True)
    ]


def as_text(value: object) -> str:
    """A value as the text that people see: whole numbers without .0, dates as 2026-01-31."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime) and value.time() == time(0) and value.tzinfo is None:
        value = value.date()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return _number_as_text(value).strip()


def _number_as_text(value: object) -> str:
    if isinstance(value, float | Decimal):
        number = float(value)
        if abs(number) < WHOLE and number.is_integer():
            return str(int(number))
    return str(value)
