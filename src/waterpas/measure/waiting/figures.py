"""The figures about one group, each with the people it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from waterpas.measure.waiting.answers import SMALLEST
from waterpas.measure.waiting.apart import (
    beyond_half,
    counts_of_mean,
    from_ends,
    from_half,
    from_horizon,
    gave_up_later,
)
from waterpas.measure.waiting.bounded import COUNTED
from waterpas.measure.waiting.curve import median_of
from waterpas.measure.waiting.found import Found, Group
from waterpas.measure.waiting.shares import Share, difference_interval, ratio_interval
from waterpas.results import Count, Figure, Interval, Note, People, Unit

WITH_DECIMALS = 10  # fewer days leave with a decimal
GREENWOOD, LOG_LOG, INCIDENCE = "greenwood", "brookmeyer-crowley", "aalen-johansen"


def figures_of(found: Found, *, across: str, level: float) -> Iterator[Figure]:
    """All figures about one group; the first one holds its people.

    Those about the waiting time are shown together or not at all: each tells of both sides.
    """
    make = _Maker({across: found.level}, level)
    if found.cannot:
        if people := _people(*(each for each in (found.mine, found.other) if each.waits.n)):
            # Whatever the reason, a release hides it: which one it is tells of a few people.
            yield make.days(COUNTED, None, None, "", people, also=(exactly(0),))
    else:
        yield from _means(found, make)
        yield from _medians(found, make)
    for name, both in found.shares.items():
        if both:
            yield from _shares(name, both, make, _told_of(name, found))
            if name == "gave-up":
                yield make.ratio("gave-up-ratio", both)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes figures about one group."""

    of: dict[str, str]
    level: float

    def days(
        self,
        name: str,
        value: float | None,
        interval: Interval | None,
        method: str,
        people: tuple[People, ...],
        *,
        also: tuple[People, ...] = (),
        ends: tuple[People, ...] = (),
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        return Figure(
            name,
            "days",
            value,
            interval,
            self.of,
            method,
            people,
            notes=notes,
            also=also,
            ends=ends,
        )

    def share(
        self,
        name: str,
        unit: Unit,
        value: float,
        interval: Interval,
        some: Sequence[Share],
        *,
        also: tuple[People, ...],
    ) -> Figure:
        people = tuple(People(Count.exact(each.people), Count.exact(each.cases)) for each in some)
        return Figure(name, unit, value, interval, self.of, INCIDENCE, people, also=also)

    def ratio(self, name: str, both: tuple[Share, Share]) -> Figure:
        one, other = both
        people = tuple(People(Count.exact(each.people), Count.exact(each.cases)) for each in both)
        if not other.value:
            notes = (Note("ratio-undefined"),)
            return Figure(name, "ratio", None, None, self.of, "", people, notes=notes)
        interval, method = ratio_interval(one, other, self.level)
        return Figure(name, "ratio", one.value / other.value, interval, self.of, method, people)


def _people(*groups: Group) -> tuple[People, ...]:
    return tuple(group.people for group in groups)


def told_by_mean(*groups: Group, leaves: bool) -> tuple[People, ...]:
    """Of how many people the means of these groups tell; nobody, if those may not leave."""
    if not leaves:
        return (exactly(0),)
    return tuple(exactly(people) for group in groups for people in counts_of_mean(group))


def _means(found: Found, make: _Maker) -> Iterator[Figure]:
    mine, other, level = found.mine, found.other, make.level
    both, tells = _people(mine, other), told_by_mean(mine, other, leaves=found.leaves)
    days = partial(make.days, method=GREENWOOD)
    for name, group in (("mean", mine), ("reference-mean", other)):
        value, between = group.mean.value, group.mean_interval(level)
        yield days(name, value, between, people=_people(group), also=tells)
    between = found.difference_interval(level)
    yield days("mean-difference", found.difference, between, people=both, also=tells)
    yield make.days(SMALLEST, found.smallest, None, "", both, also=tells)


def _medians(found: Found, make: _Maker) -> Iterator[Figure]:
    tells = told_by_mean(found.mine, found.other, leaves=found.leaves)
    for name, group in (("median", found.mine), ("reference-median", found.other)):
        half = median_of(group.curve, level=make.level)
        notes: tuple[Note, ...] = ()
        if half.value is None:
            notes = (Note("median-not-reached"),)
        elif half.interval(make.level) is None:
            notes = (Note("median-open-end"),)
        yield make.days(
            name,
            half.value,
            half.interval(make.level),
            LOG_LOG,
            _people(group),
            also=(*tells, exactly(beyond_half(group))),
            ends=tuple(map(exactly, from_ends(group, [found.term], make.level))),
            notes=notes,
        )


def _shares(
    name: str, both: tuple[Share, Share], make: _Maker, told: tuple[tuple[People, ...], ...]
) -> Iterator[Figure]:
    """The share of the group and of the others, and the difference; `told`: who else they tell of.

    A difference tells of both.
    """
    one, other = both
    level, (mine, others) = make.level, told
    yield make.share(name, "rate", one.value, one.interval(level), [one], also=mine)
    between = other.interval(level)
    yield make.share(f"reference-{name}", "rate", other.value, between, [other], also=others)
    size, between = one.value - other.value, difference_interval(one, other, level)
    also = (*mine, *others)
    yield make.share(f"{name}-difference", "difference", size, between, both, also=also)


def _told_of(name: str, found: Found) -> tuple[tuple[People, ...], tuple[People, ...]]:
    """Of whom the share within the term tells beside the other figures, in the group and others."""
    if name != "within" or found.term is None:
        return (), ()
    mine, other = (
        tuple(map(exactly, after_term(group, found.term, found.until, found.leaves)))
        for group in (found.mine, found.other)
    )
    return mine, other


def after_term(group: Group, term: float, until: float | None, leaves: bool) -> Iterator[int]:
    """How many got a decision after the term; and who is left without those who gave up.

    From the share within the term and the share that gave up, whoever knows the number of people
    counts the rest. A half on half a day, shown under ten days only, is exactly half of the
    people: beside it those between it and the term are counted. And beside the horizon, and the
    half on whatever day, they are bounded. `leaves`: whether the horizon does.
    """
    waits = group.waits
    within = waits.until(term, "decided")
    yield int(waits.decided.sum()) - within
    if until is not None:
        gave_up = waits.until(until, "gave-up")
        yield waits.n - within - gave_up
        yield gave_up_later(group, term, gave_up)
    half = median_of(group.curve).value
    if half is not None and half < WITH_DECIMALS and half not in (term, round(half)):
        yield abs(within - waits.until(half, "decided"))
    if leaves:
        yield from_horizon(group, term)
    yield from_half(group, term)


def exactly(people: int) -> People:
    """So many people."""
    return People(Count.exact(people))
