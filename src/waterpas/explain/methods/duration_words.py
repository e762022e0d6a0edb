"""The parts of a sentence about waiting: how long, after how many days half, and how often."""

from collections.abc import Mapping

from waterpas.explain.methods.duration_bounds import words_between
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import MINUS, decimal, is_coarse, times, whole
from waterpas.explain.wording import capital
from waterpas.results import Answer, Figure
from waterpas.texts import Language, mark

FEW_DAYS = 10
SIGNS = f"{MINUS}+"

QUESTION = mark("Duurt het even lang, en haken mensen even vaak af?")
MEANS = mark(
    "In de eerste %(horizon)s dagen wachten zij gemiddeld %(mean)s dagen, tegen %(reference)s bij "
    "de anderen."
)
LONGER = mark(
    "Zij wachten ongeveer %(size)s dagen langer; dat ligt waarschijnlijk tussen %(low)s en "
    "%(high)s dagen."
)
SHORTER = mark(
    "Zij wachten ongeveer %(size)s dagen korter; dat ligt waarschijnlijk tussen %(low)s en "
    "%(high)s dagen."
)
SO_LONGER, SO_SHORTER = (
    mark("Zij wachten ongeveer %(size)s dagen langer."),
    mark("Zij wachten ongeveer %(size)s dagen korter."),
)
FROM_TO = mark("Het ligt waarschijnlijk tussen %(below)s korter en %(above)s langer.")
ONE_DAY, MORE_DAYS = mark("1 dag"), mark("%(value)s dagen")
HALF = mark("Na %(mine)s dagen heeft de helft een besluit, bij de anderen na %(other)s dagen.")
HALF_NOT_MINE = mark(
    "Bij de anderen heeft na %(other)s dagen de helft een besluit; bij deze groep kwam het in de "
    "bekende dagen niet zo ver."
)
HALF_NOT_OTHERS = mark(
    "Na %(mine)s dagen heeft de helft een besluit; bij de anderen kwam het in de bekende dagen "
    "niet zo ver."
)
WITHIN = mark(
    "Van elke 1.000 kregen er %(mine)s binnen die tijd een besluit, bij de anderen %(other)s. Dat "
    "verschil ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000. Wie afhaakte, kreeg geen "
    "besluit."
)
GAVE_UP = mark(
    "Van elke 1.000 haakten er %(mine)s af, bij de anderen %(other)s. Dat verschil ligt "
    "waarschijnlijk tussen %(low)s en %(high)s per 1.000."
)
GAVE_UP_UNTIL = mark(
    "Van elke 1.000 haakten er in de eerste %(horizon)s dagen %(mine)s af, bij de anderen "
    "%(other)s. Dat verschil ligt waarschijnlijk tussen %(low)s en %(high)s per 1.000."
)
IN_DAYS = mark("in de eerste %(horizon)s dagen")
AS_OFTEN = mark("Dat is %(times)s keer zo vaak.")
ABOUT_AS_OFTEN = mark("Dat is ongeveer %(times)s keer zo vaak.")


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """means, difference, half, within_both, gave_up_both, in_days; horizon, term, and the unit."""
    asked, lang = speaker.result.asked, speaker.lang

    def figure(name: str) -> Figure | None:
        return speaker.result.figure(name, answer.of)

    found = {
        "unit_first": capital(speaker.wording.unit),
        "horizon": _days(asked.get("horizon"), speaker),
        "term": _days(asked.get("term"), speaker),
        "within_both": _both("within", WITHIN, answer, speaker),
        "gave_up_both": _both("gave-up", _giving_up(speaker), answer, speaker),
        "in_days": _in_first_days(speaker),
    }
    found |= words_between(answer, speaker, found["horizon"])
    ratio = figure("gave-up-ratio")
    if answer.code.endswith(("more", "less")) and ratio and ratio.value is not None:
        # Rates in tens per 1,000 give another ratio than the one that was worked out.
        said = speaker.say(
            ABOUT_AS_OFTEN if is_coarse(ratio) else AS_OFTEN, times=times(ratio.value, lang)
        )
        found["gave_up_both"] = f"{found['gave_up_both']} {said}"
    mean, reference = figure("mean"), figure("reference-mean")
    if mean is None or mean.value is None or reference is None:
        return found
    return found | {
        "means": speaker.say(
            MEANS,
            horizon=found["horizon"],
            mean=speaker.value(mean),
            reference=speaker.value(reference),
        ),
        "difference": _difference(figure("mean-difference"), speaker),
        "half": _half(figure("median"), figure("reference-median"), speaker),
    }


