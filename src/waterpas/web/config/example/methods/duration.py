"""How long it takes to be registered at the front desk, and who gives up before."""

from collections import Counter
from collections.abc import Mapping
from math import ceil, inf
from random import Random

from waterpas.web.config.example.data import MADE_UP, Row, as_csv
from waterpas.web.config.example.designed import Designed

COLUMN = "akte gemaakt"
NAME = "voorbeeldstad-inschrijvingen-verzonnen.csv"
BEYOND, EUROPE, HERE = "buiten Europa", "in Europa", "in Nederland"
ASKED: Mapping[str, int] = {BEYOND: 460, EUROPE: 310, HERE: 940}
DECIDED, WITHDRAWN, OPEN = "ingeschreven", "ingetrokken", "loopt nog"
# The days until somebody is registered (the scale of a Weibull distribution), and the chance per
# day that somebody who still waits withdraws.
DAYS = {BEYOND: 33.0, EUROPE: 21.0, HERE: 21.0}
WITHDRAWS = {BEYOND: 0.011, EUROPE: 0.005, HERE: 0.005}
SHAPE, FOLLOWED = 1.4, (14, 200)
TERM = 28.0  # what the example municipality promises


def registrations() -> list[Row]:
    """People who asked to be registered, per kind of certificate, days and how it ended.

    Planted: with a certificate from outside Europe it takes longer (a scale of 33 days against 21)
    and more people withdraw before they are registered (11 against 5 of every 1,000 a day).
    """
    random = Random(2045)  # noqa: S311 - no secret: it must draw the same every time
    counted = Counter(
        (kind, *_ended(random, kind)) for kind, people in ASKED.items() for _ in range(people)
    )
    return [
        {**MADE_UP, COLUMN: kind, "dagen": days, "afloop": ended, "aanvragen": people}
        for (kind, days, ended), people in sorted(counted.items())
    ]


def _ended(random: Random, kind: str) -> tuple[int, str]:
    """After how many days, and how: what came first."""
    rate = WITHDRAWS[kind]
    first = {
        DECIDED: ceil(random.weibullvariate(DAYS[kind], SHAPE)),
        WITHDRAWN: ceil(random.expovariate(rate)) if rate else inf,
        OPEN: random.randint(*FOLLOWED),
    }
    ended = min(first, key=lambda each: first[each])
    return int(first[ended]), ended


DESIGNED = Designed(
    key="registrations",
    item="front-desk",
    file_name=NAME,
    text=as_csv(registrations()),
    rows=registrations(),
    design={
        "kind": "duration",
        "title": "Inschrijven aan de balie: hoe lang duurt het, en wie haakt af?",
        "question": "Wacht wie een buitenlandse akte heeft, even lang op de inschrijving?",
        "purpose": "service",
        "organisation": "de gemeente",
        "unit": "inwoners",
        "row": "person",
        "once": True,
        "full_count": True,
        "effect": "harm",
        "route": "register-without-groups",
        "route_explanation": (
            "In het register staat geen herkomst, wel met welke akte iemand zich inschrijft. Wij "
            "kregen aantallen per dag. Dit is een voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met drie soorten akten en zonder land.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "duration",
        "across": COLUMN,
        "reference_kind": "level",
        "reference": HERE,
        "because": "de meeste inwoners hebben die. Het is geen norm.",
        "by": ("dagen", "afloop"),
        "settings": {
            "days": "dagen",
            "ended": "afloop",
            "decided": DECIDED,
            "gave_up": WITHDRAWN,
            "term": TERM,
        },
    },
    counted={"count": "aanvragen"},
    english={
        "title_en": "Registering at the front desk: how long does it take, and who gives up?",
        "question_en": "Do people with a foreign certificate wait equally long to be registered?",
        "reason_en": "most residents have one. It is not a standard.",
    },
    designed_days_ago=51,
    measured_days_ago=29,
    finding="desk",
)
