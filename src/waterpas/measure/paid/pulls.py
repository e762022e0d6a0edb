"""A figure with its pull: how far one person in each cell moves it. Every interval follows from it.

With counts instead of rows a figure is a function of the cells. Its variance is the sum over all
people of the square of their pull (the delta method, or infinitesimal jackknife), so that the
spread may differ between groups and between scales, and sums of figures get theirs by adding pulls.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10, sqrt
from typing import TYPE_CHECKING, Any

from waterpas.measure.changes.student import critical_t, student_p
from waterpas.measure.normal import POWER, quantile
from waterpas.results import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

NOTHING = 1e-9  # of the amounts: a spread below this is what a float adds


@dataclass(frozen=True, slots=True)
class Estimated:
    """A value, its standard error, and how many degrees of freedom that error has.

    `ends`: of counts that were rounded or hidden, between what the value lies whatever they were;
    there the error is the largest that fits.
    """

    value: float
    error: float
    freedom: int
    ends: tuple[float, float] | None = None

    @property
    def sure(self) -> bool:
        """Whether there is no spread at all, so that chance plays no part."""
        return self.error == 0

    def interval(self, level: float) -> Interval | None:
        """Value and error with Student's quantile; None without any spread."""
        if self.sure:
            return None
        reach = critical_t(level, self.freedom) * self.error
        low, high = self._between
        return Interval(low - reach, high + reach, level)

    def p(self) -> float:
        """The two-sided p of "nothing is going on"."""
        if self.sure:
            return 1.0 if self.value == 0 else 0.0
        low, high = self._between
        nearest = 0.0 if low <= 0 <= high else min(abs(low), abs(high))
        return student_p(nearest / self.error, self.freedom)

    def smallest(self) -> float:
        """The smallest size that would have been seen in eight of ten such tables."""
        low, high = self._between
        return (critical_t(0.95, self.freedom) + quantile(POWER)) * self.error + (high - low)

    @property
    def open(self) -> bool:
        """Whether the counts that were rounded or hidden leave both less and more."""
        low, high = self._between
        return low < high and low <= 0 <= high

    @property
    def _between(self) -> tuple[float, float]:
        return self.ends or (self.value, self.value)


def estimated(
    value: float,
    pull: Floats,
    *,
    people: Floats,
    group: Floats,
    used: int = 1,
    scale: float = 1.0,
    strata: Floats | None = None,
) -> Estimated:
    """A value with the error that its pulls give.

    `people` and `group` are the people in each cell, and whether they are of the group. Degrees
    of freedom: Welch and Satterthwaite over both sides, each with `used` taken off; with `strata`
    (a number per cell) over the sides of each stratum. `scale` is the size of the amounts: an error
    or a value of nothing beside it is nothing. A few people who pull hard leave fewer degrees of
    freedom: of normal values the fourth powers of their pulls are three times the squares of what
    is expected of the squares.
    """
    squares = people * pull**2
    variance = float(squares.sum())
    error, shown = sqrt(variance), 0.0 if abs(value) <= NOTHING * scale else float(value)
    if error <= NOTHING * scale:
        return Estimated(shown, 0.0, 1)
    pulled = 3 * variance**2 / (people * pull**4).sum()
    spread = _spread(squares, people, group, used, strata)
    return Estimated(shown, error, whole_freedom(min(variance**2 / spread, pulled)))


def _spread(
    squares: Floats, people: Floats, group: Floats, used: int, strata: Floats | None
) -> float:
    """The sum of the squares of the variance of each part, by its degrees of freedom."""
    import numpy as np

    parts = group * 1 if strata is None else 2 * strata + group
    n, own = (np.bincount(parts, each) for each in (people, squares))
    return float((own**2 / np.maximum(n - used, 1)).sum())


def whole_freedom(freedom: float) -> int:
    """At least 1, whole, and above a hundred in two digits: no interval notices the rest."""
    digits = max(floor(log10(freedom)) - 1, 0) if freedom >= 1 else 0
    size: int = 10**digits
    return max(floor(freedom / size) * size, 1)
