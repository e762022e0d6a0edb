"""How sure we are, in words: four wordings by rule, each with what it means."""

from dataclasses import replace

from waterpas.explain.numbers import Kind, level_text, signed_in_words, written
from waterpas.explain.wording import Wording
from waterpas.results import DECIDING_LEVEL, Certainty, Decided, Estimate, GroupResult, Interval
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
AT_MOST = mark("Waarschijnlijk is het in werkelijkheid hoogstens %(high)s keer zo vaak.")
POSSIBLE = mark("Alles van %(low)s tot %(high)s keer zo vaak kan nog.")
BY_DIFFERENCE = mark("Het verschil ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000.")
ASKED_TIMES = mark(
    "Het interval van %(level)s, waar u om vroeg, loopt van %(low)s tot %(high)s keer."
)
ASKED_POINTS = mark(
    "Het interval van %(level)s, waar u om vroeg, loopt van %(low)s tot %(high)s per 1.000."
)
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
    return bool(group.certainty in ROUNDED and group.decided and group.decided.rounding_may_undo)


def sure_line(group: GroupResult, words: Wording) -> str:
    """What the word for how sure we are means here, and between what the figure lies.

    Both go by the interval of 95%, so that they never say two things. Who asked for another level
    gets that interval in a sentence of its own.
    """
    if group.certainty is None or group.decided is None:
        return ""
    means = ROUNDED if rounding_may_make_it(group) else MEANS
    lines = [words.say(means[group.certainty]), _between(group, group.decided, words)]
    if words.comparison.level != DECIDING_LEVEL:
        lines.append(_as_asked(group, group.decided, words))
    return " ".join(lines)


def _between(group: GroupResult, decided: Decided, words: Wording) -> str:
    if decided.ratio is None or group.ratio is None or _disagree(decided.difference, decided.ratio):
        figure = group.difference or Estimate(decided.difference.low, None, "")
        return _said(BY_DIFFERENCE, figure, decided.difference, "points", words)
    template = LIKELY if group.certainty in ROUNDED else POSSIBLE
    if template is LIKELY and group.ratio.value == 0:
        # No ratio was said in the sentence before: there is only an upper end.
        template = AT_MOST
    return _said(template, group.ratio, decided.ratio, "ratio", words)


def _disagree(difference: Interval, ratio: Interval) -> bool:
    """Whether only one of both intervals holds 'no difference'. The word goes by the difference."""
    return ratio.holds(1.0) != difference.holds(0.0)


def _as_asked(group: GroupResult, decided: Decided, words: Wording) -> str:
    """The interval at the level that was asked for, of the same figure."""
    ratio = group.ratio.interval if group.ratio else None
    if ratio and group.ratio and decided.ratio and not _disagree(decided.difference, decided.ratio):
        return _said(ASKED_TIMES, group.ratio, ratio, "ratio", words)
    if group.difference is None or group.difference.interval is None:
        return ""
    return _said(ASKED_POINTS, group.difference, group.difference.interval, "points", words)


def _said(template: str, figure: Estimate, interval: Interval, kind: Kind, words: Wording) -> str:
    """A sentence with both ends of an interval of a figure."""
    ends = written(replace(figure, interval=interval), kind, words.lang).interval or ("", "")
    low, high = (signed_in_words(end, words.lang) for end in ends)
    level = level_text(interval.level, words.lang)
    return words.say(template, low=low, high=high, level=level)
