"""Numbers as people read them: Dutch decimal comma and point for thousands, or English.

One rule for sentences, tables, pages and pictures. Halves are rounded up, as people learn at
school. A figure gets as many decimals as it needs: more than none where whole people per 1,000 are
too coarse, and one more for a figure and both its ends where an end would be written as the figure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Literal

from waterpas.results import Estimate, Figure, Interval
from waterpas.texts import Language, mark, translate

MINUS = "−"
POINTS = mark("%(value)s procentpunt")
MOST_DECIMALS = 6
RATE_DECIMALS = 4  # of a rate on its own: 0,0001 per 1.000 is one in ten million
LESS_THAN = mark("minder dan %(least)s")
EVENLY = 1.005  # closer together than this, rates are written as "(bijna) even vaak"
WHOLE_FROM = 9.95  # so many people per 1,000 are said whole in a sentence
HALF_A_TEN = 0.005  # of what was left in tens per 1,000
_NOTHING = 1e-12
_NEAR = 1e-6

Kind = Literal["ratio", "points"]
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A figure with its interval and its outer interval, all with as many decimals."""

    value: str
    interval: Ends | None
    outer: Ends | None


def whole(value: float, lang: Language = "nl") -> str:
    """A whole number: 178.200 (nl), 178,200 (en)."""
    return decimal(value, 0, lang)


def decimal(value: float, places: int, lang: Language = "nl") -> str:
    """A number with a fixed count of decimals: 6,2 (nl), 6.2 (en). Halves go away from zero."""
    if not isfinite(value):
        return str(value)
    # Twelve digits: what a float adds behind them (14.499999999999998) is not in the counts.
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.12g}")
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return localised(f"{rounded + 0:,}", lang)


def per_thousand(rate: float, lang: Language = "nl") -> str:
    """A rate as people per 1,000: 37; 5,9; 0,15."""
    return rates_together([rate], lang)[0]


def rates_together(
    rates: Iterable[float], lang: Language = "nl", *, at_least: int = 0
) -> list[str]:
    """Rates that stand beside or under each other, as people per 1,000.

    All get a decimal when one of them is under 10, for there whole people are too coarse to see
    the ratio in (8 and 6, where 7.7 and 5.9 give 1.3); two when one is under 1. Rates that differ
    are not written the same.
    """
    values = [1000 * rate for rate in rates]
    places = max([at_least, *map(_rate_places, values)])
    for more in range(places, max(places, MOST_DECIMALS) + 1):
        texts = [_rate_text(value, more, at_least, places, lang) for value in values]
        if not _some_hidden(values, texts):
            break
    return texts


def _rate_places(value: float) -> int:
    """How many decimals one rate asks for: no more than it has."""
    size = abs(value)
    most = 0 if size >= 10 else 1 if size >= 1 else 2
    while 0 < size < 0.95 * 10**-most and most < RATE_DECIMALS:
        most += 1
    exact = [n for n in range(most) if abs(round(value, n) - value) < _NOTHING * max(1, size)]
    return min(exact, default=most)


def _rate_text(value: float, places: int, at_least: int, asked: int, lang: Language) -> str:
    if value == 0 and not at_least:
        return "0"
    if value >= 10:  # 36,7 beside 0,15, unless more is needed to tell it from another
        places = max(at_least, min(asked, 1) + places - asked)
    text = decimal(value, places, lang)
    if value > 0 and not text.strip("0.,"):
        return translate(LESS_THAN, lang) % {"least": decimal(10**-places, places, lang)}
    return text


def _some_hidden(values: Sequence[float], texts: Sequence[str]) -> bool:
    """Whether two rates that differ are written the same."""
    found: dict[str, tuple[float, float]] = {}
    for value, text in zip(values, texts, strict=True):
        low, high = found.get(text, (value, value))
        found[text] = min(low, value), max(high, value)
    return any(high >= EVENLY * low > 0 for low, high in found.values())


def times(ratio: float, lang: Language = "nl") -> str:
    """A ratio on its own: 6,2; under 2 with two decimals, because there the second one matters."""
    return "0" if ratio == 0 else decimal(ratio, _ratio_places(ratio), lang)


def written(
    figure: Estimate, kind: Kind, lang: Language = "nl", *, at_least: int | None = None
) -> Written:
    """A ratio or a difference (in people per 1,000), with both its intervals.

    An end is never written as the figure itself, and an end that is not "no difference" is never
    written as that: then all get a decimal more. `at_least`: so many decimals for the ends.
    """
    ends = [
        end for each in (figure.interval, figure.outer) if each for end in (each.low, each.high)
    ]
    scale, even = (1, 1.0) if kind == "ratio" else (1000, 0.0)
    places = at_least
    if places is None:
        places = _ratio_places(figure.value or max(ends, default=0.0)) if kind == "ratio" else 1
    places = places_apart(scale * figure.value, [scale * end for end in ends], places, even=even)
    return Written(
        _one(figure.value, kind, places, lang),
        _both(figure.interval, kind, places, lang),
        _both(figure.outer, kind, places, lang),
    )


def joined(ends: Ends | None, lang: Language = "nl") -> str:
    """'5,8 tot 6,7'; empty without an interval."""
    if ends is None:
        return ""
    return translate(mark("%(low)s tot %(high)s"), lang) % {"low": ends[0], "high": ends[1]}


