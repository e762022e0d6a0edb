"""Mean pay of a group and of its reference, and the gap between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.boxes import Ends
from waterpas.measure.paid.pulls import Estimated, estimated
from waterpas.measure.paid.staff import Staff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Gap:
    """The mean of both, the gap (group minus reference), and the ratio of both means.

    `ends`: of counts that were rounded or hidden, between what both means lie.
    """

    group: float
    reference: float
    gap: Estimated
    ratio: Estimated | None
    ends: tuple[Ends, Ends] | None = None


def mean_on(staff: Staff, values: Floats, side: Floats) -> float:
    """The mean of a value over the people of one side."""
    people = staff.on(side)
    return float((values * people).sum() / people.sum())


def mean_pull(staff: Staff, values: Floats, side: Floats) -> Floats:
    """The pull of each person on the mean of one side, so that the variance is unbiased."""
    n = float(staff.on(side).sum())
    pull: Floats = (values - mean_on(staff, values, side)) * side * (wider(n) / n)
    return pull


def apart_pull(staff: Staff, values: Floats) -> Floats:
    """The pull on the mean of the group minus that of the reference."""
    pull: Floats = mean_pull(staff, values, staff.group) - mean_pull(staff, values, ~staff.group)
    return pull


def size_of(staff: Staff) -> float:
    """How large the amounts are: an error of nothing beside it is nothing."""
    import numpy as np

    return float(np.abs(staff.amount).max(initial=0.0))


def gap_of(staff: Staff) -> Gap:
    """The gap in mean pay, without looking at anything else (Welch 1947)."""
    amount, side = staff.amount, staff.group
    group, reference = mean_on(staff, amount, side), mean_on(staff, amount, ~side)
    pull = apart_pull(staff, amount)
    gap = estimated(group - reference, pull, people=staff.people, group=side, scale=size_of(staff))
    if reference <= 0:
        return Gap(group, reference, gap, None)
    ratio = group / reference
    pull = mean_pull(staff, amount, side) - ratio * mean_pull(staff, amount, ~side)
    made = estimated(ratio - 1, pull / reference, people=staff.people, group=side)
    return Gap(group, reference, gap, made)


def wider(people: Any) -> Any:
    """What makes the spread of so many people unbiased."""
    import numpy as np

    return np.sqrt(people / np.maximum(people - 1, 1))
