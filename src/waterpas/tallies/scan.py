"""The one grouped query: from rows to groups, on the engine that holds the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from waterpas.errors import InputError
from waterpas.results import Count
from waterpas.tallies.amounts import AmountColumn
from waterpas.tallies.counts import CountColumn
from waterpas.tallies.frames import fetch
from waterpas.tallies.moments import Moments
from waterpas.tallies.table import Table, plain
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

MOST_LEVELS = 1000
PARTS = ("value", "low", "high", "hidden", "wrong", "either", "proves", "unrounded")


@dataclass(frozen=True, slots=True)
class Counted:
    """The sum of one column of counts over a group of rows.

    hidden, wrong : rows with a hidden count, and with no count at all; either, proves : rows that
    can be read in two ways, and rows that say how to read them; unrounded : rows that are no
    multiple of what the source is said to have rounded to.
    """

    count: Count
    hidden: int
    wrong: int
    either: int
    proves: int
    unrounded: int
    missing: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are alike in all key columns. `keys` are values as the engine gives them.

    A group is also alike in what is missing: in all its rows a count or the amount is there, or
    in none.
    """

    keys: tuple[object, ...]
    rows: int
    counts: tuple[Counted, ...] = ()
    over: int = 0
    amount: Moments | None = None


def scan(
    table: Table,
    *,
    keys: Sequence[str],
    counts: Sequence[CountColumn] = (),
    amount: AmountColumn | None = None,
    within: bool = False,
) -> list[Group]:
    """Group the rows by the columns `keys`, and add up the counts and the amount.

    `within`: the second count is of cases among the first, so it cannot be larger.
    """
    import narwhals as nw

    names = [f"k{place}" for place in range(len(keys))]
    made = {name: nw.col(table.id(key)) for name, key in zip(names, keys, strict=True)}
    parts: dict[str, nw.Expr] = {}
    for column in counts:
        parts |= column.parts()
        made |= column.expressions()
    if amount:
        made |= amount.expressions()
    flags = [name for name in made if name.endswith("_missing")]
    frame = (table.frame.with_columns(**parts) if parts else table.frame).select(**made)
    if within:
        frame = frame.with_columns(over=_over(*counts))
    sums = [*_count_sums(counts), *([nw.col("over").sum()] if within else [])]
    grouped = frame.group_by(*names, *flags, drop_null_keys=False).agg(
        nw.len().alias("rows"), *sums, *_amount_sums(amount)
    )
    watch = _Levels(table, keys)
    layout = [*names, *flags, "rows", *_names(counts, within=within, amount=amount)]
    return [
        _group(dict(zip(layout, row, strict=True)), names, counts, amount)
        for row in map(watch.see, fetch(grouped.select(*layout)))
    ]


def _over(people: CountColumn, cases: CountColumn) -> "nw.Expr":
    import narwhals as nw

    known = (nw.col(f"{people.id}_missing") == 0) & (nw.col(f"{cases.id}_missing") == 0)
    more = nw.col(f"{cases.id}_low") > nw.col(f"{people.id}_high")
    return nw.when(known & more).then(nw.lit(1)).otherwise(nw.lit(0))


def _count_sums(counts: Sequence[CountColumn]) -> "list[nw.Expr]":
    import narwhals as nw

    return [nw.col(f"{column.id}_{part}").sum() for column in counts for part in PARTS]


def _amount_sums(amount: AmountColumn | None) -> "list[nw.Expr]":
    import narwhals as nw

    if amount is None:
        return []
    value = nw.col(f"{amount.id}_amount")
    return [value.mean().alias("mean"), value.var(ddof=0).alias("variance")]


def _names(
    counts: Sequence[CountColumn], *, within: bool, amount: AmountColumn | None
) -> list[str]:
    names = [f"{column.id}_{part}" for column in counts for part in PARTS]
    return [*names, *(["over"] if within else []), *(["mean", "variance"] if amount else [])]


class _Levels:
    """Watches the levels go by: a column with thousands of them is no grouping."""

    def __init__(self, table: Table, keys: Sequence[str]) -> None:
        self.table = table
        self.keys = keys
        self.seen: list[set[object]] = [set() for _ in keys]

    def see(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        for key, seen, value in zip(self.keys, self.seen, row, strict=False):
            seen.add(str(plain(value)))
            if len(seen) > MOST_LEVELS:
                raise InputError(
                    mark(
                        "De kolom '%(column)s' van %(source)s heeft meer dan %(most)s "
                        "verschillende waarden. Dat is geen indeling in groepen. Kies een andere "
                        "kolom, of voeg waarden samen."
                    ),
                    column=key,
                    source=self.table.name,
                    most=MOST_LEVELS,
                )
        return row


def _group(
    row: dict[str, Any],
    names: Sequence[str],
    counts: Sequence[CountColumn],
    amount: AmountColumn | None,
) -> Group:
    rows = int(row["rows"])
    return Group(
        keys=tuple(plain(row[name]) for name in names),
        rows=rows,
        counts=tuple(_counted(row, column.id) for column in counts),
        over=int(row.get("over") or 0),
        amount=_moments(row, rows, amount) if amount else None,
    )


def _counted(row: dict[str, Any], name: str) -> Counted:
    parts = {part: int(row[f"{name}_{part}"] or 0) for part in PARTS}
    value, low, high = (parts.pop(part) for part in ("value", "low", "high"))
    count = Count(None if parts["hidden"] else value, low, high)
    return Counted(count, missing=bool(row[f"{name}_missing"]), **parts)


def _moments(row: dict[str, Any], rows: int, amount: AmountColumn) -> Moments | None:
    if row[f"{amount.id}_missing"]:
        return None
    return Moments(rows, float(row["mean"]), float(row["variance"]) * rows)
