"""What must be known beside figures on pay, and what they do not say."""

from waterpas.explain.notes import IN_INTERVALS
from waterpas.texts import mark

UNSAID = {
    "scale-made": mark(
        "Gaat een deel van het verschil samen met schaal of dienstjaren, dan is het daarmee niet "
        "terecht. De schaal kan zelf het gevolg zijn van ongelijke doorstroom. Kijk daarom ook "
        "naar bevordering en vertrek."
    ),
    "why": mark("Dit zegt niet waarom het verschil er is."),
    "hours": mark(
        "Of de bedragen bij evenveel uren horen, zien wij niet. Neem voor iedereen het loon bij "
        "voltijd, en voor iedereen met of zonder toeslagen."
    ),
    "alike-only": mark(
        "Wij vergelijken alleen op de kolommen die u koos. Het soort werk, de opleiding of de "
        "ervaring zit er niet in als u die niet koos."
    ),
}
NOTES = {
    "amount-missing": mark(
        "Van %(people)s mensen staat er geen bedrag in '%(column)s'. Zij tellen niet mee."
    ),
    "amount-missing-one": mark(
        "Van één mens staat er geen bedrag in '%(column)s'. Die telt niet mee."
    ),
    "amount-missing-some": mark(
        "Van sommige mensen staat er geen bedrag in '%(column)s'. Zij tellen niet mee."
    ),
    "amount-nothing": mark(
        "Bij %(people)s mensen is het bedrag in '%(column)s' 0, of bijna 0. Zij tellen mee als "
        "loon: klopt dat?"
    ),
    "amount-nothing-one": mark(
        "Bij één mens is het bedrag in '%(column)s' 0, of bijna 0. Dat telt mee als loon: klopt "
        "dat?"
    ),
    "amount-nothing-some": mark(
        "Bij sommige mensen is het bedrag in '%(column)s' 0, of bijna 0. Zij tellen mee als loon: "
        "klopt dat?"
    ),
    "amount-low": mark(
        "Bij %(people)s mensen is het bedrag in '%(column)s' veel lager dan bij de anderen: minder "
        "dan een tiende van het middelste bedrag. Zij tellen mee: klopt dat? Een punt of komma kan "
        "verkeerd staan."
    ),
    "amount-low-one": mark(
        "Bij één mens is het bedrag in '%(column)s' veel lager dan bij de anderen: minder dan een "
        "tiende van het middelste bedrag. Dat telt mee: klopt dat? Een punt of komma kan verkeerd "
        "staan."
    ),
    "amount-low-some": mark(
        "Bij sommige mensen is het bedrag in '%(column)s' veel lager dan bij de anderen: minder "
        "dan een tiende van het middelste bedrag. Zij tellen mee: klopt dat? Een punt of komma kan "
        "verkeerd staan."
    ),
    "amount-high": mark(
        "Bij %(people)s mensen is het bedrag in '%(column)s' veel hoger dan bij de anderen: meer "
        "dan tien keer het middelste bedrag. Zij tellen mee: klopt dat? Een punt of komma kan "
        "verkeerd staan."
    ),
    "amount-high-one": mark(
        "Bij één mens is het bedrag in '%(column)s' veel hoger dan bij de anderen: meer dan tien "
        "keer het middelste bedrag. Dat telt mee: klopt dat? Een punt of komma kan verkeerd staan."
    ),
    "amount-high-some": mark(
        "Bij sommige mensen is het bedrag in '%(column)s' veel hoger dan bij de anderen: meer dan "
        "tien keer het middelste bedrag. Zij tellen mee: klopt dat? Een punt of komma kan verkeerd "
        "staan."
    ),
    "amount-below-zero": mark(
        "Bij %(people)s mensen is het bedrag in '%(column)s' te laag om loon te zijn. Zij tellen "
        "niet mee."
    ),
    "amount-below-zero-one": mark(
        "Bij één mens is het bedrag in '%(column)s' te laag om loon te zijn. Die telt niet mee."
    ),
    "amount-below-zero-some": mark(
        "Bij sommige mensen is het bedrag in '%(column)s' te laag om loon te zijn. Zij tellen niet "
        "mee."
    ),
    "amount-no-number": mark(
        "Bij %(people)s mensen staat in '%(column)s' geen bedrag. Zij tellen niet mee."
    ),
    "amount-no-number-one": mark(
        "Bij één mens staat in '%(column)s' geen bedrag. Die telt niet mee."
    ),
    "amount-no-number-some": mark(
        "Bij sommige mensen staat in '%(column)s' geen bedrag. Zij tellen niet mee."
    ),
    "amount-example": mark("Kijk de kolom '%(column)s' na. Daar staat bijvoorbeeld: %(levels)s."),
    "amount-example-some": mark(
        "Kijk de kolom '%(column)s' na. Daar staat ook iets dat geen loon lijkt te zijn."
    ),
    "column-missing": mark(
        "Van %(people)s mensen is '%(column)s' onbekend. Zij tellen niet mee in het loon."
    ),
    "column-missing-one": mark(
        "Van één mens is '%(column)s' onbekend. Die telt niet mee in het loon."
    ),
    "column-missing-some": mark(
        "Van sommige mensen is '%(column)s' onbekend. Zij tellen niet mee in het loon."
    ),
    "amounts-rounded": mark(
        "De bedragen zijn bij het tellen afgerond op € %(to)s. Zo bewaren wij van niemand het "
        "precieze loon. Voor de uitkomst maakt dat bijna niets uit."
    ),
    "as-number": mark(
        "De kolom '%(column)s' telt als getal: elke stap weegt even zwaar. Wilt u dat niet? Maak "
        "er dan groepen van in woorden, zoals '0 tot 5 jaar'."
    ),
    "without-scale": mark(
        "U koos geen schaal. Daarom ziet u alleen het hele verschil, en niet waar het zit. Voeg "
        "een kolom met de schaal toe, en zo mogelijk de dienstjaren."
    ),
    "without-moved-up": mark(
        "Bevordering staat er niet bij. Zonder die cijfers weet u niet of de schaal zelf ongelijk "
        "tot stand komt. Vraag personeelszaken om een kolom die zegt wie in het afgelopen jaar een "
        "hogere schaal kreeg (ja of nee)."
    ),
    "without-left": mark(
        "Vertrek staat er niet bij. Wie weggaat, zit niet in deze lonen. Vraag personeelszaken om "
        "een kolom die zegt wie in het afgelopen jaar wegging (ja of nee)."
    ),
    **IN_INTERVALS,
    "rounded-absent": mark(
        "Wij rekenen met de aantallen zoals zij er staan, en met het midden van wat verborgen is. "
        "De grenzen gelden voor alle aantallen die daarachter kunnen zitten. Een combinatie die "
        "niet in de tabel staat, telt als niemand. Liet de bron haar weg omdat het er weinig zijn? "
        "Zet haar er dan in als verborgen."
    ),
    "scales-few": mark(
        "Per schaal zeggen wij alleen iets als er van beide groepen minstens tien mensen in "
        "zitten, en van de schalen die overblijven samen ook."
    ),
    "range-few": mark(
        "Van laag naar hoog loon zeggen wij alleen iets waar van beide groepen minstens tien "
        "mensen minder en tien mensen meer verdienen."
    ),
    "three-parts-not": mark(
        "Het verschil in drie delen is niet te maken: er is een waarde waarin van één van beide "
        "groepen niemand voorkomt."
    ),
    "collinear": mark(
        "Twee kolommen zeggen voor een deel hetzelfde. Wat met elke kolom apart samengaat, is "
        "daarom niet te zeggen; wat met alle samen samengaat, wel."
    ),
    "one-sided-scale": mark(
        "Er is een schaal waarin van één van beide groepen niemand zit. Die telt helemaal mee bij "
        "het verschil tussen schalen."
    ),
    "few-people": mark(
        "In een van beide groepen zitten minder dan 50 mensen. De grenzen kunnen dan te smal zijn."
    ),
    "few-people-perhaps": mark(
        "In een van beide groepen zitten misschien minder dan 50 mensen. De grenzen kunnen dan te "
        "smal zijn."
    ),
    "no-spread": mark(
        "Binnen de groepen is er geen spreiding. Daarom zijn er geen grenzen te geven."
    ),
    "coarse": mark(
        "In de tabel zit een klein deel, of een deel waarin bijna iedereen hetzelfde verdient. "
        "Daarom tonen wij alleen de belangrijkste cijfers. Wilt u meer zien? Maak grotere groepen, "
        "of neem minder kolommen."
    ),
    "coarse-none": mark(
        "Bedragen tonen wij hier niet. In de tabel zit een klein deel, of een deel waarin bijna "
        "iedereen hetzelfde verdient. Uit een bedrag zou te rekenen zijn wat een enkeling "
        "verdient. Wilt u bedragen zien? Maak grotere groepen, of neem minder kolommen."
    ),
    "amounts-in-steps": mark(
        "De bedragen hierboven zijn daarom afgerond, op hoogstens € %(to)s. Hoe groter de groep, "
        "hoe fijner."
    ),
}
