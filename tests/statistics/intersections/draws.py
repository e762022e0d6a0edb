"""Data sets for the search: none of them with a difference, or one that was planted."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.tallies import tally_of
from waterpas.measure.combinations.groups import Group, every_table
from waterpas.measure.combinations.search import Compared, search
from waterpas.tallies.tally import Tally

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)


def datasets(case, many):
    """This many tallies of one case of the grid, and the levels of its planted combination."""
    rng = np.random.default_rng([GRID["seed"], many, *case["columns"], case["people"]])
    keys = list(product(*(range(size) for size in case["columns"])))
    shares = _shares(case, keys)
    rates = np.array([_rate(case, key) for key in keys])
    for _ in range(many):
        n = rng.multinomial(case["people"], shares)
        yield made(keys, n.tolist(), rng.binomial(n, rates).tolist())


def made(keys, people, cases) -> Tally:
    """A tally of these counts; combinations in which nobody is are not in it."""
    cells = {
        tuple(f"{column}{level}" for column, level in zip("abcdefg", key, strict=False)): (x, n)
        for key, n, x in zip(keys, people, cases, strict=True)
        if n
    }
    return tally_of(cells, by=tuple("abcdefg"[: len(keys[0])]))


def planted(case) -> dict[str, str]:
    """The levels of the planted combination."""
    return {
        column: f"{column}{level}"
        for column, level in zip("abcdefg", case["cell"], strict=False)
        if level is not None
    }


def searched(tally: Tally, depth: int) -> tuple[Compared, ...]:
    """The search over a whole tally."""
    tables = every_table(tally, columns=tally.by, depth=depth)
    return search(tables, everybody=Group((), tally.total.n, tally.total.cases), level=0.95)


def claims(case, many) -> list[list[dict[str, str]]]:
    """Per data set the combinations that are claimed to differ."""
    return [
        [dict(each.group.of) for each in searched(tally, case["depth"]) if each.found]
        for tally in datasets(case, many)
    ]


def _rate(case, key):
    cell = case.get("cell")
    inside = cell and all(want in (None, got) for want, got in zip(cell, key, strict=True))
    return case["there"] if inside else case["rate"]


def _shares(case, keys):
    given = case.get("shares", {})
    per = [np.array(given.get(at, [1 / size] * size)) for at, size in enumerate(case["columns"])]
    return np.array([np.prod([per[at][level] for at, level in enumerate(key)]) for key in keys])


@cache
def shares_of_claims(kind: str, many: int) -> tuple[float, ...]:
    """Per case of the grid: in which share of data sets something (or the planted) is claimed."""
    found = []
    for case in GRID["search"][kind]:
        per = claims(case, many)
        hits = [planted(case) in each if kind == "planted" else bool(each) for each in per]
        found.append(sum(hits) / many)
    return tuple(found)
