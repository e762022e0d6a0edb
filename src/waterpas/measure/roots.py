"""Find where a function of one number changes sign."""

from collections.abc import Callable
from math import sqrt

_RELATIVE, _ABSOLUTE = 4e-16, 1e-15


def find_root(
    function: Callable[[float], float], *, inside: float, outside: float, most: int = 200
) -> float:
    """Find where a function turns from negative to positive.

    A bracket that shrinks by inverse quadratic interpolation where that is safe, and by halving
    where it is not: Chandrupatla (1997). It cannot leave the bracket. It does not look for a
    second crossing.

    Parameters
    ----------
    function : callable
        Continuous; negative at ``inside``.
    inside, outside : float
        The two ends of the bracket, in either order.
    most : int, default 200
        Evaluations after which the best value so far is returned.

    Returns
    -------
    float
        Within 1e-15 (or the last bit) of the crossing. ``outside`` when the function is not
        positive there: then it does not cross.

    References
    ----------
    Chandrupatla TR (1997). A new hybrid quadratic/bisection algorithm for finding the zero of a
    nonlinear function without using derivatives. Advances in Engineering Software 28:145-149.

    Examples
    --------
    >>> round(find_root(lambda x: x * x - 2, inside=0, outside=2), 12)
    1.414213562373
    """
    a, fa, b, fb = inside, function(inside), outside, function(outside)
    if fb <= 0:
        return outside
    share = 0.5
    for _ in range(most):
        new = a + share * (b - a)
        f_new = function(new)
        if (f_new > 0) == (fa > 0):
            c, fc = a, fa
        else:
            c, fc, b, fb = b, fb, a, fa
        a, fa = new, f_new
        best, f_best = (a, fa) if abs(fa) < abs(fb) else (b, fb)
        least = (_RELATIVE * abs(best) + _ABSOLUTE) / abs(b - a)
        if f_best == 0 or least > 0.5:
            break
        share = min(max(_share(a, fa, b, fb, c, fc), least), 1 - least)
    return best


def _share(a: float, fa: float, b: float, fb: float, c: float, fc: float) -> float:
    """Which part of the way from a to b to try next."""
    xi, phi = (a - b) / (c - b), (fa - fb) / (fc - fb)
    if not 1 - sqrt(1 - xi) < phi < sqrt(xi):
        return 0.5
    return fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
