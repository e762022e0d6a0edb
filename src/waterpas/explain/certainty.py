"""How sure we are, in words: four wordings by rule, each with what it means."""

from waterpas.explain.numbers import points, times_between
from waterpas.explain.wording import Wording
from waterpas.results import Certainty, Estimate, GroupResult, Interval
from waterpas.texts import Language, mark, translate

CERTAINTY = {
    Certainty.DIFFERENCE: mark("verschil"),
    Certainty.INDICATION: mark("aanwijzing"),
    Certainty.NOT_SHOWN: mark("niet aangetoond"),
    Certainty.TOO_FEW: mark("te weinig mensen"),
}
MEANS = {
    Certainty.DIFFERENCE: mark("Dit is een verschil: toeval alleen geeft zoiets zelden."),
    Certainty.INDICATION: mark(
        "Dit is een aanwijzing, nog geen vastgesteld verschil: "
        "toeval alleen kan dit misschien ook geven."
    ),
    Certainty.NOT_SHOWN: mark(
        "Een verschil is niet aangetoond, maar ook niet uitgesloten: "
        "toeval alleen kan dit ook geven."
    ),
    Certainty.TOO_FEW: mark(
        "Dit zijn te weinig mensen om iets over een verschil te zeggen: "
        "één mens meer of minder verandert hier al veel."
    ),
}
ROUNDED = {
    Certainty.DIFFERENCE: mark(
        "Dit is een verschil, tenzij de afronding het maakt: toeval alleen geeft zoiets zelden, "
        "maar de aantallen zijn afgerond."
    ),
    Certainty.INDICATION: mark(
        "Dit is een aanwijzing, tenzij de afronding het maakt: toeval alleen kan dit misschien ook "
        "geven, en de aantallen zijn afgerond."
    ),
}
LIKELY = mark("Het echte getal ligt waarschijnlijk tussen %(low)s en %(high)s keer.")
POSSIBLE = mark("Alles van %(low)s tot %(high)s keer zo vaak kan nog.")
UNLESS = mark("%(certainty)s, tenzij de afronding het maakt")


def certainty_word(certainty: Certainty | None, lang: Language = "nl") -> str:
    """The word for how sure we are: verschil, aanwijzing, niet aangetoond, te weinig mensen."""
    return translate(CERTAINTY[certainty], lang) if certainty else ""


def certainty_of(group: GroupResult, lang: Language = "nl") -> str:
    """The same for a group, with the doubt that rounded counts leave."""
    word = certainty_word(group.certainty, lang)
    if not rounding_may_make_it(group):
        return word
    return translate(UNLESS, lang) % {"certainty": word}


def rounding_may_make_it(group: GroupResult) -> bool:
    """Whether there would be no difference left for some of the counts behind the rounded ones."""
    if group.certainty not in ROUNDED:
        return False
    return _only_outer_holds(group.difference, 0.0) or _only_outer_holds(group.ratio, 1.0)


def _only_outer_holds(figure: Estimate | None, even: float) -> bool:
    if figure is None or figure.outer is None or figure.interval is None:
        return False
    return _holds(figure.outer, even) and not _holds(figure.interval, even)


def _holds(interval: Interval, value: float) -> bool:
    return interval.low <= value <= interval.high


def sure_line(group: GroupResult, words: Wording) -> str:
    """What the word for how sure we are means here, and between what the figure lies."""
    if group.certainty is None:
        return ""
    between = _between(group, words)
    means = ROUNDED if rounding_may_make_it(group) else MEANS
    return f"{words.say(means[group.certainty])} {between}" if between else ""


def _between(group: GroupResult, words: Wording) -> str:
    interval = group.ratio.interval if group.ratio else None
    if interval is None or _disagree(group, interval):
        return _between_points(group, words)
    around = group.ratio.value if group.ratio else interval.low
    low, high = times_between(interval.low, interval.high, around=around, lang=words.lang)
    return words.say(LIKELY if group.certainty in ROUNDED else POSSIBLE, low=low, high=high)


def _disagree(group: GroupResult, ratio: Interval) -> bool:
    """Whether only one of both intervals holds 'no difference'. The word goes by the difference."""
    difference = group.difference.interval if group.difference else None
    return difference is not None and _holds(ratio, 1.0) != _holds(difference, 0.0)


def _between_points(group: GroupResult, words: Wording) -> str:
    interval = group.difference.interval if group.difference else None
    if interval is None:
        return ""
    return words.say(
        mark("Het verschil ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000."),
        low=points(interval.low, words.lang),
        high=points(interval.high, words.lang),
    )
