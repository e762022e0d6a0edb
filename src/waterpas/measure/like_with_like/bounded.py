"""What rounding and hiding counts does to a difference and a ratio over strata."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, inf, log, sqrt

from waterpas.measure.corners import corners_of
from waterpas.measure.like_with_like.strata import (
    Stratum,
    ratio_above,
    ratio_below,
    ratio_spread,
    slope,
    spread,
    surplus,
    weight,
)
from waterpas.measure.normal import critical_value
from waterpas.results import Count, Interval

_HALVINGS = 44
_TANGENTS = 12


@dataclass(frozen=True, slots=True)
class Between:
    """A stratum of which is known between what its counts lie."""

    cases: Count
    total: Count
    reference_cases: Count
    reference_total: Count

    @property
    def exact(self) -> bool:
        """Whether no count was rounded or hidden."""
        return all(
            count.is_exact
            for count in (self.cases, self.total, self.reference_cases, self.reference_total)
        )

    @property
    def may_have_both(self) -> bool:
        """Whether there may be people of both sides."""
        return self.total.high > 0 and self.reference_total.high > 0

    def corners(self) -> tuple[Stratum, ...]:
        """The outermost tables that the counts allow, with people of both."""
        sides = (
            corners_of(self.cases, self.total),
            corners_of(self.reference_cases, self.reference_total),
        )
        return tuple(Stratum(x, n, y, m) for (x, n), (y, m) in product(*sides) if n and m)


def outer_difference(strata: Sequence[Between], *, level: float = 0.95) -> Interval | None:
    """Interval of a difference over strata, whatever the true counts were.

    Answers: "between which values does it lie, with the doubt of rounding added to that of chance?"
    It does not say which counts are likely: it allows for the worst ones together, and is wider
    than strictly needed.

    Parameters
    ----------
    strata : sequence of Between
        Between what the counts of each stratum lie.
    level : float, default 0.95
        Confidence level.

    Returns
    -------
    Interval or None
        Proportions in [-1, 1]. None where there may be nobody of one side in any stratum.

    Notes
    -----
    A difference d fits as long as the surplus above d is no further from 0 than z standard errors.
    For one d the surplus adds up over strata, and so does the variance; the root of the variance
    does not, but it lies under each of its tangents, and those add up. So the furthest table is
    looked for stratum by stratum, at the corners of its counts, and the lowest tangent is kept:
    never too narrow, and seldom much too wide.
    """
    tables = _tables(strata)
    if tables is None:
        return None
    z = critical_value(level)
    high = _last(lambda d: _room(tables, d, 1.0, z), 1)
    low = _last(lambda d: _room(tables, -d, -1.0, z), -1)
    return Interval(low, high, level)


Tables = Sequence[Sequence[Stratum]]


def _room(tables: Tables, difference: float, sign: float, z: float) -> float:
    """How far the furthest table may still lie on; below 0: this difference fits none."""
    points = [[_point(t, difference, sign) for t in each] for each in tables]
    variance = sum(max(v for _, v in each) for each in points)
    best = inf if variance > 0 else sum(max(a for a, _ in each) for each in points)
    for _ in range(_TANGENTS):
        if variance <= 0:
            break
        touch = sqrt(variance)
        factor = z / (2 * touch)
        chosen = [max(each, key=lambda point: point[0] + factor * point[1]) for each in points]
        variance = sum(v for _, v in chosen)
        room = sum(a for a, _ in chosen) + factor * variance + z * touch / 2
        if room >= best - 1e-12:
            break
        best = room
    return best


def _point(table: Stratum, difference: float, sign: float) -> tuple[float, float]:
    """What one table of a stratum adds to the surplus, and to the variance."""
    ahead = sign * (surplus(table) - difference * weight(table))
    return ahead, max(difference * slope(table) + spread(table), 0.0)


def outer_ratio(strata: Sequence[Between], *, level: float = 0.95) -> Interval | None:
    """Interval of a ratio over strata, whatever the true counts were.

    As `outer_difference`; None also where one side may be without cases.
    """
    tables = _tables(strata)
    if tables is None:
        return None
    above = [[ratio_above(t) for t in each] for each in tables]
    below = [[ratio_below(t) for t in each] for each in tables]
    least = _sum_of(min, above), _sum_of(min, below)
    if not all(least):
        return None
    most = _sum_of(max, above), _sum_of(max, below)
    variance = sum(max(map(ratio_spread, each)) for each in tables) / (least[0] * least[1])
    reach = critical_value(level) * sqrt(variance)
    low, high = log(least[0] / most[1]) - reach, log(most[0] / least[1]) + reach
    return Interval(exp(low), exp(high), level)


def _sum_of(pick: Callable[[list[float]], float], strata: list[list[float]]) -> float:
    return sum(pick(each) for each in strata)


def _tables(strata: Sequence[Between]) -> list[tuple[Stratum, ...]] | None:
    """The corners of each stratum; a stratum that may be empty may also tell nothing."""
    possible = [each for each in strata if each.may_have_both]
    if not any(each.total.low > 0 and each.reference_total.low > 0 for each in possible):
        return None
    nothing = Stratum(0, 0, 0, 1)
    return [
        (*each.corners(), nothing)
        if not (each.total.low and each.reference_total.low)
        else each.corners()
        for each in possible
    ]


def _last(fits: Callable[[float], float], end: int) -> float:
    """The last difference on the way to `end` that still fits: halving."""
    inside, outside = -1.0, 1.0
    if fits(outside) >= 0:
        return float(end)
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if fits(middle) >= 0 else (inside, middle)
    return end * inside
