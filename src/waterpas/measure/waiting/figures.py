"""The figures about one group, each with the people it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from waterpas.measure.waiting.answers import BLOCKED, COUNTED, SMALLEST
from waterpas.measure.waiting.curve import median_of
from waterpas.measure.waiting.found import Found, Group
from waterpas.measure.waiting.shares import Share, difference_interval, ratio_interval
from waterpas.results import Count, Figure, Interval, Note, People, Unit

GREENWOOD, LOG_LOG, INCIDENCE = "greenwood", "brookmeyer-crowley", "aalen-johansen"


def figures_of(found: Found, *, across: str, level: float) -> Iterator[Figure]:
    """All figures about one group; the first one holds its people."""
    make = _Maker({across: found.level}, level)
    if found.cannot in BLOCKED:
        return
    if found.cannot:
        if people := _people(*(each for each in (found.mine, found.other) if each.waits.n)):
            yield make.days(COUNTED, None, None, "", people)
    else:
        yield from _means(found, make)
        yield from _medians(found, make)
    for name, both in found.shares.items():
        if both:
            yield from _shares(name, both, make)
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
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        return Figure(
            name, "days", value, interval, self.of, method, people, notes=notes, also=also
        )

    def share(
        self, name: str, unit: Unit, value: float, interval: Interval, some: Sequence[Share]
    ) -> Figure:
        people = tuple(People(Count.exact(each.people), Count.exact(each.cases)) for each in some)
        return Figure(name, unit, value, interval, self.of, INCIDENCE, people)

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


def _decided(*groups: Group) -> tuple[People, ...]:
    """Those with a decision within the horizon: a figure tells of them too."""
    return tuple(People(Count.exact(group.decided)) for group in groups)


def _means(found: Found, make: _Maker) -> Iterator[Figure]:
    mine, other, level = found.mine, found.other, make.level
    both, tells = _people(mine, other), _decided(mine, other)
    days = partial(make.days, method=GREENWOOD)
    yield days("mean", mine.mean.value, mine.mean_interval(level), people=both[:1], also=tells[:1])
    between = other.mean_interval(level)
    yield days("reference-mean", other.mean.value, between, people=both[1:], also=tells[1:])
    between = found.difference_interval(level)
    yield days("mean-difference", found.difference, between, people=both, also=tells)
    yield make.days(SMALLEST, found.smallest, None, "", both, also=tells)


def _medians(found: Found, make: _Maker) -> Iterator[Figure]:
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
            also=_decided(group),
            notes=notes,
        )


def _shares(name: str, both: tuple[Share, Share], make: _Maker) -> Iterator[Figure]:
    one, other = both
    yield make.share(name, "rate", one.value, one.interval(make.level), [one])
    yield make.share(f"reference-{name}", "rate", other.value, other.interval(make.level), [other])
    between = difference_interval(one, other, make.level)
    yield make.share(f"{name}-difference", "difference", one.value - other.value, between, both)
