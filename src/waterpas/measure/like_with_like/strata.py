"""Two groups compared within strata: one difference, one ratio, one ratio of odds over them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from waterpas.measure.normal import critical_value
from waterpas.results import Interval


@dataclass(frozen=True, slots=True)
class Stratum:
    """People who are alike in what was given: cases and people of the group and the reference."""

    cases: float
    total: float
    reference_cases: float
    reference_total: float

    @property
    def size(self) -> float:
        """All people of the stratum."""
        return self.total + self.reference_total

    @property
    def all_cases(self) -> float:
        """All cases of the stratum."""
        return self.cases + self.reference_cases

    @property
    def has_both(self) -> bool:
        """Whether there are people of the group and of the reference."""
        return self.total > 0 and self.reference_total > 0

    @property
    def varies(self) -> bool:
        """Whether there are both, and somebody has the outcome and somebody has not."""
        return self.has_both and 0 < self.all_cases < self.size


Strata = Sequence[Stratum]


def surplus(stratum: Stratum) -> float:
    """Cases in the group above what the rate of the reference gives, weighed."""
    product = stratum.cases * stratum.reference_total - stratum.reference_cases * stratum.total
    return product / stratum.size


def weight(stratum: Stratum) -> float:
    """How much a stratum tells: people of the group times those of the reference, by all."""
    return stratum.total * stratum.reference_total / stratum.size


def slope(stratum: Stratum) -> float:
    """What the variance of the surplus gains per point of difference (Sato's P)."""
    n, m = stratum.total, stratum.reference_total
    skew = n * n * stratum.reference_cases - m * m * stratum.cases + n * m * (m - n) / 2
    return skew / stratum.size**2


def spread(stratum: Stratum) -> float:
    """The variance of the surplus without a difference (Sato's Q)."""
    x, n = stratum.cases, stratum.total
    y, m = stratum.reference_cases, stratum.reference_total
    return (x * (m - y) + y * (n - x)) / (2 * stratum.size)


def difference_over(strata: Strata) -> float | None:
    """The difference in rate between people who are alike, group minus reference.

    Answers: "how much more (or less) often does it happen to people of this group than to people of
    the reference in the same stratum?" It does not say why, and not that the strata are fair.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata with people of only one side count for nothing. Unit: persons.

    Returns
    -------
    float or None
        A proportion: the mean of the differences per stratum, each weighed by how much it tells.
        None where no stratum holds both.

    References
    ----------
    Greenland S, Robins JM (1985). Estimation of a common effect parameter from sparse follow-up
    data. Biometrics 41:55-68.
    """
    both = [each for each in strata if each.has_both]
    return _sum(surplus, both) / _sum(weight, both) if both else None


def difference_variance(strata: Strata) -> float | None:
    """The variance of `difference_over`: right with few large strata and with many thin ones.

    References
    ----------
    Sato T (1989). On the variance estimator for the Mantel-Haenszel risk difference. Biometrics
    45:1323-1324.
    """
    both = [each for each in strata if each.has_both]
    if not both:
        return None
    whole = _sum(weight, both)
    estimate = _sum(surplus, both) / whole
    return max(estimate * _sum(slope, both) + _sum(spread, both), 0.0) / whole**2


def difference_interval(strata: Strata, *, level: float = 0.95) -> Interval | None:
    """Interval of `difference_over`: the differences that fit, each with its own variance.

    Returns
    -------
    Interval or None
        Proportions in [-1, 1]. None where within every stratum nobody or everybody has the outcome.

    Notes
    -----
    Sato's variance at the difference tried, not at the one found; the answer is a closed form.

    References
    ----------
    Klingenberg B (2014). A new and improved confidence interval for the Mantel-Haenszel risk
    difference. Statistics in Medicine 33:2968-2983.
    """
    both = [each for each in strata if each.has_both]
    if not any(each.varies for each in both):
        return None
    z, whole = critical_value(level), _sum(weight, both)
    estimate = _sum(surplus, both) / whole
    middle = estimate + z * z * _sum(slope, both) / (2 * whole**2)
    inside = middle**2 - estimate**2 + z * z * _sum(spread, both) / whole**2
    reach = sqrt(max(inside, 0.0))
    return Interval(max(middle - reach, -1.0), min(middle + reach, 1.0), level)


def ratio_over(strata: Strata) -> float | None:
    """How many times as often it happens as in the reference, among people who are alike.

    Returns
    -------
    float or None
        None where the reference has no case in a stratum with people of both.

    References
    ----------
    Greenland and Robins (1985), see `difference_over`.
    """
    both = [each for each in strata if each.has_both]
    below = _sum(ratio_below, both)
    return _sum(ratio_above, both) / below if below else None


def ratio_interval(strata: Strata, *, level: float = 0.95) -> Interval | None:
    """Interval of `ratio_over`, on the scale of the logarithm; None where one side has no case."""
    both = [each for each in strata if each.has_both]
    above, below = _sum(ratio_above, both), _sum(ratio_below, both)
    if not above or not below:
        return None
    variance = _sum(ratio_spread, both) / (above * below)
    return _around(above / below, variance, level) if variance > 0 else None


def ratio_above(stratum: Stratum) -> float:
    """The upper part of the ratio."""
    return stratum.cases * stratum.reference_total / stratum.size


def ratio_below(stratum: Stratum) -> float:
    """The lower part of the ratio."""
    return stratum.reference_cases * stratum.total / stratum.size


def ratio_spread(stratum: Stratum) -> float:
    """What a stratum adds to the variance of the ratio."""
    pairs = stratum.all_cases * stratum.total * stratum.reference_total
    together = stratum.cases * stratum.reference_cases * stratum.size
    return (pairs - together) / stratum.size**2


def odds_ratio_over(strata: Strata) -> float | None:
    """The ratio of odds over strata: for the method note, and for who knows it from papers.

    References
    ----------
    Mantel N, Haenszel W (1959). Statistical aspects of the analysis of data from retrospective
    studies of disease. Journal of the National Cancer Institute 22:719-748.
    """
    above, below = _odds_parts(strata)
    return sum(above) / sum(below) if sum(below) else None


def odds_ratio_interval(strata: Strata, *, level: float = 0.95) -> Interval | None:
    """Interval of `odds_ratio_over`; None where it is 0 or has no value.

    References
    ----------
    Robins J, Breslow N, Greenland S (1986). Estimators of the Mantel-Haenszel variance consistent
    in both sparse data and large-strata limiting models. Biometrics 42:311-323.
    """
    both = [each for each in strata if each.has_both]
    above, below = _odds_parts(both)
    r, s = sum(above), sum(below)
    if not r or not s:
        return None
    alike = [
        (each.cases + each.reference_total - each.reference_cases) / each.size for each in both
    ]
    first = sum(p * x for p, x in zip(alike, above, strict=True))
    mixed = sum(p * y + (1 - p) * x for p, x, y in zip(alike, above, below, strict=True))
    last = sum((1 - p) * y for p, y in zip(alike, below, strict=True))
    return _around(r / s, first / (2 * r * r) + mixed / (2 * r * s) + last / (2 * s * s), level)


def _odds_parts(strata: Strata) -> tuple[list[float], list[float]]:
    both = [each for each in strata if each.has_both]
    above = [
        each.cases * (each.reference_total - each.reference_cases) / each.size for each in both
    ]
    below = [each.reference_cases * (each.total - each.cases) / each.size for each in both]
    return above, below


def _around(value: float, variance: float, level: float) -> Interval:
    reach = critical_value(level) * sqrt(variance)
    return Interval(exp(log(value) - reach), exp(log(value) + reach), level)


def _sum(part: Callable[[Stratum], float], strata: Strata) -> float:
    return sum(map(part, strata))
