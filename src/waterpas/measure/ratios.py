"""The ratio of the rates of two groups: three intervals."""

from math import atan2, exp, log, pi, sqrt

from waterpas.measure.differences import small_sample_factor
from waterpas.measure.normal import critical_value
from waterpas.measure.proportions import check_count
from waterpas.measure.restricted import rates_at_share
from waterpas.measure.roots import find_root
from waterpas.results import Interval


def katz_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval | None:
    """Interval for the ratio of two rates, on the scale of the logarithm.

    Answers: "how many times as often does this happen in the group as in the reference?"
    It does not say how often it happens: twice as often can be 2 instead of 1 in a million. It
    does not say why. With fewer than about 10 cases in a group, use `score_ratio_interval`.

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
    Interval or None
        Rate of the group divided by rate of the reference; above 0. None where the method gives
        nothing to go on: a group without cases, or two groups in which everybody is a case (the
        formula would then claim to be sure).

    Raises
    ------
    CountError
        If a total is not above 0, or cases do not lie between 0 and their total.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    Normal on the scale of the logarithm: Katz and others (1978), method C.

    References
    ----------
    Katz D, Baptista J, Azen SP, Pike MC (1978). Obtaining confidence intervals for the risk ratio
    in cohort studies. Biometrics 34:469-474.

    Examples
    --------
    >>> interval = katz_interval(
    ...     group_cases=56, group_total=70, reference_cases=48, reference_total=80
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (1.0766, 1.6512)
    """
    check_count(group_cases, group_total)
    check_count(reference_cases, reference_total)
    z = critical_value(level)
    if not (group_cases and reference_cases):
        return None
    variance = (group_total - group_cases) / group_cases / group_total
    variance += (reference_total - reference_cases) / reference_cases / reference_total
    if not variance:
        return None
    middle = log(group_cases / group_total) - log(reference_cases / reference_total)
    reach = z * sqrt(variance)
    return Interval(low=exp(middle - reach), high=exp(middle + reach), level=level)


def score_ratio_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval | None:
    """Score interval for the ratio of two rates.

    Answers: "which ratios would a score test not reject?"
    Sound in small groups, where Katz's interval is not. It says as little about causes, and as
    little about how often something happens.

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
    Interval or None
        Rate of the group divided by rate of the reference; from 0. None when the reference has
        no cases: the upper end would be infinite, and half an interval is easily misread. The
        lower end is exactly 0 when the group has no cases.

    Raises
    ------
    CountError
        If a total is not above 0, the totals together are not above 1, or cases do not lie
        between 0 and their total.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    Miettinen and Nurminen (1985), formula 11, with the factor N / (N - 1). The upper end is one
    over the lower end with the groups swapped.

    References
    ----------
    Miettinen O, Nurminen M (1985). Comparative analysis of two rates. Statistics in Medicine
    4:213-226.

    Examples
    --------
    Nobody of 20 people in the group was promoted, 5 of 20 in the reference.

    >>> interval = score_ratio_interval(
    ...     group_cases=0, group_total=20, reference_cases=5, reference_total=20
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0, 0.7048)
    """
    z = critical_value(level) * sqrt(small_sample_factor(group_total, reference_total))
    return _score_interval(group_cases, group_total, reference_cases, reference_total, z, level)


def koopman_interval(
    *,
    group_cases: float,
    group_total: float,
    reference_cases: float,
    reference_total: float,
    level: float = 0.95,
) -> Interval | None:
    """The score interval of a ratio without the factor N / (N - 1).

    Narrower in small groups; here to compare with software that leaves the factor out.
    Parameters, errors and what it does not say: see `score_ratio_interval`.

    References
    ----------
    Koopman PAR (1984). Confidence intervals for the ratio of two binomial proportions. Biometrics
    40:513-517.

    Examples
    --------
    >>> interval = koopman_interval(
    ...     group_cases=56, group_total=70, reference_cases=48, reference_total=80
    ... )
    >>> round(interval.low, 4), round(interval.high, 4)
    (1.0798, 1.6708)
    """
    z = critical_value(level)
    return _score_interval(group_cases, group_total, reference_cases, reference_total, z, level)


def _score_interval(
    x1: float, n1: float, x2: float, n2: float, z: float, level: float
) -> Interval | None:
    check_count(x1, n1)
    check_count(x2, n2)
    if not x2:
        return None
    low, inverse = _lower_limit(x1, n1, x2, n2, z), _lower_limit(x2, n2, x1, n1, z)
    return Interval(low=low, high=1 / inverse, level=level)


def _lower_limit(x1: float, n1: float, x2: float, n2: float, z: float) -> float:
    """The smallest ratio at most z standard errors from the one found."""
    if not x1:
        return 0.0
    p, q = x1 / n1, x2 / n2

    def beyond(share: float) -> float:
        # A share of the sum, not a ratio: it stays finite when the other group has no cases.
        first, second = rates_at_share(share, cases=x1, total=n1, other_cases=x2, other_total=n2)
        rest = 1 - share
        variance = rest**2 * first * (1 - first) / n1 + share**2 * second * (1 - second) / n2
        return atan2(rest * p - share * q, z * sqrt(variance)) - pi / 4

    share = find_root(beyond, inside=p / (p + q), outside=0.0)
    return share / (1 - share)
