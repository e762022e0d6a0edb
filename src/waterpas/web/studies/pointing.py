"""From cells that somebody pointed at to a layout. Plain Python: no database, no Django."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from waterpas.errors import CallError
from waterpas.tallies.places import letters
from waterpas.tallies.text_files import matrix
from waterpas.tallies.workbooks import read_sheet
from waterpas.texts import mark
from waterpas.web.studies.rules import said_of_organisation

MOST_ROWS, MOST_COLUMNS = 1000, 40
HIDDEN_BELOW = 10


@dataclass(frozen=True, slots=True)
class Table:
    """What one sheet looks like: its cells as text, and the names of the other sheets."""

    sheet: str
    sheets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cut: bool = False

    @property
    def columns(self) -> list[str]:
        """The letters of the columns."""
        return [letters(place) for place in range(max(map(len, self.rows), default=0))]

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, by its row (counted from 1) and its column (counted from 0)."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else ""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What somebody pointed at: rows counted from 1, columns from 0; per step its rows."""

    header_row: int
    label_column: int
    groups: tuple[int, ...]
    steps: tuple[tuple[int, ...], ...]


def read_table(path: Path, *, sheet: str | None = None) -> Table:
    """Read one sheet, as far as it is shown."""
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        cells: Sequence[Sequence[object]] = matrix(path, progress=None)[0]
        return Table("", (), _texts(cells), cut=len(cells) > MOST_ROWS)
    found = read_sheet(path, sheet=sheet)
    sheets = (found.name, *found.others)
    return Table(found.name, sheets, _texts(found.rows), cut=len(found.rows) > MOST_ROWS)


def _texts(cells: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple("" if cell is None else one_line(cell) for cell in row[:MOST_COLUMNS])
        for row in cells[:MOST_ROWS]
    )


def one_line(value: object) -> str:
    """Text with every run of white space as one space."""
    return " ".join(str(value).split())


def guess(table: Table) -> tuple[int, int]:
    """A first idea of the header row and of the column with the names of the rows."""
    header = next((at for at, row in enumerate(table.rows, 1) if _is_header(row)), 1)
    body = table.rows[header:]
    words = [
        sum(bool(cell) and not _is_number(cell) for row in body for cell in row[place : place + 1])
        for place in range(len(table.columns))
    ]
    return header, words.index(max(words)) if words else 0


def _is_header(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) >= 3 and not any(map(_is_number, filled))


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?[\d.,\s]+", cell))


def check(table: Table, pointed: Pointed) -> None:
    """Refuse what cannot become a layout; the sentence says what is still missing."""
    if len(pointed.groups) < 2:
        raise CallError(mark("Wijs minstens twee kolommen met groepen aan."))
    if len(pointed.steps) < 2:
        raise CallError(
            mark("Wijs minstens twee stappen aan: zet een 1 en een 2 bij de rijen waar zij staan.")
        )
    empty = [at for at in pointed.groups if not table.cell(pointed.header_row, at)]
    if empty or not table.cell(pointed.header_row, pointed.label_column):
        raise CallError(
            mark("In rij %(row)s heeft niet elke aangewezen kolom een naam. Kies een andere rij."),
            row=pointed.header_row,
        )


def label_of(table: Table, pointed: Pointed, rows: Sequence[int]) -> str:
    """What the table calls a step: the labels of its rows."""
    return " + ".join(table.cell(row, pointed.label_column) for row in rows)


def names_of_groups(table: Table, pointed: Pointed) -> list[str]:
    """What the table calls the groups."""
    return [table.cell(pointed.header_row, at) for at in pointed.groups]


def layout_of(table: Table, pointed: Pointed, said: Mapping[str, str]) -> dict[str, object]:
    """The layout, in the form of the package's JSON Schema.

    `said` holds what was filled in: step-1, of-2, hit-2, group-1, column, rounded, organisation,
    unit, verb, thing, source, date, licence.
    """
    layout: dict[str, object] = {
        "version": 1,
        "id": _slug(said["source"]) or "eigen-tabel",
        **({"sheet": table.sheet} if table.sheet else {}),
        "header_row": pointed.header_row,
        "label_column": table.cell(pointed.header_row, pointed.label_column),
        "column": said["column"],
        "groups": [
            {"header": header, "level": said[f"group-{at}"], "label": _both(said[f"group-{at}"])}
            for at, header in enumerate(names_of_groups(table, pointed), 1)
        ],
        "steps": [_step(table, pointed, at, said) for at in range(1, len(pointed.steps) + 1)],
    }
    if rounded := int(said["rounded"]):
        layout["rounded_to"] = rounded
    if said.get("hidden"):
        layout["hidden"] = {said["hidden"]: HIDDEN_BELOW}
    if question := _question(said):
        layout["question"] = question
    return layout | {"source": {name: said[key] for name, key in SOURCE.items()}}


SOURCE = {"name": "source", "date": "date", "licence": "licence"}


def _step(table: Table, pointed: Pointed, at: int, said: Mapping[str, str]) -> dict[str, object]:
    rows = [table.cell(row, pointed.label_column) for row in pointed.steps[at - 1]]
    step: dict[str, object] = {
        "id": f"stap-{at}",
        "label": _both(said[f"step-{at}"]),
        "rows": rows,
    }
    if at > 1:
        step["of"] = f"stap-{said[f'of-{at}']}"
    return step | ({"hit_rate": True} if said.get(f"hit-{at}") else {})


def _question(said: Mapping[str, str]) -> dict[str, object]:
    question: dict[str, object] = {}
    if said.get("organisation"):
        question["organisation"] = said_of_organisation(said["organisation"])
    if said.get("unit"):
        question["unit"] = _both(said["unit"])
    if said.get("verb"):
        verb, rest = said["verb"], said.get("thing", "")
        question["did"] = {"nl": [verb, rest], "en": [verb, rest]}
    return question


def _both(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


def _slug(text: str) -> str:
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
