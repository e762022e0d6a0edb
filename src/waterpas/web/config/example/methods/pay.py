"""What people who work for the municipality earn, in which scale, and who moved up."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from waterpas.web.config.example.data import MADE_UP, ORIGINS, Row, as_csv
from waterpas.web.config.example.designed import Designed

NAME = "voorbeeldstad-loon-verzonnen.csv"
STAFF: Mapping[str, int] = dict(zip(ORIGINS, (690, 150, 240), strict=True))
# The lowest amount of each scale, and what a step adds. Codes, as a personnel system has them.
SCALES = {
    "S6": (2530, 82),
    "S7": (2710, 92),
    "S8": (3010, 110),
    "S9": (3370, 131),
    "S10": (3540, 158),
}
USUAL = (0.14, 0.22, 0.26, 0.22, 0.16)
LOWER = (0.34, 0.31, 0.2, 0.11, 0.04)
IN_SCALES = {"NL": USUAL, "Europa": USUAL, "buiten Europa": LOWER}
MOVED_UP = {"NL": 0.16, "Europa": 0.16, "buiten Europa": 0.06}
YEARS = ("0-2", "3-5", "6-8", "9+")
STEPS = 11
NAMES = ("herkomst", "schaal", "dienstjaren", "trede", "loon", "hogere schaal")


def staff() -> list[Row]:
    """People per origin, scale, years of service, step, pay, and whether they moved up last year.

    Planted: in the same scale and after the same years people earn the same. But people whose
    origin is outside Europe are in lower scales, and fewer of them moved up (60 against 160 of
    every 1,000).
    """
    random = Random(2048)  # noqa: S311 - no secret: it must draw the same every time
    people = Counter(_one(random, origin) for origin, n in STAFF.items() for _ in range(n))
    return [
        {**MADE_UP, **dict(zip(NAMES, key, strict=True)), "mensen": count}
        for key, count in people.items()
    ]


def _one(random: Random, origin: str) -> tuple[str, str, str, str, int, str]:
    """Somebody: a step is a year, give or take one; the labour agreement gives the amount."""
    (scale,) = random.choices(list(SCALES), IN_SCALES[origin])
    years = random.randrange(STEPS)
    step = min(max(years + random.choice((-1, 0, 0, 1)), 0), STEPS - 1)
    lowest, more = SCALES[scale]
    moved = "ja" if random.random() < MOVED_UP[origin] else "nee"
    served = YEARS[min(years // 3, 3)]
    return origin, scale, served, f"T{step + 1}", lowest + more * step, moved


DESIGNED = Designed(
    key="pay",
    item="promotion",
    file_name=NAME,
    text=as_csv(staff()),
    rows=staff(),
    design={
        "kind": "pay",
        "title": "Loon en schaal van mensen die bij de gemeente werken",
        "question": "Verdienen mensen bij de gemeente evenveel, en waar zit het verschil?",
        "purpose": "employer",
        "organisation": "de gemeente",
        "did_before": "gaf",
        "did_after": "een hogere schaal",
        "unit": "medewerkers",
        "row": "person",
        "once": True,
        "full_count": False,
        "effect": "benefit",
        "route": "anonymous-survey",
        "route_explanation": (
            "Medewerkers vulden zelf in, zonder naam en vrijwillig, waar zij of hun ouders zijn "
            "geboren, in welke schaal en trede zij zitten, en of zij dit jaar een hogere schaal "
            "kregen. Het loon komt uit de cao. Dit is een voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord, zonder afdeling en zonder functie.",
        "works_council": "answered",
        "works_council_words": (
            "Stemt in. De raad hoort de uitkomst als eerste, en niemand vergelijkt teams."
        ),
    },
    choice={
        "kind": "pay",
        "across": "herkomst",
        "reference_kind": "level",
        "reference": "NL",
        "because": "het is de grootste groep medewerkers. Het is geen norm.",
        "by": ("loon", "schaal", "dienstjaren", "hogere schaal", "trede"),
        "settings": {
            "amount": "loon",
            "scale": "schaal",
            "given": ("dienstjaren",),
            "moved_up": "hogere schaal",
            "step": "trede",
        },
    },
    counted={"count": "mensen"},
    english={
        "title_en": "Pay and scale of people who work for the municipality",
        "question_en": "Do people at the municipality earn as much, and where does it differ?",
        "reason_en": "it is the largest group of employees. It is not a standard.",
    },
    designed_days_ago=57,
    measured_days_ago=33,
    finding="promotion",
)
