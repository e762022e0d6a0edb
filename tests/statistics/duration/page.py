"""The rows of the table with measured coverage on the page of the method."""

from tests.statistics.duration.draws import GRID

NAMES = {
    "mean": "gemiddelde",
    "mean-difference": "verschil",
    "median": "helft",
    "within": "binnen de termijn",
    "within-difference": "verschil daarvan",
    "gave-up": "afgehaakt",
    "gave-up-difference": "verschil daarvan",
    "gave-up-ratio": "verhouding daarvan",
}
BOUNDED = ("mean", "mean-difference", "within", "within-difference")
BOUNDED += ("gave-up", "gave-up-difference")
WEEK = 7


def row(part, at, found, grid=GRID):
    """One cell of the grid as a row: what it is, and the share per interval."""
    cell = grid[part][at]
    group, reference = cell["n"]
    size = "groot" if cell.get("large") else ""
    named = {key: name for key, name in NAMES.items() if grid is GRID or key in BOUNDED}
    shares = ", ".join(f"{name} {_share(found, key)}" for key, name in named.items())
    return f"| {group} en {reference} | {_what(cell)} | {size} | {shares} |"


def _what(cell):
    said = f"{cell['scale'][0]} en {cell['scale'][1]} dagen, vorm {_decimal(cell['shape'], 1)}"
    if any(cell["gives_up"]):
        said += "; afhaken " + " en ".join(_decimal(100 * each, 2) for each in cell["gives_up"])
    if cell["open"]:
        said += f"; gevolgd tot {cell['open'][0]} à {cell['open'][1]}"
    if cell.get("step"):
        said += "; hele weken" if cell["step"] == WEEK else f"; per {cell['step']} dagen"
    if cell.get("rounded_to"):
        said += f"; afgerond op {cell['rounded_to']}"
    if cell.get("hidden_below"):
        said += f"; onder {cell['hidden_below']} verborgen"
    return f"{said}; horizon {cell['horizon'] or 'gekozen'}, termijn {cell['term']}"


def _share(found, key):
    return _decimal(100 * found[key], 1) if key in found else "–"


def _decimal(value, places):
    return f"{value:.{places}f}".replace(".", ",")
