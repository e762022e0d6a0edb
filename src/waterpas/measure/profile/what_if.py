"""What another cut-off, or leaving out a variable, would do for each group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waterpas.errors import CallError
from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.choice import Choice, at_least
from waterpas.measure.profile.counted import counted
from waterpas.measure.profile.error_rates import Matrix, error_parts
from waterpas.measure.profile.finds import EVERYBODY
from waterpas.measure.profile.parts import Part, figures_of
from waterpas.results import Count, Figure, People
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

CUT_OFF = "cut-off"
KEPT = ("missed", "wrongly-chosen")  # of the matrix, at another cut-off


@dataclass(frozen=True, slots=True)
class Tried:
    """Another way to choose, and who would be chosen."""

    name: str  # the column that `of` gets: "cut-off" or "without"
    value: str
    chosen: Choice


def cut_offs(tally: Tally, column: str, numbers: Sequence[float]) -> Iterator[Tried]:
    """The same column of numbers, at other cut-offs."""
    for number in numbers:
        yield Tried(CUT_OFF, f"{number:g}", at_least(tally, column, number))


def number_column(chosen: Choice) -> str:
    """The column that the choice was made by; CallError where it is not made by a number."""
    if chosen.at is None:
        raise CallError(
            mark(
                "Een andere grens kan alleen als een getal bepaalt wie wordt gekozen. Noem die "
                "kolom, of zeg het zo: '%(column)s>=5'."
            ),
            column=chosen.column,
        )
    return chosen.column


def tried_figures(
    tally: Tally, tried: Tried, *, across: str, now: Choice, matrix: Matrix | None, level: float
) -> Iterator[Figure]:
    """Per group the chance of control if it were so; with the matrix also who is then missed.

    The people who would be chosen differently are among the people of each figure: from two
    figures they could be worked out.
    """
    also = {tried.name: tried.value}
    moved = _moved(tally, across=across, now=now, then=tried.chosen)
    comparison = compare_groups(
        counted(tally, tried.chosen, by=(across,)), across=across, reference=EVERYBODY, level=level
    )
    part = Part(
        comparison,
        rate="chosen-if",
        difference="chosen-if-above-random",
        ratio="chosen-if-times-random",
        also=also,
    )
    parts = [part]
    if matrix is not None:
        changed = replace(matrix, chosen=tried.chosen)
        parts += [
            replace(each, rate=f"{each.rate}-if", difference="", topic="", also=also)
            for each in error_parts(changed)
            if each.rate in KEPT
        ]
    for each in parts:
        for figure in figures_of(each):
            yield replace(figure, people=(*figure.people, *moved))


def _moved(tally: Tally, *, across: str, now: Choice, then: Choice) -> tuple[People, ...]:
    """Per group how many people would be chosen differently."""
    groups: dict[str, tuple[Count, Count]] = {}
    nobody = Count.exact(0)
    for key, cell in tally.cells.items():
        at: Mapping[str, str] = dict(zip(tally.by, key, strict=True))
        n, other = groups.get(at[across], (nobody, nobody))
        differs = now.counts[at[now.column]] is not then.counts[at[then.column]]
        groups[at[across]] = n + cell.n, other + (cell.n if differs else nobody)
    return tuple(People(n, other) for n, other in groups.values())
