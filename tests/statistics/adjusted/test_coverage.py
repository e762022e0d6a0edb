"""Coverage of the intervals of like with like, against the bars that were set before the code."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from tests.statistics.adjusted.coverage import (
    GRID,
    INTERVALS,
    cells_of,
    coverage,
    draws,
    name_of,
    row_of,
    truth_of,
)
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.like_with_like.notes import few_people
from waterpas.measure.like_with_like.strata import difference_interval

pytestmark = pytest.mark.proof

PAGE = Path(__file__).parents[3] / "docs" / "methoden" / "adjusted.md"
LOW, HIGH = GRID["bars"]["large"]


def slack(name, *, whole):
    """What chance may take off, where only a tenth is drawn."""
    return 0.0 if whole else 3.5 * math.sqrt(0.95 * 0.05 / draws(name, whole=False))


def outside(name, *, whole, limits=None):
    """The large cells on which an interval holds the truth too seldom or too often."""
    room = slack(name, whole=whole)
    found = []
    for place, cell in enumerate(cells_of(name)):
        if cell["large"]:
            value = coverage(name, place, whole=whole, limits=limits)
            if not LOW - room <= value <= HIGH + room:
                found.append((name_of(cell), value))
    return found


@pytest.mark.parametrize("name", list(INTERVALS))
def test_at_least_half_of_the_cells_are_large(name):
    large = [cell["large"] for cell in cells_of(name)]

    assert sum(large) >= len(large) / 2


def test_what_is_called_large_is_large():
    for cell in GRID["cells"]:
        truth = truth_of(cell)
        counts = (
            truth.group @ truth.p,
            truth.group @ (1 - truth.p),
            truth.reference @ truth.q,
            truth.reference @ (1 - truth.q),
        )
        assert (min(counts) >= 50) == cell["large"], name_of(cell)


def without_note(name, *, whole):
    """The small cells on which it is held less often, while the result has no note."""
    least = GRID["bars"]["note"] - slack(name, whole=whole)
    return [
        name_of(cell)
        for place, cell in enumerate(cells_of(name))
        if not cell["large"]
        and coverage(name, place, whole=whole) < least
        and not few_people(truth_of(cell).table)
    ]


def bare(row):
    """A row of the page without its last cell."""
    return row.rstrip("|").rpartition("|")[0]


def not_on_the_page(name, *, whole):
    """The rows that the page should have; of a tenth, without what was measured."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    shown = lines if whole else [bare(line) for line in lines]
    measured = [
        row_of(name, cell, coverage(name, place, whole=True) if whole else 0.0)
        for place, cell in enumerate(cells_of(name))
    ]
    return [row for row in measured if (row if whole else bare(row)) not in shown]


@pytest.mark.parametrize("name", list(INTERVALS))
def test_the_truth_is_held_as_often_as_promised_and_as_the_page_says(name, prove):
    """All at once, for measuring takes long."""
    assert outside(name, whole=prove) == []
    assert without_note(name, whole=prove) == []
    assert not_on_the_page(name, whole=prove) == []


# Positive controls: the same code must find an interval that is known to be wrong.


def too_narrow(strata):
    """At 90% where 95% was promised."""
    return difference_interval(strata, level=0.9)


def without_strata(strata):
    """All people thrown together."""
    return newcombe_interval(
        group_cases=sum(s.cases for s in strata),
        group_total=sum(s.total for s in strata),
        reference_cases=sum(s.reference_cases for s in strata),
        reference_total=sum(s.reference_total for s in strata),
    )


def turned_round(strata):
    """The reference as the group."""
    return difference_interval(
        [
            replace(
                s,
                cases=s.reference_cases,
                total=s.reference_total,
                reference_cases=s.cases,
                reference_total=s.total,
            )
            for s in strata
        ]
    )


@pytest.mark.parametrize("planted", [too_narrow, without_strata, turned_round])
def test_a_planted_wrong_interval_is_found(planted):
    assert outside("difference", whole=False, limits=planted) != []
