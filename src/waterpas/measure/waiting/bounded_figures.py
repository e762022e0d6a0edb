"""The figures about a group whose counts were rounded or hidden: everything at least and at most.

Such a release may tell in which few tables both ends lie: so none of it leaves where one count of
both sides may be of fewer than ten people.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from waterpas.measure.waiting.apart import beyond_half
from waterpas.measure.waiting.bounded import COUNTED, Between, BothEnds, Bounded, mean_of
from waterpas.measure.waiting.bounded_answers import ENDS, HALVES, MEANS, shares_of
from waterpas.measure.waiting.bounds import Bounds
from waterpas.measure.waiting.figures import GREENWOOD, INCIDENCE, after_term, exactly, told_by_mean
from waterpas.measure.waiting.waits import Ending
from waterpas.results import Figure, Interval, Note, People, Unit

KAPLAN_MEIER = "kaplan-meier"


def figures_between(found: Bounded, *, across: str, level: float) -> Iterator[Figure]:
    """All figures about one group; the first one holds its people."""
    make = _Maker({across: found.level}, (exactly(found.smallest),))
    mine, other = found.mine, found.other
    both = tuple(People(each.people()) for each in (mine, other) if each.people().high)
    if found.cannot and both:
        # As with counts that are known: which reason it is, tells of a few people.
        yield Figure(COUNTED, "days", None, of=make.of, people=both, also=(exactly(0),))
    elif not found.cannot:
        yield from _days(found, make, level)
    for name, some in found.shares.items():
        if some:
            yield from _shares(name, some, found, make, level)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes both ends of figures about one group. `also`: of whom each of them tells."""

    of: dict[str, str]
    also: tuple[People, ...]

    def both(
        self,
        name: str,
        unit: Unit,
        between: Between,
        method: str,
        people: tuple[People, ...],
        also: tuple[People, ...],
    ) -> Iterator[Figure]:
        values = (between.least, between.around_least), (between.most, between.around_most)
        for end, (value, around) in zip(ENDS, values, strict=True):
            yield self.one(f"{name}-{end}", unit, value, around, method, people, also)

    def one(
        self,
        name: str,
        unit: Unit,
        value: float | None,
        around: Interval | None,
        method: str,
        people: tuple[People, ...],
        also: tuple[People, ...],
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        also = (*self.also, *also)
        return Figure(name, unit, value, around, self.of, method, people, also=also, notes=notes)


def _days(found: Bounded, make: _Maker, level: float) -> Iterator[Figure]:
    sides = found.mine, found.other
    tells = told_by_mean(*(each.fewest for each in sides), leaves=found.leaves)
    people = tuple(People(each.people()) for each in sides)
    for name, side, who in zip(MEANS, sides, people, strict=False):
        yield from make.both(name, "days", mean_of(side, level), GREENWOOD, (who,), tells)
    yield from make.both(MEANS[2], "days", found.difference(level), GREENWOOD, people, tells)
    for name, side, who in zip(HALVES, sides, people, strict=True):
        more = (*tells, exactly(beyond_half(side.fewest)))
        for end, day in zip(ENDS, side.halves, strict=True):
            notes = () if day is not None else (Note("median-not-reached"),)
            yield make.one(
                f"{name}-{end}", "days", day, None, KAPLAN_MEIER, (who,), more, notes=notes
            )


def _shares(
    name: str, both: BothEnds, found: Bounded, make: _Maker, level: float
) -> Iterator[Figure]:
    sides = (found.mine, both.mine), (found.other, both.other)
    people = tuple(_people(side, name, found) for side, _ in sides)
    told = tuple(each for side, _ in sides for each in _told(side, name, found))
    own, others, difference = shares_of(name)
    for each, (_, ends), who in zip((own, others), sides, people, strict=True):
        least, most = ends.least, ends.most
        around = least.interval(level), most.interval(level)
        between = Between(least.value, most.value, *around)
        yield from make.both(each, "rate", between, INCIDENCE, (who,), told)
    between = both.difference(level)
    yield from make.both(difference, "difference", between, INCIDENCE, people, told)


def _people(side: Bounds, name: str, found: Bounded) -> People:
    """All people of a side, and to how many of them it happened."""
    day = found.term if name == "within" else found.until
    ending: Ending = "decided" if name == "within" else "gave-up"
    return People(side.people(), side.people({ending: day or 0.0}))


def _told(side: Bounds, name: str, found: Bounded) -> Iterator[People]:
    """Of whom the share within the term tells beside the others, if there are as few as can be."""
    if name == "within" and found.term is not None:
        told = after_term(side.fewest, found.term, found.until, found.leaves)
        yield from map(exactly, told)
