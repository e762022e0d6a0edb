"""Counts in a column: which texts are a count, which say that it is hidden, and what is wrong."""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from waterpas.codebooks.words import HIDDEN, MISSING, folded
from waterpas.errors import CountError, Phrase
from waterpas.results import Count
from waterpas.tallies.loaded import as_text
from waterpas.tallies.places import one_line
from waterpas.tallies.rounding import half_of, hidden, rounded
from waterpas.texts import mark

if TYPE_CHECKING:
    import narwhals as nw

# Whole, with or without a mark or space between thousands, and with or without ",0" or ".00".
SPACES = " \u00a0\u202f"
BLANK = "\\s\u00a0\u202f"
COUNT = rf"^(?:[0-9]{{1,15}}|[1-9][0-9]{{0,2}}(?:[.,{SPACES}][0-9]{{3}}){{1,4}})(?:[.,]0{{1,2}})?$"
ENDS = f"^[{BLANK}]+|[{BLANK}]+$"
ZEROS = r"[.,]0{1,2}$"
MARKS = rf"[.,{SPACES}]"
# One mark before exactly three digits is a thousand or a fraction; two marks are thousands, and so
# is a mark before ",0" or ".00". A number without a mark says that the column holds no fractions.
EITHER_WAY = r"^[1-9][0-9]{0,2}[.,][0-9]{3}$"
_THREE = rf"[1-9][0-9]{{0,2}}(?:[.,{SPACES}][0-9]{{3}})"
PROVES = rf"^(?:[0-9]{{1,15}}|{_THREE}{{1,4}}[.,]0{{1,2}}|{_THREE}{{2,4}})$"
NUMBER = re.compile(r"^-?[0-9]+(?:[.,][0-9]+)?$")
LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A column of counts: our id, its own name, whether it holds text, and the rounding."""

    id: str
    name: str
    is_text: bool
    rounded_to: int | None = None

    def parts(self) -> dict[str, "nw.Expr"]:
        """What `expressions` is made of, as columns: each is worked out once for all of them."""
        parts = self._text_parts() if self.is_text else self._number_parts()
        return {f"{self.id}_{name}": part for name, part in parts.items()}

    def expressions(self) -> dict[str, "nw.Expr"]:
        """Per row: value, low, high, and flags: hidden, missing, wrong, and how it is written."""
        import narwhals as nw

        value, absent, below = (nw.col(f"{self.id}_{part}") for part in ("read", "absent", "below"))
        bounds = _bounds(self.id, value, absent, below, half=half_of(self.rounded_to))
        return bounds | self._ways() | self._unrounded(value)

    def _ways(self) -> "dict[str, nw.Expr]":
        """Whether a text can be read in two ways, and whether it says how to read the others."""
        import narwhals as nw

        if not self.is_text:
            return {f"{self.id}_either": nw.lit(0), f"{self.id}_proves": nw.lit(0)}
        text = nw.col(self.id).str.replace_all(ENDS, "")
        return {
            f"{self.id}_either": _flag(text.str.contains(EITHER_WAY).fill_null(False)),
            f"{self.id}_proves": _flag(text.str.contains(PROVES).fill_null(False)),
        }

    def _unrounded(self, value: "nw.Expr") -> "dict[str, nw.Expr]":
        """Whether a count is not what rounding would make of it."""
        import narwhals as nw

        to = self.rounded_to
        off = (value % to != 0).fill_null(False) if to else nw.lit(False)
        return {f"{self.id}_unrounded": _flag(off)}

    def _text_parts(self) -> "dict[str, nw.Expr]":
        import narwhals as nw

        text = nw.col(self.id).str.replace_all(ENDS, "").str.to_lowercase()
        is_count = text.str.contains(COUNT).fill_null(False)
        digits = nw.when(is_count).then(text).str.replace_all(ZEROS, "")
        value = digits.str.replace_all(MARKS, "").cast(nw.Float64)
        missing = text.is_null() | text.is_in(list(MISSING)).fill_null(False)
        return {"read": value, "absent": missing, "below": _below(text, dict(HIDDEN))}

    def _number_parts(self) -> "dict[str, nw.Expr]":
        import narwhals as nw

        number = nw.col(self.id).cast(nw.Float64)
        known = nw.when(number.is_finite()).then(number)
        good = (known >= 0) & (known == known.round(0)) & (known < LARGEST)
        value = nw.when(good.fill_null(False)).then(known).cast(nw.Float64)
        missing = number.is_null() | number.is_nan().fill_null(False)
        marks = {float(word): below for word, below in HIDDEN.items() if NUMBER.match(word)}
        return {"read": value, "absent": missing, "below": _below(known, marks)}


def _below(column: "nw.Expr", marks: "dict[str, int] | dict[float, int]") -> "nw.Expr":
    """What a hidden count is below; null where it is not hidden."""
    import narwhals as nw

    found = nw.lit(None, nw.Float64)
    for below in sorted(set(marks.values())):
        words = [word for word, limit in marks.items() if limit == below]
        found = (
            nw.when(column.is_in(words).fill_null(False))
            .then(nw.lit(float(below)))
            .otherwise(found)
        )
    return found


def _flag(condition: "nw.Expr") -> "nw.Expr":
    """1 where it holds, else 0: it can be added up."""
    import narwhals as nw

    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def _bounds(
    name: str, value: "nw.Expr", missing: "nw.Expr", below: "nw.Expr", *, half: int
) -> dict[str, "nw.Expr"]:
    import narwhals as nw

    is_hidden, is_known = ~below.is_null(), ~value.is_null()
    low = nw.when(value > half).then(value - half).otherwise(nw.lit(0.0))
    high = nw.when(is_hidden).then(below - 1).otherwise(value + half)
    return {
        f"{name}_value": nw.when(is_known).then(value).otherwise(nw.lit(0.0)),
        f"{name}_low": low,
        f"{name}_high": nw.when(high.is_null()).then(nw.lit(0.0)).otherwise(high),
        f"{name}_hidden": _flag(is_hidden),
        f"{name}_missing": _flag(missing),
        f"{name}_wrong": _flag(~is_known & ~is_hidden & ~missing),
    }


def read_count(value: object, *, rounded_to: int | None = None) -> Count | None:
    """One value as a count; None when it is missing; ValueError when it is no count."""
    text = re.sub(ENDS, "", "" if value is None else as_text(value)).lower()
    if folded(text) in MISSING:
        return None
    if text in HIDDEN:
        return hidden(below=HIDDEN[text])
    if isinstance(value, bool) or not re.match(COUNT, text):
        raise ValueError(text)
    return rounded(int(re.sub(MARKS, "", re.sub(ZEROS, "", text))), to=rounded_to)


def is_wrong(value: object) -> bool:
    """Whether a value is no count, not hidden, and not missing."""
    try:
        read_count(value)
    except ValueError:
        return True
    return False


def is_either_way(value: object) -> bool:
    """Whether a text can be a count with a mark for thousands, or a number with a fraction."""
    return isinstance(value, str) and re.match(EITHER_WAY, re.sub(ENDS, "", value)) is not None


def _is_too_large(value: object, text: str) -> bool:
    """Whether it is a whole number, with more digits than a count can have."""
    if isinstance(value, float):
        return value >= LARGEST and math.isfinite(value)
    return text.isdecimal() and len(text.lstrip("0")) >= len(str(LARGEST))


def refuse(value: object, *, row: int, column: str, source: str | Phrase) -> NoReturn:
    """Say why this cell is no count."""
    text = re.sub(ENDS, "", as_text(value))
    if _is_too_large(value, text):
        message = mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat %(value)s. Dat is te groot voor "
            "een aantal mensen. Verbeter het getal."
        )
    elif not NUMBER.match(text) or isinstance(value, bool):
        message = mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat '%(value)s'. Dat is geen aantal. "
            "Vul een heel getal in, of een x als het aantal verborgen is."
        )
    elif text.startswith("-"):
        message = mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat %(value)s. Een aantal mensen kan "
            "niet kleiner zijn dan 0. Verbeter het getal."
        )
    else:
        message = mark(
            "In %(source)s, rij %(row)s, kolom %(column)s staat %(value)s. Een aantal mensen is "
            "een heel getal. Verbeter het getal."
        )
    raise CountError(message, source=source, row=row, column=column, value=one_line(text))
