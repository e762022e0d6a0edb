"""The cells of a table of counts, found by the names that the layout gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from waterpas.errors import CallError, CountError, InputError
from waterpas.results import Count, LeftOut, Note, Source
from waterpas.tallies.counts import is_either_way, read_count
from waterpas.tallies.files import TEXT, WORKBOOKS, check_file
from waterpas.tallies.layouts.layout import Layout
from waterpas.tallies.places import address, listed, nearest, one_line
from waterpas.tallies.rounding import hidden
from waterpas.tallies.table import Progress
from waterpas.tallies.text_files import matrix
from waterpas.tallies.workbooks import read_sheet
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table of counts, with the places that the layout names.

    columns : per group where it stands, counted from 0; labels : per row label its rows, counted
    from 1.
    """

    source: str
    sheet: str
    cells: Sequence[Sequence[object]]
    columns: Mapping[str, int]
    labels: Mapping[str, list[int]]
    sha256: str


def read_grid(path: Path, layout: Layout, progress: Progress | None) -> Grid:
    """Open the file and find the columns and rows that the layout names."""
    check_file(path)
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        found = read_sheet(path, sheet=layout.sheet, progress=progress)
        cells, sheet, sha256 = found.rows, found.name, found.sha256
    elif suffix in TEXT:
        cells, sha256 = matrix(path, progress=progress)
        sheet = path.stem
    else:
        raise CallError(mark("Een indeling hoort bij een bestand: .xlsx, .xlsm, .ods of .csv."))
    header = _header(cells, layout, source=path.name, sheet=sheet)
    label = _find(layout.label_column, header, layout, source=path.name, sheet=sheet)
    columns = {
        group.level: _find(group.header, header, layout, source=path.name, sheet=sheet)
        for group in layout.groups
    }
    labels: dict[str, list[int]] = {}
    for number, row in enumerate(cells[layout.header_row :], start=layout.header_row + 1):
        if label < len(row) and row[label] is not None:
            labels.setdefault(normal(row[label]), []).append(number)
    return Grid(path.name, sheet, cells, columns, labels, sha256)


def normal(text: object) -> str:
    """Text with every run of white space as one space."""
    return " ".join(str(text).split())


def _header(
    cells: Sequence[Sequence[object]], layout: Layout, *, source: str, sheet: str
) -> list[str]:
    if len(cells) < layout.header_row:
        raise InputError(
            mark(
                "Blad '%(sheet)s' van %(source)s heeft geen rij %(row)s. De indeling %(layout)s "
                "zoekt daar de kolomnamen."
            ),
            sheet=sheet,
            source=source,
            row=layout.header_row,
            layout=layout.id,
        )
    return ["" if cell is None else normal(cell) for cell in cells[layout.header_row - 1]]


def _find(name: str, header: Sequence[str], layout: Layout, *, source: str, sheet: str) -> int:
    places = [at for at, text in enumerate(header) if text == normal(name)]
    if len(places) == 1:
        return places[0]
    if places:
        message = mark(
            "De kolom '%(column)s' staat meer dan één keer in rij %(row)s van blad '%(sheet)s' van "
            "%(source)s. Geef elke kolom een eigen naam."
        )
    else:
        message = mark(
            "De kolom '%(column)s' staat niet in rij %(row)s van blad '%(sheet)s' van %(source)s. "
            "Bedoelt u een van deze: %(nearest)s?"
        )
    raise InputError(
        message,
        column=normal(name),
        row=layout.header_row,
        sheet=sheet,
        source=source,
        nearest=nearest(name, [text for text in header if text]),
    )


class Reader:
    """Reads counts out of a grid, and remembers which rows were used."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid = grid
        self.layout = layout
        self.used: set[int] = set()
        self.hidden = 0
        self.unrounded = 0
        self.either: tuple[int, int, object] | None = None
        self.proved = False

    def count(self, labels: Sequence[str], level: str) -> Count:
        """The sum of the rows with these labels, in the column of one group."""
        return reduce(add, (self._cell(self._row(label), level) for label in labels))

    def _row(self, label: str) -> int:
        rows = self.grid.labels.get(normal(label), [])
        if len(rows) == 1:
            self.used.add(rows[0])
            return rows[0]
        if rows:
            message = mark(
                "De rij '%(label)s' staat meer dan één keer in kolom '%(column)s' van blad "
                "'%(sheet)s' van %(source)s: rij %(rows)s. Geef elke rij een eigen naam."
            )
        else:
            message = mark(
                "De rij '%(label)s' staat niet in kolom '%(column)s' van blad '%(sheet)s' van "
                "%(source)s. Bedoelt u een van deze: %(nearest)s?"
            )
        raise InputError(
            message,
            label=normal(label),
            column=self.layout.label_column,
            sheet=self.grid.sheet,
            source=self.grid.source,
            rows=listed(rows),
            nearest=nearest(label, list(self.grid.labels)),
        )

    def _cell(self, row: int, level: str) -> Count:
        cells, place = self.grid.cells[row - 1], self.grid.columns[level]
        value = cells[place] if place < len(cells) else None
        count = self._read(value)
        if count is None:
            raise CountError(
                mark(
                    "Op blad '%(sheet)s' van %(source)s staat in cel %(cell)s (rij %(row)s, kolom "
                    "'%(column)s') geen aantal maar '%(value)s'. Vul een heel getal in, of zet bij "
                    "'hidden' in de indeling wat een verborgen aantal is."
                ),
                sheet=self.grid.sheet,
                source=self.grid.source,
                cell=address(row, place),
                row=row,
                column=normal(self.grid.cells[self.layout.header_row - 1][place]),
                value="" if value is None else one_line(value),
            )
        if is_either_way(value):
            self.either = self.either or (row, place, value)
        elif count.value is not None:
            self.proved = True
        self.hidden += count.value is None
        self.unrounded += bool(count.value and count.value % (self.layout.rounded_to or 1))
        return count

    def _read(self, value: object) -> Count | None:
        text = "" if value is None else normal(value).casefold()
        if text in self.layout.hidden:
            return hidden(below=self.layout.hidden[text])
        try:
            return read_count(value, rounded_to=self.layout.rounded_to)
        except ValueError:
            return None

    def check_marks(self) -> None:
        """Refuse counts of which every one can be thousands or a fraction."""
        if self.either is None or self.proved:
            return
        row, place, value = self.either
        raise CountError(
            mark(
                "In %(source)s, rij %(row)s, kolom %(column)s staat '%(value)s': dat kan een "
                "duizendtal zijn of een getal met cijfers achter de komma, en de rest van de kolom "
                "zegt het niet. Schrijf de getallen zonder teken voor duizendtallen."
            ),
            source=self.grid.source,
            row=row,
            column=normal(self.grid.cells[self.layout.header_row - 1][place]),
            value=one_line(value),
        )

    def source(self) -> Source:
        """How many rows there were, and how many the layout named."""
        rows = sum(map(len, self.grid.labels.values()))
        rest = rows - len(self.used)
        left_out = (LeftOut("not-in-layout", rest),) if rest else ()
        return Source(self.grid.source, self.grid.sha256, rows, len(self.used), left_out)

    def notes(self) -> tuple[Note, ...]:
        """How many counts were hidden, and how many are not rounded as said."""
        hidden = Note("hidden-counts", {"rows": self.hidden})
        unrounded = Note("not-rounded", {"rows": self.unrounded})
        return (*((hidden,) if self.hidden else ()), *((unrounded,) if self.unrounded else ()))
