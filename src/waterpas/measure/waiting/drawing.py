"""What only the picture needs: the share still waiting at a few coarse moments, per group."""

from collections.abc import Mapping, Sequence

from waterpas.measure.waiting.found import Group
from waterpas.measure.waiting.waits import AT_RISK

STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364)
MOST_MOMENTS = 12
DECIMALS = 2  # tens per 1,000


def drawing_of(groups: Sequence[tuple[str, Group]], horizon: float) -> Mapping[str, object]:
    """Per group (its level; empty: all others) pairs of a day and the share still waiting then.

    A step on every day would show single people. So the curve is looked at on a few days only, and
    only where ten people still wait, and ten got a decision since the moment before.
    """
    return {"horizon": horizon, "curves": tuple(_curve(*each, horizon) for each in groups)}


def step_of(horizon: float) -> float:
    """How many days lie between two moments."""
    return next((step for step in STEPS if horizon / step <= MOST_MOMENTS), STEPS[-1])


def _curve(level: str, group: Group, horizon: float) -> Mapping[str, object]:
    step, points, before = step_of(horizon), [(0.0, 1.0)], 0
    for moment in range(1, int(horizon / step) + 1):
        day = float(moment * step)
        decided = group.waits.until(day, "decided")
        if _waits_after(group, day) >= AT_RISK and decided - before >= AT_RISK:
            points.append((day, round(group.curve.at(day), DECIMALS)))
            before = decided
    return {"level": level, "points": tuple(points)}


def _waits_after(group: Group, day: float) -> int:
    waits = group.waits
    gone = sum(waits.until(day, ending) for ending in ("decided", "gave-up", "open"))
    return waits.n - gone
