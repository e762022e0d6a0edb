"""The answers of like with like, a sentence for each code."""

from collections.abc import Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.results import Answer
from waterpas.texts import mark

SEEN = mark(
    "Een verschil van minstens %(size)s per 1.000 bij gelijke gevallen hadden wij met deze "
    "aantallen waarschijnlijk gezien, een kleiner vaak niet."
)
ANSWERS = {
    "difference-stays": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s "
        "met %(group)s %(difference_like_with_like_way)s %(verb_1)s dan %(reference)s: "
        "%(difference_like_with_like_size)s %(difference_like_with_like_count)s van elke 1.000. "
        "Het verschil blijft dus bestaan. Het ligt waarschijnlijk tussen "
        "%(difference_like_with_like_low)s en %(difference_like_with_like_high)s per 1.000. "
        "Zonder gelijke gevallen te vergelijken is het %(difference)s per 1.000."
    ),
    "difference-turns": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s "
        "met %(group)s %(difference_like_with_like_way)s %(verb_1)s dan %(reference)s: "
        "%(difference_like_with_like_size)s %(difference_like_with_like_count)s van elke 1.000. "
        "Het verschil draait dus om. Het ligt waarschijnlijk tussen "
        "%(difference_like_with_like_low)s en %(difference_like_with_like_high)s per 1.000. "
        "Zonder gelijke gevallen te vergelijken is het %(difference)s per 1.000."
    ),
    "difference-appears": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s "
        "met %(group)s %(difference_like_with_like_way)s %(verb_1)s dan %(reference)s: "
        "%(difference_like_with_like_size)s %(difference_like_with_like_count)s van elke 1.000. "
        "Dat verschil was nog niet te zien toen alles bij elkaar stond. Het ligt waarschijnlijk "
        "tussen %(difference_like_with_like_low)s en %(difference_like_with_like_high)s per "
        "1.000."
    ),
    "difference-gone": mark(
        "Tussen %(unit)s met %(group)s en %(reference)s is er een verschil van %(difference)s per "
        "1.000. Vergelijken wij gelijke gevallen (gelijk in %(asked_given)s), dan is er geen "
        "verschil meer aangetoond: het ligt waarschijnlijk tussen "
        "%(difference_like_with_like_low)s en %(difference_like_with_like_high)s per 1.000. Dat "
        "wil niet zeggen dat er niets is: de weg naar een gelijk geval kan zelf ongelijk zijn. "
        "%(could_see)s"
    ),
    "indication": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s "
        "met %(group)s %(difference_like_with_like_way)s %(verb_1)s dan %(reference)s: "
        "%(difference_like_with_like_size)s %(difference_like_with_like_count)s van elke 1.000. "
        "Dit is een aanwijzing, nog geen vastgesteld verschil: het ligt waarschijnlijk tussen "
        "%(difference_like_with_like_low)s en %(difference_like_with_like_high)s per 1.000."
    ),
    "not-shown": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) is tussen %(unit)s met %(group)s en "
        "%(reference)s geen verschil aangetoond, en ook niet uitgesloten: alles van "
        "%(difference_like_with_like_low)s tot %(difference_like_with_like_high)s per 1.000 kan "
        "nog. %(could_see)s"
    ),
    "too-few": mark(
        "Er zijn te weinig %(unit)s met %(group)s van wie het geval gelijk is aan dat van "
        "%(reference)s. Daarover zeggen wij niets. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "cannot-no-overlap": mark(
        "%(unit)s met %(group)s en %(reference)s hebben nooit een gelijk geval (gelijk in "
        "%(asked_given)s). Zo zijn zij niet te vergelijken. Neem minder kolommen, of grotere "
        "groepen in een kolom."
    ),
    "cannot-no-variation": mark(
        "Bij gelijke gevallen (gelijk in %(asked_given)s) krijgt steeds iedereen de uitkomst, of "
        "juist niemand. Dan is er tussen %(unit)s met %(group)s en %(reference)s niets te "
        "vergelijken."
    ),
    "cannot-hidden": mark(
        "De bron verborg zo veel aantallen dat wij %(unit)s met %(group)s en %(reference)s niet "
        "met gelijke gevallen kunnen vergelijken."
    ),
    "indication-hidden-more": mark(
        "De bron verborg een deel van de aantallen. Wat zij ook waren: bij gelijke gevallen "
        "(gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s met %(group)s vaker "
        "%(verb_1)s dan %(reference)s. Hoeveel vaker weten wij niet."
    ),
    "indication-hidden-less": mark(
        "De bron verborg een deel van de aantallen. Wat zij ook waren: bij gelijke gevallen "
        "(gelijk in %(asked_given)s) %(verb_0)s %(organisation)s %(unit)s met %(group)s minder "
        "vaak %(verb_1)s dan %(reference)s. Hoeveel minder vaak weten wij niet."
    ),
    "differs-per-stratum": mark(
        "Let op bij %(group)s: het verschil is niet overal in %(asked_given)s even groot. Het "
        "gemiddelde verbergt dat. Kijk dus ook per deel."
    ),
}


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """The smallest difference that could have been seen; empty where there is no such figure."""
    seen = speaker.result.figure("smallest-alike", answer.of)
    if seen is None or seen.value is None:
        return {"could_see": ""}
    return {"could_see": speaker.say(SEEN, size=speaker.size(seen))}
