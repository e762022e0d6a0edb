"""Tables drawn from a known truth, and how often an interval holds it.

The truth is a table with all people of a town that is so large that chance plays no part: the same
functions, on shares instead of counts.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from tests.statistics.pay.tables import counted
from waterpas.measure.paid import quantiles
from waterpas.measure.paid.means import gap_of
from waterpas.measure.paid.pairs import stands_higher
from waterpas.measure.paid.parts import three_fold, two_fold
from waterpas.measure.paid.scales import over_scales
from waterpas.measure.paid.staff import Column, Staff
from waterpas.measure.pay import pay
from waterpas.results import Certainty

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
YEARS = np.arange(0, 21, 4)
MANY = 1e9
SPREAD = 160
CENTRES, FINE = 25, 241  # how many amounts around the middle; quantiles need them close together


def shape_of(cell, scale):
    """What is added to an amount, and how often: values and shares."""
    if cell["shape"] == "ladder":
        return np.array([-90.0, 0.0, 90.0]), np.array([0.25, 0.5, 0.25])
    centres = np.linspace(-3, 3, cell.get("centres", CENTRES))  # in standard deviations
    shares = np.exp(-(centres**2) / 2)
    wide = SPREAD * (0.5 + 0.4 * scale if cell["shape"] == "uneven" else 1.0)
    values = np.round(centres * wide)
    if cell["shape"] == "skewed":
        values = np.round(wide * (np.exp(0.9 * centres) - np.exp(0.405)))
    return values, shares / shares.sum()


@cache
def _town(key):
    """All combinations of one side with their chances: scale, years, amount."""
    cell = dict(key)
    side = cell["side"]
    shares = GRID["populations"][cell["scales"]]["group" if side == 0 else "reference"]
    mean = cell["years"][side]
    tenure = np.exp(-YEARS / mean)
    tenure = tenure / tenure.sum()
    rows, chances = [], []
    for scale, share in enumerate(shares):
        less = cell["within"] + (cell.get("one_scale", 0) if scale == 2 else 0)
        values, odds = shape_of(cell, scale)
        base = GRID["base"][scale] - (less if side == 0 else 0)
        amount = base + GRID["step"] * YEARS[:, None] + values[None, :]
        rows.append(
            np.column_stack(
                [np.full(amount.size, scale), np.repeat(YEARS, len(values)), amount.ravel()]
            )
        )
        chances.append((share * tenure[:, None] * odds[None, :]).ravel())
    return np.vstack(rows), np.concatenate(chances)


def town(cell, side):
    """The combinations of one side, and their chances."""
    wanted = ("shape", "scales", "years", "within", "one_scale", "centres")
    key = [(name, _fixed(cell[name])) for name in wanted if name in cell]
    return _town((*key, ("side", side)))


def _fixed(value):
    return tuple(value) if isinstance(value, list) else value


def staff(cell, rng=None) -> Staff:
    """One table; without a generator the truth: everybody, in shares."""
    rows, people, group = [], [], []
    for side, n in enumerate(cell["n"]):
        table, chances = town(cell, side)
        counts = MANY * chances if rng is None else drawn(rng, n, chances)
        some = counts > 0
        rows.append(table[some])
        people.append(counts[some])
        group.append(np.full(int(some.sum()), side == 0))
    whole = np.vstack(rows)
    scale = Column("schaal", ("5", "6", "7", "8", "9"), whole[:, 0].astype(int))
    years = Column("jaren", (), whole[:, 1])
    return Staff(
        whole[:, 2],
        np.concatenate(people).astype(float),
        np.concatenate(group),
        (scale, years),
        scale,
    )


def drawn(rng, n, chances):
    """So many people, each in a combination: by the cumulative chances, which is quick."""
    places = np.searchsorted(np.cumsum(chances), rng.random_sample(n), side="right")
    return np.bincount(np.minimum(places, len(chances) - 1), minlength=len(chances))


def means(table) -> dict[str, Any]:
    """Everything with a pull; what cannot be told is left out."""
    gap, two, over = gap_of(table), two_fold(_levels(table)), over_scales(table)
    three, higher = three_fold(_levels(table)), stands_higher(table)
    found = {"gap": gap.gap, "share": gap.ratio, "composition": over.composition}
    found |= {"within": over.within}
    found |= {"goes-with": two.goes_with, "remains": two.remains} if two else {}
    found |= {"higher": higher.share} if higher else {}
    if three:
        found |= {"endowments": three.endowments}
        found |= {} if three.thin else {"coefficients": three.coefficients}
    return found


def _levels(table: Staff) -> Staff:
    """Only the levels of the scale that occur, as a table has them."""
    used, codes = np.unique(table.scale.codes, return_inverse=True)
    scale = Column("schaal", tuple(table.scale.levels[at] for at in used), codes)
    return Staff(table.amount, table.people, table.group, (scale, *table.columns[1:]), scale)


def held_means(cell, rng, draws) -> dict[str, float]:
    """How often each interval holds the truth, of the tables in which it can be made."""
    truth = {name: each.value for name, each in means(staff(cell)).items()}
    hits, made = dict.fromkeys(truth, 0), dict.fromkeys(truth, 0)
    for _ in range(draws):
        for name, each in means(staff(cell, rng)).items():
            between = each.interval(GRID["level"])
            made[name] += 1
            hits[name] += between is not None and between.holds(truth[name])
    enough = draws / 10
    return {name: hits[name] / made[name] for name in truth if made[name] >= enough}


def held_quantiles(cell, rng, draws) -> dict[str, float]:
    """The same for the gaps in quantiles; only the intervals, for a p takes far longer."""
    cell = {**cell, "centres": FINE}
    shares = [each for each in quantiles.SHARES if quantiles.allowed(each, min(cell["n"]))]
    whole = staff(cell)
    truth = {each.share: each.gap for each in quantiles.quantile_gaps(whole)}
    hits = dict.fromkeys(shares, 0)
    for _ in range(draws):
        table = staff(cell, rng)
        sides = [quantiles._sorted(table, side) for side in (table.group, ~table.group)]
        for share in shares:
            between = quantiles._intervals(*sides, share)(GRID["level"])
            hits[share] += between.holds(truth[share])
    return {f"q{round(100 * share)}": hit / draws for share, hit in hits.items()}


PARTS = {"means": held_means, "quantiles": held_quantiles}
AGAIN = 10_000


def held(part: str, at: int, *, again: bool = False) -> dict[str, float]:
    """The coverage in one cell of the grid, as it is on the page; or again with other draws."""
    seed = [GRID["seed"], list(PARTS).index(part), at, *([1] if again else [])]
    return PARTS[part](GRID[part][at], frozen(seed), AGAIN if again else GRID["draws"])


def drawn_tally(case, rng):
    """Groups A, B … beside a reference, of which A may differ; with who moved up, and who left."""
    cells: dict[tuple[str, ...], int] = {}
    for at in range(case.get("groups", 1) + 1):
        own = at == 0
        cell = case if own else {**case, "within": 0, "one_scale": 0}
        side = 1 if at == case.get("groups", 1) else 0
        name = "reference" if side else chr(65 + at)
        less = case.get("moved_up", 0) if own else 0
        for key, n in _people(cell, rng, side=side, moved=0.2 - less):
            cells[name, *key] = cells.get((name, *key), 0) + n
    return counted(cells, by=("groep", "schaal", "jaren", "loon", "omhoog", "weg"))


def _people(cell, rng, *, side, moved):
    rows, chances = town(cell, side)
    n = cell["n"][side]
    places = np.searchsorted(np.cumsum(chances), rng.random_sample(n), side="right")
    up, gone = rng.random_sample(n) < moved, rng.random_sample(n) < 0.15
    for place, one, other in zip(np.minimum(places, len(chances) - 1), up, gone, strict=True):
        scale, years, amount = rows[place]
        yes = ("ja" if one else "nee", "ja" if other else "nee")
        yield (str(int(scale) + 5), str(int(years)), str(int(amount)), *yes), 1


def claims_of(case, data_sets):
    """In how many tables something is claimed, and per code in how many it is claimed of A."""
    rng = frozen([GRID["seed"], 7])
    any_of_them, of_a = 0, Counter()
    for _ in range(data_sets):
        found = pay(
            drawn_tally(case, rng),
            across="groep",
            reference="reference",
            amount="loon",
            scale="schaal",
            given="jaren",
            moved_up="omhoog",
            left="weg",
        )
        claimed = [each for each in found.answers if each.certainty is Certainty.DIFFERENCE]
        any_of_them += bool(claimed)
        of_a.update({each.code for each in found.answers if each.of["groep"] == "A"})
    return any_of_them / data_sets, {code: n / data_sets for code, n in of_a.items()}
