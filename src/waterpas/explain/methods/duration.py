"""How long it takes, and who gives up: waiting times of groups, in plain words."""

from waterpas.explain.methods.duration_picture import picture
from waterpas.explain.methods.duration_words import QUESTION, words
from waterpas.explain.methods.model import Ask, Method
from waterpas.measure.duration import duration
from waterpas.texts import mark

WAITING = {
    "longer": mark(
        "Bij %(unit)s met %(group)s duurt het langer tot er een besluit is dan bij %(reference)s. "
        "%(means)s %(difference)s %(half)s"
    ),
    "shorter": mark(
        "Bij %(unit)s met %(group)s duurt het korter tot er een besluit is dan bij %(reference)s. "
        "%(means)s %(difference)s %(half)s"
    ),
    "perhaps-longer": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s langer duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means)s %(difference)s %(half)s"
    ),
    "perhaps-shorter": mark(
        "Er is een aanwijzing dat het bij %(unit)s met %(group)s korter duurt tot er een besluit "
        "is dan bij %(reference)s. Vastgesteld is dat nog niet. %(means)s %(difference)s %(half)s"
    ),
    "not-shown": mark(
        "Dat het bij %(unit)s met %(group)s langer of korter duurt tot er een besluit is dan bij "
        "%(reference)s, is niet aangetoond. Het is ook niet uitgesloten. %(means)s %(difference)s "
        "Een verschil van minstens %(smallest_difference)s dagen hadden wij met deze aantallen "
        "waarschijnlijk gezien, een kleiner vaak niet. %(half)s"
    ),
    "too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen of besluiten "
        "om te zeggen hoe lang het duurt. Niet gezien is niet hetzelfde als niet aanwezig."
    ),
    "cannot-all-open": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "aan één van beide kanten is er nog geen enkel besluit. Maak de tabel later opnieuw."
    ),
    "cannot-empty": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "aan één van beide kanten is van niemand bekend hoeveel dagen het duurde."
    ),
    "cannot-no-days": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: "
        "bijna alle besluiten vielen op de dag zelf."
    ),
    "cannot-too-far": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is tot %(horizon)s dagen "
        "niet te zeggen: zo ver reikt de tabel niet. Kies minder dagen, of maak de tabel later "
        "opnieuw."
    ),
    "cannot-same": mark(
        "Bij %(unit)s met %(group)s en %(reference)s duurde het binnen elke groep bij iedereen "
        "even lang. Dan is niet te zeggen wat toeval is. Kijk na of de dagen kloppen."
    ),
    "cannot-hidden": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: de "
        "bron verborg aantallen. Vraag de aantallen per week of per maand."
    ),
    "cannot-rounded": mark(
        "Hoe lang het duurt bij %(unit)s met %(group)s en %(reference)s, is zo niet te zeggen: de "
        "aantallen zijn afgerond, en dat telt per dag te veel op. Vraag binnen uw eigen "
        "organisatie om de aantallen zonder afronding."
    ),
}
WITHIN = {
    "within-more": mark(
        "%(unit_first)s met %(group)s krijgen vaker binnen %(term)s dagen een besluit dan "
        "%(reference)s. %(within_both)s"
    ),
    "within-less": mark(
        "%(unit_first)s met %(group)s krijgen minder vaak binnen %(term)s dagen een besluit dan "
        "%(reference)s. %(within_both)s"
    ),
    "perhaps-within-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s vaker binnen %(term)s dagen een besluit "
        "krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_both)s"
    ),
    "perhaps-within-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s minder vaak binnen %(term)s dagen een "
        "besluit krijgen dan %(reference)s. Vastgesteld is dat nog niet. %(within_both)s"
    ),
    "within-not-shown": mark(
        "Dat %(unit)s met %(group)s vaker of minder vaak binnen %(term)s dagen een besluit krijgen "
        "dan %(reference)s, is niet aangetoond. %(within_both)s"
    ),
    "within-nobody": mark(
        "Van %(unit)s met %(group)s en van %(reference)s kreeg niemand binnen %(term)s dagen een "
        "besluit."
    ),
    "within-too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen om te zeggen "
        "wie binnen %(term)s dagen een besluit krijgt."
    ),
    "within-cannot": mark(
        "Wie binnen %(term)s dagen een besluit krijgt, is bij %(unit)s met %(group)s en "
        "%(reference)s niet te zeggen: zo ver reikt de tabel niet, of het zijn te weinig mensen."
    ),
}
GIVING_UP = {
    "gave-up-more": mark(
        "%(unit_first)s met %(group)s haken vaker af dan %(reference)s, vóór er een besluit is. "
        "%(gave_up_both)s"
    ),
    "gave-up-less": mark(
        "%(unit_first)s met %(group)s haken minder vaak af dan %(reference)s, vóór er een besluit "
        "is. %(gave_up_both)s"
    ),
    "perhaps-gave-up-more": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s vaker afhaken dan %(reference)s, vóór er "
        "een besluit is. Vastgesteld is dat nog niet. %(gave_up_both)s"
    ),
    "perhaps-gave-up-less": mark(
        "Er is een aanwijzing dat %(unit)s met %(group)s minder vaak afhaken dan %(reference)s, "
        "vóór er een besluit is. Vastgesteld is dat nog niet. %(gave_up_both)s"
    ),
    "gave-up-not-shown": mark(
        "Dat %(unit)s met %(group)s vaker of minder vaak afhaken dan %(reference)s, is niet "
        "aangetoond. Het is ook niet uitgesloten. %(gave_up_both)s"
    ),
    "gave-up-nobody": mark("Van %(unit)s met %(group)s en van %(reference)s haakte niemand af."),
    "gave-up-too-few": mark(
        "Bij %(unit)s met %(group)s, of bij %(reference)s, zijn er te weinig mensen om te zeggen "
        "wie vaker afhaakt."
    ),
    "gave-up-cannot": mark(
        "Wie vaker afhaakt, is bij %(unit)s met %(group)s en %(reference)s niet te zeggen: de "
        "tabel reikt niet ver genoeg, of het zijn te weinig mensen."
    ),
}
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
    "after-horizon": mark("Wat er na die dagen gebeurt, telt niet mee."),
    "before-start": mark("Wie nooit aan een aanvraag begon, staat niet in de tabel."),
}
NOTES = {
    "coarse": mark(
        "In de tabel zit een klein deel. Daarom tonen wij alleen de belangrijkste cijfers: in hele "
        "dagen, en afgerond op tientallen per 1.000."
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
    ),
    Ask(
        name="ended",
        kind="column",
        label=mark("In welke kolom staat hoe het afliep?"),
        help=mark(
            "Kiest u niets, dan kreeg iedereen een besluit. Kiest u een kolom, zeg dan hieronder "
            "wat een besluit is, en bij 'Meer instellingen' wat afhaken is."
        ),
        required=False,
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
            "aantal hele weken waarop in elke groep nog tien mensen wachten."
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
    answers=WAITING | WITHIN | GIVING_UP,
    figures=FIGURES,
    unsaid=UNSAID,
    notes=NOTES,
    method_note=mark(
        "Wachttijd: Kaplan-Meier, met wie afhaakt of nog open is als gecensureerd. Gemiddelde tot "
        "de horizon: het oppervlak onder die lijn (restricted mean), variantie van Greenwood, "
        "normaal interval. Mediaan: interval van Brookmeyer en Crowley op de schaal log(-log). "
        "Besluit binnen de termijn en afhaken: cumulatieve incidentie van Aalen en Johansen, "
        "zonder open zaken gewone delen; intervallen van Wilson, Newcombe en Katz voor zo veel "
        "mensen als bij die variantie horen. P-waarden aangepast volgens Benjamini-Hochberg, over "
        "alle groepen en vragen samen."
    ),
    words=words,
    picture=picture,
    references=("level", "everybody-else"),
    outcome=False,
    leads_to="decision-points",
)
