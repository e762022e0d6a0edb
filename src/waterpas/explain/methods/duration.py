"""How long it takes, and who gives up: waiting times of groups, in plain words."""

from waterpas.codebooks.columns import (
    names_days,
    names_decision,
    names_endings,
    names_giving_up,
)
from waterpas.explain.methods.duration_answers import ANSWERS
from waterpas.explain.methods.duration_bounds import FIGURES as BETWEEN
from waterpas.explain.methods.duration_picture import listed, picture
from waterpas.explain.methods.duration_words import QUESTION, words
from waterpas.explain.methods.model import Ask, Method
from waterpas.measure.duration import duration
from waterpas.texts import mark

FIGURES = {
    "counted": mark("verschil in gemiddelde wachttijd"),
    "mean": mark("gemiddelde wachttijd"),
    "reference-mean": mark("gemiddelde wachttijd van wie ermee vergeleken is"),
    "mean-difference": mark("verschil in gemiddelde wachttijd"),
    "smallest-difference": mark("kleinste verschil dat wij waarschijnlijk hadden gezien"),
    "median": mark("na zo veel dagen heeft de helft een besluit"),
    "reference-median": mark("hetzelfde bij wie ermee vergeleken is"),
    "within": mark("een besluit binnen de termijn"),
    "reference-within": mark("een besluit binnen de termijn, bij wie ermee vergeleken is"),
    "within-difference": mark("verschil in besluiten binnen de termijn"),
    "gave-up": mark("afgehaakt vóór er een besluit was"),
    "reference-gave-up": mark("afgehaakt, bij wie ermee vergeleken is"),
    "gave-up-difference": mark("verschil in afhaken"),
    "gave-up-ratio": mark("hoeveel keer zo vaak afgehaakt"),
    **BETWEEN,
}
UNSAID = {
    "why": mark(
        "Dit zegt niet waarom het langer duurt of waarom iemand afhaakt. Vraag het aan mensen die "
        "wachtten, en aan wie afhaakte."
    ),
    "not-alike": mark(
        "Het vergelijkt geen gelijke gevallen. Aanvragen kunnen verschillen. Kijk ook of dat "
        "verschil zelf bij de aanpak hoort, zoals vaker om papieren vragen."
    ),
    "after-horizon": mark("Bij het gemiddelde telt niet mee wat er na die dagen gebeurt."),
    "before-start": mark("Wie nooit aan een aanvraag begon, staat niet in de tabel."),
}
NOTES = {
    "coarse": mark(
        "In de tabel zit een klein deel. Daarom tonen wij alleen de belangrijkste cijfers: in hele "
        "dagen (onder de tien dagen met één cijfer achter de komma), en afgerond op tientallen per "
        "1.000. Elk cijfer is apart afgerond. Rekent u zelf met de afgeronde cijfers, dan kan er "
        "iets anders uitkomen."
    ),
    "horizon-chosen": mark(
        "Wij kijken naar de eerste %(days)s dagen: wie langer wacht, telt voor zo veel dagen. "
        "Langer kan niet, want daarna wachten er in een groep te weinig mensen."
    ),
    "horizon-asked": mark(
        "U koos de eerste %(days)s dagen: wie langer wacht, telt voor zo veel dagen."
    ),
    "who-stayed": mark(
        "Wie afhaakt, telt bij de wachttijd mee tot die dag. De wachttijd gaat dus over wie bleef. "
        "Haken vooral mensen af die lang moesten wachten, dan lijkt het wachten korter dan het was."
    ),
    "giving-up-until": mark(
        "Er zijn nog open zaken. Daarom telt afhaken mee in de eerste %(days)s dagen."
    ),
    "still-open": mark(
        "Er zijn %(people)s zaken nog open. Zij tellen mee tot de laatste dag die bekend is."
    ),
    "open-values": mark("Als nog open tellen: %(levels)s."),
    "still-open-some": mark(
        "Sommige zaken zijn nog open. Zij tellen mee tot de laatste dag die bekend is."
    ),
    "open-values-some": mark("Wat geen besluit is en geen afhaken, telt als nog open."),
    "all-decided": mark(
        "Er is geen kolom gekozen die zegt hoe het afliep. Iedereen in de tabel telt dus als "
        "iemand met een besluit, ook wie nog wacht of afhaakte."
    ),
    "giving-up-not-chosen": mark(
        "U koos geen waarde van '%(column)s' die afhaken betekent. Alles wat geen besluit is, telt "
        "nu als nog open."
    ),
    "days-unknown": mark(
        "Van %(people)s is in '%(column)s' niet bekend hoeveel dagen het duurde. Zij tellen niet "
        "mee."
    ),
    "days-unknown-some": mark(
        "Van sommigen is in '%(column)s' niet bekend hoeveel dagen het duurde. Zij tellen niet mee."
    ),
    "rounded-in-bounds": mark(
        "De aantallen zijn afgerond op %(to)s. Daarom staat er bij zulke groepen wat het op zijn "
        "minst en op zijn meest kan zijn, elk met de onzekerheid door toeval. Bij het gemiddelde "
        "is dat ruimer dan strikt nodig: per dag met de ongunstigste aantallen. Een rij die niet "
        "in de tabel staat, telt als niemand. Wij geven van een groep niets vrij als een afgerond "
        "aantal om minder dan tien mensen kan gaan. Dat geldt ook voor een 0."
    ),
    "hidden-in-bounds": mark(
        "De bron verborg aantallen. Wij rekenen met alles wat zij kunnen zijn. Daarom staat er bij "
        "zulke groepen wat het op zijn minst en op zijn meest kan zijn. Wij geven daar niets van "
        "vrij."
    ),
    "median-not-reached": mark("In deze tijd kreeg minder dan de helft een besluit."),
    "median-open-end": mark(
        "Na hoeveel dagen de helft een besluit heeft, is naar boven niet te begrenzen."
    ),
    "ratio-undefined": mark(
        "Hoeveel keer zo vaak, is niet te zeggen: aan één kant haakte niemand af."
    ),
}
ASKS = (
    Ask(
        name="days",
        kind="amounts",
        label=mark("In welke kolom staat hoeveel dagen het duurde?"),
        help=mark(
            "Van het begin tot het besluit, of tot iemand afhaakte. Is het nog open: tot de dag "
            "waarop de tabel is gemaakt. Hele weken in dagen (7, 14, 21) mag ook."
        ),
        looks=names_days,
    ),
    Ask(
        name="ended",
        kind="column",
        label=mark("In welke kolom staat hoe het afliep?"),
        help=mark(
            "Kiest u niets, dan kreeg iedereen een besluit. Kiest u een kolom, zeg dan ook "
            "welke waarde een besluit is, en welke afhaken is."
        ),
        required=False,
        looks=names_endings,
    ),
    Ask(
        name="decided",
        kind="level",
        of="ended",
        label=mark("Welke waarde betekent dat er een besluit is?"),
        help=mark(
            "Alles wat geen besluit en geen afhaken is, telt als nog open. Ook wat onbekend is."
        ),
        required=False,
        looks=names_decision,
        with_of=True,
    ),
    Ask(
        name="gave_up",
        kind="level",
        of="ended",
        label=mark("Welke waarde betekent dat iemand afhaakte?"),
        help=mark(
            "Bijvoorbeeld: ingetrokken. Kiest u niets, dan zeggen wij niets over afhaken en telt "
            "het als nog open."
        ),
        first=False,
        required=False,
        looks=names_giving_up,
    ),
    Ask(
        name="term",
        kind="number",
        label=mark("Binnen hoeveel dagen hoort er een besluit te zijn?"),
        help=mark(
            "De termijn die bij u geldt; acht weken is 56 dagen. Wij tellen dan ook wie daarbinnen "
            "een besluit kreeg. Kiest u niets, dan laten wij dat weg."
        ),
        first=False,
        required=False,
        lowest=1,
        highest=3650,
    ),
    Ask(
        name="horizon",
        kind="number",
        label=mark("Naar hoeveel dagen wilt u kijken?"),
        help=mark(
            "Wie langer wacht, telt voor zo veel dagen. Kiest u niets, dan nemen wij het grootste "
            "aantal hele weken waarop in elke groep die wij tonen nog tien mensen wachten. Kiest u "
            "meer, dan tonen wij het gemiddelde niet."
        ),
        first=False,
        required=False,
        lowest=1,
        highest=3650,
    ),
)

