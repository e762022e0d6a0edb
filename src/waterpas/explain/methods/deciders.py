"""Who decides: the words of the question how much depends on it, and never on one person."""

from collections.abc import Mapping
from typing import Any

from waterpas.explain.methods.deciders_picture import picture
from waterpas.explain.methods.model import Ask, Method, Settings, Speaking
from waterpas.explain.numbers import people, whole
from waterpas.measure import deciders as measuring
from waterpas.measure.deciders_cells import FEWEST_DECIDERS, FEWEST_OF_BOTH, FEWEST_PEOPLE
from waterpas.results import Answer, Figure, Measured
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import has_throwaway_keys, with_throwaway_keys
from waterpas.texts import Language, mark

TENTHS_BELOW = 0.01  # a smaller difference is said in tenths per 1,000


def measure(tally: Tally, *, given: tuple[str, ...] = (), **call: Any) -> Measured:
    """The same with no other columns, where none were chosen."""
    return measuring.deciders(tally, given=given, **call)


def without_names(tally: Tally, settings: Settings) -> Tally:
    """The counts with throw-away keys in the place of the deciders."""
    column = str(settings["decider"])
    if has_throwaway_keys(tally, column=column):
        return tally
    return with_throwaway_keys(tally, column=column)


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """The ends of both gaps without a sign, and the numbers that are asked for at least."""
    gaps = {"gap": ("rate-gap", {}), "slope_gap": ("slope-gap", answer.of)}
    ends = {
        f"{field}_{end}": said
        for field, (name, of) in gaps.items()
        for end, said in _ends(speaker.result.figure(name, of), speaker).items()
    }
    return ends | {
        "deciders_least": str(FEWEST_DECIDERS),
        "people_least": str(FEWEST_PEOPLE),
        "both_least": str(FEWEST_OF_BOTH),
    }


def _ends(gap: Figure | None, speaker: Speaking) -> Mapping[str, str]:
    """Both ends of its interval, per 1,000 people: whole, unless a tenth matters."""
    if gap is None or gap.interval is None:
        return dict.fromkeys(("low", "high"), speaker.value(gap))
    between = gap.interval
    low, high = (_per_thousand(end, speaker.lang) for end in (between.low, between.high))
    return {"low": low, "high": high}


def _per_thousand(end: float, lang: Language) -> str:
    return people(end, lang) if 0 < end < TENTHS_BELOW else whole(1000 * end, lang)


