"""What the reader of a search must know beside the figures: codes only."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from statistics import median

from waterpas.codebooks.terms import is_herkomst
from waterpas.measure.combinations.asked import Asked
from waterpas.measure.combinations.groups import Table
from waterpas.measure.combinations.search import FEW_PEOPLE
from waterpas.measure.combinations.strata import Strata
from waterpas.measure.mixed.data import NotFitted
from waterpas.measure.notes import level_notes, question_notes
from waterpas.results import Note
from waterpas.tallies.tally import Tally

ROUGH_STRATA, ROUGH_PEOPLE = 50, 50  # with less, the intervals of strata cover under 92%
SAID = {"few-strata", "many-strata", "rounded"}


def whole_notes(tally: Tally, asked: Asked, *, family: int) -> Iterator[Note]:
    """Notes on what was asked, and how."""
    yield from level_notes(asked.level)
    for note in question_notes(tally, columns=asked.columns):
        if note.code != "herkomst":
            yield note
    if asked.reference.reason:
        yield Note("reference-reason", {"reason": asked.reference.reason})
    if asked.passed:
        yield Note("reference-not-one-group")
    if family > 1:
        yield Note("family", {"count": family})
    if any(cell.unknown for cell in tally.cells.values()):
        yield Note("unknown-outcome-some")
    if tally.rounded_to:
        yield Note("rounded-within", {"to": tally.rounded_to})
    for column in asked.columns:
        if len(tally.levels(column)) == 1:
            yield Note("one-level", {"column": column})
    for column, other in _same(tally, asked.columns):
        yield Note("same-columns", {"column": column, "other": other})
    yield from tally.notes


def _same(tally: Tally, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Columns that divide the people in the same way: a level of one is a level of the other.

    Not where that tells of a few people in which other group all of them are.
    """
    for pair in combinations(columns, 2):
        both = [tally.position(column) for column in pair]
        people: dict[tuple[str, ...], int] = {}
        for key, cell in tally.cells.items():
            levels = tuple(key[at] for at in both)
            people[levels] = people.get(levels, 0) + cell.n.high
        met = {levels: n for levels, n in people.items() if n}
        alike = all(len(set(each)) == len(met) for each in zip(*met, strict=True))
        if len(met) > 1 and alike and min(met.values()) >= FEW_PEOPLE:
            yield pair


def table_notes(tables: Sequence[Table], closed: Sequence[Table]) -> Iterator[Note]:
    """Notes on tables that were left out because they may not be shown."""
    if closed and tables:
        sets = "; ".join(" × ".join(table.columns) for table in closed)
        yield Note("closed", {"columns": sets})


def strata_notes(found: Strata | NotFitted | None, table: Table | None) -> Iterator[Note]:
    """Why there is no picture of all full combinations, or how rough it is."""
    if isinstance(found, NotFitted):
        if found.code != "one-column":
            yield Note(found.code if found.code in SAID else "strata-not-fitted")
    elif found is None or table is None:
        yield Note("strata-closed")
    elif len(table.groups) < ROUGH_STRATA or _middle(table) < ROUGH_PEOPLE:
        yield Note("strata-rough")


def _middle(table: Table) -> float:
    return median(group.counted[1] for group in table.groups)


def unsaid(columns: Sequence[str], *, share: bool) -> tuple[str, ...]:
    """What the result does not say; `share`: a share of all differences is among the figures."""
    found = ["not-why", "overlap", "others-not-equal", *(["small-share"] if share else [])]
    if any(is_herkomst(column) for column in columns):
        found.append("herkomst")
    return tuple(found)
