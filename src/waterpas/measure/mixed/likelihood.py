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

# Newton doubles its digits with each step: after one this small nothing is left to gain.
STEPS, SMALL = 60, 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Modes:
    """Per group the most likely b, and its spread (one over the root of the curvature there).

    Per cell, at that b: the chance, and how it bends (people times p times 1 - p).
    """

    b: "Numbers"
    width: "Numbers"
    chance: "Numbers"
    bend: "Numbers"


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """Per group the places and weights of the nodes; per cell and node the chance there."""

    places: "Numbers"
    weights: "Numbers"
    chance: "Numbers"
    log: float


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
    at = _integral(counts, fixed, sd, modes, points)
    slope = _slope(counts, sd, modes, at)
    return Value(at.log, slope, _information(counts, sd, modes), modes)


def chances(linear: "Numbers") -> "Numbers":
    """From log odds to chances, without overflow."""
    import numpy as np

    made: Numbers = 0.5 * (1 + np.tanh(0.5 * linear))
    return made


def _modes(counts: Counts, fixed: "Numbers", sd: float, start: "Numbers | None") -> Modes:
    """Newton per group, all groups at once; the function is concave, and long steps are cut."""
    import numpy as np

    b, last = (np.zeros(counts.groups) if start is None else start), np.inf
    for _ in range(STEPS):
        p = chances(fixed + sd * b[counts.place])
        bend = counts.totals * p * (1 - p)
        curve = 1 + sd**2 * counts.per_group(bend)
        if last < SMALL:
            break
        pull = sd * counts.per_group(counts.cases - counts.totals * p) - b
        step = np.clip(pull / curve, -1.5, 1.5)
        b, last = b + step, np.abs(step).max()
    return Modes(b, 1 / np.sqrt(curve), p, bend)


def _integral(counts: Counts, fixed: "Numbers", sd: float, modes: Modes, points: int) -> Nodes:
    """The log likelihood, and per group the weight and the place of each node."""
    import numpy as np

    at, log_weights = nodes(points)
    places = modes.b[:, None] + modes.width[:, None] * at
    linear = fixed[:, None] + sd * places[counts.place]
    small = np.exp(-np.abs(linear))  # never overflows
    chance = np.where(linear > 0, 1.0, small) / (1 + small)
    logs = counts.cases[:, None] * linear
    logs -= counts.totals[:, None] * (np.maximum(linear, 0) + np.log1p(small))
    joint = counts.per_group(logs) - 0.5 * places**2 + log_weights
    top = joint.max(axis=1, keepdims=True)
    parts = np.exp(joint - top)
    sums = parts.sum(axis=1, keepdims=True)
    log = float((np.log(sums) + top).sum() + np.log(modes.width).sum()) + counts.constant
    return Nodes(places, parts / sums, chance, log)


def _slope(counts: Counts, sd: float, modes: Modes, at: Nodes) -> "Numbers":
    """The exact gradient of `_integral`: directly, and by the nodes that move along."""
    import numpy as np

    rest = counts.cases[:, None] - counts.totals[:, None] * at.chance
    by_cell = (rest * at.weights[counts.place]).sum(axis=1)
    per_group = counts.per_group(rest)
    weighted = per_group * at.weights
    by_sd = (weighted * at.places).sum()
    pull = sd * weighted - at.places * at.weights
    away = (at.places - modes.b[:, None]) / modes.width[:, None]
    move, grow = pull.sum(axis=1), (pull * away).sum(axis=1) + 1 / modes.width
    d_mode, d_width = _moving(counts, sd, modes)
    direct = np.append(counts.design.T @ by_cell, by_sd)
    made: Numbers = direct + move @ d_mode + grow @ d_width
    return made


def _moving(counts: Counts, sd: float, modes: Modes) -> "tuple[Numbers, Numbers]":
    """Per group and parameter: how the mode and the width move with the parameter."""
    import numpy as np

    p, bend = modes.chance, modes.bend
    linear = np.column_stack([counts.design, modes.b[counts.place]])  # moves so, with b held
    rest = counts.per_group(counts.cases - counts.totals * p)
    pull = -sd * counts.per_group(bend[:, None] * linear)
    pull[:, -1] += rest
    d_mode = pull * modes.width[:, None] ** 2
    moved = linear + sd * d_mode[counts.place]
    d_curve = sd**2 * counts.per_group((bend * (1 - 2 * p))[:, None] * moved)
    d_curve[:, -1] += 2 * sd * counts.per_group(bend)
    return d_mode, -0.5 * modes.width[:, None] ** 3 * d_curve


def _information(counts: Counts, sd: float, modes: Modes) -> "Numbers":
    """How sharply beta is known at this sd: as if all b were normal around their modes."""
    weighted = counts.design * modes.bend[:, None]
    shared = counts.per_group(weighted) * (sd * modes.width)[:, None]
    made: Numbers = counts.design.T @ weighted - shared.T @ shared
    return made
