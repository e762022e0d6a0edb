"""A plan as figures and answers."""

from collections.abc import Iterator, Mapping
from math import floor, log10

from waterpas.measure.plans.asked import Asked
from waterpas.measure.plans.chances import kept
from waterpas.measure.plans.designs import (
    FEWEST_DECIDERS,
    Part,
    comparisons_of,
    parts_of,
    strata_of,
)
from waterpas.measure.plans.seeing import (
    Seen,
    is_roomy,
    is_rough,
    is_too_few,
    needed_for,
    periods_for,
    seen_with,
)
from waterpas.measure.plans.solving import MOST_PEOPLE
from waterpas.results import Answer, Figure, Note
from waterpas.results.measured import Unit

# A size has no sign: a proportion, unless it is an amount or a time.
UNITS: Mapping[str, Unit] = {"pay": "amount", "duration": "days"}
SIGNS = {1: "higher", -1: "lower"}
ALL = 1e-9
PER_PERIOD = "people-per-period"
STEPS_TO_EACH_SIDE = 4  # in the picture, so many sizes below and above


def smallest_found(plan: Asked, people: float) -> tuple[list[Answer], list[Figure]]:
    """What could be seen with these people."""
    answers: list[Answer] = []
    figures: list[Figure] = []
    for seen in seen_with(plan, people):
        answers += _answers(seen, plan)
        figures += [*_sizes(seen.part, plan, people, name=whole_name(plan)), *_smallest(seen, plan)]
    return answers, figures


def _answers(seen: Seen, plan: Asked) -> Iterator[Answer]:
    of = dict(seen.part.of)
    if reason := _why_not(seen, plan):
        yield Answer(reason, of, (whole_name(plan),))
        return
    yield Answer(f"{plan.design}-smallest", of, ("smallest",))
    for sign, value in seen.ways.items():
        room = next(way.most for way in seen.part.ways if way.sign == sign)
        if value is None and room > 0:
            yield Answer(f"never-{SIGNS[sign]}", of, ("smallest",))


def _why_not(seen: Seen, plan: Asked) -> str:
    if reason := no_plan(plan):
        return reason
    if is_too_few(seen, plan):
        return "cannot-few-each" if plan.design == "deciders" else "cannot-too-few"
    return "cannot-see" if seen.answer is None else ""


def no_plan(plan: Asked) -> str:
    """Why no number of people helps; empty: it can."""
    if plan.design == "adjusted" and kept(strata_of(plan), share=plan.share) <= 0:
        return "cannot-no-overlap"
    if plan.design == "deciders" and plan.deciders < FEWEST_DECIDERS:
        return "cannot-few-deciders"
    return ""


def whole_name(plan: Asked) -> str:
    """What is counted: people, or cases that are decided on."""
    return "cases" if plan.design == "deciders" else "people"


def _sizes(part: Part, plan: Asked, people: float, *, name: str) -> Iterator[Figure]:
    """How many people there are, and how many of them are compared."""
    of = dict(part.of)
    if not of:
        yield Figure(name, "people", floor(people + 1e-9))
    if plan.design == "deciders":
        yield Figure("each", "people", floor(people / plan.deciders + 1e-9), of=of)
        return
    ours, theirs = (floor(people * side + 0.5) for side in (part.group, part.reference))
    if abs((plan.groups - 1) * part.group + part.reference - 1) < ALL:
        theirs = floor(people + 1e-9) - (plan.groups - 1) * ours  # together they are everybody
    yield Figure("in-group", "people", ours, of=of)
    yield Figure("in-reference", "people", theirs, of=of)


def _smallest(seen: Seen, plan: Asked) -> Iterator[Figure]:
    if _why_not(seen, plan) not in {"", "cannot-see"}:
        return
    unit, of = UNITS.get(plan.design, "rate"), dict(seen.part.of)
    yield Figure("smallest", unit, seen.answer, of=of)
    if len(seen.ways) > 1:
        for sign, value in seen.ways.items():
            yield Figure(f"smallest-{SIGNS[sign]}", unit, value, of=of)


