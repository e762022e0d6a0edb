"""How surprising a group's number of cases is when the cases fell on people by lot."""

from math import exp, lgamma

from waterpas.measure.differences import score_test_p

FEW_EXPECTED = 1


def lot_p(*, group_cases: int, group_total: int, cases: int, total: int) -> float:
    """Two-sided p of a group's cases, if all cases were dealt out by lot over all people.

    Answers: "how often would chance alone give a group of this size so many, or so few, cases?"
    It is exact where the score test is not: with few expected cases, far out in the tails. It
    does not say how likely it is that nothing is going on.

    Parameters
    ----------
    group_cases, group_total : int
        Cases and people of the group. Unit: persons.
    cases, total : int
        Cases and people of everybody, the group included.

    Returns
    -------
    float
        Twice the smaller tail of the hypergeometric distribution, at most 1.

    References
    ----------
    Fisher RA (1935). The logic of inductive inference. Journal of the Royal Statistical Society
    98:39-82.

    Examples
    --------
    >>> round(lot_p(group_cases=9, group_total=10, cases=12, total=20), 5)
    0.01977
    """
    upward = group_cases * total >= group_total * cases
    return min(1.0, 2 * _tail(group_cases, group_total, cases, total, 1 if upward else -1))


def careful_p(
    *, group_cases: float, group_total: float, reference_cases: float, reference_total: float
) -> float:
    """Two-sided p of no difference that holds where hardly a case is expected too.

    Answers what `score_test_p` answers, with the same arguments and errors. Where less than one
    case (or one other) is expected in the smaller of both groups, that test claims too often: in
    up to 9 of 100 tables without a difference, and one person can make it. There the larger of it
    and the exact mid-p of `lot_p` counts.

    References
    ----------
    Cochran WG (1954). Some methods for strengthening the common chi-square tests. Biometrics
    10:417-451.
    Lancaster HO (1961). Significance tests in discrete distributions. Journal of the American
    Statistical Association 56:223-234.

    Examples
    --------
    1 of 70 people in the group, nobody of 630 in the reference.

    >>> p = careful_p(group_cases=1, group_total=70, reference_cases=0, reference_total=630)
    >>> round(p, 4)
    0.1
    """
    p = score_test_p(
        group_cases=group_cases,
        group_total=group_total,
        reference_cases=reference_cases,
        reference_total=reference_total,
    )
    total, cases = group_total + reference_total, group_cases + reference_cases
    if min(group_total, reference_total) / total * min(cases, total - cases) >= FEW_EXPECTED:
        return p
    n, m = round(group_total), round(reference_total)
    x, y = min(round(group_cases), n), min(round(reference_cases), m)
    exact = lot_p(group_cases=x, group_total=n, cases=x + y, total=n + m)
    return max(p, exact - exp(_log_chance(x, n, x + y, n + m)))


def _tail(x: int, n: int, cases: int, total: int, step: int) -> float:
    """The chance of x and of everything further out, in the direction of `step`."""
    term = exp(_log_chance(x, n, cases, total))
    found = 0.0
    while term > found * 1e-17:
        found += term
        if step > 0:
            term *= (cases - x) * (n - x) / ((x + 1) * (total - cases - n + x + 1))
        else:
            term *= x * (total - cases - n + x) / ((cases - x + 1) * (n - x + 1))
        x += step
    return found


def _log_chance(x: int, n: int, cases: int, total: int) -> float:
    return _log_choose(cases, x) + _log_choose(total - cases, n - x) - _log_choose(total, n)


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
