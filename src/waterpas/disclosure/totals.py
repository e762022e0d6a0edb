"""Figures of a total: with those of its other groups they tell one that is hidden."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor

from waterpas.disclosure.sums import Counts, totals_over_hidden
from waterpas.disclosure.unlike import About, Key, key_of
from waterpas.results import Count, Figure, People

NEAR = 50  # a sum that differs by a fiftieth may be the same: with open cases it is not exact
AROUND = {"days": 0.5, "amount": 0.5}  # how far a figure may lie from what is read
FINE = 0.005


@dataclass(frozen=True, slots=True)
class _Table:
    """The same figure of several groups; `groups` has the people of each, shown or not."""

    name: str
    figures: Mapping[About, Figure]
    groups: Mapping[About, People]

    def counts(self) -> dict[About, Counts]:
        """Per group the people, and how many have the outcome or what the figure adds up to."""
        values = [each.value or 0.0 for each in self.figures.values()]
        most = 2 * max(map(abs, values)) + 1
        least = -most if min(values) < 0 else 0.0
        return {about: self._counts(about, least, most) for about in self.groups}

    def _counts(self, about: About, least: float, most: float) -> Counts:
        """A sum counts from the least that a value may be, for no count is below zero."""
        figure = self.figures.get(about)
        people = figure.people[0] if figure else self.groups[about]
        if people.cases is not None:
            return people.n, people.cases
        n, value = people.n, figure.value if figure else None
        if figure is None or value is None:
            return n, Count(None, 0, ceil(n.high * (most - least)))
        around = max(AROUND.get(figure.unit, FINE), abs(value) / NEAR)
        low, high = ((value - least + way * around) * n.high for way in (-1, 1))
        return n, Count(round((low + high) / 2), max(floor(low), 0), ceil(high))


def over_hidden(
    figures: Iterable[Figure], hidden: Collection[Key], *, minimum: int
) -> frozenset[Key]:
    """The figures that are shown of a group that is, or could be, a sum over a hidden one.

    A group may be large enough while some of its figures are hidden, for what else they would
    tell; or it may have no such figure. So this goes figure by figure: the people are those of the
    others together, and so are those with the outcome, or what the figure is a mean of.
    """
    gone = {about for _, about in hidden}
    found: set[Key] = set()
    for table in _tables(figures, gone):
        own = {about for about in table.groups if (table.name, about) in hidden}
        own |= {about for about in gone & table.groups.keys() if about not in table.figures}
        keys = {about: tuple(level for _, level in about) for about in table.groups}
        counts = {keys[about]: each for about, each in table.counts().items()}
        totals = totals_over_hidden(counts, {keys[about] for about in own}, minimum=minimum)
        found |= {(table.name, about) for about in table.figures if keys[about] in totals}
    return frozenset(found)


def _tables(figures: Iterable[Figure], gone: Collection[About]) -> Iterator[_Table]:
    """Each figure that several groups have, with the groups of which something is hidden."""
    groups: dict[tuple[str, ...], dict[About, People]] = {}
    tables: dict[tuple[str, ...], dict[About, Figure]] = {}
    for figure in figures:
        if figure.of and figure.people:
            _, about = key_of(figure)
            groups.setdefault(tuple(figure.of), {}).setdefault(about, figure.people[0])
            tables.setdefault((figure.name, *figure.of), {})[about] = figure
    for (name, *columns), some in tables.items():
        of = {a: p for a, p in groups[tuple(columns)].items() if a in some or a in gone}
        if len(some) > 1 and not of.keys().isdisjoint(gone):
            yield _Table(name, some, of)
