"""How the figures in a table of words and numbers are written, and with how many decimals."""

from dataclasses import dataclass

from waterpas.explain.numbers import (
    decimal,
    joined,
    places_apart,
    places_of,
    rates_together,
    written,
)
from waterpas.results import Comparison, Estimate
from waterpas.texts import Language


@dataclass(frozen=True, slots=True)
class Decimals:
    """How many decimals each figure gets at least; None: as a reader wants it."""

    per_thousand: int
    times: int | None
    times_ends: int | None

    def ratio(self, estimate: Estimate, lang: Language) -> tuple[str, str, str]:
        """A ratio, its interval and its outer interval."""
        said = written(estimate, "ratio", lang, at_least=self.times_ends)
        text = said.value
        if self.times is not None:
            wide = places_of(text, lang)
            text = decimal(estimate.value, max(self.times, wide), lang)
        return text, joined(said.interval, lang), joined(said.outer, lang)

    def points(self, estimate: Estimate, lang: Language) -> tuple[str, str, str]:
        """The same for a difference in people per 1,000."""
        said = written(estimate, "points", lang, at_least=self.per_thousand)
        return said.value, joined(said.interval, lang), joined(said.outer, lang)


PLAIN = Decimals(per_thousand=1, times=None, times_ends=None)
PRECISE = Decimals(per_thousand=2, times=4, times_ends=3)


def rates_of(comparison: Comparison, form: Decimals, lang: Language) -> list[tuple[str, str]]:
    """The rates that are shown, each with its interval, so that none reads as another."""
    found = [group.rate for group in comparison.groups if group.rate]
    texts = rates_together([each.value for each in found], lang, at_least=form.per_thousand)
    return [_rate_and_ends(each, text, form, lang) for each, text in zip(found, texts, strict=True)]


def _rate_and_ends(rate: Estimate, text: str, form: Decimals, lang: Language) -> tuple[str, str]:
    if rate.interval is None:
        return text, ""
    value, *ends = (1000 * each for each in (rate.value, rate.interval.low, rate.interval.high))
    places = places_apart(value, ends, max(form.per_thousand, places_of(text, lang)), even=0.0)
    texts = [decimal(each, places, lang) for each in (value, *ends)]
    return texts[0], joined((texts[1], texts[2]), lang)
