"""Pay over scales: the parts of the gap, the gap in each scale, and who stands higher in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.means import Gap, gap_of, size_of, wider
from waterpas.measure.paid.pairs import lot_of_ranks
from waterpas.measure.paid.pulls import Estimated, estimated
from waterpas.measure.paid.staff import Staff, scale_of
from waterpas.results import Count

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FEWEST = 10  # people of each side in a scale to say something about it


@dataclass(frozen=True, slots=True)
class OverScales:
    """The gap in two parts: other scales, and other pay in the same scale (Kitagawa 1955).

    `one_sided`: there is a scale with people of one side only; it counts wholly with the first.
    """

    composition: Estimated
    within: Estimated
    one_sided: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """Per scale the share of one side, its mean, and per cell the mean of its own scale."""

    n: float
    counts: Floats
    means: Floats

    @property
    def shares(self) -> Floats:
        return self.counts / self.n


def over_scales(staff: Staff) -> OverScales | None:
    """How much of the gap goes with the spread over scales, and how much lies within them.

    None where no scale has people of both sides: then nothing lies within a scale.
    """
    import numpy as np

    ours, theirs = _side(staff, staff.group), _side(staff, ~staff.group)
    here = (ours.counts > 0) & (theirs.counts > 0)
    if not here.any():
        return None
    mine = np.where(ours.counts > 0, ours.means, theirs.means)
    other = np.where(theirs.counts > 0, theirs.means, ours.means)
    apart, middle = ours.shares - theirs.shares, (mine + other) / 2
    weight = np.where(here, (ours.shares + theirs.shares) / 2, 0.0)
    gap = mine - other
    # How the mean of a scale pulls: where only one side is, its mean stands for both.
    moves = np.where(here, apart / 2, apart)
    half = np.where(here, gap / 2, 0.0)
    us, them = staff.group, ~staff.group
    composition = _pull(staff, ours, us, middle, moves) + _pull(staff, theirs, them, -middle, moves)
    within = _pull(staff, ours, us, half, weight) + _pull(staff, theirs, them, half, -weight)
    return OverScales(
        _estimated(float(apart @ middle), composition, staff),
        _estimated(float(weight @ gap), within, staff, strata=scale_of(staff).codes),
        bool((~here & ((ours.counts > 0) | (theirs.counts > 0))).any()),
    )


def _pull(staff: Staff, own: _Side, side: Floats, of_share: Floats, of_mean: Floats) -> Floats:
    """The pull of the people on one side: through the shares of scales, and through their means."""
    import numpy as np

    codes = scale_of(staff).codes
    n = np.maximum(own.counts[codes], 1)
    shares = (of_share[codes] - own.shares @ of_share) / own.n * wider(own.n)
    # As if each was left out in turn (HC3), for a scale may hold a few people only.
    means = of_mean[codes] * (staff.amount - own.means[codes]) / np.maximum(n - 1, 1)
    return np.where(side, shares + means, 0.0)


def _side(staff: Staff, side: Floats) -> _Side:
    import numpy as np

    scale = scale_of(staff)
    size = len(scale.levels)
    counts = np.bincount(scale.codes[side], staff.people[side], minlength=size)
    sums = np.bincount(scale.codes[side], (staff.people * staff.amount)[side], minlength=size)
    return _Side(float(counts.sum()), counts, sums / np.maximum(counts, 1))


def _estimated(
    value: float, pull: Floats, staff: Staff, *, strata: Floats | None = None
) -> Estimated:
    return estimated(
        value,
        pull,
        people=staff.people,
        group=staff.group,
        scale=size_of(staff),
        strata=strata,
    )


@dataclass(frozen=True, slots=True)
class InScale:
    """The gap in one scale, and the people of both sides in it.

    `p` is the larger of two: that of the means, which a few far amounts can move when people are
    few, and that of the ranks, which they cannot.
    """

    level: str
    gap: Gap
    sizes: tuple[Count, Count]
    p: float


def in_scales(staff: Staff) -> Iterator[InScale]:
    """The gap in each scale with at least ten people of each side.

    Who is left over in the other scales is nobody, or at least ten people of each side too:
    otherwise their mean could be worked out, so that the smallest scale goes as well.
    """
    scale = scale_of(staff)
    counts = [
        [_people(staff, at, side) for side in (staff.group, ~staff.group)]
        for at in range(len(scale.levels))
    ]
    for at in shown(counts):
        one = part_of(staff, scale.codes == at)
        gap = gap_of(one)
        yield InScale(scale.levels[at], gap, one.counts, max(gap.gap.p(), lot_of_ranks(one)))


def _people(staff: Staff, at: int, side: Floats) -> int:
    return int(staff.people[side & (scale_of(staff).codes == at)].sum())


def shown(counts: list[list[int]]) -> list[int]:
    """The places of the scales of which something may be said; see `in_scales`."""
    kept = [at for at, both in enumerate(counts) if min(both) >= FEWEST]
    while kept and not all(_enough_left(counts, kept, side) for side in (0, 1)):
        kept.remove(min(kept, key=lambda at: (min(counts[at]), at)))
    return kept


def _enough_left(counts: list[list[int]], kept: list[int], side: int) -> bool:
    left = sum(both[side] for at, both in enumerate(counts) if at not in kept)
    return left == 0 or left >= FEWEST


def part_of(staff: Staff, cells: Floats) -> Staff:
    """Only these cells, without columns."""
    return Staff(staff.amount[cells], staff.people[cells], staff.group[cells])
