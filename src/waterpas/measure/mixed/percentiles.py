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
