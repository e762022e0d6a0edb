"""Combinations in words: who is worst off, when all characteristics are looked at together."""

from collections.abc import Mapping
from typing import Any

from waterpas.explain.methods.model import Ask, Method, Speaking
from waterpas.explain.methods.unsigned import unsigned
from waterpas.explain.numbers import joined, whole
from waterpas.measure.against import EVERYBODY_ELSE
from waterpas.measure.intersections import intersections
from waterpas.results import Answer, Figure, Measured, Reference
from waterpas.tallies.tally import Tally
from waterpas.texts import mark, translate

WORST_FIRST = mark(
    "Vooraan staat wie er ook aan de voorzichtige kant van de onzekerheid het slechtst voor staat. "
    "Een kleine groep met een groter verschil kan dus lager staan."
)
LISTED = mark(" In de tabellen staan er %(shown)s: die vooraan staan.")
FURTHEST_FIRST = mark(
    "Vooraan staat wie ook aan de voorzichtige kant van de onzekerheid het verst af ligt van wie "
    "ermee vergeleken is. Een kleine groep met een groter verschil kan dus lager staan."
)


def measured(
    tally: Tally, *, depth: str | int = 2, reference: str | Reference = EVERYBODY_ELSE, **rest: Any
) -> Measured:
    """The search as the platform asks it: only in tables that may be shown."""
    return intersections(tally, depth=int(depth), reference=reference, also_small=False, **rest)


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """How many were compared, who comes first, and the ends of a difference without a sign."""
    result = speaker.result
    known = result.question.effect in {"harm", "benefit"}
    found = result.figure("found")
    first = "" if answer.figures != ("found",) or not found else _first(speaker, known)
    return {
        "family": whole(result.family, speaker.lang),
        "first": first,
        "listed": _listed(speaker),
        "difference_between": _between(result.figure("difference", answer.of), speaker),
        "extra_between": _between(result.figure("extra", answer.of), speaker),
    }


def _listed(speaker: Speaking) -> str:
    """How many combinations stand in the tables, where that is not all of them."""
    shown = sum(figure.name == "rate" for figure in speaker.result.figures)
    if not shown or shown >= speaker.result.family:
        return ""
    return speaker.say(LISTED, shown=whole(shown, speaker.lang))


def _first(speaker: Speaking, known: bool) -> str:
    return translate(WORST_FIRST if known else FURTHEST_FIRST, speaker.lang)


def _between(figure: Figure | None, speaker: Speaking) -> str:
    return joined(unsigned(figure, speaker), speaker.lang)


