"""Who gets help in the household, looked at for all combinations of three characteristics."""

from collections.abc import Mapping
from itertools import product
from random import Random

from waterpas.web.config.example.data import MADE_UP, ORIGINS, Row, as_csv, drawn
from waterpas.web.config.example.designed import CBS, Designed

NAME = "voorbeeldstad-hulp-in-huis-verzonnen.csv"
SEXES = ("vrouw", "man")
AGES = ("65-69", "70-74", "75-79", "80 en ouder")
# How many people of each origin asked for help, per sex and age alike.
ASKED: Mapping[str, int] = dict(zip(ORIGINS, (150, 64, 88), strict=True))
GRANTED, GRANTED_THERE = 0.7, 0.36
PLANTED = ("buiten Europa", "vrouw", "80 en ouder")


def help_at_home() -> list[Row]:
    """Requests of three years per origin, sex and age, and how many were granted.

    Planted: women of 80 and older whose origin is outside Europe get help less often (360 against
    700 of every 1,000). Of no single characteristic is there a difference beside that.
    """
    random = Random(2050)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {
            **MADE_UP,
            "herkomst": origin,
            "geslacht": sex,
            "leeftijd": age,
            "aanvragen": ASKED[origin],
            "toegekend": drawn(random, ASKED[origin], _chance(origin, sex, age)),
        }
        for origin, sex, age in product(ORIGINS, SEXES, AGES)
    ]


def _chance(*key: str) -> float:
    return GRANTED_THERE if key == PLANTED else GRANTED


DESIGNED = Designed(
    key="help-at-home",
    item="home-care",
    file_name=NAME,
    text=as_csv(help_at_home()),
    rows=help_at_home(),
    design={
        "kind": "intersections",
        "title": "Hulp in huis, voor vrouwen en mannen van elke leeftijd en herkomst",
        "question": "Wie krijgt hulp in huis, als wij kenmerken samen bekijken?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "hulp in huis",
        "unit": "aanvragers",
        "row": "application",
        "once": True,
        "full_count": True,
        "effect": "benefit",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met vier leeftijden en zonder wijk.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "intersections",
        "across": "herkomst",
        "reference_kind": "everybody-else",
        "because": "zo is geen enkele groep vooraf de maat.",
        "by": ("geslacht", "leeftijd"),
        "settings": {"columns": ("geslacht", "leeftijd"), "depth": "3"},
    },
    counted={"outcome": "toegekend", "count": "aanvragen"},
    english={
        "title_en": "Help at home, for women and men of each age and origin",
        "question_en": "Who gets help at home, when characteristics are looked at together?",
        "reason_en": "so no group is the measure beforehand.",
    },
    designed_days_ago=49,
    measured_days_ago=36,
    finding="home-care",
)
