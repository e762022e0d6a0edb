"""Tables drawn from a known truth and then rounded, and how often an interval holds the truth."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from tests.statistics.pay.draws import GRID as OTHER
from tests.statistics.pay.page import SCALES, percent
from waterpas.measure.paid.quantiles import rough_quantile_gap
from waterpas.measure.paid.rough import Rough, rough_gap_of
from waterpas.measure.paid.staff import Column, Staff

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "rounded_grid.yaml").read_text(encoding="utf-8")
)
NAMES = {"gap": "verschil", "share": "als deel", "scale": "in een schaal", "q50": "in het midden"}
AGAIN = 10_000
LEVELS = ("5", "6", "7", "8", "9")
THIRD, FEWEST, HALF = 2, 10, 20
MANY = 1e6


def cells_of(cell):
    """Per cell of the table: the scale, the amount, the side, and the chance on its side."""
    steps = np.arange(cell["steps"])
    for side, name in enumerate(("group", "reference")):
        for scale, share in enumerate(OTHER["populations"][cell["scales"]][name]):
            less = 0 if side else cell["within"]
            for step in steps:
                amount = GRID["base"][scale] + GRID["step"] * step - less
                yield scale, amount, side == 0, share / len(steps)


def staff(columns, people) -> Staff:
    scale, amount, group, _ = columns
    column = Column("schaal", LEVELS, scale.astype(int))
    return Staff(amount, people.astype(float), group.astype(bool), (), column)


def rounded(columns, people, cell) -> Rough:
    """The counts as their source gives them: to fives or tens, and hidden below a threshold."""
    to, below = cell["rounded_to"], cell.get("hidden", 0)
    printed = (people + to // 2) // to * to
    low, high = np.maximum(printed - to // 2, 0), printed + to // 2
    hidden = people < below
    ends = (
        np.where(hidden, 0, low),
        np.where(hidden, (below - 1) // 2, printed),
        np.where(hidden, below - 1, high),
    )
    return Rough(*(staff(columns, each) for each in ends))


def drawn(columns, cell, rng):
    """So many people of both sides, each in a cell."""
    group, chance = columns[2].astype(bool), columns[3]
    people = np.zeros(len(chance), dtype=int)
    for side, n in zip((group, ~group), cell["n"], strict=True):
        people[side] = rng.multinomial(n, chance[side] / chance[side].sum())
    return people


def found(rough: Rough) -> dict[str, Any]:
    """The interval of each figure, and what rounding alone leaves of the gap."""
    gap, sizes = rough_gap_of(rough), [each.low for each in rough.sizes]
    made = {"gap": gap.gap.interval(GRID["level"]), "share": gap.ratio.interval(GRID["level"])}
    third = rough.part(rough.middle.scale.codes == THIRD)
    if min(each.low for each in third.sizes) >= FEWEST:
        made["scale"] = rough_gap_of(third).gap.interval(GRID["level"])
    if min(sizes) >= HALF:
        side = rough.middle.group
        boxes = (rough.box(side), rough.box(~side))
        made["q50"] = rough_quantile_gap(rough.middle, boxes, 0.5, level=GRID["level"]).interval
    return {"ends": gap.gap.ends, **made}


def gap_in(columns, people, cells=True):
    """The gap in mean pay of counts (or chances) that are known, over some of the cells."""
    _, amount, group, _ = columns
    own, other = (np.average(amount[on], weights=people[on]) for on in _sides(group, cells))
    return own - other


def _sides(group, cells):
    return (group == 1) & cells, (group == 0) & cells


def true_figures(columns):
    """What everybody would give."""
    scale, amount, group, chance = columns
    _, theirs = _sides(group, True)
    gap = gap_in(columns, chance)
    middle = [_middle(amount[on], chance[on]) for on in _sides(group, True)]
    return {
        "gap": gap,
        "share": gap / np.average(amount[theirs], weights=chance[theirs]),
        "scale": gap_in(columns, chance, scale == THIRD),
        "q50": middle[0] - middle[1],
    }


def _middle(amounts, chances):
    order = np.argsort(amounts, kind="stable")
    below = np.cumsum(chances[order]) / chances.sum()
    ends = np.searchsorted(below, (0.5 - 1e-9, 0.5 + 1e-9))
    return float(amounts[order][ends].mean())


def held(_part, at, *, again=False):
    """How often each interval holds the truth."""
    return _held(at, again=again)[0]


@cache
def _held(at, *, again=False):
    rng = frozen([GRID["seed"], at, *([1] if again else [])])
    return held_in(GRID["rounded"][at], rng, AGAIN if again else GRID["draws"])


def held_in(cell, rng, draws):
    """How often each interval holds the truth; and in euros how wide rounding makes the gap.

    What rounding alone leaves holds the gap of each drawn table, always.
    """
    columns = np.array(list(cells_of(cell)), dtype=float).T
    truth = true_figures(columns)
    hits, made, wide = dict.fromkeys(truth, 0), dict.fromkeys(truth, 0), 0.0
    for _ in range(draws):
        people = drawn(columns, cell, rng)
        own = found(rounded(columns, people, cell))
        low, high = own.pop("ends")
        assert low - 1e-6 <= gap_in(columns, people) <= high + 1e-6
        wide += high - low
        for name, between in own.items():
            if between is not None:  # one amount in the scale: there is no spread
                made[name] += 1
                hits[name] += between.holds(truth[name])
    enough = draws / 10
    return {n: hits[n] / made[n] for n in truth if made[n] >= enough}, wide / draws


def row(_part, at, shares):
    """One cell of the grid as a row of the page."""
    cell = GRID["rounded"][at]
    group, reference = cell["n"]
    below = f", onder {cell['hidden']} verborgen" if "hidden" in cell else ""
    to = f"op {cell['rounded_to']}" if cell["rounded_to"] > 1 else "niet"
    less = f", {cell['within']} minder" if cell["within"] else ""
    steps = "1 trede" if cell["steps"] == 1 else f"{cell['steps']} treden"
    what = f"{steps}, schalen {SCALES[cell['scales']]}{less}"
    size = "groot" if cell.get("large") else ""
    told = ", ".join(f"{NAMES[name]} {percent(share)}" for name, share in shares.items())
    wide = round(_held(at)[1])
    return f"| {group} en {reference} | {what} | {to}{below} | {size} | {told} | {wide} |"
