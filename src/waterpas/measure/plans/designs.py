"""Each design: how a group can differ, how often that is seen, and how many people count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import inf, prod, sqrt

from waterpas.errors import CallError
from waterpas.measure.estimates import FEW_PEOPLE
from waterpas.measure.normal import critical_value
from waterpas.measure.plans.asked import Asked
from waterpas.measure.plans.chances import WHOLE, Stratum, of_rates, ten_come_through
from waterpas.measure.plans.changing import Course, of_change
from waterpas.measure.plans.deciding import gap_of, of_spread
from waterpas.measure.plans.solving import Way
from waterpas.measure.plans.student_power import of_means
from waterpas.measure.plans.waiting import of_days
from waterpas.texts import mark

MOST_COMBINATIONS = 200_000
FEWEST_DECIDERS, FEWEST_EACH = 10, 20  # with fewer the method gives no answer: see `deciders`
WIDEST = 30.0  # a spread between deciders in log odds that nobody has ever seen


@dataclass(frozen=True, slots=True)
class Part:
    """One comparison that is planned: the ways to differ, and who counts.

    `of` says which one (a step); empty: there is one. `group` and `reference` are the parts of
    all people that are compared; `through` is the chance of each of them to be among those, where
    that is left to what happens.
    """

    ways: tuple[Way, ...]
    group: float
    reference: float
    of: Mapping[str, str] = field(default_factory=dict)
    through: float = 1.0

    def enough_come_through(self, people: float) -> float:
        """How often there are ten left in both groups: with fewer the method says nothing."""
        return prod(
            ten_come_through(people * side / self.through, chance=self.through, least=FEW_PEOPLE)
            for side in (self.group, self.reference)
        )


def parts_of(plan: Asked) -> tuple[Part, ...]:
    """What is planned, as comparisons."""
    return BUILDERS[plan.design](plan)


def comparisons_of(plan: Asked) -> int:
    """How many comparisons the method makes at once; each must be surer when there are more.

    The methods adjust after Benjamini and Hochberg (1995). When one group only differs, its
    p-value must be below 0.05 divided by this number: that is what is planned for. When more
    differ, they are seen more easily.
    """
    groups = plan.groups - 1
    if plan.design == "chain":
        return groups * len(plan.steps)
    if plan.design == "intersections":
        return combinations_of(plan.levels, plan.depth)
    if plan.design == "risk_profile":
        return _of_profile(plan)
    if plan.design == "pay":  # with each first question it looks where: that counts all double
        return 2 * groups * plan.questions
    return 1 if plan.design == "deciders" else groups


def _of_profile(plan: Asked) -> int:
    """The comparisons of a risk profile: of groups, and of the variables it uses.

    The chance of control of each group, both kinds of mistake of all but one, and whether the
    profile finds more. Then the chance of control, and what is found, at each value of a variable;
    and how much each variable tells about the groups.
    """
    return 3 * plan.groups - 1 + 2 * sum(plan.levels) + len(plan.levels)


def combinations_of(levels: tuple[int, ...], depth: int) -> int:
    """How many combinations there are of at most `depth` characteristics."""
    sums = [1, *[0] * depth]  # of how many there are with so many characteristics
    for each in levels:
        for size in range(depth, 0, -1):
            sums[size] += sums[size - 1] * each
    many = sum(sums[1:])
    if many > MOST_COMBINATIONS:
        raise CallError(
            mark(
                "Dit zijn %(many)s combinaties. Meer dan %(most)s doorzoeken wij niet. Neem minder "
                "kenmerken, of maak combinaties minder diep."
            ),
            many=many,
            most=MOST_COMBINATIONS,
        )
    return many


def level_of(plan: Asked) -> float:
    """How sure each comparison must be."""
    return 1 - (1 - plan.level) / comparisons_of(plan)


def _rest(plan: Asked) -> float:
    """Which part is the reference: the other groups are taken to be as small as this one."""
    return 1 - (plan.groups - 1) * plan.share


def _of_rates(
    plan: Asked,
    *,
    rate: float,
    sizes: tuple[float, float],
    strata: tuple[Stratum, ...] = WHOLE,
    careful: bool = False,
    of: Mapping[str, str] | None = None,
    through: float = 1.0,
) -> Part:
    z = critical_value(level_of(plan))
    here = Part((), *sizes, of or {}, through)

    def way(sign: int, most: float) -> Way:
        def chance(difference: float, people: float) -> float:
            left = here.enough_come_through(people) if through < 1 else 1.0
            return left * of_rates(
                sign * difference,
                rate=rate,
                sizes=(people * sizes[0], people * sizes[1]),
                z=z,
                strata=strata,
                careful=careful,
            )

        return Way(sign, most, chance)

    return replace(here, ways=(way(1, 1 - rate), way(-1, rate)))


def _audit(plan: Asked) -> tuple[Part, ...]:
    return (_of_rates(plan, rate=plan.rate, sizes=(plan.share, _rest(plan))),)


def _chain(plan: Asked) -> tuple[Part, ...]:
    """Each step has those who came through all steps before it."""
    found, left = [], 1.0
    for at, rate in enumerate(plan.steps, start=1):
        sizes = plan.share * left, _rest(plan) * left
        found.append(_of_rates(plan, rate=rate, sizes=sizes, of={"step": str(at)}, through=left))
        left *= rate
    return tuple(found)


def _adjusted(plan: Asked) -> tuple[Part, ...]:
    return (
        _of_rates(plan, rate=plan.rate, sizes=(plan.share, _rest(plan)), strata=strata_of(plan)),
    )


def strata_of(plan: Asked) -> tuple[Stratum, ...]:
    """How both groups are spread over kinds of people."""
    return tuple(map(Stratum, plan.group_parts, plan.reference_parts))


def _intersections(plan: Asked) -> tuple[Part, ...]:
    """The smallest combination against everybody else; an exact test decides there."""
    sizes = plan.share, 1 - plan.share
    return (_of_rates(plan, rate=plan.rate, sizes=sizes, careful=True),)


def _risk_profile(plan: Asked) -> tuple[Part, ...]:
    """Mistakes are made among people in whom there is something to find, or among the others."""
    among = plan.found if plan.among == "found" else 1 - plan.found
    sizes = plan.share * among, _rest(plan) * among
    return (_of_rates(plan, rate=plan.rate, sizes=sizes, through=among),)


def _deciders(plan: Asked) -> tuple[Part, ...]:
    def chance(gap: float, people: float) -> float:
        return of_spread(
            gap,
            rate=plan.rate,
            deciders=plan.deciders,
            each=people / plan.deciders,
            level=level_of(plan),
        )

    return (Part((Way(1, gap_of(WIDEST, rate=plan.rate), chance),), 1.0, 0.0),)


def freedom_of(n: float, m: float) -> float:
    """Degrees of freedom of a difference of means, each with its own spread (Welch 1947).

    As in the method, whatever the plan says of spreads: with a small group they are few.
    """
    n, m = max(n, 1.5), max(m, 1.5)
    return (1 / n + 1 / m) ** 2 / (1 / (n**2 * (n - 1)) + 1 / (m**2 * (m - 1)))


def _pay(plan: Asked) -> tuple[Part, ...]:
    share, rest, level = plan.share, _rest(plan), level_of(plan)

    def chance(difference: float, people: float) -> float:
        n, m = people * share, people * rest
        error = plan.spread * sqrt(1 / n + 1 / m)
        return of_means(difference / error, freedom=freedom_of(n, m), level=level)

    return (Part((Way(1, inf, chance),), share, rest),)


def _change(plan: Asked) -> tuple[Part, ...]:
    course = course_of(plan)
    level = level_of(plan)

    def way(sign: int, most: float) -> Way:
        return Way(
            sign,
            most,
            lambda d, people: of_change(sign * d, people=people, course=course, level=level),
        )

    ways = way(1, 1 - course.group), way(-1, course.group)
    return (Part(ways, plan.share, _rest(plan)),)


def course_of(plan: Asked) -> Course:
    """The rates before the measure, and the periods."""
    return Course(
        group=plan.rate + plan.gap,
        reference=plan.rate,
        sizes=(plan.share, _rest(plan)),
        before=plan.before,
        after=plan.after,
        elsewhere=plan.elsewhere,
    )


def _duration(plan: Asked) -> tuple[Part, ...]:
    """The group waits longer, or shorter; everybody else so many days in the middle."""
    z = critical_value(level_of(plan))

    def way(sign: int, most: float) -> Way:
        def chance(difference: float, people: float) -> float:
            return of_days(
                sign * difference,
                days=plan.days,
                sizes=(people * plan.share, people * _rest(plan)),
                decided=plan.decided,
                z=z,
            )

        return Way(sign, most, chance)

    return (Part((way(1, inf), way(-1, plan.days)), plan.share, _rest(plan)),)


BUILDERS: Mapping[str, Callable[[Asked], tuple[Part, ...]]] = {
    "audit": _audit,
    "chain": _chain,
    "adjusted": _adjusted,
    "intersections": _intersections,
    "deciders": _deciders,
    "pay": _pay,
    "risk_profile": _risk_profile,
    "change": _change,
    "duration": _duration,
}
