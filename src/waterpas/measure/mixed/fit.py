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
MOST, CLOSE = 100, 1e-9
# Where the profile over the standard deviation is looked at first; the best stretch is searched.
LOOKED_AT = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
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
    """

    beta: tuple[float, ...]
    se: tuple[float, ...]
    variance: float
    log_likelihood: float
    modes: dict[object, Mode]
    points: int
    counts: Counts
    best: Profiled

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
    best = most_likely(counts, points=points)
    return best if isinstance(best, NotFitted) else _fit_of(counts, order, best, points)


def profiled(
    counts: Counts, sd: float, *, points: int, start: Profiled | None = None
) -> Profiled | None:
    """The best beta at one standard deviation; None: it runs to infinity."""
    import numpy as np

    beta = np.zeros(counts.design.shape[1]) if start is None else start.beta
    modes = None if start is None else start.at.modes.b
    at = value(counts, beta, sd, points=points, start=modes)
    for _ in range(MOST):
        step = np.linalg.solve(at.information, at.slope[:-1])
        beta, at, moved = _stepped(counts, beta, at, step, sd, points)
        if np.abs(counts.design @ beta).max() > BEYOND:
            return None
        if not moved or np.abs(step).max() < CLOSE:
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


def most_likely(counts: Counts, *, points: int) -> Profiled | NotFitted:
    """The maximum over beta and the standard deviation: looked for coarsely, then exactly."""
    seen: list[Profiled] = []
    for sd in LOOKED_AT:
        found = profiled(counts, sd, points=points, start=seen[-1] if seen else None)
        if found is None:
            break
        seen.append(found)
        if len(seen) > 1 and found.at.log < seen[-2].at.log - 1:
            break
    if not seen:
        return NotFitted("separated", _without_end(counts))
    top = max(range(len(seen)), key=lambda at: seen[at].at.log)
    return _refined(counts, seen, top, points)


def _refined(counts: Counts, seen: list[Profiled], top: int, points: int) -> Profiled | NotFitted:
    """Where the profile is flat, on the stretch around the best standard deviation seen."""
    if top == len(seen) - 1 and seen[top].slope_of_sd > 0:
        return NotFitted("endless-spread")
    low = max(LEAST_SD, seen[top - 1].sd if top else 0.0)
    high = seen[min(top + 1, len(seen) - 1)].sd
    last = [seen[top]]

    def falling(sd: float) -> float:
        found = profiled(counts, sd, points=points, start=last[0])
        last[0] = found or last[0]
        return -found.slope_of_sd if found else 1.0

    if falling(low) >= 0:
        return seen[0] if top == 0 or seen[0].at.log >= last[0].at.log else last[0]
    best = profiled(
        counts, find_root(falling, inside=low, outside=high), points=points, start=last[0]
    )
    return best or NotFitted("not-converged")


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
    counts: Counts, order: tuple[object, ...], best: Profiled, points: int
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
