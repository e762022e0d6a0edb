"""Amounts in a column: numbers with a decimal comma or point, and their moments."""

import re
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING

from waterpas.codebooks.words import MISSING, folded
from waterpas.errors import InputError
from waterpas.tallies.counts import BLANK
from waterpas.tallies.frames import fetch
from waterpas.tallies.loaded import as_text
from waterpas.tallies.table import Table, two_ways
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

SAMPLE = 1000
LOOSE = f"[€{BLANK}]"
COMMA = r"^[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?$"
POINT = r"^[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$"


@dataclass(frozen=True, slots=True)
class AmountColumn:
    """A column of amounts: our id, its name, whether it holds text, and how that is written.

    `origin` is taken off every amount, so that sums of squares keep their digits.
    """

    id: str
    name: str
    is_text: bool
    pattern: str = POINT
    origin: float = 0.0

    def value(self) -> "nw.Expr":
        """The amount as a number; null where it is missing."""
        import narwhals as nw

        if not self.is_text:
            number = nw.col(self.id).cast(nw.Float64)
            return nw.when(number.is_finite().fill_null(False)).then(number)
        text = _clean(self.id)
        known = nw.when(text.str.contains(self.pattern).fill_null(False)).then(text)
        thousands, decimal = (".", ",") if self.pattern == COMMA else (",", ".")
        bare = known.str.replace_all(thousands, "", literal=True)
        return bare.str.replace_all(decimal, ".", literal=True).cast(nw.Float64)

    def expressions(self) -> dict[str, "nw.Expr"]:
        """Per row: the amount from the origin, and whether it is missing."""
        import narwhals as nw

        value = self.value()
        missing = nw.when(value.is_null()).then(nw.lit(1)).otherwise(nw.lit(0))
        return {f"{self.id}_amount": value - self.origin, f"{self.id}_missing": missing}


def amount_column(table: Table, name: str) -> AmountColumn:
    """Find out how the amounts are written, and where to measure them from."""
    column = AmountColumn(table.id(name), name, _is_text(table, name))
    if column.is_text:
        column = AmountColumn(column.id, name, True, _pattern(table, column))
    frame = table.frame.select(amount=column.value())
    known = frame.filter(~_amount().is_null()).head(SAMPLE)
    sample = [row[0] for row in fetch(known)]
    if not sample:
        raise InputError(
            mark("De kolom '%(column)s' van %(source)s bevat geen enkel bedrag of getal."),
            column=name,
            source=table.name,
        )
    return AmountColumn(column.id, name, column.is_text, column.pattern, median_low(sample))


def _amount() -> "nw.Expr":
    import narwhals as nw

    return nw.col("amount")


def _is_text(table: Table, name: str) -> bool:
    import narwhals as nw

    kind = table.frame.collect_schema()[table.id(name)]
    if kind.is_numeric():
        return False
    if kind == nw.String:
        return True
    raise InputError(
        mark(
            "De kolom '%(column)s' van %(source)s bevat geen bedragen of getallen. Kies een "
            "kolom met getallen."
        ),
        column=name,
        source=table.name,
    )


def _clean(column: str) -> "nw.Expr":
    import narwhals as nw

    return nw.col(column).str.replace_all(LOOSE, "")


def _pattern(table: Table, column: AmountColumn) -> str:
    """Comma or point: the way of writing that fits every amount in the column."""
    known, comma, point, marked = _looks(table, column)
    if comma == point == known and marked:
        raise two_ways(table, column.name, _is_marked)
    pattern = COMMA if comma > point else POINT
    if max(comma, point) < known:
        raise _no_amount(table, column, pattern)
    return pattern


def _looks(table: Table, column: AmountColumn) -> tuple[int, ...]:
    import narwhals as nw

    text = _clean(column.id)
    lower = text.str.to_lowercase()
    known = ~(text.is_null() | lower.is_in(list(MISSING)).fill_null(False))

    def count(condition: "nw.Expr") -> "nw.Expr":
        return nw.when(known & condition.fill_null(False)).then(nw.lit(1)).otherwise(nw.lit(0))

    looks = table.frame.select(
        known=count(known),
        comma=count(text.str.contains(COMMA)),
        point=count(text.str.contains(POINT)),
        marked=count(text.str.contains(r"[.,]")),
    ).select(nw.col("known", "comma", "point", "marked").sum())
    return tuple(int(value or 0) for value in next(fetch(looks)))


def _is_marked(value: object) -> bool:
    return bool(re.search("[.,]", str(value or "")))


def _no_amount(table: Table, column: AmountColumn, pattern: str) -> InputError:
    def wrong(value: object) -> bool:
        text = re.sub(LOOSE, "", "" if value is None else as_text(value))
        return folded(text) not in MISSING and not re.match(pattern, text)

    row, value = table.first(column.name, wrong) or (0, "")
    return InputError(
        mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat '%(value)s'. Dat is geen bedrag of "
            "getal. Verbeter de cel of maak haar leeg."
        ),
        source=table.name,
        row=row,
        column=column.name,
        value=value,
    )
