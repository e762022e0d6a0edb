"""The sentences about the percentages of the Barometer, and the words that fill them."""

from collections.abc import Iterator, Mapping

from waterpas.explain.methods.hidden import HIDDEN, hidden_answers, together
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import MINUS, POINTS, in_percents, joined, signed_in_words
from waterpas.explain.wording import capital
from waterpas.measure.barometers.figures import ORIGIN
from waterpas.results import Answer, Figure
from waterpas.texts import mark

AT_WHOLE, AT_PART = mark("bij %(organisation)s"), mark("bij %(part)s")
EVERYTHING = mark("de hele organisatie")
ANSWERS = {
    "share": mark(
        "%(At)s is %(share)s van de banen van iemand met herkomst %(origin)s. Door de afronding "
        "kan dat %(share_between)s zijn."
    ),
    "share-of-part": mark(
        "%(At)s is %(share)s van de banen van iemand met herkomst %(origin)s. Door de afronding "
        "kan dat %(share_between)s zijn."
    ),
    "more-than-whole": mark(
        "%(At)s is %(share)s van de banen van iemand met herkomst %(origin)s: "
        "%(whole_difference_size)s meer dan in de hele organisatie. Door de afronding kan dat "
        "verschil %(whole_difference_between)s zijn."
    ),
    "less-than-whole": mark(
        "%(At)s is %(share)s van de banen van iemand met herkomst %(origin)s: "
        "%(whole_difference_size)s minder dan in de hele organisatie. Door de afronding kan dat "
        "verschil %(whole_difference_between)s zijn."
    ),
    "within-rounding": mark(
        "%(At)s is %(share)s van de banen van iemand met herkomst %(origin)s. Of dat meer of "
        "minder is dan in de hele organisatie, is niet te zeggen: het verschil is niet groter dan "
        "de afronding."
    ),
    "more-than-elsewhere": mark(
        "%(At)s is het deel van de banen van iemand met herkomst %(origin)s "
        "%(elsewhere_difference_size)s groter dan elders. Hier is het %(share)s, elders "
        "%(elsewhere)s (%(source)s). Door de afronding kan het verschil "
        "%(elsewhere_difference_between)s zijn."
    ),
    "less-than-elsewhere": mark(
        "%(At)s is het deel van de banen van iemand met herkomst %(origin)s "
        "%(elsewhere_difference_size)s kleiner dan elders. Hier is het %(share)s, elders "
        "%(elsewhere)s (%(source)s). Door de afronding kan het verschil "
        "%(elsewhere_difference_between)s zijn."
    ),
    "as-elsewhere": mark(
        "Of het aandeel van herkomst %(origin)s %(at)s anders is dan elders, is niet te zeggen. "
        "Hier is het %(share)s van de banen, elders %(elsewhere)s (%(source)s). Dat verschil is "
        "niet groter dan de afronding."
    ),
    "change-more": mark(
        "%(At)s is in %(year)s het deel van de banen van iemand met herkomst %(origin)s "
        "%(change_size)s groter dan in %(before)s. Het ging van %(earlier)s naar %(share)s. Ook "
        "als wij rekenen met wie het CBS niet terugvond, blijft er een verschil: "
        "%(change_of_all_between)s."
    ),
    "change-less": mark(
        "%(At)s is in %(year)s het deel van de banen van iemand met herkomst %(origin)s "
        "%(change_size)s kleiner dan in %(before)s. Het ging van %(earlier)s naar %(share)s. Ook "
        "als wij rekenen met wie het CBS niet terugvond, blijft er een verschil: "
        "%(change_of_all_between)s."
    ),
    "change-not-found": mark(
        "Of het aandeel van herkomst %(origin)s %(at)s veranderde tussen %(before)s en %(year)s, "
        "is niet te zeggen. Het ging van %(earlier)s naar %(share)s van de banen. Zo'n verschil "
        "kan ook komen door mensen die het CBS niet terugvond."
    ),
    "change-within-rounding": mark(
        "Of het aandeel van herkomst %(origin)s %(at)s veranderde tussen %(before)s en %(year)s, "
        "is niet te zeggen. Het ging van %(earlier)s naar %(share)s van de banen. Dat verschil is "
        "niet groter dan de afronding."
    ),
    HIDDEN: mark(
        "%(At)s tonen wij niet welk deel van de banen bij welke herkomst hoort. Het CBS verborg "
        "het, of het gaat om te weinig banen, of het zou iets verraden over een kleine groep."
    ),
    "hidden-one": mark(
        "%(At)s is het aandeel van herkomst %(origin)s verborgen. Wij rekenen het niet uit."
    ),
    "jobs-unknown": mark(
        "Om hoeveel banen het gaat, staat niet in de tabel. Of een groep te klein is om te tonen, "
        "weten wij dan niet. Geef deze cijfers niet door."
    ),
    "cannot-too-small": mark(
        "Dit kan zo niet. Het CBS maakt de Barometer vanaf 250 werknemers, en in deze tabel gaat "
        "de hele organisatie over minder dan 250 banen."
    ),
}
FIGURES = {
    "share": mark("deel van de banen"),
    "whole-difference": mark("verschil met de hele organisatie"),
    "elsewhere": mark("elders"),
    "elsewhere-difference": mark("verschil met elders"),
    "earlier": mark("deel van de banen in het eerdere jaar"),
    "change": mark("verandering"),
    "change-of-all": mark("verandering, als wij rekenen met wie niet is teruggevonden"),
}
UNSAID = {
    "jobs": mark(
        "Dit gaat over banen, niet over mensen. Wie twee contracten heeft, telt twee keer. Reken "
        "het dus niet om naar aantallen mensen."
    ),
    "abroad": mark(
        "Wie in het buitenland woont, telt niet mee. Ook anderen vindt het CBS soms niet terug."
    ),
    "moment": mark(
        "Dit is hoe het op één dag was. Het zegt niet wie een kans kreeg om te komen, om hogerop "
        "te gaan of om te blijven."
    ),
    "within": mark(
        "Het zegt niets over salaris binnen een schaal, en niets over combinaties, zoals vrouwen "
        "met een bepaalde herkomst."
    ),
}
NOTES = {
    "year": mark("Van welk jaar of welke dag deze percentages zijn: %(year)s."),
    "rounded-to-whole": mark(
        "De percentages zijn afgerond op hele procenten. De onzekerheid die erbij staat, is alleen "
        "die afronding."
    ),
    "rounded-to": mark(
        "De percentages zijn afgerond, met zo veel cijfers achter de komma: %(decimals)s. De "
        "onzekerheid die erbij staat, is alleen die afronding."
    ),
    "rounded-by-row": mark(
        "De percentages zijn niet in elke rij op evenveel cijfers achter de komma afgerond. De "
        "onzekerheid die erbij staat, is alleen die afronding."
    ),
    "no-sample": mark(
        "Het CBS telde alle banen. Er is geen steekproef getrokken, dus er is geen toeval van een "
        "steekproef. Toch kan één mens die komt of gaat in een klein deel veel veranderen."
    ),
    "no-whole": mark(
        "Wij vonden geen rij over de hele organisatie. Daarom ligt er niets naast het geheel."
    ),
    "below-rule": mark(
        "Hier gaat het om minder dan 250 banen: %(levels)s. De vuistregel van het CBS is minstens "
        "250 in elk deel."
    ),
    "below-rule-some": mark(
        "Bij sommige delen gaat het om minder dan 250 banen. De vuistregel van het CBS is minstens "
        "250 in elk deel."
    ),
    "one-of-three": mark(
        "Hier is één van de drie aandelen verborgen: %(levels)s. Het volgt uit de twee andere. Wij "
        "rekenen het niet uit. Wie deze cijfers doorgeeft, moet er nog een verbergen."
    ),
    "one-of-three-some": mark(
        "Ergens is één van de drie aandelen verborgen. Daarom tonen wij daar ook de andere twee "
        "niet: het volgt eruit."
    ),
    "parts-closed": mark(
        "Van geen enkel deel staan er percentages. Is één deel te klein, dan sluiten wij ze alle: "
        "een klein deel volgt uit het geheel min de andere. Wat u kunt doen: vraag het CBS om "
        "grotere delen, zoals een paar schalen samen, of gebruik alleen het geheel."
    ),
    "parts-do-not-fit": mark(
        "De delen zijn samen even groot als het geheel, maar hun percentages passen daar niet bij. "
        "Kijk of alles van dezelfde dag is, en of de aantallen banen kloppen."
    ),
    "not-found": mark(
        "Van elke 1.000 mensen vindt het CBS er tot %(lost)s niet terug. En een aandeel verandert "
        "vaak maar met ongeveer 1 procentpunt per jaar. Een kleine verandering is dus niet te "
        "lezen."
    ),
    "elsewhere": mark(
        "De percentages van elders komen uit: %(source)s. Kijk of die over hetzelfde gaan: zij "
        "tellen vaak mensen en geen banen, en op een andere dag."
    ),
}
METHOD_NOTE = mark(
    "Percentages van banen uit de Polisadministratie (CBS, Barometer Culturele Diversiteit), drie "
    "klassen naar herkomst. Een percentage ligt hoogstens een halve stap van de afronding van wat "
    "er staat, en de drie zijn samen honderd procent: daaruit volgen grenzen die altijd gelden. "
    "Het is een volledige telling, dus er is geen betrouwbaarheidsinterval en geen toets. Een "
    "verschil ligt tussen de uiterste waarden van beide. Een verandering ook, als van elk jaar tot "
    "het genoemde deel van de mensen niet is gevonden en daarvan niets bekend is. Een aandeel van "
    "minder dan tien banen tonen wij niet, en ook niets waaruit het volgt."
)


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """About which jobs it is, by which origin, in which years, and differences without a sign."""
    asked = speaker.result.asked
    column = str(asked.get("column", ""))
    origin = answer.of.get(ORIGIN, "")
    about = hidden_answers(speaker) if answer.code == HIDDEN else [answer]
    at = together((_at(each.of.get(column), speaker) for each in about), speaker)
    return {
        "at": at,
        "At": capital(at),
        "origin": speaker.plain(speaker.wording.level(ORIGIN, origin)),
        "source": speaker.plain(str(asked.get("elsewhere", ""))),
        "year": speaker.plain(str(asked.get("year", ""))),
        "before": speaker.plain(str(asked.get("before", ""))),
        **dict(_percents(answer, speaker)),
    }


