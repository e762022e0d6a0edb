"""The two studies of Voorbeeldstad, as they were set up: the question and the rules come first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from waterpas.web.config.example.data import (
    PERMITS_NAME,
    RECRUITMENT_NAME,
    STEPS,
    permits_csv,
    recruitment_csv,
)
from waterpas.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Designed:
    """One study. `design` is what is asked, `choice` whom is compared, `counted` how to count.

    The keys are those of the values of the same name in the studies app.
    """

    key: str
    item: str
    file_name: str
    text: str
    design: Mapping[str, str | bool | None]
    choice: Mapping[str, str | tuple[str, ...]]
    counted: Mapping[str, str | tuple[str, ...]]
    designed_days_ago: int
    measured_days_ago: int


_CBS = (
    "De gemeente gaf het CBS een lijst zonder herkomst. Het CBS maakte daar een tabel van met "
    "aantallen per groep. De gemeente zag nooit welke herkomst bij wie hoort. Dit is een "
    "voorbeeld: alle cijfers zijn verzonnen."
)

RECRUITMENT = Designed(
    key="recruitment",
    item="selection",
    file_name=RECRUITMENT_NAME,
    text=recruitment_csv(),
    design={
        "title": "Werving en selectie, van brief tot baan",
        "question": "Wie nodigt de gemeente uit voor een gesprek, en wie neemt zij aan?",
        "purpose": "employer",
        "organisation": "de gemeente",
        "did_before": "nodigde",
        "did_after": "uit voor een gesprek",
        "unit": "kandidaten",
        "row": "application",
        "once": False,
        "full_count": True,
        "effect": "benefit",
        "route": "cbs-table",
        "route_explanation": _CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": (
            "Akkoord. De gemeente krijgt alleen aantallen. Zij vernietigt de lijst na de telling."
        ),
        "works_council": "answered",
        "works_council_words": (
            "Stemt in. De raad hoort de uitkomst voor het college, en niemand vergelijkt teams."
        ),
    },
    choice={
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep onder de kandidaten. Het is geen norm.",
    },
    counted={"steps": STEPS},
    designed_days_ago=147,
    measured_days_ago=116,
)

PERMITS = Designed(
    key="permits",
    item="small-building",
    file_name=PERMITS_NAME,
    text=permits_csv(),
    design={
        "title": "Vergunningen voor een kleine verbouwing, per wijk",
        "question": "Wie krijgt in welke wijk een vergunning voor een kleine verbouwing?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "een vergunning",
        "unit": "aanvragers",
        "row": "application",
        "once": False,
        "full_count": True,
        "effect": "benefit",
        "route": "cbs-table",
        "route_explanation": _CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met aantallen per wijk en niet per straat.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over aanvragen van inwoners, niet over medewerkers.",
    },
    choice={
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep onder de aanvragers. Het is geen norm.",
        "by": ("wijk",),
    },
    counted={"outcome": "verleend=ja", "count": "aantal"},
    designed_days_ago=101,
    measured_days_ago=63,
)

DESIGNS = (RECRUITMENT, PERMITS)


def add_studies(coordinator: Person, researcher: Person, now: datetime) -> dict[str, str]:
    """Set up, count and measure the studies; returns their URNs by key. None is added yet."""
    return {}
