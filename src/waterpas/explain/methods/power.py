"""Is the group large enough: what can be seen with it, and how many people are needed."""

from waterpas.explain.methods.model import Method
from waterpas.explain.methods.power_picture import QUESTION, picture
from waterpas.explain.methods.power_words import about, sizes
from waterpas.measure.planning import power
from waterpas.texts import mark

ANSWERS = {
    "audit-smallest": mark(
        "Met %(people)s mensen, van wie %(in_group)s in de %(small)sgroep, ziet u een verschil van "
        "ongeveer %(size)s of meer. Een kleiner verschil kan er zijn zonder dat u het ziet."
    ),
    "audit-needed": mark(
        "Om een verschil van %(difference)s te zien, hebt u ongeveer %(needed)s mensen nodig, van "
        "wie %(in_group)s in de %(small)sgroep. Met minder mensen ziet u alleen grotere "
        "verschillen."
    ),
    "chain-smallest": mark(
        "Bij stap %(step)s zijn er nog ongeveer %(in_group)s mensen uit de %(small)sgroep, en u "
        "ziet daar een verschil van ongeveer %(size)s of meer. Een kleiner verschil kan er zijn "
        "zonder dat u het ziet."
    ),
    "chain-needed": mark(
        "Om bij elke stap een verschil van %(difference)s te zien, moeten er ongeveer %(needed)s "
        "mensen beginnen, van wie %(in_group)s uit de %(small)sgroep. Stap %(hardest)s vraagt de "
        "meeste mensen: daar zijn er de minste over."
    ),
    "adjusted-smallest": mark(
        "Met %(people)s mensen, van wie %(in_group)s in de %(small)sgroep, ziet u tussen mensen "
        "die op elkaar lijken een verschil van ongeveer %(size)s of meer. Een kleiner verschil "
        "kan er zijn zonder dat u het ziet. %(lost)s"
    ),
    "adjusted-needed": mark(
        "Om tussen mensen die op elkaar lijken een verschil van %(difference)s te zien, hebt u "
        "ongeveer %(needed)s mensen nodig, van wie %(in_group)s in de %(small)sgroep. %(lost)s"
    ),
    "intersections-smallest": mark(
        "Met %(people)s mensen ziet u bij een combinatie van %(in_group)s mensen een verschil met "
        "alle anderen van ongeveer %(size)s of meer. Een kleiner verschil kan er zijn zonder dat u "
        "het ziet."
    ),
    "intersections-needed": mark(
        "Om bij een kleine combinatie een verschil van %(difference)s met alle anderen te zien, "
        "hebt u ongeveer %(needed)s mensen nodig, van wie %(in_group)s in die combinatie. Met "
        "minder mensen ziet u alleen grotere verschillen."
    ),
    "deciders-smallest": mark(
        "Met %(asked_deciders)s beslissers en ongeveer %(each)s zaken per beslisser ziet u het als "
        "een strenge en een soepele beslisser ongeveer %(size)s of meer verschillen. Een kleiner "
        "verschil kan er zijn zonder dat u het ziet."
    ),
    "deciders-needed": mark(
        "Om te zien dat een strenge en een soepele beslisser %(difference)s verschillen, hebt u "
        "ongeveer %(needed)s zaken nodig: %(each)s per beslisser. Met minder zaken ziet u alleen "
        "grotere verschillen."
    ),
    "pay-smallest": mark(
        "Met %(people)s mensen, van wie %(in_group)s in de %(small)sgroep, ziet u een verschil in "
        "het gemiddelde loon van ongeveer %(size)s of meer. Een kleiner verschil kan er zijn "
        "zonder dat u het ziet."
    ),
    "pay-needed": mark(
        "Om een verschil van %(difference)s in het gemiddelde loon te zien, hebt u ongeveer "
        "%(needed)s mensen nodig, van wie %(in_group)s in de %(small)sgroep. Met minder mensen "
        "ziet u alleen grotere verschillen."
    ),
    "risk_profile-smallest": mark(
        "Van %(people)s mensen is bekend of er iets te vinden was, en u ziet dan een verschil van "
        "ongeveer %(size)s of meer in hoe vaak het profiel zich vergist. Het gaat om %(in_group)s "
        "mensen uit de %(small)sgroep. Een kleiner verschil kan er zijn zonder dat u het ziet."
    ),
    "risk_profile-needed": mark(
        "Om een verschil van %(difference)s te zien in hoe vaak het profiel zich vergist, moet van "
        "ongeveer %(needed)s mensen bekend zijn of er iets te vinden was. Daarvan tellen "
        "%(in_group)s mensen uit de %(small)sgroep mee."
    ),
    "change-smallest": mark(
        "Met %(people)s mensen per periode, van wie %(in_group)s in de %(small)sgroep, ziet u het "
        "als het verschil ongeveer %(size)s of meer verandert. Een kleinere verandering kan er "
        "zijn zonder dat u haar ziet."
    ),
    "change-needed": mark(
        "Om te zien dat het verschil met %(difference)s verandert, hebt u in elke periode ongeveer "
        "%(needed)s mensen nodig, van wie %(in_group)s in de %(small)sgroep. Met minder mensen "
        "ziet u alleen grotere veranderingen."
    ),
    "change-periods": mark(
        "Met %(people)s mensen per periode kunt u na %(periods_said)s zien of het verschil met "
        "%(difference)s is veranderd. Wie eerder kijkt, ziet alleen een grotere verandering."
    ),
    "change-never": mark(
        "Met %(people)s mensen per periode ziet u een verandering van %(difference)s niet, hoe "
        "lang u ook wacht. Er zijn te weinig mensen geteld vóór het begin. Neem er oudere "
        "periodes bij, of tel samen met buurgemeenten."
    ),
    "duration-smallest": mark(
        "Met %(people)s mensen, van wie %(in_group)s in de %(small)sgroep, ziet u het als die "
        "groep ongeveer %(size)s of meer langer of korter wacht. Een kleiner verschil kan er zijn "
        "zonder dat u het ziet."
    ),
    "duration-needed": mark(
        "Om te zien dat de %(small)sgroep %(difference)s langer of korter wacht, hebt u ongeveer "
        "%(needed)s mensen nodig, van wie %(in_group)s in die groep. Met minder mensen ziet u "
        "alleen grotere verschillen."
    ),
    "never-higher": mark(
        "Is het bij de %(small)sgroep juist meer dan bij de anderen, dan ziet u dat niet, hoe "
        "groot dat verschil ook is."
    ),
    "never-lower": mark(
        "Is het bij de %(small)sgroep juist minder dan bij de anderen, dan ziet u dat niet, hoe "
        "groot dat verschil ook is."
    ),
    "cannot-see": mark(
        "Dit kan bij u niet: met %(in_group)s mensen in de %(small)sgroep ziet u geen verschil, "
        "hoe groot het ook is. Dit kan wel: samen met buurgemeenten, meer jaren bij elkaar, of "
        "verhalen van mensen."
    ),
    "cannot-too-few": mark(
        "Dit kan bij u niet: een van de groepen heeft dan minder dan tien mensen, en daarover "
        "zegt Waterpas niets. Dit kan wel: samen met buurgemeenten, meer jaren bij elkaar, of "
        "verhalen van mensen."
    ),
    "cannot-enough": mark(
        "Dit kan niet: zo'n klein verschil ziet u nooit, met hoeveel mensen ook. Kies een groter "
        "verschil, of luister naar verhalen van mensen."
    ),
    "cannot-no-overlap": mark(
        "Dit kan zo niet: geen enkele soort mensen komt in beide groepen voor, dus niemand lijkt "
        "op iemand uit de andere groep. Neem kenmerken waarin de groepen meer op elkaar lijken."
    ),
    "cannot-few-deciders": mark(
        "Dit kan bij u niet: er zijn minstens tien beslissers nodig, met elk twintig zaken. Dit "
        "kan wel: samen met buurgemeenten, of een gesprek over de ruimte in de regel."
    ),
    "cannot-few-each": mark(
        "Dit kan bij u niet: elke beslisser heeft minstens twintig zaken nodig, en dit zijn er "
        "%(each)s. Dit kan wel: meer jaren bij elkaar, of samen met buurgemeenten."
    ),
}
FIGURES = {
    "people": mark("Mensen samen"),
    "change-people": mark("Mensen samen, per periode"),
    "change-needed": mark("Samen nodig, per periode"),
    "change-in-group": mark("Mensen in de groep, per periode"),
    "change-in-reference": mark("Mensen met wie u vergelijkt, per periode"),
    "cases": mark("Zaken samen"),
    "needed": mark("Samen nodig"),
    "each": mark("Zaken per beslisser"),
    "in-group": mark("Mensen in de groep"),
    "in-reference": mark("Mensen met wie u vergelijkt"),
    "smallest": mark("Kleinste verschil dat u ziet"),
    "smallest-higher": mark("Kleinste verschil dat u ziet, als het bij de groep meer is"),
    "smallest-lower": mark("Kleinste verschil dat u ziet, als het bij de groep minder is"),
    "smallest-with": mark("Kleinste verschil dat u dan ziet"),
    "periods": mark("Periodes na het begin"),
    "kept": mark("Deel van de mensen dat meetelt"),
    "comparisons": mark("Vergelijkingen tegelijk"),
}
UNSAID = {
    "no-verdict": mark(
        "Dit gaat alleen over aantallen. Het zegt niet of er een verschil is, en niet of het "
        "terecht is."
    ),
    "smaller-can-be": mark(
        "Een verschil dat u niet kunt zien, kan er zijn en kan belangrijk zijn. Verhalen van "
        "mensen laten dan meer zien dan cijfers."
    ),
    "if-it-is-so": mark(
        "Het klopt alleen als de aantallen en aandelen ongeveer zijn wat u invulde. Komen er "
        "minder mensen, reken dan opnieuw."
    ),
}
NOTES = {
    "seen-so-often": mark(
        "Is het verschil in het echt precies zo groot, dan ziet u het in ongeveer %(times)s van de "
        "100 keer. Is het groter, dan vaker."
    ),
    "comparisons": mark(
        "U vergelijkt %(count)s keer tegelijk. Elke vergelijking moet dan zekerder zijn. Daar is "
        "mee gerekend, alsof maar één groep verschilt."
    ),
    "others-as-small": mark(
        "Er is gerekend alsof de andere groepen even klein zijn als de kleinste. De rest is de "
        "groep waarmee u vergelijkt."
    ),
    "careful": mark(
        "Bij combinaties kijkt Waterpas extra streng, omdat er veel zijn. Bij kleine combinaties "
        "is dit antwoord daarom aan de voorzichtige kant."
    ),
    "ups-and-downs": mark(
        "Met acht periodes aan elke kant kijkt Waterpas ook of het schommelt. Schommelt het bij u "
        "meer dan toeval, dan hebt u meer mensen nodig."
    ),
    "rough": mark(
        "Het gaat om weinig mensen. Neem dit antwoord als een schatting, niet op een paar mensen "
        "precies."
    ),
    "roomy": mark(
        "Bij zulke kleine groepen is dit plan ruim. In onze proef met 80 van de 100 was zo'n "
        "verschil in 87 tot 89 van de 100 keer te zien."
    ),
}
METHOD_NOTE = mark(
    "Twee kansen: formule van Fleiss, Levin en Paik (ongelijke groepen: Fleiss, Tytun en Ury), als "
    "power.prop.test in R. Mensen die op elkaar lijken: dezelfde formule met gewichten volgens "
    "Mantel-Haenszel. Combinaties: gecorrigeerd voor hele aantallen en scheefheid (Cornish en "
    "Fisher). Beslissers: chi-kwadraat voor een variantiecomponent (Scheffé, Satterthwaite) met de "
    "grens van de likelihood-ratio. Loon: niet-centrale t-verdeling, als power.t.test in R, met de "
    "vrijheidsgraden van Welch. Wachttijd: gemiddelde tot de horizon (Royston en Parmar), met de "
    "variantie van Greenwood. Verandering: het interval van de methode bij de verwachte kansen, "
    "vanaf 8 periodes met de t-verdeling. Meer vergelijkingen: elk op 5% gedeeld door hun aantal, "
    "de strengste stap van Benjamini-Hochberg."
)

METHOD = Method(
    id="power",
    question=QUESTION,
    about=mark(
        "U ziet hoe groot een verschil moet zijn om het te zien, of hoeveel mensen u daarvoor "
        "nodig hebt. Een tabel is niet nodig."
    ),
    needs=mark("Alleen hoeveel mensen het ongeveer zijn, en hoe klein de kleinste groep is."),
    asks=(),
    measure=power,
    answers=ANSWERS,
    figures=FIGURES,
    aside=("comparisons",),
    unsaid=UNSAID,
    notes=NOTES,
    words=sizes,
    picture=picture,
    named=about,
    always=True,  # a plan has no intervals
    method_note=METHOD_NOTE,
)
