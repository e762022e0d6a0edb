"""A profile that gives points: who gets how many, and what leaving out a variable would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite

from waterpas.errors import CallError
from waterpas.measure.profile.choice import Choice, at_least
from waterpas.measure.profile.what_if import Tried
from waterpas.tallies.numbers import number_of
from waterpas.tallies.tally import Key, Tally
from waterpas.texts import mark

POINTS = "points"
WITHOUT = "without"
Points = Mapping[str, Mapping[str, float]]


def with_points(tally: Tally, points: Points) -> Tally:
    """The tally with a column of points: the sum over the variables, and one without each."""
    _check(tally, points)
    cells = {}
    for key, cell in tally.cells.items():
        at = dict(zip(tally.by, key, strict=True))
        cells[key + _sums(at, points)] = cell
    return replace(tally, by=tally.by + _columns(points), cells=cells)


def _columns(points: Points) -> tuple[str, ...]:
    return (POINTS, *(_column_without(variable) for variable in points))


def _column_without(variable: str) -> str:
    return f"{POINTS} {WITHOUT} {variable}"


def _sums(at: Mapping[str, str], points: Points) -> Key:
    own = {variable: levels[at[variable]] for variable, levels in points.items()}
    total = sum(own.values())
    return tuple(f"{number:.9g}" for number in (total, *(total - each for each in own.values())))


def _check(tally: Tally, points: Points) -> None:
    if not points:
        raise CallError(mark("Geef punten voor minstens één kenmerk."))
    for variable, levels in points.items():
        missing = [level for level in tally.levels(variable) if level not in levels]
        if missing:
            raise CallError(
                mark(
                    "Bij kenmerk '%(variable)s' zijn er geen punten voor: %(levels)s. Geef ook "
                    "die waarden punten (0 mag)."
                ),
                variable=variable,
                levels=", ".join(missing[:12]),
            )
    if not all(isfinite(number) for levels in points.values() for number in levels.values()):
        raise CallError(mark("Punten zijn getallen, bijvoorbeeld 2 of 0,5."))
    taken = [column for column in _columns(points) if column in tally.by]
    if taken:
        raise CallError(
            mark("De kolom '%(column)s' bestaat al. Geef haar een andere naam."), column=taken[0]
        )


def points_in(tally: Tally, columns: Sequence[str]) -> Points:
    """The points that stand in columns themselves: what each variable gives, as a number."""
    return {
        column: {each: _number(each, column) for each in tally.levels(column)} for column in columns
    }


def _number(level: str, column: str) -> float:
    found = number_of(level)
    if found is None:
        raise CallError(
            mark(
                "In kolom '%(column)s' staat '%(level)s'. Dat zijn geen punten: geef daar een "
                "getal (0 mag)."
            ),
            column=column,
            level=level,
        )
    return found


def chosen_by(tally: Tally, points: Points) -> str:
    """The cut-off that those with the outcome of the tally were chosen by: 'points>=3'.

    CallError where the points together do not tell who was chosen: then leaving out a variable
    says nothing about this profile.
    """
    chosen: set[float] = set()
    others: set[float] = set()
    for key, cell in tally.cells.items():
        at = dict(zip(tally.by, key, strict=True))
        total = sum(levels[at[variable]] for variable, levels in points.items())
        if cell.cases is None or cell.cases.high:
            chosen.add(total)
        if cell.cases is None or cell.cases.low < cell.n.high:
            others.add(total)
    if not chosen or max(others, default=-inf) >= min(chosen):
        raise CallError(
            mark(
                "Wie is gekozen, volgt niet uit de som van deze punten. Een kenmerk weglaten kan "
                "alleen als iedereen vanaf een aantal punten is gekozen. Kies de kolommen met de "
                "punten van alle kenmerken."
            )
        )
    return f"{POINTS}>={min(chosen):g}"


def without_each(tally: Tally, points: Points, now: Choice) -> Iterator[Tried]:
    """The profile without each variable, with the cut-off that chooses about as many people."""
    if now.column != POINTS or now.at is None:
        raise CallError(
            mark(
                "Een kenmerk weglaten kan alleen als de punten bepalen wie wordt gekozen. Noem dat "
                "zo: 'points>=3'."
            )
        )
    wanted = _chosen(tally, now)
    for variable in points:
        column = _column_without(variable)
        numbers = sorted(float(level) for level in tally.levels(column))
        tried = [at_least(tally, column, number) for number in numbers]
        nearest = min(tried, key=lambda each: (abs(_chosen(tally, each) - wanted), -(each.at or 0)))
        yield Tried(WITHOUT, variable, nearest)


def _chosen(tally: Tally, choice: Choice) -> int:
    place = tally.position(choice.column)
    counts = (cell.n.value or 0 for key, cell in tally.cells.items() if choice.counts[key[place]])
    return sum(counts)
