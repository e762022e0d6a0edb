"""Period by period: what falls outside what was usual before the measure, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import pi, sqrt

THREE_SIGMA = 3.0
NEIGHBOURS = 2 / sqrt(pi)  # d2 for two: mean distance of two draws, in standard deviations (1.128)
SLACK = 0.5  # of the cumulative sum: half the shift it looks for, in standard errors
FALSE_ALARMS = 0.025  # of each of both searches, over the whole run
_SEED, _DRAWS = 20261130, 20_000


@dataclass(frozen=True, slots=True)
class Chart:
    """The middle, the limits per point, which points lie outside, and each in standard errors."""

    middle: float
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    outside: tuple[int, ...]
    scores: tuple[float, ...]


def chart(
    values: Sequence[float],
    errors: Sequence[float],
    *,
    baseline: int,
    middle: float | None = None,
    laney: bool = True,
    reach: float = THREE_SIGMA,
    at_least: float = 0.0,
) -> Chart:
    """A control chart of values with a known standard error each, its limits frozen.

    Answers: "which periods lie outside what chance and the usual ups and downs give?"
    It does not say why, and it says nothing about periods that lie inside.

    Parameters
    ----------
    values, errors : sequence of float
        The value of each period and its standard error by chance alone, above 0.
    baseline : int
        The first so many periods set the middle and the spread; later ones are only looked at.
    middle : float, optional
        The middle; without it the mean of the baseline, weighted by 1 / error^2.
    laney : bool, default True
        Widen (or narrow) the limits by how much neighbouring periods differ in fact (Laney 2002).
        False with a rate and its binomial error: the p-chart of Shewhart.
    reach : float, default 3
        How many standard errors to the limits.
    at_least : float, default 0
        The least that the spread can be; 1 is what chance alone gives.

    References
    ----------
    Laney DB (2002). Improved control charts for attributes. Quality Engineering 14:531-537.
    Montgomery DC (2013). Introduction to statistical quality control, 7th ed. Wiley.
    """
    centre = _middle(values[:baseline], errors[:baseline]) if middle is None else middle
    raw = [(value - centre) / error for value, error in zip(values, errors, strict=True)]
    sigma = max(laney_sigma(raw[:baseline]), at_least) if laney else 1.0
    reaches = [reach * sigma * error for error in errors]
    scores = tuple(each / sigma if sigma else 0.0 for each in raw)
    return Chart(
        middle=centre,
        lows=tuple(centre - each for each in reaches),
        highs=tuple(centre + each for each in reaches),
        outside=tuple(place for place, score in enumerate(scores) if abs(score) > reach),
        scores=scores,
    )


def laney_sigma(scores: Sequence[float]) -> float:
    """The spread between neighbouring periods, in standard errors by chance: mean range / 1.128."""
    ranges = [abs(one - other) for one, other in zip(scores[1:], scores, strict=False)]
    return sum(ranges) / len(ranges) / NEIGHBOURS


def _middle(values: Sequence[float], errors: Sequence[float]) -> float:
    weights = [1 / error**2 for error in errors]
    return sum(w * value for w, value in zip(weights, values, strict=True)) / sum(weights)


def cumulative_sums(
    scores: Sequence[float], *, slack: float = SLACK
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The cumulative sums upward and downward (CUSUM), in standard errors.

    Answers: "is there a small shift that stays?" Each sum takes what a period lies beyond `slack`
    and never goes below 0 (Page 1954). It is the log-likelihood ratio of a shift of 2 * slack.

    References
    ----------
    Page ES (1954). Continuous inspection schemes. Biometrika 41:100-115.
    """
    ups, downs = [0.0], [0.0]
    for score in scores:
        ups.append(max(0.0, ups[-1] + score - slack))
        downs.append(max(0.0, downs[-1] - score - slack))
    return tuple(ups[1:]), tuple(downs[1:])


def first_beyond(scores: Sequence[float], *, limit: float, slack: float = SLACK) -> int | None:
    """The first place where a cumulative sum passes its limit; None: nowhere."""
    pairs = zip(*cumulative_sums(scores, slack=slack), strict=True)
    return next((place for place, pair in enumerate(pairs) if max(pair) > limit), None)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a point, and a cumulative sum, may go before it is no longer chance."""

    point: float
    sum: float


@lru_cache(maxsize=64)
def limits_for(baseline: int, watched: int, runs: int = 1) -> Limits:
    """Limits that a whole run without any change passes once in forty times, each.

    With more `runs` (groups) watched at once, as many times less often.

    Three standard errors (and a sum of 4 or 5) suit a long baseline and a chart without an end.
    With eight periods before the measure the middle and the spread are themselves uncertain, and
    twenty periods after it give twenty chances of a false alarm. So we draw 20,000 runs of this
    length without a change, from a stored seed, and take what one in forty of them passes. It
    does not matter how large the spread is, for it is taken from the same run. Where the spread
    is held to be at least that of chance, there are fewer false alarms still.
    """
    import numpy as np

    draws = np.random.default_rng(_SEED).standard_normal((_DRAWS, baseline + watched))
    before, after = draws[:, :baseline], draws[:, baseline:]
    spread = np.abs(np.diff(before, axis=1)).mean(axis=1) / NEIGHBOURS
    scores = (after - before.mean(axis=1, keepdims=True)) / spread[:, None]
    up = down = highest = np.zeros(_DRAWS)
    for column in scores.T:
        up, down = np.maximum(0, up + column - SLACK), np.maximum(0, down - column - SLACK)
        highest = np.maximum(highest, np.maximum(up, down))
    ends = [np.abs(scores).max(axis=1), highest]
    point, total = (float(np.quantile(each, 1 - FALSE_ALARMS / runs)) for each in ends)
    return Limits(point, total)
