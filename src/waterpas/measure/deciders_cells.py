"""Which cells of a tally say something about the spread between deciders, and why others do not."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from waterpas.measure.against import totals_of
from waterpas.measure.mixed.data import NotFitted
from waterpas.results import Note, People, Reference
from waterpas.results.values import Count
from waterpas.tallies.tally import UNKNOWN, Tally

K = TypeVar("K", bound=Hashable)
F = TypeVar("F")
FEWEST_DECIDERS = 10
FEWEST_PEOPLE = 20
FEWEST_CASES = 10  # of a group: fewer would hide the whole result from others
FOLLOWING = 0.9  # of the deciders, with (nearly) all their people in one level
NEARLY_ALL = 0.95
FEWEST_ALIKE = 5  # deciders per level of a column that follows from who decides
FEWEST_OF_BOTH = 5  # of each of two groups, with a decider whose difference says something


@dataclass(frozen=True, slots=True)
class Row:
    """One cell: the levels of the columns that are alike, the decider, and the people."""

    levels: tuple[str, ...]
    decider: str
    cases: int
    total: int


@dataclass(frozen=True, slots=True)
class Used:
    """The cells that are used, with a note per reason why others are not."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]

    @property
    def deciders(self) -> tuple[str, ...]:
        """The deciders that are left."""
        return tuple(dict.fromkeys(row.decider for row in self.rows))

    def people(self) -> tuple[People, ...]:
        """The people of each group (the first column)."""
        return tuple(self.groups().values())

    def groups(self) -> dict[str, People]:
        """The same, by the name of the group."""
        made = _sums((row.levels[0], row) for row in self.rows)
        return {name: People(Count.exact(n), Count.exact(x)) for name, (x, n) in made.items()}

    def between(self, group: str, reference: str) -> "Used":
        """Only these two groups, without levels in which their people all fare alike."""
        rows = [row for row in self.rows if row.levels[0] in {group, reference}]
        while alike := [each for each in _telling_nothing(rows, self.columns) if each[0]]:
            rows = [row for row in rows if not any(row.levels[at] == name for at, name in alike)]
        return Used(self.columns, tuple(rows), ())

    def deciders_with_both(self) -> int:
        """How many deciders have enough people, and some of each of these two groups."""
        groups = tuple(dict.fromkeys(row.levels[0] for row in self.rows))
        sums = _sums(((row.decider, row.levels[0]), row) for row in self.rows)
        each = [
            [sums.get((decider, group), (0, 0))[1] for group in groups] for decider in self.deciders
        ]
        return sum(
            min(people) >= FEWEST_OF_BOTH and sum(people) >= FEWEST_PEOPLE for people in each
        )


def used(tally: Tally, *, across: str, decider: str) -> Used:
    """The cells of deciders with enough people, without levels that tell nothing of deciders.

    Those are groups with a few people with the outcome (or without it), and levels of other
    columns in which everybody has the outcome, or nobody.
    """
    columns = (across, *(name for name in tally.by if name not in {across, decider}))
    rows = _in_order(_rows(tally, columns, decider))
    known = [row for row in rows if row.decider != UNKNOWN]
    enough, notes = _settled(known, columns)
    unknown = sum(row.total for row in rows) - sum(row.total for row in known)
    if unknown:
        notes.insert(0, Note("decider-unknown", {"people": unknown}))
    return Used(columns, tuple(enough), tuple(notes))


def following(used: Used) -> tuple[str, ...]:
    """The columns in which (nearly) each decider has one level: a copy, a team, a counter.

    What lies between such levels cannot be told from what lies between deciders. A level that
    nearly all people have says nothing of one decider.
    """
    return tuple(name for place, name in enumerate(used.columns) if place and _own(used, place))


def leave_nobody_to_compare(used: Used, columns: Sequence[str]) -> bool:
    """Whether too few deciders share a level of these columns to see how far they lie apart."""
    own = [_own(used, used.columns.index(name)) for name in columns]
    kinds = {tuple(levels.get(decider) for levels in own) for decider in used.deciders}
    deciders = len(used.deciders)
    return deciders < FEWEST_ALIKE * len(kinds) or deciders - len(kinds) < FEWEST_DECIDERS - 1


def _own(used: Used, place: int) -> dict[str, str]:
    """The level of (nearly) all people of a decider; empty where too many deciders have more."""
    people = _sums(((row.decider, row.levels[place]), row) for row in used.rows)
    whole = _sums((row.decider, row) for row in used.rows)
    own = {
        decider: level
        for (decider, level), (_, n) in people.items()
        if n >= NEARLY_ALL * whole[decider][1]
    }
    follows = len(set(own.values())) > 1 and len(own) >= FOLLOWING * len(whole)
    return own if follows else {}


