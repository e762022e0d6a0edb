"""The cells that a result was made of: control looks at them, and they never leave."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec

from waterpas.results import Count, Measured, People
from waterpas.tallies.tally import Tally

P = ParamSpec("P")


def with_cells(
    method: Callable[Concatenate[Tally, P], Measured],
) -> Callable[Concatenate[Tally, P], Measured]:
    """The method, whose result holds all cells of the counts that it was made of."""

    @wraps(method)
    def measured(tally: Tally, /, *args: P.args, **kwargs: P.kwargs) -> Measured:
        found = method(tally, *args, **kwargs)
        return replace(found, cells=(*(found.cells or ()), *cells_of(tally)))

    return measured


def cells_of(counts: Tally) -> tuple[People, ...]:
    """All people of a tally, cell by cell, and those of whom the outcome is not known."""
    cells = list(counts.cells.values())
    unknown = [People(Count.exact(cell.unknown)) for cell in cells if cell.unknown]
    return (*(People(cell.n, cell.cases) for cell in cells if cell.n.high), *unknown)