METHOD = Method(
    id="intersections",
    question=mark("Welke combinaties van kenmerken worden het meest geraakt?"),
    about=mark(
        "Kijkt naar alle combinaties tegelijk, zoals vrouwen van een bepaalde leeftijd en "
        "herkomst. Zo blijft een groep niet verborgen in een gemiddelde."
    ),
    needs=mark("Een tabel met een uitkomst (ja of nee) en twee of meer kolommen met groepen."),
    asks=(
        Ask(
            name="columns",
            kind="columns",
            label=mark("Met welke andere kenmerken samen?"),
            help=mark(
                "Kies er twee of drie. Met meer kenmerken worden de groepen zo klein dat wij veel "
                "niet mogen tonen."
            ),
        ),
        Ask(
            name="depth",
            kind="choice",
            label=mark("Hoeveel kenmerken tegelijk?"),
            help=mark(
                "Standaard twee: dan blijven de groepen groot genoeg om iets te zien en te tonen."
            ),
            options=(("2", mark("twee")), ("3", mark("drie")), ("4", mark("vier"))),
            default="2",
            first=False,
            required=False,
        ),
    ),
    measure=measured,
    words=words,
    answers={
        "some-found": mark(
            "Bij %(found)s van de %(family)s combinaties is een verschil aangetoond met "
            "%(reference)s. Ook één kenmerk alleen telt als combinatie.%(listed)s %(first)s"
        ),
        "none-found": mark(
            "Bij geen van de %(family)s combinaties is een verschil aangetoond met %(reference)s. "
            "Niet aangetoond is niet hetzelfde als niet aanwezig.%(listed)s"
        ),
        "more": mark(
            "%(organisation)s %(verb_0)s %(rate)s van elke 1.000 %(unit)s met %(group)s "
            "%(verb_1)s. Dat is %(difference_size)s per 1.000 vaker dan bij %(reference)s "
            "(%(difference_between)s)."
        ),
        "less": mark(
            "%(organisation)s %(verb_0)s %(rate)s van elke 1.000 %(unit)s met %(group)s "
            "%(verb_1)s. Dat is %(difference_size)s per 1.000 minder vaak dan bij %(reference)s "
            "(%(difference_between)s)."
        ),
        "more-than-parts": mark(
            "Bij %(group)s is het verschil groter dan beide kenmerken apart bij elkaar opgeteld. "
            "Daar komt %(extra_size)s per 1.000 bij (%(extra_between)s)."
        ),
        "less-than-parts": mark(
            "Bij %(group)s is het verschil kleiner dan beide kenmerken apart bij elkaar opgeteld. "
            "Het scheelt %(extra_size)s per 1.000 (%(extra_between)s)."
        ),
        "adds-up": mark(
            "Bij %(group)s is niet aangetoond dat beide kenmerken samen meer of minder doen dan "
            "apart bij elkaar opgeteld."
        ),
        "adds-up-among-many": mark(
            "Bij %(group)s is niet aangetoond dat beide kenmerken samen meer of minder doen dan "
            "apart bij elkaar opgeteld. Het interval in de tabel bevat geen nul, maar wij kijken "
            "naar meer van zulke combinaties tegelijk. Dan ligt er vaker een door toeval naast. "
            "Daarom vragen wij hier meer zekerheid."
        ),
        "spread": mark(
            "Van alle verschillen tussen mensen ligt %(vpc)s tussen de combinaties van alle "
            "kenmerken. Telt elk kenmerk apart mee, dan verdwijnt %(pcv)s daarvan. Een klein deel "
            "zegt niet dat niemand hard wordt geraakt: een kleine groep weegt er bijna niet in mee."
        ),
        "spread-stays": mark(
            "Van alle verschillen tussen mensen ligt %(vpc)s tussen de combinaties van alle "
            "kenmerken. Dat wordt niet minder als elk kenmerk apart meetelt. Een klein deel zegt "
            "niet dat niemand hard wordt geraakt: een kleine groep weegt er bijna niet in mee."
        ),
        "no-spread": mark(
            "Tussen de combinaties van alle kenmerken zien wij niet meer verschil dan toeval "
            "maakt. Dat zegt niet dat niemand hard wordt geraakt: een kleine groep weegt hier "
            "bijna niet in mee."
        ),
        "too-few-everywhere": mark(
            "In geen enkele combinatie zijn er genoeg %(unit)s om iets te zeggen of te tonen. Kies "
            "minder kenmerken, of voeg kleine groepen samen. Niet gezien is niet hetzelfde als "
            "niet aanwezig."
        ),
        "one-group": mark(
            "In elke kolom die u koos staat maar één groep. Zo is er niets te vergelijken."
        ),
        "all-alike": mark(
            "Iedereen heeft deze uitkomst, of juist niemand. Zo is er niets te vergelijken."
        ),
        "nobody": mark("In deze tabel is niemand geteld. Zo is er niets te vergelijken."),
        "cannot-hidden": mark(
            "Dit kan zo niet. In deze tabel zijn aantallen verborgen. Wie combinaties maakt, telt "
            "aantallen bij elkaar op, en dan moet elk aantal bekend zijn."
        ),
    },
    figures={
        "found": mark("combinaties met een verschil"),
        "rate": mark("hoe vaak"),
        "pooled": mark("hoe vaak, geschoven naar het gemiddelde (kleine groepen schommelen)"),
        "difference": mark("verschil met wie ermee vergeleken is"),
        "extra": mark("boven op beide kenmerken apart"),
        "own": mark("boven op alle kenmerken apart"),
        "vpc": mark("deel van alle verschillen dat tussen de combinaties ligt"),
        "pcv": mark("deel daarvan dat verdwijnt als elk kenmerk apart meetelt"),
        "reri": mark("extra ten opzichte van wie geen van beide heeft (RERI)"),
        "smallest": mark("kleinste groep waar deze tabel iets over zegt"),
    },
    aside=("reri", "smallest"),
    matters=("found", "vpc", "pcv", "rate", "difference"),
    of_answers=True,
    open_notes=True,
    others=mark("De andere combinaties, en hoeveel kenmerken samen doen"),
    drawn=("difference",),
    unsaid={
        "overlap": mark(
            "Iemand hoort bij meer combinaties tegelijk. Tel de verschillen dus niet bij elkaar op."
        ),
        "small-share": mark(
            "Een klein deel van de verschillen tussen combinaties zegt niet dat niemand hard wordt "
            "geraakt. Een kleine groep weegt in zo'n deel bijna niet mee. Kijk dus naar de groepen."
        ),
        "others-not-equal": mark(
            "Staat een combinatie hier niet, dan zegt dat niet dat zij even vaak deze uitkomst "
            "krijgt."
        ),
    },
    notes={
        "reference-not-one-group": mark(
            "U koos één groep om mee te vergelijken. Bij combinaties kan dat niet: elke combinatie "
            "is vergeleken met alle anderen samen."
        ),
        "rounded-within": mark(
            "De bron rondde de aantallen af op %(to)s. De onzekerheid rekent met alle aantallen "
            "die daarachter kunnen zitten. Of kenmerken samen meer doen dan apart, is dan niet te "
            "zeggen."
        ),
        "same-columns": mark(
            "De kolommen '%(column)s' en '%(other)s' verdelen de mensen op dezelfde manier. Wat u "
            "bij de ene ziet, staat er bij de andere nog een keer. Kies er één."
        ),
        "one-level": mark(
            "In de kolom '%(column)s' staat maar één groep. Die kolom telt niet mee."
        ),
        "closed": mark(
            "Hierin is niet gezocht: %(columns)s. Er zit een groep in die te klein is of leeg, of "
            "met deze tabel is een kleine groep elders te vinden."
        ),
        "few-strata": mark(
            "Er zijn minder dan 20 combinaties van alle kenmerken. Hoe ver zij samen uiteenlopen, "
            "is dan niet te zeggen."
        ),
        "many-strata": mark(
            "Er zijn meer dan 2.000 combinaties van alle kenmerken. Hoe ver zij samen uiteenlopen, "
            "is niet berekend. Kies daarvoor minder kenmerken."
        ),
        "rounded": mark(
            "Hoe ver alle combinaties samen uiteenlopen, is met afgeronde aantallen niet te zeggen."
        ),
        "strata-not-fitted": mark(
            "Hoe ver alle combinaties samen uiteenlopen, is met deze aantallen niet te berekenen."
        ),
        "strata-closed": mark(
            "Hoe ver alle combinaties samen uiteenlopen, tonen wij niet: er zit een te kleine "
            "groep bij."
        ),
        "strata-rough": mark(
            "Wat combinaties boven op hun kenmerken hebben, is ruw geschat: er zijn weinig "
            "combinaties, of weinig mensen in elk. De onzekerheid kan groter zijn dan hier staat."
        ),
    },
    method_note=mark(
        "Alle combinaties uit één telling. Kans met interval van Wilson; verschil met interval van "
        "Newcombe; score-toets, en bij weinig verwachte gevallen de exacte toets; Benjamini-"
        "Hochberg over alle combinaties samen. Volgorde naar de grens van het interval, niet naar "
        "de kans. Steun van andere groepen: bèta-binomiaal model, empirisch Bayes. Samen meer dan "
        "apart: additieve interactie (RERI), interval met teruggewonnen varianties. Alle "
        "combinaties samen, als dat te berekenen is: MAIHDA, een logistisch model met een "
        "willekeurig intercept per combinatie, zonder en met elk kenmerk apart; adaptieve "
        "Gauss-Hermite, negen punten; VPC en PCV."
    ),
    leads_to="decision-points",
)
