"""The log likelihood of a model with an intercept and a difference of its own per decider.

Per decider two standard normal numbers z; in the reference group the intercept is l11 z1, and in
the other group l21 z1 + l22 z2 is added. With z held the linear predictor is linear in all
parameters together (beta, l11, l21, l22), so that the gradient and the curvature of the log
likelihood are expectations over z, given the data: the identities of Fisher and of Louis. All are
taken by the product of two adaptive Gauss-Hermite rules around the most likely z; with one point
it is Laplace.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from waterpas.measure.mixed.data import Counts
from waterpas.measure.mixed.likelihood import SMALL, STEPS, chances, nodes

if TYPE_CHECKING:
    from waterpas.measure.mixed.data import Numbers

SPREADS = 3  # l11, l21, l22
KNOWN = 2  # the first columns of the design: the constant, and the group
LONGEST = 1.5  # of a step towards the most likely z


@dataclass(frozen=True, slots=True, eq=False)
class Slopes:
    """Counts of which the design begins with the constant and the group (1) or reference (0)."""

    counts: Counts

    @property
    def inside(self) -> "Numbers":
        """Per cell whether its people are in the group (1) or in the reference (0)."""
        column: Numbers = self.counts.design[:, KNOWN - 1]
        return column

    @property
    def columns(self) -> int:
        """How many columns the design has."""
        return int(self.counts.design.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """Per decider the most likely z, and the half of a square that the nodes are spread by."""

    modes: "Numbers"  # deciders x 2
    spread: "Numbers"  # deciders x (c11, c21, c22)


@dataclass(frozen=True, slots=True, eq=False)
class Sloped:
    """The log likelihood at one point, its gradient (columns, then spreads) and its curvature."""

    log: float
    slope: "Numbers"
    curve: "Numbers"
    modes: "Numbers"


@dataclass(frozen=True, slots=True, eq=False)
class _Nodes:
    """Per decider and node the place and the weight; per cell and node what is left, and bends."""

    places: "Numbers"  # deciders x nodes x 2
    weights: "Numbers"  # deciders x nodes
    rest: "Numbers"  # cells x nodes
    bend: "Numbers"  # cells x nodes


def sloped(
    data: Slopes, parameters: "Numbers", *, points: int, start: "Numbers | None" = None
) -> Sloped:
    """The log likelihood at (beta, l11, l21, l22); `start`: where to look for the modes."""
    fixed = data.counts.design @ parameters[:-SPREADS]
    loads = _loads(data, parameters[-SPREADS:])
    around = _around(data.counts, fixed, loads, start)
    log, at = _integral(data.counts, fixed, loads, around, points)
    slope, curve = _derivatives(data, at)
    return Sloped(log, slope, curve, around.modes)


def _loads(data: Slopes, spreads: "Numbers") -> "Numbers":
    """Per cell how much of z1 and of z2 is in its linear predictor."""
    import numpy as np

    l11, l21, l22 = spreads
    made: Numbers = np.column_stack([l11 + l21 * data.inside, l22 * data.inside])
    return made


def _around(counts: Counts, fixed: "Numbers", loads: "Numbers", start: "Numbers | None") -> Around:
    """Newton per decider, all at once; the function is concave, and long steps are cut."""
    import numpy as np

    z, last = (np.zeros((counts.groups, 2)) if start is None else start), np.inf
    squares = np.column_stack([loads[:, 0] ** 2, loads[:, 0] * loads[:, 1], loads[:, 1] ** 2])
    for _ in range(STEPS):
        p = chances(fixed + (loads * z[counts.place]).sum(axis=1))
        bend = counts.totals * p * (1 - p)
        a, b, c = (np.array([1.0, 0.0, 1.0]) + counts.per_group(bend[:, None] * squares)).T
        if last < SMALL:
            break
        pull = counts.per_group((counts.cases - counts.totals * p)[:, None] * loads) - z
        wide = a * c - b * b
        step = np.column_stack(
            [(c * pull[:, 0] - b * pull[:, 1]) / wide, (a * pull[:, 1] - b * pull[:, 0]) / wide]
        )
        step = np.clip(step, -LONGEST, LONGEST)
        z, last = z + step, np.abs(step).max()
    wide = a * c - b * b
    return Around(z, np.column_stack([np.sqrt(c / wide), -b / np.sqrt(c * wide), 1 / np.sqrt(c)]))


def _integral(
    counts: Counts, fixed: "Numbers", loads: "Numbers", around: Around, points: int
) -> "tuple[float, _Nodes]":
    import numpy as np

    first, second, log_weights = _pairs(points)
    c11, c21, c22 = around.spread.T[:, :, None]
    places = np.stack(
        [
            around.modes[:, :1] + c11 * first,
            around.modes[:, 1:] + c21 * first + c22 * second,
        ],
        axis=2,
    )
    first, second = (places[:, :, k][counts.place] for k in (0, 1))
    linear = fixed[:, None] + loads[:, :1] * first + loads[:, 1:] * second
    small = np.exp(-np.abs(linear))  # never overflows
    chance = np.where(linear > 0, 1.0, small) / (1 + small)
    logs = counts.cases[:, None] * linear
    logs -= counts.totals[:, None] * (np.maximum(linear, 0) + np.log1p(small))
    joint = counts.per_group(logs) - 0.5 * (places**2).sum(axis=2) + log_weights
    top = joint.max(axis=1, keepdims=True)
    parts = np.exp(joint - top)
    sums = parts.sum(axis=1, keepdims=True)
    wide = np.log(around.spread[:, 0] * around.spread[:, 2]).sum()
    log = float((np.log(sums) + top).sum() + wide) + counts.constant
    bend = counts.totals[:, None] * chance * (1 - chance)
    rest = counts.cases[:, None] - counts.totals[:, None] * chance
    return log, _Nodes(places, parts / sums, rest, bend)


def _pairs(points: int) -> "tuple[Numbers, Numbers, Numbers]":
    """Places and log weights of the product of two rules."""
    import numpy as np

    places, log_weights = nodes(points)
    first, second = (each.ravel() for each in np.meshgrid(places, places, indexing="ij"))
    return first, second, (log_weights[:, None] + log_weights).ravel()


def _derivatives(data: Slopes, at: _Nodes) -> "tuple[Numbers, Numbers]":
    """The expected score; and the expected curvature plus how the score varies over z."""
    import numpy as np

    counts = data.counts
    all_, part = counts.per_group(at.rest), counts.per_group(at.rest * data.inside[:, None])
    z1, z2 = at.places[:, :, 0], at.places[:, :, 1]
    others = [counts.per_group(at.rest * each[:, None]) for each in counts.design.T[KNOWN:]]
    score = np.stack([all_, part, *others, all_ * z1, part * z1, part * z2])
    mean = np.einsum("pjq,jq->pj", score, at.weights)
    away = ((score - mean[:, :, None]) * np.sqrt(at.weights)).reshape(len(score), -1)
    return mean.sum(axis=1), away @ away.T - _bending(data, at)


def _bending(data: Slopes, at: _Nodes) -> "Numbers":
    """Minus the expected curvature with z held, by the moments of z in each cell."""
    import numpy as np

    counts, d = data.counts, data.inside
    weighted = at.bend * at.weights[counts.place]
    z1, z2 = at.places[:, :, 0], at.places[:, :, 1]
    none = weighted.sum(axis=1)
    one, two = (np.einsum("cq,cq->c", weighted, z[counts.place]) for z in (z1, z2))
    crossed = counts.design.T @ np.column_stack([one, d * one, d * two])
    all_, part = counts.per_group(weighted), counts.per_group(weighted * d[:, None])
    m11 = np.einsum("jq,jq,jq->", all_, z1, z1)
    d11, d12, d22 = (np.einsum("jq,jq,jq->", part, a, b) for a, b in ((z1, z1), (z1, z2), (z2, z2)))
    corner = np.array([[m11, d11, d12], [d11, d11, d12], [d12, d12, d22]])
    whole: Numbers = np.block(
        [[counts.design.T @ (counts.design * none[:, None]), crossed], [crossed.T, corner]]
    )
    return whole
