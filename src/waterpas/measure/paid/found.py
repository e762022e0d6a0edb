"""What was found about one group beside the reference: everything before it becomes words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.paid.leaving import Leaving
from waterpas.measure.paid.means import Gap, gap_of
from waterpas.measure.paid.pairs import Higher, stands_higher
from waterpas.measure.paid.parts import ThreeFold, TwoFold, three_fold, two_fold
from waterpas.measure.paid.quantiles import QuantileGap, quantile_gaps
from waterpas.measure.paid.rates import is_exact
from waterpas.measure.paid.scales import InScale, OverScales, in_scales, over_scales
from waterpas.measure.paid.staff import Staff
from waterpas.measure.paid.unlike import Unlike, unlike_of
from waterpas.results import Count, GroupResult

FEWEST = 10
LEFT_OVER = 10  # people more than there are coefficients, at least


@dataclass(frozen=True, slots=True)
class Cannot:
    """Why nothing is said about a group, as a code; `uncompared`: see Found."""

    level: str
    why: str
    rates: Mapping[str, GroupResult] = field(default_factory=dict)
    uncompared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Everything about one group. `apart`: why people who are alike cannot be compared, if so.

    `leaving`: in what steps amounts may leave; `unlike`: who does not earn what most earn.
    `uncompared`: what rounded or hidden counts do not let compare, but some table that fits may
    ("scale 7").
    """

    level: str
    sizes: tuple[Count, Count]
    gap: Gap
    leaving: Leaving
    unlike: Unlike
    two: TwoFold | None = None
    three: ThreeFold | None = None
    over: OverScales | None = None
    scales: tuple[InScale, ...] = ()
    few_scales: bool = False
    higher: Higher | None = None
    quantiles: tuple[QuantileGap, ...] = ()
    apart: str = ""
    rates: Mapping[str, GroupResult] = field(default_factory=dict)
    uncompared: tuple[str, ...] = ()


class Beside(TypedDict):
    """What is known about a group beside its people: see `Found`."""

    level: str
    rates: Mapping[str, GroupResult]
    leaving: Leaving
    asked_level: float
    logs: bool


def found_of(
    staff: Staff,
    *,
    level: str,
    rates: Mapping[str, GroupResult],
    leaving: Leaving,
    asked_level: float,
    logs: bool,
) -> Found | Cannot:
    """Everything about one group; or why nothing can be said."""
    if min(staff.sizes) < FEWEST:
        return Cannot(level, "too-few", rates)
    gap = gap_of(staff)
    if gap.gap.sure and gap.gap.value == 0:
        return Cannot(level, "cannot-same", rates)
    two = two_fold(staff) if staff.columns else None
    apart = _why_not(staff, two) if staff.columns else ""
    scales = tuple(in_scales(staff)) if staff.scale else ()
    return Found(
        level=level,
        sizes=staff.counts,
        gap=gap,
        leaving=leaving,
        unlike=unlike_of(staff, logs=logs),
        two=None if apart else two,
        three=three_fold(staff) if staff.columns and not apart else None,
        over=over_scales(staff) if staff.scale else None,
        scales=scales,
        few_scales=staff.scale is not None and len(scales) < len(staff.scale.levels),
        higher=stands_higher(staff) if staff.scale else None,
        quantiles=tuple(quantile_gaps(staff, level=asked_level)),
        apart=apart,
        rates=rates,
    )


def _why_not(staff: Staff, two: TwoFold | None) -> str:
    """Why people who are alike cannot be compared; empty where they can."""
    if two is None:
        return "cannot-apart"
    return "cannot-many" if sum(staff.sizes) - two.rank < LEFT_OVER else ""


Key = tuple[str, str]  # a group, and what was compared: "gap", "remains", "scale 7" …
FIRST = ("gap", "remains")


def main_ps(found: Sequence[Found | Cannot]) -> Iterator[tuple[Key, float | None]]:
    """The first questions: the gap, what remains of it, promotion and leaving."""
    for each in found:
        yield from ((key, 1.0) for key in _uncompared(each) if key[1] in FIRST)
        if isinstance(each, Found):
            yield (each.level, "gap"), each.gap.gap.p()
            if each.two:
                yield (each.level, "remains"), each.two.remains.p()
        for name, rate in each.rates.items():
            yield (each.level, name), 1.0 if rate.p is None and not is_exact(rate) else rate.p


def _uncompared(found: Found | Cannot) -> Iterator[Key]:
    """What a table that fits may compare counts as one: else others would seem surer than there."""
    return ((found.level, what) for what in found.uncompared)


def detail_ps(found: Sequence[Found | Cannot]) -> Iterator[tuple[Key, float | None]]:
    """Where to look next: each scale, each part of the range, and the place in the scale."""
    for each in found:
        yield from ((key, 1.0) for key in _uncompared(each) if key[1] not in FIRST)
        if not isinstance(each, Found):
            continue
        for scale in each.scales:
            yield (each.level, f"scale {scale.level}"), scale.p
        for quantile in each.quantiles:
            yield (each.level, f"quantile {quantile.share}"), quantile.p
        if each.higher:
            yield (each.level, "higher"), each.higher.p


def adjusted_ps(
    found: Sequence[Found | Cannot], seen: Callable[[Key, float | None], float | None]
) -> tuple[dict[Key, float | None], int]:
    """Every p adjusted, and how many comparisons there are.

    Benjamini and Hochberg within the first questions and within the rest; with both, each counts
    double, so that together they claim something by chance as seldom as one of them. `seen` gives
    each p as it counts.
    """
    families = [
        {key: seen(key, p) for key, p in some} for some in (main_ps(found), detail_ps(found))
    ]
    made = [family for family in families if any(p is not None for p in family.values())]
    adjusted: dict[Key, float | None] = {}
    for family in families:
        ps = benjamini_hochberg(list(family.values()))
        times = max(len(made), 1)
        doubled = [None if p is None else min(1.0, times * p) for p in ps]
        adjusted |= dict(zip(family, doubled, strict=True))
    return adjusted, sum(p is not None for p in adjusted.values())
