"""The rows of the tables with measured coverage on the page of the method."""

from tests.statistics.agreement.draws import cell_of

NAMES = {
    "alike": "gelijk",
    "difference": "verschil",
    "beyond": "boven toeval",
    "agreement": "strengheid telt mee",
    "consistency": "strengheid telt niet mee",
}


def row(part, at, found):
    """One cell of the grid as a row: what it is, and the share per interval."""
    cell = cell_of(part, at)
    size = "groot" if cell.get("large") else ""
    shares = ", ".join(f"{NAMES[name]} {decimal(100 * share, 1)}" for name, share in found.items())
    return f"| {WHAT[part](cell)} | {size} | {shares} |"


def _pairs(cell):
    group, reference = cell["n"]
    tables = " en ".join(_table(cell[whose]) for whose in ("group", "reference"))
    return f"{group} en {reference} dossiers; {tables}"


def _table(table):
    return " / ".join(" ".join(decimal(each, 2) for each in row) for row in table)


def _several(cell):
    kinds = ", ".join(decimal(each, 2) for each in cell["kinds"])
    order = ", in een volgorde" if cell["order"] else ""
    missing = f"; {decimal(cell['missing'], 1)} ontbreekt" if cell["missing"] else ""
    return (
        f"{cell['files']} dossiers, {cell['raters']} beoordelaars; soorten {kinds}{order}; eigen "
        f"{decimal(cell['own'], 1)}{missing}"
    )


def _numbers(cell):
    spread = ", ".join(decimal(each, 1) for each in cell["spread"])
    return f"{cell['files']} dossiers, {cell['raters']} beoordelaars; spreiding {spread}"


def decimal(value, places):
    return f"{value:.{places}f}".replace(".", ",")


WHAT = {"pairs": _pairs, "several": _several, "numbers": _numbers}
