"""What the sentences on a risk profile add to their figures, each part where it is known."""

import re
from collections.abc import Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.explain.methods.profile_words.hidden import hidden_words
from waterpas.explain.methods.unsigned import unsigned
from waterpas.explain.numbers import per_thousand
from waterpas.results import Answer, Figure
from waterpas.texts import mark

VARIABLE = "variable"
CARRIED = mark(
    " Van wie %(most)s heeft, hoort %(most_share)s van elke 1.000 bij %(who)s; van wie "
    "%(least)s heeft %(least_share)s."
)
NOW = mark("Nu is zij %(value)s.")
COMPARED = mark(
    "Vergeleken met loten om evenveel mensen is dat dan %(then)s keer, en nu %(value)s keer."
)
AT_RANDOM = mark(", tegen %(value)s als het lot evenveel %(unit)s had gekozen")
HERE_AT_RANDOM = mark(", tegen %(value)s bij loten")
BESIDE = mark(
    " Het verschil met %(reference)s ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000."
)
WITHOUT = mark(", bij controle zonder profiel in %(value)s")
COULD_SEE = mark(" De kleinste afwijking die hier te zien was, is ongeveer %(value)s per 1.000.")
# The difference that each topic is about.
DIFFERENCES = {
    "chosen": "chosen-above-random",
    "chosen-here": "chosen-here-above-random",
    "missed": "missed-above-reference",
    "wrongly-chosen": "wrongly-chosen-above-reference",
    "profile-finds": "profile-finds-above-random",
    "finds-here": "finds-here-above-random",
    "alike": "chosen-among-alike",
}


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """What it is now, how much less it is, and where a variable tells most about a group."""
    variable, across = answer.of.get(VARIABLE, ""), speaker.result.across
    now = {across: answer.of[across]} if across in answer.of else {}
    name = _difference(answer)
    low, high = unsigned(speaker.result.figure(name, answer.of), speaker) or ("", "")
    more = answer.code.endswith("more")  # the sentence says which way it goes: the ends need not
    return {
        **(_ends_of(name, low, high) if more and low else {}),
        "now": " ".join(
            part
            for part in (_if_known(NOW, "chosen", now, speaker), _compared(answer, now, speaker))
            if part
        ),
        "at_random": _at_random(answer, speaker),
        "less_low": low,
        "less_high": high,
        "could_see": _could_see(answer, speaker),
        "without": _if_known(WITHOUT, "random-finds", {}, speaker),
        "carried": _carried(variable, speaker) if variable else "",
        "beside": _beside_reference(answer, speaker),
        **hidden_words(answer, speaker),
    }


def _ends_of(name: str, low: str, high: str) -> Mapping[str, str]:
    field = name.replace("-", "_")
    return {f"{field}_low": low, f"{field}_high": high}


def _beside_reference(answer: Answer, speaker: Speaking) -> str:
    """The chance of control beside that of the reference; empty where that is not known."""
    low, high = speaker.ends_said(speaker.result.figure("chosen-above-reference", answer.of))
    if not low:
        return ""
    return speaker.say(BESIDE, reference=speaker.wording.compared_with, low=low, high=high)


def _could_see(answer: Answer, speaker: Speaking) -> str:
    """The smallest deviation that could be seen; empty where that is not shown."""
    figure = speaker.result.figure(f"{_difference(answer)}-could-see", answer.of)
    if figure is None or figure.value is None:
        return ""
    return speaker.say(COULD_SEE, value=speaker.size(figure))


def _difference(answer: Answer) -> str:
    """The name of the difference that an answer is about; empty where it is about none."""
    topic = re.sub("-((perhaps-)?(more|less)|not-shown)$", "", answer.code)
    return DIFFERENCES.get(topic, "")


def _at_random(answer: Answer, speaker: Speaking) -> str:
    """What it would be at random; empty where that is not shown."""
    said = HERE_AT_RANDOM if answer.code.startswith("chosen-here") else AT_RANDOM
    return _if_known(said, "chosen-at-random", {}, speaker)


def _compared(answer: Answer, now: Mapping[str, str], speaker: Speaking) -> str:
    """How many times the chance at random it would be, and is; empty where one is not known."""
    then = speaker.result.figure("chosen-if-times-random", answer.of)
    if then is None or then.value is None:
        return ""
    value = speaker.value(then)
    return _if_known(COMPARED, "chosen-times-random", now, speaker, then=value)


def _if_known(said: str, name: str, of: Mapping[str, str], speaker: Speaking, **more: str) -> str:
    """A part of a sentence with the value of one figure; empty where it has none."""
    figure = speaker.result.figure(name, of)
    if figure is None or figure.value is None:
        return ""
    return speaker.say(said, value=speaker.value(figure), unit=speaker.wording.unit, **more)


def _carried(variable: str, speaker: Speaking) -> str:
    """The two values of a variable between which the share of a group differs most."""
    shares: dict[str, list[Figure]] = {}
    for figure in speaker.result.figures:
        if figure.name == "share-here" and variable in figure.of and figure.value is not None:
            shares.setdefault(figure.of[speaker.result.across], []).append(figure)
    spread = [
        (_value(max(some, key=_value)) - _value(min(some, key=_value)), name)
        for name, some in shares.items()
    ]
    if not spread or max(spread)[0] == 0:
        return ""
    group = max(spread)[1]
    most, least = max(shares[group], key=_value), min(shares[group], key=_value)
    return speaker.say(
        CARRIED,
        who=speaker.about({speaker.result.across: group}),
        most=speaker.about({variable: most.of[variable]}),
        most_share=per_thousand(_value(most), speaker.lang),
        least=speaker.about({variable: least.of[variable]}),
        least_share=per_thousand(_value(least), speaker.lang),
    )


def _value(figure: Figure) -> float:
    return figure.value or 0.0
