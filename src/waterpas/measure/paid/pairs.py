"""Who stands higher in the same scale: pairs of one of the group and one of the reference."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from waterpas.measure.normal import two_sided_p
from waterpas.measure.paid.means import wider
from waterpas.measure.paid.pulls import Estimated, estimated
from waterpas.measure.paid.staff import Staff, scale_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Higher:
    """How much more often than half the person of the group stands higher, and its p.

    The p is the larger of that of the interval and that if all had fallen on people by lot.
    """

    share: Estimated
    p: float


def stands_higher(staff: Staff) -> Higher | None:
    """How often the person of the group stands higher than one of the reference, less a half.

    Both are in the same scale; as high counts for half. None where no scale has both. By step
    where there is one, else by amount. Mann and Whitney (1947) within scales; scales weigh as in
    van Elteren (1960); variance after DeLong et al. (1988) and over the weights.
    """
    import numpy as np

    scale, pull = scale_of(staff), np.zeros(len(staff.people))
    pairs = [Pairs.of(staff, scale.codes == at) for at in range(len(scale.levels))]
    some = [each for each in pairs if each is not None]
    total = sum(each.weight for each in some)
    if not some:
        return None
    value = sum(each.weight * each.share for each in some) / total
    for each in some:
        pull = pull + each.pull(staff, value) / total
    for side in (staff.group, ~staff.group):  # shares of scales add up to one
        pull = np.where(side, pull - np.average(pull[side], weights=staff.people[side]), pull)
    made = estimated(value - 0.5, pull, people=staff.people, group=staff.group)
    by_lot = sqrt(sum(each.weight**2 * each.by_lot for each in some)) / total
    return Higher(made, max(made.p(), two_sided_p(made.value / by_lot) if by_lot else 1.0))


def lot_of_ranks(staff: Staff) -> float:
    """The p of the ranks of one side, if all amounts had fallen on people by lot."""
    pairs = Pairs.of(staff, staff.people > 0)
    if pairs is None or not pairs.by_lot:
        return 1.0
    return two_sided_p((pairs.share - 0.5) / sqrt(pairs.by_lot))


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs in one scale: who stands higher, per cell; and how much the scale weighs."""

    cells: Floats
    share: float
    below: Floats
    sizes: tuple[float, float]
    ties: float

    @staticmethod
    def of(staff: Staff, cells: Floats) -> Pairs | None:
        """The pairs in these cells; None where one of the sides is not there."""
        import numpy as np

        height = staff.amount if staff.step is None else staff.step
        ours, theirs = cells & staff.group, cells & ~staff.group
        n, m = (float(staff.people[each].sum()) for each in (ours, theirs))
        if not n or not m:
            return None
        below = np.zeros(len(height))
        below[ours] = _share_below(height[ours], height[theirs], staff.people[theirs])
        below[theirs] = 1 - _share_below(height[theirs], height[ours], staff.people[ours])
        share = float(np.average(below[ours], weights=staff.people[ours]))
        _, places = np.unique(height[cells], return_inverse=True)
        alike = np.bincount(places, staff.people[cells])
        return Pairs(cells, share, below, (n, m), float((alike**3 - alike).sum()))

    @property
    def weight(self) -> float:
        """How much this scale weighs beside the others."""
        n, m = self.sizes
        return n * m / (n + m)

    @property
    def by_lot(self) -> float:
        """The variance of the share if all had fallen on people by lot (Mann and Whitney 1947)."""
        n, m = self.sizes
        both = n + m
        return (both + 1 - self.ties / (both * (both - 1))) / (12 * n * m)

    def pull(self, staff: Staff, whole: float) -> Floats:
        """The pull on the weighted share, times the sum of all weights."""
        import numpy as np

        n, m = self.sizes
        found = np.zeros(len(self.cells))
        for side, own, other in ((staff.group, n, m), (~staff.group, m, n)):
            through = self.weight * (self.below - self.share) / own * wider(own)
            weighs = (other / (n + m)) ** 2 * (self.share - whole)
            found = np.where(self.cells & side, through + weighs, found)
        return found


def _share_below(values: Floats, others: Floats, people: Floats) -> Floats:
    """Per value which share of the others stands lower; as high counts for half."""
    import numpy as np

    order = np.argsort(others, kind="stable")
    cumulative = np.concatenate([[0.0], np.cumsum(people[order])])
    low = np.searchsorted(others[order], values, side="left")
    high = np.searchsorted(others[order], values, side="right")
    found: Floats = (cumulative[low] + cumulative[high]) / (2 * cumulative[-1])
    return found
