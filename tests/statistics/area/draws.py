"""Tables drawn from a known truth, and how often an interval holds it."""

from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.area.tables import measured, table
from tests.statistics.frozen import frozen
from waterpas.measure.areas.bounds import Place, Share
from waterpas.measure.areas.classes import between, classes_of, interval_of
from waterpas.measure.areas.found import found_of, sides_of
from waterpas.measure.areas.joined import Area, Beside
from waterpas.results import Count
from waterpas.tallies.tally import Cell

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
PARTS = ("bounds", "classes")


class Truth:
    """The areas of a cell: people, people of the group, and the chance of both in each."""

    def __init__(self, cell, truth=None):
        areas = cell["areas"]
        self.n = np.round(np.linspace(*cell["n"], areas)).astype(int)
        percent = (
            np.resize(cell["alternate"], areas)
            if "alternate" in cell
            else np.linspace(*cell["shares"], areas)
        )
        self.group = np.round(self.n * percent / 100).astype(int)
        self.rounded = bool(cell.get("rounded"))
        self.own, self.others = self._chances(cell, truth or cell.get("truth", "alike"))

    def _chances(self, cell, truth):
        """The chance of the group and of others in each area."""
        if not isinstance(truth, str):
            return tuple(np.full(len(self.n), each) for each in truth)
        rate = np.linspace(*cell["rate"], len(self.n))
        if truth == "alike":
            return rate, rate
        cases, others = rate * self.n, self.n - self.group
        own = np.minimum(cases, self.group) if truth == "most" else np.maximum(cases - others, 0)
        return own / np.maximum(self.group, 1), (cases - own) / np.maximum(others, 1)

    @property
    def rates(self):
        """The true rate of the group, of everybody else, and the difference."""
        others = self.n - self.group
        own = (self.own * self.group).sum() / self.group.sum()
        rest = (self.others * others).sum() / others.sum()
        return {"group": own, "others": rest, "gap": own - rest}

    @property
    def by_area(self):
        """The true rate of each area."""
        return (self.own * self.group + self.others * (self.n - self.group)) / self.n

    def draw(self, rng):
        """The cases in each area."""
        own = rng.binomial(self.group, np.clip(self.own, 0, 1))
        return own + rng.binomial(self.n - self.group, np.clip(self.others, 0, 1))

    def shares(self):
        """The share of each area, as the method knows it."""
        found = []
        for part in self.group / self.n:
            whole = round(100 * part) / 100
            off = 0.005 if self.rounded else 0.0
            value = whole if self.rounded else part
            found.append(Share(value, max(value - off, 0.0), min(value + off, 1.0)))
        return found


def held_bounds(cell, rng, draws) -> float:
    """How often the interval around the bounds holds the true rate or difference."""
    truth = Truth(cell)
    shares, true = truth.shares(), truth.rates[cell["figure"]]
    hits = 0
    for _ in range(draws):
        places = [
            Place(Count.exact(int(n)), Count.exact(int(x)), share)
            for n, x, share in zip(truth.n, truth.draw(rng), shares, strict=True)
        ]
        found = found_of(sides_of(places), level=GRID["level"])
        hits += getattr(found, cell["figure"]).whole.holds(true)
    return hits / draws


def areas_of(truth, cases):
    """Areas as the method joined them."""
    return [
        Area(str(at), Cell(n=Count.exact(int(n)), cases=Count.exact(int(x))), Beside(share))
        for at, (n, x, share) in enumerate(zip(truth.n, cases, truth.shares(), strict=True))
    ]


def held_classes(cell, rng, draws) -> float:
    """How often the interval between high and low areas holds the true difference.

    Of the tables in which the classes are large enough to be shown.
    """
    truth = Truth(cell)
    hits = shown = 0
    while shown < draws:
        classes = classes_of(areas_of(truth, truth.draw(rng)))
        if classes:
            shown += 1
            hits += interval_of(between(classes, level=GRID["level"])).holds(
                _true_between(truth, classes)
            )
    return hits / draws


def _true_between(truth, classes):
    """The true difference between the areas of the highest class and those of the lowest."""
    low, high = classes[0].areas, classes[-1].areas
    order = np.argsort(truth.group / truth.n, kind="stable")
    ends = [order[:low], order[len(order) - high :]]
    lowest, highest = ((truth.by_area[i] * truth.n[i]).sum() / truth.n[i].sum() for i in ends)
    return highest - lowest


HELD = {"bounds": held_bounds, "classes": held_classes}


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage in one cell, as it is on the page; `again`: with five times as many others."""
    seed = [GRID["seed"], PARTS.index(part), at, *([1] if again else [])]
    draws = GRID["draws"] * (5 if again else 1)
    return {"whole": HELD[part](GRID[part][at], frozen(seed), draws)}


def drawn_tally(truth, rng):
    """A table as somebody would hand it in, with whole percents."""
    percent = np.round(100 * truth.group / truth.n).astype(int)
    rows = zip(percent, truth.draw(rng), truth.n, strict=True)
    return table([(int(p), int(x), int(n)) for p, x, n in rows])


def claimed(kind: str, at: int, *, planted: bool, data_sets: int) -> float:
    """In which part of the tables a difference is claimed, between people or between areas.

    Of the tables of which figures are shown: those without a small area.
    """
    case = GRID["searches"][kind][at]
    if planted and kind == "people":
        case = case | {"truth": case["planted"]}
    if planted and kind == "classes":
        case = case | {"rate": case["planted"]}
    truth = Truth(case)
    rng = frozen([GRID["seed"], 2, ("people", "classes").index(kind), at, int(planted)])
    said = {"more", "less"} if kind == "people" else {"areas-more", "areas-less"}
    place = 0 if kind == "people" else 1
    hits = shown = 0
    while shown < data_sets:
        answers = measured(drawn_tally(truth, rng)).answers
        if answers[0].code != "too-few":
            shown += 1
            hits += answers[place].code in said
    return hits / data_sets
