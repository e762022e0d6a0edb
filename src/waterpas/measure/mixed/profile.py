"""Profile-likelihood intervals of a random-intercept model, and the test on no spread at all."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, pi, sin, sqrt
from typing import TYPE_CHECKING

from waterpas.measure.mixed.ends import ends
from waterpas.measure.mixed.fit import Fit, Profiled, profiled
from waterpas.measure.normal import critical_value, quantile, two_sided_p
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

    # From beta and the standard deviation to a value, and how it moves with beta.
    Function = Callable[[Numbers, float], tuple[float, Numbers]]

ACROSS = 9
CLOSE = 1e-4  # steps in beta: right to the sixth decimal


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

    def best_at(sd: float, start: Profiled) -> Profiled | None:
        return profiled(fit.counts, sd, points=fit.points, start=start, close=CLOSE)

    found = ends(fit.best, floor, best_at)
    if found is None:
        return None
    low, high = found
    along = _along(fit, low, high)
    if along is None:
        return None
    return Region(Interval(low.sd, high.sd, level), along, floor)


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
