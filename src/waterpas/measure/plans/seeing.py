"""What a plan could show: the smallest difference, the fewest people, or how long it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil, floor

from waterpas.measure.changes.how_long import LONGEST
from waterpas.measure.estimates import FEW_PEOPLE
from waterpas.measure.paid.quantiles import allowed
from waterpas.measure.plans.asked import Asked
from waterpas.measure.plans.designs import FEWEST_DECIDERS, FEWEST_EACH, Part, parts_of
from waterpas.measure.plans.solving import MOST_PEOPLE, fewest, smallest

FEW_EXPECTED = 10  # with fewer of the group on one side of the outcome the formula is a rough one
FEW_AMOUNTS = 30  # so many of an amount are needed for its mean to be nearly normal


@dataclass(frozen=True, slots=True)
class Seen:
    """What one comparison could show with so many people; per way None: no difference at all."""

    part: Part
    people: float
    ways: Mapping[int, float | None]

    @property
    def answer(self) -> float | None:
        """The difference that is seen whichever way it lies, if it can lie that way."""
        return max((each for each in self.ways.values() if each is not None), default=None)


def seen_with(plan: Asked, people: float) -> tuple[Seen, ...]:
    """What these people could show, per comparison."""
    return tuple(
        Seen(
            part,
            people,
            {way.sign: smallest(way, people=people, power=plan.power) for way in part.ways},
        )
        for part in parts_of(plan)
    )


def needed_for(plan: Asked, difference: float) -> tuple[tuple[Part, int | None], ...]:
    """How many people each comparison needs in all; None: however many, it is not enough.

    Enough for the difference whichever way it lies, if it can lie that way.
    """
    return tuple((part, _needed(part, plan, difference)) for part in parts_of(plan))


def _needed(part: Part, plan: Asked, difference: float) -> int | None:
    possible = [way for way in part.ways if difference <= way.most]
    found = [fewest(way, difference=difference, power=plan.power) for way in possible]
    sizes = [size for size in found if size is not None]
    if not found or len(sizes) < len(found):
        return None
    most = ceil(max([least_people(part, plan), *sizes]) - 1e-9)
    return most if most <= MOST_PEOPLE else None


def least_people(part: Part, plan: Asked) -> float:
    """With fewer people than this the method gives no answer, whatever the difference."""
    if plan.design == "deciders":
        return float(max(FEWEST_DECIDERS, plan.deciders) * FEWEST_EACH)
    smallest_side = min(part.group, part.reference)
    return FEW_PEOPLE / smallest_side


def is_too_few(seen: Seen, plan: Asked) -> bool:
    """Whether the method says nothing with so many people."""
    if plan.design == "deciders" and plan.deciders < FEWEST_DECIDERS:
        return True
    if seen.part.through < 1 and seen.part.enough_come_through(seen.people) < plan.power:
        return True
    return seen.people < least_people(seen.part, plan) - 1e-9


def is_rough(part: Part, plan: Asked, people: float) -> bool:
    """Whether the formula is a rough one: few people of the group on one side of the outcome."""
    in_group = people * part.group
    if plan.design == "deciders":
        return people / plan.deciders * min(plan.rate, 1 - plan.rate) < FEW_EXPECTED
    if plan.design in {"pay", "duration"}:
        return in_group < FEW_AMOUNTS
    rate = plan.steps[int(part.of["step"]) - 1] if plan.steps else plan.rate + plan.gap
    return in_group * min(rate, 1 - rate) < FEW_EXPECTED


def is_roomy(part: Part, plan: Asked, people: float) -> bool:
    """Whether the plan asks more people than it takes: pay, with groups too small for a range.

    Then the method looks at nothing beside the gap, and is twice as easily sure of it.
    """
    fewest_people = floor(people * min(part.group, part.reference) + 0.5)
    return plan.design == "pay" and plan.questions == 1 and not allowed(0.5, fewest_people)


def periods_for(plan: Asked) -> int | None:
    """How many periods after a measure it takes to see the change; None: it is never seen."""
    people, difference = plan.people or 0.0, plan.difference or 0.0
    for after in range(1, LONGEST + 1):
        (part,) = parts_of(replace(plan, after=after))
        possible = [way for way in part.ways if difference <= way.most]
        if all(way.chance(difference, people) >= plan.power for way in possible):
            return after
    return None
