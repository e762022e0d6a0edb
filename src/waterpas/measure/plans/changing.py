"""How often a change in a gap is seen, from periods before and after a measure."""

from dataclasses import dataclass
from math import sqrt

from waterpas.measure.changes.rates import Rate, Term, interval_of
from waterpas.measure.changes.trend import ENOUGH_POINTS
from waterpas.measure.normal import critical_value
from waterpas.measure.plans.chances import seen
from waterpas.measure.plans.student_power import reach_of, spreads
from waterpas.results import Count, People

_NOBODY = People(Count.exact(0))  # a plan is about nobody yet


@dataclass(frozen=True, slots=True)
class Course:
    """What is planned: the rates before, how the people are divided, and how many periods.

    `sizes` are the parts of all people that are in the group and in the reference. `elsewhere`:
    people per period on places without the measure, divided in the same way; 0: none.
    """

    group: float
    reference: float
    sizes: tuple[float, float]
    before: int
    after: int
    elsewhere: float = 0.0


def of_change(difference: float, *, people: float, course: Course, level: float) -> float:
    """How often it is seen that the rate of the group changes by this much.

    `people` per period. A change is seen when the interval of the method leaves out no change:
    how far that reaches is reckoned at the rates that are expected. With eight periods or more on
    each side the method also asks whether periods differ more than chance; that costs a little,
    as it may find so by chance.
    """
    after = min(max(course.group + difference, 0.0), 1.0)
    here = people * course.sizes[0], people * course.sizes[1]
    terms = [
        *_terms(course.group, after, here[0], course, sign=1),
        *_terms(course.reference, course.reference, here[1], course, sign=-1),
    ]
    if course.elsewhere:
        there = course.elsewhere * course.sizes[0], course.elsewhere * course.sizes[1]
        terms += _terms(course.group, course.group, there[0], course, sign=-1)
        terms += _terms(course.reference, course.reference, there[1], course, sign=1)
    interval = interval_of(terms, level=level)
    end = interval.low if difference > 0 else -interval.high
    reach = abs(difference) - end
    present = sqrt(sum(rate.value * (1 - rate.value) / rate.n for _, rate in terms))
    return sum(
        weight * seen(abs(difference), without=times * reach, present=present, z=1.0)
        for times, weight in _wider(course)
    )


def _terms(before: float, after: float, people: float, course: Course, *, sign: int) -> list[Term]:
    """The rate after and the rate before of one group, as the method adds and subtracts them."""
    return [
        (sign, _expected(after, people * course.after)),
        (-sign, _expected(before, people * course.before)),
    ]


def _expected(rate: float, n: float) -> Rate:
    return Rate(rate, n, rate, rate, n, _NOBODY)


def _wider(course: Course) -> list[tuple[float, float]]:
    """How many times wider the interval may become by ups and downs that are only chance."""
    if min(course.before, course.after) < ENOUGH_POINTS:
        return [(1.0, 1.0)]
    freedom = course.before + course.after - 2
    more = reach_of(0.95, freedom) / critical_value(0.95)
    return [(s * more if s > 1 else 1.0, weight) for s, weight in spreads(freedom)]
