"""From a tally over columns to groups with cases: who was chosen, in whom something was found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from operator import add

from waterpas.measure.profile.choice import Choice
from waterpas.results import Count
from waterpas.tallies.tally import Cell, Key, Tally

NOBODY = Count.exact(0)
Levels = Mapping[str, str]
Keep = Callable[[Levels], bool]


def counted(
    tally: Tally, choice: Choice, *, by: tuple[str, ...], keep: Keep | None = None
) -> Tally:
    """The people who pass `keep`, by these columns, with those who count as the cases.

    Who has no known value stands in `unknown`, and not in the number of people.
    """
    cells: dict[Key, Cell] = {}
    if len(by) == 1:  # a group of which nobody passes stays in, as a group of nobody
        cells = {(level,): Cell(n=NOBODY, cases=NOBODY) for level in tally.levels(by[0])}
    for key, cell in tally.cells.items():
        levels = dict(zip(tally.by, key, strict=True))
        if keep is not None and not keep(levels):
            continue
        place = tuple(levels[column] for column in by)
        part = _part(cell, choice.counts[levels[choice.column]])
        cells[place] = cells[place] + part if place in cells else part
    return replace(tally, by=by, cells=cells, outcome=choice.text, totals=(), steps=())


def _part(cell: Cell, counts: bool | None) -> Cell:
    if counts is None:
        people = cell.n.high if cell.n.value is None else cell.n.value
        return Cell(n=NOBODY, cases=NOBODY, unknown=people)
    return Cell(n=cell.n, cases=cell.n if counts else NOBODY)


def everyone(tally: Tally) -> Cell:
    """All cells of a counted tally together."""
    return reduce(add, tally.cells.values(), Cell(n=NOBODY, cases=NOBODY))


def unknown_share(cell: Cell) -> float:
    """Of how large a part it is not known; 0 where there is nobody."""
    people = cell.unknown + (cell.n.high if cell.n.value is None else cell.n.value)
    return cell.unknown / people if people else 0.0
