"""How surprising a group's number of cases is when the cases fell on people by lot."""

from math import exp, lgamma


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
