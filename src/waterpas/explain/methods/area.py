"""Place: what the percentages of neighbourhoods can say about people, and what they cannot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from waterpas.codebooks.neighbourhoods import OUTSIDE_EUROPE, is_area, is_share
from waterpas.explain.methods.area_picture import QUESTION, picture
from waterpas.explain.methods.area_words import GROUPS, words
from waterpas.explain.methods.model import Ask, Method
from waterpas.measure.area import area
from waterpas.measure.areas.asked import without_small
from waterpas.measure.areas.joined import EVERYBODY, SOME
from waterpas.results import Measured, Reference
from waterpas.tallies.tally import Tally
from waterpas.texts import mark


def measure(tally: Tally, *, reference: Reference, **call: Any) -> Measured:
    """The same; areas are compared with nobody."""
    return area(tally, **call)


ANSWERS = {
    "not-told": mark(
        "%(first)s. Of dit bij %(unit)s %(who)s vaker gebeurt dan bij anderen, is zo niet te "
        "zeggen. Van elke 1.000 van hen %(verb_0)s %(organisation)s er ergens tussen "
        "%(group_least)s en %(group_most)s %(verb_1)s; van elke 1.000 anderen ergens tussen "
        "%(others_least)s en %(others_most)s. Alles daartussen past even goed bij deze cijfers: "
        "van %(gap_from)s tot %(gap_to)s. %(chance)s"
    ),
    "more": mark(
        "%(first)s. Toch kan het hier niet anders: dit gebeurt bij %(unit)s %(who)s vaker dan bij "
        "anderen. Van elke 1.000 van hen %(verb_0)s %(organisation)s er minstens %(group_least)s "
        "en hoogstens %(group_most)s %(verb_1)s; van elke 1.000 anderen minstens %(others_least)s "
        "en hoogstens %(others_most)s. Het verschil loopt van %(gap_from)s tot %(gap_to)s. "
        "%(chance)s Dat komt doordat buurten hier sterk verschillen in wie er woont."
    ),
    "less": mark(
        "%(first)s. Toch kan het hier niet anders: dit gebeurt bij %(unit)s %(who)s minder vaak "
        "dan bij anderen. Van elke 1.000 van hen %(verb_0)s %(organisation)s er minstens "
        "%(group_least)s en hoogstens %(group_most)s %(verb_1)s; van elke 1.000 anderen minstens "
        "%(others_least)s en hoogstens %(others_most)s. Het verschil loopt van %(gap_from)s tot "
        "%(gap_to)s. %(chance)s Dat komt doordat buurten hier sterk verschillen in wie er woont."
    ),
    "perhaps-more": mark(
        "%(first)s. Er is een aanwijzing dat dit bij %(unit)s %(who)s vaker gebeurt dan bij "
        "anderen: het verschil loopt van %(gap_from)s tot %(gap_to)s. Vastgesteld is dat niet, "
        "want toeval kan het ook geven. %(chance)s"
    ),
    "perhaps-less": mark(
        "%(first)s. Er is een aanwijzing dat dit bij %(unit)s %(who)s minder vaak gebeurt dan bij "
        "anderen: het verschil loopt van %(gap_from)s tot %(gap_to)s. Vastgesteld is dat niet, "
        "want toeval kan het ook geven. %(chance)s"
    ),
    "cannot-some": mark(
        "%(first)s. Over %(unit)s %(who)s is zo niets te zeggen: bij hen kan het nooit gebeurd "
        "zijn, en ook altijd. Dit kan wel: vraag het CBS om uw telling naar herkomst, of houd een "
        "anonieme enquête."
    ),
    "cannot-bounds": mark(
        "%(first)s. Over %(unit)s %(who)s is zo niets te zeggen: bij hen kan het nooit gebeurd "
        "zijn, en ook altijd. Dit kan wel: vraag het CBS om uw telling naar herkomst."
    ),
    "cannot-not-everybody": mark(
        "Dit kan zo niet. U zei dat alle inwoners zijn geteld, maar er wonen heel andere aantallen "
        "dan in uw telling staan. Kies dat u een deel van de inwoners telde."
    ),
    "cannot-nobody": mark(
        "%(first)s. Over %(unit)s %(who)s is zo niets te zeggen: in deze buurten wonen er te "
        "weinig."
    ),
    "cannot-everybody": mark(
        "%(first)s. Over %(unit)s %(who)s is zo niets te zeggen: in deze buurten wonen bijna geen "
        "anderen om mee te vergelijken."
    ),
    "too-few": mark(
        "%(first)s. Wij tonen hier niets: in een of meer buurten zijn er minder dan tien mensen "
        "met of zonder de uitkomst. %(advice)s Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "areas-more": mark(
        "In buurten waar veel inwoners %(who)s wonen, gebeurt het vaker dan in buurten waar zij "
        "weinig wonen. Van elke 1.000 %(unit)s %(verb_0)s %(organisation)s er %(areas_high)s "
        "%(verb_1)s in buurten met een hoog percentage, en %(areas_low)s in buurten met een laag "
        "percentage. Dat scheelt %(areas_gap_size)s per 1.000. %(areas_between)s Dit gaat over "
        "buurten. Bij wie het daar gebeurt, is hiermee niet bekend."
    ),
    "areas-less": mark(
        "In buurten waar veel inwoners %(who)s wonen, gebeurt het minder vaak dan in buurten waar "
        "zij weinig wonen. Van elke 1.000 %(unit)s %(verb_0)s %(organisation)s er %(areas_high)s "
        "%(verb_1)s in buurten met een hoog percentage, en %(areas_low)s in buurten met een laag "
        "percentage. Dat scheelt %(areas_gap_size)s per 1.000. %(areas_between)s Dit gaat over "
        "buurten. Bij wie het daar gebeurt, is hiermee niet bekend."
    ),
    "perhaps-areas-more": mark(
        "Er is een aanwijzing dat het vaker gebeurt in buurten waar veel inwoners %(who)s wonen: "
        "%(areas_high)s van elke 1.000 %(unit)s, tegen %(areas_low)s in buurten waar zij weinig "
        "wonen. Vastgesteld is dat niet. %(areas_between)s Dit gaat over buurten. Bij wie het daar "
        "gebeurt, is hiermee niet bekend."
    ),
    "perhaps-areas-less": mark(
        "Er is een aanwijzing dat het minder vaak gebeurt in buurten waar veel inwoners %(who)s "
        "wonen: %(areas_high)s van elke 1.000 %(unit)s, tegen %(areas_low)s in buurten waar zij "
        "weinig wonen. Vastgesteld is dat niet. %(areas_between)s Dit gaat over buurten. Bij wie "
        "het daar gebeurt, is hiermee niet bekend."
    ),
    "areas-not-shown": mark(
        "Dat het in buurten waar veel inwoners %(who)s wonen vaker of minder vaak gebeurt, is niet "
        "aangetoond. Het is ook niet uitgesloten. %(areas_between)s"
    ),
    "areas-cannot": mark(
        "Buurten met een hoog en een laag percentage zijn zo niet te vergelijken: het zijn te "
        "weinig buurten, of te weinig mensen met of zonder de uitkomst."
    ),
    "areas-cannot-alike": mark(
        "Buurten met een hoog en een laag percentage zijn zo niet te vergelijken: het percentage "
        "is in alle of de meeste buurten gelijk."
    ),
    "areas-cannot-secret": mark(
        "Buurten met een hoog en een laag percentage zijn zo niet te vergelijken: van te veel "
        "buurten is het percentage geheim of onbekend."
    ),
    "hidden": mark(
        "Dit tonen wij niet: het gaat om te weinig mensen, of het zou verraden hoe het met een "
        "kleine groep zit."
    ),
}
FIGURES = {
    "counted": mark("wat over mensen te zeggen is"),
    "group-least": mark("de groep: hoe vaak, minstens"),
    "group-most": mark("de groep: hoe vaak, hoogstens"),
    "others-least": mark("anderen: hoe vaak, minstens"),
    "others-most": mark("anderen: hoe vaak, hoogstens"),
    "gap-least": mark("verschil van de groep met anderen, minstens"),
    "gap-most": mark("verschil van de groep met anderen, hoogstens"),
    "areas-low": mark("buurten met een laag percentage: hoe vaak"),
    "areas-middle": mark("buurten daartussenin: hoe vaak"),
    "areas-high": mark("buurten met een hoog percentage: hoe vaak"),
    "areas-gap": mark("verschil van hoge met lage percentages, tussen buurten"),
}
UNSAID = {
    "not-who": mark(
        "Dit zegt niets over een mens. Waterpas raadt van niemand de herkomst, en een postcode is "
        "geen herkomst."
    ),
    "areas-not-people": mark(
        "Gebeurt het vaker in buurten waar een groep veel woont, dan hoeft het bij die groep niet "
        "vaker te gebeuren. Het kan juist bij de anderen in die buurten gebeuren."
    ),
    "why": mark(
        "Dit zegt niet waarom buurten verschillen: dat kan ook liggen aan inkomen, woningen, "
        "leeftijd, of waar wordt gecontroleerd."
    ),
    "other-shares": mark(
        "De percentages zijn van één dag (1 januari) en gaan over wie er stond ingeschreven. Uw "
        "telling kan over een ander jaar gaan."
    ),
}
NOTES = {
    "areas-small": mark(
        "In %(areas)s van de %(all)s gebieden zijn er minder dan tien mensen met of zonder de "
        "uitkomst. Zij staan in de weg. Welke dat zijn, en hoeveel mensen het zijn, zeggen wij "
        "niet."
    ),
    "areas-left-out": mark("Van deze gebieden zijn geen percentages gevonden: %(levels)s."),
    "areas-left-out-some": mark(
        "Van sommige gebieden zijn geen percentages gevonden. Zij tellen niet mee."
    ),
    "area-unknown": mark(
        "Van %(people)s mensen is niet bekend in welke buurt zij wonen. Zij tellen niet mee."
    ),
    "area-unknown-some": mark(
        "Van sommigen is niet bekend in welke buurt zij wonen. Zij tellen niet mee."
    ),
    "share-hidden": mark(
        "Van %(areas)s gebieden is het percentage geheim of onbekend. Daar kan het alles zijn, van "
        "0 tot 100 procent."
    ),
    "everybody-unchecked": mark(
        "U zei dat alle inwoners zijn geteld. Dat konden wij niet nagaan: hoeveel mensen er wonen, "
        "staat er niet bij."
    ),
    "classes": mark(
        "Laag is hoogstens %(low_to)s procent, hoog is %(high_from)s procent of meer. Zo zijn "
        "%(areas)s gebieden verdeeld, met in elk deel zo veel mogelijk evenveel mensen."
    ),
    "rounded-in-intervals": mark(
        "De aantallen zijn door de bron afgerond op %(to)s. De grenzen houden daar rekening mee."
    ),
}

OF = Ask(
    name="of",
    kind="choice",
    label=mark("Over welke inwoners gaat uw vraag?"),
    help=mark(
        "Het bestand van het CBS zegt van elke buurt welk deel van de inwoners dit is. Wij kozen "
        "herkomst buiten Europa, als het bestand die heeft."
    ),
)


def asks_of_file(groups: Sequence[str]) -> tuple[Ask, ...]:
    """What is asked where a file has the figures: about which of its groups, not which columns."""
    options = tuple((name, GROUPS[name]) for name in groups)
    default = OUTSIDE_EUROPE if OUTSIDE_EUROPE in groups else groups[0]
    others = (ask for ask in METHOD.asks if ask.name not in {"share", "residents"})
    return (replace(OF, options=options, default=default), *others)


METHOD = Method(
    id="area",
    question=QUESTION,
    about=mark(
        "U ziet tussen welke grenzen het verschil voor een groep moet liggen, als u alleen weet "
        "hoeveel van hen in een buurt wonen. Meestal is het antwoord: dat is zo niet te zeggen."
    ),
    needs=mark(
        "Een tabel met een rij per buurt: de code, hoeveel mensen u telde, hoeveel van hen de "
        "uitkomst hebben, en het percentage van het CBS (Kerncijfers wijken en buurten). Staat het "
        "percentage er niet bij? Kies dan ook het bestand van het CBS. Wij koppelen het aan uw "
        "tabel op de code van de buurt."
    ),
    asks=(
        Ask(
            name="share",
            kind="amounts",
            label=mark("In welke kolom staat het percentage van het CBS?"),
            help=mark(
                "Bijvoorbeeld 'percentage_met_herkomstland_buiten_europa'. Een leeg of geheim "
                "percentage (zoals -99997) telt als onbekend. Staat het percentage niet in uw "
                "tabel? Lees uw tabel dan opnieuw in, en kies ook het bestand van het CBS."
            ),
            looks=is_share,
        ),
        Ask(
            name="counted",
            kind="choice",
            label=mark("Over wie gaat uw telling?"),
            help=mark(
                "Het percentage gaat over alle inwoners. Telde u alleen wie iets aanvroeg of "
                "bezoek kreeg, dan kan de groep daarvan een veel groter of kleiner deel zijn: over "
                "mensen is dan meestal niets te zeggen. Weet u het niet zeker, kies dan een deel."
            ),
            options=(
                (SOME, mark("een deel van de inwoners: wie iets aanvroeg, kreeg of bezoek had")),
                (EVERYBODY, mark("alle inwoners van deze buurten")),
            ),
            default=SOME,
        ),
        Ask(
            name="residents",
            kind="amounts",
            label=mark("In welke kolom staat hoeveel mensen er wonen?"),
            help=mark(
                "Niet nodig. Met deze kolom gaan wij na of u echt iedereen telde. Telde u bijna "
                "iedereen, dan is er toch iets te zeggen. Bij het CBS heet hij 'aantal_inwoners'."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="larger",
            kind="column",
            label=mark("Neemt u buurten samen? In welke kolom staat het grotere gebied?"),
            help=mark(
                "Niet nodig. Heeft een buurt minder dan tien mensen met of zonder de uitkomst, "
                "dan tonen wij geen cijfers. Kies dan een kolom zoals de wijk. Daarvoor moet "
                "bekend zijn hoeveel mensen er wonen, of u telde iedereen."
            ),
            first=False,
            required=False,
        ),
    ),
    measure=measure,
    answers=ANSWERS,
    figures=FIGURES,
    unsaid=UNSAID,
    notes=NOTES,
    words=words,
    picture=picture,
    method_note=mark(
        "Grenzen van Duncan en Davis per gebied, opgeteld naar mensen van de groep; de afronding "
        "van percentages (een half procentpunt) en aantallen zit erin. Toeval: om elke grens het "
        "interval van Wilson (bij een verschil Newcombe), met de kritieke waarde van Imbens en "
        "Manski. Gebieden naar percentage in drie delen, of in twee als er voor drie te weinig "
        "zijn: verschil van het hoogste met het laagste deel, interval van Newcombe. Een schatting "
        "met regressie (Goodman) of een model (King) maken wij niet: die geven één getal waar veel "
        "getallen passen."
    ),
    prepare=without_small,
    references=(),
    groups=Ask(
        name="across",
        kind="column",
        label=mark("In welke kolom staat de buurt?"),
        help=mark("De code of naam van de buurt, wijk of postcode: een rij per gebied."),
        looks=is_area,
    ),
)
