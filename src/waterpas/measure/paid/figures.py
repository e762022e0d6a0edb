"""The figures about one group, each with the people it is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import exp, expm1

from waterpas.measure.paid.answers import about, code
from waterpas.measure.paid.asked import Asked
from waterpas.measure.paid.found import Found
from waterpas.measure.paid.means import Gap
from waterpas.measure.paid.pulls import Estimated
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import Count, Figure, GroupResult, Interval, Note, People, Unit

VARIABLE = "variable"
TWENTY = 20
MEANS = ("mean", "reference-mean")
MAIN = ("gap", "goes-with", "remains", "smallest-gap", "smallest-remains")


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes figures; with logs a difference leaves as a share (0.1 is a tenth more)."""

    of: dict[str, str]
    level: float
    logs: bool
    people: tuple[People, ...]
    reach: float = 0.0

    def apart(self, name: str, made: Estimated, *, notes: tuple[Note, ...] = ()) -> Figure:
        """A difference in pay with its interval."""
        between = made.interval(self.level)
        few = [Note("no-spread")] if between is None else self._few()
        return self._figure(name, made.value, between, "pulls", (*notes, *few))

    def _few(self) -> list[Note]:
        sizes = [each.n.value or 0 for each in self.people]
        return [Note("few-people")] if interval_may_be_too_narrow(min(sizes)) else []

    def _figure(
        self,
        name: str,
        value: float,
        between: Interval | None,
        method: str = "",
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        turned: Callable[[float], float] = expm1 if self.logs else float
        if between is not None:
            between = Interval(turned(between.low), turned(between.high), between.level)
        unit: Unit = "share" if self.logs else "amount"
        made = turned(value)
        step = None if self.logs or name not in MAIN else self._step(self.people)
        return Figure(
            name, unit, made, between, self.of, method, self.people, notes=notes, step=step
        )

    def _step(self, people: tuple[People, ...]) -> float:
        """How much the mean moves when twenty of the smaller group earn the least, not the most.

        In smaller steps a handful of people could be counted: an amount can lie at either end.
        """
        return TWENTY * self.reach / min(each.n.value or 1 for each in people)

    def size(self, name: str, value: float) -> Figure:
        """A size of a difference, without an interval."""
        return self._figure(name, value, None)

    def amount(self, name: str, value: float, *, people: People | None = None) -> Figure:
        """An amount of one of the groups."""
        made = exp(value) if self.logs else value
        whose = (people or self.people[0],)
        step = self._step(whose) if name in MEANS else None
        return Figure(name, "amount", made, None, self.of, "", whose, step=step)

    def share(self, name: str, value: float, between: Interval | None, method: str) -> Figure:
        """A share, with its interval."""
        return Figure(name, "share", value, between, self.of, method, self.people)

    def between(self, name: str, value: float, between: Interval) -> Figure:
        """A difference with an interval that was made elsewhere."""
        return self._figure(name, value, between, "square-and-add")


def _maker(found: Found, asked: Asked) -> _Maker:
    people = tuple(People(Count.exact(n)) for n in found.sizes)
    return _Maker({asked.across: found.level}, asked.level, asked.logs, people, found.reach)


def reference_figures(some: Found, asked: Asked) -> Iterator[Figure]:
    """The mean pay of the reference, once."""
    level = asked.reference.level or ""
    people = (People(Count.exact(some.sizes[1])),)
    make = _Maker({asked.across: level}, asked.level, asked.logs, people, some.reach)
    yield make.amount("mean", some.gap.reference)
    for each in some.quantiles:
        yield make.amount(code(each.share), each.reference)


def figures_of(found: Found, asked: Asked) -> Iterator[Figure]:
    """All figures about one group."""
    make = _maker(found, asked)
    yield make.amount("mean", found.gap.group)
    yield make.amount("reference-mean", found.gap.reference, people=make.people[1])
    yield from _gap(found.gap, make)
    yield from _alike(found, make)
    yield from _over_scales(found, make)
    if found.higher:
        yield _higher(found.higher.share, make)
    for each in found.quantiles:
        yield make.amount(code(each.share), each.group)
        yield make.between(f"{code(each.share)}-gap", each.gap, each.interval)
    yield from _in_scales(found, asked)
    yield from _per_column(found, asked, make)
    for name, rate in found.rates.items():
        yield from rate_figures(name, rate, about(asked, name, found.level))


def _gap(gap: Gap, make: _Maker) -> Iterator[Figure]:
    yield make.apart("gap", gap.gap)
    yield make.size("smallest-gap", gap.gap.smallest())
    if gap.ratio is not None and not make.logs:
        yield make.share("gap-share", gap.ratio.value, gap.ratio.interval(make.level), "pulls")


def _alike(found: Found, make: _Maker) -> Iterator[Figure]:
    if found.two is None:
        return
    notes = (Note("collinear"),) if found.two.collinear else ()
    yield make.apart("goes-with", found.two.goes_with, notes=notes)
    remains = found.two.remains
    yield make.apart("remains", remains)
    yield make.size("smallest-remains", remains.smallest())
    if found.gap.reference > 0 and not make.logs:
        part = Estimated(
            remains.value / found.gap.reference,
            remains.error / found.gap.reference,
            remains.freedom,
        )
        yield make.share("remains-share", part.value, part.interval(make.level), "pulls")
    if found.three is None:
        return
    yield make.apart("endowments", found.three.endowments)
    if found.three.thin:
        yield make.size("coefficients", found.three.coefficients.value)
    else:
        yield make.apart("coefficients", found.three.coefficients)
    yield make.size("interaction", found.three.interaction)


def _over_scales(found: Found, make: _Maker) -> Iterator[Figure]:
    if found.over is None:
        return
    notes = (Note("one-sided-scale"),) if found.over.one_sided else ()
    yield make.apart("over-scales", found.over.composition, notes=notes)
    yield make.apart("within-scales", found.over.within, notes=notes)


def _higher(higher: Estimated, make: _Maker) -> Figure:
    """In which share of the pairs the person of the group stands higher."""
    between = higher.interval(make.level)
    if between is not None:
        low, high = max(between.low + 0.5, 0.0), min(between.high + 0.5, 1.0)
        between = Interval(low, high, between.level)
    return make.share("higher", higher.value + 0.5, between, "pairs")


def _in_scales(found: Found, asked: Asked) -> Iterator[Figure]:
    for scale in found.scales:
        people = tuple(People(Count.exact(n)) for n in scale.sizes)
        of = {asked.across: found.level, asked.scale or "": scale.level}
        yield _Maker(of, asked.level, asked.logs, people).apart("scale-gap", scale.gap.gap)


def _per_column(found: Found, asked: Asked, make: _Maker) -> Iterator[Figure]:
    """How much of the gap goes together with each column, and the other part per column."""
    if found.two is None or len(found.two.per_column) < 2 or found.two.collinear:
        return
    for column, value in found.two.per_column.items():
        yield _about_column(make, asked, column).size("part", value)
    if found.three is None:
        return
    for column, value in found.three.per_column.items():
        if column:
            yield _about_column(make, asked, column).size("part-remains", value)


def _about_column(make: _Maker, asked: Asked, column: str) -> _Maker:
    of = {**make.of, VARIABLE: column}
    return _Maker(of, asked.level, asked.logs, make.people)


def rate_figures(name: str, rate: GroupResult, of: dict[str, str]) -> Iterator[Figure]:
    """How often in the group and in the reference, and the difference."""
    if rate.reference_n is None or rate.reference_cases is None:
        return
    ours, theirs = People(rate.n, rate.cases), People(rate.reference_n, rate.reference_cases)
    if rate.rate is None or rate.difference is None:
        return
    own = rate.rate.value
    yield Figure(f"{name}-rate", "rate", own, rate.rate.interval, of, "wilson", (ours,))
    theirs_rate = own - rate.difference.value
    yield Figure(f"{name}-reference", "rate", theirs_rate, None, of, "", (theirs,))
    yield Figure(
        f"{name}-gap",
        "difference",
        rate.difference.value,
        rate.difference.interval,
        of,
        "newcombe",
        (ours, theirs),
    )
