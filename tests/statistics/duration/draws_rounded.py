"""Rounded and partly hidden waiting times, drawn from a known truth; how often bounds hold it."""

from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.duration.draws import AGAIN, truths
from tests.statistics.frozen import frozen
from waterpas.measure.waiting.bounded import Bounded, mean_of
from waterpas.measure.waiting.bounds import Bounds, Part
from waterpas.measure.waiting.found import until_of
from waterpas.measure.waiting.waits import ENDINGS
from waterpas.results import Count

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid_rounded.yaml").read_text(encoding="utf-8")
)


def told(people: int, cell) -> Count:
    """What the source tells of a count: rounded, hidden, or as it is."""
    if to := cell.get("rounded_to"):
        value = to * ((people + to // 2) // to)
        return Count(value, max(0, value - to // 2), value + to // 2)
    below = cell["hidden_below"]
    return Count(None, 0, below - 1) if 0 < people < below else Count.exact(people)


def bounds_of(waits, cell) -> Bounds:
    """A row for each day and ending that is in the true table."""
    some = zip(ENDINGS, (waits.decided, waits.gave_up, waits.still_open), strict=True)
    parts = (
        Part(day, ending, told(int(people), cell))
        for ending, each in some
        for day, people in zip(waits.days.tolist(), each.tolist(), strict=True)
        if people
    )
    return Bounds(tuple(parts), float(cell["horizon"]))


def found_in(cell, both, rng) -> Bounded:
    drawn = [each.drawn(n, rng) for each, n in zip(both, cell["n"], strict=True)]
    until = until_of(drawn, cell["horizon"]) if any(cell["gives_up"]) else None
    mine, other = (bounds_of(each, cell) for each in drawn)
    return Bounded("", mine, other, "cannot-rounded", until, cell["term"])


def held_once(cell, both, rng) -> dict[str, bool]:
    """Whether what is shown of one table, with chance, holds the truth."""
    found, level = found_in(cell, both, rng), GRID["level"]
    held = {}
    if not found.cannot:
        mean, other = (each.mean(cell["horizon"]) for each in both)
        held["mean"] = mean_of(found.mine, level).whole.holds(mean)
        held["mean-difference"] = found.difference(level).whole.holds(mean - other)
    for name, day in (("within", found.term), ("gave-up", found.until)):
        ends = found.shares.get(name)
        if ends is None:
            continue
        values = [each.decided if name == "within" else each.gave_up for each in both]
        last = min(day, both[0].days[-1])
        true = [each.at(some, last) for each, some in zip(both, values, strict=True)]
        low, high = ends.mine.least.interval(level).low, ends.mine.most.interval(level).high
        held[name] = low <= true[0] <= high
        held[f"{name}-difference"] = ends.difference(level).whole.holds(true[0] - true[1])
    return held


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage of each in one cell, of the tables in which it is shown."""
    cell, draws = GRID[part][at], AGAIN if again else GRID["draws"]
    rng = frozen([GRID["seed"], at, 1] if again else [GRID["seed"], at])
    both, hits = truths(cell), dict[str, list[bool]]()
    for _ in range(draws):
        for name, hit in held_once(cell, both, rng).items():
            hits.setdefault(name, []).append(bool(hit))
    return {name: float(np.mean(some)) for name, some in hits.items() if len(some) > draws / 20}
