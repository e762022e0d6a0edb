"""How often the intervals of a risk profile hold the truth, over the grid that was fixed first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product, starmap
from typing import Any

import numpy as np
from scipy.stats import binom  # type: ignore[import-untyped] # SciPy ships no types

from tests.statistics.frozen import frozen
from tests.statistics.risk_profile.cases import GRID
from waterpas.measure.against import Against
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.estimates import FEW_CASES
from waterpas.measure.profile.alike import common_difference
from waterpas.measure.profile.association import association
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.results import Interval

Cell = Mapping[str, Any]
Held = dict[str, float]
Intervals = Mapping[str, tuple[Interval | None, float]]
Kind = Callable[..., Intervals]


def cells(kind: str, *, whole: bool) -> list[Cell]:
    """The cells of one kind: all, or (the tenth) the first of the large ones."""
    found: list[Cell] = GRID[kind]
    return found if whole else [next(cell for cell in found if cell["large"])]


def coverage(kind: str, cell: Cell, draw: Kind | None = None) -> Held:
    """Per interval the share of draws that hold the truth; no interval is not held.

    The chance of control is not drawn: its outcomes can be summed.
    """
    if kind == "chance":
        return exact_chance(cell, draw or chance)
    place = [each["id"] for each in GRID[kind]].index(cell["id"])
    rng = frozen([GRID["seed"], sorted(KINDS).index(kind), place])
    made = draw or KINDS[kind]
    held: dict[str, int] = {}
    for _ in range(GRID["draws"]):
        for name, (interval, truth) in made(cell, rng).items():
            holds = interval is not None and interval.low <= truth <= interval.high
            held[name] = held.get(name, 0) + holds
    return {name: count / GRID["draws"] for name, count in held.items()}


def exact_chance(cell: Cell, made: Kind) -> Held:
    """The chance of every outcome whose interval holds the truth, added up.

    Outcomes with a chance under 1e-9 are left out; they count as not held.
    """
    own = binom.pmf(np.arange(cell["sizes"][0] + 1), cell["sizes"][0], cell["rates"][0])
    rest = np.ones(1)
    for size, rate in zip(cell["sizes"][1:], cell["rates"][1:], strict=True):
        rest = np.convolve(rest, binom.pmf(np.arange(size + 1), size, rate))
    held = {"difference": 0.0, "ratio": 0.0}
    for x, y in product(np.flatnonzero(own > 1e-9), np.flatnonzero(rest > 1e-9)):
        if own[x] * rest[y] > 1e-9:
            for name, (interval, truth) in made(cell, int(x), int(y)).items():
                inside = interval is not None and interval.low <= truth <= interval.high
                held[name] = held.get(name, 0.0) + inside * float(own[x] * rest[y])
    return held


def chance(cell: Cell, cases: int, others: int) -> Intervals:
    """The first group against everybody: difference and ratio, as the library makes them."""
    sizes, rates = np.array(cell["sizes"]), np.array(cell["rates"])
    counts = {
        "group_cases": cases,
        "group_total": int(sizes[0]),
        "reference_cases": others,
        "reference_total": int(sizes[1:].sum()),
    }
    whom = Against(None, overlap=float(sizes[0] / sizes.sum()))
    few = min(counts["group_cases"], counts["reference_cases"]) < FEW_CASES
    ratio = (score_ratio_interval if few else katz_interval)(**counts)
    mean = float((sizes * rates).sum() / sizes.sum())
    return {
        "difference": (whom.difference_interval(newcombe_interval(**counts)), rates[0] - mean),
        "ratio": (whom.ratio_interval(ratio), rates[0] / mean),
    }


def errors(cell: Cell, rng: np.random.RandomState) -> Intervals:
    """The error rates of a group, and their differences with the reference."""
    one, other = _matrix(cell["group"], rng), _matrix(cell["reference"], rng)
    truth = cell["group"]
    found, chosen = truth["found"], truth["found"] * truth["caught"]
    all_chosen = chosen + (1 - found) * truth["wrongly"]
    return {
        "missed": (_rate(one["fn"], one["tp"]), 1 - truth["caught"]),
        "wrongly-chosen": (_rate(one["fp"], one["tn"]), truth["wrongly"]),
        "hit-rate": (_rate(one["tp"], one["fp"]), chosen / all_chosen),
        "missed-above-reference": (
            _difference(one["fn"], one["tp"], other["fn"], other["tp"]),
            cell["reference"]["caught"] - truth["caught"],
        ),
        "wrongly-chosen-above-reference": (
            _difference(one["fp"], one["tn"], other["fp"], other["tn"]),
            truth["wrongly"] - cell["reference"]["wrongly"],
        ),
    }


def _matrix(people: Mapping[str, float], rng: np.random.RandomState) -> dict[str, int]:
    found, caught, wrongly = people["found"], people["caught"], people["wrongly"]
    shares = [
        found * caught,
        (1 - found) * wrongly,
        found * (1 - caught),
        (1 - found) * (1 - wrongly),
    ]
    drawn = rng.multinomial(int(people["n"]), shares)
    return dict(zip(("tp", "fp", "fn", "tn"), map(int, drawn), strict=True))


def _rate(cases: int, others: int) -> Interval | None:
    return wilson_interval(cases, cases + others) if cases + others else None


def _difference(x: int, not_x: int, y: int, not_y: int) -> Interval | None:
    if not (x + not_x and y + not_y):
        return None
    return newcombe_interval(
        group_cases=x, group_total=x + not_x, reference_cases=y, reference_total=y + not_y
    )


def carries(cell: Cell, rng: np.random.RandomState) -> Intervals:
    """How much a variable carries."""
    shares = joint(cell["rows"], cell["columns"], cell["v"])
    drawn = rng.multinomial(cell["n"], shares.ravel()).reshape(shares.shape)
    found = association(drawn.tolist())
    return {"carries": (found.interval if found else None, cell["v"])}


def joint(rows: Sequence[float], columns: Sequence[float], v: float) -> Any:
    """A table of chances with these margins and exactly this Cramer's V."""
    a, b = _standard(rows), _standard(columns)
    delta = v * np.sqrt(min(len(rows), len(columns)) - 1)
    shares = np.outer(rows, columns) * (1 + delta * np.outer(a, b))
    if (shares < 0).any():
        raise ValueError("no table has these margins and this V")
    return shares


def _standard(shares: Sequence[float]) -> Any:
    weights = np.array(shares)
    steps = np.arange(len(weights), dtype=float)
    steps -= (weights * steps).sum()
    return steps / np.sqrt((weights * steps**2).sum())


def within(cell: Cell, rng: np.random.RandomState) -> Intervals:
    """The common difference among people who are alike."""
    strata = [
        (int(rng.binomial(n, rate + cell["difference"])), n, int(rng.binomial(m, rate)), m)
        for n, m, rate in cell["strata"]
    ]
    found = common_difference(strata)
    return {"among-alike": (found.interval if found else None, cell["difference"])}


KINDS: dict[str, Kind] = {
    "chance": chance,
    "errors": errors,
    "carries": carries,
    "within": within,
}


def rows(*, whole: bool) -> Iterator[str]:
    """The rows of the table in the docs: what was measured, cell by cell."""
    for kind in KINDS:
        for cell in cells(kind, whole=whole):
            large = "ja" if cell["large"] else "nee"
            held = coverage(kind, cell)
            yield from starmap(
                lambda name, share, cell=cell, large=large: (
                    f"| {cell['id']} | {name} | {large} | {100 * share:.2f}% |".replace(".", ",")
                ),
                held.items(),
            )
