"""Counts for the tests of a risk profile: COMPAS, the grants of DUO, and small tables."""

from pathlib import Path
from typing import Any

import yaml

from waterpas.measure.matrices import from_matrices
from waterpas.measure.risk_profile import risk_profile

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
COMPAS = {
    "African-American": {"tn": 990, "fp": 805, "fn": 532, "tp": 1369},
    "Caucasian": {"tn": 1139, "fp": 349, "fn": 461, "tp": 505},
}
# DUO 2014 by origin: students, selected for control, found to have the grant unduly.
DUO = {
    "Nederland": (178_200, 1_050, 130),
    "Europa": (15_630, 120, 50),
    "buiten Europa": (54_820, 2_010, 1_060),
}


def compas():
    """COMPAS as a result, from its matrices."""
    counts = from_matrices(COMPAS, across="race")
    return measured(counts, across="race", reference="Caucasian")


def measured(counts, *, across="group", reference="b", **more):
    """A risk profile of a tally with the columns selected and found."""
    asked = {"selected": "selected", "found": "found"} | more
    return risk_profile(counts, across=across, reference=reference, **asked)


def rows_of(people, *, columns):
    """Rows with a number each: (level per column, number)."""
    return [dict(zip(columns, levels, strict=True)) | {"n": n} for *levels, n in people]


def duo_rows():
    """The grants as a table of counts: of who was not selected it is not known what was found."""
    found = []
    for group, (everybody, selected, unduly) in DUO.items():
        found += [
            (group, "ja", "ja", unduly),
            (group, "ja", "nee", selected - unduly),
            (group, "nee", "", everybody - selected),
        ]
    return rows_of(found, columns=("herkomst", "selected", "found"))


def value(result, name, **of):
    """The value of one figure; `of` with column and level."""
    return result.figure(name, of).value


def ends(result, name, **of):
    """Both ends of the interval of one figure."""
    interval = result.figure(name, of).interval
    return interval.low, interval.high


def codes(result, **of):
    """The codes of the answers about these people."""
    return [answer.code for answer in result.answers if answer.of == of]
