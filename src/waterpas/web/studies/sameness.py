"""Whether two tables could be about the same people. No database, no Django.

It goes by counts only: what a researcher calls a study, its unit or its rows moves nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from waterpas.tallies.tally import Cell, Tally
from waterpas.web.releases.rules import comparison_of_figures

NEAR = 0.02  # a few people more or less are still the same people
A_FEW = 2
EVERY_SUM = 12  # with so many groups every sum of groups is tried; with more only a few kinds
SMALLEST = 10  # of fewer people an equal number says nothing

Pair = tuple[int, int]  # how many people, and how many of them with the outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """What a table counts: everybody in it, who is hidden, and its groups along each column.

    Of a tally that was destroyed only what was shown is left: then `hidden` is 0 and the total is
    that of the groups that are shown.
    """

    total: int
    hidden: int
    margins: tuple[tuple[Pair, ...], ...]


def figures_of(tally: Tally, released: Mapping[str, Any]) -> Figures:
    """The figures of a tally; `released` (as it is kept) says what of it is hidden."""
    cells = tally.without_totals().cells
    gone = hidden_groups(released)
    columns = [tally.by.index(name) for name in columns_of(released) if name in tally.by]
    hidden = [cell for key, cell in cells.items() if tuple(key[at] for at in columns) in gone]
    pairs = [(key, pair) for key, cell in cells.items() for pair in _pairs(tally, cell)]
    return Figures(
        total=sum(cell.n.high + cell.unknown for cell in cells.values()),
        hidden=sum(cell.n.high + cell.unknown for cell in hidden),
        margins=tuple(_margins(pairs, width=len(tally.by))),
    )


def shown_figures(released: Mapping[str, Any]) -> Figures:
    """The figures that were shown, of a tally that was destroyed."""
    keyed = [
        ((str(step), *group["group"].values()), _shown_pair(group))
        for step, comparison in enumerate(comparisons_of(released))
        for group in comparison["groups"]
        if group["n"]["value"] is not None and group["cases"]["value"] is not None
    ]
    pairs = [(key[1:], (key[0], *pair)) for key, pair in keyed]
    first = [pair[1] for _key, pair in pairs if pair[0] == "0"]
    return Figures(sum(first), 0, tuple(_margins(pairs, width=1 if pairs else 0)))


def _shown_pair(group: Mapping[str, Any]) -> Pair:
    return group["n"]["value"], group["cases"]["value"]


def comparisons_of(released: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The comparisons of a result as it is kept: one, or one per step."""
    result = released["result"]
    if "figures" in result:
        return [comparison_of_figures(result)]
    return [step["comparison"] for step in result.get("steps", ())] or [result]


def columns_of(released: Mapping[str, Any]) -> list[str]:
    """The columns that the groups of a kept result were made by."""
    first = comparisons_of(released)[0]
    return [first["across"], *first["by"]]


def hidden_groups(released: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """The groups that a kept result hides, in one step at least: their levels."""
    return {
        tuple(group["group"].values())
        for comparison in comparisons_of(released)
        for group in comparison["groups"]
        if group["n"]["value"] is None
    }


def _pairs(tally: Tally, cell: Cell) -> Iterator[tuple[str, int, int]]:
    """Per step (or once) how many people, and how many with the outcome."""
    if not tally.steps:
        yield ("0", cell.n.high, cell.cases.high if cell.cases else 0)
        return
    names = [step.id for step in tally.steps]
    for at, step in enumerate(tally.steps):
        if step.of is not None:
            yield (str(at), cell.steps[names.index(step.of)].high, cell.steps[at].high)


def _margins(
    pairs: Iterable[tuple[tuple[str, ...], tuple[str, int, int]]], *, width: int
) -> Iterator[tuple[Pair, ...]]:
    """Per step and column the groups, with everything else added up."""
    found: dict[tuple[str, int], dict[str, Pair]] = {}
    for key, (step, n, cases) in pairs:
        for place in range(width):
            groups = found.setdefault((step, place), {})
            before = groups.get(key[place], (0, 0))
            groups[key[place]] = (before[0] + n, before[1] + cases)
    for groups in found.values():
        yield tuple(groups.values())


def could_be_the_same(one: Figures, other: Figures) -> bool:
    """Whether two tables could be about (almost) the same people.

    So it is when the totals are near each other, or lie as far apart as what is hidden; when a
    group (or two) is as large in both; or when a group of one is about a sum of groups of the
    other, in people and in people with the outcome. Two tables about other people can be as large
    by chance: this says "could", never "are".
    """
    return (
        _near_totals(one, other)
        or _share_groups(one, other)
        or _has_sum_of(one, other)
        or _has_sum_of(other, one)
    )


def _near_totals(one: Figures, other: Figures) -> bool:
    most = max(one.total, other.total)
    margin = max(NEAR * most, one.hidden, other.hidden)
    return min(one.total, other.total) >= SMALLEST and abs(one.total - other.total) <= margin


def _share_groups(one: Figures, other: Figures) -> bool:
    """Whether a group has the same two numbers in both, or two groups the same size."""
    mine, theirs = (
        {pair for margin in each.margins for pair in margin if min(pair) >= SMALLEST}
        for each in (one, other)
    )
    sizes = {n for n, _cases in mine} & {n for n, _cases in theirs}
    return bool(mine & theirs) or len(sizes) > 1


def _has_sum_of(one: Figures, other: Figures) -> bool:
    """Whether a group of one, or all together, is about some groups of the other."""
    wanted = {pair for margin in one.margins for pair in (*margin, _sum(margin))}
    wanted = {pair for pair in wanted if pair[0] >= SMALLEST}
    return any(
        _near(pair[0], each[0]) and _near(pair[1], each[1])
        for margin in other.margins
        for each in set(_sums(margin))
        for pair in wanted
    )


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= max(A_FEW, NEAR * max(one, other))


def _sums(margin: Sequence[Pair]) -> Iterator[Pair]:
    """The sums of two groups or more; with many groups of two of them, or of all but two."""
    sizes = range(2, len(margin) + 1)
    if len(margin) > EVERY_SUM:
        yield from map(_sum, combinations(margin, 2))
        whole = _sum(margin)
        for left in range(3):
            for out in combinations(margin, left):
                yield whole[0] - _sum(out)[0], whole[1] - _sum(out)[1]
        return
    for size in sizes:
        yield from map(_sum, combinations(margin, size))


def _sum(pairs: Iterable[Pair]) -> Pair:
    n = cases = 0
    for each in pairs:
        n, cases = n + each[0], cases + each[1]
    return n, cases
