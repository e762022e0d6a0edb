"""The cells that a result was made of: control looks at them, and they never leave."""

from waterpas.results import Count, People
from waterpas.tallies.tally import Tally


def cells_of(counts: Tally) -> tuple[People, ...]:
    """All people of a tally, cell by cell, and those of whom the outcome is not known."""
    cells = list(counts.cells.values())
    unknown = [People(Count.exact(cell.unknown)) for cell in cells if cell.unknown]
    return (*(People(cell.n, cell.cases) for cell in cells if cell.n.high), *unknown)
