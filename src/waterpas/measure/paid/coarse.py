"""Amounts rounded before they are kept, so that nobody's exact pay is."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from waterpas.measure.paid.amounts import amounts_of, read_amounts
from waterpas.results import Note
from waterpas.tallies.tally import Cell, Key, Tally

PART = 200  # a step is at most this part of the middle amount
PART_OF_LITTLE = 100  # the same for pay per hour, where half a percent is next to nothing
LITTLE = 400  # below this an amount is pay per hour or per day
CENT = Decimal("0.01")
ROUND = (5, 2, 1)
NOTE = "amounts-rounded"


def with_coarse_amounts(tally: Tally, settings: Mapping[str, object]) -> Tally:
    """The counts with amounts in steps of at most half a percent of the middle one.

    Where that is small: at most one percent. A mean moves by far less: what is rounded up makes
    good what is rounded down.
    """
    column = str(settings["amount"])
    if any(note.code == NOTE for note in tally.notes):
        return tally
    levels = tally.levels(column)
    values = sorted(amounts_of(levels, column=column).values.values())
    step = step_of(values[len(values) // 2])
    rounded = {
        level: _rounded(value, step)
        for level, value in read_amounts(levels, column=column).items()
        if value is not None
    }
    place, cells = tally.position(column), dict[Key, Cell]()
    for key, cell in tally.cells.items():
        new = (*key[:place], rounded.get(key[place], key[place]), *key[place + 1 :])
        cells[new] = cells[new] + cell if new in cells else cell
    to = int(step) if step >= 1 else float(step)
    return replace(tally, cells=cells, notes=(*tally.notes, Note(NOTE, {"to": to})))


def _rounded(value: float, step: Decimal) -> str:
    """The amount in whole steps, without digits that are not there; below zero it stays so."""
    exact = Decimal(repr(value)) / step
    steps = min(round(exact), -1) if value < 0 else round(exact)
    return f"{steps * step:f}"


def step_of(amount: float) -> Decimal:
    """1, 2 or 5 times a power of ten, at least a cent: the largest within that part."""
    most = Decimal(repr(amount)) / (PART if amount >= LITTLE else PART_OF_LITTLE)
    power = CENT
    while power * 10 <= most:
        power *= 10
    return max((one * power for one in ROUND if one * power <= most), default=CENT)
