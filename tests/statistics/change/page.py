"""The rows of the table with measured coverage on the page of the method."""

from tests.statistics.change.draws import GRID

NAMES = {
    "gap-before": "kloof ervoor",
    "gap-after": "kloof erna",
    "change": "verandering",
    "own": "groep zelf",
    "beyond": "boven elders",
    "own-beyond": "groep zelf boven elders",
    "step": "stap",
    "trend": "lijn ervoor",
}


def row(part, at, found):
    """One cell of the grid as a row: what it is, and the share per interval."""
    cell = GRID[part][at]
    before, after = cell["periods"]
    group, reference = cell["n"]
    shares = ", ".join(f"{NAMES[name]} {_percent(share)}" for name, share in found.items())
    size = "groot" if cell.get("large") else ""
    what = f"{_rates(cell)}{_more(cell)}"
    return f"| {before} en {after} | {group} en {reference} | {what} | {size} | {shares} |"


def _rates(cell):
    rates = " en ".join(_decimal(each, 2) for each in cell["rates"])
    return f"{rates}; verandering {_decimal(cell['change'], 2)}"


def _more(cell):
    said = ""
    if cell.get("drift"):
        said += f"; samen {_decimal(cell['drift'], 3)} per periode"
    if cell.get("spread"):
        said += f"; schommelt {_decimal(cell['spread'], 2)}"
    if cell.get("rho"):
        said += f", buren lijken {_decimal(cell['rho'], 1)}"
    return said


def _percent(share):
    return _decimal(100 * share, 1)


def _decimal(value, places):
    return f"{value:.{places}f}".replace(".", ",")
