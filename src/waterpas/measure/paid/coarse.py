"""Amounts rounded before they are kept, so that nobody's exact pay is."""

from collections.abc import Mapping
from dataclasses import replace

from waterpas.measure.paid.amounts import amounts_of
from waterpas.results import Note
from waterpas.tallies.tally import Cell, Key, Tally

PART = 200  # a step is at most this part of the middle amount
ROUND = (5, 2, 1)
NOTE = "amounts-rounded"


def with_coarse_amounts(tally: Tally, settings: Mapping[str, object]) -> Tally:
    """The counts with amounts in steps of at most half a percent of the middle one.

    A mean moves by far less: what is rounded up makes good what is rounded down.
    """
    column = str(settings["amount"])
    if any(note.code == NOTE for note in tally.notes):
        return tally
    values = amounts_of(tally.levels(column), column=column).values
    step = step_of(sorted(values.values())[len(values) // 2])
    if step <= 1:
        return tally
    place, cells = tally.position(column), dict[Key, Cell]()
    for key, cell in tally.cells.items():
        level = key[place]
        rounded = f"{step * round(values[level] / step)}" if level in values else level
        new = (*key[:place], rounded, *key[place + 1 :])
        cells[new] = cells[new] + cell if new in cells else cell
    return replace(tally, cells=cells, notes=(*tally.notes, Note(NOTE, {"to": step})))


def step_of(amount: float) -> int:
    """1, 2 or 5 times a power of ten: the largest of at most half a percent of the amount."""
    power = 1
    while PART * power * 10 <= amount:
        power *= 10
    return max((one * power for one in ROUND if PART * one * power <= amount), default=1)
