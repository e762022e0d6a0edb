"""How strong something unmeasured must be, to take a ratio away."""

from math import sqrt

from waterpas.results import Interval


def e_value(ratio: float) -> float | None:
    """How strongly something unmeasured must go with group and outcome, to make this ratio.

    Answers: "could something that we did not measure explain it all?" It must then make both being
    in the group and having the outcome at least this many times as likely, beyond what was given.
    It does not say that there is such a thing, nor that there is not.

    Parameters
    ----------
    ratio : float
        A ratio of rates; above 0.

    Returns
    -------
    float or None
        At least 1; None for a ratio of 0: nothing is strong enough to be named.

    References
    ----------
    VanderWeele TJ, Ding P (2017). Sensitivity analysis in observational research: introducing the
    E-value. Annals of Internal Medicine 167:268-274.

    Examples
    --------
    >>> round(e_value(3.9), 2), round(e_value(1 / 3.9), 2)
    (7.26, 7.26)
    """
    if ratio <= 0:
        return None
    larger = max(ratio, 1 / ratio)
    return larger + sqrt(larger * (larger - 1))


def e_value_of_limit(interval: Interval) -> float:
    """The same for the end of the interval that lies nearest to 1; 1 where 1 lies in it."""
    if interval.holds(1.0):
        return 1.0
    nearest = interval.low if interval.low > 1 else interval.high
    return e_value(nearest) or 1.0
