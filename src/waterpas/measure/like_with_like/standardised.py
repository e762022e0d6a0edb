"""What goes with composition, and what rate both would have with the same composition."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from waterpas.measure.like_with_like.strata import Strata, Stratum
from waterpas.measure.normal import critical_value
from waterpas.measure.proportions import wilson_interval
from waterpas.results import Interval


@dataclass(frozen=True, slots=True)
class Parts:
    """A difference in two parts: what goes with composition, and the rest within strata."""

    composition: float
    within: float
    composition_variance: float
    within_variance: float


def kitagawa(strata: Strata) -> Parts | None:
    """Split a difference into composition and what happens within strata.

    Answers: "which part of the difference goes with the strata people are in, and which part is a
    difference within strata?" A part that goes with composition is not thereby justified: how
    people came into a stratum may be unequal itself.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata with people of only one side are left out. Unit: persons.

    Returns
    -------
    Parts or None
        Proportions, group minus reference; together the difference among people with a counterpart.
        Variances allow for chance in the rates and in the composition. None: no stratum holds both.

    References
    ----------
    Kitagawa EM (1955). Components of a difference between two rates. Journal of the American
    Statistical Association 50:1168-1194.
    """
    both = [each for each in strata if each.has_both]
    if not both:
        return None
    n, m = sum(s.total for s in both), sum(s.reference_total for s in both)
    rows = [_row(each, n, m) for each in both]
    composition = sum((v - w) * (p + q) / 2 for p, q, v, w in rows)
    within = sum((p - q) * (v + w) / 2 for p, q, v, w in rows)
    middle = [(p + q) / 2 for p, q, _, _ in rows]
    gap = [(p - q) / 2 for p, q, _, _ in rows]
    shift = [(v - w) / 2 for _, _, v, w in rows]
    mean = [(v + w) / 2 for _, _, v, w in rows]
    twice = _chance_of_both(both, rows, n, m)
    return Parts(
        composition,
        within,
        _less(_chance_of_rates(both, shift) + _chance_of_shares(rows, middle, n, m), twice),
        _less(_chance_of_rates(both, mean) + _chance_of_shares(rows, gap, n, m), twice),
    )


def part_interval(value: float, variance: float, *, level: float) -> Interval | None:
    """Interval of one part, normal; None where nothing varies."""
    if variance <= 0:
        return None
    reach = critical_value(level) * sqrt(variance)
    return Interval(max(value - reach, -1.0), min(value + reach, 1.0), level)


Row = tuple[float, float, float, float]


def _row(stratum: Stratum, n: float, m: float) -> Row:
    """Rates of group and reference, and which share of each is in this stratum."""
    p = stratum.cases / stratum.total
    q = stratum.reference_cases / stratum.reference_total
    return p, q, stratum.total / n, stratum.reference_total / m


def _chance_of_rates(strata: Strata, weights: Sequence[float]) -> float:
    return sum(
        w * w * (_binomial(s.cases, s.total) + _binomial(s.reference_cases, s.reference_total))
        for s, w in zip(strata, weights, strict=True)
    )


def _chance_of_shares(rows: Sequence[Row], values: Sequence[float], n: float, m: float) -> float:
    """The variance of a sum over shares that were drawn: multinomial, for both sides."""
    total = 0.0
    for place, people in ((2, n), (3, m)):
        shares = [row[place] for row in rows]
        mean = sum(v * x for v, x in zip(shares, values, strict=True))
        square = sum(v * x * x for v, x in zip(shares, values, strict=True))
        total += max(square - mean * mean, 0.0) / people
    return total


def _chance_of_both(strata: Strata, rows: Sequence[Row], n: float, m: float) -> float:
    """Chance in rates times chance in shares: the two sums above hold it twice."""
    return sum(
        (v * (1 - v) / n + w * (1 - w) / m)
        * (_binomial(s.cases, s.total) + _binomial(s.reference_cases, s.reference_total))
        / 4
        for s, (_, _, v, w) in zip(strata, rows, strict=True)
    )


def _less(variance: float, twice: float) -> float:
    """Never less than half: in very thin strata what is held twice is itself a guess."""
    return max(variance - twice, variance / 2)


def _binomial(cases: float, total: float) -> float:
    """The variance of a rate, without bias; of one person it cannot be seen: the most there is."""
    if total <= 1:
        return 0.25
    rate = cases / total
    return rate * (1 - rate) / (total - 1)


@dataclass(frozen=True, slots=True)
class Expected:
    """The rate of one side with the composition of both together, and its interval."""

    rate: float
    interval: Interval


def expected_rates(strata: Strata, *, level: float = 0.95) -> tuple[Expected, Expected] | None:
    """The rates of group and reference, if both were composed as they are together.

    Answers: "what would the rates be, with the same people in each stratum?" It is arithmetic, not
    a forecast: nobody moves to another stratum.

    Parameters
    ----------
    strata : sequence of Stratum
        Strata with people of only one side are left out. Unit: persons.
    level : float, default 0.95
        Confidence level.

    Returns
    -------
    tuple of two Expected, or None
        Of the group and of the reference. The interval is Wilson's with an effective number of
        people: as many as give the variance of the weighed rate. None: no stratum holds both.

    References
    ----------
    Direct standardisation: Fleiss JL, Levin B, Paik MC (2003). Statistical methods for rates and
    proportions, 3rd ed. Wiley, chapter 19.
    """
    both = [each for each in strata if each.has_both]
    if not both:
        return None
    whole = sum(each.size for each in both)
    weights = [each.size / whole for each in both]
    group = [(each.cases, each.total) for each in both]
    reference = [(each.reference_cases, each.reference_total) for each in both]
    return _expected(group, weights, level), _expected(reference, weights, level)


def _expected(
    side: Sequence[tuple[float, float]], weights: Sequence[float], level: float
) -> Expected:
    rate = sum(w * x / n for w, (x, n) in zip(weights, side, strict=True))
    rate = min(max(rate, 0.0), 1.0)
    variance = sum(w * w * _binomial(x, n) for w, (x, n) in zip(weights, side, strict=True))
    kish = 1 / sum(w * w / n for w, (_, n) in zip(weights, side, strict=True))
    simple = rate * (1 - rate)
    people = simple / variance if simple > 0 and variance > 0 else kish
    return Expected(rate, wilson_interval(rate * people, people, level=level))
