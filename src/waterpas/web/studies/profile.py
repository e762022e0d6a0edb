"""What is in a table, without showing a row of it: columns, levels, and cells with a problem."""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

import narwhals as nw
from django.utils.translation import gettext_noop

from waterpas.codebooks.words import HIDDEN, YES, folded
from waterpas.measure.changes.periods import are_periods
from waterpas.measure.given import is_about_persons
from waterpas.tallies.counts import COUNT, ENDS, is_wrong
from waterpas.tallies.frames import fetch
from waterpas.tallies.levels import level_of
from waterpas.tallies.numbers import number_of, sizes_of
from waterpas.tallies.places import address
from waterpas.tallies.table import Table, no_rows
from waterpas.tallies.tally import UNKNOWN

COUNT_WORDS = frozenset(
    {"aantal", "aantallen", "mensen", "personen", "banen", "count", "n", "freq", "frequentie"}
)
MOST_LEVELS = 30
MOST_PERIODS = 130  # ten years of months, or two and a half of weeks
MOST_PLACES = 1000  # neighbourhoods of the largest municipalities
SAMPLE = 200
NEARLY = 0.7  # so large a share of the cells makes a column of counts
NEARLY_OF_COUNTS = 0.5  # the same, in a table that holds counts, as somebody said
WHOLE, NUMBER = gettext_noop("geheel getal"), gettext_noop("getal")


