"""The interval of one rate."""

from math import isfinite, sqrt

from waterpas.errors import CountError
from waterpas.measure.normal import critical_value
from waterpas.results import Interval
from waterpas.texts import mark


def check_count(cases: float, total: float) -> None:
    """Raise CountError unless 0 <= cases <= total and the total is above 0 and finite."""
    if not (total > 0 and isfinite(total)):
        message = mark(
            "Het totaal moet groter zijn dan 0; opgegeven is %(total)s."
            " Laat een groep zonder mensen weg."
        )
        raise CountError(message, total=total)
    if not 0 <= cases <= total:
        message = mark(
            "Het aantal moet liggen tussen 0 en het totaal, %(total)s; opgegeven is %(cases)s."
            " Kijk na of aantal en totaal verwisseld zijn."
        )
        raise CountError(message, cases=cases, total=total)


def wilson_interval(cases: float, total: float, *, level: float = 0.95) -> Interval:
    """Interval for the rate of one group.

    Answers: "between which values does the rate of this group lie?"
    It does not say anything about another group: two intervals that overlap do not show that two
    groups are alike. It knows about chance only, not about people who were missed or miscounted.

    Parameters
    ----------
    cases : float
        People to whom the outcome happened. Unit: persons. From 0 to ``total``. May be broken:
        an effective number, when people were drawn in clusters.
    total : float
        People to whom it could have happened. Unit: persons. Above 0; may be broken as well.
    level : float, default 0.95
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    Interval
        Proportions in [0, 1]. Exactly 0 at the lower end without cases, exactly 1 at the upper
        end when everybody is a case.

    Raises
    ------
    CountError
        If the total is not above 0, or the cases do not lie between 0 and the total.
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Notes
    -----
    The rates that a score test would not reject: Wilson (1927), without continuity correction;
    method 3 of Newcombe (1998a).

    References
    ----------
    Wilson EB (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association 22:209-212.
    Newcombe RG (1998a). Two-sided confidence intervals for the single proportion: comparison of
    seven methods. Statistics in Medicine 17:857-872.

    Examples
    --------
    Three of twenty applicants were invited.

    >>> interval = wilson_interval(3, 20)
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0524, 0.3604)
    """
    check_count(cases, total)
    z = critical_value(level)
    half = z * z / 2
    reach = cases + half + z * sqrt(cases * ((total - cases) / total) + half / 2)
    # The product of both ends is known; dividing by one keeps the digits that subtracting loses.
    low = cases * (cases / total) / reach if cases else 0.0
    high = min(reach / (total + 2 * half), 1.0) if cases < total else 1.0
    return Interval(low=low, high=high, level=level)
