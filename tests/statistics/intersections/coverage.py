"""How often the intervals of combinations hold the truth, by drawing from the grid.

`python -m tests.statistics.intersections.coverage` draws all 2,000 data sets of every cell and
prints the rows of docs/methoden/intersections.md; that takes a quarter of an hour.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tests.statistics.intersections.draws import GRID
from waterpas.measure.combinations.beta import beta_below
from waterpas.measure.combinations.groups import Group
from waterpas.measure.combinations.interaction import extra_of
from waterpas.measure.combinations.pooling import Pool, pool
from waterpas.measure.combinations.strata import own_effects
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import random_intercept
from waterpas.results import Count

PAGE = Path(__file__).parents[3] / "docs" / "methoden" / "intersections.md"
SIDES = ("both", "first", "second", "neither")
DRAWS: int = GRID["draws"]
LEVEL: float = GRID["level"]


@cache
def covered(kind: str, place: int, draws: int) -> tuple[float, ...]:
    """The coverage at one cell of the grid, of each interval that this kind has."""
    case = GRID[kind][place]
    rng = np.random.default_rng([GRID["seed"], place, len(kind)])
    found = [each for each in KINDS[kind](case, rng, draws) if each is not None]
    return tuple(float(share) for share in np.mean(found, axis=0))


def _interaction(case: dict[str, Any], rng: Any, draws: int) -> Iterator[list[bool]]:
    n, rates = np.array(case["n"]), np.array(case["rates"])
    points = rates[0] - rates[1] - rates[2] + rates[3]
    for row in rng.binomial(n, rates, size=(draws, 4)).tolist():
        sides = dict(zip(SIDES, zip(row, case["n"], strict=True), strict=True))
        found = extra_of(**sides, level=LEVEL)
        relative = found.reri_interval is not None and found.reri_interval.holds(points / rates[3])
        yield [found.points_interval.holds(points), relative]


def _pooled(case: dict[str, Any], rng: Any, draws: int) -> Iterator[list[float]]:
    weight = case["mean"] * (1 - case["mean"]) / case["sd"] ** 2 - 1
    shape = case["mean"] * weight, (1 - case["mean"]) * weight
    n = np.resize(case["n"], case["groups"])
    for _ in range(draws):
        truth = rng.beta(*shape, len(n))
        counted = list(zip(rng.binomial(n, truth).tolist(), n.tolist(), strict=True))
        yield [_held(pool(counted), counted, truth)]


def _held(found: Pool | None, counted: list[tuple[int, int]], truth: Any) -> float:
    """The share of the groups whose true rate lies between the quantiles; no pool holds nothing."""
    if found is None:
        return 0.0
    chances = [
        beta_below(rate, *found.shape(*each)) for rate, each in zip(truth, counted, strict=True)
    ]
    tail = (1 - LEVEL) / 2
    return float(np.mean([tail <= chance <= 1 - tail for chance in chances]))


def _strata(case: dict[str, Any], rng: Any, draws: int) -> Iterator[list[float] | None]:
    """Of the data sets in which a spread is found; elsewhere no interval is given."""
    n = np.resize(case["n"], case["strata"])
    middle = np.log(case["rate"] / (1 - case["rate"]))
    for _ in range(draws):
        truth = rng.normal(0, case["sd"], len(n))
        cases = rng.binomial(n, 1 / (1 + np.exp(-middle - truth)))
        yield _own(cases.tolist(), n.tolist(), truth)


def _own(cases: list[int], n: list[int], truth: Any) -> list[float] | None:
    groups = [
        Group((("stratum", str(at)),), Count.exact(people), Count.exact(x))
        for at, (x, people) in enumerate(zip(cases, n, strict=True))
    ]
    design = [[1.0] for _ in groups]
    fit = random_intercept(design, cases, n, [group.of for group in groups])
    if isinstance(fit, NotFitted) or not fit.variance:
        return None
    own = own_effects(fit, groups, design, level=LEVEL)
    held = [each.log_odds_interval.holds(u) for each, u in zip(own, truth, strict=True)]
    return [float(np.mean(held))]


KINDS: dict[str, Callable[..., Iterator[Any]]] = {
    "interaction": _interaction,
    "pooled": _pooled,
    "strata": _strata,
}


def said(case: dict[str, Any]) -> str:
    """A cell of the grid in one line."""
    return "; ".join(f"{name} {value}" for name, value in case.items() if name != "large")


def rows(kind: str) -> Iterator[str]:
    """The rows of the page: what was drawn from, and the coverage in percent."""
    draws = 10 * DRAWS if kind == "interaction" else DRAWS
    for place, case in enumerate(GRID[kind]):
        shares = " | ".join(f"{100 * each:.1f}" for each in covered(kind, place, draws))
        yield f"| {said(case)} | {'ja' if case['large'] else 'nee'} | {shares} |"


if __name__ == "__main__":
    for kind in KINDS:
        for row in rows(kind):
            print(row, flush=True)