def between(interval: Interval, kind: Kind, lang: Language = "nl") -> Ends:
    """Both ends of an interval around a figure that is not known."""
    middle = Estimate(interval.low, interval, "")
    if kind == "ratio":
        middle = Estimate(interval.low or interval.high, interval, "")
    return written(middle, kind, lang).interval or ("", "")


def places_apart(value: float, ends: Sequence[float], places: int, *, even: float) -> int:
    """With how many decimals no end reads as the figure, or as `even` where it is not."""
    most = max(places, MOST_DECIMALS)
    return next((n for n in range(places, most) if _apart(value, ends, n, even)), most)


def _apart(value: float, ends: Sequence[float], places: int, even: float) -> bool:
    return all(
        decimal(end, places) != decimal(other, places)
        for end in ends
        for other in (value, even)
        if abs(end - other) > _NOTHING
    )


def _one(value: float, kind: Kind, places: int, lang: Language) -> str:
    if kind == "points":
        return points(value, lang, places=places)
    return "0" if value == 0 else decimal(value, places, lang)


def _both(interval: Interval | None, kind: Kind, places: int, lang: Language) -> Ends | None:
    if interval is None:
        return None
    return _one(interval.low, kind, places, lang), _one(interval.high, kind, places, lang)


def _ratio_places(ratio: float) -> int:
    return 1 if ratio >= 1.95 else 2


def places_of(text: str, lang: Language = "nl") -> int:
    """How many decimals a number that is written has."""
    return len(text.partition("," if lang == "nl" else ".")[2])


def points(difference: float, lang: Language = "nl", *, places: int = 1) -> str:
    """A difference in people per 1,000, with its sign: +30,8."""
    value = 1000 * difference
    text = decimal(abs(value), places, lang)
    if text.strip("0.,") == "":
        return text
    return ("+" if value > 0 else MINUS) + text


SAID_MORE, SAID_FEWER = mark("%(size)s meer"), mark("%(size)s minder")


def signed_in_words(signed: str, lang: Language = "nl") -> str:
    """'+20' as '20 meer', '−160' as '160 minder': in a sentence a sign is easily missed."""
    size = signed.lstrip(f"+{MINUS}")
    if size == signed:
        return signed
    return translate(SAID_MORE if signed.startswith("+") else SAID_FEWER, lang) % {"size": size}


def people(share: float, lang: Language = "nl") -> str:
    """A size in people per 1,000, without a sign; never written as nothing: 30,8; 0,04."""
    value = 1000 * abs(share)
    places = next((n for n in range(1, MOST_DECIMALS) if value >= 0.5 * 10**-n), MOST_DECIMALS)
    return decimal(value, places, lang)


def is_coarse(figure: Figure) -> bool:
    """Whether disclosure control left it in tens per 1,000."""
    return any(note.code == "coarse" for note in figure.notes)


def places_said(figure: Figure) -> int:
    """With how many decimals a sentence says a difference per 1,000 and both its ends.

    As many for all: whole people, unless they are so few that a tenth matters, or an end would read
    as the difference itself, or as none.
    """
    if is_coarse(figure):
        return 0
    value = 1000 * (figure.value or 0.0)
    between = figure.interval
    ends = [1000 * between.low, 1000 * between.high] if between else []
    at_least = 0 if abs(value) >= WHOLE_FROM or value == 0 else places_of(people(value / 1000))
    return places_apart(value, ends, at_least, even=0.0)


def people_of(figure: Figure, value: float, lang: Language = "nl") -> str:
    """A value or an end of this figure, as a size in people per 1,000 without a sign."""
    return decimal(1000 * abs(value), places_said(figure), lang)


def ends_apart(figure: Figure) -> Interval | None:
    """The interval; of ends that were left as the same ten: half a ten wider, as they may lie.

    A sentence would say 'between 10 and 10'. Around nothing it stays as it is.
    """
    between = figure.interval
    if between is None or not is_coarse(figure) or figure.unit not in {"rate", "difference"}:
        return between
    if between.low != between.high or not between.low:
        return between
    return Interval(between.low - HALF_A_TEN, between.high + HALF_A_TEN, between.level)


def sizes(figure: Figure | None, lang: Language = "nl") -> Ends | None:
    """Both ends of a difference without their sign, the smaller first; None without interval."""
    between = ends_apart(figure) if figure else None
    if figure is None or between is None:
        return None
    near, far = sorted((between.low, between.high), key=abs)
    return people_of(figure, near, lang), people_of(figure, far, lang)


def percent(rate: float, lang: Language = "nl", places: int = 1) -> str:
    """A rate as a percentage: 12,4%."""
    return decimal(100 * rate, places, lang) + "%"


def in_percents(value: float, unit: str, lang: Language = "nl") -> str:
    """A rate as 66% or 14,5%, a difference in points as −6: with no more decimals than it has."""
    places = next((n for n in range(2) if abs(round(100 * value, n) - 100 * value) < _NEAR), 2)
    if unit == "difference":
        return points(value / 10, lang, places=places)
    return percent(value, lang, places)


def level_text(level: float, lang: Language = "nl") -> str:
    """A confidence level as a percentage, with no more decimals than it has: 80%, 99,9%."""
    return localised(f"{100 * level:.10g}", lang) + "%"


def localised(text: str, lang: Language) -> str:
    """A number as Python writes it (1,000.5), as people read it in this language."""
    text = text.replace("-", MINUS)
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text
