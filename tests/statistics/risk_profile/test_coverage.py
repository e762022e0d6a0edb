"""Coverage by drawing, against the bars in the grid that was fixed before the code."""

from pathlib import Path

import numpy as np
import pytest

from tests.statistics.risk_profile import coverage as drawn
from tests.statistics.risk_profile.cases import GRID, measured
from waterpas.measure.matrices import from_matrices
from waterpas.measure.profile.association import association
from waterpas.results import Interval

pytestmark = pytest.mark.proof
BARS = GRID["bars"]
PAGE = Path(__file__).parents[3] / "docs" / "methoden" / "risk_profile.md"


def outside_the_bars(kind, *, whole, draw=None):
    """The large cells whose coverage is too low or too high."""
    return [
        f"{cell['id']} {name}: {share:.4f}"
        for cell in drawn.cells(kind, whole=whole)
        if cell["large"]
        for name, share in drawn.coverage(kind, cell, draw).items()
        if not BARS["low"] <= share <= BARS["high"]
    ]


@pytest.mark.parametrize("kind", sorted(drawn.KINDS))
def test_the_large_cells_reach_the_bars(kind, prove):
    assert outside_the_bars(kind, whole=prove) == []


def test_the_page_shows_what_is_measured_now(prove):
    text = PAGE.read_text(encoding="utf-8").splitlines()
    rows = list(drawn.rows(whole=prove))

    assert len(rows) >= 4
    assert [row for row in rows if row not in text] == []


def test_at_least_half_of_the_grid_is_large():
    for kind in drawn.KINDS:
        large = [cell["large"] for cell in GRID[kind]]
        assert 2 * sum(large) >= len(large)


def test_a_planted_narrow_interval_is_found():
    def planted(cell, rng):
        found = drawn.carries(cell, rng)["carries"]
        interval, truth = found
        middle = (interval.low + interval.high) / 2
        reach = 0.7 * (interval.high - middle)
        return {"carries": (Interval(middle - reach, middle + reach), truth)}

    assert outside_the_bars("carries", whole=False, draw=planted) != []


def test_a_planted_interval_that_forgets_the_group_in_everybody_is_found():
    def planted(cell, cases, others):
        made = drawn.chance(cell, cases, others)
        interval, truth = made["difference"]
        share = cell["sizes"][0] / sum(cell["sizes"])
        wide = Interval(interval.low / (1 - share), interval.high / (1 - share))
        return {"difference": (wide, truth)}

    assert outside_the_bars("chance", whole=False, draw=planted) != []


def test_the_tables_that_are_drawn_have_the_v_they_say():
    shares = drawn.joint([0.6, 0.25, 0.15], [0.2] * 5, 0.25)

    assert association((1e7 * shares).tolist()).raw == pytest.approx(0.25, abs=1e-6)


def test_what_is_covered_is_what_the_result_gives():
    rng = np.random.default_rng(3)
    cell = GRID["errors"][0]
    one, other = (drawn._matrix(cell[side], rng) for side in ("group", "reference"))
    found = measured(from_matrices({"a": one, "b": other}))
    made = drawn.errors(cell, np.random.default_rng(3))

    for name, (interval, _) in made.items():
        assert found.figure(name, {"group": "a"}).interval == interval


def test_the_chance_that_is_covered_is_what_the_result_gives():
    cell = {"sizes": [800, 900], "rates": [0.2, 0.1]}
    cases = (170, 85)
    people = {
        group: {"tp": x, "fp": 0, "fn": 0, "tn": n - x}
        for group, x, n in zip("ab", cases, cell["sizes"], strict=True)
    }
    found = measured(from_matrices(people), found=None)
    made = drawn.chance(cell, *cases)

    for name, figure in (("difference", "chosen-above-random"), ("ratio", "chosen-times-random")):
        interval = found.figure(figure, {"group": "a"}).interval
        assert interval.low == pytest.approx(made[name][0].low)
        assert interval.high == pytest.approx(made[name][0].high)
