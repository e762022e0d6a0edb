"""Like with like: whether a difference stays between people whose case is the same."""

from waterpas.explain.methods.adjusted_answers import ANSWERS, words
from waterpas.explain.methods.model import Ask, Method
from waterpas.explain.notes import IN_INTERVALS, NOTES
from waterpas.measure.adjusted import adjusted
from waterpas.measure.like_with_like.asked import FEWEST_DRAWS, MOST_DRAWS
from waterpas.texts import mark

FIGURES = {
    "rate": mark("hoe vaak"),
    "difference": mark("verschil, alles bij elkaar"),
    "difference-like-with-like": mark("verschil bij gelijke gevallen"),
    "smallest-alike": mark(
        "kleinste verschil bij gelijke gevallen dat wij waarschijnlijk hadden gezien"
    ),
    "ratio-like-with-like": mark("hoeveel keer zo vaak bij gelijke gevallen"),
    "composition": mark("deel van het verschil dat samengaat met de verdeling over de gevallen"),
    "within": mark("deel van het verschil binnen gelijke gevallen"),
    "expected-rate": mark("hoe vaak, als de gevallen gelijk verdeeld waren"),
    "expected-rate-reference": mark("hetzelfde, voor wie ermee vergeleken is"),
    "compared": mark("deel van de groep met een gelijk geval aan de andere kant"),
    "compared-reference": mark("deel van de anderen met een gelijk geval in deze groep"),
    "modelled-difference": mark("verschil volgens een logistisch model"),
    "modelled-ratio": mark("verhouding volgens een logistisch model"),
    "odds-ratio": mark("odds ratio (Mantel-Haenszel)"),
    "e-value": mark("E-value"),
    "e-value-limit": mark("E-value van de grens"),
    "no-difference-p": mark("p-waarde (Cochran-Mantel-Haenszel), niet aangepast"),
    "same-everywhere-p": mark("p-waarde (Breslow-Day met Tarone), niet aangepast"),
}
ASIDE = (
    "modelled-difference",
    "modelled-ratio",
    "odds-ratio",
    "e-value",
    "e-value-limit",
    "no-difference-p",
    "same-everywhere-p",
)
UNSAID = {
    "not-why": NOTES["not-why"],
    "not-unmeasured": mark(
        "Gelijk is hier alleen: gelijk in de kolommen die u koos. Wat niet in de tabel staat, is "
        "niet vergeleken."
    ),
    "not-routes": mark(
        "Geen verschil bij gelijke gevallen is niet hetzelfde als gelijke kansen. De weg naar dat "
        "geval kan zelf ongelijk zijn."
    ),
    "made-by-process": mark(
        "Minstens één kolom is door het proces zelf gemaakt. Die kan de weg zijn waarlangs mensen "
        "ongelijk worden behandeld. Dan verdwijnt een verschil dat er wel is."
    ),
}
METHOD_NOTE = mark(
    "Verschil en verhouding bij gelijke gevallen: Mantel-Haenszel over alle combinaties van de "
    "gekozen kolommen (interval van Klingenberg; verhouding volgens Greenland en Robins). Delen "
    "van het verschil: Kitagawa. Gelijke verdeling: directe standaardisatie. Overal even groot: "
    "Breslow-Day met de correctie van Tarone. Daarnaast een logistisch model met "
    "gestandaardiseerde kansen. Of iets een verschil heet, gaat af op p-waarden die zijn aangepast "
    "volgens Benjamini-Hochberg."
)

