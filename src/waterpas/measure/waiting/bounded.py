"""A group beside others, where counts of one of both were rounded or hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import hypot

from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.measure.waiting.bounded_shares import Ends, ends_of
from waterpas.measure.waiting.bounds import Bounds
from waterpas.measure.waiting.found import (
    FEWEST_IN_A_SHARE,
    asked_shares,
    can_be_seen,
    has_enough,
    why_not,
)
from waterpas.measure.waiting.shares import Share, difference_interval, p_of
from waterpas.measure.waiting.waits import AT_RISK, Ending
from waterpas.results import DECIDING_LEVEL, Interval

COUNTED = "counted"  # the figure without a value, of a group about which nothing can be said
Pair = tuple[Share, Share]  # of the group, and of the others


@dataclass(frozen=True, slots=True)
class Between:
    """A value at least and at most, each with the interval of chance around it."""

    least: float
    most: float
    around_least: Interval
    around_most: Interval

    @property
    def whole(self) -> Interval:
        """From the lowest to the highest, with chance."""
        return Interval(self.around_least.low, self.around_most.high, self.around_least.level)


@dataclass(frozen=True, slots=True)
class BothEnds:
    """A share of the group and of the others, each between what it lies."""

    mine: Ends
    other: Ends

    @property
    def least(self) -> Pair:
        """With the difference as low as it can be."""
        return self.mine.least, self.other.most

    @property
    def most(self) -> Pair:
        """With the difference as high as it can be."""
        return self.mine.most, self.other.least

    def difference(self, level: float) -> Between:
        """Between what the difference lies."""
        (one, two), (three, four) = self.least, self.most
        around = (difference_interval(*each, level) for each in (self.least, self.most))
        return Between(one.value - two.value, three.value - four.value, *around)

    @property
    def tells(self) -> bool:
        """Whether there are enough people, and a difference could have been seen at all."""
        return can_be_seen(self.mine.least, self.other.least)

    @property
    def p(self) -> float:
        """The largest two-sided p of no difference that any of the ends gives; 1 between them."""
        between = self.difference(DECIDING_LEVEL)
        if between.least > 0:
            return p_of(*self.least)
        return p_of(*self.most) if between.most < 0 else 1.0


@dataclass(frozen=True)
class Bounded:
    """A group and those it is compared with, some of whose counts were rounded or hidden.

    `blocked`: what the answer is where they leave nothing to say. The rest: see Found.
    """

    level: str
    mine: Bounds
    other: Bounds
    blocked: str
    until: float | None
    term: float | None
    leaves: bool = True

    @property
    def smallest(self) -> int:
        """The fewest people that there can be in one count of both sides."""
        return min(self.mine.smallest, self.other.smallest)

    @cached_property
    def cannot(self) -> str:
        """Why nothing can be said of the waiting time; empty: it can, even with the fewest."""
        both, day = (self.mine, self.other), self.mine.horizon
        if why_not(self.mine.fewest.waits, self.other.fewest.waits, day):
            return self.blocked
        return "" if all(_followed(each, day, givers_up=True) for each in both) else self.blocked

    @cached_property
    def error(self) -> float:
        """The standard error of the difference in mean days."""
        return hypot(self.mine.error, self.other.error)

    def difference(self, level: float) -> Between:
        """Between what the difference in mean days lies, group minus others."""
        least = self.mine.means[0] - self.other.means[1]
        most = self.mine.means[1] - self.other.means[0]
        reach = critical_value(level) * self.error
        around = (Interval(each - reach, each + reach, level) for each in (least, most))
        return Between(least, most, *around)

    @cached_property
    def shares(self) -> Mapping[str, BothEnds | None]:
        """What was asked, as in Found; None: it cannot be told."""
        asked = asked_shares(self.term, self.until)
        return {name: self._shares(day, ending) for name, day, ending in asked}

    def _shares(self, day: float, ending: Ending) -> BothEnds | None:
        both = self.mine, self.other
        enough = all(each.fewest.waits.n >= AT_RISK for each in both)
        if day <= 0 or not enough or not all(_followed(b, day, givers_up=False) for b in both):
            return None
        return BothEnds(ends_of(self.mine, day, ending), ends_of(self.other, day, ending))

    def p_of(self, which: str) -> float | None:
        """The largest p of no difference that the counts allow; None: no table has one.

        1 where these counts leave nothing to say but some table may: there it is compared too.
        """
        if which == "waiting":
            if self.cannot:
                return 1.0 if all(map(_may_have_enough, (self.mine, self.other))) else None
            return self._p()
        both = self.shares[which]
        if both and both.tells:
            return both.p
        most = min(each.people().high for each in (self.mine, self.other))
        return 1.0 if most >= FEWEST_IN_A_SHARE else None

    def _p(self) -> float:
        between = self.difference(DECIDING_LEVEL)
        nearest = max(between.least, 0.0) or min(between.most, 0.0)
        return two_sided_p(nearest / self.error)


def _may_have_enough(bounds: Bounds) -> bool:
    """Whether some table has enough people and decisions to say how long they wait."""
    return has_enough(bounds.table(lambda _: True))


def mean_of(bounds: Bounds, level: float) -> Between:
    """Between what the mean days of one side lie."""
    reach = critical_value(level) * bounds.error
    around = (
        Interval(max(each - reach, 0.0), min(each + reach, bounds.horizon), level)
        for each in bounds.means
    )
    return Between(*bounds.means, *around)


def _followed(bounds: Bounds, day: float, *, givers_up: bool) -> bool:
    """Whether nobody can have been lost before this day, or enough are surely left."""
    lost = bounds.lost_before(day, givers_up=givers_up)
    return not lost or bounds.fewest.waits.waiting_on(day) >= AT_RISK
