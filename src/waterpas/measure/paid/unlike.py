"""Where nearly everybody earns the same: there a mean says what each of them earns."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.staff import Staff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

NEAR = 1.05  # amounts of which the highest is at most a twentieth more count as the same
TWO_OR_THREE = 3
NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Unlike:
    """How many people do not earn what most of them earn: of both sides, and in each scale.

    `scales`: of each side of each scale that somebody is in.
    """

    sides: tuple[int, int]
    scales: tuple[int, ...]


def unlike_of(staff: Staff, *, logs: bool) -> Unlike:
    """How many people earn otherwise than most, in each group and each scale.

    `logs`: whether the amounts of `staff` are logarithms. Where the whole table has two or three
    amounts, everybody knows them and can try all counts that fit; even words would tell. There it
    is the fewest people at one of them.
    """
    ours, theirs = (_of_side(staff, side, logs) for side in (staff.group, ~staff.group))
    return Unlike((ours[0], theirs[0]), (*ours[1:], *theirs[1:]))


def _of_side(staff: Staff, side: Floats, logs: bool) -> list[int]:
    """Of one side: of all its people, and in each scale."""
    import numpy as np

    scales = [] if staff.scale is None else list(range(len(staff.scale.levels)))
    cells = [side, *(side & (staff.scale.codes == at) for at in scales if staff.scale)]
    amounts = np.unique(staff.amount)
    found = [_unlike(staff, each, logs) for each in cells if each.any()]
    if len(amounts) <= TWO_OR_THREE:
        at = np.searchsorted(amounts, staff.amount)
        found[0] = min(_fewest(staff.people * each, at, len(amounts)) for each in cells)
    return found


def _fewest(people: Floats, at: Floats, amounts: int) -> int:
    import numpy as np

    return int(np.bincount(at, people, minlength=amounts).min())


def _unlike(staff: Staff, cells: Floats, logs: bool) -> int:
    """The people outside the narrow range of amounts in which most of them are."""
    import numpy as np

    order = np.argsort(staff.amount[cells], kind="stable")
    amounts, people = staff.amount[cells][order], staff.people[cells][order]
    ends = amounts + log(NEAR) if logs else amounts * NEAR
    before = np.concatenate([[0.0], np.cumsum(people)])
    last = np.searchsorted(amounts, ends + NOTHING, side="right")
    return int(before[-1] - (before[last] - before[:-1]).max(initial=0.0))
