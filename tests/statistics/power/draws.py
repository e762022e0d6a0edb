"""Tables drawn with the difference that was planned for, and how often the library finds it."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy import stats

from tests.statistics.frozen import frozen
from tests.statistics.intersections.draws import searched
from tests.tallies import chain_of, tally_of
from waterpas.measure.adjusted import adjusted
from waterpas.measure.chain import chain
from waterpas.measure.change import change
from waterpas.measure.groups import compare_groups
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.profile import region, spread_test
from waterpas.measure.multiplicity import benjamini_hochberg
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
HIGHER, LOWER, WITHOUT = "hoger", "lager", "zonder"


def planned(cell, design) -> dict[str, float]:
    """The smallest difference that the plan says can be seen, with its sign, per way."""
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
    sizes, rest = people_of(cell)
    reference = 3000 + cell["spread"] * rng.standard_normal(rest)
    ps, first = [], 0.0
    for at, n in enumerate(sizes):
        pay = 3000 + difference * (at == 0) + cell["spread"] * rng.standard_normal(n)
        first = pay.mean() - reference.mean() if at == 0 else first
        ps.append(float(stats.ttest_ind(pay, reference, equal_var=False).pvalue))
    called = [p <= 0.05 for p in benjamini_hochberg(ps)]
    return called[0] and (first > 0) == (difference > 0) if difference else any(called)


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
    made = counted(cells, by=("groep", "gekozen", "gevonden"))
    result = risk_profile(made, across="groep", reference=REF, selected="gekozen", found="gevonden")
    topic = "missed" if among == "found" else "wrongly-chosen"
    if not difference:
        return any(each.certainty is Certainty.DIFFERENCE for each in result.answers)
    answer = next(a for a in result.answers if a.code.startswith(topic) and a.of == {"groep": "g0"})
    value = result.figure(f"{topic}-above-reference", {"groep": "g0"}).value
    return said(answer.certainty, value, difference)


def counted(cells, *, by):
    """A tally of people without an outcome."""
    from tests.tallies import count
    from waterpas.results import Source
    from waterpas.tallies.tally import Cell, Tally

    return Tally(
        by=by,
        cells={key: Cell(n=count(n)) for key, n in cells.items()},
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
    """Waiting ends at a constant speed; who still waits at the end of the time is not decided."""
    (n,), rest = people_of(cell)
    speed = np.log(2) / cell["days"]
    until = -np.log(1 - cell["decided"]) / speed
    times = np.concatenate(
        [
            -np.log(rng.random_sample(n)) * (cell["days"] + difference) / np.log(2),
            -np.log(rng.random_sample(rest)) / speed,
        ]
    )
    group = np.arange(n + rest) < n
    z = logrank(np.minimum(times, until), times <= until, group)
    late = (z < 0) == (difference > 0)
    return bool(abs(z) > 1.959964 and (late or not difference))


def logrank(times, decided, group) -> float:
    """The log-rank statistic of the group, in standard errors: fewer decisions is below zero."""
    return observed_minus_expected(times, decided, group, in_errors=True)


def observed_minus_expected(times, decided, group, *, in_errors=False) -> float:
    """How many more of the group were decided on than if both groups went equally fast."""
    order = np.argsort(times, kind="stable")
    decided, group = decided[order], group[order]
    left = len(order) - np.arange(len(order))
    of_group = group.sum() - np.concatenate([[0], np.cumsum(group)[:-1]])
    share = of_group / left
    expected, variance = (share * decided).sum(), (share * (1 - share) * decided).sum()
    more = (group & decided).sum() - expected
    return float(more / np.sqrt(variance) if in_errors else more)


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