METHOD = Method(
    id="duration",
    question=QUESTION,
    about=mark(
        "Hoeveel dagen het duurt tot er een besluit is, voor elke groep naast een andere. En welk "
        "deel afhaakt vóór er een besluit is."
    ),
    needs=mark(
        "Een tabel met per groep, per aantal dagen en per afloop hoeveel aanvragen er waren. De "
        "dagen mogen op weken zijn afgerond. De afloop is: besluit, ingetrokken, of nog open. "
        "Staat er herkomst in? Geef dan elke groep dezelfde rijen, ook waar het er 0 zijn: zo ziet "
        "Waterpas dat het aantallen zijn. Zonder herkomst mag het ook één rij per aanvraag zijn."
    ),
    asks=ASKS,
    measure=duration,
    answers=ANSWERS,
    figures=FIGURES,
    unsaid=UNSAID,
    notes=NOTES,
    method_note=mark(
        "Wachttijd: Kaplan-Meier, met wie afhaakt of nog open is als gecensureerd. Gemiddelde tot "
        "de horizon: het oppervlak onder die lijn (restricted mean), variantie van Greenwood, "
        "normaal interval. Mediaan: interval van Brookmeyer en Crowley op de schaal log(-log). "
        "Besluit binnen de termijn en afhaken: cumulatieve incidentie van Aalen en Johansen, "
        "zonder open zaken gewone delen; intervallen van Wilson, Newcombe en Katz voor zo veel "
        "mensen als bij die variantie horen. Bij afgeronde of verborgen aantallen: grenzen over "
        "alle mogelijke tellingen, met die intervallen om de uiterste. P-waarden aangepast volgens "
        "Benjamini-Hochberg, over alle groepen en vragen samen."
    ),
    words=words,
    picture=picture,
    listed=listed,
    references=("level", "everybody-else"),
    outcome=False,
    leads_to="decision-points",
)
