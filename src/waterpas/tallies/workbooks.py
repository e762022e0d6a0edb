"""Workbooks (.xlsx, .xlsm, .ods): one sheet of cells, and a table out of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from waterpas.errors import CallError, InputError
from waterpas.results import Note
from waterpas.tallies.encodings import sha256_of
from waterpas.tallies.loaded import open_rows
from waterpas.tallies.packages import Merged, check_package, damaged, locked
from waterpas.tallies.places import address, listed
from waterpas.tallies.table import Progress, Table, check_columns
from waterpas.texts import mark

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, row by row, what is merged, and the names of the other sheets."""

    name: str
    rows: list[list[object]]
    merged: tuple[Merged, ...]
    others: tuple[str, ...]
    sha256: str


def read_sheet(path: Path, *, sheet: str | None = None, progress: Progress | None = None) -> Sheet:
    """Read one sheet of a workbook: the one asked for, or the first that is not empty."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    spans = check_package(path)
    sha256 = sha256_of(path, progress=progress)
    if progress:
        progress("read", 0, None)
    try:
        with load_workbook(str(path)) as book:
            name, rows = _first_filled(book, _names(book, sheet, path.name), path.name)
            merged = spans.by_sheet.get(name) or _merged(book, name)
            others = tuple(other for other in book.sheet_names if other != name)
    except PasswordError as error:
        raise locked(path.name) from error
    except (CalamineError, OSError) as error:
        raise damaged(path.name) from error
    return Sheet(name, rows, tuple(merged), others, sha256)


def _names(book: "CalamineWorkbook", sheet: str | None, source: str) -> list[str]:
    if sheet is None:
        return book.sheet_names
    if sheet not in book.sheet_names:
        raise CallError(
            mark("Het blad '%(sheet)s' staat niet in %(source)s. Wel: %(sheets)s."),
            sheet=sheet,
            source=source,
            sheets=listed(book.sheet_names),
        )
    return [sheet]


def _first_filled(
    book: "CalamineWorkbook", names: Sequence[str], source: str
) -> tuple[str, list[list[object]]]:
    for name in names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        cells = [[_clean(value) for value in row] for row in rows]
        if any(value is not None for row in cells for value in row):
            return name, cells
    raise InputError(
        mark("%(source)s is leeg. Kies een bestand met kolomnamen en rijen."), source=source
    )


def _clean(value: object) -> object:
    """An empty cell is None; a whole number is a whole number."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _merged(book: "CalamineWorkbook", name: str) -> list[Merged]:
    ranges = book.get_sheet_by_name(name).merged_cell_ranges or []
    return [(*first, *last) for first, last in ranges]


@contextmanager
def open_workbook(
    path: Path, folder: Path, *, sheet: str | None = None, progress: Progress | None = None
) -> Iterator[Table]:
    """Open one sheet as a table: column names in its first filled row, rows below it."""
    found = read_sheet(path, sheet=sheet, progress=progress)
    top = next(at for at, row in enumerate(found.rows) if any(cell is not None for cell in row))
    found, below = _without_footnotes(found, top)
    _refuse_merged(found, top, path.name)
    header = found.rows[top]
    width = max(at + 1 for at, cell in enumerate(header) if cell is not None)
    _refuse_wide(found, top, width, path.name)
    rows = [
        (number, row[:width])
        for number, row in enumerate(found.rows[top + 1 :], start=top + 2)
        if any(cell is not None for cell in row)
    ]
    columns = check_columns(header[:width], source=path.name)
    with open_rows(
        rows,
        columns=columns,
        name=path.name,
        folder=folder,
        sha256=found.sha256,
        sheet=found.name,
        notes=(*(_sheet_note(found) if sheet is None else ()), *below),
    ) as table:
        yield table


def _sheet_note(sheet: Sheet) -> tuple[Note, ...]:
    if not sheet.others:
        return ()
    return (Note("sheet-chosen", {"sheet": sheet.name, "others": listed(sheet.others)}),)


def _without_footnotes(sheet: Sheet, top: int) -> tuple[Sheet, tuple[Note, ...]]:
    """The sheet without the text in merged cells below its last row, and what was left out."""
    merged = {row for first, _, last, _ in sheet.merged for row in range(first, last + 1)}
    end = len(sheet.rows)
    while end > top + 1 and _is_footnote(sheet.rows[end - 1], merged=end - 1 in merged):
        end -= 1
    notes = [
        at for at in range(end, len(sheet.rows)) if any(cell is not None for cell in sheet.rows[at])
    ]
    if not notes:
        return sheet, ()
    spans = tuple(span for span in sheet.merged if span[0] < end)
    return (
        replace(sheet, rows=sheet.rows[:end], merged=spans),
        (Note("footnotes", {"row": listed(at + 1 for at in notes)}),),
    )


def _is_footnote(row: Sequence[object], *, merged: bool) -> bool:
    """An empty row, or one text in merged cells."""
    filled = [cell for cell in row if cell is not None]
    return not filled or (merged and len(filled) == 1 and isinstance(filled[0], str))


def _refuse_merged(sheet: Sheet, top: int, source: str) -> None:
    for first_row, first, last_row, last in sheet.merged:
        if last_row >= top:
            raise InputError(
                mark(
                    "Op blad '%(sheet)s' van %(source)s zijn de cellen %(first)s:%(last)s "
                    "samengevoegd. Splits ze en geef elke kolom één naam, of beschrijf de tabel "
                    "met een indeling."
                ),
                sheet=sheet.name,
                source=source,
                first=address(first_row + 1, first),
                last=address(last_row + 1, last),
            )


def _refuse_wide(sheet: Sheet, top: int, width: int, source: str) -> None:
    for number, row in enumerate(sheet.rows[top + 1 :], start=top + 2):
        for place, cell in enumerate(row[width:], start=width):
            if cell is not None:
                raise InputError(
                    mark(
                        "Op blad '%(sheet)s' van %(source)s staat iets in cel %(cell)s, buiten de "
                        "kolommen met een naam. Geef die kolom een naam of maak de cel leeg."
                    ),
                    sheet=sheet.name,
                    source=source,
                    cell=address(number, place),
                )
