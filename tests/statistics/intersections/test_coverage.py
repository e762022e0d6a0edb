"""The intervals of combinations against the bars of the grid, which was written before them."""

import pytest

from tests.statistics.intersections import coverage
from tests.statistics.intersections.coverage import GRID, covered
from waterpas.measure.combinations.interaction import Extra
from waterpas.measure.combinations.pooling import Pool
from waterpas.results import Interval

pytestmark = pytest.mark.proof

LOW, HIGH = GRID["bars"]["large"]
# How many data sets are drawn: in the whole proof, and each time. Four rates are drawn fast, so ten
# times what the grid asks; a model takes long to fit, so less: the page has all 2,000 of those.
NUMBER = {"interaction": (20_000, 2_000), "pooled": (200, 20), "strata": (100, 20)}


def outside(kind, number):
    """The large cells of the grid where an interval covers too little or too much."""
    found = []
    for place, case in enumerate(GRID[kind]):
        room = slack(case, number) if case["large"] else 1.0
        shares = covered(kind, place, number)
        found += [(place, share) for share in shares if not LOW - room <= share <= HIGH + room]
    return found


def slack(case, number):
    """What chance may add to a bar when fewer are drawn than the whole proof asks."""
    drawn = number * case.get("groups", case.get("strata", 1))
    return 0.0 if drawn >= NUMBER["interaction"][0] else 3 * (0.05 * 0.95 / drawn) ** 0.5


@pytest.mark.parametrize("kind", ["interaction", "pooled", "strata"])
def test_at_the_large_cells_the_intervals_hold_the_truth(kind, prove):
    assert outside(kind, NUMBER[kind][0 if prove else 1]) == []


def test_half_of_the_grid_is_large():
    for kind in ("interaction", "pooled", "strata"):
        large = [case["large"] for case in GRID[kind]]
        assert 2 * sum(large) >= len(large)


def test_the_page_has_the_measured_value_of_every_cell():
    page = coverage.PAGE.read_text(encoding="utf-8")

    for kind in ("interaction", "pooled", "strata"):
        for case in GRID[kind]:
            assert f"| {coverage.said(case)} |" in page


def test_a_planted_interval_of_half_the_width_is_found(monkeypatch):
    def half(**counts):
        found = extra_of(**counts)
        narrow = [
            each
            and Interval(
                (each.low + found.points) / 2 if each is found.points_interval else each.low,
                (each.high + found.points) / 2 if each is found.points_interval else each.high,
                each.level,
            )
            for each in (found.points_interval, found.reri_interval)
        ]
        return Extra(found.points, narrow[0], found.reri, narrow[1])

    extra_of = coverage.extra_of
    monkeypatch.setattr(coverage, "extra_of", half)
    covered.cache_clear()
    found = outside("interaction", 500)
    covered.cache_clear()

    assert found != []


def test_a_planted_pool_that_takes_its_parameters_for_sure_is_found(monkeypatch):
    monkeypatch.setattr(Pool, "_added", lambda *_: 0.0)
    covered.cache_clear()
    sure = [covered("pooled", place, 40)[0] for place in (4, 5)]
    covered.cache_clear()
    monkeypatch.undo()
    ours = [covered("pooled", place, 40)[0] for place in (4, 5)]
    covered.cache_clear()

    assert all(one < other for one, other in zip(sure, ours, strict=True))
    assert min(sure) < GRID["bars"]["note_under"]
