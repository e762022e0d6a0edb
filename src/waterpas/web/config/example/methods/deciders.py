"""How much depends on who decides about a community grant: neighbourhood panels, by letter."""

from math import exp
from random import Random
from statistics import NormalDist

from waterpas.web.config.example.data import MADE_UP, Row, as_csv, drawn
from waterpas.web.config.example.designed import Designed

NAME = "voorbeeldstad-buurtsubsidies-verzonnen.csv"
PANELS = "ABCDEFGHIJKLMNOP"
# How many applications a panel had: of associations, and of groups of residents without one.
HANDLED = ((46, 22), (38, 31), (52, 18), (29, 27), (61, 35), (33, 16), (44, 40), (57, 24))
GRANTED = {"vereniging": 0.5, "groep zonder vereniging": 0.1}
SPREAD, SLOPE = 0.7, 0.9


def grants() -> list[Row]:
    """Applications in five years per panel and kind of applicant, and how many were granted.

    Planted: panels decide differently about the same applications. Their log odds lie evenly over
    a bell with a standard deviation of 0.7: the panel at a tenth grants about 400 of every 1,000,
    the one at nine tenths about 770. Groups without an association get a grant less often, and how
    much less depends on the panel as well: some do not hold them to the annual accounts. That
    difference lies evenly over a bell with a standard deviation of 0.9.
    """
    random = Random(2031)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {**MADE_UP, "soort": kind, "commissie": panel, "aanvragen": people, "toegekend": granted}
        for at, panel in enumerate(PANELS)
        for kind, people in zip(GRANTED, HANDLED[at % len(HANDLED)], strict=True)
        for granted in [drawn(random, people, _chance(GRANTED[kind] + _own(at) + _apart(at, kind)))]
    ]


def _own(at: int) -> float:
    """How a panel decides, in log odds from the middle; the letters stand in no order."""
    place = (5 * at) % len(PANELS)
    return SPREAD * NormalDist().inv_cdf((place + 0.5) / len(PANELS))


def _apart(at: int, kind: str) -> float:
    """What a panel adds to one kind of applicant and takes from the other, in log odds."""
    place = (11 * at + 3) % len(PANELS)
    half = SLOPE / 2 * NormalDist().inv_cdf((place + 0.5) / len(PANELS))
    return -half if kind == "vereniging" else half


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


DESIGNED = Designed(
    key="panels",
    item="community-grants",
    file_name=NAME,
    text=as_csv(grants()),
    rows=grants(),
    design={
        "kind": "deciders",
        "title": "Buurtsubsidies: hangt het af van welke commissie beslist?",
        "question": "Krijgt dezelfde aanvraag bij elke wijkcommissie hetzelfde antwoord?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "een subsidie",
        "unit": "aanvragen",
        "row": "application",
        "once": True,
        "full_count": True,
        "effect": "benefit",
        "route": "register-without-groups",
        "route_explanation": (
            "In het register staat geen herkomst. Elke commissie kreeg voor deze tabel een letter "
            "die nergens anders voor dient. Dit is een voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord. Niemand krijgt een cijfer van één commissie.",
        "works_council": "answered",
        "works_council_words": (
            "Stemt in: het gaat over de regel, en niemand gebruikt het om leden te beoordelen."
        ),
    },
    choice={
        "kind": "deciders",
        "across": "soort",
        "reference_kind": "level",
        "reference": "vereniging",
        "because": "daar komen de meeste aanvragen vandaan. Het is geen norm.",
        "by": ("commissie",),
        "settings": {"decider": "commissie"},
    },
    counted={"outcome": "toegekend", "count": "aanvragen"},
    english={
        "title_en": "Community grants: does it depend on which panel decides?",
        "question_en": "Does the same application get the same answer from every panel?",
        "reason_en": "most applications come from there. It is not a standard.",
    },
    designed_days_ago=52,
    measured_days_ago=39,
    finding="grants",
)
