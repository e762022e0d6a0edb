"""What is claimed where groups do not differ or nobody agrees, and what is found where they do."""

import pytest

from tests.statistics.agreement.draws import GRID, pairs_drawn
from tests.statistics.frozen import frozen
from waterpas.measure.agreements import answers as answers_module
from waterpas.measure.agreements.answers import group_answers, whole_answers
from waterpas.measure.agreements.figures import Compared
from waterpas.results import Certainty

pytestmark = pytest.mark.proof

SEARCHES = GRID["searches"]


def table_of(alike):
    """Two decisions, as often the one as the other."""
    return [[alike / 2, (1 - alike) / 2], [(1 - alike) / 2, alike / 2]]


def claims_of(case, *, planted, rng):
    """Which groups of one table are said to differ."""
    mine, others = case["alike"]
    other = pairs_drawn(table_of(others), case["n"][1], rng)
    alike = [mine if planted and not at else others for at in range(case["groups"])]
    found = [
        Compared(str(at), pairs_drawn(table_of(each), case["n"][0], rng), other)
        for at, each in enumerate(alike)
    ]
    answers = group_answers(found, across="g")
    return [each.of["g"] for each in answers if each.certainty is Certainty.DIFFERENCE]


def share(case, *, planted, prove, about=None):
    rng = frozen([GRID["seed"], 7, SEARCHES["groups"].index(case), planted])
    draws = SEARCHES["data_sets"] if prove else 100
    claimed = [claims_of(case, planted=planted, rng=rng) for _ in range(draws)]
    return sum((about in each) if about else bool(each) for each in claimed) / draws


@pytest.mark.parametrize("at", [0, 1])
def test_little_is_claimed_where_no_group_differs(at, prove):
    nothing = share(SEARCHES["groups"][at], planted=False, prove=prove)

    assert nothing <= SEARCHES["most"] + (0 if prove else 0.06)  # few tables: more by chance


@pytest.mark.parametrize("at", [0, 1])
def test_a_planted_difference_is_found(at, prove):
    case = SEARCHES["groups"][at]

    assert share(case, planted=True, prove=prove, about="0") >= case["found"]


def test_without_allowing_for_the_number_of_comparisons_too_much_is_claimed(monkeypatch):
    monkeypatch.setattr(answers_module, "benjamini_hochberg", list)

    assert share(SEARCHES["groups"][1], planted=False, prove=False) > SEARCHES["most"] + 0.06


def beyond_chance(case, *, planted, prove):
    """In which share of tables more than chance is claimed."""
    yes, draws = case["yes"], SEARCHES["data_sets"] if prove else 100
    rng = frozen([GRID["seed"], 8, SEARCHES["chance"].index(case), planted])
    by_chance = yes**2 + (1 - yes) ** 2
    more = (case["alike"] - by_chance) / 2 if planted else 0.0
    table = [[yes**2 + more, yes * (1 - yes) - more], [yes * (1 - yes) - more, 0.0]]
    table[1][1] = 1 - sum(map(sum, table))
    found = [whole_answers(pairs_drawn(table, case["n"], rng))[-1] for _ in range(draws)]
    return sum(each.certainty is Certainty.DIFFERENCE for each in found) / draws


@pytest.mark.parametrize("at", [0, 1])
def test_agreement_by_chance_is_seldom_called_more_than_chance(at, prove):
    claimed = beyond_chance(SEARCHES["chance"][at], planted=False, prove=prove)

    assert claimed <= SEARCHES["most"] + (0 if prove else 0.06)


@pytest.mark.parametrize("at", [0, 1])
def test_agreement_beyond_chance_is_found(at, prove):
    case = SEARCHES["chance"][at]

    assert beyond_chance(case, planted=True, prove=prove) >= case["found"] - (0 if prove else 0.1)
