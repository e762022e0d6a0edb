"""Rates with a group at a percentile of the fitted spread, over the same people."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import Counts
from waterpas.measure.mixed.likelihood import chances
from waterpas.measure.normal import quantile

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

LOW, HIGH = 0.1, 0.9


@dataclass(frozen=True, slots=True, eq=False)
class RateAt:
    """The rate if everybody in the table came to a group at this percentile of the spread."""

    counts: Counts
    percentile: float

    def __call__(self, beta: "Numbers", sd: float) -> "tuple[float, Numbers]":
        """The rate (a proportion), and how it moves with beta."""
        return _rate(self.counts, beta, sd * quantile(self.percentile))


@dataclass(frozen=True, slots=True, eq=False)
class GapBetween:
    """The rate with a group at the high percentile minus that at the low one."""

    counts: Counts
    low: float = LOW
    high: float = HIGH

    def __call__(self, beta: "Numbers", sd: float) -> "tuple[float, Numbers]":
        """The difference between the rates, and how it moves with beta."""
        above, slope_above = _rate(self.counts, beta, sd * quantile(self.high))
        below, slope_below = _rate(self.counts, beta, sd * quantile(self.low))
        return above - below, slope_above - slope_below


def _rate(counts: Counts, beta: "Numbers", shift: float) -> "tuple[float, Numbers]":
    p = chances(counts.design @ beta + shift)
    people = counts.totals / counts.totals.sum()
    slope: Numbers = counts.design.T @ (people * p * (1 - p))
    return float(people @ p), slope


def difference_with(counts: Counts, beta: "Numbers", group: int, shift: float) -> float:
    """The group's rate minus the reference's, with a decider whose difference lies so far away.

    `shift` is in log odds from the middle. Everybody in the table is counted once as a member of
    either group. The decider is in the middle otherwise: half of the shift is with the group and
    half with the reference, so that it does not matter which of the two is called the reference.
    `group` is the column of the design.
    """
    alike = counts.design @ beta - counts.design[:, group] * beta[group]
    people = counts.totals / counts.totals.sum()
    inside, outside = chances(alike + beta[group] + shift / 2), chances(alike - shift / 2)
    return float(people @ (inside - outside))
