"""Rows as a frame of the library at hand, and a tally as rows."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from waterpas.results import Count

if TYPE_CHECKING:
    from waterpas.tallies.tally import Cell, Tally


def frame_of(rows: Sequence[dict[str, Any]]) -> object:
    """Rows as a frame of the first library at hand: Polars, pandas or Arrow.

    A library that is already imported goes first.
    """
    for name in _libraries():
        try:
            module = __import__(name)
        except ModuleNotFoundError:
            continue
        if name == "pyarrow":
            return module.Table.from_pylist(rows)
        return module.DataFrame(rows)
    raise ModuleNotFoundError("to_frame() needs polars, pandas or pyarrow: pip install polars")


def _libraries() -> list[str]:
    known = ["polars", "pandas", "pyarrow"]
    return sorted(known, key=lambda name: (name not in sys.modules, known.index(name)))


def free_names(columns: Iterable[str], taken: set[str]) -> dict[str, str]:
    """For each column of the table a name that nothing else has."""
    names: dict[str, str] = {}
    for column in columns:
        name = column
        while name in taken or name in names.values():
            name = f"group_{name}"
        names[column] = name
    return names


def cell_rows(tally: "Tally") -> list[dict[str, Any]]:
    """One row per cell: its levels, and its counts with between what they lie."""
    counted = [dict(_counts(cell, tally)) for cell in tally.cells.values()]
    names = free_names(tally.by, {name for row in counted for name in row})
    levels = [
        {names[column]: level for column, level in zip(tally.by, key, strict=True)}
        for key in tally.cells
    ]
    return [level | row for level, row in zip(levels, counted, strict=True)]


def _counts(cell: "Cell", tally: "Tally") -> Iterator[tuple[str, Any]]:
    yield from _count("n", cell.n)
    if cell.cases is not None:
        yield from _count("cases", cell.cases)
    yield "unknown", cell.unknown
    for step, count in zip(tally.steps, cell.steps, strict=True):
        yield from _count(f"step_{step.id}", count)
    if cell.amount is not None:
        yield "amount_count", cell.amount.count
        yield "amount_mean", tally.origin + cell.amount.mean
        yield "amount_m2", cell.amount.m2
    if cell.repeats is not None:
        yield from ((f"repeats_{name}", each) for name, each in asdict(cell.repeats).items())


def _count(name: str, count: Count) -> Iterator[tuple[str, int | None]]:
    yield name, count.value
    yield f"{name}_low", count.low
    yield f"{name}_high", count.high
