"""Promotion and leaving beside pay: how often, per group, through the comparison of groups."""

from collections.abc import Mapping
from dataclasses import replace

from waterpas.measure.groups import compare_groups
from waterpas.measure.lot import lot_p
from waterpas.results import Count, GroupResult, Reference
from waterpas.tallies.outcomes import Outcome, is_case, known_text
from waterpas.tallies.tally import Cell, Tally


def compared(
    tally: Tally, outcome: Outcome, *, across: str, reference: Reference, level: float
) -> Mapping[str, GroupResult]:
    """How often this happened in each group, beside the reference.

    Raises InputError where the column has no yes and no, or not the value that was named.
    """
    both = tally.roll_up(to=(across, outcome.column))
    cases = is_case(outcome, both.levels(outcome.column), source=_source(tally))
    cells: dict[tuple[str, ...], Cell] = {}
    for (group, answer), cell in both.cells.items():
        cells[group,] = cells.get((group,), _nobody()) + _counted(cell, answer, cases)
    made = replace(both, by=(across,), cells=cells, outcome=outcome.text, notes=(), totals=())
    found = compare_groups(made, across=across, reference=reference, level=level)
    return {each.group[across]: _by_lot(each) for each in found.groups}


def _by_lot(group: GroupResult) -> GroupResult:
    """With the exact p where it is the larger: the other is too sure of itself far out."""
    n, cases = group.n.value, group.cases.value
    others, theirs = group.reference_n, group.reference_cases
    if group.p is None or None in (n, cases) or others is None or theirs is None:
        return group
    exact = lot_p(
        group_cases=cases or 0,
        group_total=n or 0,
        cases=(cases or 0) + (theirs.value or 0),
        total=(n or 0) + (others.value or 0),
    )
    return replace(group, p=max(group.p, exact))


def is_exact(rate: GroupResult) -> bool:
    """Whether none of its counts was rounded or hidden."""
    counts = (rate.n, rate.cases, rate.reference_n, rate.reference_cases)
    return all(each.is_exact for each in counts if each)


def _source(tally: Tally) -> str:
    return tally.sources[0].name if tally.sources else ""


def _nobody() -> Cell:
    return Cell(n=Count.exact(0), cases=Count.exact(0))


def _counted(cell: Cell, answer: str, cases: Mapping[str, bool]) -> Cell:
    """People with this answer: cases or not, or with an answer that is not known."""
    known = known_text(answer)
    people = cell.n + Count.exact(cell.unknown)
    if known is None:
        return Cell(n=Count.exact(0), cases=Count.exact(0), unknown=people.value or 0)
    case = cases[known.strip().casefold()]
    return Cell(n=people, cases=people if case else Count.exact(0))