def needed_found(plan: Asked, difference: float) -> tuple[list[Answer], list[Figure]]:
    """How many people are needed: those of the comparison that needs most."""
    if reason := no_plan(plan):
        return [Answer(reason)], []
    found = needed_for(plan, difference)
    sizes = [size for _, size in found]
    steps = [Figure("needed", "people", size, of=dict(part.of)) for part, size in found if part.of]
    if any(size is None for size in sizes):
        return [Answer("cannot-enough")], steps
    most = max(size for size in sizes if size is not None)
    part = next(each for each, size in found if size == most)
    whole = Part(part.ways, *_whole(plan, part))
    return [Answer(f"{plan.design}-needed", figures=("needed",))], [
        *_sizes(whole, plan, most, name="needed"),
        *steps,
    ]


def _whole(plan: Asked, part: Part) -> tuple[float, float]:
    """The parts of all people that are needed: of a chain, those who start it."""
    first = parts_of(plan)[0]
    return (first.group, first.reference) if part.of else (part.group, part.reference)


def periods_found(plan: Asked) -> tuple[list[Answer], list[Figure]]:
    """How long it takes after a measure."""
    periods = periods_for(plan)
    (part,) = parts_of(plan)
    code = "change-never" if periods is None else "change-periods"
    return [Answer(code, figures=("periods",))], [
        *_sizes(part, plan, plan.people or 0.0, name=whole_name(plan)),
        Figure("periods", "number", periods),
    ]


def more_figures(plan: Asked) -> Iterator[Figure]:
    """How many comparisons are planned for, and what is lost by comparing people alike."""
    if plan.design == "adjusted":
        yield Figure("kept", "share", kept(strata_of(plan), share=plan.share))
    yield Figure("comparisons", "number", comparisons_of(plan))


def steps_of(plan: Asked, people: float) -> Iterator[Figure]:
    """The smallest difference with fewer and with more people: what the picture shows."""
    unit = UNITS.get(plan.design, "rate")
    for size in _round_sizes(people):
        some = seen_with(plan, size)
        last = max(some, key=lambda each: each.answer if each.answer is not None else 1e15)
        if not is_too_few(last, plan):
            yield Figure("smallest-with", unit, last.answer, of={_counted(plan): str(size)})


def _counted(plan: Asked) -> str:
    """What a size stands for: before and after a measure people are counted in every period."""
    return PER_PERIOD if plan.design == "change" else whole_name(plan)


def _round_sizes(people: float) -> list[int]:
    """Round numbers around this one: 100, 200, 500, 700, 1,000, 2,000, 5,000."""
    power = floor(log10(people))
    rounds = [m * 10**e for e in range(max(power - 3, 0), power + 4) for m in (1, 2, 5)]
    below = [each for each in rounds if each < people][-STEPS_TO_EACH_SIDE:]
    above = [each for each in rounds if each > people][:STEPS_TO_EACH_SIDE]
    return [each for each in (*below, floor(people), *above) if each <= MOST_PEOPLE]


def notes_of(plan: Asked, people: float | None, *, can_be: bool) -> Iterator[Note]:
    """What one must know with it; `can_be`: there is a size that can be seen."""
    if can_be:
        yield Note("seen-so-often", {"times": round(100 * plan.power)})
    if (many := comparisons_of(plan)) > 1:
        yield Note("comparisons", {"count": many})
    if plan.groups > 2:
        yield Note("others-as-small")
    if plan.design == "intersections":
        yield Note("careful")
    if plan.design == "change" and min(plan.before, plan.after) >= 8:
        yield Note("ups-and-downs")
    if people is not None and any(is_rough(part, plan, people) for part in parts_of(plan)):
        yield Note("rough")
    if people is not None and any(is_roomy(part, plan, people) for part in parts_of(plan)):
        yield Note("roomy")
