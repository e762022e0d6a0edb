"""How often it is seen that deciders differ from each other."""

from functools import lru_cache
from math import exp, log

from waterpas.measure.like_with_like.chi_square import upper_tail
from waterpas.measure.normal import critical_value, quantile
from waterpas.measure.roots import find_root

TENTH = quantile(0.9)  # the strict and the lenient one: nine of ten deciders do not go further


def gap_of(spread: float, *, rate: float) -> float:
    """How far apart the rates of a strict and a lenient decider lie, as a proportion.

    At the 10th and 90th percentile of all deciders. `spread` is the standard deviation between
    deciders in log odds, `rate` that of the decider in the middle.
    """
    middle = log(rate / (1 - rate))
    return _rate(middle + TENTH * spread) - _rate(middle - TENTH * spread)


def spread_of(gap: float, *, rate: float) -> float:
    """The spread in log odds that belongs to a gap of this size, below 1."""
    most = 1.0
    while gap_of(most, rate=rate) < gap and most < 1e3:
        most *= 2
    return find_root(lambda s: gap_of(s, rate=rate) - gap, inside=0.0, outside=most)


def _rate(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds)) if log_odds > -700 else 0.0


def of_spread(gap: float, *, rate: float, deciders: int, each: float, level: float) -> float:
    """How often it is seen that deciders differ, when this gap is there.

    Parameters
    ----------
    gap : float
        See `gap_of`; a proportion.
    rate : float
        The rate of the decider in the middle.
    deciders : int
        At least 2.
    each : float
        People per decider; each decider has as many.
    level : float
        The spread must lie above zero in a two-sided interval of this level.

    Notes
    -----
    With as many people each, the rates of deciders vary 1 + (each - 1) * alike times what chance
    gives, where `alike` is the part of all variance that lies between deciders; and their sum of
    squares is chi-square times that: the power of the test of a variance component in one-way
    layouts (Scheffe 1959, section 7.2; Donner and Eliasziw 1987 for reliability). Rates are no
    normal draws, so its degrees of freedom are those that give the sum its own variance
    (Satterthwaite 1946). The limit is that of the likelihood ratio, as the method fits the spread
    by maximum likelihood.

    References
    ----------
    Scheffe H (1959). The analysis of variance. Wiley.
    Donner A, Eliasziw M (1987). Sample size requirements for reliability studies. Statistics in
    Medicine 6:441-448.
    Satterthwaite FE (1946). An approximate distribution of estimates of variance components.
    Biometrics Bulletin 2:110-114.
    """
    rates = _rates(spread_of(gap, rate=rate), rate)
    mean, square, fourth = _moments(rates, each)
    chance_alone = mean * (1 - mean) / each
    # Rates that are all 0 or 1 vary less than normal draws: the plan does not count on that.
    excess = max(fourth - square**2, 2 * square**2)
    freedom = 2 * deciders * square**2 / excess
    shrunk = freedom * (deciders - 1) / deciders
    times = square / chance_alone * (deciders - 1) / shrunk
    return _upper(_limit(level, deciders) / times, shrunk)


def alike(spread: float, *, rate: float) -> float:
    """Which part of the variance of a yes or no lies between deciders: the intraclass correlation.

    On the scale of the rates themselves, by the trapezium rule over six standard deviations.
    """
    rates = _rates(spread, rate)
    mean = sum(weight * each for weight, each in rates)
    between = sum(weight * (each - mean) ** 2 for weight, each in rates)
    return between / (mean * (1 - mean))


def _rates(spread: float, rate: float) -> list[tuple[float, float]]:
    middle = log(rate / (1 - rate))
    return [(weight, _rate(middle + spread * at)) for at, weight in _normal_draws()]


def _moments(rates: list[tuple[float, float]], each: float) -> tuple[float, float, float]:
    """Mean, variance and fourth central moment of the rate that is counted with one decider."""
    mean = sum(weight * p for weight, p in rates)
    square = fourth = 0.0
    for weight, p in rates:
        off, v, lean = p - mean, p * (1 - p) / each, (1 - 2 * p) / each
        tail = 3 * v**2 + v * (1 - 6 * p * (1 - p)) / each**2
        square += weight * (off**2 + v)
        fourth += weight * (off**4 + 6 * off**2 * v + 4 * off * v * lean + tail)
    return mean, square, fourth


def _upper(value: float, freedom: float) -> float:
    """The upper tail of chi-square; between whole degrees of freedom on a straight line."""
    whole = max(int(freedom), 1)
    part = min(max(freedom - whole, 0.0), 1.0)
    return (1 - part) * upper_tail(value, freedom=whole) + part * upper_tail(
        value, freedom=whole + 1
    )


@lru_cache(maxsize=1)
def _normal_draws() -> tuple[tuple[float, float], ...]:
    points = [at / 10 for at in range(-60, 61)]
    weights = [exp(-at * at / 2) for at in points]
    whole = sum(weights)
    return tuple((at, weight / whole) for at, weight in zip(points, weights, strict=True))


@lru_cache(maxsize=256)
def _limit(level: float, deciders: int) -> float:
    """From which sum of squares on the likelihood ratio leaves no spread outside the interval.

    Of a spread that is fitted by maximum likelihood: Q - J - J log(Q / J) is the square of z.
    """
    most = 2.0
    z = critical_value(level)

    def over(times: float) -> float:
        return deciders * (times - 1 - log(times)) - z * z

    while over(most) < 0:
        most *= 2
    return deciders * find_root(over, inside=1.0, outside=most)
