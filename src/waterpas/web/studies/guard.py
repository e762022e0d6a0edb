"""Looks at the header and a sample of a table before anything else of it is read.

Two questions. Which columns do we never read in: BSN, names, addresses and the like. And is this a
register of origin: a table in which one row is about one person, with the origin, religion, skin
colour, nationality, country of birth or name of that person. It looks at the words of the header
and at the values; a concern says where something was seen, and never what.

It can be wrong, both ways. It sees the sample only, and it knows the words that it knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waterpas.tallies.places import address, letters, one_line
from waterpas.texts import Language, translate
from waterpas.web.studies.guard_groups import groups_seen, names_a_group
from waterpas.web.studies.guard_kinds import NEVER_READ, STOPPED, Kind
from waterpas.web.studies.guard_routes import ROUTES, Route
from waterpas.web.studies.guard_values import Column, looks_like_data, seen, text_of
from waterpas.web.studies.guard_words import (
    BARE_NAME,
    COUNTED,
    HEADERS,
    HOUSE_NUMBER,
    NOT_MEANT,
    POSTCODE,
    STREET,
    readings,
)

__all__ = ["ROUTES", "Concern", "Inspection", "Kind", "Route", "inspect"]

MOST_ROWS = 200
MOST_EXAMPLES = 3
# A table with one of these is about people, whatever was said of it.
TELLS_WHO = {Kind.BSN, Kind.NAME, Kind.DATE_OF_BIRTH, Kind.NUMBER}
Found = Mapping[Kind, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Concern:
    """A column that is not read in, or that stops the table.

    column : its header; place : counted from 0; why : a marked sentence; example_cells : names of
    cells, such as C4. There is nothing of a cell in it.
    """

    column: str
    place: int
    kind: Kind
    why: str
    example_cells: tuple[str, ...] = ()

    def text(self, lang: Language) -> str:
        """The sentence, in the language asked for."""
        return translate(self.why, lang)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen: columns to leave alone, and what stops the table."""

    never_read: tuple[Concern, ...]
    stopped: tuple[Concern, ...]

    @property
    def places_never_read(self) -> frozenset[int]:
        """Where the columns stand that are not read, counted from 0."""
        return frozenset(concern.place for concern in self.never_read)


def inspect(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    *,
    rows_are_people: bool,
    has_counts: bool,
    header_row: int = 1,
) -> Inspection:
    """Look at the header and the first rows of a table.

    rows_are_people : one row is about one person: a person, an application, a decision.
    has_counts : a column says for how many people a row stands; then origin is a group.
    header_row : the row of the sheet in which the header stands, for the names of cells.
    """
    header = [text_of(name) for name in header]
    columns = _columns(header, sample, header_row)
    found = [_seen_in(column, rows_are_people=rows_are_people) for column in columns]
    _join_addresses(columns, found)
    never = [{kind: rows for kind, rows in each.items() if kind in NEVER_READ} for each in found]
    tells_who = any(TELLS_WHO & each.keys() for each in found)
    about_people = tells_who or _is_about_people(
        columns, rows_are_people=rows_are_people, has_counts=has_counts
    )
    groups = [_groups_in(column) for column in columns] if about_people else []
    stops = [
        each | {kind: rows for kind, rows in seen_.items() if kind is Kind.NAME}
        for each, seen_ in zip(groups, found, strict=False)
    ]
    return Inspection(
        never_read=_concerns(header, never, NEVER_READ, header_row),
        stopped=_concerns(header, stops, STOPPED, header_row),
    )


def _columns(
    header: Sequence[str], sample: Sequence[Sequence[object]], header_row: int
) -> list[Column]:
    rows = sample[:MOST_ROWS]
    found = []
    for place, name in enumerate(header):
        texts = [text_of(row[place]) if place < len(row) else "" for row in rows]
        filled = [(text, row) for row, text in enumerate(texts, header_row + 1) if text]
        found.append(
            Column(readings(name), tuple(t for t, _ in filled), tuple(row for _, row in filled))
        )
    return found


def _seen_in(column: Column, *, rows_are_people: bool) -> dict[Kind, tuple[int, ...]]:
    """What is never read in, by the header (then without rows) or by the values."""
    found = dict(seen(column))
    if not column.says_yes_or_no and not COUNTED.search(column.heading):
        for kind in _by_header(column.heading, NEVER_READ):
            found.setdefault(kind, ())
        if BARE_NAME.match(column.heading) and rows_are_people and _differs(column):
            found.setdefault(Kind.NAME, ())
    return found


def _by_header(heading: str, kinds: Mapping[Kind, str]) -> list[Kind]:
    return [
        kind
        for kind, words in HEADERS.items()
        if kind in kinds and words.search(heading) and not _is_meant_otherwise(kind, heading)
    ]


def _is_meant_otherwise(kind: Kind, heading: str) -> bool:
    return kind in NOT_MEANT and bool(NOT_MEANT[kind].search(heading))


def _differs(column: Column) -> bool:
    """Names of people differ from row to row; those of a scheme or a place come back."""
    return 2 * len(set(column.texts)) >= len(column.texts)


def _join_addresses(columns: Sequence[Column], found: list[dict[Kind, tuple[int, ...]]]) -> None:
    """A postcode or a street is an address as soon as a house number stands beside it."""
    if any(HOUSE_NUMBER.search(column.heading) for column in columns):
        for column, each in zip(columns, found, strict=True):
            if POSTCODE.search(column.heading) or STREET.search(column.heading):
                each.setdefault(Kind.ADDRESS, ())


def _is_about_people(columns: Sequence[Column], *, rows_are_people: bool, has_counts: bool) -> bool:
    """Without a single column of numbers no table is a table of counts."""
    if has_counts:
        return False
    some = any(column.texts for column in columns)
    return rows_are_people or (some and not any(column.is_of_numbers for column in columns))


def _groups_in(column: Column) -> dict[Kind, tuple[int, ...]]:
    """Origin, religion and the like of a person, by the header or by the values."""
    if names_a_group(column.heading) and column.is_of_numbers:
        return {}  # a group as a column, with counts below it
    found = dict(groups_seen(column))
    for kind in _by_header(column.heading, STOPPED):
        if kind is not Kind.NAME and not COUNTED.search(column.heading):
            found.setdefault(kind, ())
    if not found and names_a_group(column.heading) and column.says_yes_or_no:
        found[Kind.ORIGIN] = ()
    return found


def _concerns(
    header: Sequence[str], found: Sequence[Found], why: Mapping[Kind, str], header_row: int
) -> tuple[Concern, ...]:
    """One concern per column: the first of its kinds, in the order of `why`."""
    concerns = []
    for place, each in enumerate(found):
        kind = next((kind for kind in why if kind in each), None)
        if kind is not None:
            rows = each[kind][:MOST_EXAMPLES] or (header_row,)
            cells = tuple(address(row, place) for row in rows)
            concerns.append(Concern(_shown(header[place], place), place, kind, why[kind], cells))
    return tuple(concerns)


def _shown(header: str, place: int) -> str:
    """A header as it is shown; its letters where it is a value, in a file without a header."""
    name = one_line(header)
    return letters(place) if not name or looks_like_data(name) else name