def _rows(tally: Tally, columns: Sequence[str], decider: str) -> list[Row]:
    places = [tally.position(name) for name in columns]
    at = tally.position(decider)
    totals = {name: totals_of(tally, name) for name in (*columns, decider)}
    return [
        Row(tuple(key[i] for i in places), key[at], cell.cases.high if cell.cases else 0, n)
        for key, cell in tally.cells.items()
        if (n := cell.n.high)
        and key[at] not in totals[decider]
        and not any(key[i] in totals[name] for i, name in zip(places, columns, strict=True))
    ]


def _in_order(rows: Sequence[Row]) -> list[Row]:
    """By what was decided and not by key: the same table gives the same digits each time."""
    decided: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for row in rows:
        decided.setdefault(row.decider, []).append((row.levels, row.cases, row.total))
    place = {decider: sorted(each) for decider, each in decided.items()}
    groups = list(dict.fromkeys(row.levels[0] for row in rows))
    return sorted(rows, key=lambda r: (groups.index(r.levels[0]), place[r.decider], r.levels))


def _settled(rows: list[Row], columns: Sequence[str]) -> tuple[list[Row], list[Note]]:
    """Leave out until nothing changes: one thing that goes can make another too small."""
    first = rows
    while True:
        kept = _with_enough(rows)
        alike = list(_telling_nothing(kept, columns))
        if not alike and len(kept) == len(rows):
            break
        for place, level in alike:
            kept = [row for row in kept if row.levels[place] != level]
        rows = kept
    notes = list(_left_out(first, rows, columns))
    out = len({row.decider for row in first}) - len({row.decider for row in rows})
    if out:
        notes.insert(0, Note("deciders-left-out", {"deciders": out, "least": FEWEST_PEOPLE}))
    return rows, notes


def _left_out(first: Sequence[Row], kept: Sequence[Row], columns: Sequence[str]) -> Iterator[Note]:
    """The levels that do not count, whatever the reason: which it is tells of their people."""
    for place, column in enumerate(columns):
        left = {row.levels[place] for row in kept}
        gone = [
            each for each in dict.fromkeys(row.levels[place] for row in first) if each not in left
        ]
        if gone:
            yield Note("levels-left-out", {"column": column, "levels": ", ".join(gone)})


def _with_enough(rows: Sequence[Row]) -> list[Row]:
    sums = _sums((row.decider, row) for row in rows)
    return [row for row in rows if sums[row.decider][1] >= FEWEST_PEOPLE]


def _telling_nothing(rows: Sequence[Row], columns: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Levels to leave out, as place and level; never all levels of a column."""
    for place in range(len(columns)):
        least = 1 if place else FEWEST_CASES
        sums = _sums((row.levels[place], row) for row in rows)
        few = [level for level, (cases, n) in sums.items() if min(cases, n - cases) < least]
        if len(few) < len(sums):
            yield from ((place, level) for level in few)


def _sums(named: "Iterable[tuple[K, Row]]") -> "dict[K, tuple[int, int]]":
    """Cases and people per name."""
    made: dict[K, tuple[int, int]] = {}
    for name, row in named:
        cases, n = made.get(name, (0, 0))
        made[name] = (cases + row.cases, n + row.total)
    return made


def design_of(used: Used, reference: Reference) -> list[list[float]]:
    """A constant, and per column a 0/1 column for each level but one."""
    names = [list(_others(used, place, reference)) for place in range(len(used.columns))]
    return [
        [1.0, *(float(row.levels[k] == name) for k, each in enumerate(names) for name in each)]
        for row in used.rows
    ]


def _others(used: Used, place: int, reference: Reference) -> Iterator[str]:
    sums: Mapping[str, tuple[int, int]] = _sums((row.levels[place], row) for row in used.rows)
    first = max(sums, key=lambda level: sums[level][1])
    if place == 0 and reference.level and reference.level in sums:
        first = reference.level
    return (level for level in sums if level != first)


def fitted(used: Used, reference: Reference, model: Callable[..., F | NotFitted]) -> F | NotFitted:
    """The model of these cells; leaving out columns that follow from others changes nothing."""
    design = design_of(used, reference)
    counts = [row.cases for row in used.rows], [row.total for row in used.rows]
    groups = [row.decider for row in used.rows]
    fit = model(design, *counts, groups)
    if isinstance(fit, NotFitted) and fit.code == "collinear":
        keep = [k for k in range(len(design[0])) if k not in fit.columns]
        fit = model([[row[k] for k in keep] for row in design], *counts, groups)
    return fit
