"""Planning: how many people are needed, and what could be seen with those there are."""

from collections.abc import Sequence
from dataclasses import replace

from waterpas.measure.plans.asked import Among, Asked, asked_of
from waterpas.measure.plans.designs import comparisons_of
from waterpas.measure.plans.figures import (
    more_figures,
    needed_found,
    no_plan,
    notes_of,
    periods_found,
    smallest_found,
    steps_of,
)
from waterpas.results import Answer, Figure, Measured

METHOD = "power"
NEVER = "change-never"
UNSAID = ("no-verdict", "smaller-can-be", "if-it-is-so")


def power(
    design: str = "audit",
    *,
    people: float | None = None,
    difference: float | None = None,
    share: float | None = None,
    rate: float | None = None,
    groups: int | None = None,
    steps: Sequence[float] | None = None,
    group_parts: Sequence[float] | None = None,
    reference_parts: Sequence[float] | None = None,
    levels: Sequence[int] | None = None,
    depth: int | None = None,
    deciders: int | None = None,
    spread: float | None = None,
    questions: int | None = None,
    found: float | None = None,
    among: Among | None = None,
    gap: float | None = None,
    before: int | None = None,
    after: int | None = None,
    elsewhere: float | None = None,
    days: float | None = None,
    decided: float | None = None,
    power: float = 0.8,
    level: float = 0.95,
) -> Measured:
    """Plan a study: how many people it needs, or what could be seen with those there are.

    Answers: with `people`, "how large must a difference be, for us to see it?"; with `difference`,
    "how many people do we need to see it?". Of a change both may be given: "how long does it
    take?" It is about size, before anything is counted. It gives no verdict, and does not say that
    a smaller difference is not there, or does not matter.

    Parameters
    ----------
    design : str
        "audit" (groups on one outcome), "chain" (steps of a process), "adjusted" (people alike),
        "intersections" (combinations), "deciders", "pay", "risk_profile" (mistakes), "change", or
        "duration" (time to decision).
    people : float, optional
        All people together. Unit: persons; of a change per period, of a risk profile those of whom
        is known what was found.
    difference : float, optional
        The size that must be seen, above 0. A proportion; of pay in the unit of `spread`, of days
        in days. Of deciders that between one at the 10th and one at the 90th percentile; of a
        change that in the gap.
    share : float
        Which part of the people is in the (smallest) group.
    rate : float
        Rate of the reference, from 0 to 1; of deciders that of the one in the middle.
    groups : int
        How many groups there are, the reference too; the others are taken to be as small.
    steps : sequence of float
        Of a chain: which part of the reference comes through each step.
    group_parts, reference_parts : sequence of float
        How the group, and the reference, are spread over kinds of people that are alike.
    levels, depth : sequence of int, int
        How many values each characteristic has: of combinations, and how many make one; of a risk
        profile each variable that is looked at, at which the method looks as well.
    deciders : int
        How many people decide, each as often.
    spread : float
        Of pay: the standard deviation within a group.
    questions : int
        Of pay: how many of its first questions are asked of each group: the gap as it is, what
        remains of it among people alike (a scale), promotion, and leaving. From 1 to 4.
    found, among : float, str
        Of a risk profile: the part in whom there is something to find, and whether the mistake is
        made among those ("found") or among the others ("not-found").
    gap, before, after, elsewhere : float, int, int, float
        Of a change: how far the group lies from the reference before, how many periods before and
        after, and how many people per period on places without the measure.
    days, decided : float, float
        The days in the middle (median) for the reference, and the part of the people whose
        decision comes while we look.
    power : float, default 0.8
        How often the difference must be seen: at least 0.5, below 1.
    level : float, default 0.95
        How sure a finding must be, from 0.8 to 0.999. The methods go by 95%.

    Returns
    -------
    Measured
        Figures `smallest` (whichever way it lies), `smallest-higher`, `smallest-lower`; or
        `needed`; or `periods`; with `in-group`, `in-reference` and `smallest-with` so many people.
        Answers "cannot-..." say why no size helps.

    Raises
    ------
    CallError
        If a number is missing, is of another design, or cannot be.
    LevelError
        If `level` is below 0.8 or above 0.999.

    References
    ----------
    Per design in `waterpas.measure.plans`; see docs/methoden/power.md.

    Examples
    --------
    >>> plan = power("audit", people=700, share=0.1, rate=0.3)
    >>> round(plan.figure("smallest").value, 3)
    0.167
    >>> power("audit", difference=0.1, share=0.5, rate=0.2).figure("needed").value
    587
    """
    given: dict[str, object] = {
        "share": share,
        "rate": rate,
        "groups": groups,
        "steps": steps,
        "group_parts": group_parts,
        "reference_parts": reference_parts,
        "levels": levels,
        "depth": depth,
        "deciders": deciders,
        "spread": spread,
        "questions": questions,
        "found": found,
        "among": among,
        "gap": gap,
        "before": before,
        "after": after,
        "elsewhere": elsewhere,
        "days": days,
        "decided": decided,
    }
    return _measured(
        asked_of(
            design, people=people, difference=difference, power=power, level=level, given=given
        )
    )


def _measured(plan: Asked) -> Measured:
    answers, figures = _found(plan)
    people = plan.people if plan.people is not None else _needed(figures)
    figures = [*figures, *more_figures(plan)]
    if people is not None and not no_plan(plan):
        figures += steps_of(_as_found(plan, figures), people)
    return Measured(
        method=METHOD,
        answers=tuple(answers),
        figures=tuple(figures),
        sources=(),
        asked=plan.said(),
        level=plan.level,
        family=comparisons_of(plan),
        unsaid=UNSAID,
        notes=tuple(notes_of(plan, people, can_be=_can_be(answers))),
    )


def _can_be(answers: Sequence[Answer]) -> bool:
    """Whether some answer names a size, a number of people or of periods."""
    return not all(each.code.startswith("cannot-") or each.code == NEVER for each in answers)


def _as_found(plan: Asked, figures: Sequence[Figure]) -> Asked:
    """The plan with as many periods as it takes, when that was the question."""
    periods = next((each.value for each in figures if each.name == "periods"), None)
    return plan if periods is None else replace(plan, after=int(periods))


def _found(plan: Asked) -> tuple[list[Answer], list[Figure]]:
    if plan.people is None:
        return needed_found(plan, plan.difference or 0.0)
    if plan.difference is None:
        return smallest_found(plan, plan.people)
    return periods_found(plan)


def _needed(figures: Sequence[Figure]) -> float | None:
    return next((each.value for each in figures if each.name == "needed" and not each.of), None)
