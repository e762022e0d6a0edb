"""A source that is open: columns under our own names, ready to be counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import isnan
from typing import TYPE_CHECKING, Any

from waterpas.errors import InputError
from waterpas.results import Note
from waterpas.tallies.places import nearest, one_line
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

    Frame = nw.LazyFrame[Any]

Progress = Callable[[str, int, int | None], None]
Numbered = Iterator[tuple[int, object]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be counted, and how to point at a cell in it.

    frame : the rows, with columns c0, c1, …; columns : their own names; values : the values of one
    column with their row numbers, only used to say where something is wrong; sheet : of a workbook.
    """

    frame: "Frame"
    columns: tuple[str, ...]
    name: str
    values: Callable[[int], Numbered]
    sha256: str | None = None
    engine: str = "duckdb"
    sheet: str | None = None
    notes: tuple[Note, ...] = field(default=())

    def id(self, column: str) -> str:
        """Our own name of a column; InputError with the nearest names if it is not there."""
        if column not in self.columns:
            raise InputError(
                mark(
                    "De kolom '%(column)s' staat niet in %(source)s. Bedoelt u een van deze: "
                    "%(nearest)s?"
                ),
                column=column,
                source=self.name,
                nearest=nearest(column, self.columns),
            )
        return f"c{self.columns.index(column)}"

    def first(self, column: str, wrong: Callable[[object], bool]) -> tuple[int, str] | None:
        """The first row whose value in `column` is wrong, and that value."""
        for row, value in self.values(self.columns.index(column)):
            if wrong(value):
                return row, one_line(value)
        return None


def check_columns(columns: Iterable[object], *, source: str) -> tuple[str, ...]:
    """The names of the columns as text; refuses two columns with one name."""
    names = [" ".join(str(name).split()) if name is not None else "" for name in columns]
    for place, name in enumerate(names):
        if name and name in names[:place]:
            raise InputError(
                mark(
                    "De kolomnaam '%(column)s' komt twee keer voor in %(source)s (kolom %(first)s "
                    "en %(second)s). Geef elke kolom een eigen naam."
                ),
                column=name,
                source=source,
                first=names.index(name) + 1,
                second=place + 1,
            )
    return tuple(name or f"(kolom {place + 1})" for place, name in enumerate(names))


def no_rows(source: str) -> InputError:
    """The error for a table with column names and nothing else."""
    return InputError(
        mark("%(source)s heeft kolomnamen maar geen rijen. Voeg rijen toe of kies een ander blad."),
        source=source,
    )


def two_ways(table: Table, name: str, written_so: Callable[[object], bool]) -> InputError:
    """The error for numbers that can be thousands or fractions."""
    row, value = table.first(name, written_so) or (0, "")
    return InputError(
        mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat '%(value)s': dat kan een "
            "duizendtal zijn of een getal met cijfers achter de komma, en de rest van de kolom "
            "zegt het niet. Schrijf de getallen zonder teken voor duizendtallen."
        ),
        source=table.name,
        row=row,
        column=name,
        value=value,
    )


def plain(value: object) -> object:
    """A value without the wrapping of pandas or numpy; everything missing is None."""
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    if hasattr(value, "item") and type(value).__module__ == "numpy":
        value = value.item()
    if isinstance(value, float) and isnan(value):
        return None
    return value
