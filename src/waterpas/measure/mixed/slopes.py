"""Fit a logistic model in which deciders differ, and in which the groups differ per decider."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, exp, pi, sin, sqrt
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import BEYOND, NotFitted, counts_of
from waterpas.measure.mixed.ends import ends
from waterpas.measure.mixed.fit import MOST_SD
from waterpas.measure.mixed.slopes_likelihood import Sloped, Slopes, sloped
from waterpas.measure.normal import critical_value, two_sided_p
from waterpas.results import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from waterpas.measure.mixed.data import Numbers

    # From free parameters to all of them with the two parts of the chain rule.
    Form = Callable[[Numbers], "Whole"]

POINTS = 5  # in each of two directions: more changes no spread by as much as 0.0002
GROUP = 1  # the column of the design with the group
MOST, GAIN, LEAST = 60, 1e-8, 1e-6  # steps, what the last one still gains, the flattest curvature
NOTHING = 1e-6  # a likelihood that is higher by less than this says nothing of a spread
LONGEST = 0.7  # of a step in the spreads; log odds
STARTS = tuple((sd, turn) for sd in (0.3, 0.9) for turn in (pi / 3, pi / 2, 2 * pi / 3))


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """All parameters at a point, how they move with the free ones, and what bends of itself."""

    parameters: "Numbers"
    moves: "Numbers"
    bends: "Callable[[Numbers], Numbers] | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """The best model with one standard deviation of the difference (or with any).

    `first` is the standard deviation in the reference group, `turn` the angle of which the cosine
    is the correlation of a decider's intercept there with a decider's difference.
    """

    beta: "Numbers"
    first: float
    sd: float
    turn: float
    at: Sloped


@dataclass(frozen=True, slots=True, eq=False)
class SlopeFit:
    """A fitted model; `without` is the best one in which the difference is alike everywhere."""

    data: Slopes
    best: Best
    without: Best
    points: int

    @property
    def sd(self) -> float:
        """The standard deviation of the difference between deciders, in log odds."""
        return self.best.sd


def random_slope(
    design: Sequence[Sequence[float]],
    cases: Sequence[float],
    totals: Sequence[float],
    groups: Sequence[object],
    *,
    points: int = POINTS,
) -> SlopeFit | NotFitted:
    """Fit ``cases of totals ~ design + (1 + group | decider)`` by maximum likelihood.

    Answers: "how much does the difference between two groups differ from decider to decider,
    beyond chance?" It does not say whether the groups differ on average, nor why, nor who.

    Parameters
    ----------
    design : cells x columns: the constant first, then the group (0 or 1), then what was known
    cases, totals : people with the outcome, and people. Unit: persons; exact
    groups : the decider of each cell
    points : nodes in each of two directions; 1 is Laplace

    Returns
    -------
    SlopeFit, or NotFitted with a reason: never an error for data that hold too little.

    Notes
    -----
    Intercept and difference may be correlated, as in ``(1 + group | decider)`` of lme4: then it
    does not matter which of the two groups is called the reference. Adaptive Gauss-Hermite
    quadrature (Pinheiro and Chao 2006) with Newton steps.
    """
    made = counts_of(design, cases, totals, groups)
    if isinstance(made, NotFitted):
        return made
    counts, _order = made
    data = Slopes(counts)
    without = best_at(data, 0.0, points=points)
    if without is None:
        return NotFitted("separated")
    best = _best(data, without, points)
    if best is None or best.sd > MOST_SD:
        return NotFitted("endless-spread")
    return SlopeFit(data, best, without, points)


def slope_test(fit: SlopeFit) -> float:
    """How surprising the spread of the difference is if it is alike everywhere: a p-value.

    The likelihood ratio against a model in which only the intercept differs. With the standard
    deviation the correlation goes as well: half chi-squared with one degree of freedom, half with
    two (Self and Liang 1987, case 6; Stram and Lee 1994).
    """
    ratio = max(2 * (fit.best.at.log - fit.without.at.log), 0.0)
    return 0.5 * two_sided_p(sqrt(ratio)) + 0.5 * exp(-ratio / 2)


@dataclass(frozen=True, slots=True, eq=False)
class SlopeEnds:
    """The profile-likelihood interval of the standard deviation, with the models at its ends."""

    interval: Interval
    low: Best
    high: Best


def slope_ends(fit: SlopeFit, *, level: float) -> SlopeEnds | None:
    """The interval at this level; None: the spread has no upper end that can be found.

    It begins at 0 where the test does not contradict that the difference is alike everywhere. At 0
    the correlation goes as well, so that the floor alone would leave out a true 0 too often.
    """
    floor = fit.best.at.log - critical_value(level) ** 2 / 2
    data, points = fit.data, fit.points
    found = ends(fit.best, floor, lambda sd, start: best_at(data, sd, points=points, start=start))
    if found is None:
        return None
    low, high = found
    if slope_test(fit) > 1 - level:
        low = fit.without
    return SlopeEnds(Interval(low.sd, high.sd, level), low, high)


def best_at(data: Slopes, sd: float, *, points: int, start: Best | None = None) -> Best | None:
    """The best model with this standard deviation of the difference; None: it runs to infinity."""
    import numpy as np

    beta = np.zeros(data.columns) if start is None else start.beta
    first, turn = (0.3, pi / 2) if start is None else (start.first or 0.1, start.turn)
    free = np.array([*beta, first, turn]) if sd else np.array([*beta, first])
    return _climbed(data, free, _on_circle(sd) if sd else _alike, points)


def _best(data: Slopes, without: Best, points: int) -> Best | None:
    """The best model of all, from the most likely of a few places."""
    import numpy as np

    first = max(abs(without.first), 0.1)
    places = [
        np.array([*without.beta, first, sd * cos(turn), sd * sin(turn)]) for sd, turn in STARTS
    ]
    logs = [sloped(data, place, points=1, start=without.at.modes).log for place in places]
    found = _climbed(data, places[int(np.argmax(logs))], _free, points)
    if found is not None and found.at.log < without.at.log + NOTHING:
        return without
    return found


def _climbed(data: Slopes, free: "Numbers", form: "Form", points: int) -> Best | None:
    """Newton steps that go up: where the likelihood is not concave, away from the saddle."""
    import numpy as np

    whole = form(free)
    at = sloped(data, whole.parameters, points=points)
    for _ in range(MOST):
        slope, step = _step(whole, at, data.columns)
        if np.abs(data.counts.design @ whole.parameters[: data.columns]).max() > BEYOND:
            return None
        if float(slope @ step) < GAIN:
            break
        before = at.log
        free, whole, at = _up(data, free, step, form, at, whole, points)
        if at.log - before < GAIN:
            break
    return _as_best(whole.parameters, at)


def _step(whole: Whole, at: Sloped, columns: int) -> "tuple[Numbers, Numbers]":
    import numpy as np

    slope = whole.moves.T @ at.slope
    curve = whole.moves.T @ at.curve @ whole.moves
    if whole.bends is not None:
        curve = curve + whole.bends(at.slope)
    sizes, ways = np.linalg.eigh(-curve)
    step = ways @ ((ways.T @ slope) / np.maximum(np.abs(sizes), LEAST * np.abs(sizes).max()))
    longest = np.abs(step[columns:]).max()
    return slope, step * min(1.0, LONGEST / longest) if longest else step


def _up(
    data: Slopes,
    free: "Numbers",
    step: "Numbers",
    form: "Form",
    at: Sloped,
    whole: Whole,
    points: int,
) -> "tuple[Numbers, Whole, Sloped]":
    """A step that does not go down: halved until it does not."""
    share = 1.0
    while share > 1e-4:
        there = form(free + share * step)
        new = sloped(data, there.parameters, points=points, start=at.modes)
        if new.log >= at.log - 1e-9:
            return free + share * step, there, new
        share /= 2
    return free, whole, at


def _free(free: "Numbers") -> Whole:
    import numpy as np

    return Whole(free, np.eye(len(free)))


def _alike(free: "Numbers") -> Whole:
    """No difference of its own anywhere: the last two spreads are 0."""
    import numpy as np

    return Whole(np.append(free, [0.0, 0.0]), np.eye(len(free) + 2, len(free)))


def _on_circle(sd: float) -> "Form":
    """l21 and l22 on a circle around 0: the last free parameter is the angle."""

    def whole(free: "Numbers") -> Whole:
        import numpy as np

        l21, l22 = sd * cos(free[-1]), sd * sin(free[-1])
        moves = np.eye(len(free) + 1, len(free))
        moves[-2:, -1] = -l22, l21

        def bends(slope: "Numbers") -> "Numbers":
            made = np.zeros((len(free), len(free)))
            made[-1, -1] = -(slope[-2] * l21 + slope[-1] * l22)
            return made

        return Whole(np.append(free[:-1], [l21, l22]), moves, bends)

    return whole


def _as_best(parameters: "Numbers", at: Sloped) -> Best:
    """With a standard deviation in the reference group that is not negative."""
    from math import atan2, hypot

    first, l21, l22 = map(float, parameters[-3:])
    sign = -1.0 if first < 0 else 1.0
    sd = hypot(l21, l22)
    turn = atan2(abs(l22), sign * l21) if sd else pi / 2
    return Best(parameters[:-3], abs(first), sd, turn, at)
