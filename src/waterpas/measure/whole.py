"""The cells that a result was made of: control looks at them, and they never leave."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

from waterpas.results import Count, Measured, People
from waterpas.tallies.tally import Tally

P = ParamSpec("P")


def with_cells(method: Callable[P, Measured]) -> Callable[P, Measured]:
    """The method, whose result holds all cells of the counts that it was made of."""

    @wraps(method)
    def measured(*args: P.args, **kwargs: P.kwargs) -> Measured:
        found = method(*args, **kwargs)
        counts = args[0] if args else kwargs["tally"]
        if not isinstance(counts, Tally):  # a method refuses it in words; this is for the next one
            raise TypeError("a method measures a tally")
        return replace(found, cells=(*(found.cells or ()), *cells_of(counts)))

    return measured


def cells_of(counts: Tally) -> tuple[People, ...]:
    """All people of a tally, cell by cell, and those of whom the outcome is not known."""
    cells = list(counts.cells.values())
    unknown = [People(Count.exact(cell.unknown)) for cell in cells if cell.unknown]
    return (*(People(cell.n, cell.cases) for cell in cells if cell.n.high), *unknown)