def _giving_up(speaker: Speaking) -> str:
    return GAVE_UP_UNTIL if _only_first_days(speaker) else GAVE_UP


def _in_first_days(speaker: Speaking) -> str:
    """In which days giving up was looked at, with a space before it; empty: to the end."""
    if not _only_first_days(speaker):
        return ""
    return " " + speaker.say(IN_DAYS, horizon=_days(speaker.result.asked.get("horizon"), speaker))


def _only_first_days(speaker: Speaking) -> bool:
    """With somebody still open giving up is looked at in the first days only: then it says so."""
    return any(note.code == "giving-up-until" for note in speaker.result.notes)


def _days(value: object, speaker: Speaking) -> str:
    return whole(float(value), speaker.lang) if isinstance(value, int | float) else ""


def _difference(figure: Figure | None, speaker: Speaking) -> str:
    """By how many days, and between what that lies; where that may be none, from one to other."""
    if figure is None or figure.value is None or figure.interval is None:
        return ""
    low, high = figure.interval.low, figure.interval.high
    # As they stand in the table, without their sign: the words say which way it goes.
    below, above = (end.lstrip(SIGNS) for end in speaker.ends(figure))
    if low < 0 < high:
        return speaker.say(FROM_TO, below=_in_days(below, speaker), above=_in_days(above, speaker))
    near, far = (below, above) if abs(low) <= abs(high) else (above, below)
    ways = (SO_LONGER, SO_SHORTER) if near == far else (LONGER, SHORTER)
    way = ways[0] if figure.value > 0 else ways[1]
    return speaker.say(way, size=_written(abs(figure.value), speaker.lang), low=near, high=far)


def _written(days: float, lang: Language) -> str:
    """About how many days: whole ones; under ten with a decimal, or half a day would be none."""
    return decimal(days, 1 if days < FEW_DAYS and days != round(days) else 0, lang)


def _in_days(said: str, speaker: Speaking) -> str:
    """'1 dag', '2,1 dagen'."""
    return speaker.say(ONE_DAY) if said == "1" else speaker.say(MORE_DAYS, value=said)


def _half(mine: Figure | None, others: Figure | None, speaker: Speaking) -> str:
    """After how many days half has a decision, where that was seen."""
    one, other = (figure and figure.value for figure in (mine, others))
    hidden = any(figure is None or figure.suppressed for figure in (mine, others))
    if hidden or (one is None and other is None):
        return ""
    said = {"mine": speaker.value(mine), "other": speaker.value(others)}
    if one is None:
        return speaker.say(HALF_NOT_MINE, **said)
    return speaker.say(HALF if other is not None else HALF_NOT_OTHERS, **said)


def _both(name: str, sentence: str, answer: Answer, speaker: Speaking) -> str:
    """How often in the group and among the others, and between what the difference lies."""
    mine, other, between = (
        speaker.result.figure(each, answer.of)
        for each in (name, f"reference-{name}", f"{name}-difference")
    )
    if any(each is None or each.value is None for each in (mine, other, between)):
        return ""
    low, high = speaker.ends_said(between)
    said = {"mine": speaker.value(mine), "other": speaker.value(other)}
    horizon = _days(speaker.result.asked.get("horizon"), speaker)
    return speaker.say(sentence, **said, low=low, high=high, horizon=horizon)
