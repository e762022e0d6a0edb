"""How often chance gives a sum of squares this large: the upper tail of chi-square."""

from math import erfc, exp, lgamma, log, sqrt


def upper_tail(value: float, *, freedom: int) -> float:
    """Probability of a chi-square draw of at least this value.

    Parameters
    ----------
    value : float
        At least 0; without a unit.
    freedom : int
        Degrees of freedom; at least 1.

    Returns
    -------
    float
        Between 0 and 1. All terms are positive, so small tails keep their digits.

    Notes
    -----
    With whole degrees of freedom it is a finite sum: Abramowitz and Stegun (1964), 26.4.4-26.4.5.

    Examples
    --------
    >>> round(upper_tail(3.841459, freedom=1), 6), round(upper_tail(18.8255137, freedom=5), 7)
    (0.05, 0.0020714)
    """
    half = value / 2
    if half <= 0:
        return 1.0
    odd = freedom % 2
    tail = erfc(sqrt(half)) if odd else exp(-half)
    powers = (each + (0.5 if odd else 1.0) for each in range((freedom - 1) // 2))
    return min(tail + sum(exp(a * log(half) - half - lgamma(a + 1)) for a in powers), 1.0)
