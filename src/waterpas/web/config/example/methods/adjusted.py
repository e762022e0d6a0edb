"""Who is called up for a review of their benefit, among people with the same kind of income."""

from collections.abc import Mapping
from random import Random

from waterpas.web.config.example.data import MADE_UP, ORIGINS, Row, as_csv, drawn
from waterpas.web.config.example.designed import CBS, Designed

NAME = "voorbeeldstad-heronderzoek-verzonnen.csv"
# Per kind of income: how many people of each origin have a benefit, and how often they are called.
RECEIVING: Mapping[str, tuple[int, int, int]] = {
    "geen": (520, 140, 208),
    "vast deel": (216, 80, 96),
    "wisselend": (124, 46, 212),
}
CALLED = {"geen": 0.11, "vast deel": 0.2, "wisselend": 0.38}
MORE = {"buiten Europa": 0.1}


def reviews() -> list[Row]:
    """People with a benefit in one year per origin and kind of income, and who was called up.

    Planted: who has a changing income is called up more often, and more people whose origin is
    outside Europe have one. Beside that they are called up more often among people with the same
    kind of income (100 more of every 1,000). For people whose origin is in Europe there is only
    the first.
    """
    random = Random(2013)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {**MADE_UP, "herkomst": origin, "inkomen": income, "mensen": people, "opgeroepen": called}
        for income, counts in RECEIVING.items()
        for origin, people in zip(ORIGINS, counts, strict=True)
        for called in [drawn(random, people, CALLED[income] + MORE.get(origin, 0))]
    ]


DESIGNED = Designed(
    key="reviews",
    item="benefit-reviews",
    file_name=NAME,
    text=as_csv(reviews()),
    rows=reviews(),
    design={
        "kind": "adjusted",
        "title": "Heronderzoek bijstand, bij hetzelfde soort inkomen",
        "question": "Wie roept de gemeente op voor een heronderzoek, als het inkomen gelijk is?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "riep",
        "did_after": "op voor een heronderzoek",
        "unit": "inwoners met bijstand",
        "row": "person",
        "once": True,
        "full_count": True,
        "effect": "harm",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met drie soorten inkomen en niet meer.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "adjusted",
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep met bijstand. Het is geen norm.",
        "by": ("inkomen",),
        "settings": {"given": ("inkomen",)},
    },
    counted={"outcome": "opgeroepen", "count": "mensen"},
    english={
        "title_en": "Reviews of benefits, with the same kind of income",
        "question_en": "Whom does the municipality call up for a review, when income is alike?",
        "reason_en": "it is the largest group with a benefit. It is not a standard.",
    },
    designed_days_ago=58,
    measured_days_ago=44,
    finding="assistance",
)
