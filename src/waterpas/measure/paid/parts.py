"""What a gap in pay goes together with, and what remains: after Blinder (1973) and Oaxaca (1973).

What goes together with the scale and other columns is "how many more people of the reference are
where pay is higher". What remains is the gap between people who are alike in those columns. The
coefficients come from both groups together with the group itself as a column (Jann 2008): without
that column a part of the gap would be counted as going together with the scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.least_squares import Line, along, line
from waterpas.measure.paid.means import apart_pull, mean_pull, size_of
from waterpas.measure.paid.pulls import Estimated, estimated
from waterpas.measure.paid.staff import Column, Staff

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FEWEST = 10  # people of each side in a level, for an interval of what differs within levels


@dataclass(frozen=True, slots=True)
class Design:
    """One row per cell: a one, and per column its numbers or levels; `blocks` says which is which.

    Levels stand as deviations from their own mean, so that no level is the base (Yun 2005).
    """

    rows: Floats
    blocks: Mapping[str, slice]


@dataclass(frozen=True, slots=True)
class TwoFold:
    """What goes together with the columns, what remains, and the first part per column."""

    goes_with: Estimated
    remains: Estimated
    per_column: Mapping[str, float]
    rank: int
    collinear: bool


@dataclass(frozen=True, slots=True)
class ThreeFold:
    """Three parts: other places, other pay in the same place, and both at once.

    `thin`: a level holds fewer than ten people of a side. Then the interval of the second part
    holds the truth too seldom. That of the third does so too often where both sides are alike.
    `per_column` is the second part per column; "" is what belongs to none of them.
    """

    endowments: Estimated
    coefficients: Estimated
    interaction: float
    thin: bool
    per_column: Mapping[str, float]


def design_of(staff: Staff) -> Design:
    """The design of all columns."""
    import numpy as np

    parts, blocks, at = [np.ones((len(staff.people), 1))], {}, 1
    for column in staff.columns:
        block = _block(column)
        blocks[column.name] = slice(at, at + block.shape[1])
        parts.append(block)
        at += block.shape[1]
    return Design(np.hstack(parts), blocks)


def _block(column: Column) -> Floats:
    """Numbers of at most 1, or for each level but one a column that the last takes off."""
    import numpy as np

    if column.is_number:
        largest = float(np.abs(column.codes).max(initial=0.0)) or 1.0
        return np.asarray(column.codes[:, None] / largest, dtype=float)
    count = len(column.levels)
    apart = np.vstack([np.eye(count - 1), -np.ones((1, count - 1))])
    found: Floats = apart[column.codes]
    return found


def two_fold(staff: Staff) -> TwoFold | None:
    """The gap in two parts; None where the columns tell who is in which group."""
    import numpy as np

    design = design_of(staff)
    rows = np.hstack([design.rows, staff.group[:, None].astype(float)])
    both = line(rows, staff.amount, staff.people)
    if not both.reaches(np.eye(rows.shape[1])[-1]):
        return None
    own, apart = both.coefficients[:-1], _apart(design, staff)
    pull = apart_pull(staff, along(design.rows, own)) + along(both.pulls[:, :-1], apart)
    return TwoFold(
        goes_with=_made(float(apart @ own), pull, staff, both.rank),
        remains=_made(float(both.coefficients[-1]), both.pulls[:, -1], staff, both.rank),
        per_column={name: float(apart[at] @ own[at]) for name, at in design.blocks.items()},
        rank=both.rank,
        collinear=both.rank < rows.shape[1],
    )


def three_fold(staff: Staff) -> ThreeFold | None:
    """The gap in three parts, by the coefficients of each side; None where they do not reach.

    They do not reach where the reference has a level in which nobody of the group is, or the other
    way round.
    """
    design = design_of(staff)
    ours, theirs = (_line_on(design, staff, side) for side in (staff.group, ~staff.group))
    mine, other = (_means(design, staff, side) for side in (staff.group, ~staff.group))
    if not ours.reaches(other) or not theirs.reaches(mine):
        return None
    apart, turn = mine - other, ours.coefficients - theirs.coefficients
    rows, rank = design.rows, max(ours.rank, theirs.rank)
    pulls = ours.pulls - theirs.pulls
    return ThreeFold(
        endowments=_made(
            float(apart @ theirs.coefficients),
            apart_pull(staff, along(rows, theirs.coefficients)) + along(theirs.pulls, apart),
            staff,
            rank,
        ),
        coefficients=_made(
            float(other @ turn),
            mean_pull(staff, along(rows, turn), ~staff.group) + along(pulls, other),
            staff,
            rank,
        ),
        interaction=float(apart @ turn),
        thin=any(_is_thin(column, staff) for column in staff.columns),
        per_column=dict(_coefficient_parts(design, other, turn)),
    )


def _is_thin(column: Column, staff: Staff) -> bool:
    """Whether a level holds fewer than ten people of one of the sides."""
    import numpy as np

    if column.is_number:
        return False
    size = len(column.levels)
    counts = [
        np.bincount(column.codes, staff.on(side), minlength=size).min()
        for side in (staff.group, ~staff.group)
    ]
    return bool(min(counts) < FEWEST)


def _coefficient_parts(design: Design, other: Floats, turn: Floats) -> Iterator[tuple[str, float]]:
    yield "", float(other[0] * turn[0])
    for name, at in design.blocks.items():
        yield name, float(other[at] @ turn[at])


def _line_on(design: Design, staff: Staff, side: Floats) -> Line:
    """The line of one side, with pulls for the cells of both (0 for the other side)."""
    import numpy as np

    own = line(design.rows[side], staff.amount[side], staff.people[side])
    pulls = np.zeros(design.rows.shape)
    pulls[side] = own.pulls
    return Line(own.coefficients, pulls, own.basis, own.rank)


def _means(design: Design, staff: Staff, side: Floats) -> Floats:
    people = staff.on(side)
    found: Floats = along(design.rows.T, people) / people.sum()
    return found


def _apart(design: Design, staff: Staff) -> Floats:
    found: Floats = _means(design, staff, staff.group) - _means(design, staff, ~staff.group)
    return found


def _made(value: float, pull: Floats, staff: Staff, used: int) -> Estimated:
    return estimated(
        value,
        pull,
        people=staff.people,
        group=staff.group,
        used=_used_per_side(staff, used),
        scale=size_of(staff),
    )


def _used_per_side(staff: Staff, used: int) -> int:
    """Degrees of freedom that the columns took, at most what the smaller side has."""
    return min(used, min(staff.sizes) // 2)
