"""The figures about one group, each with the people it is made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, expm1, log

from waterpas.measure.paid.amounts import HIGHEST
from waterpas.measure.paid.answers import about, code
from waterpas.measure.paid.asked import Asked
from waterpas.measure.paid.boxes import Ends
from waterpas.measure.paid.found import Found
from waterpas.measure.paid.leaving import Leaving
from waterpas.measure.paid.means import Gap
from waterpas.measure.paid.pulls import Estimated
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import ALWAYS, Count, Figure, GroupResult, Interval, Note, People, Unit

VARIABLE = "variable"
GEOMETRIC = "geometric-"  # the mean of logarithms as an amount: high pay weighs less in it
MEANS = ("mean", "reference-mean", "geometric-mean", "reference-geometric-mean")
MAIN = ("gap", "goes-with", "remains", "smallest-gap", "smallest-remains")


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes figures; with logs a difference leaves as a share (0.1 is a tenth more).

    `unlike` are those who do not earn what most earn: of both sides, and of each scale where it
    matters.
    """

    of: dict[str, str]
    level: float
    logs: bool
    people: tuple[People, ...]
    unlike: tuple[People, ...]
    leaving: Leaving

    def apart(self, name: str, made: Estimated, *, notes: tuple[Note, ...] = ()) -> Figure:
        """A difference in pay with its interval."""
        between = made.interval(self.level)
        few = [Note("no-spread")] if between is None else self._few()
        return self._figure(name, made.value, between, "pulls", (*notes, *few))

    def _few(self) -> list[Note]:
        if interval_may_be_too_narrow(min(each.n.high for each in self.people)):
            return [Note("few-people")]
        perhaps = interval_may_be_too_narrow(min(each.n.low for each in self.people))
        return [Note("few-people-perhaps")] if perhaps else []

    def _figure(
        self,
        name: str,
        value: float,
        between: Interval | None,
        method: str = "",
        notes: tuple[Note, ...] = (),
    ) -> Figure:
        turned: Callable[[float], float] = _as_share if self.logs else float
        if between is not None:
            between = Interval(turned(between.low), turned(between.high), between.level)
        unit: Unit = "share" if self.logs else "amount"
        made = turned(value)
        step = None if self.logs or name not in MAIN else self._step(*self.people)
        return Figure(
            name,
            unit,
            made,
            between,
            self.of,
            method,
            self.people,
            notes=notes,
            step=step,
            unlike=self.unlike,
        )

    def _step(self, *people: People) -> float:
        return self.leaving.step(min(each.n.low or 1 for each in people))

    def size(self, name: str, value: float) -> Figure:
        """A size of a difference, without an interval."""
        return self._figure(name, value, None)

    def by_rounding(self, name: str, made: Estimated) -> Iterator[Figure]:
        """The same difference, with only what rounding and hiding counts does to it."""
        if made.ends is not None:
            low, high = made.ends
            between = Interval(low, high, ALWAYS)
            yield self._figure(f"{name}-rounding", made.value, between, "rounding")

    def amount(
        self, name: str, value: float, *, side: int = 0, ends: Sequence[Ends] | None = None
    ) -> Figure:
        """An amount of one of the groups; `ends`: between what it lies whatever the counts were."""
        turned: Callable[[float], float] = exp if self.logs else float
        low, high = map(turned, ends[side] if ends else (value, value))
        between = Interval(low, high, ALWAYS) if ends else None
        whose = (self.people[side],)
        step = self._step(*whose) if name in MEANS else None
        unlike = (self.unlike[side], *self.unlike[2:])
        return Figure(
            name, "amount", turned(value), between, self.of, "", whose, step=step, unlike=unlike
        )

    def share(self, name: str, value: float, between: Interval | None, method: str) -> Figure:
        """A share, with its interval."""
        unlike = self.unlike
        return Figure(name, "share", value, between, self.of, method, self.people, unlike=unlike)

    def between(self, name: str, value: float, between: Interval) -> Figure:
        """A difference with an interval that was made elsewhere."""
        return self._figure(name, value, between, "square-and-add")


def _as_share(ratio: float) -> float:
    """The logarithm of a ratio as a share; no pay is more than `HIGHEST` times another."""
    return expm1(min(ratio, log(HIGHEST)))


def _maker(found: Found, asked: Asked) -> _Maker:
    people, unlike = tuple(map(People, found.sizes)), _people(found.unlike.sides)
    of = {asked.across: found.level}
    return _Maker(of, asked.level, asked.logs, people, unlike, found.leaving)


def _people(numbers: Iterable[int]) -> tuple[People, ...]:
    return tuple(People(Count.exact(n)) for n in numbers)


