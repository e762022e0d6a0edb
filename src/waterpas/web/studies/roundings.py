"""Whether counts look rounded while nobody said so."""

from dataclasses import replace

from waterpas.disclosure.rules import MINIMUM
from waterpas.results import Count, Note
from waterpas.tallies.cells import Cell
from waterpas.tallies.tally import Tally

FEWEST = 6  # of so many counts, 1 in 15,000 tables has only multiples of 5 by chance
ROUNDED_TO = (10, 5)  # the largest first


def with_doubt(counts: Tally) -> Tally:
    """The same counts, with a note when they all are multiples of 10, or of 5.

    Only counts of people and cases that may be shown are looked at: of a group that is hidden the
    note says nothing, and without an outcome there is none.
    """
    seen = [value for cell in counts.cells.values() for value in _shown(cell)]
    to = next((to for to in ROUNDED_TO if all(value % to == 0 for value in seen)), None)
    if to is None or len(seen) < FEWEST:
        return counts
    return replace(counts, notes=(*counts.notes, Note("perhaps-rounded", {"to": to})))


def _shown(cell: Cell) -> tuple[int, ...]:
    people, cases = _known(cell.n), _known(cell.cases)
    return (people, cases) if min(cases, people - cases) >= MINIMUM else ()


def _known(count: Count | None) -> int:
    return count.value if count and count.value is not None else 0
