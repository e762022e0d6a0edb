"""The likeliest two rates, given how far apart they are. Score intervals rest on these."""

from math import acos, copysign, cos, pi, sqrt

_MOST_STEPS = 60


def rates_at_difference(
    difference: float, *, cases: float, total: float, other_cases: float, other_total: float
) -> tuple[float, float]:
    """Likeliest two rates, if the first is this much above the second.

    Parameters
    ----------
    difference : float
        First rate minus second rate, from -1 to 1.
    cases, total, other_cases, other_total : float
        Counts of the first and of the other group, in persons.

    Returns
    -------
    tuple of two floats
        Rate of the first and of the other group, each in [0, 1].

    Notes
    -----
    Miettinen and Nurminen (1985), appendix: the root of a cubic, by its cosine. With millions of
    people the cosine loses half of its digits near a rate of 0 or 1. Steps of Newton on the same
    cubic, written as a sum that does not cancel, bring them back; the sign of the sum says on
    which side the likeliest rates lie, so a step that goes astray is replaced by halving.

    Examples
    --------
    >>> first, second = rates_at_difference(
    ...     0.0, cases=56, total=70, other_cases=48, other_total=80
    ... )
    >>> round(first, 6), round(second, 6)
    (0.693333, 0.693333)
    """
    x1, n1, x2, n2 = cases, total, other_cases, other_total
    lowest, highest = max(0.0, -difference), min(1.0, 1 - difference)
    # Strictly inside: on the edge itself the cubic may be 0 without being the likeliest.
    margin = 1e-6 * (highest - lowest)
    start = _by_cosine(difference, x1, n1, x2, n2)
    second = min(max(start, lowest + margin), highest - margin)
    for _ in range(_MOST_STEPS):
        first = second + difference
        spread1, spread2 = first * (1 - first), second * (1 - second)
        rest1, rest2 = x1 - n1 * first, x2 - n2 * second
        pull = rest1 * spread2 + rest2 * spread1
        slope = rest1 * (1 - 2 * second) - n1 * spread2 + rest2 * (1 - 2 * first) - n2 * spread1
        lowest, highest = (second, highest) if pull > 0 else (lowest, second)
        tried = second - pull / slope if slope < 0 else lowest - 1
        if not lowest <= tried <= highest:
            tried = (lowest + highest) / 2
        moved, second = abs(tried - second), tried
        if moved <= 1e-14 * min(second, 1 - second):  # the next step would be its square
            break
    return min(max(second + difference, 0.0), 1.0), second


def _by_cosine(d: float, x1: float, n1: float, x2: float, n2: float) -> float:
    """The middle root of the cubic, as printed in the article."""
    total = n1 + n2
    b = ((n1 + 2 * n2) * d - total - x1 - x2) / (3 * total)
    c = ((n2 * d - total - 2 * x2) * d + x1 + x2) / (3 * total)
    q = b**3 - 1.5 * b * c + x2 * d * (1 - d) / (2 * total)
    p = copysign(sqrt(max(b * b - c, 0.0)), q)
    ratio = q / p**3 if p else 0.0
    return 2 * p * cos((pi + acos(max(-1.0, min(1.0, ratio)))) / 3) - b


def rates_at_share(
    share: float, *, cases: float, total: float, other_cases: float, other_total: float
) -> tuple[float, float]:
    """Likeliest two rates, if the first is this share of both together.

    Parameters
    ----------
    share : float
        First rate divided by the sum of both, from 0 to 1: a ratio ``r`` is ``r / (1 + r)``. A
        share has no infinity, a ratio has.
    cases, total, other_cases, other_total : float
        Counts of the first and of the other group, in persons; at least one case in all.

    Returns
    -------
    tuple of two floats
        Rate of the first and of the other group, each in [0, 1].

    Notes
    -----
    Miettinen and Nurminen (1985), formula 12: the root of a quadratic. The discriminant is
    written as a sum of squares, so that it does not cancel when nearly everybody is a case.

    Examples
    --------
    >>> first, second = rates_at_share(0.5, cases=56, total=70, other_cases=48, other_total=80)
    >>> round(first, 6), round(second, 6)
    (0.693333, 0.693333)
    """
    rest = 1 - share
    mine, theirs = (total + other_cases) * share, (other_total + cases) * rest
    free = 4 * share * rest * (total - cases) * (other_total - other_cases)
    scale = 2 * (cases + other_cases) / (mine + theirs + sqrt((mine - theirs) ** 2 + free))
    return min(scale * share, 1.0), min(scale * rest, 1.0)
