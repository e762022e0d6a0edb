"""Rounded tables: the tables that may be behind them, one by one, and what a source does to one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from waterpas.measure.rounding import hidden, rounded
from waterpas.results import Count
from waterpas.tallies.tally import Cell, Key, Tally


def roughly(tally: Tally, *, to: int = 5, below: int = 0) -> Tally:
    """The same counts as a source gives them: rounded, and hidden below a threshold."""
    cells = {key: Cell(n=_roughly(cell.n.value, to, below)) for key, cell in tally.cells.items()}
    return replace(tally, cells=cells, rounded_to=to if to > 1 else None)


def _roughly(n: int, to: int, below: int) -> Count:
    return hidden(below) if n < below else rounded((n + to // 2) // to * to, to=to)


def behind(tally: Tally) -> Iterator[Mapping[Key, int]]:
    """Every table of whole people that may be behind a rounded one."""
    keys = list(tally.cells)
    ranges = [range(cell.n.low, cell.n.high + 1) for cell in tally.cells.values()]
    for people in product(*ranges):
        yield dict(zip(keys, people, strict=True))
