"""How far deciders may lie apart by chance, and a picture of it in which nobody can be found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, log1p, sqrt

from waterpas.measure.normal import critical_value

# The edges of the bins by number of people, and how many deciders a bin has at least.
EDGES = (20, 50, 100, 200, 500, 1000)
FEWEST_DECIDERS = 5
TRIMMED = 0.1
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Handled:
    """One decider's people and cases, and the cases expected of the same people by chance."""

    cases: float
    total: float
    expected: float

    @property
    def rate(self) -> float:
        """The expected rate."""
        return self.expected / self.total


@dataclass(frozen=True, slots=True)
class Bin:
    """Deciders with about as many people: from, to (None: or more), how many, how many outside."""

    least: int
    most: int | None
    deciders: int
    outside: int


def exact_limits(rate: float, total: int, *, level: float) -> tuple[float, float]:
    """Between which rates a decider with so many people lies by chance: binomial quantiles.

    The lowest numbers of cases whose chance to be reached is at least the tail, as a rate. It is
    about chance only: a decider outside is not wrong, and one inside not right.
    """
    tail = (1 - level) / 2
    low, high = _quantile(tail, rate, total), _quantile(1 - tail, rate, total)
    return low / total, high / total


def normal_limits(
    rate: float, total: float, *, level: float, overdispersion: float = 1.0
) -> tuple[float, float]:
    """The same by the normal curve, widened where all deciders lie further apart than by chance.

    May lie below 0 or above 1 with few people.
    """
    reach = critical_value(level) * sqrt(overdispersion * rate * (1 - rate) / total)
    return rate - reach, rate + reach


def overdispersion(deciders: Sequence[Handled]) -> float:
    """How many times further apart deciders lie than by chance, in squares; at least 1.

    The tenth that lies furthest on either side is drawn in, so that a few do not hide themselves
    by widening the limits. 1: no more than by chance.

    References
    ----------
    Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. Statistics in
    Medicine 24:1185-1202.
    """
    scores = sorted(map(_score, deciders))
    out = int(len(scores) * TRIMMED)
    low, high = scores[out], scores[-out - 1]
    drawn_in = [min(max(score, low), high) for score in scores]
    return max(1.0, sum(score * score for score in drawn_in) / len(drawn_in))


def coarse_bins(deciders: Sequence[Handled], *, level: float) -> tuple[Bin, ...]:
    """Deciders by about how many people they had, and how many of each lie outside the limits.

    Bins with fewer than five deciders are joined to the next. Where nearly all of a bin lie
    outside, or none, it would tell that of each: then all bins are one, and if that tells it too,
    there are none.
    Nothing in it is about one decider: no number of cases, no rate, and not on which side.
    """
    joined = list(_joined(deciders))
    made = tuple(_bin(group, least, most, level) for least, most, group in joined)
    if any(map(_tells_of_each, made)):
        made = (_bin(deciders, EDGES[0], None, level),)
    return () if any(map(_tells_of_each, made)) else made


def _tells_of_each(found: Bin) -> bool:
    """Whether it says of (nearly) each decider in it whether they lie outside the limits."""
    inside = found.deciders - found.outside
    nearly_all = found.outside >= NEARLY_ALL * found.deciders
    return found.outside == 0 or inside <= 1 or nearly_all


def _joined(deciders: Sequence[Handled]) -> Iterator[tuple[int, int | None, list[Handled]]]:
    """Stretches of bins with enough deciders; what is left over at the end joins the last."""
    made: list[tuple[int, int | None, list[Handled]]] = []
    waiting: list[Handled] = []
    start = EDGES[0]
    for least, most in zip(EDGES, (*EDGES[1:], None), strict=True):
        waiting += [each for each in deciders if least <= each.total < (most or each.total + 1)]
        if len(waiting) >= FEWEST_DECIDERS:
            made.append((start, most and most - 1, waiting))
            start, waiting = most or start, []
    if waiting and made:
        least, _, group = made.pop()
        made.append((least, None, group + waiting))
    yield from made


def _bin(group: Sequence[Handled], least: int, most: int | None, level: float) -> Bin:
    outside = sum(_is_outside(each, level) for each in group)
    return Bin(least, most, len(group), outside)


def _is_outside(each: Handled, level: float) -> bool:
    low, high = exact_limits(each.rate, round(each.total), level=level)
    return not low - 1e-12 <= each.cases / each.total <= high + 1e-12


def _score(each: Handled) -> float:
    spread = each.expected * (1 - each.rate)
    return (each.cases - each.expected) / sqrt(spread) if spread > 0 else 0.0


def _quantile(probability: float, rate: float, total: int) -> int:
    """The lowest number of cases that is reached with at least this probability."""
    if not 0 < rate < 1:
        return round(rate * total)
    sum_, cases = 0.0, -1
    while sum_ < probability * (1 - 1e-12) and cases < total:
        cases += 1
        sum_ += exp(_log_chance(cases, total, rate))
    return cases


def _log_chance(cases: int, total: int, rate: float) -> float:
    ways = lgamma(total + 1) - lgamma(cases + 1) - lgamma(total - cases + 1)
    return ways + cases * log(rate) + (total - cases) * log1p(-rate)
