"""What is claimed where there is no difference, and what is found where there is one."""

import pytest

from tests.statistics.pay.draws import GRID, claims_of
from waterpas.measure import pay as method
from waterpas.measure.paid import found as finding

pytestmark = pytest.mark.proof

SEARCHES = GRID["searches"]


@pytest.fixture(autouse=True)
def only_the_answers(monkeypatch):
    """Figures and notes take time, and claim nothing."""
    monkeypatch.setattr(method, "_figures", lambda *_: ())


@pytest.mark.parametrize("at", range(4))
def test_little_is_claimed_where_there_is_no_difference(at, prove):
    data_sets = SEARCHES["data_sets"] if prove else (60, 15, 60, 60)[at]

    claimed, _ = claims_of(SEARCHES["cells"][at], data_sets)

    assert claimed <= SEARCHES["claims_at_most"] + (0 if prove else 0.1)  # few: more by chance


@pytest.mark.parametrize("at", range(4))
def test_a_planted_difference_is_found(at, prove):
    case = SEARCHES["planted"][at]

    _, found = claims_of(case, 300 if prove else 20)

    assert found.get(case["found"], 0) >= case["at_least"] - (0 if prove else 0.25)


def test_without_adjusting_far_more_is_claimed(monkeypatch):
    monkeypatch.setattr(finding, "benjamini_hochberg", list)

    claimed, _ = claims_of(SEARCHES["cells"][0], 60)

    assert claimed > 0.1
