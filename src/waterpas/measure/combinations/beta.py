"""The few functions of the beta distribution that pooling needs."""

from functools import partial
from math import exp, lgamma, log, log1p

from waterpas.measure.roots import find_root

_TINY = 1e-300


def digamma(x: float) -> float:
    """Derivative of log gamma at x above 0."""
    shift = 0.0
    while x < 8:
        shift -= 1 / x
        x += 1
    t = 1 / (x * x)
    series = t * (1 / 12 - t * (1 / 120 - t * (1 / 252 - t * (1 / 240 - t / 132))))
    return shift + log(x) - 0.5 / x - series


def trigamma(x: float) -> float:
    """Second derivative of log gamma at x above 0."""
    shift = 0.0
    while x < 8:
        shift += 1 / (x * x)
        x += 1
    t = 1 / (x * x)
    series = t * (1 / 6 - t * (1 / 30 - t * (1 / 42 - t * (1 / 30 - t * 5 / 66))))
    return shift + (1 + series) / x + 0.5 * t


def log_beta(a: float, b: float) -> float:
    """Logarithm of the beta function."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def beta_below(x: float, a: float, b: float) -> float:
    """Chance that a draw from the beta distribution (a, b) lies below x.

    The continued fraction of DLMF 8.17.22, by the method of Lentz as changed by Thompson and
    Barnett (1986), on the side of the mean where it converges fast.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    front = exp(a * log(x) + b * log1p(-x) - log_beta(a, b)) / a
    return min(1.0, front * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            d = 1 / _away(1 + part * d)
            c = _away(1 + part / c)
            found *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return found


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Value below which a draw from the beta distribution (a, b) lies with this chance."""
    below = partial(beta_below, a=a, b=b)
    return find_root(lambda x: below(x) - chance, inside=0.0, outside=1.0)
