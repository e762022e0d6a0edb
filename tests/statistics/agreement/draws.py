"""Judgements drawn from a known truth, and how often an interval holds it."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.numbers import squares_of
from waterpas.measure.waiting.shares import difference_interval

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
AGAIN = 10_000
LEVEL = GRID["level"]
PARTS = ("pairs", "several", "numbers")
CELLS = [(part, at) for part in PARTS for at in range(len(GRID[part]))]


def cell_of(part, at) -> dict[str, Any]:
    found: dict[str, Any] = GRID[part][at]
    return found


def pairs_drawn(table, n, rng) -> Judged:
    """So many files with two judgements, of which nobody knows any more who gave which."""
    counts = rng.multinomial(n, [each for row in table for each in row])
    k, files = len(table), Counter()
    for place, times in enumerate(counts.tolist()):
        if times:
            files[tuple(sorted((str(place // k), str(place % k))))] += times
    return Judged(files)


def truth_of_pairs(table) -> dict[str, float]:
    margins = (np.sum(table, axis=0) + np.sum(table, axis=1)) / 2
    alike, chance = float(np.trace(table)), float(margins @ margins)
    return {"alike": alike, "beyond": 1 - (1 - alike) / (1 - chance)}


def held_in_pairs(cell, rng) -> dict[str, bool]:
    mine, other = (
        pairs_drawn(cell[whose], n, rng)
        for whose, n in zip(("group", "reference"), cell["n"], strict=True)
    )
    one, two = (truth_of_pairs(cell[whose]) for whose in ("group", "reference"))
    between = difference_interval(mine.alike, other.alike, LEVEL)
    held = {
        "alike": mine.alike.interval(LEVEL).holds(one["alike"]),
        "difference": between.holds(one["alike"] - two["alike"]),
    }
    if mine.alpha is not None:
        held["beyond"] = mine.interval(LEVEL).holds(one["beyond"])
    return held


def several_drawn(cell, rng) -> Judged:
    """Each judgement is the file's own kind, or one by lot."""
    shape, kinds = (cell["files"], cell["raters"]), np.cumsum(cell["kinds"])[:-1]
    own = np.searchsorted(kinds, rng.random_sample(shape[0]), side="right")
    by_lot = np.searchsorted(kinds, rng.random_sample(shape), side="right")
    given = np.where(rng.random_sample(shape) < cell["own"], own[:, None], by_lot)
    there = rng.random_sample(shape) >= cell["missing"]
    files = Counter(
        tuple(sorted(str(kind) for kind, known in zip(*both, strict=True) if known))
        for both in zip(given.tolist(), there.tolist(), strict=True)
    )
    twice = {file: times for file, times in files.items() if len(file) > 1}
    return Judged(twice, "ordinal" if cell["order"] else "nominal")


def held_in_several(cell, rng) -> dict[str, bool]:
    judged, beyond = several_drawn(cell, rng), cell["own"] ** 2
    chance = float(np.square(cell["kinds"]).sum())
    held = {"alike": judged.alike.interval(LEVEL).holds(chance + beyond * (1 - chance))}
    if judged.alpha is not None:
        held["beyond"] = judged.interval(LEVEL).holds(beyond)
    return held


def held_in_numbers(cell, rng) -> dict[str, bool]:
    files, raters, rest = cell["spread"]
    n, k = cell["files"], cell["raters"]
    of_file = files * rng.standard_normal(n)
    of_rater = raters * rng.standard_normal(k)
    given = of_file[:, None] + of_rater + rest * rng.standard_normal((n, k))
    found = squares_of(given.tolist())
    own, beside = files**2, files**2 + rest**2
    return {
        "agreement": found.agreement(LEVEL).holds(own / (beside + raters**2)),
        "consistency": found.consistency(LEVEL).holds(own / beside),
    }


HELD = {"pairs": held_in_pairs, "several": held_in_several, "numbers": held_in_numbers}


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage of each interval in one cell, of the tables in which it is shown."""
    seed = [GRID["seed"], PARTS.index(part), at, *([1] if again else [])]
    rng, sums = frozen(seed), dict[str, list[bool]]()
    for _ in range(AGAIN if again else GRID["draws"]):
        for name, hit in HELD[part](cell_of(part, at), rng).items():
            sums.setdefault(name, []).append(bool(hit))
    return {name: sum(hits) / len(hits) for name, hits in sums.items()}
