"""Tables for the tests of pay: who earns what, in which scale."""

from collections import Counter
from collections.abc import Iterable, Mapping

from waterpas.measure.pay import pay
from waterpas.results import Count, Source
from waterpas.tallies.tally import Cell, Key, Tally

COLUMNS = ("groep", "schaal", "loon")


def counted(cells: Mapping[Key, int], *, by: tuple[str, ...] = COLUMNS, **more) -> Tally:
    """People per cell as a tally."""
    return Tally(
        by=by,
        cells={key: Cell(n=Count.exact(n)) for key, n in cells.items()},
        sources=(Source("test", None, len(cells), len(cells)),),
        **more,
    )


def of_rows(rows: Iterable[Key], *, by: tuple[str, ...] = COLUMNS) -> Tally:
    """Rows of one person each, as a tally."""
    return counted(Counter(tuple(map(str, row)) for row in rows), by=by)


def lower_scales() -> Tally:
    """The same pay in a scale, but group A sits in lower scales than B."""
    shares = {"A": (60, 30, 10), "B": (60, 120, 120)}
    cells = {
        (group, str(scale), str(base + 50 * step)): n
        for group, counts in shares.items()
        for scale, base, n in zip((5, 7, 9), (2500, 3100, 4000), counts, strict=True)
        for step in range(4)
    }
    return counted(cells)


def steps(group: str, scale: str, n: int, base: int = 2500, *, amounts: int = 7) -> dict[Key, int]:
    """So many people of a group at each of these amounts, 50 apart."""
    return {(group, scale, str(base + 50 * at)): n for at in range(amounts)}


def measured(tally: Tally, **more):
    """Pay of A beside B, by scale."""
    call = {"across": "groep", "reference": "B", "amount": "loon", "scale": "schaal"}
    return pay(tally, **{**call, **more})


def codes(result):
    """The codes of the answers."""
    return [answer.code for answer in result.answers]


def value(result, name, **of):
    """The value of a figure about group A."""
    figure = result.figure(name, {"groep": "A", **of})
    return figure.value if figure else None


def notes(result):
    """The codes of all notes, those on figures too."""
    every = [*result.notes, *(note for figure in result.figures for note in figure.notes)]
    return {note.code for note in every}
