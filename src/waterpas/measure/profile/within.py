"""The chance of control among people who are alike on what may matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waterpas.measure.certainty import certainty_of
from waterpas.measure.groups import compare_groups
from waterpas.measure.profile.alike import Common, Stratum, common_difference
from waterpas.measure.profile.choice import Choice
from waterpas.measure.profile.counted import NOBODY, counted
from waterpas.measure.profile.inner import unknown_of
from waterpas.measure.profile.parts import Part, said
from waterpas.measure.small import interval_may_be_too_narrow
from waterpas.results import (
    DECIDING_LEVEL,
    Answer,
    Certainty,
    Count,
    Figure,
    Interval,
    Note,
    People,
    Reference,
)
from waterpas.tallies.tally import UNKNOWN, Cell, Key, Tally

FEW = 10
LEAST_COVERED = 0.5  # of the group in strata with the reference: with less it is about others


@dataclass(frozen=True, slots=True)
class Alike:
    """One group against the reference, among people who are alike.

    `also` are the cells of every stratum, and of both sides who is not in one. `unknown` are those
    of the group of whom is not known whether they are alike; `left` the others left out.
    """

    group: str
    found: Common | None
    decided: Common | None
    people: tuple[People, People]
    left: int
    why: str = ""
    rounded: bool = False
    also: tuple[People, ...] = ()
    unknown: int = 0

    @property
    def p(self) -> float | None:
        """The p of "no difference among people who are alike"."""
        return self.decided.p if self.decided else None


def stratum_part(
    tally: Tally,
    *,
    across: str,
    reference: Reference,
    chosen: Choice,
    alike: tuple[str, ...],
    level: float,
) -> Part:
    """Each group against the reference in the same stratum."""
    known = tally.where(lambda at: all(at[column] != UNKNOWN for column in alike))
    cells = counted(known, chosen, by=(across, *alike))
    comparison = compare_groups(cells, across=across, reference=reference, by=alike, level=level)
    return Part(comparison, rate="chosen-alike", difference="chosen-alike-above-reference")


def alike_groups(
    tally: Tally,
    *,
    across: str,
    reference: str,
    chosen: Choice,
    alike: tuple[str, ...],
    level: float,
) -> Iterator[Alike]:
    """Per group the common difference over the strata."""
    cells = counted(tally, chosen, by=(across, *alike)).cells
    groups: dict[str, dict[Key, Cell]] = {}
    for (group, *stratum), cell in cells.items():
        groups.setdefault(group, {})[tuple(stratum)] = cell
    for group, strata in groups.items():
        if group != reference:
            yield _alike(group, strata, groups[reference], level=level)


def _alike(
    group: str, own: Mapping[Key, Cell], others: Mapping[Key, Cell], *, level: float
) -> Alike:
    keys = [key for key in own if _both(key, own, others)]
    both = [(own[key], others[key]) for key in keys]
    people = _people([mine for mine, _ in both]), _people([theirs for _, theirs in both])
    everybody, unknown = _number(own.values()), _number(_unknown(own))
    out = everybody - (people[0].n.value or 0)
    also = (*_cells(both), *_left_out(own, keys), *_left_out(others, keys))
    about = Alike(group, None, None, people, max(out - unknown, 0), also=also, unknown=unknown)
    if any(not _shown(cell) for pair in both for cell in pair):
        return replace(about, left=0, unknown=0, why="hidden")
    if not both or out > (1 - LEAST_COVERED) * everybody:
        return replace(about, why="apart")
    found = _common(both, level=level)
    return replace(
        about,
        found=found,
        decided=_common(both, level=DECIDING_LEVEL),
        why="" if found else "all-equal",
        rounded=not all(cell.n.is_exact for pair in both for cell in pair),
    )


def _both(key: Key, own: Mapping[Key, Cell], others: Mapping[Key, Cell]) -> bool:
    """Whether both have people here; who is unknown is not known to be alike."""
    return UNKNOWN not in key and key in others and _some(own[key], others[key])


def _unknown(cells: Mapping[Key, Cell]) -> list[Cell]:
    return [cell for key, cell in cells.items() if UNKNOWN in key]


def _number(cells: Iterable[Cell]) -> int:
    return sum((cell.n.value or 0) for cell in cells)


def _cells(both: Sequence[tuple[Cell, Cell]]) -> Iterator[People]:
    """Each side of each stratum, and of how many of them the choice is not known."""
    for cell in (cell for pair in both for cell in pair):
        yield People(cell.n, cell.cases or NOBODY)
        yield from unknown_of(cell.unknown)


def _left_out(cells: Mapping[Key, Cell], keys: Sequence[Key]) -> Iterator[People]:
    """Who is in no stratum, known and unknown apart; nothing where that is nobody."""
    out = {key: cell for key, cell in cells.items() if key not in keys}
    for some in ([cell for key, cell in out.items() if UNKNOWN not in key], _unknown(out)):
        people = _people(some)
        if people.n.high:
            yield people


def _some(mine: Cell, theirs: Cell) -> bool:
    return all(cell.n.value is None or cell.n.value > 0 for cell in (mine, theirs))


def _shown(cell: Cell) -> bool:
    return cell.n.value is not None and cell.cases is not None and cell.cases.value is not None


def _common(both: Sequence[tuple[Cell, Cell]], *, level: float) -> Common | None:
    """The common difference; of rounded counts from the lowest to the highest end they allow."""
    found = common_difference([(*_as_is(a), *_as_is(b)) for a, b in both], level=level)
    lowest: list[Stratum] = [(*_rarest(a), *_oftenest(b)) for a, b in both]
    highest: list[Stratum] = [(*_oftenest(a), *_rarest(b)) for a, b in both]
    ends = [common_difference(each, level=level) for each in (lowest, highest)]
    if found is None or None in ends:
        return None
    all_three = [found.interval, *(end.interval for end in ends if end)]
    around = Interval(min(i.low for i in all_three), max(i.high for i in all_three), level)
    return replace(found, interval=around)


def _as_is(cell: Cell) -> tuple[float, float]:
    n = cell.n.value or 0
    return min((cell.cases or NOBODY).value or 0, n), n


def _rarest(cell: Cell) -> tuple[float, float]:
    cases = cell.cases or NOBODY
    return cases.low, max(cases.low + cell.n.high - cases.high, 1)


def _oftenest(cell: Cell) -> tuple[float, float]:
    cases = cell.cases or NOBODY
    return cases.high, max(cases.high + cell.n.low - cases.low, cases.high, 1)


def _people(cells: list[Cell]) -> People:
    n = sum((cell.n for cell in cells), start=Count.exact(0))
    return People(n, sum((cell.cases or NOBODY for cell in cells), start=Count.exact(0)))


def figure_of(each: Alike, *, across: str) -> Figure:
    """The common difference in the chance of control."""
    return Figure(
        "chosen-among-alike",
        "difference",
        each.found.value if each.found else None,
        each.found.interval if each.found else None,
        of={across: each.group},
        method="mantel-haenszel",
        people=each.people,
        also=each.also,
        notes=tuple(_notes(each)),
    )


def _notes(each: Alike) -> Iterator[Note]:
    if each.rounded:
        yield Note("alike-rounded")
    if each.left:
        yield Note("alike-left-out", {"people": each.left})
    if each.unknown:
        yield Note("alike-unknown", {"people": each.unknown})
    if interval_may_be_too_narrow(*((side.n.value or 0) for side in each.people)):
        yield Note("small-numbers")
    elif any(_few_cases(side) for side in each.people):
        yield Note("alike-few-cases")


def _few_cases(side: People) -> bool:
    n, cases = side.n.value or 0, (side.cases or NOBODY).value or 0
    return min(cases, n - cases) < FEW


def answer_of(each: Alike, p_adjusted: float | None, *, across: str) -> Answer:
    """Whether there is a difference among people who are alike."""
    certainty = _certainty(each, p_adjusted)
    end = f"cannot-{each.why}"
    if certainty is not None and each.decided:
        end = said(certainty, higher=each.decided.value > 0)
    return Answer(f"alike-{end}", {across: each.group}, ("chosen-among-alike",), certainty)


def _certainty(each: Alike, p_adjusted: float | None) -> Certainty | None:
    if each.decided is None or p_adjusted is None:
        return None
    if any((side.n.value or 0) < FEW for side in each.people):
        return Certainty.TOO_FEW
    return certainty_of(each.decided.interval, p_adjusted)
