"""Draws from the model with a difference per decider, and how often the intervals hold the truth.

An interval runs to where the profile likelihood falls through its floor. So it holds the truth
exactly where the likelihood at the truth lies above that floor: that is looked at here, which is
quicker. `test_slope_coverage` shows on some draws that the interval itself says the same.
"""

from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from waterpas.measure.mixed.percentiles import HIGH, LOW
from waterpas.measure.mixed.slope_gap import difference_with, error_by_beta
from waterpas.measure.mixed.slopes import best_at, random_slope, slope_test
from waterpas.measure.normal import critical_value
from waterpas.measure.roots import find_root

GRID = yaml.safe_load((Path(__file__).parent / "slope_grid.yaml").read_text(encoding="utf-8"))
NAMES = ("sd", "gap")
FALL = critical_value(GRID["level"]) ** 2 / 2
SHIFTS = [NormalDist().inv_cdf(at) for at in (LOW, HIGH)]


@dataclass(frozen=True)
class Drawn:
    """The share held per interval, and the share in which the difference was said to differ."""

    held: dict[str, float]
    claimed: float
    draws: int


def chance(linear):
    return 1 / (1 + np.exp(-linear))


def table_of(cell, rng):
    """Design, cases, totals and deciders of one draw."""
    count, slope, together = cell["deciders"], cell["slope"], cell["correlation"]
    loads = np.array([GRID["loads"][at % len(GRID["loads"])] for at in range(count)])
    people = np.round(loads * cell["each"]).astype(int)
    inside = np.round(people * cell["share"]).astype(int)
    one, other = rng.standard_normal((2, count))
    middle = np.log(cell["rate"] / (1 - cell["rate"])) + cell["sd"] * one
    apart = slope * (together * one + np.sqrt(1 - together**2) * other)
    outside = rng.binomial(people - inside, chance(middle))
    group = rng.binomial(inside, chance(middle + GRID["group_effect"] + apart))
    design = [[1.0, 0.0]] * count + [[1.0, 1.0]] * count
    return design, [*outside, *group], [*(people - inside), *inside], [*range(count)] * 2


def truth_of(cell):
    """The standard deviation, and how far apart the difference is at the 10th and the 90th."""
    middle, effect = np.log(cell["rate"] / (1 - cell["rate"])), GRID["group_effect"]
    low, high = (
        chance(middle + effect + cell["slope"] * z / 2) - chance(middle - cell["slope"] * z / 2)
        for z in SHIFTS
    )
    return {"sd": cell["slope"], "gap": high - low}


def apart(fit, beta, sd):
    low, high = (difference_with(fit.data.counts, beta, sd * z)[0] for z in SHIFTS)
    return high - low


def without_beta(fit, gap):
    """The distance that only the spread has to reach: the part of beta taken off, as squares."""
    here, by_beta = apart(fit, fit.best.beta, fit.sd), critical_value(0.95) * error_by_beta(fit)
    left = np.sqrt(max((gap - here) ** 2 - by_beta**2, 0.0))
    return max(here + np.copysign(left, gap - here), 0.0)


def holds(fit, truth):
    """Whether each interval holds the truth: the likelihood there lies above the floor.

    Where the test does not contradict a spread of 0, everything below the best one is held.
    """
    open_below = slope_test(fit) > 1 - GRID["level"]
    if not truth["sd"]:
        return dict.fromkeys(NAMES, open_below)
    there = best_at(fit.data, truth["sd"], points=fit.points, start=fit.best)
    # The model that has this gap: beta hardly moves with the spread.
    gap = without_beta(fit, truth["gap"])
    sd = find_root(lambda sd: apart(fit, there.beta, sd) - gap, inside=0.0, outside=5.0, most=40)
    same = best_at(fit.data, sd, points=fit.points, start=there)
    return {
        name: model.at.log >= fit.best.at.log - FALL or (open_below and model.sd <= fit.sd)
        for name, model in (("sd", there), ("gap", same))
    }


def drawn(cell, *, draws, again=False, planted=None):
    """The coverage in one cell; a draw without a model counts as not held.

    `again` takes other draws; `planted` changes the truth that is looked for: a fault that must be
    found.
    """
    seed, truth = [GRID["seed"], GRID["cells"].index(cell)], truth_of(cell) | (planted or {})
    rng = frozen([*seed, 1] if again else seed)
    held, claimed = dict.fromkeys(NAMES, 0), 0
    for _ in range(draws):
        fitted = random_slope(*table_of(cell, rng))
        claimed += slope_test(fitted) <= 0.05
        for name, holding in holds(fitted, truth).items():
            held[name] += holding
    shares = {name: count / draws for name, count in held.items()}
    return Drawn(shares, claimed / draws, draws)
