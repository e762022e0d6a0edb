"""Waiting times drawn from a known truth, and how often an interval holds it."""

from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from waterpas.measure.waiting import found as finding
from waterpas.measure.waiting.answers import adjusted_ps, answers_of
from waterpas.measure.waiting.curve import median_of
from waterpas.measure.waiting.found import Found, Group, why_not
from waterpas.measure.waiting.horizon import horizon_of
from waterpas.measure.waiting.shares import difference_interval, ratio_interval
from waterpas.measure.waiting.waits import Waits
from waterpas.results import Answer

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
LONGEST = 2_000  # nobody waits longer
AGAIN = 10_000
GRAIN = 2.0**-40


@dataclass(frozen=True)
class Truth:
    """One group: the chance per day of each ending, and what follows from it."""

    days: np.ndarray
    chances: np.ndarray  # days x (decided, gave up, open)
    waiting: np.ndarray  # the share whose decision comes after each day
    decided: np.ndarray  # the share with a decision up to each day, when nobody is open
    gave_up: np.ndarray

    def drawn(self, n, rng) -> Waits:
        can_be = self.chances > 0  # for a chance of 0 not every version of NumPy draws a number
        counts = np.zeros(self.chances.shape)
        counts[can_be] = rng.multinomial(n, self.chances[can_be])
        some = counts.sum(axis=1) > 0
        return Waits(self.days[some], *counts[some].T)

    def at(self, values, day):
        return float(values[self.days <= day][-1])

    @property
    def median(self):
        return float(self.days[self.waiting <= 0.5][0])

    def mean(self, horizon):
        edges = np.concatenate([[0.0], self.days[self.days < horizon], [horizon]])
        share = np.concatenate([[1.0], self.waiting[self.days < horizon]])
        return float(np.diff(edges) @ share)


@cache
def truth(scale, shape, gives_up, open_from, open_to, step) -> Truth:
    """Independent times until a decision, until giving up, and until the table was made.

    Where they fall on one day a decision goes first, then giving up. The powers are Python's own:
    those of NumPy may differ in the last bits between versions, and then the draws do.
    """
    days = np.arange(1, LONGEST + 1)
    waiting = np.array([exp(-((day / scale) ** shape)) for day in days.tolist()])
    stays = np.array([(1 - gives_up) ** day for day in days.tolist()])
    seen = _seen(days, open_from, open_to)
    days, waiting, stays, seen = (_coarse(each, step) for each in (days, waiting, stays, seen))
    before = [np.concatenate([[1.0], each[:-1]]) for each in (waiting, stays, seen)]
    decides = before[0] - waiting
    quits = before[1] - stays
    chances = np.array(
        [
            decides * before[1] * before[2],
            waiting * quits * before[2],
            waiting * stays * (before[2] - seen),
        ]
    ).T
    chances[-1, 2] += max(1 - chances.sum(), 0.0)
    return Truth(
        days.astype(float),
        _summing_to_one(chances),
        waiting,
        np.cumsum(decides * before[1]),
        np.cumsum(waiting * quits),
    )


def _summing_to_one(chances):
    """The chances in whole `GRAIN`s: their sum is exact, in whatever order they are added."""
    found = np.round(chances / GRAIN) * GRAIN
    found[np.unravel_index(found.argmax(), found.shape)] += 1 - found.sum()
    return found


def _seen(days, open_from, open_to):
    """The share that is still followed after each day."""
    if open_to is None:
        return np.ones(len(days))
    return np.clip((open_to - days) / (open_to - open_from), 0.0, 1.0)


def _coarse(values, step):
    """Days rounded up to whole weeks: only what holds after each week."""
    return values[step - 1 :: step]


def truths(cell) -> tuple[Truth, Truth]:
    first, last = cell.get("open") or (None, None)
    one, two = (
        truth(scale, cell["shape"], gives_up, first, last, cell.get("step", 1))
        for scale, gives_up in zip(cell["scale"], cell["gives_up"], strict=True)
    )
    return one, two


def found_in(cell, both, rng) -> Found:
    mine, other = (each.drawn(n, rng) for each, n in zip(both, cell["n"], strict=True))
    day = cell["horizon"]
    if day is None:
        day = horizon_of([(mine, other)])
    some = Group(mine, day), Group(other, day)
    until = finding.until_of([mine, other], day) if any(cell["gives_up"]) else None
    return Found("", *some, why_not(mine, other, day), until, cell["term"])


def held_once(cell, both, rng) -> dict[str, bool]:
    """Whether each interval that the method shows of one table holds the truth."""
    found, level = found_in(cell, both, rng), GRID["level"]
    day, (one, two) = found.mine.horizon, both
    held = {}
    if not found.cannot:
        mean, other = one.mean(day), two.mean(day)
        half = median_of(found.mine.curve, level=level)
        held = {
            "mean": found.mine.mean_interval(level).holds(mean),
            "mean-difference": found.difference_interval(level).holds(mean - other),
            "median": (half.low or 0) <= one.median <= (half.high or np.inf),
        }
    true = [each.at(each.decided, cell["term"]) for each in both]
    held |= _held_shares("within", found.shares["within"], true)
    if found.until is not None:
        until = min(found.until, one.days[-1])
        true = [each.at(each.gave_up, until) for each in both]
        held |= _held_shares("gave-up", found.shares["gave-up"], true)
    return held


def _held_shares(name, pair, true) -> dict[str, bool]:
    if pair is None:  # too few are followed so far, or too few decided: no interval is shown
        return {}
    level = GRID["level"]
    held = {
        name: pair[0].interval(level).holds(true[0]),
        f"{name}-difference": difference_interval(*pair, level).holds(true[0] - true[1]),
    }
    if name == "gave-up":
        between, _method = ratio_interval(*pair, level)
        if between is not None:
            held["gave-up-ratio"] = between.holds(true[0] / true[1])
    return held


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage of each interval in one cell, of the tables in which it is shown.

    Shown in fewer than one table of twenty: left out.
    """
    cell, draws = GRID[part][at], AGAIN if again else GRID["draws"]
    rng = frozen([GRID["seed"], at, 1] if again else [GRID["seed"], at])
    both, sums = truths(cell), dict[str, list[bool]]()
    for _ in range(draws):
        for name, hit in held_once(cell, both, rng).items():
            sums.setdefault(name, []).append(bool(hit))
    return {name: sum(hits) / len(hits) for name, hits in sums.items() if len(hits) > draws / 20}


def answers_in(case, *, planted: bool, rng) -> tuple[Answer, ...]:
    """The answers about one table of groups, the first of which may wait or give up otherwise."""
    groups, like = case["groups"], {"scale": [case["scale"][1]] * 2}
    like["gives_up"] = [case["gives_up"][1]] * 2
    plain = truths({**case, **like})[1]
    first = truths(case)[0] if planted else plain
    other = plain.drawn(case["n"][1], rng)
    mine = [each.drawn(case["n"][0], rng) for each in [first, *[plain] * (groups - 1)]]
    day = horizon_of([(each, other) for each in mine])
    until = finding.until_of([*mine, other], day)
    found = [
        Found(str(at), Group(each, day), Group(other, day), why_not(each, other, day), until, None)
        for at, each in enumerate(mine)
    ]
    return answers_of(found, adjusted_ps(found, across="groep"), across="groep")
