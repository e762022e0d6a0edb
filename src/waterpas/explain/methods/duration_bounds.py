"""The words of bounds: what everything is at least and at most, where counts were rounded."""

from collections.abc import Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import MINUS, signed_in_words
from waterpas.results import Answer, Figure
from waterpas.texts import mark

FIGURES = {
    "mean-least": mark("gemiddelde wachttijd, op zijn minst"),
    "mean-most": mark("gemiddelde wachttijd, op zijn meest"),
    "reference-mean-least": mark("gemiddelde wachttijd van wie ermee vergeleken is, op zijn minst"),
    "reference-mean-most": mark("gemiddelde wachttijd van wie ermee vergeleken is, op zijn meest"),
    "mean-difference-least": mark("verschil in gemiddelde wachttijd, op zijn minst"),
    "mean-difference-most": mark("verschil in gemiddelde wachttijd, op zijn meest"),
    "median-least": mark("na zo veel dagen heeft de helft een besluit, op zijn vroegst"),
    "median-most": mark("na zo veel dagen heeft de helft een besluit, op zijn laatst"),
    "reference-median-least": mark("de helft bij wie ermee vergeleken is, op zijn vroegst"),
    "reference-median-most": mark("de helft bij wie ermee vergeleken is, op zijn laatst"),
    "within-least": mark("een besluit binnen de termijn, op zijn minst"),
    "within-most": mark("een besluit binnen de termijn, op zijn meest"),
    "reference-within-least": mark(
        "een besluit binnen de termijn, bij wie ermee vergeleken is, op zijn minst"
    ),
    "reference-within-most": mark(
        "een besluit binnen de termijn, bij wie ermee vergeleken is, op zijn meest"
    ),
    "within-difference-least": mark("verschil in besluiten binnen de termijn, op zijn minst"),
    "within-difference-most": mark("verschil in besluiten binnen de termijn, op zijn meest"),
    "gave-up-least": mark("afgehaakt vóór er een besluit was, op zijn minst"),
    "gave-up-most": mark("afgehaakt vóór er een besluit was, op zijn meest"),
    "reference-gave-up-least": mark("afgehaakt, bij wie ermee vergeleken is, op zijn minst"),
    "reference-gave-up-most": mark("afgehaakt, bij wie ermee vergeleken is, op zijn meest"),
    "gave-up-difference-least": mark("verschil in afhaken, op zijn minst"),
    "gave-up-difference-most": mark("verschil in afhaken, op zijn meest"),
}
MEANS = mark(
    "In de eerste %(horizon)s dagen wachten zij gemiddeld %(mine)s dagen, tegen %(other)s bij de "
    "anderen."
)
DIFFERENCE = mark(
    "Het verschil ligt tussen %(least)s en %(most)s: meer zeggen deze aantallen niet. Met toeval "
    "erbij ligt het waarschijnlijk tussen %(low)s en %(high)s."
)
LONGER, SHORTER = mark("%(days)s dagen langer"), mark("%(days)s dagen korter")
HALF = mark("De helft heeft na %(mine)s dagen een besluit, bij de anderen na %(other)s dagen.")
FROM_TO = mark("%(low)s tot %(high)s")
WITHIN = mark(
    "Van elke 1.000 kregen er %(mine)s binnen die tijd een besluit, bij de anderen %(other)s. Het "
    "verschil ligt tussen %(least)s en %(most)s per 1.000: meer zeggen deze aantallen niet. Met "
    "toeval erbij ligt het waarschijnlijk tussen %(low)s en %(high)s. Wie afhaakte, kreeg geen "
    "besluit."
)
GAVE_UP = mark(
    "Van elke 1.000 haakten er %(mine)s af, bij de anderen %(other)s. Het verschil ligt tussen "
    "%(least)s en %(most)s per 1.000: meer zeggen deze aantallen niet. Met toeval erbij ligt het "
    "waarschijnlijk tussen %(low)s en %(high)s."
)


def words_between(answer: Answer, speaker: Speaking, horizon: str) -> Mapping[str, str]:
    """means_between, difference_between, half_between, within_between and gave_up_between."""

    def span(name: str) -> str:
        """'36,1 tot 40,2'; once where both read the same; empty: it is not shown."""
        both = _ends(name, answer, speaker)
        low, high = (speaker.value(each) for each in both) if both else ("", "")
        return low if low == high else speaker.say(FROM_TO, low=low, high=high)

    def compared(name: str, sentence: str, **more: str) -> str:
        mine, other = span(name), span(f"reference-{name}")
        return speaker.say(sentence, mine=mine, other=other, **more) if mine and other else ""

    def share(name: str, sentence: str) -> str:
        both = _ends(f"{name}-difference", answer, speaker)
        return compared(name, sentence, **_signed(both, speaker)) if both else ""

    days = _ends("mean-difference", answer, speaker)
    return {
        "means_between": compared("mean", MEANS, horizon=horizon),
        "difference_between": _in_days(days, speaker) if days else "",
        "half_between": compared("median", HALF),
        "within_between": share("within", WITHIN),
        "gave_up_between": share("gave-up", GAVE_UP),
    }


def _ends(name: str, answer: Answer, speaker: Speaking) -> tuple[Figure, Figure] | None:
    """Both ends of what is shown; None: one is not."""
    least, most = (speaker.result.figure(f"{name}-{end}", answer.of) for end in ("least", "most"))
    if least is None or most is None or least.value is None or most.value is None:
        return None
    return least, most


def _signed(both: tuple[Figure, Figure], speaker: Speaking) -> dict[str, str]:
    """Both ends of a difference between shares, and those with chance: '20 meer'."""
    least, most = (signed_in_words(speaker.said(each), speaker.lang) for each in both)
    low, high = speaker.ends_said(both[0])[0], speaker.ends_said(both[1])[1]
    return {"least": least, "most": most, "low": low, "high": high}


def _in_days(both: tuple[Figure, Figure], speaker: Speaking) -> str:
    """The same of a difference in days: '2,1 dagen korter'."""
    least, most = (_way(speaker.value(each), speaker) for each in both)
    low, high = speaker.ends(both[0])[0], speaker.ends(both[1])[1]
    ends = {"low": _way(low, speaker), "high": _way(high, speaker)}
    return speaker.say(DIFFERENCE, least=least, most=most, **ends)


def _way(signed: str, speaker: Speaking) -> str:
    """'\N{MINUS SIGN}2,1' as '2,1 dagen korter'."""
    way = SHORTER if signed.startswith(MINUS) else LONGER
    return speaker.say(way, days=signed.lstrip(f"+{MINUS}"))
