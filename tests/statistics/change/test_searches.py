"""What is claimed where nothing changed, and what is found where something did."""

import numpy as np
import pytest

from tests.statistics.change import draws
from tests.statistics.change.draws import GRID, drawn_tally, moments, two_sides
from tests.statistics.change.tables import measured
from waterpas.measure import change as method
from waterpas.measure.changes import found as found_module
from waterpas.measure.changes.charts import Limits
from waterpas.measure.changes.found import watched
from waterpas.measure.changes.series import Series, points_of
from waterpas.results import Certainty

pytestmark = pytest.mark.proof

SEARCHES = GRID["searches"]


@pytest.fixture(autouse=True)
def only_the_answers(monkeypatch):
    """Figures and notes take half the time, and claim nothing."""
    monkeypatch.setattr(method, "_figures", lambda *_, **__: ())
    monkeypatch.setattr(method, "_notes", lambda *_: ())


def claims_of(case, *, planted, data_sets):
    """In how many tables an answer calls something a difference, and in how many about A."""
    rng = np.random.default_rng([GRID["seed"], 7])
    any_of_them = about_a = 0
    for _ in range(data_sets):
        tally = drawn_tally(case, rng, planted=planted)
        answers = measured(
            tally, reference="reference", since=str(2000 + case["periods"][0])
        ).answers
        claimed = [each.of["groep"] for each in answers if each.certainty is Certainty.DIFFERENCE]
        any_of_them += bool(claimed)
        about_a += "A" in claimed
    return any_of_them / data_sets, about_a / data_sets


@pytest.mark.parametrize("at", range(3))
def test_the_answers_claim_little_where_nothing_changed(at, prove):
    case = SEARCHES["answers"][at]
    data_sets = SEARCHES["data_sets"] if prove else (100, 60, 30)[at]

    nothing, _ = claims_of(case, planted=0.0, data_sets=data_sets)

    assert nothing <= SEARCHES["most"] + (0 if prove else 0.06)  # few tables: more by chance


@pytest.mark.parametrize("at", range(3))
def test_the_answers_find_a_planted_change(at, prove):
    case = SEARCHES["answers"][at]
    data_sets = 300 if prove else (100, 60, 30)[at]

    _, found = claims_of(case, planted=case["planted"], data_sets=data_sets)

    assert found >= case["found"] - (0 if prove else 0.1)


def signals_of(case, *, planted, data_sets):
    """In how many runs a period lies outside, or a shift is seen."""
    rng, signals = np.random.default_rng([GRID["seed"], 8]), 0
    for _ in range(data_sets):
        drawn = moments({**case, "change": planted}, rng)
        series = Series("A", {("",): drawn}, {}, drawn, ())
        seen = watched(points_of(series, two_sides(series.here), None))
        signals += bool(seen.outside) or seen.seen_from is not None
    return signals / data_sets


@pytest.mark.parametrize("at", range(3))
def test_the_charts_give_few_false_alarms_over_a_whole_run_and_see_what_changed(at, prove):
    case = SEARCHES["charts"][at]
    data_sets = SEARCHES["data_sets"] if prove else 300

    nothing = signals_of(case, planted=0.0, data_sets=data_sets)
    found = signals_of(case, planted=case["planted"], data_sets=data_sets)

    assert nothing <= SEARCHES["most"] + (0 if prove else 0.01)
    assert found >= case["found"]


def test_three_standard_errors_would_give_false_alarms_in_many_runs(monkeypatch):
    monkeypatch.setattr(found_module, "limits_for", lambda *_: Limits(3.0, 4.0))

    assert signals_of(SEARCHES["charts"][0], planted=0.0, data_sets=300) > 0.1


def test_a_search_without_adjusting_would_claim_too_much(monkeypatch):
    monkeypatch.setattr(method, "benjamini_hochberg", list)

    assert claims_of(SEARCHES["answers"][1], planted=0.0, data_sets=60)[0] > 0.1


def test_the_drawn_tables_are_what_the_grid_says():
    case = SEARCHES["answers"][1]
    tally = drawn_tally(case, np.random.default_rng(1))

    assert len(tally.levels("groep")) == 7
    assert len(tally.levels("jaar")) == 2
    assert draws.GRID is GRID
