"""The rows of the table with measured shares on the page about planning."""

from tests.statistics.power.draws import GRID

NAMES = {
    "audit": "twee of meer groepen",
    "chain": "keten",
    "adjusted": "mensen die op elkaar lijken",
    "intersections": "combinaties",
    "deciders": "beslissers",
    "pay": "loon",
    "risk_profile": "risicoprofiel",
    "change": "verandering",
    "days": "wachttijd",
}
SAID = {
    "share": "deel {}",
    "rate": "kans {}",
    "groups": "{} groepen",
    "steps": "stappen {}",
    "at": "stap {}",
    "group_parts": "groep {}",
    "reference_parts": "anderen {}",
    "levels": "waarden {}",
    "depth": "diepte {}",
    "deciders": "{} beslissers",
    "spread": "spreiding {}",
    "questions": "vragen {}",
    "found": "te vinden {}",
    "among": "{}",
    "gap": "kloof {}",
    "before": "{} ervoor",
    "after": "{} erna",
    "elsewhere": "{} elders",
    "days": "{} dagen",
    "decided": "besloten {}",
}
WORDS = {"not-found": "bij wie niets te vinden is"}


def row(design, at, found):
    """One cell of the grid: what was planned, and in which share it was found."""
    cell = GRID[design][at]
    more = "; ".join(
        SAID[name].format(_value(cell[name])) for name in SAID if cell.get(name, []) != []
    )
    shares = ", ".join(f"{way} {_decimal(100 * share)}" for way, share in found.items())
    size = "groot" if cell.get("large") else ""
    return f"| {NAMES[design]} | {_value(cell['people'])} | {more} | {size} | {shares} |"


def _value(value):
    if isinstance(value, list):
        return " ".join(map(_value, value))
    if isinstance(value, str):
        return WORDS[value]
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return f"{value:g}".replace(".", ",")


def _decimal(value):
    return f"{value:.1f}".replace(".", ",")
