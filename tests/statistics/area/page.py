"""The rows of the tables with measured coverage on the page of the method."""

from tests.statistics.area.draws import GRID

FIGURES = {"group": "de groep", "others": "anderen", "gap": "het verschil"}
TRUTHS = {
    "most": "zo vaak als kan",
    "least": "zo weinig als kan",
    "alike": "gelijk aan anderen",
}


def row(part, at, found):
    """One cell of the grid as a row: what it is, and how often the interval holds the truth."""
    cell = GRID[part][at]
    what = FIGURES[cell["figure"]] if part == "bounds" else "hoge min lage gebieden"
    truth = _truth(cell) if part == "bounds" else ""
    size = "groot" if cell.get("large") else ""
    share = _percent(found["whole"])
    return f"| {what} | {_areas(cell)} | {_rate(cell)} | {truth} | {size} | {share} |"


def found_row(kind, at, shares):
    """One case of a search: how often something is claimed without and with a difference."""
    case = GRID["searches"][kind][at]
    what = "mensen" if kind == "people" else "gebieden"
    name = "truth" if kind == "people" else "rate"
    planted = " en ".join(_decimal(each, 2) for each in case["planted"])
    without = " en ".join(_decimal(each, 2) for each in case[name])
    claimed, found = (_percent(each) for each in shares)
    return f"| {what} | {_areas(case)} | {without} | {claimed} | {planted} | {found} |"


def _areas(cell):
    n = " tot ".join(str(each) for each in dict.fromkeys(cell["n"]))
    percent = (
        "om en om " + " en ".join(map(str, cell["alternate"]))
        if "alternate" in cell
        else "{} tot {}".format(*cell["shares"])
    )
    whole = ", hele procenten" if cell.get("rounded") else ""
    return f"{cell['areas']} met {n} mensen; {percent} procent{whole}"


def _rate(cell):
    rates = dict.fromkeys(cell.get("rate") or cell["truth"])
    return " tot ".join(_decimal(each, 2) for each in rates)


def _truth(cell):
    truth = cell["truth"]
    return TRUTHS[truth] if isinstance(truth, str) else "bekend"


def _percent(share):
    return _decimal(100 * share, 1)


def _decimal(value, places):
    return f"{value:.{places}f}".replace(".", ",")
