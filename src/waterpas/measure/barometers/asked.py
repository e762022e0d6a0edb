"""What was asked of the percentages: the whole, the years, and elsewhere; each checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from waterpas.codebooks.words import folded, is_total
from waterpas.errors import CallError, Named
from waterpas.measure.barometers.bounds import Line
from waterpas.texts import mark

WHOLE_WORDS = ("hele organisatie", "whole organisation", "organisatie", "geheel")
WHOLE_START = ("gemeente ", "hele ")
A_YEAR = re.compile(r"(?:19|20)\d\d")
MOST_NOT_FOUND = 0.5


@dataclass(frozen=True, slots=True)
class Years:
    """The year it is about, and the one before it that it is laid beside; empty: none."""

    now: str
    before: str = ""


def whole_of(lines: Sequence[Line], asked: str | None) -> str | None:
    """The name of the line about the whole organisation; None: there is none."""
    names = list(dict.fromkeys(line.part for line in lines))
    if asked is not None:
        return _asked_whole(asked, names)
    if len(names) == 1:
        return names[0]
    found = [name for name in names if is_whole_name(name)]
    return found[0] if len(found) == 1 else None


def _asked_whole(asked: str, names: Sequence[str]) -> str:
    if asked not in names:
        raise CallError(
            mark("Een rij '%(whole)s' staat er niet. Wel: %(names)s."),
            whole=asked,
            names=", ".join(names[:12]),
        )
    return asked


def is_whole_name(given: str) -> bool:
    """Whether a part is called as the whole is."""
    name = folded(given)
    return is_total(name) or name in WHOLE_WORDS or name.startswith(WHOLE_START)


def years_of(lines: Sequence[Line]) -> Years:
    """The last year of the table, and the one before it."""
    years = sorted({line.year for line in lines})
    if len(years) == 1:
        return Years(years[0])
    if len(years) > 2 or not all(A_YEAR.match(year) for year in years):
        raise CallError(
            mark(
                "In de tabel staan deze jaren: %(years)s. Wij leggen er twee naast elkaar. Geef "
                "de tabel met één of twee jaren, zoals 2023 en 2025."
            ),
            years=", ".join(year or "-" for year in years[:12]),
        )
    return Years(years[1], years[0])


def not_found_of(unmatched: float) -> Fraction:
    """Up to which part of the people was not found, exactly."""
    if not isinstance(unmatched, int | float) or not 0 <= unmatched <= MOST_NOT_FOUND:
        raise CallError(
            mark(
                "Welk deel van de mensen het CBS niet terugvond (%(name)s), is een getal van 0 tot "
                "en met 0.5. 0.05 is 5 van de 100."
            ),
            name=Named("unmatched", "--unmatched"),
        )
    return Fraction(str(unmatched))


def check_source(given: object, source: str | None) -> str:
    """Where the percentages of elsewhere come from; without it they say nothing."""
    said = (source or "").strip()
    if bool(given) != bool(said):
        raise CallError(
            mark(
                "Percentages van elders horen bij een bron, en een bron bij percentages. Geef "
                "beide (%(outside)s en %(source)s), of geen van beide."
            ),
            outside=Named("outside", "--outside"),
            source=Named("outside_source", "--outside-source"),
        )
    return said
