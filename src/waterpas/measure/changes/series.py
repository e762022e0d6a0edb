"""From a tally to the rates of a group and its reference in every period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from waterpas.measure.against import against, totals_of
from waterpas.measure.changes.periods import Period
from waterpas.measure.changes.rates import people_of
from waterpas.measure.changes.two_sides import Moment, TwoSides
from waterpas.measure.pairs_of_counts import Side, side_of
from waterpas.results import People, Reference
from waterpas.tallies.tally import Cell, Tally

Place = tuple[str, ...]
Cells = dict[str, dict[str, Cell]]  # period, then group


@dataclass(frozen=True, slots=True)
class Setting:
    """What was asked: the columns, the periods in order, and where in time the measure began."""

    across: str
    period: str
    periods: tuple[Period, ...]
    start: int
    where: str | None = None
    introduced_in: tuple[str, ...] = ()
    places: str | None = None

    @property
    def since(self) -> Period:
        """The first period in which the measure counted."""
        return next(each for each in self.periods if each.place >= self.start)


@dataclass(frozen=True, slots=True)
class Series:
    """One group beside its reference: per place with the measure, and per place without it.

    Without places there is one, and nothing elsewhere. `together` and `apart` are the same with
    all places added up, per period. `hidden`: the source hid one of the counts. `counted`: all
    people of the group in the table, before and after, also where they cannot be compared.
    """

    level: str
    here: Mapping[Place, tuple[Moment, ...]]
    elsewhere: Mapping[Place, tuple[Moment, ...]]
    together: tuple[Moment, ...]
    apart: tuple[Moment, ...]
    left_out: tuple[str, ...] = ()
    hidden: bool = False
    counted: tuple[People, ...] = ()

    @property
    def places(self) -> dict[Place, tuple[Moment, ...]]:
        """All places that can be compared."""
        return {**self.here, **self.elsewhere}


def series_of(tally: Tally, setting: Setting, *, level: str, reference: Reference) -> Series:
    """The periods of one group, in every place; places that cannot be compared are left out."""
    cells = _cells(tally, setting)
    every = {
        place: _moments(setting, found, level=level, reference=reference, tally=tally)
        for place, found in cells.items()
    }
    fit = {place: _known(moments) for place, moments in every.items() if _both_sides(moments)}
    here = {place: moments for place, moments in fit.items() if _has_measure(place, setting)}
    elsewhere = {place: moments for place, moments in fit.items() if place not in here}

    def added(places: Iterable[Place]) -> tuple[Moment, ...]:
        whole = _together([cells[place] for place in places])
        return _moments(setting, whole, level=level, reference=reference, tally=tally)

    return Series(
        level=level,
        here=here,
        elsewhere=elsewhere,
        together=_known(added(here)),
        apart=_known(added(elsewhere)),
        left_out=tuple(" ".join(place) for place in every if place not in fit),
        hidden=any(side.hidden for each in every.values() for one in each for side in one.pair),
        counted=_counted(cells, setting, level=level),
    )


def _counted(cells: Mapping[Place, Cells], setting: Setting, *, level: str) -> tuple[People, ...]:
    """The people of the group before and after; a side that is not in the table is left out."""
    whole = _together(list(cells.values()))
    sides: dict[bool, list[Side]] = {True: [], False: []}
    for each in setting.periods:
        cell = whole.get(each.level, {}).get(level)
        if cell is not None:
            sides[each.place < setting.start].append(side_of(cell))
    return tuple(people_of(each) for each in sides.values() if each)


def _has_measure(place: Place, setting: Setting) -> bool:
    return setting.where is None or place[0] in setting.introduced_in


def _cells(tally: Tally, setting: Setting) -> dict[Place, Cells]:
    """Per place, per period, the cells by group."""
    found: dict[Place, Cells] = {}
    columns = [each for each in (setting.where, setting.places) if each]
    for key, cell in tally.cells.items():
        levels = dict(zip(tally.by, key, strict=True))
        place = tuple(levels[column] for column in columns)
        in_period = found.setdefault(place, {}).setdefault(levels[setting.period], {})
        in_period[levels[setting.across]] = cell
    return found


def _together(some: Sequence[Cells]) -> Cells:
    """The same with the places added up."""
    found: Cells = {}
    for cells in some:
        for period, by_group in cells.items():
            here = found.setdefault(period, {})
            for level, cell in by_group.items():
                here[level] = here[level] + cell if level in here else cell
    return found


def _moments(
    setting: Setting, cells: Cells, *, level: str, reference: Reference, tally: Tally
) -> tuple[Moment, ...]:
    """The group and its reference per period; no moment where one of them is not in the table."""
    totals, found = totals_of(tally, setting.across), []
    for each in setting.periods:
        here = cells.get(each.level, {})
        if level not in here:
            continue
        whom = against(reference, level=level, cells=here, totals=totals).side
        if whom is not None:
            pair = (side_of(here[level]), whom)
            found.append(Moment(each.place, each.place < setting.start, pair, each.level))
    return tuple(found)


def _known(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(each for each in moments if all(side.known for side in each.pair))


def _both_sides(moments: Sequence[Moment]) -> bool:
    sides = {each.before for each in _known(moments)}
    return sides == {True, False}


@dataclass(frozen=True, slots=True)
class Point:
    """The gap in one period (or how much larger it is than elsewhere), and how sure it is.

    `lowest`, `highest`: between what the gap may lie when its counts were rounded.
    """

    place: int
    before: bool
    gap: float
    lowest: float
    highest: float
    weight: float
    error: float

    @property
    def exact(self) -> bool:
        """Whether no count behind it was rounded."""
        return self.lowest == self.highest


def points_of(series: Series, here: TwoSides, elsewhere: TwoSides | None) -> tuple[Point, ...]:
    """The gap per period; where there are places without the measure, minus the gap there.

    The error is by chance alone, with the rates from before the measure.
    """
    other = {each.place: each for each in series.apart}
    found = []
    for moment in series.together:
        if elsewhere is None:
            found.append(_point(moment, here, None, None))
        elif moment.place in other:
            found.append(_point(moment, here, other[moment.place], elsewhere))
    return tuple(found)


def _point(
    moment: Moment, here: TwoSides, other: Moment | None, elsewhere: TwoSides | None
) -> Point:
    variance = _variance(moment, here)
    gap, lowest, highest = moment.gap, moment.lowest, moment.highest
    weight = moment.weight
    if other is not None and elsewhere is not None:
        gap, lowest, highest = gap - other.gap, lowest - other.highest, highest - other.lowest
        weight = weight * other.weight / (weight + other.weight)
        variance += _variance(other, elsewhere)
    return Point(moment.place, moment.before, gap, lowest, highest, weight, sqrt(variance))


def _variance(moment: Moment, sides: TwoSides) -> float:
    rates = (sides.group_before.value, sides.reference_before.value)
    return sum(
        rate * (1 - rate) / side.effective_n for rate, side in zip(rates, moment.pair, strict=True)
    )
