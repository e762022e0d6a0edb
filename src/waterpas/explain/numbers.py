"""Numbers as people read them: Dutch decimal comma and point for thousands, or English."""

from collections.abc import Iterable

from waterpas.texts import Language

MINUS = "−"


def whole(value: float, lang: Language = "nl") -> str:
    """A whole number: 178.200 (nl), 178,200 (en)."""
    return _localised(f"{value:,.0f}", lang)


def decimal(value: float, places: int, lang: Language = "nl") -> str:
    """A number with a fixed count of decimals: 6,2 (nl), 6.2 (en)."""
    return _localised(f"{value:,.{places}f}", lang)


def per_thousand(rate: float, lang: Language = "nl") -> str:
    """A rate as people per 1,000; under 10 with a decimal when it would else read as nothing."""
    value = 1000 * rate
    if value and value < 0.05:
        return ("minder dan " if lang == "nl" else "fewer than ") + decimal(0.1, 1, lang)
    return decimal(value, 1, lang) if value < 2 and value != round(value) else whole(value, lang)


def rates_together(rates: Iterable[float], lang: Language = "nl") -> list[str]:
    """Rates that stand under each other, as people per 1,000.

    All get a decimal when one of them is under 10: there whole people are too coarse to see the
    ratio in (8 and 6, where 7.7 and 5.9 give 1.3).
    """
    values = list(rates)
    if not any(0 < 1000 * rate < 10 for rate in values):
        return [per_thousand(rate, lang) for rate in values]
    return [
        per_thousand(rate, lang) if 1000 * rate < 2 else decimal(1000 * rate, 1, lang)
        for rate in values
    ]


def times(ratio: float, lang: Language = "nl") -> str:
    """A ratio: 6,2; under 2 with two decimals, because there the second one matters."""
    return decimal(ratio, _decimals(ratio), lang)


def times_between(
    low: float, high: float, *, around: float, lang: Language = "nl"
) -> tuple[str, str]:
    """The ends of a ratio's interval, as precise as the ratio itself is written.

    An end that is not 1 is never written as 1: then both ends get decimals until it shows.
    """
    for places in range(_decimals(around), 6):
        ends = [decimal(end, places, lang) for end in (low, high)]
        one = decimal(1, places, lang)
        if all(text != one or end == 1 for text, end in zip(ends, (low, high), strict=True)):
            break
    return ends[0], ends[1]


def _decimals(ratio: float) -> int:
    return 1 if ratio >= 1.95 else 2


def points(difference: float, lang: Language = "nl", *, places: int = 1) -> str:
    """A difference in people per 1,000, with its sign: +30,8."""
    value = 1000 * difference
    text = decimal(abs(value), places, lang)
    if text.strip("0.,") == "":
        return text
    return ("+" if value > 0 else MINUS) + text


def percent(rate: float, lang: Language = "nl", places: int = 1) -> str:
    """A rate as a percentage: 12,4%."""
    return decimal(100 * rate, places, lang) + "%"


def level_text(level: float, lang: Language = "nl") -> str:
    """A confidence level as a percentage, with no more decimals than it has: 80%, 99,9%."""
    return _localised(f"{100 * level:.10g}", lang) + "%"


def _localised(text: str, lang: Language) -> str:
    text = text.replace("-", MINUS)
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text
