"""Tables drawn with the difference that was planned for, and how often the library finds it."""

from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.statistics.frozen import frozen
from tests.statistics.intersections.draws import searched
from tests.tallies import chain_of, tally_of
from waterpas.measure.adjusted import adjusted
from waterpas.measure.chain import chain
from waterpas.measure.change import change
from waterpas.measure.duration import duration
from waterpas.measure.groups import compare_groups
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.profile import region, spread_test
from waterpas.measure.pay import pay
from waterpas.measure.planning import power
from waterpas.measure.plans.asked import DESIGNS
from waterpas.measure.plans.deciding import spread_of
from waterpas.measure.risk_profile import risk_profile
from waterpas.results import Certainty
from waterpas.tallies.tally import Step

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
REF = "ref"
DESIGN = {"days": "duration"}  # what a part of the grid is called now
HIGHER, LOWER, WITHOUT = "hoger", "lager", "zonder"


def planned(cell, design) -> dict[str, float]:
    """The smallest difference that the plan says can be seen, with its sign, per way."""
    design = DESIGN.get(design, design)
    said = {name: value for name, value in cell.items() if name in {"people", *DESIGNS[design]}}
    result = power(design, power=GRID["power"], **said)
    of = {"step": str(cell["at"])} if "at" in cell else {}
    if result.figure("smallest-higher", of) is None:
        found = result.figure("smallest", of)
        return {HIGHER: found.value} if found else {}  # none: "this cannot be planned"
    ways = {"smallest-higher": (HIGHER, 1), "smallest-lower": (LOWER, -1)}
    found = {ways[name]: result.figure(name, of).value for name in ways}
    return {way: sign * value for (way, sign), value in found.items() if value is not None}


def people_of(cell) -> tuple[list[int], int]:
    """People in each group, the first the planned one, and in the reference."""
    groups = cell.get("groups", 2) - 1
    small = round(cell["people"] * cell["share"])
    return [small] * groups, cell["people"] - groups * small


def names_of(sizes) -> list[str]:
    return [f"g{at}" for at in range(len(sizes))]


def rates_of(cell, difference) -> list[float]:
    """The rate per group: the first one differs."""
    others = [cell["rate"]] * (cell.get("groups", 2) - 2)
    return [min(max(cell["rate"] + difference, 0.0), 1.0), *others]


def said(certainty, value, difference) -> bool:
    """Whether a difference is called, on the side on which it is (without one: on either)."""
    if certainty is not Certainty.DIFFERENCE:
        return False
    return not difference or (value > 0) == (difference > 0)


def audit(cell, difference, rng) -> bool:
    sizes, rest = people_of(cell)
    cells = {
        (name,): (int(rng.binomial(n, rate)), n)
        for name, n, rate in zip(names_of(sizes), sizes, rates_of(cell, difference), strict=True)
    }
    cells[REF,] = (int(rng.binomial(rest, cell["rate"])), rest)
    found = compare_groups(tally_of(cells, by=("groep",)), across="groep", reference=REF)
    return any_called(found, difference)


def any_called(comparison, difference) -> bool:
    """The planned group; without a difference any of them."""
    groups = [each for each in comparison.groups if not each.is_reference]
    some = groups[:1] if difference else groups
    return any(said(each.certainty, each.difference.value, difference) for each in some)


def in_chain(cell, difference, rng) -> bool:
    (n,), rest = people_of(cell)
    cells = {}
    for name, size, shift in (("g0", n, difference), (REF, rest, 0.0)):
        counts = [size]
        for at, rate in enumerate(cell["steps"], start=1):
            here = min(max(rate + shift * (at == cell["at"]), 0), 1)
            counts.append(int(rng.binomial(counts[-1], here)))
        cells[name,] = tuple(counts)
    made = chain_of(cells, by=("groep",), steps=_steps(len(cell["steps"])))
    found = chain(made, across="groep", reference=REF)
    looked = [found.steps[cell["at"] - 1]] if difference else found.steps
    return any(any_called(step.comparison, difference) for step in looked)


def _steps(many) -> tuple[Step, ...]:
    first = Step("s0", {"nl": "s0", "en": "s0"})
    return (
        first,
        *(
            Step(f"s{k}", {"nl": f"s{k}", "en": f"s{k}"}, of=f"s{k - 1}")
            for k in range(1, many + 1)
        ),
    )


def like_with_like(cell, difference, rng) -> bool:
    (n,), rest = people_of(cell)
    rates = {"g0": min(max(cell["rate"] + difference, 0), 1), REF: cell["rate"]}
    sizes = {"g0": (n, cell["group_parts"]), REF: (rest, cell["reference_parts"])}
    cells = {}
    for name, (people, parts) in sizes.items():
        for at, part in enumerate(parts):
            here = round(people * part)
            cells[name, f"h{at}"] = (int(rng.binomial(here, rates[name])), here)
    made = tally_of(cells, by=("groep", "soort"))
    found = adjusted(made, across="groep", reference=REF, given="soort")
    value = found.figure("difference-like-with-like", {"groep": "g0"}).value
    return said(found.answers[0].certainty, value, difference)


