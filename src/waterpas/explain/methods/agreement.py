"""Do two who judge the same file come to the same judgement, in plain words."""

from functools import partial
from typing import Any

from waterpas.codebooks.words import folded
from waterpas.explain.methods.agreement_picture import picture
from waterpas.explain.methods.agreement_words import ANSWERS, QUESTION, words
from waterpas.explain.methods.model import Ask, Method, Settings
from waterpas.measure import agreement as measuring
from waterpas.results import Measured
from waterpas.tallies.tally import Tally
from waterpas.tallies.unordered import keys_for, with_forgotten_order
from waterpas.texts import mark

ASKED = ("first", "second")


def measure(tally: Tally, *, first: str, second: str, **call: Any) -> Measured:
    """The same, of two judgements of each file."""
    return measuring.agreement(tally, raters=(first, second), **call)


def without_order(tally: Tally, settings: Settings) -> Tally:
    """The counts without which of the two gave which judgement, and without their names."""
    return with_forgotten_order(tally, columns=[str(settings[name]) for name in ASKED])


def nameless(settings: Settings) -> Settings:
    """What was chosen, with columns that are called after nobody."""
    return {**settings, **dict(zip(ASKED, keys_for(ASKED), strict=True))}


FIRST = frozenset({"een", "eerste", "first", "one", "beoordelaar 1", "beoordelaar een"})
SECOND = frozenset({"twee", "tweede", "second", "two", "beoordelaar 2", "beoordelaar twee"})


def _is_called(name: str, words: frozenset[str], parts: tuple[str, ...]) -> bool:
    """Whether a column is called by one of these words, or has one of these parts in its name."""
    return folded(name) in words or any(part in folded(name) for part in parts)


FIGURES = {
    "counted": mark("dossiers"),
    "agreed": mark("Twee beoordelaars komen op hetzelfde uit"),
    "by-chance": mark("Zo vaak was het door toeval"),
    "beyond-chance": mark("alfa van Krippendorff: 0 is toeval, 1 is altijd gelijk"),
    "kappa": mark("kappa, zonder wie welk oordeel gaf (pi van Scott)"),
    "reference-agreed": mark("Hetzelfde bij wie ermee vergeleken is"),
    "agreed-difference": mark("Verschil daartussen"),
    "from-file": mark("Deel van de verschillen tussen cijfers dat van het dossier komt"),
    "from-file-same-strictness": mark("Hetzelfde, als alle beoordelaars even streng waren"),
}
UNSAID = {
    "who-is-right": mark(
        "Dit zegt niet welk oordeel goed is. Twee beoordelaars die dezelfde fout maken, komen ook "
        "op hetzelfde uit."
    ),
    "not-who": mark(
        "Wie welk oordeel gaf, vergeet Waterpas voordat het telt. Wie zelf een van twee vaste "
        "beoordelaars is, kent zijn eigen oordelen. Die kan dus wel schatten hoe streng de ander "
        "was. Het is niet gemaakt om medewerkers te beoordelen."
    ),
    "common-judgement": mark(
        "Krijgen bijna alle dossiers hetzelfde oordeel, dan komen twee beoordelaars vanzelf vaak "
        "op hetzelfde uit. Kijk daarom ook hoe vaak dat door toeval was."
    ),
    "seen-before": mark(
        "Zag de tweede beoordelaar het oordeel van de eerste, dan komen zij vaker op hetzelfde uit "
        "dan wanneer elk apart oordeelt."
    ),
}
NOTES = {
    "judged-once": mark(
        "Over %(people)s dossiers zijn geen twee oordelen bekend. Die tellen niet mee."
    ),
    "judged-once-one": mark("Over 1 dossier zijn geen twee oordelen bekend. Dat telt niet mee."),
    "judged-once-some": mark(
        "Over sommige dossiers zijn geen twee oordelen bekend. Die tellen niet mee."
    ),
    "judged-by-some": mark(
        "%(people)s dossiers kregen niet van elke beoordelaar een cijfer. Die tellen niet mee."
    ),
    "judged-by-some-one": mark(
        "1 dossier kreeg niet van elke beoordelaar een cijfer. Dat telt niet mee."
    ),
    "judged-by-some-some": mark(
        "Sommige dossiers kregen niet van elke beoordelaar een cijfer. Die tellen niet mee."
    ),
    "coarse": mark(
        "Wij ronden hier af op tientallen per 1.000, zodat een klein aantal niet terug te rekenen "
        "is."
    ),
    "in-steps": mark(
        "Waterpas telt verschillen in stappen van minstens tien dossiers, en toeval in stappen van "
        "minstens vijftig per 1.000. De onzekerheid is daarvoor ruimer genomen. Zo rekent een "
        "beoordelaar bijna nooit precies uit wat een ander vond."
    ),
    "few-of-a-kind": mark(
        "Bijna alle dossiers kregen hetzelfde oordeel. Hoe ver het boven toeval uitkomt, is minder "
        "zeker dan de grenzen zeggen."
    ),
    "less-than-chance": mark(
        "Beoordelaars liepen zelfs iets verder uiteen dan door toeval. De berekening komt dan "
        "onder 0 uit. Een deel kan dat niet zijn: wij zeggen 0."
    ),
    "few-assessors": mark(
        "Er zijn weinig beoordelaars of weinig dossiers. De onzekerheid kan groter zijn dan hier "
        "staat."
    ),
}


