"""How often the intervals of like with like hold the truth, over the grid that was fixed before.

Cases are drawn and people stay; for the parts of a difference the strata of the people are drawn
too. A table without an interval counts as not covered.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
import yaml

from waterpas.measure.like_with_like.logistic import Separated
from waterpas.measure.like_with_like.modelled import Columns, modelled
from waterpas.measure.like_with_like.redrawn import redrawn
from waterpas.measure.like_with_like.standardised import expected_rates, kitagawa, part_interval
from waterpas.measure.like_with_like.strata import (
    Stratum,
    difference_interval,
    odds_ratio_interval,
    ratio_interval,
    weight,
)

GRID = yaml.safe_load((Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Truth:
    """What a cell of the grid is: people per stratum, and the true rates of both sides."""

    group: np.ndarray
    reference: np.ndarray
    p: np.ndarray
    q: np.ndarray

    def strata(self, cases, reference_cases, group=None, reference=None):
        columns = (
            cases,
            self.group if group is None else group,
            reference_cases,
            self.reference if reference is None else reference,
        )
        return [Stratum(*row) for row in np.column_stack(columns).tolist()]

    @property
    def table(self):
        """The strata with the expected cases in them."""
        return self.strata(self.group * self.p, self.reference * self.q)


def truth_of(cell) -> Truth:
    design = GRID["designs"][cell["design"]]
    times = design.get("repeat", 1)
    group, reference, q = (
        np.tile(np.array(design[name]), times) for name in ("group", "reference", "rates")
    )
    return Truth(group, reference, _rates(cell, q), q)


def _rates(cell, q):
    kind, value = cell["effect"], cell["value"]
    if kind == "difference":
        return q + value
    if kind == "ratio":
        return q * value
    if kind == "odds":
        return value * q / (1 - q + value * q)
    return q + np.where(np.arange(len(q)) % 2, value, -value)


def draws_of(truth, count, generator, *, people=False):
    """Tables, one by one; with `people` the strata they are in are drawn as well."""
    for _ in range(count):
        group, reference = truth.group, truth.reference
        if people:
            group = generator.multinomial(group.sum(), group / group.sum())
            reference = generator.multinomial(reference.sum(), reference / reference.sum())
        cases = generator.binomial(group, truth.p)
        reference_cases = generator.binomial(reference, truth.q)
        yield truth.strata(cases, reference_cases, group, reference)


def _difference(truth):
    weights = np.array([weight(each) for each in truth.table])
    return float(weights @ (truth.p - truth.q) / weights.sum())


def _part(name):
    def limits(strata):
        found = kitagawa(strata)
        if not found:
            return None
        return part_interval(getattr(found, name), getattr(found, f"{name}_variance"), level=0.95)

    return limits


def _expected(place):
    return lambda strata: expected_rates(strata)[place].interval


def _standard(truth, rates):
    size = truth.group + truth.reference
    return float(size @ rates / size.sum())


def _modelled(name, *, by=modelled):
    def limits(strata):
        columns = Columns(("s",), tuple((f"{place:03}",) for place in range(len(strata))))
        try:
            return getattr(by(tuple(strata), columns), f"{name}_interval")
        except Separated:
            return None

    return limits


@lru_cache(maxsize=20_000)  # difference and ratio are of the same draws, which take time
def _again(strata, columns):
    """Each table with a seed of its own: with one for all, one bad draw would count for all."""
    seed = crc32(repr(list(strata)).encode())
    return redrawn(strata, columns, draws=GRID["redraws"], seed=seed)


# Per interval: the effects whose cells it is tried on, how it is made, what it must hold, and
# whether the people are drawn too.
INTERVALS = {
    "difference": (("difference", "mixed"), difference_interval, _difference, False),
    "ratio": (
        ("ratio",),
        ratio_interval,
        lambda truth: float((truth.p / truth.q)[0]),
        False,
    ),
    "odds": (
        ("odds",),
        odds_ratio_interval,
        lambda truth: float((truth.p / (1 - truth.p) * (1 - truth.q) / truth.q)[0]),
        False,
    ),
    "within": (
        ("difference", "mixed"),
        _part("within"),
        lambda truth: kitagawa(truth.table).within,
        True,
    ),
    "composition": (
        ("difference", "mixed"),
        _part("composition"),
        lambda truth: kitagawa(truth.table).composition,
        True,
    ),
    "expected-rate": (
        ("difference", "mixed"),
        _expected(0),
        lambda truth: _standard(truth, truth.p),
        False,
    ),
    "modelled-difference": (
        ("odds",),
        _modelled("difference"),
        lambda truth: _standard(truth, truth.p) - _standard(truth, truth.q),
        False,
    ),
    "modelled-ratio": (
        ("odds",),
        _modelled("ratio"),
        lambda truth: _standard(truth, truth.p) / _standard(truth, truth.q),
        False,
    ),
    "redrawn-difference": (
        ("odds",),
        _modelled("difference", by=_again),
        lambda truth: _standard(truth, truth.p) - _standard(truth, truth.q),
        False,
    ),
    "redrawn-ratio": (
        ("odds",),
        _modelled("ratio", by=_again),
        lambda truth: _standard(truth, truth.p) / _standard(truth, truth.q),
        False,
    ),
}
BY_MODEL = ("modelled-difference", "modelled-ratio", "redrawn-difference", "redrawn-ratio")


def cells_of(name):
    """The cells of the grid on which an interval is tried."""
    return [cell for cell in GRID["cells"] if cell["effect"] in INTERVALS[name][0]]


def name_of(cell):
    return f"{cell['design']}, {cell['effect']} {cell['value']}"


def draws(name, *, whole):
    """How many tables: all, or the fixed tenth."""
    most = GRID["draws"]["model" if name in BY_MODEL else "closed"]
    return most if whole else most // 10


@cache
def coverage(name, place, *, whole, limits=None):
    """The share of tables whose interval holds the truth; `limits`: another interval, planted."""
    _, made, true_value, people = INTERVALS[name]
    cell = cells_of(name)[place]
    truth = truth_of(cell)
    value = true_value(truth)
    generator = np.random.default_rng([GRID["seed"], place])
    count = draws(name, whole=whole)
    found = ((limits or made)(each) for each in draws_of(truth, count, generator, people=people))
    return sum(bool(each and each.low <= value <= each.high) for each in found) / count


DUTCH = {
    "difference": "verschil bij gelijke gevallen",
    "ratio": "verhouding bij gelijke gevallen",
    "odds": "odds ratio",
    "within": "deel binnen gelijke gevallen",
    "composition": "deel van de verdeling",
    "expected-rate": "kans bij gelijke verdeling",
    "modelled-difference": "verschil volgens het model",
    "modelled-ratio": "verhouding volgens het model",
    "redrawn-difference": "verschil volgens het model, opnieuw getrokken",
    "redrawn-ratio": "verhouding volgens het model, opnieuw getrokken",
}
KINDS = {
    "difference": "overal hetzelfde verschil",
    "ratio": "overal dezelfde verhouding",
    "odds": "overal dezelfde odds ratio",
    "mixed": "om en om erbij en eraf",
}


def row_of(name, cell, value):
    """A row of the table in docs/methoden/adjusted.md."""
    size = "groot" if cell["large"] else "klein"
    effect = f"{KINDS[cell['effect']]}: {cell['value']}".replace(".", ",")
    share = f"{100 * value:.1f}%".replace(".", ",")
    return f"| {DUTCH[name]} | {cell['design']} | {effect} | {size} | {share} |"
