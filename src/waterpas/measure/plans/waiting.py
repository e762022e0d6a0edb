"""How often it is seen that one group waits longer for a decision than another."""

from math import exp, log, sqrt

from waterpas.measure.estimates import FEW_PEOPLE
from waterpas.measure.plans.chances import below, ten_come_through
from waterpas.measure.waiting.found import FEWEST_DECISIONS, WEEK


def of_days(
    difference: float,
    *,
    days: float,
    sizes: tuple[float, float],
    decided: float,
    z: float,
) -> float:
    """How often it is seen that half of the group waits so many days longer.

    Answers: "if this group waits so much longer, in which share of tables is that seen?"

    Parameters
    ----------
    difference, days : float
        Days until half of the group has a decision, minus those of the reference; and those of
        the reference. Below 0 the group waits shorter. Waiting ends at a constant speed.
    sizes : (float, float)
        People in the group and in the reference; may be broken.
    decided : float
        The part of the reference whose decision comes while we look: above 0, at most 1.
    z : float
        How many standard errors from no difference the difference of the means must lie.

    Notes
    -----
    As the method: mean days up to a horizon at which ten people of each group still wait, their
    difference in standard errors of Greenwood (Royston and Parmar 2013). The horizon is in whole
    weeks there; here a week is taken off. With fewer than ten decisions before it in one of the
    groups the method says nothing.

    References
    ----------
    Royston P, Parmar MKB (2013). Restricted mean survival time: an alternative to the hazard ratio
    for the design and analysis of randomized trials with a time-to-event outcome. BMC Medical
    Research Methodology 13:152.
    """
    speeds = log(2) / max(days + difference, 1e-9), log(2) / days
    end = -log(1 - decided) / speeds[1] if decided < 1 else float("inf")
    horizon = _horizon(sizes, speeds, end)
    if horizon <= 0:
        return 0.0
    enough = 1.0
    distance = variance = 0.0
    for sign, n, speed in ((1, sizes[0], speeds[0]), (-1, sizes[1], speeds[1])):
        left = exp(-speed * horizon)
        distance += sign * (1 - left) / speed
        variance += ((1 - left**2) / speed - 2 * left * horizon) / speed / n
        enough *= ten_come_through(n, chance=1 - left, least=FEWEST_DECISIONS)
    return enough * below(abs(distance) / sqrt(variance) - z) if variance > 0 else 0.0


def _horizon(sizes: tuple[float, float], speeds: tuple[float, float], end: float) -> float:
    """Until when ten people of each group are expected to wait, less the part of a week."""
    if min(sizes) <= FEW_PEOPLE:
        return 0.0
    furthest = min(
        end, *(log(n / FEW_PEOPLE) / speed for n, speed in zip(sizes, speeds, strict=True))
    )
    return max(furthest - WEEK, furthest / 2)
