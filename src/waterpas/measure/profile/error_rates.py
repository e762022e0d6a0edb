"""Who was missed and who was wrongly chosen, per group: the rates of the matrix."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import counted, unknown_share
from waterpas.measure.profile.inner import Inner, both_rows
from waterpas.measure.profile.parts import Part
from waterpas.results import Figure, Interval, People, Reference
from waterpas.tallies.tally import Tally

# With more people of whom it is not known, the rates would be about somebody else.
MOST_UNKNOWN = 0.05
# Of each rate the other side of the same people: 1 minus it.
OPPOSITE: Mapping[str, str] = {
    "missed": "caught",
    "wrongly-chosen": "rightly-passed",
    "hit-rate": "chosen-without-find",
    "passed-with-find": "passed-without-find",
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The question of a matrix: who was chosen, in whom something was found, over which groups."""

    tally: Tally
    across: str
    reference: Reference
    chosen: Choice
    found: Choice
    level: float


def followed(matrix: Matrix) -> tuple[str, ...]:
    """The groups of whom is known what was found, chosen or not; the others have no error rates."""
    levels = matrix.tally.levels(matrix.across)
    return tuple(level for level in levels if all(_known(matrix, level)))


def _known(matrix: Matrix, group: str) -> Iterator[bool]:
    for chosen in (True, False):
        cells = _side(matrix, group, chosen=chosen).cells
        yield all(unknown_share(cell) <= MOST_UNKNOWN for cell in cells.values())


def _side(matrix: Matrix, group: str, *, chosen: bool) -> Tally:
    """What was found among those of a group who were chosen, or among those who were not."""
    return counted(
        matrix.tally,
        matrix.found,
        by=(matrix.across,),
        keep=lambda at: (
            at[matrix.across] == group and matrix.chosen.counts[at[matrix.chosen.column]] is chosen
        ),
    )


def error_parts(matrix: Matrix) -> Iterator[Part]:
    """The rates of the matrix against the reference; `matrix` holds only followed groups."""
    inner = inner_of(matrix)
    occurs = counted(matrix.tally, matrix.found, by=(matrix.across,))
    for part in (
        _given(matrix, found=True, name="missed", topic="missed"),
        _given(matrix, found=False, name="wrongly-chosen", topic="wrongly-chosen"),
        _chosen(matrix, chosen=False, name="passed-with-find"),
        _part(matrix, occurs, name="occurs"),
    ):
        yield replace(part, inner=inner)


def inner_of(matrix: Matrix) -> Inner:
    """The cells of the matrix of each group; `matrix` holds only followed groups."""
    return both_rows(
        matrix.tally,
        across=matrix.across,
        chosen=matrix.chosen,
        found=matrix.found,
        groups=matrix.tally.levels(matrix.across),
    )


def hit_rates(matrix: Matrix, *, compared: bool) -> Part:
    """Of those who were chosen, in how many something was found.

    It is compared only where also of those who were passed over is known what would be found:
    otherwise who is looked at more often is found more often, and a difference points the wrong
    way.
    """
    part = _chosen(matrix, chosen=True, name="hit-rate")
    return part if compared else replace(part, difference="")


def _given(matrix: Matrix, *, found: bool, name: str, topic: str) -> Part:
    """Among those with (or without) something to find: who was passed over, or chosen."""
    choice = _flipped(matrix.chosen) if found else matrix.chosen
    cells = counted(
        matrix.tally,
        choice,
        by=(matrix.across,),
        keep=lambda at: matrix.found.counts[at[matrix.found.column]] is found,
    )
    return _part(matrix, cells, name=name, topic=topic)


def _chosen(matrix: Matrix, *, chosen: bool, name: str) -> Part:
    """Among those who were chosen (or passed over): in whom something was found."""
    cells = counted(
        matrix.tally,
        matrix.found,
        by=(matrix.across,),
        keep=lambda at: matrix.chosen.counts[at[matrix.chosen.column]] is chosen,
    )
    return _part(matrix, cells, name=name)


def _part(matrix: Matrix, cells: Tally, *, name: str, topic: str = "") -> Part:
    comparison = compare_groups(
        cells, across=matrix.across, reference=matrix.reference, level=matrix.level
    )
    return Part(comparison, rate=name, difference=f"{name}-above-reference", topic=topic)


def _flipped(choice: Choice) -> Choice:
    counts = {level: None if flag is None else not flag for level, flag in choice.counts.items()}
    return replace(choice, counts=counts)


def opposite(figure: Figure) -> Figure | None:
    """The same people the other way round: who was caught, beside who was missed."""
    stem, above, _ = figure.name.partition("-above-reference")
    if stem not in OPPOSITE or figure.name.endswith("-could-see"):
        return None
    whole = 0.0 if above else 1.0
    turned = figure.interval and Interval(
        whole - figure.interval.high, whole - figure.interval.low, figure.interval.level
    )
    return replace(
        figure,
        name=OPPOSITE[stem] + above,
        value=None if figure.value is None else whole - figure.value,
        interval=turned,
        people=tuple(map(_turned, figure.people)),
    )


def _turned(people: People) -> People:
    if people.cases is None or people.n.value is None or people.cases.value is None:
        return people
    left = people.n.value - people.cases.value
    bounds = max(people.n.low - people.cases.high, 0), max(people.n.high - people.cases.low, 0)
    return People(
        people.n, replace(people.cases, value=max(left, 0), low=bounds[0], high=bounds[1])
    )
