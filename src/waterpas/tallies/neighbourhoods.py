"""Read Kerncijfers wijken en buurten of Statistics Netherlands (CBS)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waterpas.codebooks.neighbourhoods import (
    CODES,
    GROUPS,
    RESIDENTS,
    ROUNDED_TO,
    WATER,
    column_of,
    is_secret,
)
from waterpas.codebooks.words import YES, folded
from waterpas.errors import InputError
from waterpas.frozen import Deep
from waterpas.results import Count, Source
from waterpas.tallies.build import open_source
from waterpas.tallies.loaded import as_text
from waterpas.tallies.rounding import rounded
from waterpas.tallies.table import Table
from waterpas.texts import mark


@dataclass(frozen=True, slots=True)
class Neighbourhood(Deep):
    """One area: residents, and per group its percentage as CBS wrote it, or its number of people.

    None: CBS did not give it, or made it secret.
    """

    residents: Count | None
    percentages: Mapping[str, str | None]
    numbers: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Neighbourhoods(Deep):
    """Areas by their code ("BU05991051"), which groups the file knows, and where it came from."""

    areas: Mapping[str, Neighbourhood]
    groups: tuple[str, ...]
    source: Source


def read_neighbourhoods(source: object, *, sheet: str | None = None) -> Neighbourhoods:
    """Read the key figures of neighbourhoods: how many people live there, and their origin.

    Answers: "which part of the residents of each area has this origin, by the figures of CBS?"
    It says nothing about any single resident, and nothing about who applied for something.

    Parameters
    ----------
    source : path, frame or list
        A .csv, .xlsx, .ods or .parquet file with one row per area, a frame, or a list of dicts.
        Columns are known by their stem: `buurtcode`, `aantal_inwoners`,
        `percentage_met_herkomstland_buiten_europa`; or those of StatLine, with any number behind
        them: `Codering_3`, `AantalInwoners_5`, `BuitenEuropa_19` (numbers of people).
    sheet : str, optional
        The sheet of a workbook.

    Returns
    -------
    Neighbourhoods
        Residents as CBS rounded them (to 5); what is missing or secret (-99997, -99995,
        -99999999, '.' or empty) is None, never a number. Areas of water are left out.

    Raises
    ------
    InputError
        If there is no column with codes or none about origin, or a code occurs twice.

    Examples
    --------
    >>> table = [
    ...     {"buurtcode": "BU00010001", "aantal_inwoners": 1250,
    ...      "percentage_met_herkomstland_buiten_europa": 23},
    ...     {"buurtcode": "BU00010002", "aantal_inwoners": 40,
    ...      "percentage_met_herkomstland_buiten_europa": -99997},
    ... ]
    >>> found = read_neighbourhoods(table)
    >>> found.areas["BU00010001"].percentages["buiten-europa"]
    '23'
    >>> found.areas["BU00010002"].percentages["buiten-europa"] is None
    True
    """
    with open_source(source, sheet=sheet) as table:
        columns = _columns_of(table)
        areas: dict[str, Neighbourhood] = {}
        for row in _rows(table, columns.every):
            code = columns.code_in(row)
            if not code or columns.is_water(row):
                continue
            if code in areas:
                raise _twice(code, table)
            areas[code] = columns.area(row)
        if not areas:
            raise _nothing(table)
        used = Source(table.name, table.sha256, None, len(areas))
    return Neighbourhoods(areas, columns.groups, used)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table hold what."""

    codes: tuple[str, ...]
    residents: str | None
    water: str | None
    percentages: Mapping[str, str]
    numbers: Mapping[str, str]

    @property
    def every(self) -> tuple[str, ...]:
        """All of them, each once."""
        others = (self.residents, self.water)
        named = (*self.codes, *(each for each in others if each))
        return (*named, *self.percentages.values(), *self.numbers.values())

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that the table knows."""
        return tuple(name for name in GROUPS if name in {*self.percentages, *self.numbers})

    def code_in(self, row: Mapping[str, str]) -> str:
        """The code of the area that a row is about; empty: none."""
        filled = (row[each].strip().upper() for each in self.codes if not is_secret(row[each]))
        return next(filled, "")

    def is_water(self, row: Mapping[str, str]) -> bool:
        """Whether nobody can live there."""
        return self.water is not None and folded(row[self.water]) in YES

    def area(self, row: Mapping[str, str]) -> Neighbourhood:
        """What a row says."""
        residents = _whole(row[self.residents]) if self.residents else None
        return Neighbourhood(
            residents=None if residents is None else rounded(residents, to=ROUNDED_TO),
            percentages={
                name: None if is_secret(row[column]) else row[column]
                for name, column in self.percentages.items()
            },
            numbers={name: _whole(row[column]) for name, column in self.numbers.items()},
        )


def _columns_of(table: Table) -> _Columns:
    columns = table.columns
    codes = _known(columns, {stem: stem for stem in CODES})
    percentages = _known(columns, {name: group.percentage for name, group in GROUPS.items()})
    numbers = _known(
        columns, {name: each.number for name, each in GROUPS.items() if name not in percentages}
    )
    residents = next((c for stem in RESIDENTS if (c := column_of(stem, columns))), None)
    if not codes:
        raise InputError(
            mark(
                "In %(source)s staat geen kolom met de code van het gebied (buurtcode, wijkcode, "
                "gemeentecode of Codering)."
            ),
            source=table.name,
        )
    if not percentages and not (numbers and residents):
        raise InputError(
            mark(
                "In %(source)s staat geen kolom met een percentage naar herkomst. Neem de tabel "
                "Kerncijfers wijken en buurten van het CBS, van 2022 of later."
            ),
            source=table.name,
        )
    return _Columns(
        tuple(codes.values()), residents, column_of(WATER, columns), percentages, numbers
    )


def _known(columns: Sequence[str], stems: Mapping[str, str]) -> dict[str, str]:
    found = {name: column_of(stem, columns) for name, stem in stems.items()}
    return {name: column for name, column in found.items() if column}


def _rows(table: Table, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Row by row, as text; an empty cell is an empty text."""
    read = {name: table.values(table.columns.index(name)) for name in columns}
    for row in zip(*read.values(), strict=True):
        texts = ("" if value is None else as_text(value) for _, value in row)
        yield dict(zip(read, texts, strict=True))


def _whole(text: str) -> int | None:
    if is_secret(text):
        return None
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        return None
    return int(found) if found >= 0 else None


def _twice(code: str, table: Table) -> InputError:
    return InputError(
        mark("De code %(code)s staat twee keer in %(source)s. Neem de tabel van één jaar."),
        code=code,
        source=table.name,
    )


def _nothing(table: Table) -> InputError:
    return InputError(
        mark("In %(source)s staat geen enkel gebied met inwoners."), source=table.name
    )
