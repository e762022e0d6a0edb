"""Counting an outcome or an amount: rows that are people, or counts of people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from waterpas.codebooks.words import folded
from waterpas.errors import CallError, CountError
from waterpas.results import Count
from waterpas.tallies.amounts import amount_column
from waterpas.tallies.asked import Asked
from waterpas.tallies.counting import (
    Counting,
    check_counts,
    count_column,
    count_notes,
    refuse_empty,
)
from waterpas.tallies.counts import CountColumn, read_count
from waterpas.tallies.levels import level_of
from waterpas.tallies.other_values import other_values
from waterpas.tallies.outcomes import Outcome, is_case, known_text, parse_outcome
from waterpas.tallies.persons import with_persons
from waterpas.tallies.places import one_line
from waterpas.tallies.scan import Group, scan
from waterpas.tallies.table import Table
from waterpas.tallies.tally import Cell, Key
from waterpas.texts import mark

Pair = tuple[int, tuple[object, Count], tuple[object, Count]]  # a row: people, and cases
NOBODY = Count.exact(0)


def count_outcome(table: Table, asked: Asked) -> Counting:
    """Count people, the outcome and the amount per group."""
    for column in asked.by:
        table.id(column)
    outcome = parse_outcome(asked.outcome, table.columns)
    if outcome is not None:
        _check_outcome(table, asked, outcome)
    if asked.count and outcome and outcome.value is None:
        return _count_cases(table, asked, asked.count, outcome)
    return _count_people(table, asked, outcome)


def _check_outcome(table: Table, asked: Asked, outcome: Outcome) -> None:
    table.id(outcome.column)
    if outcome.column in asked.by:
        raise CallError(
            mark("De kolom '%(column)s' kan niet tegelijk groep en uitkomst zijn."),
            column=outcome.column,
        )
    if outcome.column == asked.person:
        raise CallError(
            mark("De kolom '%(column)s' kan niet tegelijk persoon en uitkomst zijn."),
            column=outcome.column,
        )


def _count_people(table: Table, asked: Asked, outcome: Outcome | None) -> Counting:
    """Each row is a person, or (with `count`) stands for so many people."""
    counts = _weights(table, asked)
    amount = amount_column(table, asked.amount) if asked.amount else None
    keys = [*asked.by, *([outcome.column] if outcome else [])]
    groups = scan(table, keys=keys, counts=counts, amount=amount)
    check_counts(table, counts, groups)
    refuse_empty(table, counts, groups)
    used = [group for group in groups if not (asked.amount and group.amount is None)]
    case = _cases(table, outcome, used)
    cells, rows = _gathered(used, asked, outcome, case)
    exact = asked.totals is None and asked.rounded_to is None
    notes = (*count_notes(groups), *other_values(used, outcome, case, exact=exact))
    if asked.person and outcome:
        cells, alone = with_persons(
            table,
            by=asked.by,
            person=asked.person,
            outcome=outcome.column,
            values=dict.fromkeys(group.keys[-1] for group in used),
            case=case,
            cells=cells,
        )
        notes += alone
    return Counting(
        cells=cells,
        groups=groups,
        rows=rows,
        left_out={"amount-missing": sum(g.rows for g in groups) - sum(g.rows for g in used)},
        outcome=asked.outcome,
        origin=amount.origin if amount else 0.0,
        notes=notes,
        counted=bool(asked.count),
    )


def _gathered(
    groups: Iterable[Group], asked: Asked, outcome: Outcome | None, case: Mapping[str, bool]
) -> tuple[dict[Key, Cell], dict[Key, int]]:
    """The cell of each combination of levels, and of how many rows it was made."""
    cells: dict[Key, Cell] = {}
    rows: dict[Key, int] = {}
    for group in groups:
        key = tuple(map(level_of, group.keys[: len(asked.by)]))
        cell = _cell(group, outcome, case)
        cells[key] = cells[key] + cell if key in cells else cell
        rows[key] = rows.get(key, 0) + group.rows
    return cells, rows


def _weights(table: Table, asked: Asked) -> list[CountColumn]:
    if asked.count is None:
        return []
    return [count_column(table, asked.count, rounded_to=asked.rounded_to)]


def _cases(table: Table, outcome: Outcome | None, groups: Sequence[Group]) -> Mapping[str, bool]:
    if outcome is None or not groups:
        return {}
    return is_case(outcome, {group.keys[-1]: None for group in groups}, source=table.name)


def _cell(group: Group, outcome: Outcome | None, case: Mapping[str, bool]) -> Cell:
    weight = group.counts[0].count if group.counts else Count.exact(group.rows)
    if outcome is None:
        return Cell(n=weight, amount=group.amount)
    text = known_text(group.keys[-1])
    if text is None:
        return Cell(n=NOBODY, cases=NOBODY, unknown=_people(weight))
    cases = weight if case[folded(text)] else NOBODY
    return Cell(n=weight, cases=cases, amount=group.amount)


def _people(weight: Count) -> int:
    """How many people have no outcome; of a hidden count the most it can be."""
    return weight.high if weight.value is None else weight.value


def _count_cases(table: Table, asked: Asked, count: str, outcome: Outcome) -> Counting:
    """Each row is a group: one column has the people, another the cases among them."""
    columns = [
        count_column(table, name, rounded_to=asked.rounded_to) for name in (count, outcome.column)
    ]
    if columns[0].id == columns[1].id:
        raise CallError(
            mark("De kolom '%(column)s' kan niet tegelijk aantal en uitkomst zijn."), column=count
        )
    groups = scan(table, keys=asked.by, counts=columns, within=True)
    check_counts(table, columns, groups)
    refuse_empty(table, columns[:1], groups)
    if any(group.over for group in groups):
        _refuse_over(table, columns, asked)
    cells: dict[Key, Cell] = {}
    rows: dict[Key, int] = {}
    for group in groups:
        key = tuple(map(level_of, group.keys))
        cell = _cell_of_cases(group)
        cells[key] = cells[key] + cell if key in cells else cell
        rows[key] = rows.get(key, 0) + group.rows
    return Counting(
        cells=cells,
        groups=groups,
        rows=rows,
        outcome=asked.outcome,
        notes=count_notes(groups),
        counted=True,
    )


def _cell_of_cases(group: Group) -> Cell:
    people, cases = group.counts
    if cases.missing:
        return Cell(n=NOBODY, cases=NOBODY, unknown=_people(people.count))
    return Cell(n=people.count, cases=cases.count)


def _refuse_over(table: Table, columns: Sequence[CountColumn], asked: Asked) -> None:
    """Name the first row with more cases than people; of all rows, ask whether they are swapped."""
    names = {"source": table.name, "column": columns[1].name, "total": columns[0].name}
    _refuse_swapped(_pairs(table, columns, asked), names)
    for row, (people, n), (cases, x) in _pairs(table, columns, asked):
        if x.low > n.high:
            raise CountError(
                mark(
                    "In %(source)s, rij %(row)s, is %(column)s (%(cases)s) groter dan %(total)s "
                    "(%(people)s). Verbeter de aantallen."
                ),
                row=row,
                cases=one_line(cases),
                people=one_line(people),
                **names,
            )


def _refuse_swapped(rows: Iterable[Pair], names: Mapping[str, str]) -> None:
    """Not one row but the choice is wrong where no row has more people than cases."""
    sizes = [(n, x) for _row, (_people, n), (_cases, x) in rows]
    if len(sizes) > 1 and not any(n.high > x.low for n, x in sizes):
        raise CountError(
            mark(
                "In elke rij van %(source)s is %(column)s minstens zo groot als %(total)s. Koos u "
                "deze twee kolommen andersom? Kies als aantal de kolom met iedereen, en als "
                "uitkomst de kolom met een deel daarvan."
            ),
            **names,
        )


def _pairs(table: Table, columns: Sequence[CountColumn], asked: Asked) -> Iterator[Pair]:
    """Per row what stands in both columns, and the counts it can be; without a count no row."""
    first, second = (table.columns.index(column.name) for column in columns)
    for (row, people), (_, cases) in zip(table.values(first), table.values(second), strict=True):
        n, x = (read_count(value, rounded_to=asked.rounded_to) for value in (people, cases))
        if n and x:
            yield row, (people, n), (cases, x)