METHOD = Method(
    id="deciders",
    question=mark("Hangt het af van wie beslist?"),
    about=mark(
        "Hoeveel ruimte laat de regel? U ziet hoe ver beslissers uit elkaar liggen bij mensen die "
        "verder gelijk zijn, en of het verschil tussen groepen bij elke beslisser even groot is. "
        "Over één beslisser zegt dit nooit iets."
    ),
    needs=mark(
        "Een tabel met aantallen: per groep en per beslisser hoeveel zaken er waren, en hoeveel "
        "daarvan de uitkomst kregen. Een beslisser is een persoon, een team of een commissie. "
        "Zet er ook in wat vooraf vaststond, zoals het soort aanvraag. U hebt minstens tien "
        "beslissers nodig, met elk twintig zaken. Gebruik per beslisser een eigen letter of "
        "cijfer: geen naam en geen personeelsnummer."
    ),
    asks=(
        Ask(
            name="decider",
            kind="column",
            label=mark("In welke kolom staat wie besliste?"),
            help=mark(
                "Waterpas vervangt wat daar staat meteen door willekeurige sleutels, en bewaart "
                "het niet. Zo kan niemand hiermee een collega beoordelen."
            ),
        ),
        Ask(
            name="given",
            kind="columns",
            label=mark("Wat stond al vast voordat iemand besliste?"),
            help=mark(
                "Bijvoorbeeld het soort aanvraag of de wijk. Beslissers worden dan vergeleken bij "
                "gelijke zaken. Kiest u niets, dan telt elk verschil tussen zaken mee. Kies niets "
                "wat de beslisser zelf invulde: dat kan juist het verschil zijn."
            ),
            required=False,
            apart_from="decider",
        ),
    ),
    measure=measure,
    answers={
        "difference": mark(
            "Het hangt af van wie beslist. Stel: dezelfde 1.000 %(unit)s komen bij twee "
            "beslissers. De ene doet dit weinig, de andere veel. Bij de ene %(verb_0)s "
            "%(organisation)s er %(rate_low)s %(verb_1)s, bij de andere %(rate_high)s. Dat scheelt "
            "%(rate_gap_size)s per 1.000. De onzekerheid loopt van %(gap_low)s tot %(gap_high)s. "
            "De regel laat hier dus ruimte. Zoek op de kaart van beslispunten waar die zit."
        ),
        "indication": mark(
            "Er is een aanwijzing dat het afhangt van wie beslist; zeker is het niet. Stel: "
            "dezelfde 1.000 %(unit)s komen bij twee beslissers. De ene doet dit weinig, de andere "
            "veel. Bij de ene %(verb_0)s %(organisation)s er naar schatting %(rate_low)s "
            "%(verb_1)s, bij de andere %(rate_high)s. De onzekerheid van dat verschil loopt van "
            "%(gap_low)s tot %(gap_high)s per 1.000. Kijk op de kaart van beslispunten waar de "
            "regel ruimte laat."
        ),
        "not-shown": mark(
            "Dat het afhangt van wie beslist, is niet aangetoond. Niet aangetoond is niet "
            "hetzelfde als niet aanwezig. Tussen een beslisser die dit weinig doet en een die dit "
            "veel doet, kan het nog tot %(gap_high)s per 1.000 %(unit)s schelen."
        ),
        "cannot-too-few-deciders": mark(
            "Dit kan zo niet. Er zijn minstens %(deciders_least)s beslissers nodig met elk "
            "minstens %(people_least)s zaken. Met minder zou het over personen gaan. Dit kan wel: "
            "leg op de kaart van beslispunten vast waar de regel ruimte laat. Of tel meer jaren "
            "samen, of samen met andere gemeenten."
        ),
        "cannot-rounded": mark(
            "Dit kan zo niet. De aantallen in deze tabel zijn afgerond of voor een deel verborgen. "
            "Per beslisser is dat grover dan wat wij zoeken. Vraag binnen uw eigen organisatie om "
            "de aantallen zonder afronding."
        ),
        "cannot-follows": mark(
            "Dit kan zo niet. In een kolom die u koos, heeft (bijna) elke beslisser maar één "
            "waarde, zoals een eigen kamer, loket of team. Dan is niet te scheiden wat bij die "
            "kolom hoort en wat bij wie beslist, en lijkt het verschil weg. Laat die kolom weg."
        ),
        "cannot-all-alike": mark(
            "Dit kan zo niet. Alle zaken die meetellen, hebben dezelfde uitkomst. Dan is er niets "
            "te vergelijken."
        ),
        "cannot-endless": mark(
            "Dit kan zo niet. Bij sommige beslissers heeft bijna iedereen de uitkomst, en bij "
            "andere bijna niemand. Dat komt vaak doordat zij andere zaken krijgen. Zet in de tabel "
            "ook waarin de zaken verschillen."
        ),
        "cannot-this-way": mark(
            "Dit kan zo niet. Wat vooraf vaststond, vertelt samen al precies wie de uitkomst "
            "heeft. Kies minder kolommen."
        ),
        "slope-difference": mark(
            "Het verschil tussen %(unit)s met %(group)s en %(reference)s hangt ook af van wie "
            "beslist. Stel: van beide komen er 1.000 bij dezelfde twee beslissers. Bij de ene "
            "beslisser %(verb_0)s %(organisation)s er bij %(group)s naar schatting "
            "%(slope_low_size)s %(slope_low_count)s %(verb_1)s dan bij %(reference)s. Bij de "
            "andere zijn het er %(slope_high_size)s %(slope_high_count)s. Acht van de tien "
            "beslissers liggen daartussen. Die twee liggen %(slope_gap_size)s per 1.000 uit "
            "elkaar. De onzekerheid loopt van %(slope_gap_low)s tot %(slope_gap_high)s. De ruimte "
            "in de regel pakt dus niet voor elke groep hetzelfde uit. Zoek op de kaart van "
            "beslispunten waar de regel dat toelaat."
        ),
        "slope-indication": mark(
            "Er is een aanwijzing dat het verschil tussen %(unit)s met %(group)s en %(reference)s "
            "ook afhangt van wie beslist; zeker is het niet. Stel: van beide komen er 1.000 bij "
            "dezelfde twee beslissers. Bij de ene beslisser %(verb_0)s %(organisation)s er bij "
            "%(group)s naar schatting %(slope_low_size)s %(slope_low_count)s %(verb_1)s dan bij "
            "%(reference)s. Bij de andere zijn het er %(slope_high_size)s %(slope_high_count)s. "
            "De onzekerheid van hoe ver die twee uit elkaar liggen, loopt van %(slope_gap_low)s "
            "tot %(slope_gap_high)s per 1.000. Kijk op de kaart van beslispunten waar de regel "
            "dat toelaat."
        ),
        "slope-not-shown": mark(
            "Dat het verschil tussen %(unit)s met %(group)s en %(reference)s afhangt van wie "
            "beslist, is niet aangetoond. Niet aangetoond is niet hetzelfde als niet aanwezig. "
            "Tussen de ene en de andere beslisser kan dat verschil nog tot %(slope_gap_high)s per "
            "1.000 uiteenlopen."
        ),
        "slope-too-few": mark(
            "Of het verschil tussen %(unit)s met %(group)s en %(reference)s afhangt van wie "
            "beslist, is zo niet te zeggen. Daarvoor zijn minstens %(deciders_least)s beslissers "
            "nodig die over elk van beide minstens %(both_least)s keer beslisten, en samen "
            "minstens %(people_least)s keer. Maak grotere groepen, of tel meer jaren samen."
        ),
        "cannot-slope": mark(
            "Of het verschil tussen %(unit)s met %(group)s en %(reference)s afhangt van wie "
            "beslist, is zo niet te zeggen. Bij sommige beslissers heeft van één van beide bijna "
            "iedereen de uitkomst, of bijna niemand. Dat komt vaak doordat zij andere zaken "
            "krijgen. Zet in de tabel ook waarin de zaken verschillen."
        ),
    },
    figures={
        "rate-low": mark("Bij een beslisser die dit weinig doet (één op de tien doet het minder)"),
        "rate-high": mark("Bij een beslisser die dit veel doet (één op de tien doet het meer)"),
        "rate-gap": mark("Verschil tussen die twee"),
        "deciders": mark("Beslissers die meetellen"),
        "spread": mark("standaardafwijking tussen beslissers, in log odds"),
        "share-between": mark("ICC: deel van de spreiding dat tussen beslissers ligt"),
        "median-ratio": mark("MOR: mediane odds ratio tussen twee beslissers"),
        "slope-low": mark(
            "Verschil bij een beslisser bij wie het laag is (bij één op de tien is het lager)"
        ),
        "slope-high": mark(
            "Verschil bij een beslisser bij wie het hoog is (bij één op de tien is het hoger)"
        ),
        "slope-gap": mark("Hoe ver die twee uit elkaar liggen"),
        "slope-spread": mark("standaardafwijking van het verschil tussen beslissers, in log odds"),
    },
    aside=("spread", "share-between", "median-ratio", "slope-spread"),
    unsaid={
        "other-cases": mark(
            "Beslissers kunnen verschillende zaken krijgen. Dan liggen zij uit elkaar zonder dat "
            "zij anders beslissen. Alleen als zaken door het lot zijn verdeeld, weet u dat zeker."
        ),
        "not-who": mark(
            "Dit gaat over de ruimte in de regel. Over geen enkele beslisser staat hier iets, en "
            "het is niet gemaakt om medewerkers te beoordelen."
        ),
        "not-by-origin": mark(
            "Dit zegt niet hoe groot het verschil tussen groepen is, alles bij elkaar. Vergelijk "
            "daarvoor de groepen zelf."
        ),
    },
    notes={
        "deciders-left-out": mark("Beslissers met minder dan %(least)s zaken tellen niet mee."),
        "decider-unknown": mark(
            "Van %(people)s mensen is niet ingevuld wie besliste. Zij tellen niet mee."
        ),
        "decider-unknown-some": mark(
            "Van sommigen is niet ingevuld wie besliste. Zij tellen niet mee."
        ),
        "levels-left-out": mark(
            "In de kolom '%(column)s' telt niet mee: %(levels)s. Daar heeft (bijna) iedereen "
            "dezelfde uitkomst, of het zijn te weinig mensen. Over beslissers zegt dat niets."
        ),
        "levels-left-out-some": mark(
            "In de kolom '%(column)s' tellen sommige groepen niet mee. Daar heeft (bijna) iedereen "
            "dezelfde uitkomst, of het zijn te weinig mensen."
        ),
        "follows-decider": mark(
            "Let op: in de kolom '%(column)s' heeft (bijna) elke beslisser maar één waarde. Wat "
            "tussen die waarden scheelt, telt hier niet als verschil tussen beslissers. Reken dit "
            "ook uit zonder die kolom."
        ),
        "few-deciders": mark(
            "Er zijn weinig beslissers. De onzekerheid kan wat groter zijn dan hier staat."
        ),
        "slope-with-one-group": mark(
            "Vergelijkt u met één groep, dan ziet u ook of het verschil tussen groepen afhangt van "
            "wie beslist."
        ),
    },
    method_note=mark(
        "Logistische regressie op aantallen met een random intercept per beslisser, met de groepen "
        "en wat vooraf vaststond als vaste effecten. Geschat met adaptieve "
        "Gauss-Hermite-kwadratuur (9 punten). Genoemd zijn de kansen op het 10e en het 90e "
        "percentiel van de beslissers, gemiddeld over alle mensen in de tabel. Intervallen: "
        "profile likelihood. Toets: likelihood ratio op de rand (half chi-kwadraat met 0 en half "
        "met 1 vrijheidsgraad). Per groep daarnaast een model met een random slope van die groep "
        "tegenover de vergelijkingsgroep, gecorreleerd met het intercept (5 bij 5 punten). Genoemd "
        "is het verschil op het 10e en het 90e percentiel van die slope. Toets: half met 1 en half "
        "met 2 vrijheidsgraden, aangepast volgens Benjamini-Hochberg. Staan er klassen in de "
        "tekening, dan tellen die beslissers buiten de binomiale grenzen van een funnel plot."
    ),
    prepare=without_names,
    picture=picture,
    words=words,
    leads_to="decision-points",
)
