"""Two tables of Voorbeeldstad. Every number is made up: nobody is behind it.

They are counts per group, as a municipality would get them from Statistics Netherlands. Drawn with
a fixed seed, so everybody sees the same example; the seeds were chosen so that chance adds no other
difference to those that are planted. Each row says of itself that it is made up.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from random import Random

Row = dict[str, str | int]

MADE_UP = {"gegevens": "verzonnen"}
ORIGINS = ("NL", "Europa", "buiten Europa")
RECRUITMENT_NAME = "voorbeeldstad-sollicitaties-verzonnen.csv"
PERMITS_NAME = "voorbeeldstad-vergunningen-verzonnen.csv"

STEPS = ("gesolliciteerd", "uitgenodigd", "op_gesprek", "aangenomen")
INVITED = {"NL": 0.36, "Europa": 0.36, "buiten Europa": 0.23}
CAME, HIRED = 0.9, 0.3
# Per department: how many people of each origin applied.
APPLIED: Mapping[str, tuple[int, int, int]] = {
    "Sociaal domein": (220, 44, 92),
    "Ruimte en wonen": (186, 38, 60),
    "Publiekszaken": (148, 30, 76),
    "Bedrijfsvoering": (156, 34, 68),
    "Toezicht": (66, 14, 36),
}

GRANTED, GRANTED_THERE = 0.86, 0.68
PLANTED_DISTRICT, PLANTED_ORIGIN = "Havenkwartier", "buiten Europa"
UNKNOWN_ORIGIN, UNKNOWN = "Europa", 0.12
# Per district: how many applications of people of each origin.
APPLICATIONS: Mapping[str, tuple[int, int, int]] = {
    "Centrum": (262, 44, 88),
    "Havenkwartier": (204, 58, 168),
    "Molenwijk": (318, 42, 76),
    "Noorderpark": (246, 36, 102),
    "Zuiderhof": (290, 40, 66),
}


def recruitment() -> list[Row]:
    """Applicants in one year per origin and department, and how far they came.

    Planted: of those whose origin is outside Europe, the municipality invited fewer (230 against
    360 of every 1,000), in every department alike. After the invitation there is no difference.
    """
    random = Random(2008)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {**MADE_UP, "herkomst": origin, "afdeling": department, **_steps(random, applied, origin)}
        for department, counts in APPLIED.items()
        for origin, applied in zip(ORIGINS, counts, strict=True)
    ]


def _steps(random: Random, applied: int, origin: str) -> Row:
    invited = drawn(random, applied, INVITED[origin])
    came = drawn(random, invited, CAME)
    return dict(zip(STEPS, (applied, invited, came, drawn(random, came, HIRED)), strict=True))


def permits() -> list[Row]:
    """Applications in three years per district and origin, and whether the permit was granted.

    Planted: in Havenkwartier the municipality granted fewer permits to people whose origin is
    outside Europe (680 against 860 of every 1,000); elsewhere there is no difference. Of people
    whose origin is in Europe, the outcome of about one in eight is not known, in every district.
    """
    random = Random(2009)  # noqa: S311 - no secret: it must draw the same every time
    return [
        {**MADE_UP, "wijk": district, "herkomst": origin, "verleend": outcome, "aantal": count}
        for district, counts in APPLICATIONS.items()
        for origin, applications in zip(ORIGINS, counts, strict=True)
        for outcome, count in _outcomes(random, applications, district, origin).items()
        if count
    ]


def _outcomes(random: Random, applications: int, district: str, origin: str) -> dict[str, int]:
    unknown = drawn(random, applications, UNKNOWN if origin == UNKNOWN_ORIGIN else 0)
    is_planted = (district, origin) == (PLANTED_DISTRICT, PLANTED_ORIGIN)
    known = applications - unknown
    granted = drawn(random, known, GRANTED_THERE if is_planted else GRANTED)
    return {"ja": granted, "nee": known - granted, "onbekend": unknown}


def drawn(random: Random, people: int, chance: float) -> int:
    """How many of these people it happens to, by chance."""
    return sum(random.random() < chance for _ in range(people))


def recruitment_csv() -> str:
    """The table of applicants as a file."""
    return as_csv(recruitment())


def permits_csv() -> str:
    """The table of applications as a file."""
    return as_csv(permits())


def as_csv(rows: Sequence[Row]) -> str:
    """Rows as a file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
