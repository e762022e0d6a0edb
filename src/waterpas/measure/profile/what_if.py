"""What another cut-off, or leaving out a variable, would do for each group."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waterpas.errors import CallError
from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.choice import Choice, at_least
from waterpas.measure.profile.counted import Keep, counted
from waterpas.measure.profile.error_rates import Matrix, error_parts
from waterpas.measure.profile.finds import EVERYBODY
from waterpas.measure.profile.parts import Part, figures_of
from waterpas.results import Count, Figure, People
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

CUT_OFF = "cut-off"
# The errors that are given of another way to choose: among those with something to find, or not.
ABOUT_FOUND = {"missed": True, "wrongly-chosen": False}


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
    tally: Tally,
    tried: Tried,
    *,
    across: str,
    others: Sequence[Choice],
    matrix: Matrix | None,
    level: float,
) -> Iterator[Figure]:
    """Per group the chance of control if it were so; with the matrix also who is then missed.

    `others` are the ways to choose that figures are given of as well. Who would be chosen
    differently than in one of those is among the people of each figure: taking one figure from
    another tells how many they are.
    """
    moved = [each for other in others for each in _moved(tally, across, other, tried.chosen)]
    for figure in figures_of(_chances(tally, tried, across=across, level=level)):
        yield replace(figure, people=(*figure.people, *moved))
    if matrix is None:
        return
    for part, found in _errors(matrix, tried):
        some = matrix.tally.where(_with(matrix.found, found))
        moved = [each for other in others for each in _moved(some, across, other, tried.chosen)]
        for figure in figures_of(part):
            yield replace(figure, people=(*figure.people, *moved))


def _chances(tally: Tally, tried: Tried, *, across: str, level: float) -> Part:
    return Part(
        compare_groups(
            counted(tally, tried.chosen, by=(across,)),
            across=across,
            reference=EVERYBODY,
            level=level,
        ),
        rate="chosen-if",
        difference="chosen-if-above-random",
        ratio="chosen-if-times-random",
        also={tried.name: tried.value},
    )


def _errors(matrix: Matrix, tried: Tried) -> Iterator[tuple[Part, bool]]:
    """The errors if it were so, each with whether it is about those with something to find."""
    changed, also = replace(matrix, chosen=tried.chosen), {tried.name: tried.value}
    for part in error_parts(changed):
        if part.rate in ABOUT_FOUND:
            renamed = replace(part, rate=f"{part.rate}-if", difference="", topic="", also=also)
            yield renamed, ABOUT_FOUND[part.rate]


def _with(choice: Choice, flag: bool) -> Keep:
    return lambda at: choice.counts[at[choice.column]] is flag


def _moved(tally: Tally, across: str, now: Choice, then: Choice) -> Iterator[People]:
    """Per group how many people would be chosen differently."""
    groups: dict[str, tuple[Count, Count]] = {}
    nobody = Count.exact(0)
    for key, cell in tally.cells.items():
        at: Mapping[str, str] = dict(zip(tally.by, key, strict=True))
        n, other = groups.get(at[across], (nobody, nobody))
        differs = now.counts[at[now.column]] is not then.counts[at[then.column]]
        groups[at[across]] = n + cell.n, other + (cell.n if differs else nobody)
    for n, other in groups.values():
        yield People(n, other)
