"""Whether two who judge the same application for extra support come to the same judgement."""

from random import Random

from waterpas.web.config.example.data import MADE_UP, Row, as_csv
from waterpas.web.config.example.designed import Designed

NAME = "voorbeeldstad-dubbel-beoordeeld-verzonnen.csv"
COLUMN = "hulp bij invullen"
HERE, WITH_HELP = "nee", "ja"
YES, NO = "toekennen", "afwijzen"
# Per way of applying: how many applications were judged twice, the share that deserves a yes, and
# how often a judgement is the application's own; else it is by lot.
PLANTED = {HERE: (640, 0.58, 0.86), WITH_HELP: (410, 0.52, 0.62)}


def judged() -> list[Row]:
    """Applications for extra support that two colleagues judged, neither seeing the other's.

    Planted: of every 1,000 applications that people filled in themselves the two agree on about
    870, of those filled in with the help of somebody else on about 690: there the story stands in
    other words than the form expects, and each reads it in an own way. By chance it is about 510.
    """
    random = Random(2041)  # noqa: S311 - no secret: it must draw the same every time
    counts: dict[tuple[str, str, str], int] = {}
    for way, (files, yes, own) in PLANTED.items():
        for _ in range(files):
            pair = _pair(random, yes, own)
            counts[way, *pair] = counts.get((way, *pair), 0) + 1
    return [
        {**MADE_UP, COLUMN: way, "oordeel 1": one, "oordeel 2": two, "aanvragen": n}
        for (way, one, two), n in sorted(counts.items())
    ]


def _pair(random: Random, yes: float, own: float) -> tuple[str, str]:
    """Two judgements of one application: each its own with this chance, else by lot."""
    deserved = YES if random.random() < yes else NO
    one, two = (deserved if random.random() < own else random.choice((YES, NO)) for _ in range(2))
    return one, two


DESIGNED = Designed(
    key="judged-twice",
    item="special-assistance",
    file_name=NAME,
    text=as_csv(judged()),
    rows=judged(),
    design={
        "kind": "agreement",
        "title": "Bijzondere bijstand: komen twee collega's op hetzelfde uit?",
        "question": "Krijgt dezelfde aanvraag van twee collega's hetzelfde oordeel?",
        "purpose": "service",
        "organisation": "de gemeente",
        "unit": "aanvragen",
        "row": "application",
        "once": True,
        "full_count": False,
        "effect": "benefit",
        "route": "register-without-groups",
        "route_explanation": (
            "Wij lieten een steekproef van aanvragen twee keer beoordelen, los van elkaar. In het "
            "register staat geen herkomst, wel of iemand hulp had bij de aanvraag. Dit is een "
            "voorbeeld: alle cijfers zijn verzonnen."
        ),
        "privacy_officer": "answered",
        "privacy_officer_words": "Akkoord. Wie welk oordeel gaf, staat niet in de tabel.",
        "works_council": "answered",
        "works_council_words": (
            "Stemt in: het gaat over de regel, en niemand gebruikt het om collega's te beoordelen."
        ),
    },
    choice={
        "kind": "agreement",
        "across": COLUMN,
        "reference_kind": "level",
        "reference": HERE,
        "because": "zo komen de meeste aanvragen binnen. Het is geen norm.",
        "by": ("oordeel 1", "oordeel 2"),
        "settings": {"first": "oordeel 1", "second": "oordeel 2"},
    },
    counted={"count": "aanvragen"},
    english={
        "title_en": "Extra support: do two colleagues come to the same judgement?",
        "question_en": "Does the same application get the same judgement from two colleagues?",
        "reason_en": "most applications come in this way. It is not a standard.",
    },
    designed_days_ago=48,
    measured_days_ago=33,
    finding="assistance",
)
