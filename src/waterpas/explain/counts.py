"""Counts that are not simply a number: hidden by the source, or nothing after rounding."""

from collections.abc import Iterable

from waterpas.explain.numbers import rates_together, whole
from waterpas.results import Comparison, Count, GroupResult
from waterpas.texts import Language, mark, translate

NOT_SHOWN = mark("niet getoond")
FROM_TO = mark("%(low)s tot en met %(high)s")
ROUNDED_TO_NOTHING = mark("na afronding 0")


def count_text(count: Count, lang: Language = "nl") -> str:
    """A count; after rounding to nothing from where to where, for 0 would read as nobody."""
    if count.value is None:
        return translate(NOT_SHOWN, lang)
    if not is_rounded_to_nothing(count):
        return whole(count.value, lang)
    ends = {"low": whole(count.low, lang), "high": whole(count.high, lang)}
    return translate(FROM_TO, lang) % ends


def rate_text(text: str, cases: Count, lang: Language = "nl") -> str:
    """A rate as it is written, unless it is 0 only after rounding."""
    return translate(ROUNDED_TO_NOTHING, lang) if is_rounded_to_nothing(cases) else text


def is_rounded_to_nothing(count: Count | None) -> bool:
    """Whether a count is 0 only after rounding."""
    return count is not None and count.value == 0 and not count.is_exact


def is_nothing(count: Count | None) -> bool:
    """Whether a count is 0, rounded or not."""
    return count is not None and count.value == 0


def most_rounded_off(comparisons: Iterable[Comparison]) -> int:
    """How far a count that is shown can be off at most: of a sum, as often as it was rounded."""
    counts = [c for each in comparisons for group in each.groups for c in (group.n, group.cases)]
    return max((c.high - c.value for c in counts if c.value is not None), default=0)


def possible_rate(
    group: GroupResult, lang: Language = "nl", *, at_least: int = 0
) -> tuple[str, str] | None:
    """From the lowest to the highest rate that a hidden count can mean, without chance.

    None where it can be anything, and where nothing may be said of it.
    """
    if group.rate or group.allowed is None or group.allowed.rate is None or not group.n.low:
        return None
    low = min(group.cases.low / group.n.high, 1.0)
    high = min(group.cases.high / group.n.low, 1.0)
    texts = rates_together([low, high], lang, at_least=at_least)
    return (texts[0], texts[1]) if (low, high) != (0.0, 1.0) else None
