"""The words of neighbourhood figures that depend on what was asked: which group, and of whom."""

from collections.abc import Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import people, whole
from waterpas.measure.areas.joined import EVERYBODY
from waterpas.results import Answer, Figure
from waterpas.texts import mark, translate

GROUPS = {
    "buiten-europa": mark("met herkomst buiten Europa"),
    "europa": mark("met herkomst in Europa (zonder Nederland)"),
    "nederland": mark("met Nederlandse herkomst"),
    "geboren-nl-nederland": mark("die in Nederland zijn geboren, met Nederlandse herkomst"),
    "geboren-nl-europa": mark("die in Nederland zijn geboren, met herkomst in Europa"),
    "geboren-nl-buiten-europa": mark("die in Nederland zijn geboren, met herkomst buiten Europa"),
    "geboren-buiten-nl-europa": mark("die elders in Europa zijn geboren"),
    "geboren-buiten-nl-buiten-europa": mark("die buiten Europa zijn geboren"),
}
RESIDENTS = mark("inwoners")
OF_COLUMN = mark("van de groep uit kolom '%(column)s'")
OF_EVERYBODY = mark(
    "Een percentage zegt welk deel van een buurt bij een groep hoort, en niet wie daarbij hoort"
)
OF_SOME = mark(
    "Het percentage gaat over alle inwoners van een buurt, en niet over wie u telde: wie iets "
    "aanvroeg, kreeg of bezoek had"
)


def group_words(speaker: Speaking) -> str:
    """'met herkomst buiten Europa': the group, to stand behind the people."""
    asked = speaker.result.asked
    known = GROUPS.get(str(asked.get("of", "")))
    if known:
        return translate(known, speaker.lang)
    return speaker.say(OF_COLUMN, column=speaker.plain(str(asked.get("share", ""))))


def people_words(speaker: Speaking) -> str:
    """Who was counted, in the plural; residents, where nobody said."""
    if speaker.result.question.unit or speaker.result.question.row:
        return speaker.wording.unit
    return translate(RESIDENTS, speaker.lang)


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """What may never be missing, the group in words, and the ends of what is possible."""
    counted_all = speaker.result.asked.get("counted") == EVERYBODY
    found = {name: _figure(speaker, name) for name in ("gap-least", "gap-most")}
    return {
        "first": translate(OF_EVERYBODY if counted_all else OF_SOME, speaker.lang),
        "unit": people_words(speaker),
        "who": group_words(speaker),
        "gap_from": _signed(found["gap-least"], speaker),
        "gap_to": _signed(found["gap-most"], speaker),
        "chance": _chance(found["gap-least"], found["gap-most"], speaker),
        "advice": translate(_advice(speaker), speaker.lang),
        "areas_between": _between(_figure(speaker, "areas-gap"), speaker),
    }


MORE, FEWER = mark("%(size)s per 1.000 meer"), mark("%(size)s per 1.000 minder")
EVEN = mark("even veel")
CHANCE = mark("Met toeval erbij: van %(low)s tot %(high)s.")
BETWEEN = mark("De onzekerheid loopt van %(low)s tot %(high)s.")
SAME = mark("Met de onzekerheid erbij is het na afronding ook: %(value)s.")
LARGER = mark(
    "Neem buurten samen. Dat gaat zo: zet in uw tabel een kolom met een groter gebied, zoals de "
    "wijk. Lees de tabel dan opnieuw in, en kies die kolom bij 'Meer instellingen' (op de "
    "opdrachtregel: --larger)."
)
EVEN_LARGER = mark(
    "U nam al buurten samen, maar deze gebieden zijn nog te klein. Maak in uw tabel een kolom met "
    "minder en grotere gebieden, bijvoorbeeld stadsdelen, en kies die."
)


def _advice(speaker: Speaking) -> str:
    """What to do where areas are too small: take them together, or larger ones than they were."""
    return EVEN_LARGER if speaker.result.asked.get("larger") else LARGER


def _figure(speaker: Speaking, name: str) -> Figure | None:
    return speaker.result.figure(name)


def _signed(figure: Figure | None, speaker: Speaking) -> str:
    if figure is None:
        return ""
    return speaker.value(figure) if figure.value is None else _size(figure.value, speaker)


def _size(value: float, speaker: Speaking) -> str:
    """'240 per 1.000 minder': a difference without a sign."""
    size = round(1000 * abs(value))
    if size == 0 and abs(value) < 0.0001:
        return translate(EVEN, speaker.lang)
    said = whole(size, speaker.lang) if size >= 10 else people(abs(value), speaker.lang)
    return speaker.say(MORE if value > 0 else FEWER, size=said)


def _chance(low: Figure | None, high: Figure | None, speaker: Speaking) -> str:
    """Between what the difference lies with chance on top of the bounds; empty: not shown."""
    if low is None or high is None or low.interval is None or high.interval is None:
        return ""
    least, most = (_size(end, speaker) for end in (low.interval.low, high.interval.high))
    if least == most:
        return speaker.say(SAME, value=least)
    return speaker.say(CHANCE, low=least, high=most)


def _between(figure: Figure | None, speaker: Speaking) -> str:
    if figure is None or figure.interval is None:
        return ""
    low, high = (_size(end, speaker) for end in (figure.interval.low, figure.interval.high))
    if low == high:
        return speaker.say(SAME, value=low)
    return speaker.say(BETWEEN, low=low, high=high)
