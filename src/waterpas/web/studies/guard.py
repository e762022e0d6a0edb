"""Judges the columns of a table: first of its header and first rows, then of all of its values.

Two questions. Which columns do we never read in: BSN, names, addresses and the like. And is this a
register of origin: a table in which one row is about one person, with the origin, religion, skin
colour, nationality, country of birth or name of that person. It looks at the words of the header
and at the values; a concern says where something was seen, and never what.

It can be wrong, both ways: it knows the words that it knows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from waterpas.codebooks.names import readings
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
)

__all__ = ["ROUTES", "Concern", "Inspection", "Kind", "Route", "inspect", "judge"]

MOST_EXAMPLES = 3
# A table with one of these is about people, whatever was said of it.
TELLS_WHO = {Kind.BSN, Kind.NAME, Kind.DATE_OF_BIRTH, Kind.NUMBER}
Found = Mapping[Kind, tuple[int, ...]]
Cells = Callable[[int, tuple[int, ...]], tuple[str, ...]]
# Whether rows stand for groups, by the places of the columns with words and of those with groups.
AreGroups = Callable[[Sequence[int], Sequence[int]], bool]


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

    def with_more(self, other: "Inspection") -> "Inspection":
        """The same, with what a second look saw; of a column that was seen, the first concern."""
        return Inspection(
            _joined(self.never_read, other.never_read), _joined(self.stopped, other.stopped)
        )


def _joined(some: Sequence[Concern], more: Sequence[Concern]) -> tuple[Concern, ...]:
    places = {concern.place: concern for concern in (*more, *some)}
    return tuple(places[place] for place in sorted(places))


def inspect(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    *,
    rows_are_people: bool,
    has_counts: bool,
    header_row: int = 1,
    are_groups: AreGroups = lambda _words, _groups: True,
) -> Inspection:
    """Look at the header and rows that are in memory.

    rows_are_people : one row is about one person: a person, an application, a decision.
    has_counts : somebody said that a column says for how many people a row stands.
    header_row : the row of the sheet in which the header stands, for the names of cells.
    """
    header = [text_of(name) for name in header]
    columns = _columns(header, sample, header_row)

    def cells(place: int, rows: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(address(row, place) for row in rows[:MOST_EXAMPLES] or (header_row,))

    return judge(
        header,
        columns,
        rows_are_people=rows_are_people,
        has_counts=has_counts,
        cells=cells,
        are_groups=are_groups,
    )


def judge(
    header: Sequence[str],
    columns: Sequence[Column],
    *,
    rows_are_people: bool,
    has_counts: bool,
    cells: Cells,
    are_groups: AreGroups = lambda _words, _groups: True,
) -> Inspection:
    """What is never read of these columns, and what stops the table.

    cells : names the cells of some rows of a column, or of its header when there are none.
    are_groups : whether rows stand for groups, where nobody said that they are people.
    """
    found = [_seen_in(column, rows_are_people=rows_are_people) for column in columns]
    _join_addresses(columns, found)
    never = [{kind: rows for kind, rows in each.items() if kind in NEVER_READ} for each in found]
    groups = [_groups_in(column) for column in columns]
    about_people = (
        rows_are_people
        or any(TELLS_WHO & each.keys() for each in found)
        or not _is_of_counts(columns, groups, has_counts=has_counts, are_groups=are_groups)
    )
    stops = [
        (each if about_people else {})
        | {kind: rows for kind, rows in seen_.items() if kind is Kind.NAME}
        for each, seen_ in zip(groups, found, strict=True)
    ]
    return Inspection(
        never_read=_concerns(header, never, NEVER_READ, cells),
        stopped=_concerns(header, stops, STOPPED, cells),
    )


def _columns(
    header: Sequence[str], sample: Sequence[Sequence[object]], header_row: int
) -> list[Column]:
    found = []
    for place, name in enumerate(header):
        texts = [text_of(row[place]) if place < len(row) else "" for row in sample]
        filled = [(text, row) for row, text in enumerate(texts, header_row + 1) if text]
        values = tuple(text for text, _ in filled)
        differ = 2 * len(set(values)) >= len(values)
        found.append(Column(readings(name), values, tuple(row for _, row in filled), differ))
    return found


def _seen_in(column: Column, *, rows_are_people: bool) -> dict[Kind, tuple[int, ...]]:
    """What is never read in, by the header (then without rows) or by the values."""
    found = dict(seen(column))
    if not column.says_yes_or_no and not COUNTED.search(column.heading):
        for kind in _by_header(column.heading, NEVER_READ):
            found.setdefault(kind, ())
        if BARE_NAME.match(column.heading) and rows_are_people and column.differ:
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


def _join_addresses(columns: Sequence[Column], found: list[dict[Kind, tuple[int, ...]]]) -> None:
    """A postcode or a street is an address as soon as a house number stands beside it."""
    if any(HOUSE_NUMBER.search(column.heading) for column in columns):
        for column, each in zip(columns, found, strict=True):
            if POSTCODE.search(column.heading) or STREET.search(column.heading):
                each.setdefault(Kind.ADDRESS, ())


def _is_of_counts(
    columns: Sequence[Column], groups: Sequence[Found], *, has_counts: bool, are_groups: AreGroups
) -> bool:
    """Whether a row stands for a group of people, whatever somebody said.

    A table of counts has a column of numbers, and few rows that say the same in words.
    """
    filled = any(column.texts for column in columns)
    if not has_counts and filled and not any(column.is_of_numbers for column in columns):
        return False
    with_groups = [at for at, found in enumerate(groups) if found]
    words = [at for at, column in enumerate(columns) if not column.is_of_numbers]
    return not with_groups or are_groups(words, with_groups)


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
    header: Sequence[str], found: Sequence[Found], why: Mapping[Kind, str], cells: Cells
) -> tuple[Concern, ...]:
    """One concern per column: the first of its kinds, in the order of `why`."""
    concerns = []
    for place, each in enumerate(found):
        kind = next((kind for kind in why if kind in each), None)
        if kind is not None:
            name, where = _shown(header[place], place), cells(place, each[kind])
            concerns.append(Concern(name, place, kind, why[kind], where))
    return tuple(concerns)


def _shown(header: str, place: int) -> str:
    """A header as it is shown; its letters where it is a value, in a file without a header."""
    name = one_line(header)
    return letters(place) if not name or looks_like_data(name) else name
