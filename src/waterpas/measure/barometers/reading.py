"""From a small table of percentages to lines that were checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from waterpas.codebooks.words import HIDDEN, NO_ANSWER, folded
from waterpas.errors import CallError, InputError, Phrase
from waterpas.measure.barometers.bounds import LEVELS, Line, shares_of
from waterpas.measure.barometers.columns import Columns, find_columns
from waterpas.results import Count, Source
from waterpas.tallies.build import open_source
from waterpas.tallies.counts import read_count, refuse
from waterpas.tallies.frames import LIST
from waterpas.tallies.places import one_line
from waterpas.tallies.table import Table
from waterpas.texts import mark

EVERYTHING = "hele organisatie"
PART = "onderdeel"
HIDDEN_WORDS = NO_ANSWER | frozenset(HIDDEN) | {"-", "–", "geheim", "n.b."}
MOST_DECIMALS = 6
MOST_LINES = 100
NEAR_ONE = Decimal("0.02")  # of three parts of one, each rounded
Percents = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was read: its place in the source, and its values."""

    number: int
    part: str
    year: str
    jobs: Count | None
    percents: Percents


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a table, what its parts are called, where it came from, and in which rows."""

    lines: tuple[Line, ...]
    column: str
    source: Source
    rows: tuple[int, ...] = ()


def read(
    source: object,
    asked: Mapping[str, str | None],
    *,
    rounded_to: int | None = None,
    sheet: str | None = None,
) -> Reading:
    """Read and check a table with a row per part; `asked` names columns by what they hold."""
    with open_source(source, sheet=sheet) as table:
        name = named(table.name)
        columns = find_columns(table.columns, asked, source=name)
        rows = list(_rows(table, columns, rounded_to))
        column = PART if columns.part is None else table.columns[columns.part]
        found = Source(table.name, table.sha256, len(rows), len(rows))
    _refuse_length(rows, name)
    rows = _in_percents(rows)
    lines = tuple(_line(row, name) for row in rows)
    _refuse_twice(lines, name)
    return Reading(lines, column, found, tuple(row.number for row in rows))


def named(source: str) -> str | Phrase:
    """What a source is called in a sentence; rows of our own have no name."""
    return Phrase(mark("de tabel"), {}) if source == LIST else source


def refuse_larger(found: Reading, whole: str | None) -> None:
    """Refuse a part with more jobs than the whole organisation has in that year."""
    all_jobs = {line.year: line.jobs for line in found.lines if line.part == whole}
    for line, row in zip(found.lines, found.rows, strict=True):
        most = all_jobs.get(line.year)
        if line.jobs and most and line.jobs.low > most.high:
            raise InputError(
                mark(
                    "In %(source)s, rij %(row)s, heeft '%(part)s' %(jobs)s banen. Dat is meer dan "
                    "de hele organisatie heeft: %(most)s. Verbeter een van beide aantallen."
                ),
                source=named(found.source.name),
                row=row,
                part=line.part,
                jobs=line.jobs.value,
                most=most.value,
            )


def _rows(table: Table, columns: Columns, rounded_to: int | None) -> Iterator[Row]:
    values = {place: dict(table.values(place)) for place in range(len(table.columns))}
    for number in values[columns.origins[0]]:
        row = {place: column.get(number) for place, column in values.items()}
        if all(_is_empty(value) for value in row.values()):
            continue
        yield Row(
            number=number,
            part=_text(row, columns.part) or EVERYTHING,
            year=_text(row, columns.year),
            jobs=_jobs(row, columns.jobs, number, table, rounded_to),
            percents=tuple(_percent(row[at], number, at, table) for at in columns.origins),
        )


def _is_empty(value: object) -> bool:
    return value is None or not str(value).strip()


def _text(row: Mapping[int, object], place: int | None) -> str:
    if place is None or _is_empty(row[place]):
        return ""
    return " ".join(str(row[place]).split())


def _jobs(
    row: Mapping[int, object], place: int | None, number: int, table: Table, rounded_to: int | None
) -> Count | None:
    """How many jobs there are; None: it was not said, or hidden."""
    if place is None:
        return None
    try:
        found = read_count(row[place], rounded_to=rounded_to)
    except ValueError:
        refuse(row[place], row=number, column=table.columns[place], source=named(table.name))
    return found if found is not None and found.value is not None else None


def _percent(value: object, number: int, place: int, table: Table) -> Decimal | None:
    """A percentage; None: hidden."""
    text = "" if value is None else folded(str(value)).removesuffix("%").strip()
    if text in HIDDEN_WORDS:
        return None
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        found = Decimal(-1)
    if not (found.is_finite() and 0 <= found <= 100):
        raise InputError(
            mark(
                "In %(source)s, rij %(row)s, kolom %(column)s staat '%(value)s'. Dat is geen "
                "percentage van 0 tot en met 100. Verbeter het, of zet een x als het verborgen is."
            ),
            source=named(table.name),
            row=number,
            column=table.columns[place],
            value=one_line(value),
        )
    return found


def _in_percents(rows: Sequence[Row]) -> list[Row]:
    """The rows with percentages: a workbook keeps 79% as 0.79."""
    known = [percent for row in rows for percent in row.percents if percent is not None]
    whole = [_sum(row.percents) for row in rows if None not in row.percents]
    is_parts = whole and max(known) <= 1 and all(abs(each - 1) <= NEAR_ONE for each in whole)
    if not is_parts:
        return list(rows)
    return [
        Row(
            row.number,
            row.part,
            row.year,
            row.jobs,
            tuple(None if p is None else _trimmed(100 * p) for p in row.percents),
        )
        for row in rows
    ]


def _sum(percents: Percents) -> Decimal:
    return sum((p for p in percents if p is not None), Decimal(0))


def _trimmed(percent: Decimal) -> Decimal:
    """79.00 as 79: the noughts were made by our own multiplying."""
    rounded = round(percent, MOST_DECIMALS)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize()


def decimals_of(percents: Iterable[Decimal | None]) -> int:
    """How many decimals the percentages of a row were given with, at most.

    Not of a table: of another year they may have been rounded otherwise.
    """
    found = [-int(p.as_tuple().exponent) for p in percents if p is not None]
    return min(MOST_DECIMALS, max([0, *found]))


def _line(row: Row, source: str | Phrase) -> Line:
    decimals = decimals_of(row.percents)
    try:
        shares = shares_of(row.percents, decimals=decimals)
    except ValueError as error:
        raise InputError(
            mark(
                "In %(source)s, rij %(row)s, zijn de percentages samen %(sum)s. Dat kan niet door "
                "afronden komen. Kijk of alle drie over dezelfde banen gaan."
            ),
            source=source,
            row=row.number,
            sum=_in_words(_sum(row.percents)),
        ) from error
    return Line(row.part, row.year, row.jobs, shares, decimals)


def _in_words(number: Decimal) -> str | Phrase:
    """A number with the decimal sign of the language."""
    whole, _point, part = str(number).partition(".")
    return Phrase(mark("%(whole)s,%(part)s"), {"whole": whole, "part": part}) if part else whole


def _refuse_length(rows: Sequence[Row], source: str | Phrase) -> None:
    if not rows:
        raise InputError(
            mark("In %(source)s staat geen enkele rij met percentages."), source=source
        )
    if len(rows) > MOST_LINES:
        raise InputError(
            mark(
                "In %(source)s staan %(rows)s rijen. Een tabel van de Barometer heeft er een paar: "
                "één voor de hele organisatie en één voor elk deel."
            ),
            source=source,
            rows=len(rows),
        )


def _refuse_twice(lines: Sequence[Line], source: str | Phrase) -> None:
    names = [(line.part, line.year) for line in lines]
    for name in names:
        if names.count(name) > 1:
            raise InputError(
                mark(
                    "In %(source)s staat '%(part)s' twee keer. Geef elk deel één rij, of noem de "
                    "kolom met het deel met part (--part), en die met het jaar met year (--year)."
                ),
                source=source,
                part=" ".join(each for each in name if each),
            )


def outside_of(given: Mapping[str, object] | None) -> dict[str, tuple[Decimal, int]]:
    """Percentages of elsewhere, per origin, with how many decimals they were given."""
    found: dict[str, tuple[Decimal, int]] = {}
    for level, value in (given or {}).items():
        if level not in LEVELS:
            raise CallError(
                mark("Herkomst '%(level)s' is er niet. Kies uit: %(levels)s."),
                level=level,
                levels=", ".join(LEVELS),
            )
        found[level] = _given(value, level)
    if sum(percent for percent, _ in found.values()) > 100 + len(found):
        raise CallError(mark("De percentages van elders zijn samen meer dan 100. Verbeter ze."))
    return found


def _given(value: object, level: str) -> tuple[Decimal, int]:
    try:
        percent = Decimal(str(value).strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        percent = Decimal(-1)
    if not percent.is_finite() or not 0 <= percent <= 100:
        raise CallError(
            mark(
                "Het percentage van elders voor herkomst '%(level)s' is geen getal van 0 tot en "
                "met 100: %(value)s."
            ),
            level=level,
            value=one_line(value),
        )
    return percent, decimals_of([percent])
