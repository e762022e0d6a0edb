"""Frames that a user hands in: pandas, Polars, Arrow, DuckDB; and plain lists of rows."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from waterpas.errors import InputError
from waterpas.tallies.loaded import as_text, open_rows
from waterpas.tallies.private import ROWS_AT_ONCE, go_on
from waterpas.tallies.table import Numbered, Table, check_columns, no_rows, plain
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

# What the source is called when it has no file name.
TABLE = "DataFrame"
LIST = "list"


@contextmanager
def open_list(rows: Sequence[object], folder: Path) -> Iterator[Table]:
    """Open a plain list of dicts as a table."""
    if not all(isinstance(row, Mapping) for row in rows):
        raise InputError(mark("In een lijst moet elke rij een dict zijn: kolomnaam en waarde."))
    if not rows:
        raise no_rows(LIST)
    dicts = [row for row in rows if isinstance(row, Mapping)]
    keys = list(dict.fromkeys(key for row in dicts for key in row))
    columns = check_columns(keys, source=LIST)
    numbered = [
        (number, [_empty_is_none(row.get(key)) for key in keys])
        for number, row in enumerate(dicts, start=1)
    ]
    with open_rows(numbered, columns=columns, name=LIST, folder=folder) as table:
        yield table


def _empty_is_none(value: object) -> object:
    value = plain(value)
    return None if isinstance(value, str) and not value.strip() else value


@contextmanager
def open_frame(source: object) -> Iterator[Table]:
    """Open a frame where it is: it is counted by the library that made it."""
    import narwhals as nw

    found = _names(source)
    if any(isinstance(name, tuple) for name in found):
        raise InputError(
            mark(
                "Deze tabel heeft kolomnamen in lagen (een MultiIndex). Geef elke kolom één naam "
                "als tekst."
            )
        )
    columns = check_columns(found, source=TABLE)
    try:
        native = nw.from_native(source)  # type: ignore[call-overload] # what is no frame is refused below
    except (TypeError, ValueError) as error:
        raise unknown_source(source) from error
    frame = _as_lazy(native)
    names = frame.collect_schema().names()

    def values(place: int) -> Numbered:
        return enumerate(map(plain, _column(frame, place)), start=1)

    yield Table(
        frame=frame.select(*(nw.col(name).alias(f"c{at}") for at, name in enumerate(names))),
        columns=columns,
        name=f"{TABLE} ({native.implementation.value})",
        values=values,
        engine=native.implementation.value,
    )


def _as_lazy(native: "nw.DataFrame[Any] | nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
    """The same frame, in which a column of mixed values (pandas) is a column of texts."""
    import narwhals as nw

    if isinstance(native, nw.LazyFrame):
        return native
    for name, kind in native.collect_schema().items():
        if kind == nw.Object:
            texts = [None if (v := plain(value)) is None else as_text(v) for value in native[name]]
            made = nw.new_series(name, texts, nw.String, backend=native.implementation)
            native = native.with_columns(made)
    return native.lazy()


def _names(source: object) -> list[object]:
    """The names as the frame itself gives them: two columns may have one name there."""
    if hasattr(source, "collect_schema"):  # Polars; asking a lazy frame for .columns warns
        return list(source.collect_schema())
    names = getattr(source, "column_names", None) or getattr(source, "columns", None)
    return [] if names is None else list(names)


def _column(frame: "nw.LazyFrame[Any]", place: int) -> Iterator[object]:
    """The values of one column, in the order of the frame."""
    return (row[0] for row in fetch(frame.select(frame.collect_schema().names()[place])))


def fetch(frame: "nw.LazyFrame[Any]") -> Iterator[tuple[Any, ...]]:
    """The rows of a small result. DuckDB gives its own: narwhals would ask for pyarrow."""
    go_on()
    native = frame.to_native()
    if hasattr(native, "fetchmany"):
        while rows := native.fetchmany(ROWS_AT_ONCE):
            go_on()
            yield from rows
    else:
        yield from frame.collect().iter_rows()
    go_on()


def unknown_source(source: object) -> InputError:
    """The error for something that is no table."""
    return InputError(
        mark(
            "Waterpas kan geen tabel maken van een %(kind)s. Geef een bestand, een tabel uit "
            "pandas, Polars, Arrow of DuckDB, of een lijst van dicts."
        ),
        kind=type(source).__name__,
    )
