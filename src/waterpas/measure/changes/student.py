"""The distribution of Student, as far as an interval of a line through points needs it."""

from functools import lru_cache
from math import atan, cos, pi, sin, sqrt

from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.measure.roots import find_root

_MANY = 10_000  # from here on it is the normal distribution to four decimals


@lru_cache(maxsize=256)
def critical_t(level: float, freedom: int) -> float:
    """How many standard errors a two-sided interval reaches, with this many degrees of freedom.

    The closed form for whole degrees of freedom: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.

    Examples
    --------
    >>> round(critical_t(0.95, 12), 4)
    2.1788
    """
    least = critical_value(level)
    if freedom > _MANY:
        return least
    most = least
    while _within(most, freedom) < level:
        most *= 2
    return find_root(lambda t: _within(t, freedom) - level, inside=0.0, outside=most)


def _within(t: float, freedom: int) -> float:
    """The chance to be less than t from 0."""
    angle = atan(t / sqrt(freedom))
    square = cos(angle) ** 2
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    series = term if freedom > 1 else 0.0
    for k in range(3 if odd else 2, freedom, 2):
        term *= square * (k - 1) / k
        series += term
    if odd:
        return 2 / pi * (angle + sin(angle) * series)
    return sin(angle) * series


def student_p(score: float, freedom: int) -> float:
    """The chance to be at least this far from 0, on either side.

    Examples
    --------
    >>> round(student_p(2.1788, 12), 4)
    0.05
    """
    if freedom > _MANY:
        return two_sided_p(score)
    return min(max(1 - _within(abs(score), freedom), 0.0), 1.0)
