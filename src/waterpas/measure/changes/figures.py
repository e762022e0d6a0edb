"""The figures about one group, each with the people it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waterpas.measure.changes.answers import COUNTED, rounding_matters
from waterpas.measure.changes.found import Cannot, Found
from waterpas.measure.changes.how_long import periods_needed, smallest_change
from waterpas.measure.changes.rates import Rate, Term, interval_of, rate_over, total
from waterpas.measure.changes.series import Setting
from waterpas.measure.changes.trend import Slope
from waterpas.measure.changes.two_sides import Moment
from waterpas.results import Figure, Note, People, Unit

FEW_POINTS = 24  # with fewer on a side, and periods that are alike, a line may be drawn too surely
MINIMUM = 10


def figures_of(found: Found, setting: Setting, *, level: float) -> Iterator[Figure]:
    """All figures about one group, but for those per period."""
    make = _maker(found, setting, level=level)
    here = found.here
    for name, rate in (
        ("rate-before", here.group_before),
        ("rate-after", here.group_after),
        ("reference-before", here.reference_before),
        ("reference-after", here.reference_after),
    ):
        yield make.sum(name, [(1, rate)], unit="rate")
    yield make.sum("gap-before", here.before)
    yield make.sum("gap-after", here.after)
    yield make.sum("change", here.change, notes=_rounding(found) if not found.elsewhere else ())
    yield make.sum("own-change", found.own_here.own)
    yield make.sum("reference-change", found.reference_here.others)
    yield from _beyond(found, make)
    yield from _how_long(found, make)
    yield from _over_time(found, make)


def figure_without(cannot: Cannot, setting: Setting) -> Iterator[Figure]:
    """The people of a group about which nothing can be said: a release goes by them."""
    if cannot.people:
        of = {setting.across: cannot.level}
        yield Figure(COUNTED, "difference", None, of=of, people=cannot.people)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes figures about one group; `all` are all people that were looked at."""

    of: dict[str, str]
    level: float
    all: tuple[People, ...]

    def sum(
        self,
        name: str,
        terms: Sequence[Term],
        *,
        unit: Unit = "difference",
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        """A sum and difference of rates, with its interval."""
        interval = interval_of(terms, level=self.level)
        people = tuple(rate.people for _, rate in terms)  # each, also where two are as large
        method = "wilson" if len(terms) == 1 else "square-and-add"
        return Figure(name, unit, total(terms), interval, self.of, method, people, notes=notes)

    def slope(self, name: str, slope: Slope) -> Figure:
        """A coefficient of the model over time."""
        return Figure(
            name, "difference", slope.value, slope.interval, self.of, "newey-west", self.all
        )

    def number(
        self, name: str, value: float | None, *, unit: Unit = "number", why: str = ""
    ) -> Figure:
        """A number without an interval; where there is none, why."""
        notes = (Note(why),) if value is None and why else ()
        return Figure(name, unit, value, None, self.of, "", self.all, notes=notes)


def _maker(found: Found, setting: Setting, *, level: float) -> _Maker:
    some = [each for each in (found.here, found.elsewhere) if each]
    everybody = tuple(rate.people for sides in some for rate in sides.all)
    return _Maker({setting.across: found.series.level}, level, everybody)


def _rounding(found: Found) -> tuple[Note, ...]:
    return (Note("rounding-matters"),) if rounding_matters(found) else ()


def _beyond(found: Found, make: _Maker) -> Iterator[Figure]:
    if found.elsewhere is None:
        return
    notes = list(_rounding(found))
    if found.permuted:
        tried = {"times": found.permuted.times, "ways": found.permuted.ways}
        notes.append(Note("permuted", tried))
    yield make.sum("elsewhere-before", found.elsewhere.before)
    yield make.sum("elsewhere-after", found.elsewhere.after)
    yield make.sum("elsewhere", found.elsewhere.change)
    yield make.sum("beyond", found.change, notes=tuple(notes))
    yield make.sum("own-beyond", found.own_beyond)


def _how_long(found: Found, make: _Maker) -> Iterator[Figure]:
    yield make.number("smallest-change", smallest_change(found.pairs), unit="difference")
    if interval_of(found.here.before).holds(0.0):
        return  # no gap was shown before: nothing to halve
    gap = abs(total(found.here.before))
    yield make.number("periods-halved", _needed(found, gap / 2), why="never-halved")
    yield make.number("periods-closed", _needed(found, gap), why="never-closed")


def _needed(found: Found, change: float) -> int | None:
    before: list[Rate] = [rate for rate, _ in found.pairs]
    periods = len({each.place for each in found.series.together if each.before})
    return periods_needed(change, before=before, periods=periods)


def _over_time(found: Found, make: _Maker) -> Iterator[Figure]:
    times = found.times
    if times is None:
        return
    yield make.slope("step", times.model.step)
    yield make.slope("trend-before", times.trend)
    yield make.slope("trend-bend", times.model.bend)
    if times.watched:
        yield make.number("outside", times.watched.outside)
        seen = times.watched.seen_from
        yield make.number("seen-from", None if seen is None else seen + 1)


def per_period(found: Found, setting: Setting, *, level: float) -> Iterator[Figure]:
    """The gap in each period, in the places with the measure, and in those without it."""
    for name, moments in (("gap", found.series.together), ("gap-elsewhere", found.series.apart)):
        for moment in moments:
            yield _gap(name, moment, found.series.level, setting, level=level)


def _gap(name: str, moment: Moment, group: str, setting: Setting, *, level: float) -> Figure:
    terms = [
        (sign, rate_over([side], [1.0])) for sign, side in zip((1, -1), moment.pair, strict=True)
    ]
    of = {setting.across: group, setting.period: moment.level}
    people = tuple(rate.people for _, rate in terms)
    interval = interval_of(terms, level=level)
    return Figure(name, "difference", total(terms), interval, of, "newcombe", people)


def is_small(people: People) -> bool:
    """Whether a figure of these people could say something about a few of them."""
    n, cases = people.n.value, people.cases.value if people.cases else None
    if n is None or cases is None:
        return True
    return min(n, cases, n - cases) < MINIMUM
