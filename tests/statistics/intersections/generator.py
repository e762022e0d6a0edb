"""Made-up decisions with two planted combinations: the generator of the golden values.

The same draws as the published generator, without the score; counts instead of rows.
"""

from collections import Counter

import numpy as np

from tests.tallies import tally_of
from waterpas.results import Question
from waterpas.tallies.tally import Tally

COLUMNS = ("origin", "gender", "age", "district", "team")
ORIGIN = ("NL", "TR", "MA", "SR", "CW", "OTH")
GENDER = ("m", "v", "x")
AGE = ("18-29", "30-44", "45-54", "55-66", "67+")
DISTRICT = tuple(f"D{i:02d}" for i in range(12))
TEAM = tuple(f"T{i:02d}" for i in range(20))
LEVELS = (ORIGIN, GENDER, AGE, DISTRICT, TEAM)

FIRST = {"origin": "MA", "gender": "v", "age": "55-66"}
SECOND = {"origin": "TR", "district": "D03", "team": "T07"}


def decisions(people: int) -> Tally:
    """Decisions on this many people, as a tally over five columns; a benefit was granted."""
    rng = np.random.default_rng(20230701)
    cells: Counter = Counter()
    cases: Counter = Counter()
    left = people
    while left:
        size = min(left, 1_000_000)
        left -= size
        for key, outcome in zip(*_draw(rng, size), strict=True):
            cells[key] += 1
            cases[key] += outcome
    named = {
        tuple(names[at] for names, at in zip(LEVELS, _split(key), strict=True)): (cases[key], n)
        for key, n in sorted(cells.items())
    }
    return tally_of(named, by=COLUMNS, question=Question(effect="benefit", row="decision"))


def _draw(rng, size):
    o = rng.choice(6, size, p=[0.70, 0.07, 0.07, 0.05, 0.03, 0.08]).astype(np.int8)
    g = rng.choice(3, size, p=[0.49, 0.49, 0.02]).astype(np.int8)
    a = rng.choice(5, size, p=[0.2, 0.27, 0.2, 0.2, 0.13]).astype(np.int8)
    d = np.minimum((rng.random(size)[:, None] > _districts()[o]).sum(1), 11).astype(np.int8)
    t = rng.integers(0, 20, size).astype(np.int8)
    m = (t.astype(np.int16) * 10 + rng.integers(0, 10, size)).astype(np.int16)
    eta = 0.35 + np.array([0, -0.35, -0.40, -0.15, -0.20, -0.10])[o]
    eta = eta + np.array([0, 0.05, -0.10])[g] + np.array([-0.10, 0, 0.05, 0.05, -0.05])[a]
    eta = eta + np.linspace(-0.2, 0.2, 12)[d] + np.linspace(-0.15, 0.15, 20)[t]
    eta = eta + np.random.default_rng(7).normal(0, 0.25, 200)[m]
    eta += -0.70 * ((o == 2) & (g == 1) & (a == 3))
    eta += -0.90 * ((o == 1) & (d == 3) & (t == 7))
    y = (rng.random(size) < 1 / (1 + np.exp(-eta))).astype(np.int8)
    rng.logistic(size=size)  # the score of the generator: drawn, so that later draws are the same
    key = (((o.astype(np.int64) * 3 + g) * 5 + a) * 12 + d) * 20 + t
    return key.tolist(), y.tolist()


def _districts():
    place = np.arange(12)
    tilt = np.array([np.exp(0.25 * o * np.cos(2 * np.pi * (place - o) / 12)) for o in range(6)])
    return np.cumsum(tilt / tilt.sum(1, keepdims=True), 1)


def _split(key):
    key, t = divmod(key, 20)
    key, d = divmod(key, 12)
    key, a = divmod(key, 5)
    return (*divmod(key, 3), a, d, t)
