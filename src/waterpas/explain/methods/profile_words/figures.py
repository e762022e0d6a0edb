"""What the figures of a risk profile are called, and its notes."""

from waterpas.texts import mark

FIGURES = {
    "chosen-at-random": mark("kans op controle als het lot evenveel mensen koos"),
    "chosen": mark("kans op controle"),
    "chosen-above-random": mark("kans op controle, meer dan bij loten"),
    "chosen-times-random": mark("kans op controle, hoeveel keer die bij loten"),
    "chosen-above-reference": mark("kans op controle, meer dan bij wie ermee vergeleken is"),
    "chosen-times-reference": mark(
        "kans op controle, hoeveel keer die van wie ermee vergeleken is"
    ),
    "chosen-here": mark("kans op controle met dit kenmerk"),
    "chosen-here-above-random": mark("kans op controle met dit kenmerk, meer dan bij loten"),
    "chosen-here-times-random": mark(
        "kans op controle met dit kenmerk, hoeveel keer die bij loten"
    ),
    "chosen-alike": mark("kans op controle bij mensen die gelijk zijn"),
    "chosen-alike-above-reference": mark("hetzelfde, meer dan bij wie ermee vergeleken is"),
    "chosen-among-alike": mark("verschil in kans op controle, over alle mensen die gelijk zijn"),
    "hit-rate": mark(
        "van wie is gekozen: iets gevonden (lees dit alleen naast de kans op controle)"
    ),
    "chosen-without-find": mark("van wie is gekozen: niets gevonden"),
    "missed": mark("van bij wie iets te vinden was: niet gekozen"),
    "caught": mark("van bij wie iets te vinden was: gekozen"),
    "wrongly-chosen": mark("van bij wie niets te vinden was: toch gekozen"),
    "rightly-passed": mark("van bij wie niets te vinden was: niet gekozen"),
    "passed-with-find": mark("van wie niet is gekozen: iets te vinden"),
    "passed-without-find": mark("van wie niet is gekozen: niets te vinden"),
    "occurs": mark("van iedereen in de groep: iets te vinden"),
    "profile-finds": mark("iets gevonden bij wie het profiel koos"),
    "random-finds": mark("iets gevonden bij controle zonder profiel"),
    "profile-finds-above-random": mark("wat het profiel vond, meer dan zonder profiel"),
    "profile-finds-times-random": mark("wat het profiel vond, hoeveel keer dat zonder profiel"),
    "finds-here": mark("met dit kenmerk: iets te vinden"),
    "finds-here-above-random": mark("met dit kenmerk iets te vinden, meer dan gemiddeld"),
    "carries": mark("wat dit kenmerk over de groep zegt, van 0 tot 1"),
    "share-here": mark("deel van de mensen met dit kenmerk dat bij de groep hoort"),
    "chosen-if": mark("kans op controle als u anders kiest"),
    "chosen-if-above-random": mark("die kans, meer dan bij loten"),
    "chosen-if-times-random": mark("die kans, hoeveel keer die bij loten"),
    "missed-if": mark("niet gekozen terwijl er iets te vinden was, als u anders kiest"),
    "wrongly-chosen-if": mark("voor niets gekozen, als u anders kiest"),
    "hit-rate-above-reference": mark(
        "van wie is gekozen: iets gevonden (lees dit alleen naast de kans op controle) (meer "
        "dan bij wie ermee vergeleken is)"
    ),
    "chosen-without-find-above-reference": mark(
        "van wie is gekozen: niets gevonden (meer dan bij wie ermee vergeleken is)"
    ),
    "missed-above-reference": mark(
        "van bij wie iets te vinden was: niet gekozen (meer dan bij wie ermee vergeleken is)"
    ),
    "caught-above-reference": mark(
        "van bij wie iets te vinden was: gekozen (meer dan bij wie ermee vergeleken is)"
    ),
    "wrongly-chosen-above-reference": mark(
        "van bij wie niets te vinden was: toch gekozen (meer dan bij wie ermee vergeleken is)"
    ),
    "rightly-passed-above-reference": mark(
        "van bij wie niets te vinden was: niet gekozen (meer dan bij wie ermee vergeleken is)"
    ),
    "passed-with-find-above-reference": mark(
        "van wie niet is gekozen: iets te vinden (meer dan bij wie ermee vergeleken is)"
    ),
    "passed-without-find-above-reference": mark(
        "van wie niet is gekozen: niets te vinden (meer dan bij wie ermee vergeleken is)"
    ),
    "occurs-above-reference": mark(
        "van iedereen in de groep: iets te vinden (meer dan bij wie ermee vergeleken is)"
    ),
    "chosen-above-random-could-see": mark(
        "kans op controle, meer dan bij loten: kleinste dat te zien was"
    ),
    "chosen-here-above-random-could-see": mark(
        "kans op controle met dit kenmerk, meer dan bij loten: kleinste dat te zien was"
    ),
    "missed-above-reference-could-see": mark(
        "van bij wie iets te vinden was: niet gekozen (meer dan bij wie ermee vergeleken is): "
        "kleinste dat te zien was"
    ),
    "wrongly-chosen-above-reference-could-see": mark(
        "van bij wie niets te vinden was: toch gekozen (meer dan bij wie ermee vergeleken is): "
        "kleinste dat te zien was"
    ),
    "finds-here-above-random-could-see": mark(
        "met dit kenmerk iets te vinden, meer dan gemiddeld: kleinste dat te zien was"
    ),
    "profile-finds-above-random-could-see": mark(
        "wat het profiel vond, meer dan zonder profiel: kleinste dat te zien was"
    ),
}
# What the answers are about; the rest (the other side of each rate, per value) is folded.
MATTERS = (
    "chosen-at-random",
    "chosen",
    "chosen-above-random",
    "chosen-among-alike",
    "hit-rate",
    "missed",
    "missed-above-reference",
    "wrongly-chosen",
    "wrongly-chosen-above-reference",
    "profile-finds",
    "random-finds",
    "profile-finds-above-random",
    "carries",
    "chosen-if",
)
UNSAID = {
    "not-allowed": mark(
        "Dit zegt niet of het profiel mag. Daarvoor is ook nodig: een legitiem doel, en een "
        "reden waarom het niet met minder onderscheid kan."
    ),
    "found-is-not-done": mark(
        "Wat is gevonden, is niet hetzelfde als wat is gebeurd. Wie vaker of strenger wordt "
        "bekeken, bij die wordt meer gevonden."
    ),
    "profile-only": mark(
        "Het gaat over wie wordt gekozen. Ook daarna kan ongelijkheid ontstaan: bij de "
        "controle, de straf of het bezwaar."
    ),
    "rates-clash": mark(
        "Komt het bij groepen niet even vaak voor, dan kunnen niet alle vergissingen tegelijk "
        "gelijk zijn. Welke het zwaarst weegt, is een keuze van mensen."
    ),
}
NOTES = {
    "infra-marginal": mark(
        "Hoe vaak er bij gekozen mensen iets is gevonden, zegt niet of groepen gelijk zijn "
        "behandeld. Dat cijfer hangt ook af van hoe vaak het in een groep voorkomt en van de "
        "grens. Lees het alleen naast de kans op controle."
    ),
    "sample": mark(
        "De vergissingen, en wat een kenmerk vindt, zijn berekend over wie door het lot is "
        "gecontroleerd."
    ),
    "whole": mark(
        "Waar van iedereen bekend is of er iets te vinden was, zijn de vergissingen over "
        "iedereen berekend."
    ),
    "as-many-chosen": mark(
        "Bij een kenmerk weglaten is de grens zo gekozen dat ongeveer evenveel mensen worden "
        "gekozen als nu."
    ),
    "profile-hidden-counts": mark(
        "De bron verborg aantallen. Waar dat zo is, staat er geen getal."
    ),
    "found-unknown": mark(
        "Van %(people)s mensen is niet bekend wat er te vinden was of of zij zijn gekozen. Zij "
        "tellen niet mee."
    ),
    "found-unknown-one": mark(
        "Van 1 mens is niet bekend wat er te vinden was of of die is gekozen. Die telt niet mee."
    ),
    "found-unknown-some": mark(
        "Van sommige mensen is niet bekend wat er te vinden was of of zij zijn gekozen. Zij "
        "tellen niet mee."
    ),
    "chosen-unknown": mark(
        "Van %(people)s mensen die zijn gekozen, is niet bekend wat er te vinden was. Zij tellen "
        "niet mee bij wat er is gevonden."
    ),
    "chosen-unknown-one": mark(
        "Van 1 mens die is gekozen, is niet bekend wat er te vinden was. Die telt niet mee bij wat "
        "er is gevonden."
    ),
    "chosen-unknown-some": mark(
        "Van sommige mensen die zijn gekozen, is niet bekend wat er te vinden was. Zij tellen niet "
        "mee bij wat er is gevonden."
    ),
    "passed-unknown": mark(
        "Van %(people)s mensen die niet zijn gekozen, is niet bekend wat er te vinden was. Zij "
        "tellen niet mee bij wat er is overgeslagen."
    ),
    "passed-unknown-one": mark(
        "Van 1 mens die niet is gekozen, is niet bekend wat er te vinden was. Die telt niet mee "
        "bij wat er is overgeslagen."
    ),
    "passed-unknown-some": mark(
        "Van sommige mensen die niet zijn gekozen, is niet bekend wat er te vinden was. Zij tellen "
        "niet mee bij wat er is overgeslagen."
    ),
    "rounded": mark(
        "De aantallen zijn door de bron afgerond op %(to)s. De intervallen houden daar rekening "
        "mee, behalve waar het anders bij staat."
    ),
    "alike-rounded": mark("De aantallen zijn afgerond. Het interval houdt daar rekening mee."),
    "alike-left-out": mark(
        "%(people)s mensen hebben niemand aan de andere kant die gelijk is. Zij tellen hier "
        "niet mee."
    ),
    "alike-left-out-some": mark(
        "Sommige mensen hebben niemand aan de andere kant die gelijk is. Zij tellen hier niet mee."
    ),
    "alike-unknown": mark(
        "Van %(people)s mensen is niet bekend of zij gelijk zijn. Zij tellen hier niet mee."
    ),
    "alike-unknown-some": mark(
        "Van sommige mensen is niet bekend of zij gelijk zijn. Zij tellen hier niet mee."
    ),
    "alike-few-cases": mark("Er zijn weinig gekozen mensen: dit interval kan te smal zijn."),
    "carries-rounded": mark(
        "De aantallen zijn afgerond. Dit interval houdt daar geen rekening mee."
    ),
    "carries-sparse": mark(
        "Sommige waarden komen bij een groep te weinig voor. Dit getal is onzeker; voeg "
        "waarden samen."
    ),
    "variable-not-in-register": mark(
        "Het kenmerk %(variable)s staat niet in ons register van kenmerken. Leg zelf vast: is "
        "er een verband met het doel, is het objectief, en is het na te gaan?"
    ),
    "variable-usable": mark(
        "Een kenmerk als %(variable)s noemt %(source)s bruikbaar. Dat was advies voor één "
        "situatie; in de uwe kan het anders zijn."
    ),
    "variable-forbidden": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: de wet "
        "verbiedt dit onderscheid, of staat het alleen bij hoge uitzondering toe."
    ),
    "variable-no-link": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: er is geen "
        "verband met het doel."
    ),
    "variable-proxy": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: het staat "
        "voor iets anders, zoals herkomst."
    ),
    "variable-subjective": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: het is een "
        "oordeel van een medewerker."
    ),
    "variable-changeable": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: het "
        "verandert te vaak."
    ),
    "variable-unclear": mark(
        "Een kenmerk als %(variable)s is volgens %(source)s niet zomaar bruikbaar: het is niet "
        "duidelijk wat het zegt."
    ),
}
