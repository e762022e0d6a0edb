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
    places = [tally.position(column) for column in by]
    at = tally.position(choice.column)
    sums: dict[Key, Sums] = {}
    if len(by) == 1:  # a group of which nobody passes stays in, as a group of nobody
        sums = {(level,): Sums() for level in tally.levels(by[0])}
    for key, cell in tally.cells.items():
        if keep is None or keep(dict(zip(tally.by, key, strict=True))):
            place = tuple(key[each] for each in places)
            sums.setdefault(place, Sums()).add(cell.n, choice.counts[key[at]])
    cells = {place: each.cell() for place, each in sums.items()}
    return replace(tally, by=by, cells=cells, outcome=choice.text, totals=(), steps=())


class Sums:
    """People on their way to one cell: all of whom it is known, the cases, and the unknown."""

    def __init__(self) -> None:
        self.n: list[Count] = []
        self.cases: list[Count] = []
        self.unknown = 0

    def add(self, people: Count, counts: bool | None) -> None:
        """Put these people with the cases, the others or the unknown."""
        if counts is None:
            self.unknown += people.high if people.value is None else people.value
            return
        self.n.append(people)
        if counts:
            self.cases.append(people)

    def cell(self) -> Cell:
        """The cell they make together."""
        return Cell(n=_sum(self.n), cases=_sum(self.cases), unknown=self.unknown)


def _sum(counts: list[Count]) -> Count:
    values = [count.value for count in counts]
    known = [value for value in values if value is not None]
    return Count(
        sum(known) if len(known) == len(values) else None,
        sum(count.low for count in counts),
        sum(count.high for count in counts),
    )


def everyone(tally: Tally) -> Cell:
    """All cells of a counted tally together."""
    return reduce(add, tally.cells.values(), Cell(n=NOBODY, cases=NOBODY))


def unknown_share(cell: Cell) -> float:
    """Of how large a part it is not known; 0 where there is nobody."""
    people = cell.unknown + (cell.n.high if cell.n.value is None else cell.n.value)
    return cell.unknown / people if people else 0.0
