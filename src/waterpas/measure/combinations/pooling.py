"""Groups that lend each other strength: rates of small groups, drawn to the middle of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p

from waterpas.measure.combinations.beta import beta_quantile, digamma, log_beta, trigamma
from waterpas.results import Interval

Counted = tuple[int, int]  # cases, people
Place = tuple[float, float]  # log odds of the mean, log of the weight
Bend = tuple[float, float, float]

FEWEST_GROUPS = 3
LEAST, MOST = log(0.05), log(1e7)  # of the weight: outside of it nothing changes any more
STARTS = (0.2, 30.0)  # other weights to start from: there can be two tops
_STEPS, _HALVINGS, _LONGEST = 60, 30, 2.0


@dataclass(frozen=True, slots=True)
class Pool:
    """How the true rates of the groups lie: around `mean`, which weighs as `weight` people.

    `unsure` is how sure both are: variances and covariance of the log odds of the mean and the log
    of the weight.
    """

    mean: float
    weight: float
    unsure: Bend

    def rate(self, cases: int, total: int) -> float:
        """The rate of a group, drawn to the mean; the fewer people, the further."""
        return (cases + self.mean * self.weight) / (total + self.weight)

    def interval(self, cases: int, total: int, *, level: float) -> Interval:
        """Between what the true rate of a group lies, given all groups."""
        a, b = self.shape(cases, total)
        tail = (1 - level) / 2
        return Interval(beta_quantile(tail, a, b), 1 - beta_quantile(tail, b, a), level)

    def shape(self, cases: int, total: int) -> tuple[float, float]:
        """The beta distribution of the true rate of a group, given all groups.

        Its mean is the pooled rate; its variance that of the rate at this mean and weight, plus
        what not knowing these two adds (Kass and Steffey 1989).
        """
        rate, people = self.rate(cases, total), total + self.weight
        spread = rate * (1 - rate) / (people + 1) + self._added(cases, total, rate)
        size = max(rate * (1 - rate) / spread - 1, 1e-3)
        return rate * size, (1 - rate) * size

    def _added(self, cases: int, total: int, rate: float) -> float:
        by_mean = self.weight * self.mean * (1 - self.mean) / (total + self.weight)
        by_weight = self.weight * (self.mean - rate) / (total + self.weight)
        one, cross, other = self.unsure
        return by_mean**2 * one + 2 * by_mean * by_weight * cross + by_weight**2 * other


def pool(groups: Sequence[Counted]) -> Pool | None:
    """Fit the beta distribution that the rates of these groups seem to come from.

    Answers: "how much do the true rates of these groups differ, apart from chance?" It does not
    say which group lies where; it takes groups for alike until their numbers show otherwise.

    Parameters
    ----------
    groups : sequence of tuple of int
        Cases and people per group. Unit: persons. Groups without people do not count.

    Returns
    -------
    Pool or None
        None with fewer than three groups, or when everybody or nobody has the outcome.

    Notes
    -----
    Empirical Bayes: the beta-binomial distribution (Skellam 1948), by Newton's method with steps
    that are halved until they help. To its log likelihood half the log of the variance between
    groups is added, so that this is never estimated at exactly zero, where all doubt would seem
    gone (Chung and others 2013).

    References
    ----------
    Skellam JG (1948). A probability distribution derived from the binomial distribution by
    regarding the probability of success as variable between the sets of trials. Journal of the
    Royal Statistical Society B 10:257-261.
    Kass RE, Steffey D (1989). Approximate Bayesian inference in conditionally independent
    hierarchical models. Journal of the American Statistical Association 84:717-726.
    Chung Y, Rabe-Hesketh S, Dorie V, Gelman A, Liu J (2013). A nondegenerate penalized likelihood
    estimator for variance parameters in multilevel models. Psychometrika 78:685-709.
    """
    filled = [each for each in groups if each[1] > 0]
    cases, total = sum(each[0] for each in filled), sum(each[1] for each in filled)
    if len(filled) < FEWEST_GROUPS or not 0 < cases < total:
        return None
    middle = log(cases / (total - cases))
    weights = (_first_weight(filled, cases / total), *STARTS)
    tops = [_top(filled, (middle, log(weight))) for weight in weights]
    place = max(tops, key=lambda each: likelihood(filled, each))
    return _pool(place, _derivatives(filled, place)[1])


def _top(groups: Sequence[Counted], place: Place) -> Place:
    """The highest place near this one, by Newton's method."""
    height = likelihood(groups, place)
    for _ in range(_STEPS):
        slope, bend = _derivatives(groups, place)
        step = _along(slope, bend) if _at_end(place, slope) else _step(slope, bend)
        new, height = _climb(groups, place, height, step)
        moved = abs(new[0] - place[0]) + abs(new[1] - place[1])
        place = new
        if moved < 1e-9:
            break
    return place