def of_combinations(cell, difference, rng) -> bool:
    keys = list(product(*map(range, cell["levels"])))
    shares = [cell["share"]] + [(1 - cell["share"]) / (len(keys) - 1)] * (len(keys) - 1)
    people = rng.multinomial(cell["people"], shares)
    rates = [min(max(cell["rate"] + difference * (key == keys[0]), 0), 1) for key in keys]
    cells = {
        tuple(f"{letter}{level}" for letter, level in zip("abc", key, strict=False)): (
            int(x),
            int(n),
        )
        for key, n, x in zip(keys, people, rng.binomial(people, rates), strict=True)
    }
    found = searched(tally_of(cells, by=tuple("abc"[: len(cell["levels"])])), cell["depth"])
    if not difference:
        return any(each.found for each in found)
    wanted = tuple((letter, f"{letter}0") for letter in "abc"[: len(cell["levels"])])
    return any(
        each.found and each.group.of == wanted and (each.difference > 0) == (difference > 0)
        for each in found
    )


def between_deciders(cell, difference, rng) -> bool:
    many, each = cell["deciders"], cell["people"] // cell["deciders"]
    spread = spread_of(difference, rate=cell["rate"]) if difference else 0.0
    middle = np.log(cell["rate"] / (1 - cell["rate"])) + spread * rng.standard_normal(many)
    cases = rng.binomial(each, 1 / (1 + np.exp(-middle)))
    fit = random_intercept([[1.0]] * many, cases.tolist(), [each] * many, list(range(many)))
    if isinstance(fit, NotFitted) or spread_test(fit) > 0.05:
        return False
    found = region(fit, level=0.95)
    return found is not None and found.ends.low > 0


def of_pay(cell, difference, rng) -> bool:
    """Whole euros a month, with what the method calls of the gap as it is."""
    sizes, rest = people_of(cell)
    counts = {}
    names = [*names_of(sizes), REF]
    for name, n in zip(names, [*sizes, rest], strict=True):
        drawn = _paid(cell, difference, (name, n), rng)
        counts |= {(name, *each): people for each, people in drawn}
    columns = ("groep", "loon", "schaal")
    scale = "schaal" if cell["questions"] > 1 else None
    made = counted(counts, by=columns if scale else columns[:2])
    found = pay(made, across="groep", reference=REF, amount="loon", scale=scale)
    groups = ["g0"] if difference else names_of(sizes)
    first = {}
    for answer in found.answers:
        first.setdefault(answer.of.get("groep"), answer)
    return any(
        said(first[each].certainty, found.figure("gap", {"groep": each}).value, difference)
        for each in groups
    )


def _paid(cell, difference, group, rng):
    """Amounts; with a second question also a scale, through which the whole difference goes.

    What is left within a scale is drawn so that each group has the spread of the cell.
    """
    name, n = group
    spread, planned = cell["spread"], name == "g0"
    if cell["questions"] == 1:
        return _euros(3000 + difference * planned + spread * rng.standard_normal(n))
    apart = 1.5 * spread  # between the two scales
    high = 0.5 + difference / apart * (0.5 if planned else -0.5)
    scales = rng.random_sample(n) < high
    within = np.sqrt(spread**2 - apart**2 * high * (1 - high))
    drawn = 3000 + apart * scales + within * rng.standard_normal(n)
    return [*_euros(drawn[~scales], "a"), *_euros(drawn[scales], "b")]


def _euros(drawn, *scale):
    """Each whole amount (with its scale), and how many people earn it."""
    amounts, people = np.unique(np.maximum(np.rint(drawn), 0).astype(int), return_counts=True)
    keys = ((str(each), *scale) for each in amounts.tolist())
    return list(zip(keys, people.tolist(), strict=True))


def of_profile(cell, difference, rng) -> bool:
    """The profile chooses blindly, but for the planned mistake in the group."""
    (n,), rest = people_of(cell)
    among = cell.get("among", "found")
    # `rate` is how often one errs: passed over when found, chosen when not.
    base = 1 - cell["rate"] if among == "found" else cell["rate"]
    cells = {}
    for name, people, shift in (("g0", n, difference), (REF, rest, 0.0)):
        with_it = round(people * cell["found"])
        for found, size in (("ja", with_it), ("nee", people - with_it)):
            hit = (found == "ja") == (among == "found")
            rate = base + (-shift if among == "found" else shift) * hit
            chosen = int(rng.binomial(size, min(max(rate, 0), 1)))
            cells[name, "ja", found] = chosen
            cells[name, "nee", found] = size - chosen
    variables = tuple(f"v{at}" for at in range(len(cell["levels"])))
    made = counted(
        with_variables(cells, cell["levels"], rng), by=("groep", "gekozen", "gevonden", *variables)
    )
    result = risk_profile(
        made,
        across="groep",
        reference=REF,
        selected="gekozen",
        found="gevonden",
        variables=variables,
    )
    topic = "missed" if among == "found" else "wrongly-chosen"
    if not difference:
        return any(each.certainty is Certainty.DIFFERENCE for each in result.answers)
    answer = next(a for a in result.answers if a.code.startswith(topic) and a.of == {"groep": "g0"})
    value = result.figure(f"{topic}-above-reference", {"groep": "g0"}).value
    return said(answer.certainty, value, difference)


