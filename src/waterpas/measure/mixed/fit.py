"""Fit a logistic model with a random intercept to counts, by maximum likelihood."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import BEYOND, Counts, NotFitted, counts_of
from waterpas.measure.mixed.likelihood import Value, value
from waterpas.measure.roots import find_root

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

POINTS = 9
MOST, CLOSE, COARSE, PRECISE = 100, 1e-8, 1e-4, 9
# Where the profile over the standard deviation is looked at first; the best stretch is searched.
LOOKED_AT = (0.0, 0.25, 0.6, 1.5, 3.0, 4.0, 8.0)
# With a larger spread than this almost everybody has the outcome in one group and almost nobody in
# another; the likelihood is then so flat that the spread cannot be told from an endless one.
MOST_SD = 3.0
LEAST_SD = 1e-3  # a smaller spread than this is none: the likelihood is flat there


@dataclass(frozen=True, slots=True, eq=False)
class Profiled:
    """The best beta at one standard deviation, and the likelihood there."""

    beta: "Numbers"
    sd: float
    at: Value

    @property
    def slope_of_sd(self) -> float:
        """How the profile rises with the standard deviation."""
        return float(self.at.slope[-1])


@dataclass(frozen=True, slots=True, eq=False)
class Mode:
    """One group's own intercept (log odds from the middle) with its standard error."""

    value: float
    se: float


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A fitted model. Coefficients, standard deviation and modes are on the log-odds scale.

    `se` of beta are those of the joint likelihood; `variance` 0: no spread beyond chance was
    found, a proper outcome. `modes`: per group as it was given. `points`: 1 is Laplace.
    `without` is the best model without any spread.
    """

    beta: tuple[float, ...]
    se: tuple[float, ...]
    variance: float
    log_likelihood: float
    modes: dict[object, Mode]
    points: int
    counts: Counts
    best: Profiled
    without: Profiled

    @property
    def sd(self) -> float:
        """The standard deviation between groups, in log odds."""
        return self.best.sd


def random_intercept(
    design: Sequence[Sequence[float]],
    cases: Sequence[float],
    totals: Sequence[float],
    groups: Sequence[object],
    *,
    points: int = POINTS,
) -> Fit | NotFitted:
    """Fit ``cases of totals ~ design + (1 | group)`` by maximum likelihood.

    Answers: "how much do groups differ beyond chance, people in the columns being alike?"
    It does not say why, and a standard deviation of 0 does not say that groups are alike.

    Parameters
    ----------
    design : cells x columns; the constant is a column of its own (usually the first, all 1)
    cases, totals : people with the outcome, and people. Unit: persons; exact
    groups : the group of each cell; a group may have several cells
    points : nodes of the adaptive Gauss-Hermite rule; 1 is Laplace

    Returns
    -------
    Fit, or NotFitted with a reason: never an error for data that hold too little.

    Notes
    -----
    Adaptive quadrature: Pinheiro and Chao (2006), Journal of Computational and Graphical
    Statistics 15:58-81. Equal to lme4 (tests/statistics/mixed).
    """
    made = counts_of(design, cases, totals, groups)
    if isinstance(made, NotFitted):
        return made
    counts, order = made
    seen = _looked_at(counts, points)
    if not seen:
        return NotFitted("separated", _without_end(counts))
    best = _refined(counts, seen, points)
    if isinstance(best, NotFitted):
        return best
    return _fit_of(counts, order, best, without=seen[0], points=points)


def profiled(
    counts: Counts,
    sd: float,
    *,
    points: int,
    start: Profiled | None = None,
    close: float = CLOSE,
) -> Profiled | None:
    """The best beta at one standard deviation; None: it runs to infinity.

    `close`: the last step is shorter than this; what is left is a fraction of that.
    """
    import numpy as np

    beta = np.zeros(counts.design.shape[1]) if start is None else start.beta
    modes = None if start is None else start.at.modes.b
    at = value(counts, beta, sd, points=points, start=modes)
    for _ in range(MOST):
        step = np.linalg.solve(at.information, at.slope[:-1])
        beta, at, moved = _stepped(counts, beta, at, step, sd, points)
        if np.abs(counts.design @ beta).max() > BEYOND:
            return None
        if not moved or np.abs(step).max() < close:
            return Profiled(beta, sd, at)
    return None


def _stepped(
    counts: Counts, beta: "Numbers", at: Value, step: "Numbers", sd: float, points: int
) -> "tuple[Numbers, Value, bool]":
    """A step that does not go down: halved until it does not."""
    share = 1.0
    while share > 1e-6:
        new = beta + share * step
        there = value(counts, new, sd, points=points, start=at.modes.b)
        if there.log >= at.log - 1e-12 * abs(at.log):
            return new, there, True
        share /= 2
    return beta, at, False


def _looked_at(counts: Counts, points: int) -> list[Profiled]:
    """The best models at a few standard deviations, until it gets clearly worse."""
    seen: list[Profiled] = []
    for sd in LOOKED_AT:
        start = seen[-1] if seen else None
        found = profiled(counts, sd, points=points, start=start, close=COARSE)
        if found is None:
            break
        seen.append(found)
        if len(seen) > 1 and found.at.log < seen[-2].at.log - 1:
            break
    return seen


def _refined(counts: Counts, seen: list[Profiled], points: int) -> Profiled | NotFitted:
    """Where the profile is flat, on the stretch around the best standard deviation seen."""
    top = max(range(len(seen)), key=lambda at: seen[at].at.log)
    if seen[top].sd > MOST_SD:
        return NotFitted("endless-spread")
    best = profiled(counts, seen[top].sd, points=points, start=seen[top])
    if best is None:
        return NotFitted("not-converged")
    # By its exact slope: near the top a coarse one has the wrong sign.
    low, high = _stretch([*seen[:top], best, *seen[top + 1 :]], top)
    last = [best]

    def falling(sd: float) -> float:
        found = profiled(counts, sd, points=points, start=last[0], close=1e-6)
        last[0] = found or last[0]
        return -found.slope_of_sd if found else 1.0

    if falling(low) >= 0:
        return best
    if high is None:
        return NotFitted("endless-spread")
    sd = find_root(falling, inside=low, outside=high, most=PRECISE)
    if sd > MOST_SD:
        return NotFitted("endless-spread")
    return profiled(counts, sd, points=points, start=last[0]) or NotFitted("not-converged")


def _stretch(seen: list[Profiled], top: int) -> tuple[float, float | None]:
    """Between which standard deviations the maximum lies, by the slope at the best one seen."""
    after = seen[top + 1].sd if top + 1 < len(seen) else None
    if top == 0:
        return LEAST_SD, after
    if seen[top].slope_of_sd > 0:
        return seen[top].sd, after
    return max(LEAST_SD, seen[top - 1].sd), seen[top].sd


def _without_end(counts: Counts) -> tuple[int, ...]:
    """The columns of which a coefficient runs away: all cells in it are alike."""
    found = []
    for column in range(counts.design.shape[1]):
        inside = counts.design[:, column] != 0
        cases, totals = counts.cases[inside].sum(), counts.totals[inside].sum()
        if cases in {0, totals}:
            found.append(column)
    return tuple(found)


def _fit_of(
    counts: Counts,
    order: tuple[object, ...],
    best: Profiled,
    *,
    without: Profiled,
    points: int,
) -> Fit | NotFitted:
    import numpy as np

    sd, modes = best.sd, best.at.modes
    covariance = np.linalg.inv(_curvature(counts, best, points))
    if np.diag(covariance).min() <= 0:
        return NotFitted("not-converged")
    se = np.sqrt(np.diag(covariance))[: len(best.beta)]
    each = zip(order, sd * modes.b, sd * modes.width, strict=True)
    return Fit(
        beta=tuple(map(float, best.beta)),
        se=tuple(map(float, se)),
        variance=sd**2,
        log_likelihood=best.at.log,
        modes={name: Mode(float(at), float(width)) for name, at, width in each},
        points=points,
        counts=counts,
        best=best,
        without=without,
    )


def _curvature(counts: Counts, best: Profiled, points: int) -> "Numbers":
    """Minus the second derivatives at the maximum, from differences of the exact gradient."""
    import numpy as np

    here = np.append(best.beta, best.sd)
    size = len(here) if best.sd else len(here) - 1
    made = np.empty((size, size))
    for k in range(size):
        step = np.zeros(len(here))
        step[k] = 1e-5 * max(1.0, abs(here[k]))
        sides = [_slope_at(counts, here + sign * step, points, best) for sign in (1, -1)]
        made[k] = -(sides[0] - sides[1])[:size] / (2 * step[k])
    return 0.5 * (made + made.T)


def _slope_at(counts: Counts, here: "Numbers", points: int, best: Profiled) -> "Numbers":
    start = best.at.modes.b
    return value(counts, here[:-1], float(here[-1]), points=points, start=start).slope
