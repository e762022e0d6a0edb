"""Which tables may not be shown because, together, they would give a small group away.

Combinations overlap: people who are in a group of three characteristics are in groups of two as
well. So whoever has some tables has bounds for the cells of every other. A table with a small cell
is not shown; and of tables that leave a cell of another one no room to be ten or more, one goes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import TYPE_CHECKING, Any

from waterpas.measure.combinations.figures import least
from waterpas.measure.combinations.groups import Table, full_table
from waterpas.results import Count, People
from waterpas.tallies.tally import Tally

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

MINIMUM = 10
MOST_CELLS = 400_000  # of all tables together; beyond it no bounds are looked for
_ROUNDS = 200

Places = frozenset[int]  # a set of columns, by their places


@dataclass(slots=True)
class _Bounds:
    """Between what each cell of one table lies; columns that are not in it have one level."""

    low: "Numbers"
    high: "Numbers"


def given_away(
    tally: Tally, tables: Sequence[Table], *, columns: Sequence[str]
) -> dict[tuple[str, ...], tuple[People, ...]]:
    """Per set of columns the people that its table would give away, with those in it.

    Answers: "whom does this table tell about?" It is about everybody in it, about nobody in each
    combination that is empty, and about a small group elsewhere, if its size would follow from
    this table and the others that can be shown. Disclosure control goes by all of these.

    Notes
    -----
    The bounds are those of the generalised shuttle algorithm (Dobra and Fienberg 2003) over the
    tables of all sets of columns, for the cases and for the others: a cell is what its sum leaves
    over, and a sum is what its cells make it, over and over until nothing changes. They are not
    always the sharpest that exist. An empty combination hides its table, because knowing who
    cannot exist solves more than any sum.

    References
    ----------
    Dobra A, Fienberg SE (2003). Bounding entries in multi-way contingency tables given a set of
    marginal totals. In: Foundations of Statistical Inference. Springer.
    """
    told = {table.columns: table.people for table in tables}
    useful = tuple(name for name in columns if len(tally.without_totals().levels(name)) > 1)
    shown = {names for names, people in told.items() if not any(map(small, people))}
    counts = _counts(tally, useful)
    while counts and (leak := _leak(counts, [_places(names, useful) for names in shown])):
        base, people = leak
        for names in [each for each in shown if base <= _places(each, useful)]:
            shown.remove(names)
            told[names] = (*told[names], people)
    return told


def small(people: People) -> bool:
    """Whether fewer than ten are in a group, or have the outcome, or do not have it."""
    return least(people) < MINIMUM


def _places(names: Sequence[str], useful: Sequence[str]) -> Places:
    return frozenset(useful.index(name) for name in names)


def _counts(tally: Tally, useful: tuple[str, ...]) -> "list[Numbers]":
    """The cases, and the people without the outcome, in every combination of all columns."""
    import numpy as np

    whole = tally.without_totals()
    levels = [{level: at for at, level in enumerate(whole.levels(name))} for name in useful]
    if len(useful) < 2 or prod(len(each) + 1 for each in levels) > MOST_CELLS:
        return []
    counts = [np.zeros([len(each) for each in levels], dtype=np.int64) for _ in range(2)]
    for group in full_table(whole, columns=useful).groups:
        at = tuple(levels[column][level] for column, (_, level) in enumerate(group.of))
        cases, n = group.counted
        counts[0][at], counts[1][at] = cases, n - cases
    return counts


def _leak(counts: "list[Numbers]", shown: Iterable[Places]) -> tuple[Places, People] | None:
    """A small group that the shown tables pin down, and the table to take away for it."""
    tables = list(shown)
    high = [bounds(each, tables) for each in counts]
    for names in sorted(high[0], key=lambda each: (len(each), sorted(each))):
        inside = [each for each in tables if each < names]
        if names in tables or len(inside) < 2:
            continue
        people = _pinned(counts, names, [each[names] for each in high])
        if people:
            return max(inside, key=lambda each: (len(each), sorted(each))), people
    return None


def _pinned(counts: "list[Numbers]", names: Places, high: "list[Numbers]") -> People | None:
    """A cell of this table that cannot be ten or more."""
    import numpy as np

    for most in high:
        tight = np.argwhere(most < MINIMUM)
        if len(tight):
            at = tuple(int(place) for place in tight[0])
            cases, others = (int(_summed(each, names)[at]) for each in counts)
            return People(Count.exact(cases + others), Count.exact(cases))
    return None


def _summed(counts: "Numbers", names: Places) -> "Numbers":
    """The table of these columns; the other columns have one level in it."""
    gone = tuple(at for at in range(counts.ndim) if at not in names)
    summed: Numbers = counts.sum(axis=gone, keepdims=True)
    return summed


def bounds(counts: "Numbers", shown: Iterable[Places]) -> "dict[Places, Numbers]":
    """What each cell of every table can be at most, for whoever has the shown tables."""
    import numpy as np

    total = int(counts.sum())
    known = {*shown, frozenset()}
    every = [
        frozenset(c) for k in range(counts.ndim + 1) for c in combinations(range(counts.ndim), k)
    ]
    found: dict[Places, _Bounds] = {}
    for names in every:
        table = _summed(counts, names)
        here = names in known
        low, high = (table, table) if here else (table * 0, np.full_like(table, total))
        found[names] = _Bounds(low.copy(), high.copy())
    pairs = [(names, at) for names in every for at in sorted(names)]
    for _ in range(_ROUNDS):
        moved = [_shuttle(found[names], found[names - {at}], at) for names, at in pairs]
        if not any(moved):
            break
    return {names: each.high for names, each in found.items()}


def _shuttle(part: _Bounds, whole: _Bounds, axis: int) -> bool:
    """Let a table and its sums along one column tighten each other; whether that helped."""
    import numpy as np

    before = [int(each.sum()) for each in (part.low, part.high, whole.low, whole.high)]
    low, high = (each.sum(axis=axis, keepdims=True) for each in (part.low, part.high))
    least = np.maximum(part.low, whole.low - (high - part.high))
    part.high = np.minimum(part.high, whole.high - (low - part.low))
    part.low = least
    low, high = (each.sum(axis=axis, keepdims=True) for each in (part.low, part.high))
    whole.low, whole.high = np.maximum(whole.low, low), np.minimum(whole.high, high)
    return before != [int(each.sum()) for each in (part.low, part.high, whole.low, whole.high)]
