"""Persons who stand in several rows: sums over them, inside the engine; then they are gone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from waterpas.codebooks.words import MISSING, folded
from waterpas.results import Note
from waterpas.tallies.counts import ENDS
from waterpas.tallies.frames import fetch
from waterpas.tallies.levels import level_of
from waterpas.tallies.moments import Repeats
from waterpas.tallies.outcomes import known_text
from waterpas.tallies.table import Table, plain
from waterpas.tallies.tally import Cell, Key

if TYPE_CHECKING:
    import narwhals as nw

    from waterpas.tallies.table import Frame

NOBODY = Repeats(0, 0, 0, 0)


def with_persons(
    table: Table,
    *,
    by: Sequence[str],
    person: str,
    outcome: str,
    values: Iterable[object],
    case: Mapping[str, bool],
    cells: Mapping[Key, Cell],
) -> tuple[dict[Key, Cell], tuple[Note, ...]]:
    """Give each cell its sums over persons. A row without a person is a person of its own."""
    names = [f"k{place}" for place in range(len(by))]
    made = {name: _clean(table, column) for name, column in zip(names, by, strict=True)}
    made |= {"person": _clean(table, person), **_answers(table, outcome, values, case)}
    rows = table.frame.select(**made)
    found: dict[Key, Repeats] = {}
    alone = 0
    for key, repeats in _repeated(rows, names):
        found[key] = found.get(key, NOBODY) + repeats
    for key, repeats in _alone(rows, names):
        found[key] = found.get(key, NOBODY) + repeats
        alone += repeats.persons
    notes = [Note("person-missing", {"column": person, "rows": alone})] if alone else []
    if sum(each.persons for each in found.values()) - alone > _distinct(rows):
        notes.append(Note("persons-shared", {"column": person}))
    counted = {key: replace(cell, repeats=found.get(key, NOBODY)) for key, cell in cells.items()}
    return counted, tuple(notes)


def _clean(table: Table, column: str) -> "nw.Expr":
    """A column in which one level or person has one value, and a missing one is null."""
    import narwhals as nw

    value = nw.col(table.id(column))
    kind = table.frame.collect_schema()[table.id(column)]
    if kind.is_float():
        return nw.when(~value.is_nan()).then(value)
    if kind != nw.String:
        return value
    text = value.str.replace_all(ENDS, "")
    missing = text.str.to_lowercase().is_in(list(MISSING)).fill_null(True)
    return nw.when(~missing).then(text)


def _answers(
    table: Table, outcome: str, values: Iterable[object], case: Mapping[str, bool]
) -> "dict[str, nw.Expr]":
    """Per row: is it a case, and is the outcome known? Both as 0 or 1."""
    import narwhals as nw

    known = {value: case[folded(text)] for value in values if (text := known_text(value))}
    column = nw.col(table.id(outcome))

    def flag(among: list[object]) -> "nw.Expr":
        found = column.is_in(among).fill_null(False)
        return nw.when(found).then(nw.lit(1)).otherwise(nw.lit(0))

    return {"x": flag([value for value in known if known[value]]), "n": flag(list(known))}


def _repeated(rows: "Frame", names: Sequence[str]) -> Iterator[tuple[Key, Repeats]]:
    import narwhals as nw

    x, n = nw.col("x"), nw.col("n")
    persons = (
        rows.filter((n == 1) & ~nw.col("person").is_null())
        .group_by(*names, "person", drop_null_keys=False)
        .agg(x.sum(), n.sum())
    )
    squares = persons.select(*names, xx=x * x, xn=x * n, nn=n * n)
    sums = squares.group_by(*names, drop_null_keys=False).agg(
        nw.len().alias("persons"), nw.col("xx", "xn", "nn").sum()
    )
    return _read(sums.select(*names, "persons", "xx", "xn", "nn"), names)


def _distinct(rows: "Frame") -> int:
    """How many persons there are, over all groups together."""
    import narwhals as nw

    known = rows.filter((nw.col("n") == 1) & ~nw.col("person").is_null())
    persons = known.group_by("person").agg(nw.len().alias("rows"))
    return int(next(fetch(persons.select(nw.len().alias("persons"))))[0])


def _alone(rows: "Frame", names: Sequence[str]) -> Iterator[tuple[Key, Repeats]]:
    import narwhals as nw

    loose = rows.filter((nw.col("n") == 1) & nw.col("person").is_null())
    sums = loose.group_by(*names, drop_null_keys=False).agg(
        nw.len().alias("persons"), nw.col("x").sum()
    )
    x, n = nw.col("x"), nw.col("persons")
    return _read(sums.select(*names, n, xx=x, xn=x, nn=n), names)


def _read(frame: "Frame", names: Sequence[str]) -> Iterator[tuple[Key, Repeats]]:
    for row in fetch(frame):
        keys = tuple(level_of(plain(value)) for value in row[: len(names)])
        yield keys, Repeats(*(int(value) for value in row[len(names) :]))
