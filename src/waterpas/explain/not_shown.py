"""Why there is no figure, in words; and what can still be said."""

from waterpas.explain.numbers import rates_together
from waterpas.explain.wording import Wording, capital
from waterpas.results import GroupResult
from waterpas.texts import mark

WHY_NOT = {
    "hidden-in-source": mark("de bron verborg een aantal"),
    "nobody": mark("van niemand in deze groep is een uitkomst bekend"),
    "no-reference-here": mark("hier is niemand om mee te vergelijken"),
    "reference-not-known": mark("van wie u mee vergelijkt, is hier geen cijfer"),
    "reference-not-shown": mark("van wie u mee vergelijkt, tonen wij geen cijfer"),
    "small-group": mark("de groep is te klein"),
}


def not_shown_line(group: GroupResult, words: Wording) -> str:
    """A group without a rate: why, where, and between what it lies if only a count is hidden."""
    line = words.say(
        mark("Over %(group)s tonen wij hier geen cijfer: %(why)s."),
        group=words.group(group),
        why=_why(group, words),
    )
    if group.allowed and group.allowed.rate:
        low, high = rates_together([group.allowed.rate.low, group.allowed.rate.high], words.lang)
        between = words.say(
            mark("Het zijn er tussen %(low)s en %(high)s van elke 1.000 %(unit)s."),
            low=low,
            high=high,
            unit=words.unit,
        )
        line = f"{line} {between}"
    return at_stratum(line, group, words)


def not_compared_line(group: GroupResult, words: Wording) -> str:
    """A group with a rate, and nobody to compare it with."""
    return words.say(mark("Vergelijken kan hier niet: %(why)s."), why=_why(group, words))


def _why(group: GroupResult, words: Wording) -> str:
    reason = group.suppressed.reason if group.suppressed else "nobody"
    return words.say(WHY_NOT[reason])


def at_stratum(line: str, group: GroupResult, words: Wording) -> str:
    """A sentence with the stratum it is about in front of it."""
    stratum = words.stratum(group)
    if not stratum:
        return capital(line)
    return words.say(mark("Bij %(stratum)s: %(line)s"), stratum=stratum, line=line)
