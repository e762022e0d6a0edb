"""From the file that somebody chose to rows of the register, or one sentence about what is wrong.

The readers of the library are used for their cells only: reading a sheet is not measuring.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from waterpas.errors import WaterpasError
from waterpas.tallies.files import check_file
from waterpas.tallies.places import letters
from waterpas.tallies.text_files import matrix
from waterpas.tallies.workbooks import read_sheet
from waterpas.web.register.cells import Unclear, value_of
from waterpas.web.register.listed import Entry, Listed, Problem, SheetUnusable
from waterpas.web.register.rules import folded, one_line
from waterpas.web.ui.carried import Carried, in_memory
from waterpas.web.ui.languages import language_of_page, thousands

MOST_ROWS = 1000
MOST_PROBLEMS = 200
HEADER_WITHIN = 20
EXAMPLES = ("voorbeeld:", "example:")
Cells = Sequence[Sequence[object]]

# What people write above a column, per field; the first is what our template writes.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "title": ("naam", "titel", "onderwerp", "name", "title", "item", "subject"),
    "description": ("omschrijving", "beschrijving", "toelichting", "uitleg", "description"),
    "kind": ("soort", "type", "kind"),
    "role": ("rol", "rol van de gemeente", "role"),
    "owner": ("eigenaar", "eigenaar (functie)", "verantwoordelijke", "functie", "owner"),
    "delivery": ("uitvoering", "wie het uitvoert", "uitvoeringsvorm", "delivery"),
    "carried_out_by": ("uitvoerder", "uitgevoerd door", "aanbieder", "carried out by"),
    "last_examined": (
        "laatst onderzocht",
        "onderzocht op",
        "laatste onderzoek",
        "datum onderzoek",
        "last examined",
    ),
}


def read(file: Carried, *, today: date) -> Listed:
    """Read a file. Raises SheetUnusable when it cannot be read as a whole."""
    try:
        with in_memory(file) as path:
            check_file(path)
            sheet, cells = _cells(path)
    except WaterpasError as error:
        raise SheetUnusable(error.text(language_of_page())) from error
    header = _header_row(cells)
    columns = _columns(cells[header])
    filled = [(at, row) for at, row in enumerate(cells[header + 1 :], header + 2) if any_in(row)]
    _refuse_many(len(filled))
    entries, problems = _entries(filled, columns, today)
    return Listed(
        name=file.name,
        sheet=sheet,
        columns={field: letters(place) for field, place in columns.items()},
        unused=_unused(cells[header], columns),
        entries=tuple(entries),
        problems=tuple(islice(problems, MOST_PROBLEMS)),
    )


def _cells(path: Path) -> tuple[str, Cells]:
    if path.suffix.lower() == ".csv":
        return "", matrix(path)[0]
    found = read_sheet(path)
    return found.name if found.others else "", found.rows


def any_in(row: Sequence[object]) -> bool:
    """Whether a row has anything in it."""
    return any(cell is not None and str(cell).strip() for cell in row)


def _header_row(cells: Cells) -> int:
    for at, row in enumerate(cells[:HEADER_WITHIN]):
        if any(_field(cell) == "title" for cell in row):
            return at
    raise SheetUnusable(
        _(
            "Wij zien geen kolom met de namen van de onderwerpen. Zet 'naam' boven die kolom en "
            "kies het bestand opnieuw."
        )
    )


def _field(cell: object) -> str | None:
    name = folded(str(cell or "")).rstrip(":*").strip().replace("_", " ")
    return next((field for field, names in HEADERS.items() if name in names), None)


def _columns(header: Sequence[object]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(header):
        field = _field(cell)
        if field in columns:
            raise SheetUnusable(
                _(
                    "De kolommen %(first)s en %(second)s gaan volgens hun kop over hetzelfde. Geef "
                    "een van de twee een andere kop."
                )
                % {"first": letters(columns[field]), "second": letters(place)}
            )
        if field:
            columns[field] = place
    return columns


def _unused(header: Sequence[object], columns: Mapping[str, int]) -> tuple[str, ...]:
    taken = set(columns.values())
    texts = (one_line(str(c))[:60] for at, c in enumerate(header) if c and at not in taken)
    return tuple(text for text in texts if text)[:40]


def _refuse_many(rows: int) -> None:
    if rows == 0:
        raise SheetUnusable(
            _("Onder de koppen staat geen enkele rij. Vul het bestand en kies het opnieuw.")
        )
    if rows > MOST_ROWS:
        raise SheetUnusable(
            _(
                "Dit bestand heeft %(rows)s rijen. Wij lezen er hoogstens %(most)s tegelijk in. "
                "Splits het bestand."
            )
            % {
                "rows": thousands(rows),
                "most": thousands(MOST_ROWS),
            }
        )


def _entries(
    rows: Sequence[tuple[int, Sequence[object]]], columns: Mapping[str, int], today: date
) -> tuple[list[Entry], list[Problem]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, row in rows:
        values, wrong = _values(number, row, columns, today)
        title = values.pop("title", "")
        if not any(problem.place == _place(columns["title"], number) for problem in wrong):
            wrong += _wrong_title(title, _place(columns["title"], number), seen)
        problems += wrong
        if not wrong:
            entries.append(Entry(number, title, values))
        if title:
            seen.setdefault(folded(title), number)
    return entries, problems


def _values(
    number: int, row: Sequence[object], columns: Mapping[str, int], today: date
) -> tuple[dict[str, str], list[Problem]]:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for field, place in columns.items():
        cell = row[place] if place < len(row) else None
        try:
            if value := value_of(field, cell, today=today):
                values[field] = value
        except Unclear as unclear:
            problems.append(Problem(_place(place, number), str(unclear)))
    return values, problems


def _wrong_title(title: str, place: str, seen: Mapping[str, int]) -> Iterator[Problem]:
    if not title:
        yield Problem(
            place,
            _(
                "Deze rij heeft geen naam. Typ de naam van het onderwerp in deze cel. Staat er een "
                "formule of een foutmelding? Zet daar dan de naam zelf neer."
            ),
        )
    elif folded(title).startswith(EXAMPLES):
        yield Problem(place, _("Dit is een voorbeeldrij. Die lezen wij niet in."))
    elif folded(title) in seen:
        yield Problem(
            place,
            _("'%(title)s' staat ook in rij %(row)s. Zet elk onderwerp één keer in het bestand.")
            % {"title": title, "row": seen[folded(title)]},
        )


def _place(column: int, row: int) -> str:
    return f"{letters(column)}{row}"
