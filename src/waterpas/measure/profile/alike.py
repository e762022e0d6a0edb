"""The difference among people who are alike: one common difference over strata."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.results import Interval

Stratum = tuple[float, float, float, float]  # cases and people of the group, of the reference


@dataclass(frozen=True, slots=True)
class Common:
    """A common difference in rate, its interval, and the p of "no difference"."""

    value: float
    interval: Interval
    p: float


def common_difference(strata: Sequence[Stratum], *, level: float = 0.95) -> Common | None:
    """The difference in rate between a group and its reference, within strata.

    Answers: "how much more (or less) often, among people who are alike on this?" Assumes that the
    difference is about the same in each stratum; it is a weighted mean where it is not.

    Parameters
    ----------
    strata : sequence of (cases, people, reference cases, reference people)
        A stratum without people on one side does not count.
    level : float, default 0.95

    Returns
    -------
    Common or None
        A proportion, group minus reference. None where no stratum has both, or where nobody or
        everybody is a case, so that there is no spread to go by.

    Notes
    -----
    The weights of Mantel and Haenszel, the variance of Sato (1989), which holds with few large
    strata and with many small ones.

    References
    ----------
    Greenland S, Robins JM (1985). Estimation of a common effect parameter from sparse follow-up
    data. Biometrics 41:55-68.
    Sato T (1989). On the variance estimator for the Mantel-Haenszel risk difference. Biometrics
    45:1323-1324.
    """
    both = [each for each in strata if each[1] > 0 and each[3] > 0]
    weight = sum(n * m / (n + m) for _, n, _, m in both)
    if not weight:
        return None
    value = sum((x * m - y * n) / (n + m) for x, n, y, m in both) / weight
    variance = _variance(both, value) / weight**2
    if variance <= 0:
        return None
    error = sqrt(variance)
    reach = critical_value(level) * error
    ends = Interval(max(value - reach, -1.0), min(value + reach, 1.0), level)
    return Common(value, ends, two_sided_p(value / error))


def _variance(strata: Sequence[Stratum], value: float) -> float:
    skew = sum(
        (n * n * y - m * m * x + n * m * (m - n) / 2) / (n + m) ** 2 for x, n, y, m in strata
    )
    own = sum((x * (m - y) + y * (n - x)) / (2 * (n + m)) for x, n, y, m in strata)
    return value * skew + own
