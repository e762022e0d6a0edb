"""Two characteristics together: whether the difference is more than they add up to."""

from dataclasses import dataclass
from math import hypot, sqrt

from waterpas.errors import CountError
from waterpas.measure.proportions import check_count, wilson_interval
from waterpas.results import Interval
from waterpas.texts import mark

Side = tuple[float, float]  # cases, people


@dataclass(frozen=True, slots=True)
class Extra:
    """The extra of a combination: in points, and relative to those with neither (RERI).

    `reri` None: nobody with neither of the two has the outcome, so nothing can be relative to it.
    """

    points: float
    points_interval: Interval
    reri: float | None
    reri_interval: Interval | None


def extra_of(*, both: Side, first: Side, second: Side, neither: Side, level: float = 0.95) -> Extra:
    """What a combination adds to what both characteristics do on their own.

    Answers: "is the outcome more frequent for people with both than the two would add up to?"
    Zero: the two add up. It does not say why, and it says nothing about multiplying: rates that
    multiply do not add up.

    Parameters
    ----------
    both, first, second, neither : tuple of float
        Cases and people: with both characteristics, with only the first, with only the second,
        with neither. Unit: persons. Nobody is in two of them.
    level : float, default 0.95
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    Extra
        `points`: rate of both - first - second + neither, as a proportion. `reri`: the same as a
        multiple of the rate of neither (relative excess risk due to interaction).

    Raises
    ------
    CountError
        If nobody is in one of the four, or its cases do not lie between 0 and its people.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    Intervals by variance recovery (Zou 2008) from the Wilson intervals of the four rates, which
    are independent. RERI - 1 is (both - first - second) / neither, in which above and below are
    independent: its ends are those of a ratio after Donner and Zou (2012), here also for a
    numerator below zero.

    References
    ----------
    Rothman KJ (1986). Modern Epidemiology. Little, Brown.
    Zou GY (2008). On the estimation of additive interaction by use of the four-by-two table and
    beyond. American Journal of Epidemiology 168:212-224.
    Donner A, Zou GY (2012). Closed-form confidence intervals for functions of the normal mean and
    standard deviation. Statistical Methods in Medical Research 21:347-359.

    Examples
    --------
    >>> found = extra_of(both=(60, 100), first=(30, 100), second=(20, 100), neither=(10, 100))
    >>> round(found.points, 2), round(found.reri, 2)
    (0.2, 2.0)
    """
    rates = [_rate(side, level=level) for side in (both, first, second, neither)]
    (p11, w11), (p10, w10), (p01, w01), (p00, w00) = rates
    over = p11 - p10 - p01
    below = sqrt((p11 - w11.low) ** 2 + (w10.high - p10) ** 2 + (w01.high - p01) ** 2)
    above = sqrt((w11.high - p11) ** 2 + (p10 - w10.low) ** 2 + (p01 - w01.low) ** 2)
    low = over + p00 - hypot(below, p00 - w00.low)
    high = over + p00 + hypot(above, w00.high - p00)
    return Extra(
        points=over + p00,
        points_interval=Interval(max(low, -2.0), min(high, 2.0), level),
        reri=over / p00 + 1 if p00 else None,
        reri_interval=_relative(over, below, above, p00, w00) if p00 else None,
    )


def _rate(side: Side, *, level: float) -> tuple[float, Interval]:
    cases, total = side
    if total == 0:
        raise CountError(mark("In een van de vier groepen zit niemand."))
    check_count(cases, total)
    return cases / total, wilson_interval(cases, total, level=level)


def _relative(over: float, below: float, above: float, under: float, wilson: Interval) -> Interval:
    low = _ratio_low(over, below, under, wilson)
    high = -_ratio_low(-over, above, under, wilson)
    return Interval(low + 1, high + 1, wilson.level)


def _ratio_low(over: float, reach: float, under: float, wilson: Interval) -> float:
    """Lower end of over / under: where over - r * under is only just not above zero.

    The root of over - r * under = sqrt(reach^2 + (r * slack)^2); slack is how far `under` may be
    off on the side that matters, which goes by the sign of r.
    """
    lowest = over - reach
    slack = wilson.high - under if lowest >= 0 else under - wilson.low
    product = lowest * (over + reach)
    middle = over * under
    square = under * under - slack * slack
    root = sqrt(max(middle * middle - square * product, 0.0))
    if lowest >= 0:
        return product / (middle + root)
    return (middle - root) / square
