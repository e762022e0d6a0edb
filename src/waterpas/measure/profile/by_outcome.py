"""A tally whose outcome says who was chosen, as one with a column that says so."""

from dataclasses import replace

from waterpas.errors import CallError
from waterpas.results import Count
from waterpas.tallies.cells import UNKNOWN, Cell, Key
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

CHOSEN, YES, NO = "selected", "ja", "nee"


def with_chosen(tally: Tally) -> tuple[Tally, str]:
    """The tally with a column of ja, nee and onbekend out of its outcome, and the name of it."""
    if tally.outcome is None:
        raise CallError(
            mark(
                "Zeg wie is gekozen: noem de kolom, of maak de telling met die kolom als uitkomst."
            )
        )
    name = CHOSEN
    while name in tally.by:
        name += "_"
    cells: dict[Key, Cell] = {}
    for key, cell in tally.cells.items():
        cases = cell.cases or Count.exact(0)
        cells[(*key, YES)] = Cell(n=cases)
        cells[(*key, NO)] = Cell(n=_others(cell.n, cases))
        if cell.unknown:
            cells[(*key, UNKNOWN)] = Cell(n=Count.exact(cell.unknown))
    return replace(tally, by=(*tally.by, name), cells=cells), name


def _others(people: Count, cases: Count) -> Count:
    hidden = people.value is None or cases.value is None
    value = None if hidden else max((people.value or 0) - (cases.value or 0), 0)
    low, high = max(people.low - cases.high, 0), max(people.high - cases.low, 0)
    return Count(value, low, high)
