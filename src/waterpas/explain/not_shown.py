"""Why there is no figure, in words; and what can still be said."""

from collections.abc import Iterable, Iterator

from waterpas.explain.counts import possible_rate
from waterpas.explain.numbers import rates_together, whole
from waterpas.explain.wording import Wording, capital
from waterpas.results import Comparison, GroupResult
from waterpas.texts import Language, mark, translate

WHY_NOT = {
    "hidden-in-source": mark("de bron verborg een aantal"),
    "nobody": mark("van niemand in deze groep is een uitkomst bekend"),
    "rounded-to-nobody": mark("na afronding zijn het er 0, maar het kunnen er een paar zijn"),
    "no-reference-here": mark("hier is niemand om mee te vergelijken"),
    "reference-not-known": mark("van wie u mee vergelijkt, is hier geen cijfer"),
    "reference-not-shown": mark("van wie u mee vergelijkt, tonen wij geen cijfer"),
    "small-group": mark("te weinig mensen met of zonder de uitkomst"),
    "other-step-hidden": mark("u zou kunnen uitrekenen wat een andere stap verbergt"),
    "total-over-hidden": mark(
        "met de andere groepen zou u kunnen uitrekenen wat een verborgen groep verbergt"
    ),
}

POSSIBLE = mark(
    "Dat aantal kan %(low)s tot en met %(high)s zijn. Dat is %(lowest)s tot %(highest)s van elke "
    "1.000 %(unit)s."
)
OF_HIDDEN_GROUP = mark("Het kan %(lowest)s tot %(highest)s van elke 1.000 %(unit)s zijn.")
WITH_CHANCE = mark(
    "Tel daar de onzekerheid door toeval bij op, dan loopt het van %(low)s tot %(high)s van elke "
    "1.000."
)


BY_THE_GATE = ("small-group", "other-step-hidden", "total-over-hidden")


def hidden_lines(comparisons: Iterable[Comparison], lang: Language) -> Iterator[str]:
    """Per reason of disclosure control one sentence: which groups are not shown, and why."""
    groups: dict[str, dict[str, None]] = {}
    for comparison in comparisons:
        words = Wording(comparison, lang)
        for group in comparison.groups:
            reason = group.suppressed.reason if group.suppressed and group.n.value is None else ""
            if reason in BY_THE_GATE:
                name = ", ".join(filter(None, (words.plain_group(group), words.stratum(group))))
                groups.setdefault(reason, {})[name] = None
    for reason, names in groups.items():
        said = {"groups": "; ".join(names), "why": translate(WHY_NOT[reason], lang)}
        yield translate(mark("Niet getoond: %(groups)s. De reden: %(why)s."), lang) % said


def not_shown_line(group: GroupResult, words: Wording) -> str:
    """A group without a rate: why, where, and between what it lies if only a count is hidden."""
    line = words.say(
        mark("Over %(group)s tonen wij hier geen cijfer: %(why)s."),
        group=words.group(group),
        why=_why(group, words),
    )
    return at_stratum(" ".join((line, *_still_possible(group, words))), group, words)


def _still_possible(group: GroupResult, words: Wording) -> Iterator[str]:
    """What a hidden count can be, and apart from that what chance adds."""
    possible = possible_rate(group, words.lang)
    if possible is None or group.allowed is None or group.allowed.rate is None:
        return
    yield words.say(
        POSSIBLE if group.cases.value is None else OF_HIDDEN_GROUP,
        low=whole(group.cases.low, words.lang),
        high=whole(group.cases.high, words.lang),
        lowest=possible[0],
        highest=possible[1],
        unit=words.unit,
    )
    chance = group.allowed.rate
    low, high = rates_together([chance.low, chance.high], words.lang)
    yield words.say(WITH_CHANCE, low=low, high=high)


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
