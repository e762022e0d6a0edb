"""The interval of chance on top of bounds: bounds themselves know no chance."""

from dataclasses import dataclass
from math import erf, sqrt

from waterpas.measure.areas.bounds import Part
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.normal import chance_below, critical_value, quantile
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.roots import find_root
from waterpas.results import Interval


@dataclass(frozen=True, slots=True)
class Bounds:
    """Two ends, and the interval of chance around each of them."""

    least: float
    most: float
    around_least: Interval
    around_most: Interval

    @property
    def whole(self) -> Interval:
        """From the lowest to the highest, chance included."""
        return Interval(self.around_least.low, self.around_most.high, self.around_least.level)


def bounds_of_rate(fewest: Part, largest: Part, *, level: float = 0.95) -> Bounds:
    """Between what the rate of a group lies, with an interval of chance around both ends.

    Answers: "how often did it happen to this group, at least and at most, and what does chance add
    to that?" It does not say which value in between is likely: all of them fit equally well.

    Parameters
    ----------
    fewest, largest : Part
        The group in the table with as few of the cases as can be, and in that with as many.
    level : float, default 0.95
        How often the whole, from the low end of the first interval to the high end of the second,
        holds the true rate.

    Returns
    -------
    Bounds
        Proportions. A group that may be empty has the bounds 0 and 1.

    Notes
    -----
    Each end is the rate of a table that can be behind the counts, and gets the interval that it
    would have if the table were known: Wilson (1927). The true number of cases in the group lies
    between those of both tables in every draw, so no end is passed more often than with the true
    table. With wide bounds the truth can only be missed at one end at a time, so the critical value
    goes from that of a two-sided interval to that of a one-sided one as the bounds get wider:
    Imbens and Manski (2004). People with unequal chances vary less than with one chance for all
    (Hoeffding 1956), so adding areas makes the interval too wide rather than too narrow.

    References
    ----------
    Duncan OD, Davis B (1953). An alternative to ecological correlation. American Sociological
    Review 18:665-666.
    Imbens GW, Manski CF (2004). Confidence intervals for partially identified parameters.
    Econometrica 72:1845-1857.
    Hoeffding W (1956). On the distribution of the number of successes in independent trials.
    Annals of Mathematical Statistics 27:713-721.
    """
    if min(fewest.people, largest.people) <= 0:
        anything = Interval(0.0, 1.0, level)
        return Bounds(0.0, 1.0, anything, anything)
    spread = sqrt(max(_variance(fewest), _variance(largest)))
    inner = _inner_level(largest.rate - fewest.rate, spread, level=level)
    low, high = (_around(part, inner, level) for part in (fewest, largest))
    return Bounds(fewest.rate, largest.rate, low, high)


@dataclass(frozen=True, slots=True)
class Sides:
    """The group and everybody else, each with few and with many of the cases."""

    group_least: Part
    group_most: Part
    others_least: Part
    others_most: Part

    @property
    def empty(self) -> bool:
        """Whether one of both may be nobody."""
        return min(part.people for part in self.every) <= 0

    @property
    def every(self) -> tuple[Part, Part, Part, Part]:
        """All four."""
        return self.group_least, self.group_most, self.others_least, self.others_most


def bounds_of_gap(sides: Sides, *, level: float = 0.95) -> Bounds:
    """Between what the difference of the group with everybody else lies; see `bounds_of_rate`.

    The group has fewest of the cases where the others have most: with exact counts one table gives
    both. Each end gets the interval of Newcombe (1998b), from -1 to 1.
    """
    if sides.empty:
        anything = Interval(-1.0, 1.0, level)
        return Bounds(-1.0, 1.0, anything, anything)
    lowest, highest = (
        (sides.group_least, sides.others_most),
        (sides.group_most, sides.others_least),
    )
    least, most = (group.rate - others.rate for group, others in (lowest, highest))
    spread = sqrt(max(sum(map(_variance, pair)) for pair in (lowest, highest)))
    inner = _inner_level(most - least, spread, level=level)
    return Bounds(least, most, _between(*lowest, inner, level), _between(*highest, inner, level))


def _variance(part: Part) -> float:
    return part.rate * (1 - part.rate) / part.people


def _inner_level(width: float, spread: float, *, level: float) -> float:
    """The two-sided level at each end, so that both together have the level asked for."""
    one_sided, two_sided = quantile(level), critical_value(level)
    apart = width / spread if spread > 0 else float("inf")

    def too_much(critical: float) -> float:
        return chance_below(critical + apart) - chance_below(-critical) - level

    return erf(find_root(too_much, inside=one_sided, outside=two_sided) / sqrt(2))


def _around(part: Part, inner: float, level: float) -> Interval:
    found = wilson_interval(part.cases, part.people, level=inner)
    return Interval(found.low, found.high, level)


def _between(group: Part, others: Part, inner: float, level: float) -> Interval:
    found = newcombe_interval(
        group_cases=group.cases,
        group_total=group.people,
        reference_cases=others.cases,
        reference_total=others.people,
        level=inner,
    )
    return Interval(found.low, found.high, level)
