"""How much origin a variable carries: together as one figure, and per value in plain shares."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from waterpas.measure.certainty import worded
from waterpas.measure.estimates import rate_of
from waterpas.measure.pairs_of_counts import side_of
from waterpas.measure.profile.association import Association, association
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import NOBODY, counted
from waterpas.results import (
    DECIDING_LEVEL,
    Answer,
    Certainty,
    Count,
    Figure,
    Note,
    People,
    Suppressed,
)
from waterpas.tallies.tally import UNKNOWN, Cell, Key, Tally

VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Carried:
    """How a variable goes together with the groups; `found` None: it cannot be said, see `why`.

    `decided` is the same at the level by which is decided, whatever level was asked.
    """

    variable: str
    found: Association | None
    decided: Association | None
    people: tuple[People, ...]  # the groups
    also: tuple[People, ...]  # the values, all cells, and who is unknown on either
    rounded: bool = False
    why: str = ""

    @property
    def p(self) -> float | None:
        """The p of "the variable tells nothing about the group"; None where nothing can be said."""
        return self.found.p if self.found and not self.found.sparse else None


def carried(tally: Tally, *, across: str, variable: str, level: float) -> Carried:
    """How much the variable tells about the groups; who is unknown on either does not count."""
    cells = tally.roll_up(to=(variable, across)).cells
    known = {key: cell.n for key, cell in cells.items() if UNKNOWN not in key}
    people = tuple(map(People, _sums(known, 1)))
    # with the sums known, the figure can tell the number in a single cell: so those count as well
    also = tuple(map(People, (*_sums(known, 0), *known.values(), *_unknown(cells))))
    if any(n.value is None for n in known.values()):
        return Carried(variable, None, None, people, also, why="hidden")
    table = _table(known)
    found = association(table, level=level)
    decided = found if level == DECIDING_LEVEL else association(table, level=DECIDING_LEVEL)
    rounded = not all(n.is_exact for n in known.values())
    return Carried(variable, found, decided, people, also, rounded, "" if found else "one-value")


def _sums(known: Mapping[Key, Count], place: int) -> Iterable[Count]:
    sums: dict[str, Count] = {}
    for key, n in known.items():
        sums[key[place]] = sums.get(key[place], NOBODY) + n
    return sums.values()


def _unknown(cells: Mapping[Key, Cell]) -> Iterator[Count]:
    """Who is unknown on either, together; nothing where that is nobody."""
    counts = sum((cell.n for key, cell in cells.items() if UNKNOWN in key), start=NOBODY)
    if counts.high:
        yield counts


def _table(known: Mapping[Key, Count]) -> list[list[int]]:
    rows, columns = (list(dict.fromkeys(key[place] for key in known)) for place in (0, 1))
    return [
        [(known[row, column].value or 0) if (row, column) in known else 0 for column in columns]
        for row in rows
    ]


def figure_of(each: Carried) -> Figure:
    """Cramer's V without its bias, 0 (nothing) to 1 (gives the group away)."""
    notes = [Note("carries-rounded")] if each.rounded else []
    if each.found and each.found.sparse:
        notes.append(Note("carries-sparse"))
    return Figure(
        "carries",
        "number",
        each.found.value if each.found else None,
        each.found.interval if each.found else None,
        of={VARIABLE: each.variable},
        method="cramer-v",
        people=each.people,
        also=each.also,
        notes=tuple(notes),
    )


def answer_of(each: Carried, p_adjusted: float | None) -> Answer:
    """Whether the variable tells about the group."""
    certainty = _certainty(each, p_adjusted)
    words = {Certainty.DIFFERENCE: "some", Certainty.INDICATION: "perhaps"}
    end = words.get(certainty, str(certainty)) if certainty else f"cannot-{each.why}"
    return Answer(f"carries-{end}", {VARIABLE: each.variable}, ("carries",), certainty)


def _certainty(each: Carried, p_adjusted: float | None) -> Certainty | None:
    if each.decided is None:
        return None
    if each.decided.sparse or p_adjusted is None:
        return Certainty.TOO_FEW
    return worded(apart=each.decided.interval.low > 0, p=p_adjusted)


def share_figures(tally: Tally, *, across: str, variable: str, level: float) -> Iterator[Figure]:
    """Per value of the variable: how large a part each group is of the people with it."""
    both = tally.roll_up(to=(variable, across))
    known = both.where(lambda at: UNKNOWN not in (at[across], at[variable]))
    for group in known.levels(across):
        is_group = {each: each == group for each in known.levels(across)}
        cells = counted(known, Choice(across, group, is_group), by=(variable,))
        for (value,), cell in cells.cells.items():
            yield _share(cell, {variable: value, across: group}, level=level)


def _share(cell: Cell, of: Mapping[str, str], *, level: float) -> Figure:
    side = side_of(cell)
    rate = rate_of(side, level=level)
    return Figure(
        "share-here",
        "rate",
        rate.value if rate else None,
        (rate.outer or rate.interval) if rate else None,
        of=of,
        method="wilson",
        people=(People(side.n, side.cases),),
        suppressed=None if rate else Suppressed("hidden-in-source" if side.hidden else "nobody"),
    )
