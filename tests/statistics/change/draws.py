"""Tables drawn from a known truth, and how often an interval holds it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from tests.tallies import tally_of
from waterpas.measure.changes.rates import interval_of
from waterpas.measure.changes.trend import ENOUGH_POINTS, over_time, trend_before
from waterpas.measure.changes.two_sides import (
    GAP,
    GROUP,
    Moment,
    dispersion,
    opposite,
    two_sides,
)
from waterpas.measure.pairs_of_counts import Side
from waterpas.results import Count
from waterpas.tallies.counts import rounded

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)


def side(cases: int, n: int) -> Side:
    return Side(Count.exact(int(n)), Count.exact(int(cases)), float(n))


def chances(cell, rng) -> np.ndarray:
    """The chance of the group and of the reference in every period."""
    before, after = cell["periods"]
    steps = np.arange(before + after) * cell.get("drift", 0.0)
    group = cell["rates"][0] + steps + (np.arange(before + after) >= before) * cell["change"]
    group = group + ups_and_downs(before + after, cell, rng)
    return np.clip(np.array([group, cell["rates"][1] + steps]), 0, 1)


def ups_and_downs(periods, cell, rng) -> np.ndarray:
    spread, rho = cell.get("spread", 0.0), cell.get("rho", 0.0)
    if not spread:
        return np.zeros(periods)
    noise = rng.standard_normal(periods + 1) * spread
    out = [noise[0]]
    for each in noise[1:]:
        out.append(rho * out[-1] + np.sqrt(1 - rho**2) * each)
    return np.array(out[1:])


def moments(cell, rng) -> tuple[Moment, ...]:
    """One table: the group and its reference in every period."""
    rates, (n, m) = chances(cell, rng), cell["n"]
    before = cell["periods"][0]
    group, reference = rng.binomial(n, rates[0]), rng.binomial(m, rates[1])
    return tuple(
        Moment(t, t < before, (side(x, n), side(y, m)))
        for t, (x, y) in enumerate(zip(group, reference, strict=True))
    )


def mean_chances(cell) -> tuple[float, float, float, float]:
    """The chance of group and reference, before and after, apart from ups and downs."""
    still = {**cell, "spread": 0.0}
    group, reference = chances(still, None)
    before = cell["periods"][0]
    return (
        group[:before].mean(),
        reference[:before].mean(),
        group[before:].mean(),
        reference[before:].mean(),
    )


def sides_of(drawn, of=GAP):
    """The four rates, with the spread between periods where there are enough of them."""
    found = two_sides({"": drawn})
    counts = [sum(each.before is side for each in drawn) for side in (True, False)]
    return found.spread_by(dispersion([drawn], of=of)) if min(counts) >= ENOUGH_POINTS else found


def held_before_after(cell, rng, draws) -> dict[str, float]:
    """How often each interval of a change holds the truth."""
    gb, rb, ga, ra = mean_chances(cell)
    truths = {
        "gap-before": gb - rb,
        "gap-after": ga - ra,
        "change": ga - ra - gb + rb,
        "own": ga - gb,
    }
    hits = dict.fromkeys(truths, 0)
    for _ in range(draws):
        drawn = moments(cell, rng)
        sides = sides_of(drawn)
        terms = {"gap-before": sides.before, "gap-after": sides.after, "change": sides.change}
        terms["own"] = sides_of(drawn, GROUP).own
        for name, truth in truths.items():
            hits[name] += interval_of(terms[name]).holds(truth)
    return {name: hit / draws for name, hit in hits.items()}


def held_beyond(cell, rng, draws) -> dict[str, float]:
    """Two places with the measure and two without; each has a gap of its own."""
    hits = {"beyond": 0, "own-beyond": 0}
    for _ in range(draws):
        here, elsewhere = (
            two_sides(
                {(str(place),): moments(_in_place(cell, place, with_it), rng) for place in (0, 1)}
            )
            for with_it in (True, False)
        )
        beyond = (*here.change, *opposite(elsewhere.change))
        own = (*here.own, *opposite(elsewhere.own))
        hits["beyond"] += interval_of(beyond).holds(cell["change"])
        hits["own-beyond"] += interval_of(own).holds(cell["change"])
    return {name: hit / draws for name, hit in hits.items()}


def _in_place(cell, place, with_it):
    group, reference = cell["rates"]
    more = 0.02 * place
    return {
        **cell,
        "rates": [group + more, reference],
        "change": cell["change"] if with_it else 0.0,
    }


def in_tens(drawn: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The same table as a source prints it that rounds to tens."""

    def printed(exact: Side) -> Side:
        n, cases = (rounded((each.value + 5) // 10 * 10, to=10) for each in (exact.n, exact.cases))
        return Side(n, cases, float(n.value))

    return tuple(
        replace(each, pair=(printed(each.pair[0]), printed(each.pair[1]))) for each in drawn
    )


def held_rounded(cell, rng, draws) -> dict[str, float]:
    return held_over_time(cell, rng, draws, printed=in_tens)


def held_over_time(cell, rng, draws, *, printed=tuple) -> dict[str, float]:
    before = cell["periods"][0]
    hits = {"step": 0, "trend": 0}
    for _ in range(draws):
        drawn = printed(moments(cell, rng))
        model = over_time(drawn, start=before)
        slope = trend_before([each for each in drawn if each.before], start=before)
        hits["step"] += model.step.interval.holds(cell["change"])
        hits["trend"] += slope.interval.holds(0.0)
    return {name: hit / draws for name, hit in hits.items()}


PARTS = {
    "before_after": held_before_after,
    "beyond": held_beyond,
    "over_time": held_over_time,
    "rounded": held_rounded,
}


AGAIN = 10_000


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage in one cell of the grid, as it is on the page; or again with other draws."""
    rng = frozen([GRID["seed"], list(PARTS).index(part), at, *([1] if again else [])])
    return PARTS[part](GRID[part][at], rng, AGAIN if again else GRID["draws"])


def drawn_tally(case, rng, *, planted=0.0):
    """A table of groups A, B ... beside a reference, of which A may change."""
    cells = {}
    for at in range(case.get("groups", 1)):
        cell = {**case, "change": planted if at == 0 else 0.0}
        for moment in moments(cell, rng):
            group, reference = moment.pair
            period = str(2000 + moment.place)
            cells[chr(65 + at), period] = (group.cases.value, group.n.value)
            cells["reference", period] = (reference.cases.value, reference.n.value)
    return tally_of(cells, by=("groep", "jaar"))
