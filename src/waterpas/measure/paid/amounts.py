"""Amounts in the levels of a column: numbers with a comma or a point, and what is no amount."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from statistics import median

from waterpas.errors import CallError
from waterpas.tallies.amounts import COMMA, LOOSE, POINT
from waterpas.tallies.numbers import number_of
from waterpas.tallies.tally import UNKNOWN
from waterpas.texts import mark

FAR = 10  # times as low, or as high, as the amount in the middle
_LOOSE = re.compile(LOOSE)
HIGHEST = 1e12  # above this it is no pay but a mistake, and squares lose their digits


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amount of each level; and the levels that are missing, below 0, or no number."""

    values: Mapping[str, float]
    missing: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    no_number: tuple[str, ...] = ()

    def among(self, levels: Collection[str]) -> "Amounts":
        """Only those of these levels."""
        return Amounts(
            {level: value for level, value in self.values.items() if level in levels},
            *(
                tuple(level for level in some if level in levels)
                for some in (self.missing, self.negative, self.no_number)
            ),
        )

    def counting_odd(self) -> dict[str, tuple[str, ...]]:
        """What counts as pay and may be none, by its code: nothing, far below, and far above."""
        middle = median(self.values.values()) if self.values else 0.0
        levels = self.values.items()
        return {
            "amount-nothing": tuple(level for level, value in levels if value == 0),
            "amount-low": tuple(level for level, value in levels if 0 < value < middle / FAR),
            "amount-high": tuple(level for level, value in levels if value > middle * FAR > 0),
        }


def amounts_of(levels: Iterable[str], *, column: str, above_zero: bool = False) -> Amounts:
    """What each level of a column of amounts is worth.

    `above_zero`: an amount of 0 is no amount either (it has no logarithm). Raises CallError where
    a point can be for thousands or for decimals in all levels, and where there is no amount at all.
    """
    levels = tuple(levels)
    read = read_amounts(levels, column=column)
    found = {level: value for level, value in read.items() if value is not None}
    least = [level for level, value in found.items() if value < 0 or (above_zero and value == 0)]
    values = {level: value for level, value in found.items() if level not in least}
    if not values:
        raise CallError(
            mark("De kolom '%(column)s' bevat geen enkel bedrag vanaf 0. Kies een kolom met loon."),
            column=column,
        )
    missing = tuple(level for level in levels if level == UNKNOWN)
    no_number = tuple(level for level, value in read.items() if value is None)
    return Amounts(values, missing, tuple(least), no_number)


def read_amounts(levels: Iterable[str], *, column: str) -> Mapping[str, float | None]:
    """The number that each known level is, also below 0; None where it is none."""
    bare = {level: _LOOSE.sub("", level) for level in levels if level != UNKNOWN}
    written, fits = _pattern(bare, column=column)
    return {
        level: _number(text, written) if level in fits else None for level, text in bare.items()
    }


def numbers_of(levels: Iterable[str]) -> Mapping[str, float] | None:
    """The numbers that the levels are; None where one of them is no number."""
    known = {level: number_of(level) for level in levels if level != UNKNOWN}
    found = {level: value for level, value in known.items() if value is not None}
    return found if known and len(found) == len(known) else None


def _pattern(bare: Mapping[str, str], *, column: str) -> tuple[str, set[str]]:
    """Comma or point for decimals: the way of writing that fits most levels, and which those are.

    `bare`: per level what is left of it without what stands around a number.
    """
    comma, point = (
        {level for level, text in bare.items() if fits(text)}
        for fits in (re.compile(each).match for each in (COMMA, POINT))
    )
    marked = [level for level in comma & point if re.search("[.,]", level)]
    if comma == point and marked:
        raise CallError(
            mark(
                "In de kolom '%(column)s' staat '%(example)s'. Dat kan op twee manieren gelezen "
                "worden. Schrijf de bedragen zonder punt voor duizend."
            ),
            column=column,
            example=marked[0],
        )
    return (COMMA, comma) if len(comma) > len(point) else (POINT, point)


def _number(text: str, pattern: str) -> float | None:
    thousands, decimal = (".", ",") if pattern == COMMA else (",", ".")
    value = float(text.replace(thousands, "").replace(decimal, "."))
    return value if isfinite(value) and abs(value) <= HIGHEST else None