def _first_weight(groups: Sequence[Counted], mean: float) -> float:
    """A start from the spread of the rates: by moments."""
    free = len(groups) - 1
    total = sum(n for _, n in groups)
    squares = sum(n * (x / n - mean) ** 2 for x, n in groups)
    even = mean * (1 - mean)
    spread = (squares - free * even) / (total - sum(n * n for _, n in groups) / total or 1.0)
    return min(max(even / max(spread, even * 1e-4) - 1, 0.5), 1e4)


def likelihood(groups: Sequence[Counted], place: Place) -> float:
    """The (penalised) log likelihood at this log odds of the mean and log of the weight."""
    a, b, weight = _shape(place)
    none = log_beta(a, b)
    return sum(log_beta(x + a, n - x + b) - none for x, n in groups) - 0.5 * log1p(weight)


def _shape(place: Place) -> tuple[float, float, float]:
    weight = exp(place[1])
    mean = 1 / (1 + exp(-place[0]))
    return mean * weight, (1 - mean) * weight, weight


def _derivatives(groups: Sequence[Counted], place: Place) -> tuple[Place, Bend]:
    a, b, weight = _shape(place)
    many = len(groups)
    both = many * digamma(weight) - sum(digamma(n + weight) for _, n in groups)
    by_a = sum(digamma(x + a) for x, _ in groups) - many * digamma(a) + both
    by_b = sum(digamma(n - x + b) for x, n in groups) - many * digamma(b) + both
    ab = many * trigamma(weight) - sum(trigamma(n + weight) for _, n in groups)
    aa = sum(trigamma(x + a) for x, _ in groups) - many * trigamma(a) + ab
    bb = sum(trigamma(n - x + b) for x, n in groups) - many * trigamma(b) + ab
    return _in_mean_and_weight(a, b, (by_a, by_b), (aa, ab, bb))


def _in_mean_and_weight(a: float, b: float, slope: Place, bend: Bend) -> tuple[Place, Bend]:
    """Derivatives to a and b as those to the log odds of the mean and the log of the weight."""
    (by_a, by_b), (aa, ab, bb) = slope, bend
    weight = a + b
    k, lean = a * b / weight, (b - a) / weight
    by_mean, by_weight = k * (by_a - by_b), a * by_a + b * by_b
    pull = 0.5 * weight / (1 + weight)
    mm = k * k * (aa - 2 * ab + bb) + by_mean * lean
    mw = k * (a * (aa - ab) + b * (ab - bb)) + by_mean
    ww = a * a * aa + 2 * a * b * ab + b * b * bb + by_weight - pull / (1 + weight)
    return (by_mean, by_weight - pull), (mm, mw, ww)


def _step(slope: Place, bend: Bend) -> Place:
    """Newton's step, or straight up where the surface is not a hill; never far at once."""
    (g, h), (mm, mw, ww) = slope, bend
    det = mm * ww - mw * mw
    step = (g, h)
    if mm < 0 and det > 0:
        step = ((mw * h - ww * g) / det, (mw * g - mm * h) / det)
    longest = max(abs(step[0]), abs(step[1]), _LONGEST)
    return step[0] * _LONGEST / longest, step[1] * _LONGEST / longest


def _at_end(place: Place, slope: Place) -> bool:
    """Whether the weight is at one of its ends, and higher still lies beyond it."""
    at_least, at_most = place[1] <= LEAST, place[1] >= MOST
    return (at_least and slope[1] <= 0) or (at_most and slope[1] >= 0)


def _along(slope: Place, bend: Bend) -> Place:
    """Newton's step in the mean alone: along the edge of what the weight can be."""
    step = -slope[0] / bend[0] if bend[0] < 0 else slope[0]
    return min(max(step, -_LONGEST), _LONGEST), 0.0


def _climb(
    groups: Sequence[Counted], place: Place, height: float, step: Place
) -> tuple[Place, float]:
    share = 1.0
    for _ in range(_HALVINGS):
        weight = min(max(place[1] + share * step[1], LEAST), MOST)
        tried = (place[0] + share * step[0], weight)
        found = likelihood(groups, tried)
        if found > height:
            return tried, found
        share /= 2
    return place, height


def _pool(place: Place, bend: Bend) -> Pool:
    mm, mw, ww = bend
    det = mm * ww - mw * mw
    unsure = (-ww / det, mw / det, -mm / det) if mm < 0 and det > 0 else (-1 / min(mm, -1e-9), 0, 1)
    return Pool(1 / (1 + exp(-place[0])), exp(place[1]), unsure)
