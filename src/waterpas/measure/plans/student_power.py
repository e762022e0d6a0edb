"""How often a difference of means is seen: the distribution of Student, also away from zero."""

from functools import lru_cache
from math import erfc, exp, lgamma, log, sqrt

from waterpas.measure.normal import critical_value
from waterpas.measure.plans.chances import below
from waterpas.measure.roots import find_root

_MANY = 100_000  # from here on it is the normal distribution to five decimals
_STEPS = 240
_FAR = 8.0  # standard deviations of the spread that are summed to each side


@lru_cache(maxsize=64)
def spreads(freedom: float) -> tuple[tuple[float, float], ...]:
    """What a measured spread can be, as part of the true one, each with its chance.

    The root of chi-square over its degrees of freedom, by Simpson's rule. The chances add up to 1.
    """
    reach = _FAR / sqrt(2 * freedom)
    low, high = max(0.0, 1 - reach), 1 + max(reach, 2 * reach if freedom < 4 else reach)
    step = (high - low) / _STEPS
    size = 0.5 * freedom * log(freedom) - (0.5 * freedom - 1) * log(2) - lgamma(freedom / 2)
    found = []
    for at in range(_STEPS + 1):
        value = low + at * step
        weight = (1 if at in {0, _STEPS} else 4 if at % 2 else 2) * step / 3
        if value > 0 or freedom == 1:
            grown = (freedom - 1) * log(value) if value > 0 else 0.0
            found.append((value, weight * exp(size + grown - freedom * value**2 / 2)))
    whole = sum(weight for _, weight in found)
    return tuple((value, weight / whole) for value, weight in found)


@lru_cache(maxsize=4096)
def reach_of(level: float, freedom: float) -> float:
    """How many standard errors a two-sided interval reaches; degrees of freedom may be broken.

    To five digits from eight degrees of freedom on: no method speaks of fewer than ten people.

    Examples
    --------
    >>> round(reach_of(0.95, 12), 4)
    2.1788
    """
    least = critical_value(level)
    if freedom >= _MANY:
        return least
    nodes = spreads(freedom)

    def within(reach: float) -> float:
        return sum(weight * (1 - erfc(reach * s / sqrt(2))) for s, weight in nodes) - level

    most = 2 * least
    while within(most) < 0:
        most *= 2
    return find_root(within, inside=0.0, outside=most)


def of_means(distance: float, *, freedom: float, level: float) -> float:
    """How often a difference of means is seen that lies `distance` standard errors from zero.

    The non-central distribution of Student, as in R's ``power.t.test``: only the side of the
    difference counts.

    Examples
    --------
    >>> round(of_means(0.5 * sqrt(20 / 2), freedom=38, level=0.95), 6)
    0.337939
    """
    if freedom >= _MANY:
        return below(distance - critical_value(level))
    reach = reach_of(level, freedom)
    return sum(weight * below(distance - reach * s) for s, weight in spreads(freedom))
