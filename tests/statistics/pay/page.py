"""The rows of the tables with measured coverage on the page of the method."""

from tests.statistics.pay.draws import GRID

NAMES = {
    "gap": "verschil",
    "share": "als deel",
    "composition": "andere schalen",
    "within": "binnen schalen",
    "goes-with": "gaat samen met",
    "remains": "over",
    "higher": "hoger in schaal",
    "endowments": "andere plek",
    "coefficients": "ander loon",
    "q10": "10",
    "q25": "25",
    "q50": "50",
    "q75": "75",
    "q90": "90",
}
SHAPES = {"fine": "gewoon", "ladder": "treden", "skewed": "scheef", "uneven": "ongelijk"}
SCALES = {"alike": "gelijk", "lower": "lager"}


def row(part, at, found):
    """One cell of the grid as a row: what it is, and the share per interval."""
    cell = GRID[part][at]
    group, reference = cell["n"]
    what = f"{SHAPES[cell['shape']]}, schalen {SCALES[cell['scales']]}"
    less = f", {cell['within']} minder" if cell["within"] else ""
    size = "groot" if cell.get("large") else ""
    shares = ", ".join(f"{NAMES[name]} {percent(share)}" for name, share in found.items())
    return f"| {group} en {reference} | {what}{less} | {size} | {shares} |"


def percent(share):
    """95.15% as '95,2'."""
    return f"{100 * share:.1f}".replace(".", ",")
