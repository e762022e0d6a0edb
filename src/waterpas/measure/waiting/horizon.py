"""Within how many days the mean is looked at, where nobody chose that."""

from collections.abc import Sequence
from math import floor

from waterpas.measure.waiting.apart import counts_of_mean
from waterpas.measure.waiting.found import FEWEST_DECISIONS, WEEK, Group, has_enough, why_not
from waterpas.measure.waiting.waits import AT_RISK, Waits

Pair = tuple[Waits, Waits]  # a group, and those it is compared with


def horizon_of(pairs: Sequence[Pair]) -> float:
    """The largest horizon at which ten people of every group still wait; in whole weeks.

    Only groups of which figures may be shown count: else the horizon tells how long those waited
    that are hidden. One by one the others are left out, the shortest first. In whole days where a
    group has fewer than ten decisions in those weeks: all may fall on one day. 0: there is none.
    """
    kept = [pair for pair in pairs if all(map(has_enough, pair))]
    while kept:
        day = _furthest([each for pair in kept for each in pair])
        hidden = [at for at, pair in enumerate(kept) if not _may_be_shown(pair, day)]
        if not hidden:
            return day
        kept.pop(min(hidden, key=lambda at: min(each.furthest() for each in kept[at])))
    return 0.0


def horizon_of_all(pairs: Sequence[Pair]) -> float:
    """The same of all groups that are large enough, whether they may be shown or not."""
    enough = [each for pair in pairs for each in pair if has_enough(each)]
    return _furthest(enough) if enough else 0.0


def _furthest(some: Sequence[Waits]) -> float:
    day = min(each.furthest() for each in some)
    weeks = floor(day / WEEK) * WEEK
    early = any(each.until(weeks, "decided") < FEWEST_DECISIONS for each in some)
    return float(floor(day) if early or day < WEEK else weeks)


def _may_be_shown(pair: Pair, day: float) -> bool:
    """Whether a mean within so many days tells of no few people."""
    if why_not(*pair, day):
        return False
    return all(min(counts_of_mean(Group(each, day))) >= AT_RISK for each in pair)
