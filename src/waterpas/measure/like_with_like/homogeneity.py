"""Is there a difference within strata at all, and is it the same in each? Two tests."""

from math import sqrt

from waterpas.measure.like_with_like.chi_square import upper_tail
from waterpas.measure.like_with_like.strata import Strata, Stratum, odds_ratio_over

ENOUGH = 5  # expected people per cell, from which the test of sameness may be trusted


def no_difference(strata: Strata, *, correction: bool = False) -> tuple[float, float]:
    """Test whether there is any difference between people who are alike.

    Answers: "how surprising are these counts, if within each stratum both were treated alike?"
    A large p does not show that they were.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata in which nothing varies count for nothing.
    correction : bool, default False
        Take half a person off the distance, as R does by default.

    Returns
    -------
    tuple of two floats
        The statistic (chi-square with one degree of freedom) and p; (0, 1) where nothing varies.

    References
    ----------
    Cochran WG (1954). Some methods for strengthening the common chi-square tests. Biometrics
    10:417-451. Mantel N, Haenszel W (1959), with the variance of the hypergeometric distribution.
    """
    varying = [each for each in strata if each.varies]
    distance = sum(each.cases - each.total * each.all_cases / each.size for each in varying)
    variance = sum(map(_variance, varying))
    if not variance:
        return 0.0, 1.0
    reach = max(abs(distance) - (0.5 if correction else 0.0), 0.0)
    statistic = reach * reach / variance
    return statistic, upper_tail(statistic, freedom=1)


def _variance(stratum: Stratum) -> float:
    product = stratum.total * stratum.reference_total
    product *= stratum.all_cases * (stratum.size - stratum.all_cases)
    return product / (stratum.size**2 * (stratum.size - 1))


def sameness(strata: Strata, *, tarone: bool = True) -> tuple[float, float] | None:
    """Test whether the ratio of odds is the same in every stratum.

    Answers: "could the unlikeness between strata be chance?" A large p does not show that it is the
    same everywhere: with few people nothing can be seen.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata in which nothing varies count for nothing.
    tarone : bool, default True
        Tarone's correction, which makes it right for the ratio of Mantel and Haenszel.

    Returns
    -------
    tuple of two floats, or None
        The statistic (chi-square, strata minus one degrees of freedom) and p. None where fewer than
        two strata vary, or the ratio of odds over them is 0 or has no value.

    References
    ----------
    Breslow NE, Day NE (1980). Statistical methods in cancer research I. IARC, p. 142.
    Tarone RE (1985). On heterogeneity tests based on efficient scores. Biometrika 72:91-95.
    """
    varying = [each for each in strata if each.varies]
    common = odds_ratio_over(varying)
    if len(varying) < 2 or not common:
        return None
    expected = [expected_cases(each, common) for each in varying]
    variances = [_variance_at(*each) for each in zip(varying, expected, strict=True)]
    rest = [each.cases - e for each, e in zip(varying, expected, strict=True)]
    statistic = sum(r * r / v for r, v in zip(rest, variances, strict=True))
    if tarone:
        statistic -= sum(rest) ** 2 / sum(variances)
    statistic = max(statistic, 0.0)
    return statistic, upper_tail(statistic, freedom=len(varying) - 1)


def may_test_sameness(strata: Strata) -> bool:
    """Whether each varying stratum has enough people for the test of sameness.

    At least 5 expected in each of its four cells, under the common ratio of odds.
    """
    varying = [each for each in strata if each.varies]
    common = odds_ratio_over(varying)
    if len(varying) < 2 or not common:
        return False
    return all(_smallest_cell(each, expected_cases(each, common)) >= ENOUGH for each in varying)


def expected_cases(stratum: Stratum, odds_ratio: float) -> float:
    """Cases in the group that go with this ratio of odds, with all sums of the table as they are.

    The root of a square equation that lies within the table.
    """
    n, m, cases = stratum.total, stratum.reference_total, stratum.all_cases
    if odds_ratio == 1:
        return n * cases / (n + m)
    a = 1 - odds_ratio
    b = m - cases + odds_ratio * (n + cases)
    c = -odds_ratio * n * cases
    root = sqrt(max(b * b - 4 * a * c, 0.0))
    # The same root in two forms: take the one that does not subtract what is alike.
    return -2 * c / (b + root) if b >= 0 else (root - b) / (2 * a)


def _cells(stratum: Stratum, cases: float) -> tuple[float, float, float, float]:
    reference_cases = stratum.all_cases - cases
    return (
        cases,
        stratum.total - cases,
        reference_cases,
        stratum.reference_total - reference_cases,
    )


def _variance_at(stratum: Stratum, cases: float) -> float:
    return 1 / sum(1 / cell for cell in _cells(stratum, cases))


def _smallest_cell(stratum: Stratum, cases: float) -> float:
    return min(_cells(stratum, cases))
