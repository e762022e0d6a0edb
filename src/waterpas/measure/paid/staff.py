"""The people of a group and of its reference as cells: what they earn, and in which scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from waterpas.measure.paid.amounts import Amounts, numbers_of
from waterpas.measure.paid.asked import Asked
from waterpas.results import Count
from waterpas.tallies.tally import UNKNOWN, Tally

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column in which people differ: numbers as they are, else one level after another.

    `codes` is the number of each cell, or the place of its level in `levels`.
    """

    name: str
    levels: tuple[str, ...]
    codes: Floats

    @property
    def is_number(self) -> bool:
        """Whether it counts as a number."""
        return not self.levels


@dataclass(frozen=True, slots=True)
class Staff:
    """Cells of two groups: per cell the amount, the people, and of which side they are."""

    amount: Floats
    people: Floats
    group: Floats
    columns: tuple[Column, ...] = ()
    scale: Column | None = None
    step: Floats | None = None

    def on(self, side: Floats) -> Floats:
        """The people of each cell, where it is of this side; else nobody."""
        found: Floats = self.people * side
        return found

    @property
    def sizes(self) -> tuple[int, int]:
        """The people of the group, and those of the reference."""
        return int(self.on(self.group).sum()), int(self.on(~self.group).sum())

    @property
    def counts(self) -> tuple[Count, Count]:
        """The same, of counts that were neither rounded nor hidden."""
        ours, theirs = map(Count.exact, self.sizes)
        return ours, theirs


def scale_of(staff: Staff) -> Column:
    """The column with the scale; nothing here is asked without one."""
    if staff.scale is None:
        raise ValueError("no scale was given")
    return staff.scale


def value_of(count: Count) -> int:
    """A count that was neither rounded nor hidden."""
    return count.value or 0


def staff_of(
    tally: Tally,
    asked: Asked,
    *,
    amounts: Amounts,
    pair: tuple[str, str],
    steps: Mapping[str, float] | None = None,
    counted: Callable[[Count], int] = value_of,
) -> Staff:
    """The cells of the group and its reference (`pair`), of known amounts and columns only.

    `counted`: how many people a cell counts for; where nobody can be, there is no cell.
    """
    import numpy as np

    at = {column: tally.position(column) for column in tally.by}
    cells = [
        (key, counted(cell.n))
        for key, cell in tally.cells.items()
        if key[at[asked.across]] in pair and key[at[asked.amount]] in amounts.values and cell.n.high
    ]
    keys = [key for key, _ in cells]
    paid = [amounts.values[key[at[asked.amount]]] for key in keys]
    columns = tuple(
        column_of(name, [key[at[name]] for key in keys], as_level=name == asked.scale)
        for name in asked.alike
    )
    return Staff(
        amount=np.array([log(each) for each in paid] if asked.logs else paid, dtype=float),
        people=np.array([n for _, n in cells], dtype=float),
        group=np.array([key[at[asked.across]] == pair[0] for key in keys], dtype=bool),
        columns=columns,
        scale=columns[0] if asked.scale else None,
        step=_steps(keys, at, steps, asked.step),
    )


def _steps(
    keys: Sequence[tuple[str, ...]],
    at: Mapping[str, int],
    step: Mapping[str, float] | None,
    column: str | None,
) -> Floats | None:
    import numpy as np

    if step is None or column is None:
        return None
    return np.array([step[key[at[column]]] for key in keys], dtype=float)


def column_of(name: str, values: Sequence[str], *, as_level: bool = False) -> Column:
    """A column as numbers where all its values are, else as levels."""
    import numpy as np

    numbers = None if as_level else numbers_of(values)
    if numbers is not None:
        return Column(name, (), np.array([numbers[each] for each in values], dtype=float))
    levels = tuple(dict.fromkeys(values))
    return Column(name, levels, np.array([levels.index(each) for each in values], dtype=int))


def known_only(tally: Tally, columns: Sequence[str]) -> Tally:
    """Without the people of whom one of these columns is not known."""
    return tally.where(lambda of: all(of[each] != UNKNOWN for each in columns))
