"""What another cut-off, or leaving out a variable, would do for each group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from waterpas.errors import CallError
from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.choice import Choice, at_least
from waterpas.measure.profile.counted import NOBODY, Keep, Levels, counted
from waterpas.measure.profile.error_rates import Matrix, error_parts, inner_of
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

    `others` are the ways to choose that figures are given of as well, the present one first.
    Who would be chosen differently than in one of those is in `also` of each figure: taking one
    figure from another tells how many they are.
    """
    moved = tuple(_all_moved(tally, across, others, tried.chosen))
    chances = _chances(tally, tried, across=across, level=level)
    inner = inner_of(replace(matrix, chosen=tried.chosen)) if matrix else {}
    for figure in figures_of(replace(chances, inner=inner, summed=False)):
        yield replace(figure, also=(*figure.also, *moved))
    if matrix is None:
        return
    for part, found in _errors(matrix, tried):
        some = matrix.tally.where(_with(matrix.found, found))
        moved = tuple(_all_moved(some, across, others, tried.chosen))
        for figure in figures_of(part):
            yield replace(figure, also=(*figure.also, *moved))


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


def _all_moved(
    tally: Tally, across: str, others: Sequence[Choice], then: Choice
) -> Iterator[People]:
    """Per group who is chosen now, and who would move in or out of each of the others."""
    for other in others:
        yield from _moved(tally, across, other, then)
    yield from _parts_of(tally, across, lambda at: _flag(others[0], at) is True)


def _moved(tally: Tally, across: str, now: Choice, then: Choice) -> Iterator[People]:
    """Per group how many would come in, go out, and become known or unknown; not where nobody."""
    yield from _some(tally, across, lambda at: _goes(now, then, at))
    yield from _some(tally, across, lambda at: _goes(then, now, at))
    ends = {None, False}
    yield from _some(tally, across, lambda at: {_flag(now, at), _flag(then, at)} == ends)


def _goes(before: Choice, after: Choice, at: Levels) -> bool:
    return _flag(after, at) is True and _flag(before, at) is not True


def _flag(choice: Choice, at: Levels) -> bool | None:
    return choice.counts[at[choice.column]]


def _some(tally: Tally, across: str, keep: Keep) -> Iterator[People]:
    parts = _parts_of(tally, across, keep)
    return (people for people in parts if people.cases and people.cases.high)


def _parts_of(tally: Tally, across: str, keep: Keep) -> Iterator[People]:
    """Per group its people, with those who pass `keep` as the cases."""
    groups: dict[str, tuple[Count, Count]] = {}
    for key, cell in tally.cells.items():
        at: Levels = dict(zip(tally.by, key, strict=True))
        n, other = groups.get(at[across], (NOBODY, NOBODY))
        groups[at[across]] = n + cell.n, other + (cell.n if keep(at) else NOBODY)
    return (People(n, other) for n, other in groups.values())
