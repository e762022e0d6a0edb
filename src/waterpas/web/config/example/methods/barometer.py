"""Who works for the municipality, and in which scales: percentages as the Barometer gives them."""

from collections.abc import Mapping

from waterpas.web.config.example.data import MADE_UP, ORIGINS, Row, as_csv
from waterpas.web.config.example.designed import Designed

NAME = "voorbeeldstad-barometer-verzonnen.csv"
EVERYBODY = "hele organisatie"
# Jobs per origin: the Netherlands, Europe, outside Europe. Two parts, for 700 jobs hold no more.
JOBS: Mapping[str, tuple[int, int, int]] = {
    "schaal 1 tot en met 8": (298, 31, 61),
    "schaal 9 en hoger": (273, 22, 15),
}
MANAGERS, MANAGING = "leidinggevenden", 58
BEFORE = (572, 49, 69)
NOW, THEN = 2025, 2023


def barometer() -> list[Row]:
    """Percentages of jobs: of the whole in two years, of two groups of scales, and of managers.

    Planted: in the scales from 9 on, 48 of every 1,000 jobs belong to somebody with an origin
    outside Europe, in the others 156. Managers are too few: their percentages are hidden.
    """
    everybody = tuple(map(sum, zip(*JOBS.values(), strict=True)))
    return [
        _row(EVERYBODY, NOW, everybody),
        *(_row(part, NOW, jobs) for part, jobs in JOBS.items()),
        {**MADE_UP, "onderdeel": MANAGERS, "jaar": NOW, "banen": MANAGING, **_hidden()},
        _row(EVERYBODY, THEN, BEFORE),
    ]


def _row(part: str, year: int, jobs: tuple[int, ...]) -> Row:
    percents = (round(100 * each / sum(jobs)) for each in jobs)
    named = dict(zip(ORIGINS, percents, strict=True))
    return {**MADE_UP, "onderdeel": part, "jaar": year, "banen": sum(jobs), **named}


def _hidden() -> Row:
    return dict.fromkeys(ORIGINS, "x")


DESIGNED = Designed(
    key="barometer",
    item="",
    file_name=NAME,
    text=as_csv(barometer()),
    rows=barometer(),
    design={
        "kind": "barometer",
        "title": "Wie werkt er, en in welke schalen? (Barometer van het CBS)",
        "question": "Wie werkt er bij de gemeente, en in welke schalen?",
        "purpose": "employer",
        "organisation": "de gemeente",
        "unit": "banen",
        "row": "job",
        "once": False,
        "full_count": True,
        "effect": "neither",
        "route": "cbs-table",
        "route_explanation": (
            "Het CBS zocht de herkomst erbij en gaf alleen percentages terug. De gemeente zag "
            "nooit welke herkomst bij wie hoort. Dit is een voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, met twee grove groepen schalen.",
        "works_council": "answered",
        "works_council_words": (
            "Stemt in, en weet dat het CBS de uitkomst op zijn website zet met de naam erbij."
        ),
    },
    choice={
        "kind": "barometer",
        "across": "herkomst",
        "reference_kind": "everybody",
        "settings": {
            "unmatched": 0.05,
            "outside": {"NL": "76", "Europa": "9", "buiten Europa": "15"},
            "outside_source": "verzonnen cijfers over wie er in de regio werkt, 2025",
        },
    },
    counted={},
    english={
        "title_en": "Who works here, and in which scales? (Barometer of Statistics Netherlands)",
        "question_en": "Who works for the municipality, and in which scales?",
    },
    designed_days_ago=71,
    measured_days_ago=46,
    finding="promotion",
)
