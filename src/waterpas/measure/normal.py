"""The few numbers of the standard normal distribution that intervals and tests need."""

from functools import lru_cache
from math import erfc, sqrt
from statistics import NormalDist

from waterpas.errors import CallError
from waterpas.texts import mark

_STANDARD = NormalDist()
POWER = 0.8  # how often a difference must be seen to say that we would probably have seen it


def check_level(level: float) -> None:
    """Raise CallError unless the confidence level lies strictly between 0 and 1."""
    if not 0 < level < 1:
        message = mark(
            "De betrouwbaarheid (level) moet tussen 0 en 1 liggen, bijvoorbeeld 0.95;"
            " opgegeven is %(level)s."
        )
        raise CallError(message, level=level)


@lru_cache(maxsize=128)
def quantile(probability: float) -> float:
    """Value below which a standard normal draw falls with this probability.

    Parameters
    ----------
    probability : float
        Strictly between 0 and 1.

    Returns
    -------
    float
        In standard deviations from the mean.

    Notes
    -----
    Algorithm AS 241 of Wichura (1988), as in the standard library: about 16 digits.

    Examples
    --------
    >>> round(quantile(0.8), 6)
    0.841621
    """
    return _STANDARD.inv_cdf(probability)


def chance_below(score: float) -> float:
    """Probability of a standard normal draw below this: the other way round than `quantile`.

    Examples
    --------
    >>> round(chance_below(0.841621), 6)
    0.8
    """
    return _STANDARD.cdf(score)


@lru_cache(maxsize=128)
def critical_value(level: float) -> float:
    """How many standard errors a two-sided interval of this level reaches to each side.

    Parameters
    ----------
    level : float
        Confidence level, strictly between 0 and 1.

    Returns
    -------
    float
        In standard errors, at least 0.

    Raises
    ------
    CallError
        If ``level`` does not lie strictly between 0 and 1.

    Examples
    --------
    >>> round(critical_value(0.95), 6)
    1.959964
    """
    check_level(level)
    # The lower tail keeps its digits when the level is close to 1; 1 - tail would lose them.
    return -quantile((1 - level) / 2)


def two_sided_p(score: float) -> float:
    """Probability of a standard normal draw at least this far from 0, on either side.

    It says how surprising a result is if nothing is going on; it does not say how likely it is
    that nothing is going on.

    Parameters
    ----------
    score : float
        Distance from 0, in standard errors; the sign does not matter.

    Returns
    -------
    float
        Between 0 and 1.

    Examples
    --------
    >>> round(two_sided_p(-1.959964), 6)
    0.05
    """
    return erfc(abs(score) / sqrt(2))
