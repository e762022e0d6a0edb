"""The log likelihood of a random-intercept model by adaptive Gauss-Hermite, with its gradient.

Per group the intercept is sd times b, with b standard normal. The integral over b is taken by
`points` nodes around the most likely b, spread by the curvature there; one point is Laplace. The
gradient is that of the approximation itself (its nodes move along), so that one point gives the
maximum that lme4 finds.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import Counts

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

STEPS, SMALL = 60, 1e-11


@dataclass(frozen=True, slots=True, eq=False)
class Modes:
    """Per group the most likely b and its spread (one over the root of the curvature)."""

    b: "Numbers"
    width: "Numbers"


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """The log likelihood at one point, its gradient (columns, then sd), and how beta curves."""

    log: float
    slope: "Numbers"
    information: "Numbers"  # about the columns at this sd; close enough to step by
    modes: Modes


@lru_cache(maxsize=16)
def nodes(points: int) -> "tuple[Numbers, Numbers]":
    """Places and log weights for the integral of a function against nothing, around 0, width 1."""
    import numpy as np

    places, weights = np.polynomial.hermite.hermgauss(points)
    return np.sqrt(2) * places, np.log(weights) + places**2 - 0.5 * np.log(np.pi)


def value(
    counts: Counts, beta: "Numbers", sd: float, *, points: int, start: "Numbers | None" = None
) -> Value:
    """The log likelihood at (beta, sd) with its gradient; `start`: where to look for b."""
    fixed = counts.design @ beta
    modes = _modes(counts, fixed, sd, start)
    log, weights, places = _integral(counts, fixed, sd, modes, points)
    slope = _slope(counts, fixed, sd, modes, weights, places)
    return Value(log, slope, _information(counts, fixed, sd, modes), modes)


def chances(linear: "Numbers") -> "Numbers":
    """From log odds to chances, without overflow."""
    import numpy as np

    made: Numbers = 0.5 * (1 + np.tanh(0.5 * linear))
    return made


def _log_one_plus_exp(linear: "Numbers") -> "Numbers":
    import numpy as np

    made: Numbers = np.maximum(linear, 0) + np.log1p(np.exp(-np.abs(linear)))
    return made


def _modes(counts: Counts, fixed: "Numbers", sd: float, start: "Numbers | None") -> Modes:
    """Newton per group, all groups at once; the function is concave, and long steps are cut."""
    import numpy as np

    b = np.zeros(counts.groups) if start is None else start.copy()
    for _ in range(STEPS):
        p = chances(fixed + sd * b[counts.place])
        pull = sd * counts.per_group(counts.cases - counts.totals * p) - b
        curve = 1 + sd**2 * counts.per_group(counts.totals * p * (1 - p))
        step = np.clip(pull / curve, -1.5, 1.5)
        b = b + step
        if np.abs(step).max() < SMALL:
            break
    p = chances(fixed + sd * b[counts.place])
    curve = 1 + sd**2 * counts.per_group(counts.totals * p * (1 - p))
    return Modes(b, 1 / np.sqrt(curve))


def _integral(
    counts: Counts, fixed: "Numbers", sd: float, modes: Modes, points: int
) -> "tuple[float, Numbers, Numbers]":
    """The log likelihood; and per group the weight and the place of each node."""
    import numpy as np

    at, log_weights = nodes(points)
    places = modes.b[:, None] + modes.width[:, None] * at
    linear = fixed[:, None] + sd * places[counts.place]
    logs = counts.cases[:, None] * linear - counts.totals[:, None] * _log_one_plus_exp(linear)
    joint = counts.per_group(logs) - 0.5 * places**2 + log_weights
    top = joint.max(axis=1, keepdims=True)
    parts = np.exp(joint - top)
    sums = parts.sum(axis=1, keepdims=True)
    log = float((np.log(sums) + top).sum() + np.log(modes.width).sum()) + counts.constant
    return log, parts / sums, places


def _slope(
    counts: Counts,
    fixed: "Numbers",
    sd: float,
    modes: Modes,
    weights: "Numbers",
    places: "Numbers",
) -> "Numbers":
    """The exact gradient of `_integral`: directly, and by the nodes that move along."""
    import numpy as np

    place, width = counts.place, modes.width
    rest = counts.cases[:, None] - counts.totals[:, None] * chances(
        fixed[:, None] + sd * places[place]
    )
    by_cell = (rest * weights[place]).sum(axis=1)
    by_sd = (rest * places[place] * weights[place]).sum()
    pull = (sd * counts.per_group(rest) - places) * weights
    at = (places - modes.b[:, None]) / width[:, None]
    move, grow = pull.sum(axis=1), (pull * at).sum(axis=1) + 1 / width
    d_mode, d_width = _moving(counts, fixed, sd, modes)
    direct = np.append(counts.design.T @ by_cell, by_sd)
    made: Numbers = direct + move @ d_mode + grow @ d_width
    return made


def _moving(counts: Counts, fixed: "Numbers", sd: float, modes: Modes) -> "tuple[Numbers, Numbers]":
    """Per group and parameter: how the mode and the width move with the parameter."""
    import numpy as np

    b, x = modes.b[counts.place], counts.design
    p = chances(fixed + sd * b)
    bend = counts.totals * p * (1 - p)
    twist = bend * (1 - 2 * p)
    linear = np.column_stack([x, b])  # how the linear predictor moves, with b held
    rest = counts.per_group(counts.cases - counts.totals * p)
    pull = -sd * counts.per_group(bend[:, None] * linear)
    pull[:, -1] += rest
    d_mode = pull * modes.width[:, None] ** 2
    moved = linear + sd * d_mode[counts.place]
    d_curve = sd**2 * counts.per_group(twist[:, None] * moved)
    d_curve[:, -1] += 2 * sd * counts.per_group(bend)
    return d_mode, -0.5 * modes.width[:, None] ** 3 * d_curve


def _information(counts: Counts, fixed: "Numbers", sd: float, modes: Modes) -> "Numbers":
    """How sharply beta is known at this sd: as if all b were normal around their modes."""
    p = chances(fixed + sd * modes.b[counts.place])
    bend = counts.totals * p * (1 - p)
    weighted = counts.design * bend[:, None]
    shared = counts.per_group(weighted) * (sd * modes.width)[:, None]
    made: Numbers = counts.design.T @ weighted - shared.T @ shared
    return made
