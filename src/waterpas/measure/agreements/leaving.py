"""The figures and answers on kinds that may leave: made of what may be known, see `rough`.

All rests on files in steps of ten and on chance in steps of a twentieth, so that nothing of it can
be counted back beyond those. Which rows there are depends on what was asked, and on no count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from waterpas.measure.agreements.answers import GROUP, WHOLE
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.figures import JACKKNIFE, NEWCOMBE, WILSON, Asking, Compared
from waterpas.measure.agreements.rough import (
    MOST_BY_CHANCE,
    Rough,
    has_no_few,
    hundredths,
    rough,
    step_of_chance,
    together,
)
from waterpas.measure.certainty import certainty_of, perhaps
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.waiting.found import can_be_seen
from waterpas.measure.waiting.shares import difference_interval, p_of
from waterpas.results import (
    DECIDING_LEVEL,
    Answer,
    Certainty,
    Count,
    Figure,
    Interval,
    Note,
    People,
    Unit,
    Unseen,
)

COARSE = Note("coarse")
IN_STEPS = Note("in-steps")
TOO_FEW = (People(Count.exact(0)),)  # what a figure tells of that may not leave
NOTHING_TO_SEE = 1.0


@dataclass(frozen=True)
class Side:
    """Files of one group or of several: exactly, and as they may be known.

    `kinds`: of the whole table. `alone`: no other figures together tell of the same files.
    """

    judged: Judged
    parts: tuple[Judged, ...]
    kinds: tuple[str, ...]
    alone: bool = True

    @cached_property
    def rough(self) -> Rough:
        """In steps of ten, of each part."""
        return together(map(rough, self.parts))

    @cached_property
    def people(self) -> tuple[People, ...]:
        """Each part, for disclosure control."""
        return tuple(rough(part).people for part in self.parts)

    @cached_property
    def step(self) -> float | None:
        """In what steps chance may leave; None: it may not."""
        safe = self.alone and all(has_no_few(part, self.kinds) for part in self.parts)
        step = step_of_chance(self.rough.n)
        if not safe or step is None or self.rough.n == 0:
            return None
        return step if _nearest(self.judged.by_chance, step) <= MOST_BY_CHANCE else None

    def by_chance(self, step: float) -> float:
        """The share that would be alike by chance, in its step."""
        return _nearest(self.judged.by_chance, step)

    def beyond(self, level: float, step: float) -> tuple[float, Interval]:
        """Krippendorff's alpha, from what is told already where it follows from that.

        So it does of two kinds in an order. With its own digits it would be one equation more.
        """
        if self.judged.scale == "nominal" or len(self.kinds) == 2:
            return self._from_what_is_told(level, step)
        value, between = _nearest(self.judged.alpha or 0.0, step), self.judged.interval(level)
        low, high = (round(each / step, 6) for each in (between.low, between.high))
        return value, Interval(floor(low) * step, min(ceil(high) * step, 1.0), level)

    def _from_what_is_told(self, level: float, step: float) -> tuple[float, Interval]:
        chance, between = self.by_chance(step), self.rough.interval(level)
        value = 1 - (1 - self.rough.value.value) / (1 - chance)
        ends = [
            1 - (1 - end) / (1 - near)
            for end in (between.low, between.high)
            for near in (chance - step / 2, chance + step / 2)
        ]
        return value, Interval(min(ends), max(ends), level)


def _nearest(value: float, step: float) -> float:
    return round(round(value / step) * step, 6)


def figures_that_leave(
    whole: Side, groups: Sequence[tuple[Compared, Side, Side]], asking: Asking
) -> Iterator[Figure]:
    """All rows: about all files, and about each group beside those it is compared with."""
    yield from _about(whole, {}, asking)
    for found, mine, other in groups:
        of = {asking.across: found.level}
        yield from _about(mine, of, asking)
        yield _agreed("reference-agreed", other, of, asking.level)
        yield _difference(mine, other, of, asking.level)


def _about(side: Side, of: Mapping[str, str], asking: Asking) -> Iterator[Figure]:
    yield _agreed("agreed", side, of, asking.level)
    step = side.step
    also = TOO_FEW if step is None else ()
    chance = None if step is None else side.by_chance(step)
    yield Figure("by-chance", "rate", chance, None, of, "", side.people, also=also, notes=(COARSE,))
    value, between = (None, None) if step is None else side.beyond(asking.level, step)
    yield _figure("beyond-chance", "number", value, between, of, JACKKNIFE, side.people, also)
    if asking.is_in_pairs:
        value, between = _as_kappa(side, value, between)
        yield _figure("kappa", "number", value, between, of, JACKKNIFE, side.people, also)


def _as_kappa(
    side: Side, value: float | None, between: Interval | None
) -> tuple[float | None, Interval | None]:
    if value is None or between is None:
        return None, None
    low, high = (side.judged.as_kappa(each) for each in (between.low, between.high))
    return side.judged.as_kappa(value), Interval(low, high, between.level)


def _agreed(name: str, side: Side, of: Mapping[str, str], level: float) -> Figure:
    told = side.rough.is_told
    value = side.rough.value.value if told else None
    between = side.rough.interval(level) if told else None
    return _figure(name, "rate", value, between, of, WILSON, side.people)


def _difference(mine: Side, other: Side, of: Mapping[str, str], level: float) -> Figure:
    value, between = None, None
    if mine.rough.is_told and other.rough.is_told:
        value = mine.rough.value.value - other.rough.value.value
        between = between_shares(mine.rough, other.rough, level)
    people = (*mine.people, *other.people)
    return _figure("agreed-difference", "difference", value, between, of, NEWCOMBE, people)


def between_shares(mine: Rough, other: Rough, level: float) -> Interval:
    """Between what the difference lies, wherever both are in their steps."""
    low = difference_interval(mine.least, other.most, level).low
    high = difference_interval(mine.most, other.least, level).high
    return Interval(low, high, level)


def _figure(
    name: str,
    unit: Unit,
    value: float | None,
    between: Interval | None,
    of: Mapping[str, str],
    method: str,
    people: tuple[People, ...],
    also: tuple[People, ...] = (),
) -> Figure:
    value = None if value is None else round(value, 2)
    between = None if between is None else hundredths(between)
    return Figure(name, unit, value, between, of, method, people, also=also, notes=(COARSE,))


def answers_that_leave(
    whole: Side, groups: Sequence[tuple[Compared, Side, Side]], across: str, unseen: Unseen
) -> tuple[Answer, ...]:
    """How sure something is by what leaves; what may not be told, disclosure control hides."""
    whom = [{across: found.level} for found, _, _ in groups]
    ps = benjamini_hochberg(
        [
            unseen.p(_p(mine.rough, other.rough), of, "agreed-difference")
            for of, (_, mine, other) in zip(whom, groups, strict=True)
        ]
    )
    compared = (
        _group(mine.rough, other.rough, of, p)
        for of, (_, mine, other), p in zip(whom, groups, ps, strict=True)
    )
    return (Answer("alike", figures=("agreed",)), _beside_chance(whole), *compared)


def _beside_chance(whole: Side) -> Answer:
    if whole.step is None:
        return Answer("not-shown", {}, WHOLE, Certainty.NOT_SHOWN)
    between = whole.beyond(DECIDING_LEVEL, whole.step)[1]
    if between.holds(0.0):
        return Answer("not-shown", {}, WHOLE, Certainty.NOT_SHOWN)
    code = "beyond-chance" if between.low > 0 else "below-chance"
    return Answer(code, {}, WHOLE, Certainty.DIFFERENCE)


def _group(mine: Rough, other: Rough, of: Mapping[str, str], adjusted: float | None) -> Answer:
    not_shown = Answer("group-not-shown", of, GROUP, Certainty.NOT_SHOWN)
    if not (mine.is_told and other.is_told):
        return not_shown
    if not can_be_seen(mine.value, other.value):
        return Answer("group-too-few", of, GROUP, Certainty.TOO_FEW)
    certainty = certainty_of(between_shares(mine, other, DECIDING_LEVEL), adjusted)
    if certainty is Certainty.NOT_SHOWN:
        return not_shown
    code = "group-more" if mine.value.value > other.value.value else "group-less"
    return Answer(perhaps(code, certainty), of, GROUP, certainty)


def _p(mine: Rough, other: Rough) -> float:
    """The highest p that there can be; of a hidden group as if there were nothing to see."""
    if not (mine.is_told and other.is_told):
        return NOTHING_TO_SEE
    if mine.least.value > other.most.value:
        return p_of(mine.least, other.most)
    if mine.most.value < other.least.value:
        return p_of(mine.most, other.least)
    return NOTHING_TO_SEE
