"""The difference between two groups with a decider at a percentile, and how far two lie apart."""

from math import sqrt
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import Counts
from waterpas.measure.mixed.likelihood import chances
from waterpas.measure.mixed.percentiles import HIGH, LOW
from waterpas.measure.mixed.slopes import GROUP, Best, SlopeEnds, SlopeFit
from waterpas.measure.normal import critical_value, quantile
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers


def difference_with(counts: Counts, beta: "Numbers", shift: float) -> "tuple[float, Numbers]":
    """The group's rate minus the reference's, with a decider whose difference lies so far away.

    Beside it how it moves with beta. `shift` is in log odds from the middle. Everybody in the
    table is counted once as a member of either group. The decider is in the middle otherwise: half
    of the shift is with the group and half with the reference, so that it does not matter which
    of the two is called the reference.
    """
    alike = counts.design @ beta - counts.design[:, GROUP] * beta[GROUP]
    people = counts.totals / counts.totals.sum()
    inside, outside = chances(alike + beta[GROUP] + shift / 2), chances(alike - shift / 2)
    steep = people * inside * (1 - inside)
    slope = counts.design.T @ (steep - people * outside * (1 - outside))
    slope[GROUP] = steep.sum()
    return float(people @ (inside - outside)), slope


def two_differences(counts: Counts, model: Best) -> tuple[float, float]:
    """The difference with a decider at the 10th, and with one at the 90th percentile of it."""
    low, high = (
        difference_with(counts, model.beta, model.sd * quantile(at))[0] for at in (LOW, HIGH)
    )
    return low, high


def apart(counts: Counts, model: Best) -> float:
    """How far those two lie apart."""
    low, high = two_differences(counts, model)
    return high - low


def apart_interval(fit: SlopeFit, ends: SlopeEnds) -> Interval:
    """The interval of how far apart they are.

    The spread contributes the distances in the models at both ends of its interval; beta, held
    with this spread, its standard error. The two are put together as squares (the method of
    variance estimates recovery: Zou and Donner 2008). It begins at 0 where that of the spread does.
    """
    counts, level = fit.data.counts, ends.interval.level
    here, low, high = (apart(counts, model) for model in (fit.best, ends.low, ends.high))
    more = critical_value(level) * error_by_beta(fit)
    least = max(0.0, here - sqrt((here - low) ** 2 + more**2)) if ends.low.sd else 0.0
    return Interval(least, here + sqrt((high - here) ** 2 + more**2), level)


def error_by_beta(fit: SlopeFit) -> float:
    """The standard error of that distance by beta alone, at the best spread."""
    import numpy as np

    best, columns = fit.best, fit.data.columns
    slopes = [
        difference_with(fit.data.counts, best.beta, best.sd * quantile(at))[1] for at in (LOW, HIGH)
    ]
    way = slopes[1] - slopes[0]
    information = -best.at.curve[:columns, :columns]
    return sqrt(max(float(way @ np.linalg.solve(information, way)), 0.0))