@dataclass(frozen=True, slots=True)
class Level:
    """A value of a column, and in how many rows it stands; None: in fewer than the minimum."""

    name: str
    rows: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and kind, its levels when there are few, and its first problem cells."""

    place: int
    name: str
    kind: str
    levels: tuple[Level, ...] = ()
    distinct: int = 0
    empty: int = 0
    first_empty: str = ""
    no_count: str = ""
    hidden: int = 0
    first_hidden: str = ""
    decimals: bool = False
    numbers_rows: bool = False

    @property
    def is_group(self) -> bool:
        """Whether its values can be groups."""
        return len(self.levels) >= 2

    @property
    def is_the_same(self) -> bool:
        """Whether one value stands in all rows: there is nothing to compare."""
        return self.distinct == 1

    @property
    def says_two_things(self) -> bool:
        """Whether it has two values, which are no periods: then it can be an outcome."""
        known = [level for level in self.levels if level.name != UNKNOWN]
        return len(known) == 2 and not self.is_period

    @property
    def is_about_persons(self) -> bool:
        """Whether it says who decides or holds names of people: then it is no outcome."""
        return is_about_persons(self.name, [level.name for level in self.levels])

    @property
    def may_be_places(self) -> bool:
        """Whether its values can be places: of those there may be many more than of groups."""
        return 2 <= self.distinct <= MOST_PLACES

    @property
    def is_period(self) -> bool:
        """Whether its values are years, quarters, months or days: groups, also as numbers."""
        return are_periods(level.name for level in self.levels if level.name != UNKNOWN)

    @property
    def is_number(self) -> bool:
        return (self.kind in {NUMBER, WHOLE} and not self.decimals) or bool(self.no_count)

    def may_name_groups(self, rows: int) -> bool:
        """Whether its numbers can be names of groups, as 1 to 4: they come back in other rows, or
        number the rows; and it does not say that it counts people."""
        again = self.distinct < rows or self.numbers_rows
        return self.is_group and again and not looks_like_counts(self)

    @property
    def may_be_amounts(self) -> bool:
        """Whether its values can be amounts; in a text file those with decimals can be groups too
        (7.1 and 7.2)."""
        return self.is_number or self.decimals

    @property
    def yes(self) -> int | None:
        """Which of its levels says yes, when it has two that can be an outcome."""
        yes = [at for at, level in enumerate(self.levels) if folded(level.name) in YES]
        return yes[0] if self.says_two_things and len(yes) == 1 else None


@dataclass(frozen=True, slots=True)
class Profile:
    """What was read: the file, the sheet, how many rows, and its columns."""

    name: str
    sha256: str
    sheet: str
    rows: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Top:
    """The names of the columns, in which row they stand, and the first rows below."""

    header: tuple[str, ...]
    header_row: int
    sample: list[tuple[object, ...]]


def read_top(table: Table) -> Top:
    """The header and the first rows, for the guard. Nothing further is looked at."""
    first = next(table.values(0), (2, None))[0]
    rows = [tuple(row) for row in fetch(table.frame.head(SAMPLE))]
    return Top(table.columns, max(first - 1, 1), rows)


def read_profile(
    table: Table, *, never: Collection[int] = (), minimum: int = 10, has_counts: bool = False
) -> Profile:
    """Look at every column but those that are never read. `has_counts`: some column holds counts,
    so that what is no count in such a column is pointed out."""
    places = [at for at in range(len(table.columns)) if at not in never]
    rows = _one(table.frame.select(nw.len()))
    # A workbook may have its rows on another sheet, which is chosen on the next page.
    if not table.sheet and not rows:
        raise no_rows(table.name)
    return Profile(
        name=table.name,
        sha256=table.sha256 or "",
        sheet=table.sheet or "",
        rows=rows,
        columns=tuple(_column(table, at, minimum, has_counts, rows) for at in places),
    )


def _column(table: Table, place: int, minimum: int, has_counts: bool, rows: int) -> Column:
    identity = f"c{place}"
    dtype = table.frame.collect_schema()[identity]
    distinct, empty, *said = _numbers(table, identity, is_text=dtype == nw.String)
    counts, hidden = _counts(rows - empty, *said) if said else (0.0, 0)
    nearly = NEARLY_OF_COUNTS if has_counts else NEARLY
    decimals = dtype == nw.String and counts < 1 and _are_numbers(table, identity)
    not_all = nearly <= counts < 1 or (has_counts and dtype.is_numeric())
    return Column(
        place=place,
        name=table.columns[place],
        kind=WHOLE if counts == 1 else NUMBER if decimals else _kind(dtype),
        levels=_few_levels(table, identity, minimum=minimum, distinct=distinct),
        distinct=distinct,
        empty=empty,
        first_empty=_address(table, place, _is_empty) if empty else "",
        no_count=_address(table, place, is_wrong) if not_all else "",
        hidden=hidden,
        first_hidden=_address(table, place, _is_hidden) if hidden else "",
        decimals=decimals,
        numbers_rows=rows == distinct > 1 and _number_rows(table, place),
    )


def _one(frame: Any) -> int:
    return int(next(iter(fetch(frame)))[0] or 0)


def _are_numbers(table: Table, identity: str) -> bool:
    """Whether all texts that are filled in are numbers, with a comma or a point; at least one."""
    levels = (level_of(value) for (value,) in fetch(table.frame.select(identity)))
    known = (number_of(e) for e in levels if e != UNKNOWN and folded(e) not in HIDDEN)
    return next(known, None) is not None and all(number is not None for number in known)


def _number_rows(table: Table, place: int) -> bool:
    """Whether its cells say 1, 2, 3 and so on, or 0, 1, 2: the numbers of the rows, no counts."""
    numbers = (number_of(level_of(value)) for _row, value in table.values(place))
    first = next(numbers, None)
    return first in {0, 1} and all(n == at for at, n in enumerate(numbers, start=int(first) + 1))


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _is_hidden(value: object) -> bool:
    return folded(str(value)) in HIDDEN


def _kind(dtype: Any) -> str:
    if dtype == nw.Boolean:
        return gettext_noop("ja of nee")
    if dtype == nw.String:
        return gettext_noop("tekst")
    if dtype.is_numeric():
        return WHOLE if dtype.is_integer() else NUMBER
    return gettext_noop("datum of tijd")


def _few_levels(table: Table, identity: str, *, minimum: int, distinct: int) -> tuple[Level, ...]:
    """The levels of a column that has few; of periods there may be more. Else none."""
    if distinct > MOST_PERIODS:
        return ()
    found = _levels(table, identity, minimum=minimum)
    if distinct <= MOST_LEVELS:
        return found
    names = [level.name for level in found if level.name != UNKNOWN]
    return tuple(sorted(found, key=lambda each: each.name)) if are_periods(names) else ()


def _levels(table: Table, identity: str, *, minimum: int) -> tuple[Level, ...]:
    grouped = table.frame.group_by(identity).agg(nw.len().alias("rows"))
    rows: dict[str, int] = {}
    for value, number in fetch(grouped.select(identity, "rows")):
        level = level_of(value)
        rows[level] = rows.get(level, 0) + int(number)
    return tuple(
        Level(level, rows[level] if rows[level] >= minimum else None) for level in _in_order(rows)
    )


def _in_order(rows: dict[str, int]) -> list[str]:
    """Numbers from small to large; other levels, the one with most rows first. Unknown is last."""
    sizes = sizes_of(rows)
    if sizes:
        return sorted(rows, key=lambda level: (sizes.get(level, math.inf), level == UNKNOWN, level))
    return sorted(rows, key=lambda level: (level == UNKNOWN, -rows[level], level.casefold()))


def _numbers(table: Table, identity: str, *, is_text: bool) -> tuple[int, ...]:
    """How many different values, how many empty cells; of texts also how many cells with a count,
    and how many that say that it is hidden. One pass over the rows."""
    column = nw.col(identity)
    asked = {"distinct": column.n_unique(), "empty": column.null_count()}
    if is_text:
        text = column.str.replace_all(ENDS, "").str.to_lowercase()
        for name, says in (
            ("good", text.str.contains(COUNT)),
            ("hidden", text.is_in(list(HIDDEN))),
        ):
            asked[name] = nw.when(says).then(nw.lit(1)).otherwise(nw.lit(0)).sum()
    found = next(iter(fetch(table.frame.select(**asked))))
    return tuple(int(number or 0) for number in found)


def _counts(filled: int, good: int, hidden: int) -> tuple[float, int]:
    """The share of the filled cells with a count, and how many cells say that the count is hidden.
    A column with only those has no counts."""
    return ((good + hidden) / filled, hidden) if good else (0.0, 0)


def _address(table: Table, place: int, wrong: Callable[[object], bool]) -> str:
    """Where the first such cell is; never what is in it."""
    for row, value in table.values(place):
        if wrong(value):
            return address(row, place)
    return ""


def are_groups(levels: Collection[str]) -> bool:
    """Whether these values can be groups: there are few, or they are periods."""
    return len(levels) <= MOST_LEVELS or are_periods(each for each in levels if each != UNKNOWN)


def looks_like_counts(column: Column) -> bool:
    """Whether its name says that it counts people."""
    return folded(column.name) in COUNT_WORDS
