"""Pay from counts that were rounded or hidden: between what it lies, whatever the counts were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.amounts import Amounts
from waterpas.measure.paid.asked import Asked
from waterpas.measure.paid.boxes import Box, Ends, spread_of
from waterpas.measure.paid.found import FEWEST, Cannot, Found
from waterpas.measure.paid.leaving import Leaving
from waterpas.measure.paid.means import Gap, mean_on, size_of
from waterpas.measure.paid.pairs import lot_of_ranks
from waterpas.measure.paid.pulls import NOTHING, Estimated, whole_freedom
from waterpas.measure.paid.quantiles import SHARES, QuantileGap, allowed, rough_quantile_gap
from waterpas.measure.paid.scales import InScale, part_of, shown
from waterpas.measure.paid.staff import Staff, scale_of, staff_of
from waterpas.measure.paid.unlike import unlike_of
from waterpas.results import Count, GroupResult
from waterpas.tallies.tally import Tally

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Rough:
    """The same cells three times: with the fewest people, with those in the middle, and the most.

    In the middle: the number as printed, and of a hidden one halfway between its ends.
    """

    least: Staff
    middle: Staff
    most: Staff

    def box(self, side: Floats) -> Box:
        """The amounts of one side, and between what their people lie."""
        staff = self.middle
        return Box(staff.amount[side], self.least.people[side], self.most.people[side])

    def part(self, cells: Floats) -> Rough:
        """Only these cells, without columns."""
        return Rough(*(part_of(each, cells) for each in (self.least, self.middle, self.most)))

    @property
    def sizes(self) -> tuple[Count, Count]:
        """Between what the people of the group lie, and those of the reference."""
        least, middle, most = (each.sizes for each in (self.least, self.middle, self.most))
        ours, theirs = (
            Count(n, low, high) for n, low, high in zip(middle, least, most, strict=True)
        )
        return ours, theirs


def rough_of(tally: Tally, asked: Asked, amounts: Amounts, pair: tuple[str, str]) -> Rough:
    """The cells of the group and its reference, with the ends of their counts."""
    least, middle, most = (
        staff_of(tally, asked, amounts=amounts, pair=pair, counted=each)
        for each in (lambda n: n.low, in_the_middle, lambda n: n.high)
    )
    return Rough(least, middle, most)


def in_the_middle(count: Count) -> int:
    """The number as printed; of a hidden one halfway between its ends."""
    return (count.low + count.high) // 2 if count.value is None else count.value


def rough_found(
    rough: Rough,
    *,
    level: str,
    rates: Mapping[str, GroupResult],
    leaving: Leaving,
    asked_level: float,
    logs: bool,
) -> Found | Cannot:
    """Everything that rounded or hidden counts allow about one group; or why nothing can be said.

    Every interval holds that of each table that fits, and every p is at least as large as there.
    """
    if min(each.low for each in rough.sizes) < FEWEST:
        surely = min(each.high for each in rough.sizes) < FEWEST
        if surely:
            return Cannot(level, "too-few", rates)
        return Cannot(level, "rounded-too-few", rates, ("gap", *_uncompared(rough)))
    gap = rough_gap_of(rough)
    if gap.gap.sure and gap.gap.value == 0:
        return Cannot(level, "cannot-same", rates)
    scales = tuple(_in_scales(rough)) if rough.middle.scale else ()
    levels = rough.middle.scale.levels if rough.middle.scale else ()
    quantiles = tuple(_quantiles(rough, asked_level))
    told = {f"scale {each.level}" for each in scales}
    told |= {f"quantile {each.share}" for each in quantiles}
    return Found(
        level=level,
        sizes=rough.sizes,
        gap=gap,
        leaving=leaving,
        unlike=unlike_of(rough.least, logs=logs),
        scales=scales,
        few_scales=len(scales) < len(levels),
        quantiles=quantiles,
        apart="rounded-apart" if rough.middle.columns else "",
        rates=rates,
        uncompared=tuple(each for each in _uncompared(rough) if each not in told),
    )


def rough_gap_of(rough: Rough) -> Gap:
    """The gap in mean pay, with between what it lies whatever the counts were."""
    staff, side = rough.middle, rough.middle.group
    boxes = [rough.box(each) for each in (side, ~side)]
    values = [mean_on(staff, staff.amount, each) for each in (side, ~side)]
    ours, theirs = (box.mean() for box in boxes)
    spreads = [spread_of(box, each) for box, each in zip(boxes, (ours, theirs), strict=True)]
    gap = _estimated(
        values[0] - values[1],
        (ours[0] - theirs[1], ours[1] - theirs[0]),
        spreads[0].variance + spreads[1].variance,
        freedom=min(each.freedom for each in spreads),
        scale=size_of(staff),
    )
    ratio = None
    if theirs[0] > 0 and ours[0] >= 0:
        low, high = ours[0] / theirs[1], ours[1] / theirs[0]
        ratio = _estimated(
            values[0] / values[1] - 1,
            (low - 1, high - 1),
            (spreads[0].variance + high**2 * spreads[1].variance) / theirs[0] ** 2,
            freedom=min(each.freedom for each in spreads),
        )
    return Gap(values[0], values[1], gap, ratio, (ours, theirs))


def _estimated(
    value: float, ends: Ends, variance: float, *, freedom: float, scale: float = 1.0
) -> Estimated:
    """A value between its ends, with the largest error and the fewest degrees of freedom."""
    error = sqrt(variance)
    shown = 0.0 if abs(value) <= NOTHING * scale else value
    if error <= NOTHING * scale:
        return Estimated(shown, 0.0, 1)
    around = (min(ends[0], shown), max(ends[1], shown))
    return Estimated(shown, error, whole_freedom(freedom), around)


def _in_scales(rough: Rough) -> Iterator[InScale]:
    """The gap in each scale where surely ten people of each side are; see `scales.in_scales`."""
    scale = scale_of(rough.middle)
    parts = [rough.part(scale.codes == at) for at in range(len(scale.levels))]
    for at in shown([[_at_least(n) for n in each.sizes] for each in parts]):
        gap, sizes = rough_gap_of(parts[at]), parts[at].sizes
        yield InScale(
            scale.levels[at], gap, sizes, max(gap.gap.p(), lot_of_ranks(parts[at].middle))
        )


def _uncompared(rough: Rough) -> Iterator[str]:
    """Everything beside the gap that some table that fits may compare."""
    if rough.middle.columns:
        yield "remains"
    scale = rough.middle.scale
    if scale:
        yield "higher"
        for at, level in enumerate(scale.levels):
            if _most(rough.part(scale.codes == at)) >= FEWEST:
                yield f"scale {level}"
    yield from (f"quantile {share}" for share in SHARES if allowed(share, _most(rough)))


def _most(rough: Rough) -> int:
    """The most people that there can be on both sides."""
    return min(each.high for each in rough.sizes)


def _at_least(count: Count) -> int:
    """How many there are at least; somebody where there may be somebody."""
    return max(count.low, min(count.high, 1))


def _quantiles(rough: Rough, level: float) -> Iterator[QuantileGap]:
    staff = rough.middle
    boxes = (rough.box(staff.group), rough.box(~staff.group))
    for share in SHARES:
        if allowed(share, min(each.low for each in rough.sizes)):
            yield rough_quantile_gap(staff, boxes, share, level=level)
