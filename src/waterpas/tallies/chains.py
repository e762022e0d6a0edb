"""Counting the steps of a process: rows that are people, or rows that are groups."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from waterpas.codebooks.words import NO, NO_ANSWER, YES, folded
from waterpas.errors import CallError, NotNested, arguments
from waterpas.results import Count, Note
from waterpas.tallies.asked import Asked
from waterpas.tallies.counting import (
    Counting,
    check_counts,
    count_column,
    count_notes,
    refuse_empty,
)
from waterpas.tallies.counts import ENDS
from waterpas.tallies.frames import fetch
from waterpas.tallies.levels import level_of
from waterpas.tallies.loaded import as_text
from waterpas.tallies.places import listed
from waterpas.tallies.scan import Group, scan
from waterpas.tallies.steps import (
    StepColumn,
    as_people,
    check_nested,
    contradictions,
    parse_steps,
    reached,
)
from waterpas.tallies.table import Table
from waterpas.tallies.tally import Cell, Key, Step
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

NOBODY = Count.exact(0)


def count_steps(table: Table, asked: Asked) -> Counting:
    """Count the people in each step per group."""
    for column in (*asked.by, *([asked.count] if asked.count else [])):
        table.id(column)
    columns = parse_steps(asked.steps, table.columns, hit_rates=asked.hit_rates)
    for each in columns:
        table.id(each.column)
    if _are_answers(table, columns):
        found = _count_persons(table, asked, columns)
    else:
        found = _count_groups(table, asked, columns)
    check_nested(found.cells, found.steps)
    return found


def _are_answers(table: Table, columns: Sequence[StepColumn]) -> bool:
    """Whether every step column holds only yes and no (or 1 and 0)."""
    import narwhals as nw

    flags = {
        f"s{at}": nw.when(_strange(table, each.column)).then(nw.lit(1)).otherwise(nw.lit(0))
        for at, each in enumerate(columns)
    }
    sums = next(fetch(table.frame.select(**flags).select(nw.col(*flags).sum())))
    return not any(sums)


def _strange(table: Table, name: str) -> "nw.Expr":
    """Rows in which this column holds something else than yes, no or nothing."""
    import narwhals as nw

    column, kind = nw.col(table.id(name)), table.frame.collect_schema()[table.id(name)]
    if kind == nw.String:
        text = column.str.replace_all(ENDS, "").str.to_lowercase()
        return ~(text.is_null() | text.is_in(sorted(YES | NO | NO_ANSWER)).fill_null(False))
    if kind.is_numeric():
        number = column.cast(nw.Float64)
        known = nw.when(~number.is_nan()).then(number)
        return ~(known.is_null() | known.is_in([0.0, 1.0]).fill_null(False))
    return nw.lit(kind != nw.Boolean) & ~column.is_null()


def _count_persons(table: Table, asked: Asked, columns: Sequence[StepColumn]) -> Counting:
    """Each row is a person (or stands for `count` people) with yes or no per step."""
    steps = tuple(each.step for each in columns)
    weights = [count_column(table, asked.count, rounded_to=asked.rounded_to)] if asked.count else []
    keys = [*asked.by, *(each.column for each in columns)]
    groups = scan(table, keys=keys, counts=weights)
    check_counts(table, weights, groups)
    refuse_empty(table, weights, groups)
    cells, unknown = _person_cells(groups, len(asked.by), steps)
    rows: dict[Key, int] = {}
    for group in groups:
        key = tuple(map(level_of, group.keys[: len(asked.by)]))
        rows[key] = rows.get(key, 0) + group.rows
    notes = (Note("step-unknown", {"people": unknown}),) if unknown else ()
    return Counting(
        cells=cells,
        groups=groups,
        rows=rows,
        steps=steps,
        notes=(*count_notes(groups), *notes),
        counted=bool(asked.count),
    )


def _person_cells(
    groups: Sequence[Group], width: int, steps: tuple[Step, ...]
) -> tuple[dict[Key, Cell], int]:
    cells: dict[Key, Cell] = {}
    wrong: dict[tuple[Key, str, str], Count] = {}
    unknown = 0
    for group in groups:
        key = tuple(map(level_of, group.keys[:width]))
        weight = group.counts[0].count if group.counts else Count.exact(group.rows)
        got = reached([_answer(value) for value in group.keys[width:]], steps)
        cell = _person_cell(weight, got, len(steps))
        unknown += cell.unknown
        cells[key] = cells[key] + cell if key in cells else cell
        for step, of in contradictions(got or [], steps if got else ()):
            place = (key, step.id, of)
            wrong[place] = wrong[place] + weight if place in wrong else weight
    _refuse_contradictions(wrong)
    return cells, unknown


def _person_cell(weight: Count, got: Sequence[bool] | None, width: int) -> Cell:
    if got is None:
        people = weight.high if weight.value is None else weight.value
        return Cell(n=NOBODY, unknown=people, steps=(NOBODY,) * width)
    return Cell(n=weight, steps=tuple(weight if here else NOBODY for here in got))


def _answer(value: object) -> bool | None:
    word = folded("" if value is None else as_text(value))
    return None if word in NO_ANSWER else word in YES


def _refuse_contradictions(wrong: Mapping[tuple[Key, str, str], Count]) -> None:
    for (key, step, of), people in wrong.items():
        if people.low == 0:  # rounded or hidden: perhaps nobody
            continue
        raise NotNested(
            mark(
                "Bij '%(group)s' zijn er mensen in de stap '%(step)s' die niet in de stap '%(of)s' "
                "zijn (%(people)s). Verbeter de tabel, of zeg van welke stap '%(step)s' wel een "
                "deel is."
            ),
            group=listed(key),
            people=as_people(people),
            step=step,
            of=of,
        )


def _count_groups(table: Table, asked: Asked, columns: Sequence[StepColumn]) -> Counting:
    """Each row is a group, and each step column holds a number of people."""
    if asked.count:
        raise CallError(
            mark(
                "De kolommen van de stappen zijn al aantallen. Laat %(name)s weg, of geef "
                "kolommen met ja en nee."
            ),
            name=arguments(["count"]),
        )
    steps = tuple(each.step for each in columns)
    counts = [count_column(table, each.column, rounded_to=asked.rounded_to) for each in columns]
    groups = scan(table, keys=asked.by, counts=counts)
    check_counts(table, counts, groups)
    refuse_empty(table, counts, groups)
    cells: dict[Key, Cell] = {}
    rows: dict[Key, int] = {}
    for group in groups:
        key = tuple(map(level_of, group.keys))
        people = tuple(each.count for each in group.counts)
        cell = Cell(n=people[0], steps=people)
        cells[key] = cells[key] + cell if key in cells else cell
        rows[key] = rows.get(key, 0) + group.rows
    notes = count_notes(groups)
    return Counting(cells=cells, groups=groups, rows=rows, steps=steps, notes=notes, counted=True)
