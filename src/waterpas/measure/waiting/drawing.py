"""What only the picture needs: the share still waiting at a few coarse moments, per group."""

from collections.abc import Mapping, Sequence

from waterpas.measure.waiting.apart import beside_points, from_ends, from_half, gave_up_after
from waterpas.measure.waiting.curve import median_of
from waterpas.measure.waiting.found import Group
from waterpas.measure.waiting.waits import AT_RISK

STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364)
MOST_MOMENTS = 12
DECIMALS = 2  # tens per 1,000


def drawing_of(
    groups: Sequence[tuple[str, Group]], horizon: float, *, term: float | None, level: float
) -> Mapping[str, object]:
    """Per group (its level; empty: all others) pairs of a day and the share still waiting then.

    A step on every day would show single people. So the curve is looked at on a few days only, and
    only where twenty people still wait (ten at the horizon, where nobody gave up), ten got a
    decision since the moment before, and ten get one later: with the share that gave up those could
    be counted, and those who give up later. Beside the share within the term, the day on which half
    has a decision, or an end of its interval, a point a few decisions away would count those few:
    it is left out, unless it lies on that very day. With few different days, and a few people on
    one of them, there is no point at all: with the mean it would count the people of that day.
    """
    curves = (_curve(name, group, horizon, term, level) for name, group in groups)
    return {"horizon": horizon, "curves": tuple(curves)}


def step_of(horizon: float) -> float:
    """How many days lie between two moments."""
    return next((step for step in STEPS if horizon / step <= MOST_MOMENTS), STEPS[-1])


def _curve(
    name: str, group: Group, horizon: float, term: float | None, level: float
) -> Mapping[str, object]:
    step, points, before = step_of(horizon), [(0.0, 1.0)], 0
    half = median_of(group.curve).value
    ends = min(from_ends(group, [term], level)) >= AT_RISK  # whether they are shown
    moments = int(horizon / step) if beside_points(group) >= AT_RISK else 0
    for moment in range(1, moments + 1):
        day = float(moment * step)
        decided = group.waits.until(day, "decided")
        enough = decided - before >= AT_RISK and _enough_after(group, day, horizon)
        clear = _clear_of(group, day, term) and _clear_of_half(group, day, half)
        clear = clear and _clear_of_leavers(group, day, term)
        if enough and clear and not (ends and min(from_ends(group, [day], level)) < AT_RISK):
            points.append((day, round(group.curve.at(day), DECIMALS)))
            before = decided
    return {"level": name, "points": tuple(points)}


def _enough_after(group: Group, day: float, horizon: float) -> bool:
    """Whether ten are decided later, and enough wait longer.

    Ten of them wait at the horizon; and of who gives up later no few may be left.
    """
    later = group.waits.decided.sum() - group.waits.until(day, "decided")
    still = AT_RISK if day == horizon and not group.waits.gave_up.sum() else 2 * AT_RISK
    return later >= AT_RISK and group.waits.waiting_after(day) >= still


def _clear_of(group: Group, day: float, other: float | None) -> bool:
    """Whether it is that other day, or ten decisions lie between the two."""
    if other is None or day == other:
        return True
    one, two = (group.waits.until(each, "decided") for each in (day, other))
    return abs(one - two) >= AT_RISK


def _clear_of_leavers(group: Group, day: float, term: float | None) -> bool:
    """Whether ten who gave up may have done so after this day, by all decisions up to the term."""
    gave_up = int(group.waits.gave_up.sum())
    if term is None or day > term or not gave_up:
        return True
    return gave_up_after(group, term, gave_up, group.curve.at(day)) >= AT_RISK


def _clear_of_half(group: Group, day: float, half: float | None) -> bool:
    """The same for the day on which half has a decision: who knows that day knows the half."""
    return from_half(group, day) >= AT_RISK and _clear_of(group, day, half)
