"""Text files: where they are cut in columns, and a table out of them."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from waterpas.errors import InputError
from waterpas.results import Note
from waterpas.tallies.encodings import Fingerprint, as_utf8, fingerprint, not_text
from waterpas.tallies.private import engine, quoted
from waterpas.tallies.table import Numbered, Progress, Table, check_columns
from waterpas.texts import mark

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

DELIMITERS = (";", ",", "\t", "|")
SAMPLE_ROWS = 200
LONGEST_LINE = 16 << 20
FEW_CELLS = 5_000_000


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text file is cut: its delimiter, and whether Excel's line sep=; stands on top."""

    delimiter: str
    skip: int = 0


@contextmanager
def open_text_file(
    path: Path, folder: Path, *, progress: Progress | None = None
) -> Iterator[Table]:
    """Open a .csv, .tsv or .txt file as a table of texts."""
    seen = fingerprint(path, progress=progress)
    with ExitStack() as stack:
        readable = stack.enter_context(as_utf8(path, seen, folder))
        shape = shape_of(path, seen)
        header = next(records(path, seen, shape), (1, []))[1]
        columns = check_columns(header, source=path.name)
        connection = stack.enter_context(engine(folder, reads=readable))
        relation = connection.sql(_query(readable, shape, len(columns)))
        yield _table(path, seen, shape, columns, relation)


def _table(
    path: Path,
    seen: Fingerprint,
    shape: Shape,
    columns: tuple[str, ...],
    relation: "DuckDBPyRelation",
) -> Table:
    import narwhals as nw

    def values(place: int) -> Numbered:
        rows = islice(records(path, seen, shape), 1, None)
        return ((number, row[place] if place < len(row) else None) for number, row in rows)

    return Table(
        frame=nw.from_native(relation),
        columns=columns,
        name=path.name,
        sha256=seen.sha256,
        values=values,
        notes=_encoding_note(seen.encoding),
    )


def _encoding_note(encoding: str) -> tuple[Note, ...]:
    if encoding.startswith("utf-8"):
        return ()
    return (Note("encoding", {"encoding": encoding.upper().replace("WINDOWS", "Windows")}),)


def _query(path: Path, shape: Shape, columns: int) -> str:
    types = ", ".join(f"c{place}: 'VARCHAR'" for place in range(columns))
    return (
        f"SELECT * FROM read_csv({quoted(str(path))}, delim = {quoted(shape.delimiter)}, "  # noqa: S608 - quoted, and names of ours
        f"quote = '\"', escape = '\"', header = true, skip = {shape.skip}, auto_detect = false, "
        f"strict_mode = true, null_padding = false, max_line_size = {LONGEST_LINE}, "
        f"columns = {{{types}}})"
    )


def shape_of(path: Path, seen: Fingerprint) -> Shape:
    """Find the delimiter: the one that gives most columns, the same number in every row."""
    with path.open(encoding=_codec(seen), newline="") as text:
        try:
            lines = list(islice(iter(lambda: text.readline(LONGEST_LINE), ""), SAMPLE_ROWS))
        except UnicodeDecodeError as error:
            raise not_text(path.name) from error
    if not any(line.strip() for line in lines):
        raise InputError(
            mark("%(source)s is leeg. Kies een bestand met kolomnamen en rijen."), source=path.name
        )
    first = lines[0].strip().strip('"').casefold()
    if first.startswith("sep=") and len(first) == 5:
        return Shape(first[4], skip=1)
    return Shape(max(DELIMITERS, key=lambda delimiter: _fits(lines, delimiter)))


def _fits(lines: list[str], delimiter: str) -> tuple[float, int]:
    """How well a delimiter fits: the share of rows as wide as the header, and that width."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return (0.0, 0)
    if not widths or widths[0] == 1:
        return (0.0, 0)
    alike = Counter(widths)[widths[0]] / len(widths)
    return (alike if alike >= 0.5 else 0.0, widths[0])


def _codec(seen: Fingerprint) -> str:
    return "utf-8-sig" if seen.encoding == "utf-8" else seen.encoding


def records(path: Path, seen: Fingerprint, shape: Shape) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, the header first; a slow and plain reading.

    Numbers are those of a spreadsheet: the header is row 1, empty lines count.
    """
    csv.field_size_limit(LONGEST_LINE)
    with path.open(encoding=_codec(seen), newline="") as text:
        rows = enumerate(csv.reader(text, delimiter=shape.delimiter), start=1)
        for number, row in islice(rows, shape.skip, None):
            if row:
                yield number, row


def explain_failure(path: Path) -> InputError:
    """Say what is wrong with a text file that the engine did not take."""
    seen = fingerprint(path)
    shape = shape_of(path, seen)
    rows = records(path, seen, shape)
    try:
        header = next(rows)[1]
        for number, row in rows:
            if len(row) != len(header):
                return _ragged(path.name, number, len(row), len(header))
    except (csv.Error, UnicodeDecodeError):
        return not_text(path.name)
    return InputError(
        mark(
            "%(source)s is niet goed te lezen als tabel; waarschijnlijk ontbreekt ergens een "
            "aanhalingsteken. Bewaar de tabel opnieuw als CSV (UTF-8)."
        ),
        source=path.name,
    )


def _ragged(name: str, row: int, found: int, expected: int) -> InputError:
    return InputError(
        mark(
            "Rij %(row)s van %(source)s heeft %(found)s kolommen; de kop heeft er %(expected)s. "
            "Maak alle rijen even breed."
        ),
        row=row,
        source=name,
        found=found,
        expected=expected,
    )


def matrix(path: Path, *, progress: Progress | None = None) -> tuple[list[list[object]], str]:
    """All cells of a small text file, row by row, and its sha256; for a table of counts."""
    seen = fingerprint(path, progress=progress)
    shape = shape_of(path, seen)
    rows: list[list[object]] = []
    cells = 0
    for number, row in records(path, seen, shape):
        rows.extend([] for _ in range(number - len(rows) - 1))
        rows.append(list(row))
        cells += len(row)
        if cells > FEW_CELLS:
            raise InputError(
                mark("%(source)s is te groot voor een tabel met aantallen."), source=path.name
            )
    return rows, seen.sha256
