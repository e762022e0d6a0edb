"""What was found about one group: all its numbers, before they become figures and an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from waterpas.measure.changes.charts import chart, first_beyond, limits_for
from waterpas.measure.changes.permutation import Permutation, permutation
from waterpas.measure.changes.rates import Rate, Term, p_of, people_of, total
from waterpas.measure.changes.series import Point, Series, points_of
from waterpas.measure.changes.trend import (
    ENOUGH_POINTS,
    OverTime,
    Slope,
    over_time,
    trend_before,
)
from waterpas.measure.changes.two_sides import (
    GAP,
    GROUP,
    REFERENCE,
    Moment,
    TwoSides,
    dispersion,
    opposite,
    two_sides,
)
from waterpas.results import DECIDING_LEVEL, People

FEW_PEOPLE = 10
DECIDING = DECIDING_LEVEL


@dataclass(frozen=True, slots=True)
class Watched:
    """Period by period: how many lie outside the usual, and from which on a shift was seen."""

    outside: int
    seen_from: int | None


@dataclass(frozen=True, slots=True)
class Cannot:
    """Nothing can be said about one group, why, and of which people: those of the group first."""

    level: str
    why: str
    people: tuple[People, ...] = ()


@dataclass(frozen=True, slots=True)
class OverTimes:
    """What the periods one by one tell; `moving` and `step` decide, at 95%."""

    model: OverTime
    trend: Slope
    watched: Watched | None
    moving: Slope
    step: Slope


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers about one group.

    `here` and `elsewhere` are about the gap; `own_here` and `own_elsewhere` about the rate of the
    group, `reference_here` about that of the reference: each spread by its own ups and downs.
    """

    series: Series
    here: TwoSides
    elsewhere: TwoSides | None
    own_here: TwoSides
    own_elsewhere: TwoSides | None
    reference_here: TwoSides
    permuted: Permutation | None
    times: OverTimes | None

    @property
    def change(self) -> tuple[Term, ...]:
        """What the answer is about: the change in the gap, beyond that elsewhere if asked."""
        if self.elsewhere is None:
            return self.here.change
        return (*self.here.change, *opposite(self.elsewhere.change))

    @property
    def own_beyond(self) -> tuple[Term, ...]:
        """The same of the rate of the group itself."""
        if self.own_elsewhere is None:
            return self.own_here.own
        return (*self.own_here.own, *opposite(self.own_elsewhere.own))

    @property
    def p(self) -> float:
        """By chance alone; with places, never below what other choices of places give."""
        by_chance = p_of(self.change)
        return max(by_chance, self.permuted.p) if self.permuted else by_chance

    @property
    def pairs(self) -> list[tuple[Rate, Rate]]:
        """Each rate that is compared, before and after the measure."""
        sides = [each for each in (self.here, self.elsewhere) if each]
        own = [(each.group_before, each.group_after) for each in sides]
        return own + [(each.reference_before, each.reference_after) for each in sides]


def found_of(
    series: Series, *, compared: bool, start: int, level: float, groups: int = 1
) -> Found | Cannot:
    """All numbers about one group, one of so many `groups`.

    `compared`: there are places with and without the measure.
    """
    if why := _cannot(series, compared=compared):
        return Cannot(series.level, why, _looked_at(series, why))
    here = two_sides(series.here)
    away = two_sides(series.elsewhere) if compared else None
    if _few(here, away):
        return Cannot(series.level, "too-few", _looked_at(series, "too-few"))
    gap, own, other = (_spread(series, of) for of in (GAP, GROUP, REFERENCE))
    return Found(
        series=series,
        here=here.spread_by(gap),
        elsewhere=away.spread_by(gap) if away else None,
        own_here=here.spread_by(own),
        own_elsewhere=away.spread_by(own) if away else None,
        reference_here=here.spread_by(other),
        permuted=_permuted(series) if compared else None,
        times=_over_time(points_of(series, here, away), start=start, level=level, groups=groups),
    )


def _spread(series: Series, of: tuple[int, int]) -> float:
    """The ups and downs, where every place has enough periods to see them; else 1."""
    every = list(series.places.values())
    return dispersion(every, of=of) if all(map(enough_points, every)) else 1.0


def _cannot(series: Series, *, compared: bool) -> str:
    if series.hidden:
        return "cannot-hidden"
    if not series.here or (compared and not series.elsewhere):
        return "cannot-empty"
    sides = [side for each in series.places.values() for one in each for side in one.pair]
    people = sum(side.n.value or 0 for side in sides)
    if sum(side.counted_cases for side in sides) in {0, people}:
        return "cannot-same"
    return ""


def _looked_at(series: Series, why: str) -> tuple[People, ...]:
    """Those that were compared; where nothing could be, all of the group in the table."""
    if why == "cannot-hidden":
        return ()
    if why == "cannot-empty":
        return series.counted
    sides = (series.here, series.elsewhere)
    return tuple(
        people_of([each.pair[whose] for each in moments if each.before is before])
        for whose in (0, 1)
        for places in sides
        if (moments := [one for several in places.values() for one in several])
        for before in (True, False)
    )


def _few(*some: TwoSides | None) -> bool:
    rates = [rate for sides in some if sides for rate in sides.all]
    return any((rate.people.n.value or 0) < FEW_PEOPLE for rate in rates)


def enough_points(moments: Sequence[Moment] | Sequence[Point]) -> bool:
    """Whether there are enough periods on both sides for a line through the points."""
    before = sum(each.before for each in moments)
    return min(before, len(moments) - before) >= ENOUGH_POINTS


def _permuted(series: Series) -> Permutation | None:
    """With fewer than three places there is nothing to exchange."""
    places = series.places
    if len(places) < 3:
        return None
    changes = [total(two_sides({place: places[place]}).change) for place in places]
    return permutation(changes, [place in series.here for place in places])


def _over_time(
    points: Sequence[Point], *, start: int, level: float, groups: int
) -> OverTimes | None:
    """The model and the charts; None with too few periods, or points exactly on a line."""
    if not enough_points(points):
        return None
    before = [each for each in points if each.before]
    model, deciding = (over_time(points, start=start, level=each) for each in (level, DECIDING))
    trend, moving = (trend_before(before, start=start, level=each) for each in (level, DECIDING))
    if not (model and deciding and trend and moving):
        return None
    return OverTimes(model, trend, watched(points, groups=groups), moving, deciding.step)


def watched(points: Sequence[Point], *, groups: int = 1) -> Watched | None:
    """The periods since the measure beside what was usual before it.

    None: there is no spread at all; or counts were rounded, which alone may move a point outside.
    """
    if min(each.error for each in points) <= 0 or not all(each.exact for each in points):
        return None
    baseline = sum(each.before for each in points)
    limits = limits_for(baseline, len(points) - baseline, groups)
    made = chart(
        [each.gap for each in points],
        [each.error for each in points],
        baseline=baseline,
        reach=limits.point,
        at_least=1.0,
    )
    after = made.scores[baseline:]
    if not any(made.scores):
        return None
    return Watched(
        outside=sum(place >= baseline for place in made.outside),
        seen_from=first_beyond(after, limit=limits.sum),
    )
