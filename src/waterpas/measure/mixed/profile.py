"""Profile-likelihood intervals of a random-intercept model, and the test on no spread at all."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, pi, sin, sqrt
from typing import TYPE_CHECKING

from waterpas.measure.mixed.fit import Fit, Profiled, profiled
from waterpas.measure.normal import critical_value, quantile, two_sided_p
from waterpas.measure.roots import find_root
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

    # From beta and the standard deviation to a value, and how it moves with beta.
    Function = Callable[[Numbers, float], tuple[float, Numbers]]

WIDEST = 8.0  # standard deviations are not looked for beyond this: chances are 0 or 1 there
ACROSS = 9
PRECISE, CLOSE = 5, 1e-4  # evaluations per end, and steps in beta: right to the sixth decimal


def spread_test(fit: Fit) -> float:
    """How surprising the spread is if groups differ by chance only: a p-value.

    The likelihood ratio against a spread of 0. As a spread cannot be negative, it is half a point
    mass at 0 and half chi-squared with one degree (Self and Liang 1987, case 5).
    """
    if fit.sd == 0:
        return 1.0
    ratio = 2 * (fit.log_likelihood - fit.without.at.log)
    return 0.5 * two_sided_p(sqrt(max(ratio, 0.0)))


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The models that the data do not contradict, along the standard deviation.

    `ends` are of the standard deviation; `along` the best model at places between, its ends
    included; `floor` the log likelihood that a model in the region has at least.
    """

    ends: Interval
    along: tuple[Profiled, ...]
    floor: float

    def interval_of(self, function: "Function") -> Interval:
        """The lowest and the highest value of a function of the model in the region.

        At each standard deviation beta may move as far as the likelihood allows, which is taken
        to be a parabola in beta there.
        """
        lows = [self._reach(function, model, -1) for model in self.along]
        highs = [self._reach(function, model, 1) for model in self.along]
        return Interval(-_top([-low for low in lows]), _top(highs), self.ends.level)

    def _reach(self, function: "Function", model: Profiled, sign: int) -> float:
        import numpy as np

        slope = function(model.beta, model.sd)[1]
        way = np.linalg.solve(model.at.information, slope)
        size = float(slope @ way)
        if size <= 0:
            return function(model.beta, model.sd)[0]
        left = sqrt(max(2 * (model.at.log - self.floor), 0.0) / size)
        return function(model.beta + sign * left * way, model.sd)[0]


def region(fit: Fit, *, level: float) -> Region | None:
    """The region of models at this level; None: the spread has no upper end that can be found.

    Its ends are the profile-likelihood interval of the standard deviation (Venzon and Moolgavkar
    1988). A lower end of 0: no spread at all is not contradicted.
    """
    floor = fit.log_likelihood - critical_value(level) ** 2 / 2
    low = _end(fit, floor, towards=0.0)
    high = _end(fit, floor, towards=_outside(fit, floor))
    if low is None or high is None:
        return None
    along = _along(fit, low, high)
    if along is None:
        return None
    return Region(Interval(low.sd, high.sd, level), along, floor)


def _end(fit: Fit, floor: float, *, towards: float | None) -> Profiled | None:
    """Where the profile falls through the floor, from the best model towards another sd."""
    if towards is None:
        return None
    last, far = fit.best, sqrt(2 * (fit.log_likelihood - floor))

    def below(sd: float) -> float:
        # The root of how far the likelihood falls is nearly straight, and so quickly solved.
        nonlocal last
        if sd == fit.sd:
            return -far
        found = profiled(fit.counts, sd, points=fit.points, start=last, close=CLOSE)
        last = found or last
        fall = fit.log_likelihood - found.at.log if found else inf
        return sqrt(max(2 * fall, 0.0)) - far

    at = find_root(below, inside=fit.sd, outside=towards, most=PRECISE)
    return profiled(fit.counts, at, points=fit.points, start=last, close=CLOSE)


def _outside(fit: Fit, floor: float) -> float | None:
    """A standard deviation above the best one that lies below the floor."""
    step, last = max(fit.sd, 0.1), fit.best
    while last.sd + step <= WIDEST:
        found = profiled(fit.counts, last.sd + step, points=fit.points, start=last, close=CLOSE)
        if found is None:
            return None
        if found.at.log < floor:
            return found.sd
        last, step = found, 1.5 * step
    return None


def _along(fit: Fit, low: Profiled, high: Profiled) -> tuple[Profiled, ...] | None:
    """The best models between the ends: closer together at the ends, as on an ellipse."""
    middle, half = (low.sd + high.sd) / 2, (high.sd - low.sd) / 2
    made = [low]
    for k in range(1, ACROSS - 1):
        sd = middle + half * sin(pi * (k / (ACROSS - 1) - 0.5))
        found = profiled(fit.counts, sd, points=fit.points, start=made[-1], close=CLOSE)
        if found is None:
            return None
        made.append(found)
    return (*made, high)


def _top(values: list[float]) -> float:
    """The highest of values on a smooth curve: of the parabola through the best three."""
    at = max(range(len(values)), key=values.__getitem__)
    if at in {0, len(values) - 1}:
        return values[at]
    before, here, after = values[at - 1 : at + 2]
    bend = before - 2 * here + after
    return here - (after - before) ** 2 / (8 * bend) if bend < 0 else here


def share_between(sd: float) -> float:
    """The intraclass correlation: the part of all spread that lies between groups (0 to 1).

    On the log-odds scale: variance over variance plus pi squared over 3.
    """
    return sd * sd / (sd * sd + pi * pi / 3)


def median_odds_ratio(sd: float) -> float:
    """How many times higher the odds are with the higher of two random groups, in the middle.

    exp(sqrt(2) sd z) with z the 75th percentile of the normal distribution (Larsen and Merlo 2005).
    """
    return exp(sqrt(2) * sd * quantile(0.75))
