"""Rates over several periods, and the interval of what they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from waterpas.measure.pairs_of_counts import Side
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.roots import find_root
from waterpas.results import Count, Interval, People

_LEAST_P = 1e-12


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of one group over several periods, each with its weight.

    `n`: the people it counts for, as if from one draw. `lowest`, `highest`: between what the rate
    may lie when its counts were rounded; `fewest`: the least `n` may be then.
    """

    value: float
    n: float
    lowest: float
    highest: float
    fewest: float
    people: People

    @property
    def exact(self) -> bool:
        """Whether no count behind it was rounded."""
        return self.lowest == self.highest and self.fewest == self.n

    def spread_by(self, factor: float) -> "Rate":
        """The same rate, when periods differ `factor` times as much as chance alone explains."""
        return replace(self, n=self.n / factor, fewest=self.fewest / factor)


Term = tuple[int, Rate]  # plus or minus one, and the rate


def rate_over(sides: Sequence[Side], weights: Sequence[float]) -> Rate:
    """The weighted rate of one group: the weights add up to 1, and are above 0.

    The people it counts for are 1 / sum(w^2 / n): as many as give the same variance in one draw
    with this rate. Where all periods weigh by their people, that is simply all people.
    """
    return Rate(
        value=sum(w * side.rate for w, side in zip(weights, sides, strict=True)),
        n=_worth(weights, [side.effective_n for side in sides]),
        lowest=sum(w * lowest_rate(side) for w, side in zip(weights, sides, strict=True)),
        highest=sum(w * highest_rate(side) for w, side in zip(weights, sides, strict=True)),
        fewest=_worth(weights, [_fewest(side) for side in sides]),
        people=people_of(sides),
    )


def people_of(sides: Sequence[Side]) -> People:
    """All people of these sides, and how many of them have the outcome."""
    none = Count.exact(0)
    return People(
        n=sum((side.n for side in sides), none), cases=sum((side.cases for side in sides), none)
    )


def _worth(weights: Sequence[float], sizes: Sequence[float]) -> float:
    if min(sizes) <= 0:
        return 0.0
    if max(sizes) == min(sizes) and max(weights) == min(weights):
        return float(sum(sizes))  # to the last digit
    return 1 / sum(w * w / n for w, n in zip(weights, sizes, strict=True))


def lowest_rate(side: Side) -> float:
    """The least that the rate can be behind counts that were rounded."""
    return side.rate if side.exact else side.cases.low / max(side.n.high, side.cases.low, 1)


def highest_rate(side: Side) -> float:
    """The most that it can be."""
    if side.exact:
        return side.rate
    return min(1.0, side.cases.high / side.n.low) if side.n.low else 1.0


def _fewest(side: Side) -> float:
    share = side.effective_n / (side.n.value or 1)
    return side.n.low * share


def total(terms: Sequence[Term]) -> float:
    """What the rates add up to."""
    return sum(sign * rate.value for sign, rate in terms)


def interval_of(terms: Sequence[Term], *, level: float = 0.95) -> Interval:
    """Interval of a sum and difference of independent rates.

    Answers: "between which values does the change in the gap lie?" (four rates), "... the gap?"
    (two) and so on. It knows of chance only. Where counts were rounded it holds for every count
    that may be behind them, at the weights of the printed counts.

    Returns
    -------
    Interval
        In the unit of a rate. Of two rates it is Newcombe's (1998b, method 10).

    Notes
    -----
    Square-and-add: the distance to each end is the root of the sum of squared distances of the
    Wilson intervals of the rates (Zou and Donner 2008). Each end only rises as a rate with a plus
    rises, so the rates at their lowest and highest, with the fewest people, are enough when counts
    were rounded.

    References
    ----------
    Zou GY, Donner A (2008). Construction of confidence limits about effect measures: a general
    approach. Statistics in Medicine 27:1693-1702.
    """
    if all(rate.exact for _, rate in terms):
        return _square_and_add(terms, level=level)
    low = _square_and_add([_outward(term, -1) for term in terms], level=level).low
    high = _square_and_add([_outward(term, 1) for term in terms], level=level).high
    return Interval(low, high, level)


def _outward(term: Term, way: int) -> Term:
    sign, rate = term
    value = rate.highest if sign == way else rate.lowest
    return sign, replace(rate, value=value, n=rate.fewest)


def _square_and_add(terms: Sequence[Term], *, level: float) -> Interval:
    most = sum(sign > 0 for sign, _ in terms)
    value, below, above = total(terms), [], []
    for sign, rate in terms:
        down, up = _reach(rate, level=level)
        below.append(down if sign > 0 else up)
        above.append(up if sign > 0 else down)
    low, high = value - hypot(*below), value + hypot(*above)
    return Interval(max(low, most - len(terms)), min(high, most), level)


def _reach(rate: Rate, *, level: float) -> tuple[float, float]:
    """How far the Wilson interval reaches below and above the rate."""
    if rate.n <= 0:
        return rate.value, 1 - rate.value
    value = min(max(rate.value, 0.0), 1.0)
    wilson = wilson_interval(min(value * rate.n, rate.n), rate.n, level=level)
    return value - wilson.low, wilson.high - value


def p_of(terms: Sequence[Term]) -> float:
    """The two-sided p that belongs to `interval_of`: 1 minus the level whose end is at 0.

    It is below 0.05 exactly when the 95% interval leaves 0 out. Of the printed counts: what
    rounding adds is in the interval. Never below 1e-12.
    """
    value = total(terms)
    if abs(value) < 1e-15:
        return 1.0

    def inside(p: float) -> float:
        interval = _square_and_add(terms, level=1 - p)
        return interval.low if value > 0 else -interval.high

    if inside(_LEAST_P) >= 0:
        return _LEAST_P
    return find_root(inside, inside=_LEAST_P, outside=1 - _LEAST_P)
