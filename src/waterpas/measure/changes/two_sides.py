"""A group and its reference, before and after: which periods count, and for how much."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from waterpas.measure.changes.rates import Rate, Term, highest_rate, lowest_rate, rate_over
from waterpas.measure.changes.student import critical_t
from waterpas.measure.normal import critical_value
from waterpas.measure.pairs_of_counts import Side
from waterpas.results import DECIDING_LEVEL

Pair = tuple[Side, Side]  # the group and its reference, in one period


@dataclass(frozen=True, slots=True)
class Moment:
    """One period of a group and its reference: where in time, and before the measure or not."""

    place: int
    before: bool
    pair: Pair
    level: str = ""

    @property
    def gap(self) -> float:
        """The rate of the group minus that of the reference."""
        return self.pair[0].rate - self.pair[1].rate

    @property
    def lowest(self) -> float:
        """The least that the gap can be behind counts that were rounded."""
        return lowest_rate(self.pair[0]) - highest_rate(self.pair[1])

    @property
    def highest(self) -> float:
        """The most that it can be."""
        return highest_rate(self.pair[0]) - lowest_rate(self.pair[1])

    @property
    def weight(self) -> float:
        """How much this period tells about the gap: Mantel and Haenszel."""
        group, reference = (side.effective_n for side in self.pair)
        return group * reference / (group + reference)


@dataclass(frozen=True, slots=True)
class TwoSides:
    """The four rates of a change in a gap."""

    group_before: Rate
    group_after: Rate
    reference_before: Rate
    reference_after: Rate

    @property
    def all(self) -> tuple[Rate, Rate, Rate, Rate]:
        """The four, those before first."""
        return self.group_before, self.reference_before, self.group_after, self.reference_after

    @property
    def before(self) -> tuple[Term, ...]:
        """The gap before the measure."""
        return ((1, self.group_before), (-1, self.reference_before))

    @property
    def after(self) -> tuple[Term, ...]:
        """The gap after it."""
        return ((1, self.group_after), (-1, self.reference_after))

    @property
    def change(self) -> tuple[Term, ...]:
        """The change in the gap."""
        return (*self.after, *opposite(self.before))

    @property
    def own(self) -> tuple[Term, ...]:
        """How the rate of the group itself changed."""
        return ((1, self.group_after), (-1, self.group_before))

    @property
    def others(self) -> tuple[Term, ...]:
        """How the rate of the reference changed."""
        return ((1, self.reference_after), (-1, self.reference_before))

    def spread_by(self, factor: float) -> "TwoSides":
        """The same, when periods differ more than chance alone explains."""
        return TwoSides(
            self.group_before.spread_by(factor),
            self.group_after.spread_by(factor),
            self.reference_before.spread_by(factor),
            self.reference_after.spread_by(factor),
        )


def opposite(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The same sum with the other sign."""
    return tuple((-sign, rate) for sign, rate in terms)


def two_sides(places: Mapping[tuple[str, ...], Sequence[Moment]]) -> TwoSides:
    """The four rates over all periods, and all places, each with its weight.

    Within a place the periods of a side weigh as Mantel and Haenszel have it, the same for the
    group and its reference, so that a trend of both makes no gap. A place weighs the same before
    and after, so that moving between places makes no change.
    """
    parts = [
        (moment, weight)
        for moments, heavy in _heaviness(places)
        for moment, weight in zip(moments, _shares(moments, heavy), strict=True)
    ]
    return TwoSides(
        group_before=_rate(parts, before=True, whose=0),
        group_after=_rate(parts, before=False, whose=0),
        reference_before=_rate(parts, before=True, whose=1),
        reference_after=_rate(parts, before=False, whose=1),
    )


def _heaviness(
    places: Mapping[tuple[str, ...], Sequence[Moment]],
) -> list[tuple[Sequence[Moment], float]]:
    raw = []
    for moments in places.values():
        before, after = (
            sum(each.weight for each in moments if each.before is side) for side in (True, False)
        )
        raw.append((moments, before * after / (before + after)))
    everything = sum(heavy for _, heavy in raw)
    return [(moments, heavy / everything) for moments, heavy in raw]


def _shares(moments: Sequence[Moment], heavy: float) -> list[float]:
    whole = {
        side: sum(each.weight for each in moments if each.before is side) for side in (True, False)
    }
    return [heavy * each.weight / whole[each.before] for each in moments]


def _rate(parts: Sequence[tuple[Moment, float]], *, before: bool, whose: int) -> Rate:
    chosen = [(moment.pair[whose], weight) for moment, weight in parts if moment.before is before]
    return rate_over([side for side, _ in chosen], [weight for _, weight in chosen])


GAP, GROUP, REFERENCE = (1, -1), (1, 0), (0, 1)  # of what the ups and downs are taken


def dispersion(places: Iterable[Sequence[Moment]], *, of: tuple[int, int] = GAP) -> float:
    """How much more the gap (or one rate) differs between periods than chance explains.

    The sum of squared distances to the value of the same place and side, in standard errors, per
    degree of freedom; above 1 it is itself uncertain, so the quantile of Student takes the place
    of the normal one. At least 1. It does not see what differs between the sides: that is the
    change.
    """
    squares, freedom = 0.0, 0
    for moments in places:
        added, more = _squares(moments, of=of)
        squares, freedom = squares + added, freedom + max(more, 0)
    return _inflated(squares / freedom, freedom) if freedom > 0 else 1.0


def _squares(moments: Sequence[Moment], *, of: tuple[int, int]) -> tuple[float, int]:
    sides, squares, freedom = two_sides({(): moments}), 0.0, -2
    for moment in moments:
        rates = sides.before if moment.before else sides.after
        distance = variance = 0.0
        for sign, (_, rate), side in zip(of, rates, moment.pair, strict=True):
            distance += sign * (side.rate - rate.value)
            variance += abs(sign) * rate.value * (1 - rate.value) / side.effective_n
        if variance > 0:
            squares += distance**2 / variance
            freedom += 1
    return squares, freedom


def _inflated(found: float, freedom: int) -> float:
    if found <= 1:
        return 1.0
    level = DECIDING_LEVEL
    return found * (critical_t(level, freedom) / critical_value(level)) ** 2