METHOD = Method(
    id="agreement",
    question=QUESTION,
    about=mark(
        "Twee mensen beoordelen dezelfde dossiers. U ziet hoe vaak zij op hetzelfde uitkomen, hoe "
        "vaak dat door toeval was, en of het voor elke groep even vaak is. Wie welk oordeel gaf, "
        "vergeet Waterpas."
    ),
    needs=mark(
        "Dossiers die twee keer zijn beoordeeld, zonder dat de een het oordeel van de ander zag. "
        "Eén rij per dossier met twee kolommen: het ene oordeel en het andere. Of een tabel met "
        "aantallen: hoe vaak elk paar oordelen voorkwam. Een kolom met de groepen mag erbij. U "
        "hebt minstens twintig dossiers per groep nodig. Noem de kolommen niet naar een persoon. "
        "Geven beoordelaars cijfers, of zijn het er meer dan twee? Dat kan hier niet: het platform "
        "zou dan per beoordelaar een kolom bewaren. Het kan wel op uw eigen computer, met de "
        "opdracht waterpas agreement."
    ),
    asks=(
        Ask(
            name="first",
            kind="column",
            label=mark("In welke kolom staat het ene oordeel?"),
            help=mark(
                "Waterpas vergeet meteen wie welk oordeel gaf, en hoe de kolom heet. Zo kan "
                "niemand hiermee een collega beoordelen."
            ),
            looks=partial(
                _is_called, words=FIRST, parts=("oordeel 1", "oordeel een", "eerste oordeel")
            ),
        ),
        Ask(
            name="second",
            kind="column",
            label=mark("In welke kolom staat het andere oordeel?"),
            help=mark(
                "Over hetzelfde dossier, door een ander. Welke u eerst kiest, maakt niet uit."
            ),
            looks=partial(
                _is_called, words=SECOND, parts=("oordeel 2", "oordeel twee", "tweede oordeel")
            ),
            same_as="first",
            apart_from="first",
        ),
    ),
    measure=measure,
    answers=ANSWERS,
    figures=FIGURES,
    unsaid=UNSAID,
    notes=NOTES,
    method_note=mark(
        "Deel van de paren oordelen dat gelijk is, met het interval van Wilson; bij meer dan twee "
        "beoordelaars voor zo veel dossiers als bij die variantie horen. Door toeval: alle "
        "oordelen door elkaar gehusseld. Boven toeval: alfa van Krippendorff, met een jackknife "
        "over dossiers op de schaal log(1 - alfa); kappa is daaruit afgeleid (twee beoordelaars). "
        "Per groep het verschil met het interval van Newcombe, p-waarden aangepast volgens "
        "Benjamini-Hochberg. Bij cijfers: ICC(2,1), waarin strengheid meetelt, en ICC(3,1), waarin "
        "zij niet meetelt, met de intervallen van Shrout en Fleiss."
    ),
    aside=("beyond-chance", "kappa"),
    words=words,
    picture=picture,
    prepare=without_order,
    nameless=nameless,
    together=mark("geen: alle dossiers samen"),
    references=("level", "everybody-else"),
    outcome=False,
    leads_to="decision-points",
)