def _each_scale(make: _Maker, found: Found) -> _Maker:
    """Of figures that tell where in the range, or in which scale: there nobody may be alone."""
    return replace(make, unlike=(*make.unlike, *_people(found.unlike.scales)))


def reference_figures(some: Found, asked: Asked) -> Iterator[Figure]:
    """The mean pay of the reference, once."""
    level = asked.reference.level or ""
    make = replace(_maker(some, asked), of={asked.across: level})
    yield make.amount(_mean(asked), some.gap.reference, side=1, ends=some.gap.ends)
    for each in some.quantiles:
        every = _each_scale(make, some)
        yield every.amount(code(each.share), each.reference, side=1, ends=each.ends)


def _mean(asked: Asked) -> str:
    return f"{GEOMETRIC}mean" if asked.logs else "mean"


def figures_of(found: Found, asked: Asked) -> Iterator[Figure]:
    """All figures about one group."""
    make = _maker(found, asked)
    gap = found.gap
    yield make.amount(_mean(asked), gap.group, ends=gap.ends)
    yield make.amount(f"reference-{_mean(asked)}", gap.reference, side=1, ends=gap.ends)
    yield from _gap(gap, make)
    yield from _alike(found, make)
    yield from _over_scales(found, make)
    if found.higher:
        yield _higher(found.higher.share, make)
    each_scale = _each_scale(make, found)
    for each in found.quantiles:
        yield each_scale.amount(code(each.share), each.group, ends=each.ends)
        yield each_scale.between(f"{code(each.share)}-gap", each.gap, each.interval)
    yield from _in_scales(found, asked, each_scale)
    yield from _per_column(found, make)
    for name, rate in found.rates.items():
        yield from rate_figures(name, rate, about(asked, name, found.level))


def _gap(gap: Gap, make: _Maker) -> Iterator[Figure]:
    yield make.apart("gap", gap.gap)
    yield from make.by_rounding("gap", gap.gap)
    yield make.size("smallest-gap", gap.gap.smallest())
    if gap.ratio is not None and not make.logs:
        yield make.share("gap-share", gap.ratio.value, _of_all(gap.ratio, make.level), "pulls")


def _of_all(ratio: Estimated, level: float) -> Interval | None:
    """The interval of a gap as a share of pay: nobody earns less than everything less."""
    between = ratio.interval(level)
    return between and Interval(max(between.low, -1.0), between.high, level)


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


def _in_scales(found: Found, asked: Asked, make: _Maker) -> Iterator[Figure]:
    for scale in found.scales:
        of = {**make.of, asked.scale or "": scale.level}
        here = replace(make, of=of, people=tuple(map(People, scale.sizes)))
        yield here.apart("scale-gap", scale.gap.gap)
        yield from here.by_rounding("scale-gap", scale.gap.gap)


def _per_column(found: Found, make: _Maker) -> Iterator[Figure]:
    """How much of the gap goes together with each column, and the other part per column."""
    if found.two is None or len(found.two.per_column) < 2 or found.two.collinear:
        return
    for column, value in found.two.per_column.items():
        yield _about_column(make, column).size("part", value)
    if found.three is None:
        return
    for column, value in found.three.per_column.items():
        if column:
            yield _about_column(make, column).size("part-remains", value)


def _about_column(make: _Maker, column: str) -> _Maker:
    return replace(make, of={**make.of, VARIABLE: column})


def rate_figures(name: str, rate: GroupResult, of: dict[str, str]) -> Iterator[Figure]:
    """How often in the group and in the reference, and the difference."""
    if rate.reference_n is None or rate.reference_cases is None:
        return
    ours, theirs = People(rate.n, rate.cases), People(rate.reference_n, rate.reference_cases)
    surely = (_surely(ours), _surely(theirs))
    if rate.rate is None or rate.difference is None:
        return
    own = rate.rate.value
    between = rate.rate.outer or rate.rate.interval
    yield Figure(f"{name}-rate", "rate", own, between, of, "wilson", (ours,), also=surely[:1])
    theirs_rate = own - rate.difference.value
    yield Figure(f"{name}-reference", "rate", theirs_rate, None, of, "", (theirs,), also=surely[1:])
    yield Figure(
        f"{name}-gap",
        "difference",
        rate.difference.value,
        rate.difference.outer or rate.difference.interval,
        of,
        "newcombe",
        (ours, theirs),
        also=surely,
    )


def _surely(people: People) -> People:
    """How many there are at least, of counts that were rounded."""
    cases = people.cases and Count.exact(people.cases.low)
    return People(Count.exact(people.n.low), cases)
