"""What is said of judgements of the same file: how often they are alike, and for whom less."""

from collections.abc import Mapping

from waterpas.explain.methods.hidden import HIDDEN, hidden_answers, things_hidden
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import people, per_thousand, whole
from waterpas.measure.agreements.answers import FEWEST_FILES, FEWEST_RATERS
from waterpas.results import Answer, Figure
from waterpas.texts import Language, mark

TENTHS_BELOW = 0.01  # a smaller difference is said in tenths per 1,000
QUESTION = mark("Komen twee beoordelaars op hetzelfde uit?")
BOTH = mark(
    "Van elke 1.000 komen zij er bij %(mine)s op hetzelfde uit, tegen %(other)s bij de anderen."
)
APART = mark("Dat verschil ligt waarschijnlijk tussen %(near)s en %(far)s per 1.000.")
FROM_TO = mark(
    "Het verschil ligt waarschijnlijk tussen %(below)s per 1.000 minder vaak en %(above)s per "
    "1.000 vaker."
)
# What is hidden of the files, where the rest is told; the main figure before what rests on it.
THINGS = {
    "agreed": mark("hoe vaak twee beoordelaars op hetzelfde uitkomen"),
    "by-chance": mark("hoe vaak twee beoordelaars door toeval op hetzelfde uitkomen"),
    "beyond-chance": mark("hoe ver zij boven toeval uitkomen"),
    "agreed-difference": mark("hoeveel het met de anderen scheelt"),
    "from-file": mark("welk deel van de verschillen tussen cijfers van het dossier komt"),
}
ANSWERS = {
    HIDDEN: mark(
        "%(not_shown)s. Het gaat om te weinig dossiers, of het zou verraden hoe het met een kleine "
        "groep zit."
    ),
    "alike": mark(
        "Bij %(agreed)s van elke 1.000 %(unit)s komen twee beoordelaars op hetzelfde uit. De "
        "onzekerheid loopt van %(agreed_low)s tot %(agreed_high)s. Bij de andere %(apart)s hangt "
        "het oordeel af van wie kijkt."
    ),
    "always-alike": mark(
        "Bij alle %(unit)s komen twee beoordelaars op hetzelfde uit. De onzekerheid loopt van "
        "%(agreed_low)s tot %(agreed_high)s van elke 1.000."
    ),
    "beyond-chance": mark(
        "Twee beoordelaars komen vaker op hetzelfde uit dan door toeval: dan was het bij "
        "%(by_chance)s van elke 1.000. Waar zij uit elkaar lopen, laat de regel ruimte. Zoek op de "
        "kaart van beslispunten waar die zit."
    ),
    "perhaps-beyond-chance": mark(
        "Er is een aanwijzing dat twee beoordelaars vaker op hetzelfde uitkomen dan door toeval; "
        "zeker is het niet. Door toeval was het bij %(by_chance)s van elke 1.000."
    ),
    "not-shown": mark(
        "Dat twee beoordelaars vaker op hetzelfde uitkomen dan door toeval, is niet aangetoond. "
        "Niet aangetoond is niet hetzelfde als niet aanwezig. Door toeval was het bij "
        "%(by_chance)s van elke 1.000. Zoek op de kaart van beslispunten waar de regel ruimte laat."
    ),
    "below-chance": mark(
        "Twee beoordelaars komen minder vaak op hetzelfde uit dan door toeval: dan was het bij "
        "%(by_chance)s van elke 1.000. Ga na of zij wel dezelfde vraag beantwoordden."
    ),
    "perhaps-below-chance": mark(
        "Er is een aanwijzing dat twee beoordelaars minder vaak op hetzelfde uitkomen dan door "
        "toeval; zeker is het niet. Door toeval was het bij %(by_chance)s van elke 1.000. Ga na of "
        "zij wel dezelfde vraag beantwoordden."
    ),
    "cannot-all-alike": mark(
        "Dit kan zo niet. Alle oordelen zijn hetzelfde. Dan is niet te zeggen of beoordelaars "
        "vaker op hetzelfde uitkomen dan door toeval."
    ),
    "cannot-too-few": mark(
        "Dit kan zo niet. Er zijn minstens %(files_least)s dossiers nodig die twee keer zijn "
        "beoordeeld. Dit kan wel: laat meer dossiers door twee mensen beoordelen, los van elkaar. "
        "Of leg op de kaart van beslispunten vast waar de regel ruimte laat."
    ),
    "cannot-rounded": mark(
        "Dit kan zo niet. De aantallen in deze tabel zijn afgerond of voor een deel verborgen. "
        "Vraag binnen uw eigen organisatie om de aantallen zonder afronding."
    ),
    "cannot-few-assessors": mark(
        "Dit kan zo niet. Bij cijfers zijn minstens %(assessors_least)s beoordelaars nodig. Met "
        "twee zou te zien zijn hoeveel strenger de een is dan de ander. Dit kan wel: maak van de "
        "cijfers soorten, zoals voldoende en onvoldoende."
    ),
    "cannot-no-chance": mark(
        "Dit kan zo niet. Alle cijfers volgen al uit het dossier en uit wie beoordeelt. Dan is er "
        "geen onzekerheid te berekenen."
    ),
    "group-less": mark(
        "Bij %(unit)s met %(group)s komen twee beoordelaars minder vaak op hetzelfde uit dan bij "
        "%(reference)s. %(both)s Voor deze groep hangt het dus meer af van wie kijkt. Zoek op de "
        "kaart van beslispunten waar de regel dat toelaat."
    ),
    "perhaps-group-less": mark(
        "Er is een aanwijzing dat twee beoordelaars bij %(unit)s met %(group)s minder vaak op "
        "hetzelfde uitkomen dan bij %(reference)s; zeker is het niet. %(both)s"
    ),
    "group-more": mark(
        "Bij %(unit)s met %(group)s komen twee beoordelaars vaker op hetzelfde uit dan bij "
        "%(reference)s. %(both)s Kijk ook of bijna alle %(unit)s uit een van beide hetzelfde "
        "oordeel kregen: dan gaat dat vanzelf."
    ),
    "perhaps-group-more": mark(
        "Er is een aanwijzing dat twee beoordelaars bij %(unit)s met %(group)s vaker op hetzelfde "
        "uitkomen dan bij %(reference)s; zeker is het niet. %(both)s"
    ),
    "group-not-shown": mark(
        "Dat twee beoordelaars bij %(unit)s met %(group)s vaker of minder vaak op hetzelfde "
        "uitkomen dan bij %(reference)s, is niet aangetoond. Niet aangetoond is niet hetzelfde als "
        "niet aanwezig. %(both)s"
    ),
    "group-too-few": mark(
        "Of twee beoordelaars bij %(unit)s met %(group)s even vaak op hetzelfde uitkomen als bij "
        "%(reference)s, is zo niet te zeggen: het zijn te weinig dossiers. Maak grotere groepen, "
        "of laat meer dossiers twee keer beoordelen."
    ),
    "from-file": mark(
        "Welk cijfer een dossier krijgt, hangt voor %(from_file)s af van het dossier zelf. De rest "
        "komt van wie beoordeelt en van toeval. De onzekerheid loopt van %(from_file_low)s tot "
        "%(from_file_high)s. Waren alle beoordelaars even streng, dan was het "
        "%(from_file_same_strictness)s."
    ),
    "from-file-not-shown": mark(
        "Dat een dossier bij elke beoordelaar ongeveer hetzelfde cijfer krijgt, is niet "
        "aangetoond. Niet aangetoond is niet hetzelfde als niet aanwezig. Hoogstens "
        "%(from_file_high)s van de verschillen tussen cijfers komt van het dossier zelf."
    ),
}


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """apart, both, what is hidden, and the numbers that are asked for at least."""
    agreed = speaker.result.figure("agreed", answer.of)
    apart = None if agreed is None or agreed.value is None else 1 - agreed.value
    return {
        "apart": "" if apart is None else per_thousand(apart, speaker.lang),
        "both": _both(answer, speaker),
        "not_shown": _not_shown(speaker) if answer.code == HIDDEN else "",
        "files_least": str(FEWEST_FILES),
        "assessors_least": str(FEWEST_RATERS),
        "by_chance": _by_chance(speaker.result.figure("by-chance"), speaker.lang),
    }