def with_variables(cells, levels, rng):
    """The same people, each with a value of each variable that lot gave."""
    if not levels:
        return cells
    values = [tuple(map(str, each)) for each in product(*map(range, levels))]
    return {
        (*key, *value): int(people)
        for key, n in cells.items()
        for value, people in zip(
            values, rng.multinomial(n, [1 / len(values)] * len(values)), strict=True
        )
        if people
    }


def counted(cells, *, by):
    """A tally of people without an outcome."""
    from tests.tallies import count
    from waterpas.results import Source
    from waterpas.tallies.tally import Cell, Tally

    known = {n: Cell(n=count(n)) for n in set(cells.values())}  # many cells are alike
    return Tally(
        by=by,
        cells={key: known[n] for key, n in cells.items()},
        sources=(Source("test", None, len(cells), len(cells)),),
    )


def of_course(cell, difference, rng) -> bool:
    (n,), rest = people_of(cell)
    cells = {}
    places = [("hier", n, rest, difference)]
    if cell.get("elsewhere"):
        m = round(cell["elsewhere"] * cell["share"])
        places.append(("elders", m, cell["elsewhere"] - m, 0.0))
    for place, group, reference, shift in places:
        for period in range(cell["before"] + cell["after"]):
            after = period >= cell["before"]
            rate = cell["rate"] + cell["gap"] + shift * after
            year = str(2000 + period)
            cells["g0", year, place] = (int(rng.binomial(group, min(max(rate, 0), 1))), group)
            cells[REF, year, place] = (int(rng.binomial(reference, cell["rate"])), reference)
    more: dict[str, Any] = {}
    if cell.get("elsewhere"):
        more = {"where": "plaats", "introduced_in": "hier"}
    found = change(
        tally_of(cells, by=("groep", "jaar", "plaats")),
        across="groep",
        reference=REF,
        period="jaar",
        since=str(2000 + cell["before"]),
        **more,
    )
    name = "beyond" if cell.get("elsewhere") else "change"
    value = found.figure(name, {"groep": "g0"}).value
    return said(found.answers[0].certainty, value, difference)


def of_days(cell, difference, rng) -> bool:
    """Waiting ends at a constant speed; who still waits at the end of the time is open."""
    (n,), rest = people_of(cell)
    until = -np.log(1 - cell["decided"]) * cell["days"] / np.log(2)
    counts = Counter()
    for name, size, days in (("g0", n, cell["days"] + difference), (REF, rest, cell["days"])):
        times = -np.log(rng.random_sample(size)) * days / np.log(2)
        whole = np.ceil(np.minimum(times, until)).astype(int)
        for end, there in (("besluit", times <= until), ("open", times > until)):
            days, people = np.unique(whole[there], return_counts=True)
            keys = ((name, str(day), end) for day in days.tolist())
            counts.update(dict(zip(keys, people.tolist(), strict=True)))
    found = duration(
        counted(counts, by=("groep", "dagen", "einde")),
        across="groep",
        reference=REF,
        days="dagen",
        ended="einde",
        decided="besluit",
    )
    figure = found.figure("mean-difference", {"groep": "g0"})
    return said(found.answers[0].certainty, figure.value if figure else 0, difference)


DRAWN: dict[str, Callable[..., bool]] = {
    "audit": audit,
    "chain": in_chain,
    "adjusted": like_with_like,
    "intersections": of_combinations,
    "deciders": between_deciders,
    "pay": of_pay,
    "risk_profile": of_profile,
    "change": of_course,
    "days": of_days,
}


def shares(design, at, *, draws=None, factor=1.0) -> dict[str, float]:
    """In which share of tables a difference is called: the planned one, per way; and without."""
    cell = GRID[design][at]
    many = draws or cell.get("draws", GRID["draws"])
    ways = {way: factor * each for way, each in planned(cell, design).items()} | {WITHOUT: 0.0}
    rng = frozen([GRID["seed"], list(DRAWN).index(design), at])
    return {
        way: sum(DRAWN[design](cell, difference, rng) for _ in range(many)) / many
        for way, difference in ways.items()
    }
