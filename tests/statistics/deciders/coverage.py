"""Draws from the model on the stored grid, and how often the intervals hold the truth."""

from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.percentiles import HIGH, LOW, GapBetween, RateAt
from waterpas.measure.mixed.profile import region, spread_test

GRID = yaml.safe_load((Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8"))
NAMES = ("sd", "low", "high", "gap")


@dataclass(frozen=True)
class Drawn:
    """What came out of a number of draws: the share held per interval, and of what was claimed."""

    held: dict[str, float]
    claimed: float
    draws: int


def sizes_of(cell):
    """People per decider, and of those the people in the group."""
    loads = [GRID["loads"][at % len(GRID["loads"])] for at in range(cell["deciders"])]
    people = np.array([round(load * cell["each"]) for load in loads])
    return people, np.round(people * GRID["group_share"]).astype(int)


def chance(linear):
    return 1 / (1 + np.exp(-linear))


def truth_of(cell):
    """The rate with a decider at the 10th and 90th percentile, over all people, and the gap."""
    people, inside = sizes_of(cell)
    share = inside.sum() / people.sum()
    middle = np.log(cell["rate"] / (1 - cell["rate"]))

    def rate(at):
        shift = middle + cell["sd"] * NormalDist().inv_cdf(at)
        return (1 - share) * chance(shift) + share * chance(shift + GRID["group_effect"])

    low, high = rate(LOW), rate(HIGH)
    return {"sd": cell["sd"], "low": low, "high": high, "gap": high - low}


def table_of(cell, rng):
    """Design, cases, totals and deciders of one draw."""
    people, inside = sizes_of(cell)
    count = cell["deciders"]
    middle = np.log(cell["rate"] / (1 - cell["rate"])) + rng.normal(0, cell["sd"], count)
    outside = rng.binomial(people - inside, chance(middle))
    group = rng.binomial(inside, chance(middle + GRID["group_effect"]))
    design = [[1.0, 0.0]] * count + [[1.0, 1.0]] * count
    totals = [*(people - inside), *inside]
    return design, [*outside, *group], totals, [*range(count), *range(count)]


def drawn(cell, *, draws, again=False, change=lambda interval: interval):
    """The coverage in one cell; a draw without a model or an interval counts as not held.

    `again` takes other draws; `change` plants a fault in each interval.
    """
    seed, truth = [GRID["seed"], GRID["cells"].index(cell)], truth_of(cell)
    rng = frozen([*seed, 1]) if again else np.random.default_rng(seed)
    held, claimed = dict.fromkeys(NAMES, 0), 0
    for _ in range(draws):
        fitted = random_intercept(*table_of(cell, rng))
        found = region(fitted, level=GRID["level"])
        if found is None:
            continue
        claimed += spread_test(fitted) <= 0.05
        for name, made in intervals_of(fitted, found).items():
            interval = change(made)
            held[name] += interval.low - 1e-9 <= truth[name] <= interval.high + 1e-9
    shares = {name: count / draws for name, count in held.items()}
    return Drawn(shares, claimed / draws, draws)


def intervals_of(fitted, found):
    counts = fitted.counts
    return {
        "sd": found.ends,
        "low": found.interval_of(RateAt(counts, LOW)),
        "high": found.interval_of(RateAt(counts, HIGH)),
        "gap": found.interval_of(GapBetween(counts)),
    }