def _not_shown(speaker: Speaking) -> str:
    """Of whom what is hidden, in one sentence."""
    things: dict[str, list[str]] = {}
    for each in hidden_answers(speaker):
        things.setdefault(speaker.about(each.of), []).append(_thing(each, speaker))
    return things_hidden(speaker, things)


def _thing(answer: Answer, speaker: Speaking) -> str:
    """The first thing that is hidden of what an answer rests on."""
    rests = (name for name in THINGS if name in answer.figures)
    found = (name for name in rests if not _is_shown(speaker.result.figure(name, answer.of)))
    return speaker.say(THINGS[next(found, "agreed")])


def _is_shown(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None


def _by_chance(figure: Figure | None, lang: Language) -> str:
    """Of all files together, whichever group the answer is about."""
    return "" if figure is None or figure.value is None else per_thousand(figure.value, lang)


def _both(answer: Answer, speaker: Speaking) -> str:
    """How often in the group and among the others, and between what the difference lies."""
    mine, other, between = (
        speaker.result.figure(each, answer.of)
        for each in ("agreed", "reference-agreed", "agreed-difference")
    )
    if between is None or between.value is None or between.interval is None:
        return ""
    said = speaker.say(BOTH, mine=speaker.value(mine), other=speaker.value(other))
    low, high = between.interval.low, between.interval.high
    near, far = (_size(each, speaker.lang) for each in sorted((low, high), key=abs))
    if low < 0 < high:
        below, above = _size(low, speaker.lang), _size(high, speaker.lang)
        return f"{said} {speaker.say(FROM_TO, below=below, above=above)}"
    return f"{said} {speaker.say(APART, near=near, far=far)}"


def _size(difference: float, lang: Language) -> str:
    """Files per 1,000, without a sign: whole, unless a tenth matters."""
    size = abs(difference)
    return people(size, lang) if 0 < size < TENTHS_BELOW else whole(1000 * size, lang)