def _percents(answer: Answer, speaker: Speaking) -> Iterator[tuple[str, str]]:
    """Each figure of an answer in percents, as its source gave it: itself, its size, its ends."""
    for figure in speaker.result.figures:
        if not figure.of or figure.of == answer.of or figure.name == "elsewhere":
            name, said = figure.name.replace("-", "_"), speaker.with_unit(figure)
            yield name, said
            yield f"{name}_size", said.lstrip(f"+{MINUS}")
            yield f"{name}_between", _between(figure, speaker)


def _at(part: str | None, speaker: Speaking) -> str:
    if part is None:
        return speaker.say(AT_WHOLE, organisation=speaker.wording.organisation)
    return speaker.say(AT_PART, part=speaker.plain(part))


def _between(figure: Figure, speaker: Speaking) -> str:
    """'78,5% tot 79,5%'; of a difference without its sign: '6 tot 8 procentpunt'."""
    if figure.unit != "difference" or figure.interval is None:
        return speaker.interval(figure)
    low, high = figure.interval.low, figure.interval.high
    if low < 0 < high:
        ends = [signed_in_words(_points(end, speaker), speaker.lang) for end in (low, high)]
    else:
        ends = [_points(abs(end), speaker).lstrip("+") for end in sorted((low, high), key=abs)]
    return speaker.say(POINTS, value=joined((ends[0], ends[1]), speaker.lang))


def _points(value: float, speaker: Speaking) -> str:
    return in_percents(value, "difference", speaker.lang)
