"""How often a difference of rates, or between times, is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, lgamma, log, log1p, sqrt


def below(value: float) -> float:
    """How often a standard normal draw falls below this value."""
    return 0.5 * erfc(-value / sqrt(2))


def seen(distance: float, *, without: float, present: float, z: float) -> float:
    """How often an estimate lies further than `z` standard errors from no difference.

    `without` is its standard error when there is no difference, `present` that when there is.
    Only the side of the difference counts: a finding on the other side is a mistake.
    """
    room = distance - z * without
    if present <= 0:
        return 1.0 if room > 0 else 0.0
    return below(room / present)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Which part of the group, and of the reference, is in one stratum."""

    group: float
    reference: float


WHOLE = (Stratum(1.0, 1.0),)


def of_rates(
    difference: float,
    *,
    rate: float,
    sizes: tuple[float, float],
    z: float,
    strata: Sequence[Stratum] = WHOLE,
    careful: bool = False,
) -> float:
    """How often a difference of two rates is seen, among people alike when there are strata.

    Answers: "if this difference is there, in which share of tables of this size is it seen?"

    Parameters
    ----------
    difference : float
        Rate of the group minus `rate`; proportions.
    rate : float
        Rate of the reference, in every stratum.
    sizes : (float, float)
        People in the group and in the reference; may be broken.
    z : float
        How many standard errors from 0 the difference must lie.
    strata : sequence of Stratum
        Weighed after Mantel and Haenszel; one stratum is the comparison of two rates.
    careful : bool
        For where an exact test decides: corrected for counts being whole, and for their skewness.
        With one stratum only.

    Returns
    -------
    float
        From 0 to 1.

    Notes
    -----
    Two equal groups give R's ``power.prop.test``; unequal ones Fleiss, Tytun and Ury (1980).
    `careful`: with their correction, and the first term of Cornish and Fisher (1938). Strata: the
    variance of a sum weighed by n m / (n + m), as in Munoz and Rosner (1984).

    References
    ----------
    Cornish EA, Fisher RA (1938). Moments and cumulants in the specification of distributions.
    Revue de l'Institut International de Statistique 5:307-320.
    Fleiss JL, Tytun A, Ury HK (1980). A simple approximation for calculating sample sizes for
    comparing independent proportions. Biometrics 36:343-346.
    Munoz A, Rosner B (1984). Power and sample size for a collection of 2 x 2 tables. Biometrics
    40:995-1004.
    """
    other = min(max(rate + difference, 0.0), 1.0)
    weight = without = present = 0.0
    for stratum in strata:
        n, m = sizes[0] * stratum.group, sizes[1] * stratum.reference
        if min(n, m) <= 0:
            continue
        each = n * m / (n + m)
        pooled = (n * other + m * rate) / (n + m)
        weight += each
        without += each * pooled * (1 - pooled)
        present += each**2 * (other * (1 - other) / n + rate * (1 - rate) / m)
    if weight <= 0:
        return 0.0
    distance = abs(difference)
    if careful:
        distance -= _of_whole_counts(difference, rate=rate, sizes=sizes, z=z)
    return seen(
        distance, without=sqrt(max(without, 0.0)) / weight, present=sqrt(present) / weight, z=z
    )


def _of_whole_counts(
    difference: float, *, rate: float, sizes: tuple[float, float], z: float
) -> float:
    """How much further than by the normal distribution an exact test wants the difference.

    Half a step of the counts to each side, and the skewness of the smaller group: far in the tail
    (a small p) many more cases are less rare than the normal distribution says. Where skewness
    helps, the plan does not count on it.
    """
    n, m = sizes
    pooled = (n * (rate + difference) + m * rate) / (n + m)
    skewed = (z * z - 1) / 6 * (1 - 2 * pooled) * (1 / n - 1 / m)
    return (1 / n + 1 / m) / 2 + max(skewed if difference > 0 else -skewed, 0.0)


def ten_come_through(people: float, *, chance: float, least: int) -> float:
    """How often at least so many people are left, when each comes through with this chance.

    The number of people may be broken: the terms of the binomial distribution go on between whole
    numbers.
    """
    if chance >= 1:
        return 1.0 if people >= least else 0.0
    if people < least:
        return 0.0
    few = sum(
        exp(
            lgamma(people + 1)
            - lgamma(k + 1)
            - lgamma(people - k + 1)
            + k * log(chance)
            + (people - k) * log1p(-chance)
        )
        for k in range(least)
    )
    return max(0.0, 1 - few)


def kept(strata: Sequence[Stratum], *, share: float) -> float:
    """Which part of the people still counts when only people alike are compared.

    The weight n m / (n + m) over strata, beside that of everybody together: 1 when both groups
    are spread in the same way, 0 when no stratum holds people of both.
    """
    n, m = share, 1 - share
    within = sum(
        n * s.group * m * s.reference / (n * s.group + m * s.reference)
        for s in strata
        if s.group > 0 and s.reference > 0
    )
    return within * (n + m) / (n * m)
