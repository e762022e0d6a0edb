"""Whom the groups are compared with: a named group, everybody, or everybody else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from waterpas.errors import CallError
from waterpas.measure.pairs_of_counts import Side, side_of
from waterpas.results import Interval, Reference
from waterpas.tallies.tally import UNKNOWN, Cell, Tally
from waterpas.texts import mark

EVERYBODY = "everybody"
EVERYBODY_ELSE = "everybody-else"


def reference_of(
    wanted: str | Reference, *, levels: tuple[str, ...], across: str, because: str | None = None
) -> Reference:
    """Turn what the caller asked for into a Reference; a level of that name comes first."""
    if isinstance(wanted, Reference):
        if wanted.kind != "level":
            return wanted
        if wanted.level not in levels:
            raise _no_level(wanted.level or "", levels=levels, across=across)
        return replace(wanted, reason=because) if because else wanted
    if wanted in levels:
        return Reference("level", wanted, because)
    if wanted == EVERYBODY:
        return Reference("everybody", None, because)
    if wanted == EVERYBODY_ELSE:
        return Reference("everybody-else", None, because)
    raise _no_level(wanted, levels=levels, across=across)


def _no_level(wanted: object, *, levels: tuple[str, ...], across: str) -> CallError:
    return CallError(
        mark(
            "De referentiegroep '%(level)s' komt niet voor in kolom '%(column)s'. "
            "Wel: %(levels)s. Kies een van deze."
        ),
        level=wanted,
        column=across,
        levels=", ".join(levels[:12]),
    )


@dataclass(frozen=True, slots=True)
class Against:
    """The people one group is compared with.

    `side` never holds people of the group itself, so that both sides are independent. `overlap`
    is the share of the group in everybody, when the reference is everybody; else 0. The group is
    part of everybody, and its size is given: with w the overlap and R the ratio to everybody else,
    the difference to everybody is (1 - w) times that to everybody else, and the ratio is
    R / (wR + 1 - w). Both rise with the first, so intervals go along by their ends.
    """

    side: Side | None
    overlap: float = 0.0
    sized: bool = True  # False: a hidden number of people leaves the overlap unknown

    def difference(self, value: float) -> float:
        """A difference to everybody else, as a difference to the reference."""
        return (1 - self.overlap) * value

    def ratio(self, value: float) -> float:
        """A ratio to everybody else, as a ratio to the reference."""
        return value / (self.overlap * value + 1 - self.overlap)

    def difference_interval(self, interval: Interval | None) -> Interval | None:
        """The interval of `difference`."""
        if interval is None:
            return None
        ends = self.difference(interval.low), self.difference(interval.high)
        return Interval(*ends, interval.level)

    def ratio_interval(self, interval: Interval | None) -> Interval | None:
        """The interval of `ratio`."""
        if interval is None:
            return None
        return Interval(self.ratio(interval.low), self.ratio(interval.high), interval.level)


def against(
    reference: Reference,
    *,
    level: str,
    cells: Mapping[str, Cell],
    totals: frozenset[str] = frozenset(),
) -> Against:
    """The people that the group at `level` is compared with, out of the cells of one stratum.

    `totals` are levels that are sums of others: they are nobody else than those.
    """
    if reference.kind == "level":
        cell = cells.get(reference.level or "")
        return Against(side_of(cell) if cell else None)
    others = [cell for name, cell in cells.items() if name != level and name not in totals]
    if not others or level in totals:
        return Against(None)
    rest = side_of(reduce(add, others))
    if reference.kind == "everybody-else":
        return Against(rest)
    group_n, rest_n = cells[level].n.value, rest.n.value
    if group_n is None or rest_n is None:
        return Against(rest, sized=False)
    return Against(rest, overlap=group_n / (group_n + rest_n) if group_n else 0.0)


def largest(tally: Tally, *, across: str) -> Reference:
    """The largest group as the reference, for a caller who named none; the result says so.

    Never a total, and never those of whom nothing is known, unless there is nobody else.
    """
    place, sizes = tally.position(across), dict[str, int]()
    others = [column for column in tally.by if column != across]
    for key, cell in tally.without_totals(others).cells.items():
        sizes[key[place]] = sizes.get(key[place], 0) + (cell.n.value or 0)
    passed = totals_of(tally, across) | {UNKNOWN}
    known = [name for name in sizes if name not in passed]
    return Reference(
        "level", max(known or list(sizes), key=lambda name: sizes[name]), chosen="largest"
    )


def totals_of(tally: Tally, column: str) -> frozenset[str]:
    """The levels of a column that are sums of other levels."""
    return frozenset(level for name, level in tally.totals if name == column)
