"""Every combination of levels, up to a depth, out of one tally."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from waterpas.errors import CallError
from waterpas.results import Count, People
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

MOST = 200_000

Of = tuple[tuple[str, str], ...]
Sums = list[int]  # people: value, lowest, highest; cases: the same


@dataclass(frozen=True, slots=True)
class Group:
    """The people with these levels, of the columns named only."""

    of: Of
    n: Count
    cases: Count

    @property
    def columns(self) -> tuple[str, ...]:
        """The set of columns whose table this group stands in."""
        return tuple(column for column, _ in self.of)

    @property
    def people(self) -> People:
        """The group as disclosure control looks at it."""
        return People(self.n, self.cases)

    @property
    def counted(self) -> tuple[int, int]:
        """Cases and people as printed; rounding never makes more cases than people."""
        n = self.n.value or 0
        return min(self.cases.value or 0, n), n

    @property
    def exact(self) -> bool:
        """Whether no count was rounded."""
        return self.n.is_exact and self.cases.is_exact


@dataclass(frozen=True, slots=True)
class Table:
    """All groups of one set of columns, and how many combinations nobody is in."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    empty: int

    @property
    def people(self) -> tuple[People, ...]:
        """Everybody in this table, per group; an empty combination is nobody, and counts too."""
        found = tuple(group.people for group in self.groups)
        nobody = People(Count.exact(0), Count.exact(0))
        return (*found, nobody) if self.empty else found


def every_table(tally: Tally, *, columns: Sequence[str], depth: int) -> tuple[Table, ...]:
    """The table of every set of at most `depth` columns.

    Answers: "how many people, and how many with the outcome, are in every combination?" It does
    not compare them. Combinations in which nobody is have no group; `empty` counts them.

    Parameters
    ----------
    tally : Tally
        Counts with a yes/no outcome, none of them hidden, over at least these columns.
    columns : sequence of str
        The characteristics. One with a single level makes no combinations.
    depth : int
        How many characteristics a combination holds at most.

    Raises
    ------
    CallError
        If there would be more than 200,000 combinations.
    """
    whole = tally.without_totals()
    levels = {column: whole.levels(column) for column in columns}
    sets = list(sets_of(levels, depth=depth))
    _refuse_too_many(whole, levels, sets)
    rows = list(_rows(whole, columns))
    places = {column: place for place, column in enumerate(columns)}
    return tuple(_table(rows, names, places, levels) for names in sets)


def full_table(tally: Tally, *, columns: Sequence[str]) -> Table:
    """The table of these columns all together; those with a single level are left out."""
    whole = tally.without_totals()
    levels = {column: whole.levels(column) for column in columns}
    useful = tuple(column for column in columns if len(levels[column]) > 1)
    places = {column: place for place, column in enumerate(columns)}
    return _table(list(_rows(whole, columns)), useful, places, levels)


def sets_of(levels: Mapping[str, Sequence[str]], *, depth: int) -> Iterator[tuple[str, ...]]:
    """Every set of one to `depth` columns that have more than one level, the smallest first."""
    useful = [column for column, found in levels.items() if len(found) > 1]
    for size in range(1, min(depth, len(useful)) + 1):
        yield from combinations(useful, size)


def possible(levels: Mapping[str, Sequence[str]], columns: Sequence[str]) -> int:
    """How many combinations of levels these columns could have."""
    many = 1
    for column in columns:
        many *= len(levels[column])
    return many


def _refuse_too_many(
    tally: Tally, levels: Mapping[str, Sequence[str]], sets: list[tuple[str, ...]]
) -> None:
    most = sum(min(len(tally.cells), possible(levels, names)) for names in sets)
    if most > MOST:
        raise CallError(
            mark(
                "Dit zijn meer dan %(most)s combinaties. Kies minder kolommen, of minder kolommen "
                "tegelijk."
            ),
            most=MOST,
        )


def _rows(tally: Tally, columns: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Sums]]:
    at = [tally.position(column) for column in columns]
    for key, cell in tally.cells.items():
        cases = cell.cases or Count.exact(0)
        sums = [cell.n.value or 0, cell.n.low, cell.n.high, cases.value or 0, cases.low, cases.high]
        if cell.n.high:
            yield tuple(key[place] for place in at), sums


def _table(
    rows: list[tuple[tuple[str, ...], Sums]],
    names: tuple[str, ...],
    places: Mapping[str, int],
    levels: Mapping[str, Sequence[str]],
) -> Table:
    at = [places[name] for name in names]
    found: dict[tuple[str, ...], Sums] = {}
    for key, sums in rows:
        ours = tuple([key[place] for place in at])
        into = found.get(ours)
        if into is None:
            found[ours] = sums.copy()
        else:
            for place, value in enumerate(sums):
                into[place] += value
    groups = tuple(_group(names, key, sums) for key, sums in found.items())
    return Table(names, groups, possible(levels, names) - len(groups))


def _group(names: tuple[str, ...], key: tuple[str, ...], sums: Sums) -> Group:
    return Group(tuple(zip(names, key, strict=True)), Count(*sums[:3]), Count(*sums[3:]))
