"""Whom a profile picks for a review of their benefit, whom it errs about, what a variable tells."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from waterpas.web.config.example.data import MADE_UP, Row, as_csv
from waterpas.web.config.example.designed import CBS, Designed

NAME = "voorbeeldstad-profiel-heronderzoek-verzonnen.csv"
# Per kind of housing: how many people of each origin have a benefit.
RECEIVING: Mapping[str, Mapping[str, int]] = {
    "kamer": {"NL": 280, "Europa": 170, "buiten Europa": 420},
    "bij familie": {"NL": 420, "Europa": 120, "buiten Europa": 260},
    "eigen woning": {"NL": 1500, "Europa": 260, "buiten Europa": 320},
}
PICKED = {"kamer": 0.42, "bij familie": 0.2, "eigen woning": 0.12}
WRONG = 0.22
MORE_IF_WRONG = 1.5


def reviews() -> list[Row]:
    """People with a benefit in one year: picked by the profile or not, and what was found.

    Planted: the profile picks people in a room far more often, and more people whose origin is
    outside Europe live in one. Whether a benefit is wrong has nothing to do with the kind of
    housing or with origin (220 of every 1,000). Afterwards everybody was looked into.
    """
    random = Random(2021)  # noqa: S311 - no secret: it must draw the same every time
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for housing, origins in RECEIVING.items():
        for origin, people in origins.items():
            for _person in range(people):
                wrong = random.random() < WRONG
                chance = PICKED[housing] * (MORE_IF_WRONG if wrong else 1)
                picked = random.random() < chance
                counted[origin, housing, _said(picked), _said(wrong)] += 1
    names = ("herkomst", "woonvorm", "gekozen", "bijstand_klopt_niet")
    return [
        {**MADE_UP, **dict(zip(names, key, strict=True)), "mensen": number}
        for key, number in counted.items()
    ]


def _said(yes: bool) -> str:
    return "ja" if yes else "nee"


DESIGNED = Designed(
    key="review-profile",
    item="benefit-reviews",
    file_name=NAME,
    text=as_csv(reviews()),
    rows=reviews(),
    design={
        "kind": "risk_profile",
        "title": "Het profiel voor heronderzoek bijstand",
        "question": "Wie kiest het profiel voor een heronderzoek, en hoe vaak is dat voor niets?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "koos",
        "did_after": "voor een heronderzoek",
        "unit": "inwoners met bijstand",
        "row": "person",
        "once": True,
        "full_count": True,
        "effect": "harm",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met drie woonvormen en niet meer.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "risk_profile",
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep met bijstand. Het is geen norm.",
        "by": ("bijstand_klopt_niet", "woonvorm"),
        "settings": {"found": "bijstand_klopt_niet", "variables": ("woonvorm",)},
    },
    counted={"outcome": "gekozen=ja", "count": "mensen"},
    english={
        "title_en": "The profile for reviews of benefits",
        "question_en": "Whom does the profile pick for a review, and how often for nothing?",
        "reason_en": "it is the largest group with a benefit. It is not a standard.",
    },
    designed_days_ago=52,
    measured_days_ago=37,
    finding="addresses",
)
