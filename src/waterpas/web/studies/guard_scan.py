"""The guard over a whole file: the engine takes a bounded number of values of every column.

Two passes over the rows, whatever the number of columns. The first counts; the second takes of
each column some hundred different values, all kinds of them (by their hash, so from the first row
to the last), and whatever may be a BSN, an account or an e-mail address. These are judged like the
cells of the first rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from waterpas.codebooks.names import readings
from waterpas.tallies.places import address
from waterpas.tallies.table import Table
from waterpas.web.studies.guard import Inspection, judge
from waterpas.web.studies.guard_crossed import MEAN, are_crossed, names_a_count
from waterpas.web.studies.guard_structure import identifies, stand_for_groups
from waterpas.web.studies.guard_values import MOST_CHARACTERS, Column, text_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

MOST_VALUES = 500  # of one column, and as many that may be a BSN
MOST_HITS = 100
# What is looked for in every row, not in a sample only. RE2: no lookaround.
MAY_BE_BSN = r"^(?i:bsn\W*)?[0-9][0-9 .\-]{6,11}[0-9]$"
LABELLED_BSN = r"(?i)\b(bsn|sofi|burgerservice)\w*\W{0,3}[0-9]{8,9}\b"
IBAN = r"(?i)\b[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){2,7}"
MAIL = r"[\w.+'-]+@[\w-]+(\.[\w-]+)+"
SEARCHED = (LABELLED_BSN, IBAN, MAIL)


@dataclass(frozen=True, slots=True)
class _Size:
    """How many rows of a column are filled, how many differ, and how many that may be a BSN."""

    filled: int
    distinct: int
    numbers: int


def inspect_all(
    table: Table, *, rows_are_people: bool, has_counts: bool, header_row: int = 1
) -> Inspection:
    """Judge every column by values of the whole file."""
    texts = _texts(table)
    rows, sizes = _sizes(texts, len(table.columns))
    columns = _columns(table.columns, texts, sizes)
    counts = [at for at, column in enumerate(columns) if names_a_count(column.heading)]

    def cells(place: int, found: tuple[int, ...]) -> tuple[str, ...]:
        if not found:
            return (address(header_row, place),)
        return _first_cell(table, place, {columns[place].texts[at] for at in found})

    def are_groups(words: Sequence[int], groups: Sequence[int]) -> bool:
        others = [at for at, size in enumerate(sizes) if not identifies(size.distinct, rows)]
        used = [at for at in words if at in groups or at in others]
        levels = [_levels(texts, at) for at in groups]
        keys = [at for at in others if at not in counts]
        crossed = partial(_are_crossed, texts, rows, groups, keys)
        counted = has_counts and any(_mean(texts, at) >= MEAN for at in counts)
        return stand_for_groups(rows, _combinations(texts, used), levels, crossed) or (
            counted and crossed()
        )

    return judge(
        [text_of(name) for name in table.columns],
        columns,
        rows_are_people=rows_are_people,
        has_counts=has_counts,
        cells=cells,
        are_groups=are_groups,
    )


def _texts(table: Table) -> "DuckDBPyRelation":
    """Every cell as `text_of` writes it; an empty one is NULL."""
    schema = table.frame.collect_schema()
    relation: DuckDBPyRelation = table.frame.to_native()
    return relation.project(
        ", ".join(
            f"nullif(left(trim({_text(f'c{at}', schema[f'c{at}'])}), {MOST_CHARACTERS}), '') c{at}"
            for at in range(len(table.columns))
        )
    )


def _text(name: str, dtype: Any) -> str:
    text = f"CAST({name} AS VARCHAR)"
    return rf"regexp_replace({text}, '\.0+$', '')" if dtype.is_float() else text


def _sizes(texts: "DuckDBPyRelation", width: int) -> tuple[int, list[_Size]]:
    asked = ", ".join(
        f"count(c{at}), approx_count_distinct(c{at}), "
        f"approx_count_distinct(c{at}) FILTER ({_matches(at, MAY_BE_BSN)})"
        for at in range(width)
    )
    rows, *numbers = _one(texts, f"count(*), {asked}")
    return rows, [_Size(*numbers[at : at + 3]) for at in range(0, 3 * width, 3)]


def _columns(
    names: Sequence[str], texts: "DuckDBPyRelation", sizes: Sequence[_Size]
) -> list[Column]:
    asked = ", ".join(_values(at, size) for at, size in enumerate(sizes))
    found, each = _one(texts, asked), 2 + len(SEARCHED)
    columns = []
    for at, (name, size) in enumerate(zip(names, sizes, strict=True)):
        lists = found[at * each : (at + 1) * each]
        values = tuple(dict.fromkeys(value for some in lists for value in some or ()))
        differ = 2 * size.distinct >= size.filled
        columns.append(Column(readings(name), values, tuple(range(len(values))), differ))
    return columns


def _values(at: int, size: _Size) -> str:
    """Some of the different values, some that may be a BSN, and what is searched for."""
    some = f"list(DISTINCT c{at}) FILTER ({_one_in(at, size.distinct)})"
    numbers = (
        f"list(DISTINCT c{at}) FILTER ({_matches(at, MAY_BE_BSN)} AND {_one_in(at, size.numbers)})"
    )
    hits = [f"min(c{at}, {MOST_HITS}) FILTER ({_matches(at, pattern)})" for pattern in SEARCHED]
    return ", ".join((some, numbers, *hits))


def _one_in(at: int, distinct: int) -> str:
    return f"c{at} IS NOT NULL AND hash(c{at}) % {max(1, distinct // MOST_VALUES)} = 0"


def _matches(at: int, pattern: str) -> str:
    return f"regexp_matches(c{at}, '{pattern.replace(chr(39), chr(39) * 2)}')"


def _combinations(texts: "DuckDBPyRelation", places: Sequence[int]) -> int:
    listed = ", ".join(f"c{at}" for at in places)
    return int(_one(texts, f"approx_count_distinct(({listed}))")[0])


def _are_crossed(
    texts: "DuckDBPyRelation", rows: int, groups: Sequence[int], others: Sequence[int]
) -> bool:
    """Whether some columns have each combination once, those with groups among them."""
    levels = {at: _exactly(texts, (at,)) for at in {*groups, *others}}
    ways = partial(_exactly, texts)
    return are_crossed(rows, groups=groups, others=others, levels=levels, ways=ways)


def _exactly(texts: "DuckDBPyRelation", places: tuple[int, ...]) -> int:
    """The same, to the last; an empty cell is a value too."""
    listed = ", ".join(f"c{at}" for at in places)
    return int(_one(texts, f"count(DISTINCT row({listed}))")[0])


def _mean(texts: "DuckDBPyRelation", place: int) -> float:
    """The mean of the whole numbers in a column; 0 without any."""
    number = f"try_cast(replace(c{place}, '.', '') AS BIGINT)"
    return float(_one(texts, f"coalesce(avg({number}), 0)")[0])


def _levels(texts: "DuckDBPyRelation", place: int) -> tuple[int, int]:
    """In how many rows the rarest and the commonest value of a column stand."""
    counted = texts.aggregate(f"c{place}, count(*) AS n", f"c{place}")
    least, most = _one(counted, "min(n), max(n)")
    return least, most


def _one(relation: "DuckDBPyRelation", asked: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = relation.aggregate(asked).fetchone()
    return found or ()


def _first_cell(table: Table, place: int, texts: set[str]) -> tuple[str, ...]:
    """Where one of these stands first; only asked for a column that is left out or stops."""
    for row, value in table.values(place):
        if text_of(value) in texts:
            return (address(row, place),)
    return ()
