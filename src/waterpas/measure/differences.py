"""The difference between the rates of two groups: three intervals and a test."""

from math import atan2, hypot, pi, sqrt

from waterpas.errors import CountError
from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.measure.proportions import check_count, wilson_interval
from waterpas.measure.restricted import rates_at_difference
from waterpas.measure.roots import find_root
from waterpas.results import Interval
from waterpas.texts import mark


def newcombe_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval:
    """Interval for the difference in rate between a group and its reference.

    Answers: "how much more (or less) often does this happen in the group than in the reference?"
    It describes a difference. It does not say why the difference is there, corrects for nothing,
    and an interval with 0 in it does not show that there is no difference. Nobody may be in both
    groups.

    Parameters
    ----------
    group_cases, reference_cases : float
        People to whom the outcome happened. Unit: persons. From 0 to the total of the same
        group; may be broken (an effective number).
    group_total, reference_total : float
        People to whom it could have happened. Unit: persons. Above 0; may be broken.
    level : float, default 0.95
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    Interval
        Proportions in [-1, 1], group minus reference: -0.08 is eight percentage points less.

    Raises
    ------
    CountError
        If a total is not above 0, or cases do not lie between 0 and their total.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    Square-and-add of two Wilson intervals: Newcombe (1998b), method 10. The primary interval of
    a difference: closed, never too narrow by much, and it never leaves [-1, 1].

    References
    ----------
    Newcombe RG (1998b). Interval estimation for the difference between independent proportions:
    comparison of eleven methods. Statistics in Medicine 17:873-890.

    Examples
    --------
    56 of 70 people in the group were invited, 48 of 80 in the reference.

    >>> interval = newcombe_interval(
    ...     group_cases=56, group_total=70, reference_cases=48, reference_total=80
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0524, 0.3339)
    """
    group = wilson_interval(group_cases, group_total, level=level)
    reference = wilson_interval(reference_cases, reference_total, level=level)
    p, q = group_cases / group_total, reference_cases / reference_total
    below = hypot(p - group.low, reference.high - q)
    above = hypot(group.high - p, q - reference.low)
    return Interval(low=max(p - q - below, -1.0), high=min(p - q + above, 1.0), level=level)


def miettinen_nurminen_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval:
    """Score interval for the difference in rate between a group and its reference.

    Answers: "which differences would a score test not reject?"
    The second opinion beside Newcombe's interval, and the one that agrees with `score_test_p`:
    0 lies outside it exactly when that p is below 1 - level. It says as little about causes.

    Parameters
    ----------
    group_cases, reference_cases : float
        People to whom the outcome happened. Unit: persons. From 0 to the total of the same
        group; may be broken.
    group_total, reference_total : float
        People to whom it could have happened. Unit: persons. Above 0, together above 1.
    level : float, default 0.95
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    Interval
        Proportions in [-1, 1], group minus reference.

    Raises
    ------
    CountError
        If a total is not above 0, the totals together are not above 1, or cases do not lie
        between 0 and their total.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    Miettinen and Nurminen (1985): the variance is taken at the likeliest rates that are the
    tried difference apart, times N / (N - 1). The limits are found within 1e-12.

    References
    ----------
    Miettinen O, Nurminen M (1985). Comparative analysis of two rates. Statistics in Medicine
    4:213-226.

    Examples
    --------
    >>> interval = miettinen_nurminen_interval(
    ...     group_cases=56, group_total=70, reference_cases=48, reference_total=80
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0528, 0.3382)
    """
    z = critical_value(level) * sqrt(small_sample_factor(group_total, reference_total))
    return _score_interval(group_cases, group_total, reference_cases, reference_total, z, level)


def mee_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval:
    """The interval of Miettinen and Nurminen without the factor N / (N - 1).

    Narrower in small groups; here to compare with software that leaves the factor out.
    Parameters, errors and what it does not say: see `miettinen_nurminen_interval`.

    References
    ----------
    Mee RW (1984). Confidence bounds for the difference between two probabilities. Biometrics
    40:1175-1176.

    Examples
    --------
    >>> interval = mee_interval(
    ...     group_cases=56, group_total=70, reference_cases=48, reference_total=80
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0533, 0.3377)
    """
    z = critical_value(level)
    return _score_interval(group_cases, group_total, reference_cases, reference_total, z, level)


def score_test_p(
    *, group_cases: float, group_total: float, reference_cases: float, reference_total: float
) -> float:
    """Two-sided p of the score test of no difference.

    Answers: "how often would chance alone give a difference at least this large?"
    It is not the chance that there is no difference, and a large p does not show equality.

    Parameters
    ----------
    group_cases, group_total, reference_cases, reference_total : float
        As in `miettinen_nurminen_interval`.

    Returns
    -------
    float
        Two-sided p, between 0 and 1. It is 1 when nobody or everybody is a case.

    Raises
    ------
    CountError
        As in `miettinen_nurminen_interval`.

    Notes
    -----
    The score test of no difference: the variance at the pooled rate, times N / (N - 1). With
    that factor its square is the chi-square of Pearson times (N - 1) / N.

    Examples
    --------
    >>> p = score_test_p(group_cases=56, group_total=70, reference_cases=48, reference_total=80)
    >>> round(p, 4)
    0.0083
    """
    check_count(group_cases, group_total)
    check_count(reference_cases, reference_total)
    factor = small_sample_factor(group_total, reference_total)
    pooled = (group_cases + reference_cases) / (group_total + reference_total)
    variance = pooled * (1 - pooled) * (1 / group_total + 1 / reference_total) * factor
    if variance <= 0:
        return 1.0
    difference = group_cases / group_total - reference_cases / reference_total
    return two_sided_p(difference / sqrt(variance))


def small_sample_factor(group_total: float, reference_total: float) -> float:
    """N / (N - 1), which makes the pooled variance unbiased; N is the people of both groups."""
    total = group_total + reference_total
    if not total > 1:
        message = mark(
            "Twee groepen moeten samen uit meer dan 1 persoon bestaan; opgegeven is %(total)s."
        )
        raise CountError(message, total=total)
    return total / (total - 1)


def _score_interval(x1: float, n1: float, x2: float, n2: float, z: float, level: float) -> Interval:
    check_count(x1, n1)
    check_count(x2, n2)
    low, high = -_upper_limit(x2, n2, x1, n1, z), _upper_limit(x1, n1, x2, n2, z)
    return Interval(low=low, high=high, level=level)


def _upper_limit(x1: float, n1: float, x2: float, n2: float, z: float) -> float:
    """The largest difference at most z standard errors from the one found."""
    found = x1 / n1 - x2 / n2

    def beyond(tried: float) -> float:
        # An angle instead of a quotient: the variance may be 0 at an end, the angle is still fine.
        first, second = rates_at_difference(
            tried, cases=x1, total=n1, other_cases=x2, other_total=n2
        )
        variance = first * (1 - first) / n1 + second * (1 - second) / n2
        return atan2(tried - found, z * sqrt(variance)) - pi / 4

    return find_root(beyond, inside=found, outside=1.0)
