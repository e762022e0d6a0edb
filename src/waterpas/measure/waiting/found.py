"""What was found about one group beside those it is compared with: all its numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import hypot, inf

from waterpas.measure.detectable import detectable_difference
from waterpas.measure.normal import POWER, critical_value, quantile, two_sided_p
from waterpas.measure.waiting.curve import Curve, Mean, curve_of, restricted_mean
from waterpas.measure.waiting.shares import Share, p_of, share_of
from waterpas.measure.waiting.waits import AT_RISK, Ending, Waits
from waterpas.results import Count, Interval, People

FEWEST_PEOPLE = 20  # in a smaller group an interval of waiting times holds too seldom
FEWEST_DECISIONS = 10
FEWEST_IN_A_SHARE = 10
WEEK = 7
_NOTHING = 1e-9
Both = tuple[Share, Share]  # of the group, and of the others


@dataclass(frozen=True)
class Group:
    """One group: its waiting times, looked at within the horizon."""

    waits: Waits
    horizon: float

    @cached_property
    def curve(self) -> Curve:
        """The share still waiting."""
        return curve_of(self.waits)

    @cached_property
    def mean(self) -> Mean:
        """Mean days within the horizon."""
        return restricted_mean(self.curve, self.horizon)

    def mean_interval(self, level: float) -> Interval:
        """Between what that mean lies."""
        reach = critical_value(level) * self.mean.error
        low, high = self.mean.value - reach, self.mean.value + reach
        return Interval(max(low, 0.0), min(high, self.horizon), level)

    @property
    def people(self) -> People:
        """All people of the group."""
        return People(Count.exact(self.waits.n))

    @property
    def decided(self) -> int:
        """To how many a decision came within the horizon."""
        return self.waits.until(self.horizon, "decided")


@dataclass(frozen=True)
class Found:
    """A group, those it is compared with, and why something cannot be said.

    `cannot`: why nothing can be said of the waiting time; empty: it can. `until`: giving up is
    looked at up to this day (endless: nobody is open), `term`: within so many days; None: not
    asked. `leaves`: whether a release may tell of the horizon, and of what is found within it.
    """

    level: str
    mine: Group
    other: Group
    cannot: str
    until: float | None
    term: float | None
    leaves: bool = True

    @property
    def difference(self) -> float:
        """Mean days of the group, minus those of the others."""
        return self.mine.mean.value - self.other.mean.value

    @property
    def error(self) -> float:
        """The standard error of that difference."""
        return hypot(self.mine.mean.error, self.other.mean.error)

    def difference_interval(self, level: float) -> Interval:
        """Between what that difference lies."""
        reach = critical_value(level) * self.error
        return Interval(self.difference - reach, self.difference + reach, level)

    @property
    def smallest(self) -> float:
        """The smallest difference in days that would have been seen four times out of five."""
        return (critical_value(0.95) + quantile(POWER)) * self.error

    @cached_property
    def shares(self) -> Mapping[str, Both | None]:
        """What was asked: the share within the term, and that gave up, of the group and the others.

        None: it cannot be told.
        """
        asked = asked_shares(self.term, self.until)
        return {name: self._shares(day, ending) for name, day, ending in asked}

    def _shares(self, day: float, ending: Ending) -> Both | None:
        both = self.mine.waits, self.other.waits
        if day <= 0 or not all(each.n and followed(each, day, givers_up=False) for each in both):
            return None
        return share_of(both[0], day, ending), share_of(both[1], day, ending)

    def p_of(self, which: str) -> float | None:
        """The two-sided p of no difference in mean days ("waiting") or in a share; None: no p."""
        if which == "waiting":
            return None if self.cannot else two_sided_p(self.difference / self.error)
        both = self.shares[which]
        return p_of(*both) if both and can_be_seen(*both) else None


def asked_shares(term: float | None, until: float | None) -> Iterator[tuple[str, float, Ending]]:
    """What was asked of shares: its name, up to which day, and how it ended."""
    if term is not None:
        yield "within", term, "decided"
    if until is not None:
        yield "gave-up", until, "gave-up"


def can_be_seen(one: Share, other: Share) -> bool:
    """Whether there are enough people, and a difference could have been seen at all."""
    if min(one.people, other.people) < FEWEST_IN_A_SHARE:
        return False
    seen = detectable_difference(
        group_total=one.worth, reference_total=other.worth, reference_rate=other.value
    )
    return seen.higher is not None or seen.lower is not None


def followed(waits: Waits, day: float, *, givers_up: bool) -> bool:
    """Whether it can be told how many wait until this day: nobody was lost, or enough are left."""
    return not waits.lost_before(day, givers_up=givers_up) or waits.waiting_on(day) >= AT_RISK


def has_enough(waits: Waits) -> bool:
    """Whether a group is large enough to say something about how long its people wait."""
    return waits.n >= FEWEST_PEOPLE and int(waits.decided.sum()) >= FEWEST_DECISIONS


def why_not(mine: Waits, other: Waits, horizon: float) -> str:
    """Why nothing can be said about how long a group waits beside another; empty: it can."""
    both = mine, other
    if not all(each.n for each in both):
        return "cannot-empty"
    if not all(each.decided.sum() for each in both):
        return "cannot-all-open"
    if not all(map(has_enough, both)):
        return "too-few"
    if all(each.furthest() <= 0 for each in both):
        return "cannot-no-days"
    if any(len(each.days) == 1 for each in both):
        return "cannot-same"
    if not all(followed(each, horizon, givers_up=True) for each in both):
        return "cannot-too-far"
    if any(each.until(horizon, "decided") < FEWEST_DECISIONS for each in both):
        return "too-few-so-far"
    one, two = (Group(each, horizon) for each in both)
    return "cannot-same" if hypot(one.mean.error, two.mean.error) < _NOTHING else ""


def until_of(some: Iterable[Waits], horizon: float) -> float:
    """Up to which day giving up is looked at: to the end, unless somebody is still open."""
    return horizon if any(each.still_open.sum() for each in some) else inf
