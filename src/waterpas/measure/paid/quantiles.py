"""The amounts that 10, 25, 50, 75 and 90 of every 100 people stay under, and the gaps in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, hypot
from operator import add
from typing import TYPE_CHECKING, Any

from waterpas.measure.lot import lot_p
from waterpas.measure.normal import two_sided_p
from waterpas.measure.paid.boxes import Box, Ends
from waterpas.measure.paid.staff import Staff
from waterpas.measure.proportions import wilson_interval
from waterpas.results import DECIDING_LEVEL, Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

SHARES = (0.10, 0.25, 0.50, 0.75, 0.90)
FEW_AMOUNTS = 6
FEWEST = 10  # people below and above it, on each side
_FARTHEST, _NEAR = 7.0, 1e-4  # in standard errors


@dataclass(frozen=True, slots=True)
class QuantileGap:
    """The amount that this share stays under in both groups; people below it, and all of them.

    `ends`: of counts that were rounded or hidden, between what both amounts lie.
    """

    share: float
    group: float
    reference: float
    interval: Interval
    p: float
    sizes: tuple[int, int]
    ends: tuple[Ends, Ends] | None = None

    @property
    def gap(self) -> float:
        """Group minus reference."""
        return self.group - self.reference

    def below(self) -> tuple[int, int]:
        """How many people of each side stay under it, by their share."""
        ours, theirs = (int(self.share * n) for n in self.sizes)
        return ours, theirs


@dataclass(frozen=True, slots=True)
class _Sorted:
    amounts: Floats
    cumulative: Floats

    @property
    def n(self) -> float:
        return float(self.cumulative[-1])

    @property
    def people(self) -> Floats:
        """The people at each amount."""
        import numpy as np

        return np.diff(self.cumulative, prepend=0.0)

    def at(self, share: float) -> float:
        """The amount that this share stays under; the middle of two where it falls between."""
        reach = share * self.n
        low, high = self.cumulative.searchsorted((reach - 1e-9, reach + 1e-9)).tolist()
        last = len(self.amounts) - 1
        return float((self.amounts[min(low, last)] + self.amounts[min(high, last)]) / 2)

    def ends(self, share: float, level: float) -> tuple[float, float]:
        """Both ends for that amount (Woodruff 1952): by how sure we are of the share below it."""
        shares = wilson_interval(share * self.n, self.n, level=level)
        return self.at(shares.low), self.at(shares.high)

    def in_steps(self, share: float) -> bool:
        """Whether that amount can only be one of a few (by the ends at 95%, at any level)."""
        import numpy as np

        low, high = self.ends(share, DECIDING_LEVEL)
        inside = self.amounts[(self.amounts >= low) & (self.amounts <= high)]
        return 1 < len(np.unique(inside)) < FEW_AMOUNTS


def quantile_gaps(staff: Staff, *, level: float = 0.95) -> list[QuantileGap]:
    """The gaps where at least ten people of each side are below and above."""
    ours, theirs = (_sorted(staff, side) for side in (staff.group, ~staff.group))
    return [
        _gap(ours, theirs, share, level) for share in SHARES if allowed(share, min(staff.sizes))
    ]


def allowed(share: float, people: int) -> bool:
    """Whether so many people are enough for this share."""
    return people >= ceil(FEWEST / min(share, 1 - share) - 1e-9)


def _sorted(staff: Staff, side: Floats) -> _Sorted:
    import numpy as np

    order = np.argsort(staff.amount[side], kind="stable")
    return _Sorted(staff.amount[side][order], np.cumsum(staff.people[side][order]))


def _gap(ours: _Sorted, theirs: _Sorted, share: float, level: float) -> QuantileGap:
    interval_at = _intervals(ours, theirs, share)
    mine, other = ours.at(share), theirs.at(share)
    p = 1.0 if mine == other else _p(interval_at)
    return QuantileGap(
        share,
        mine,
        other,
        interval_at(level),
        max(p, _lot(ours, theirs, share)),
        (int(ours.n), int(theirs.n)),
    )


def _intervals(ours: _Sorted, theirs: _Sorted, share: float) -> Callable[[float], Interval]:
    """At each level: square-and-add of both pairs of ends (Zou and Donner 2008).

    Added where pay goes in steps: where only a few amounts are possible, both sides are off by a
    whole step at once too often.
    """
    mine, other = ours.at(share), theirs.at(share)
    in_steps = any(side.in_steps(share) for side in (ours, theirs))
    together: Callable[[float, float], float] = add if in_steps else hypot

    def at(level: float) -> Interval:
        (low, high), (down, up) = ours.ends(share, level), theirs.ends(share, level)
        below, above = together(mine - low, up - other), together(high - mine, other - down)
        return Interval(mine - other - below, mine - other + above, level)

    return at


@dataclass(frozen=True, slots=True)
class _Rough:
    """The amounts of one side, and the largest and the smallest share that may earn at most each.

    The share is largest with all who may earn it or less, and as few above as can be.
    """

    amounts: Floats
    largest: Floats
    smallest: Floats
    fewest: float

    @staticmethod
    def of(box: Box) -> _Rough:
        import numpy as np

        order = np.argsort(box.amount, kind="stable")
        least, most = np.cumsum(box.low[order]), np.cumsum(box.high[order])
        return _Rough(
            box.amount[order],
            most / np.maximum(most + least[-1] - least, 1),
            least / np.maximum(least + most[-1] - most, 1),
            box.fewest,
        )

    def at(self, low: float, high: float) -> Ends:
        """The least amount that the first share may stay under, and the most for the other."""
        first = int(self.largest.searchsorted(low - 1e-9))
        last = int(self.smallest.searchsorted(high + 1e-9, side="right"))
        most = len(self.amounts) - 1
        return float(self.amounts[min(first, most)]), float(self.amounts[min(last, most)])

    def ends(self, share: float, level: float) -> Ends:
        """Both ends with chance: as those of the fewest people there can be."""
        shares = wilson_interval(share * self.fewest, self.fewest, level=level)
        return self.at(shares.low, shares.high)


def rough_quantile_gap(
    middle: Staff, boxes: tuple[Box, Box], share: float, *, level: float
) -> QuantileGap:
    """The gap in one amount of counts that were rounded or hidden, around those in the middle.

    The interval goes from the least end of one side less the most of the other: it holds that of
    each table that fits.
    """
    ours, theirs = map(_Rough.of, boxes)
    mine, other = (_sorted(middle, side) for side in (middle.group, ~middle.group))

    def interval_at(level: float) -> Interval:
        (low, high), (down, up) = ours.ends(share, level), theirs.ends(share, level)
        return Interval(low - up, high - down, level)

    return QuantileGap(
        share,
        mine.at(share),
        other.at(share),
        interval_at(level),
        max(_p(interval_at), _lot(mine, other, share)),
        (int(ours.fewest), int(theirs.fewest)),
        (ours.at(share, share), theirs.at(share, share)),
    )


def _p(interval_at: Callable[[float], Interval]) -> float:
    """The p at which the interval just reaches 0: it moves in steps, so by halving."""
    inside, outside = 0.0, _FARTHEST
    while outside - inside > _NEAR:
        middle = (inside + outside) / 2
        if interval_at(1 - two_sided_p(middle)).holds(0.0):
            outside = middle
        else:
            inside = middle
    return two_sided_p(inside)


def _lot(ours: _Sorted, theirs: _Sorted, share: float) -> float:
    """The p of how many of each side stay under the quantile of all, if dealt out by lot.

    Far out the interval is too sure of itself with few people; this is exact.
    """
    import numpy as np

    amounts = np.concatenate([ours.amounts, theirs.amounts])
    people = np.concatenate([each.people for each in (ours, theirs)])
    order = np.argsort(amounts, kind="stable")
    both = _Sorted(amounts[order], np.cumsum(people[order]))
    cut = both.at(share)
    below = [round(each.people[each.amounts <= cut].sum()) for each in (ours, theirs)]
    return lot_p(
        group_cases=below[0], group_total=round(ours.n), cases=sum(below), total=round(both.n)
    )
