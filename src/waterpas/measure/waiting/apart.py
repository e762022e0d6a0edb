"""How many people lie between two days that are both shown: who reads both can count them.

Whoever knows the day on which half has a decision, knows that nearly half had one before it. So
beside the share on another day the decisions between the two are bounded. The same holds for both
ends of the interval of the half, for the horizon (ten people still wait there) and for the term.
"""

from collections.abc import Iterable, Iterator
from math import floor, sqrt

from waterpas.measure.normal import critical_value
from waterpas.measure.waiting.curve import HALF, median_of
from waterpas.measure.waiting.found import Group
from waterpas.measure.waiting.waits import AT_RISK

NEAR = 1.05  # days of which the last is at most a twentieth later count as the same
ENOUGH_DAYS = 8  # on fewer days the mean and its interval count the people of a single day
ENOUGH_BESIDE_POINTS = 20  # on fewer days the points of the picture leave too little open beside it
AMONG = 5  # so many more than ten, for the mean narrows what the half and the horizon leave
_SURE = 1e-9


def counts_of_mean(group: Group) -> tuple[int, ...]:
    """Of how many people a mean within the horizon tells: none may be few."""
    return (
        group.decided,
        group.waits.waiting_on(group.horizon),
        before_horizon(group),
        on_few_days(group),
        unlike_most(group),
    )


def before_horizon(group: Group) -> int:
    """At most so many have their decision before the horizon, or after it, beside who is known.

    Ten people have theirs before it and ten wait until then; with who gave up all decisions are
    counted.
    """
    decided = int(group.waits.decided.sum())
    return min(group.waits.n - 2 * AT_RISK, decided - AT_RISK)


def on_few_days(group: Group) -> int:
    """With few different days up to the horizon: the fewest people of a day; else ten.

    A mean and its interval are two equations: on a few days they leave little open.
    """
    return _fewest_on_a_day(group, ENOUGH_DAYS)


def beside_points(group: Group) -> int:
    """The same beside the points of the picture: they leave only the days between them open."""
    return _fewest_on_a_day(group, ENOUGH_BESIDE_POINTS)


def _fewest_on_a_day(group: Group, enough: int) -> int:
    waits = group.waits
    days = waits.days[waits.days <= group.horizon]
    people = [each for each in waits.people_by_day.tolist() if each]
    return AT_RISK if len(days) >= enough else int(min(people, default=0))


def unlike_most(group: Group) -> int:
    """How many people do not wait as long as most: outside two days, or a twentieth of them.

    With few of them a mean says of nearly everybody how long they waited. Who waits longer than the
    horizon counts as that long.
    """
    import numpy as np

    days, people = np.minimum(group.waits.days, group.horizon), group.waits.people_by_day
    ends = np.maximum(days + 1, days * NEAR) + _SURE
    alike = [
        people[(days >= first) & (days <= end)].sum() for first, end in zip(days, ends, strict=True)
    ]
    return int(people.sum() - max(alike, default=0))


def beyond_half(group: Group) -> int:
    """At most so many have their decision between the half and the horizon.

    Half of all still wait on the day of the half; of them ten wait at the horizon. Five fewer, for
    the mean says something of them too.
    """
    half = median_of(group.curve).value
    if half is None:
        return AT_RISK
    earlier = group.curve.share[group.curve.days < half]
    before = float(earlier[-1]) if len(earlier) else 1.0
    return _whole(group.waits.waiting_on(half) * HALF / before) - AT_RISK - AMONG


def from_half(group: Group, day: float) -> int:
    """At most so many have their decision between the half and another day; ten on that day."""
    half = median_of(group.curve).value
    return AT_RISK if half in (None, day) else between(group, day, HALF)


def gave_up_later(group: Group, term: float, gave_up: int) -> int:
    """At most so many of those who gave up did so after the half; ten without a half before it."""
    half = median_of(group.curve).value
    if half is None or term < half:
        return AT_RISK
    return gave_up_after(group, term, gave_up, HALF)


def gave_up_after(group: Group, term: float, gave_up: int, share: float) -> int:
    """At most so many of those who gave up did so after a day before the term, by its share.

    All others had a decision or gave up by then, and no more had a decision than by the term.
    """
    decided = group.waits.until(term, "decided")
    return _whole(decided + gave_up - group.waits.n * (1 - share))


def between(group: Group, day: float, share: float) -> int:
    """How many decisions bring the share still waiting from what it is after a day to another."""
    there = group.curve.at(day)
    waiting = group.waits.waiting_after(day)
    return _whole(waiting * abs(1 - share / there)) if there > 0 else 0


def reach_of_half(group: Group, level: float) -> float:
    """So many decisions lie at most between the half and an end of its interval."""
    return critical_value(level) * sqrt(float(group.waits.decided.sum())) / 2


def from_ends(group: Group, days: Iterable[float | None], level: float) -> Iterator[int]:
    """How many decisions lie at most between an end of the interval of the half and what is shown.

    That is the half, the horizon, and these days.
    """
    reach = reach_of_half(group, level)
    yield floor(reach)
    yield floor(beyond_half(group) - reach)
    for day in days:
        if day is not None:
            yield from _from_ends(group, day, level)


def _from_ends(group: Group, day: float, level: float) -> Iterator[int]:
    ends, away = median_of(group.curve, level=level), reach_of_half(group, level) / group.waits.n
    for end, share in ((ends.low, HALF + away), (ends.high, HALF - away)):
        if end not in (None, day):
            yield between(group, day, share)


def from_horizon(group: Group, term: float) -> int:
    """At most so many have their decision between the term and the horizon; ten on the same day.

    Ten people have theirs before the horizon, and ten wait until then.
    """
    before = group.waits.until(term, "decided")
    if term == group.horizon:
        return AT_RISK
    return (int(group.waits.decided.sum()) - before if term < group.horizon else before) - AT_RISK


def _whole(people: float) -> int:
    return floor(people + _SURE)
