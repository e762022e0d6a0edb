"""Whether a letter in plain words made fines differ less between groups, and for whom."""

from collections.abc import Mapping
from random import Random

from waterpas.web.config.example.data import MADE_UP, ORIGINS, Row, as_csv, drawn
from waterpas.web.config.example.designed import CBS, Designed

NAME = "voorbeeldstad-boetes-verzonnen.csv"
MONTHS = tuple(f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13))
SINCE = "2025-01"
# Per origin: how many people owed information each month, and how often they were fined for it.
OWED: Mapping[str, int] = {"NL": 420, "Europa": 150, "buiten Europa": 190}
FINED = {"NL": 0.09, "Europa": 0.16, "buiten Europa": 0.22}
FEWER = {"buiten Europa": 0.09}


def fines() -> list[Row]:
    """People with a benefit who owed information, per month and origin, and who was fined.

    Planted: before the new letter people whose origin is outside Europe were fined more often
    than those whose origin is here (220 against 90 of every 1,000), and people whose origin is in
    Europe too (160). Since the letter the first are fined less often (90 fewer); nothing else
    changed.
    """
    random = Random(2025)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {**MADE_UP, "herkomst": origin, "maand": month, "mensen": people, "beboet": fined}
        for month in MONTHS
        for origin, people in zip(ORIGINS, OWED.values(), strict=True)
        for fined in [drawn(random, people, _chance(origin, month))]
    ]


def _chance(origin: str, month: str) -> float:
    return FINED[origin] - (FEWER.get(origin, 0) if month >= SINCE else 0)


DESIGNED = Designed(
    key="fines",
    item="letters",
    file_name=NAME,
    text=as_csv(fines()),
    rows=fines(),
    design={
        "kind": "change",
        "title": "Boetes in de bijstand, voor en na de nieuwe brief",
        "question": "Zijn de verschillen in boetes kleiner sinds de brief in gewone taal?",
        "purpose": "service",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "een boete",
        "unit": "inwoners met bijstand",
        "row": "decision",
        "once": False,
        "full_count": True,
        "effect": "harm",
        "route": "cbs-table",
        "route_explanation": CBS,
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met aantallen per maand en drie groepen.",
        "works_council": "not-needed",
        "works_council_words": "Het gaat over inwoners, niet over medewerkers.",
    },
    choice={
        "kind": "change",
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep met bijstand. Het is geen norm.",
        "by": ("maand",),
        "settings": {"period": "maand", "since": SINCE},
    },
    counted={"outcome": "beboet", "count": "mensen"},
    english={
        "title_en": "Fines and benefits, before and after the new letter",
        "question_en": "Are the differences in fines smaller since the letter in plain words?",
        "reason_en": "it is the largest group with a benefit. It is not a standard.",
    },
    designed_days_ago=52,
    measured_days_ago=31,
    finding="letters",
)
