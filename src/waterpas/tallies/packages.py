"""Looks inside an .xlsx or .ods before the reader unpacks it: is it safe, is it a workbook.

A workbook is a zip. A small zip can hold a thousand times its size, and one cell in the last
corner of a sheet makes a reader ask for all the memory there is, so both are checked first.
"""

import re
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.parsers import expat

from waterpas.errors import InputError
from waterpas.texts import mark
from waterpas.unpacking import swells

CHUNK = 1 << 20
MOST_CELLS = 30_000_000
CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"

# Merged cells: first row, first column, last row, last column, counted from 0.
Merged = tuple[int, int, int, int]


@dataclass(slots=True)
class Spans:
    """Merged cells of an .ods, per sheet."""

    by_sheet: dict[str, list[Merged]] = field(default_factory=dict)


def check_package(path: Path) -> Spans:
    """Refuse a zip bomb, a password, a damaged file, and a zip that is no workbook."""
    try:
        with zipfile.ZipFile(path) as package:
            _check_sizes(package, path.name)
            _check_kind(package, path)
            return _check_contents(package, path)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError) as error:
        raise damaged(path.name) from error
    except (NotImplementedError, RuntimeError) as error:  # a zip with a password of its own
        raise locked(path.name) from error


def damaged(name: str) -> InputError:
    """The error for a workbook that cannot be unpacked."""
    return InputError(
        mark("%(source)s is beschadigd. Open het in uw rekenprogramma en bewaar het opnieuw."),
        source=name,
    )


def locked(name: str) -> InputError:
    """The error for a workbook with a password."""
    return InputError(
        mark("%(source)s heeft een wachtwoord. Bewaar een kopie zonder wachtwoord en kies die."),
        source=name,
    )


def too_large(name: str) -> InputError:
    """The error for a workbook that would fill the memory."""
    return InputError(
        mark(
            "%(source)s is uitgepakt te groot om veilig te openen. Bewaar het blad als CSV en "
            "kies dat bestand."
        ),
        source=name,
    )


def _check_sizes(package: zipfile.ZipFile, name: str) -> None:
    if swells(package):
        raise too_large(name)


def _check_kind(package: zipfile.ZipFile, path: Path) -> None:
    names = set(package.namelist())
    if path.suffix.lower() == ".ods":
        good = "content.xml" in names and _start(package, "mimetype").startswith(ODS)
    else:
        good = "xl/workbook.xml" in names
    if not good:
        raise InputError(
            mark(
                "%(source)s is geen werkmap, al heet het wel zo. Bewaar de tabel opnieuw als "
                ".xlsx, .ods of .csv."
            ),
            source=path.name,
        )
    if b"encryption-data" in _start(package, "META-INF/manifest.xml"):
        raise locked(path.name)


def _start(package: zipfile.ZipFile, member: str) -> bytes:
    if member not in package.namelist():
        return b""
    with package.open(member) as file:
        return file.read(CHUNK)


def _check_contents(package: zipfile.ZipFile, path: Path) -> Spans:
    """Unpack everything once, in pieces: sizes in the directory of a zip can be made up."""
    spans = Spans()
    for member in package.namelist():
        with package.open(member) as file:
            pieces = iter(partial(file.read, CHUNK), b"")
            if path.suffix.lower() == ".ods" and member == "content.xml":
                spans = _Sheets(path.name).read(pieces)
            elif member.startswith("xl/worksheets/"):
                _check_corner(pieces, path.name)
            else:
                deque(pieces, maxlen=0)
    return spans


def _check_corner(pieces: Iterator[bytes], name: str) -> None:
    """Refuse a sheet whose used rectangle is too large, by the addresses of its cells."""
    rest, rows, columns = b"", [0], {b"A"}
    for piece in pieces:
        found = CELL.findall(rest + piece)
        rows.append(max((int(row) for _, row in found), default=0))
        columns.update({column.upper() for column, _ in found})
        rest = piece[-40:]
    if max(rows) * max(map(_number, columns)) > MOST_CELLS:
        raise too_large(name)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number


class _Sheets:
    """Walks through the content.xml of an .ods: how large each sheet is, and what is merged."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.spans = Spans()
        self.sheet = ""
        self.row = self.column = self.repeat = 0
        self.last_row = self.last_column = 0

    def read(self, pieces: Iterator[bytes]) -> Spans:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
        return self.spans

    def _refuse(self, *_: object) -> None:
        raise damaged(self.name)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.sheet = attributes.get("table:name", "")
            self.row = self.last_row = self.last_column = 0
        elif tag == "table:table-row":
            self.column, self.repeat = 0, int(attributes.get("table:number-rows-repeated", "1"))
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)
        elif tag == "text:p":
            self._filled()

    def _cell(self, attributes: dict[str, str]) -> None:
        first = self.column
        self.column += int(attributes.get("table:number-columns-repeated", "1"))
        width = int(attributes.get("table:number-columns-spanned", "1"))
        height = int(attributes.get("table:number-rows-spanned", "1"))
        if width > 1 or height > 1:
            merged = self.spans.by_sheet.setdefault(self.sheet, [])
            merged.append((self.row, first, self.row + height - 1, first + width - 1))
        if "office:value-type" in attributes:
            self._filled()

    def _filled(self) -> None:
        self.last_row = max(self.last_row, self.row + self.repeat)
        self.last_column = max(self.last_column, self.column)
        if self.last_row * self.last_column > MOST_CELLS:
            raise too_large(self.name)

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self.row += self.repeat