METHOD = Method(
    id="adjusted",
    question=mark("Blijft er een verschil als wij gelijke gevallen vergelijken?"),
    about=mark(
        "U ziet of een verschil tussen groepen blijft bestaan bij mensen van wie het geval gelijk "
        "is, bijvoorbeeld dezelfde opleiding of dezelfde soort aanvraag."
    ),
    needs=mark("Een tabel met de groepen, de uitkomst, en wat de gevallen gelijk maakt."),
    asks=(
        Ask(
            name="given",
            kind="columns",
            label=mark("Wat moet gelijk zijn?"),
            help=mark(
                "Kies wat al vaststond vóór het proces begon, zoals leeftijd of opleiding. Kies "
                "weinig: hoe meer kolommen, hoe minder gelijke gevallen."
            ),
        ),
        Ask(
            name="made_by_process",
            kind="columns",
            label=mark("Wat daarvan maakte het proces zelf?"),
            help=mark(
                "Bijvoorbeeld een score, een schaal of een eerdere beslissing. Die kolom kan zelf "
                "de weg van ongelijke behandeling zijn. Dat zeggen wij er dan bij."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="bootstrap",
            kind="number",
            label=mark("Hoe vaak wilt u tabellen opnieuw trekken?"),
            help=mark(
                "Voor het verschil en de verhouding in de verantwoording. Kiest u niets, dan "
                "maken wij hun grenzen met een formule. Anders staan de getrokken grenzen daarvoor "
                "in de plaats. Vooral bij weinig gevallen kunnen die anders zijn. Kies 200 tot "
                "10.000 keer, bijvoorbeeld 1.000. Met afgeronde aantallen kan het niet."
            ),
            first=False,
            required=False,
            lowest=FEWEST_DRAWS,
            highest=MOST_DRAWS,
        ),
    ),
    measure=adjusted,
    words=words,
    answers=ANSWERS,
    figures=FIGURES,
    aside=ASIDE,
    unsaid=UNSAID,
    drawn=("difference", "difference-like-with-like"),
    references=("level", "everybody-else"),
    method_note=METHOD_NOTE,
    notes={
        "made-by-process": mark(
            "Door het proces zelf gemaakt: %(columns)s. Kijk ook naar het verschil zonder deze "
            "kolom."
        ),
        "left-out-no-overlap": mark(
            "Zonder gelijk geval aan de andere kant: %(people)s (bij %(levels)s). Zij tellen bij "
            "gelijke gevallen niet mee."
        ),
        "left-out-no-overlap-some": mark(
            "Sommige mensen hebben geen gelijk geval aan de andere kant. Zij tellen bij gelijke "
            "gevallen niet mee."
        ),
        "thin-strata": mark(
            "Bij %(levels)s staat meer dan de helft in kleine delen, van minder dan vijf mensen "
            "aan een kant. Neem minder kolommen voor een steviger antwoord."
        ),
        "thin-strata-some": mark(
            "Bij een groep staat meer dan de helft in kleine delen, van minder dan vijf mensen aan "
            "een kant. Neem minder kolommen voor een steviger antwoord."
        ),
        "sameness-unsure": mark(
            "Bij %(levels)s zijn de delen te klein om te zien of het verschil overal even groot is."
        ),
        "sameness-unsure-some": mark(
            "Bij een groep zijn de delen te klein om te zien of het verschil overal even groot is."
        ),
        "interval-may-be-too-narrow": mark(
            "Bij %(levels)s zijn de aantallen klein: het interval kan te smal zijn."
        ),
        "interval-may-be-too-narrow-some": mark(
            "Bij een groep zijn de aantallen klein: het interval kan te smal zijn."
        ),
        "model-separated": mark(
            "Bij %(levels)s geeft het model geen antwoord: in een deel krijgt iedereen de "
            "uitkomst, of niemand."
        ),
        "model-separated-some": mark(
            "Bij een groep geeft het model geen antwoord: in een deel krijgt iedereen de uitkomst, "
            "of niemand."
        ),
        "redraw-failed": mark(
            "Bij %(levels)s had van de referentie te vaak niemand de uitkomst toen de tabel "
            "opnieuw werd getrokken. Daarom heeft de verhouding volgens het model geen grenzen."
        ),
        "redraw-failed-some": mark(
            "Bij een groep had van de referentie te vaak niemand de uitkomst toen de tabel "
            "opnieuw werd getrokken. Daarom heeft de verhouding volgens het model geen grenzen."
        ),
        "model-collinear": mark(
            "Bij %(levels)s zegt een van de kolommen (%(columns)s) hetzelfde als de andere. Het "
            "model is daarom niet gerekend."
        ),
        "model-collinear-some": mark(
            "Bij een groep zegt een van de kolommen (%(columns)s) hetzelfde als de andere. Het "
            "model is daarom niet gerekend."
        ),
        "model-too-many": mark(
            "Bij %(levels)s zijn er meer dan 200 waarden in de kolommen samen. Het model is daarom "
            "niet gerekend."
        ),
        "model-too-many-some": mark(
            "Bij een groep zijn er meer dan 200 waarden in de kolommen samen. Het model is daarom "
            "niet gerekend."
        ),
        "model-not-rounded": mark(
            "De aantallen zijn afgerond of deels verborgen. Daarom hebben het model en de delen "
            "van het verschil geen interval."
        ),
        "ratio-undefined": mark(
            "Bij %(levels)s bestaat geen verhouding: bij wie ermee vergeleken is, kwam de uitkomst "
            "niet voor."
        ),
        "ratio-undefined-some": mark(
            "Bij een groep bestaat geen verhouding: bij wie ermee vergeleken is, kwam de uitkomst "
            "niet voor."
        ),
        "weights-matter": mark(
            "Bij %(levels)s hangt het af van hoe u de delen weegt. Het verschil bij gelijke "
            "gevallen telt een deel zwaarder als het meer zegt. Het deel binnen gelijke gevallen "
            "telt een deel zwaarder als er meer mensen zijn. De een laat een verschil zien, de "
            "ander niet."
        ),
        "weights-matter-some": mark(
            "Bij een groep hangt het af van hoe u de delen weegt. Het verschil bij gelijke "
            "gevallen telt een deel zwaarder als het meer zegt. Het deel binnen gelijke gevallen "
            "telt een deel zwaarder als er meer mensen zijn. De een laat een verschil zien, de "
            "ander niet."
        ),
        "unknown-together": mark(
            "In %(columns)s is van sommige mensen niet bekend wat er staat. Zij zijn met elkaar "
            "vergeleken."
        ),
        "outcome-unknown": mark("Met een onbekende uitkomst: %(people)s. Zij tellen niet mee."),
        "outcome-unknown-some": mark(
            "Van sommige mensen is de uitkomst onbekend. Zij tellen niet mee."
        ),
        **IN_INTERVALS,
    },
)
