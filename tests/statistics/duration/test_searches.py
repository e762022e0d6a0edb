"""What is claimed where groups do not differ, and what is found where one does."""

import pytest

from tests.statistics.duration.draws import GRID, answers_in
from tests.statistics.frozen import frozen
from waterpas.measure.waiting import answers as answers_module
from waterpas.results import Certainty

pytestmark = pytest.mark.proof

SEARCHES = GRID["searches"]
CASES = [(part, at) for part in ("waiting", "giving_up") for at in range(2)]
WAITING = {"longer", "shorter"}


def claims_of(part, at, *, planted, data_sets):
    """In how many tables an answer calls something a difference, and in how many the planted."""
    rng, case = frozen([GRID["seed"], 7, at, planted]), SEARCHES[part][at]
    anything = about_it = 0
    for _ in range(data_sets):
        answers = answers_in(case, planted=planted, rng=rng)
        claimed = [each for each in answers if each.certainty is Certainty.DIFFERENCE]
        first = [each.code in WAITING for each in claimed if each.of["groep"] == "0"]
        anything += bool(claimed)
        about_it += (part == "waiting") in first
    return anything / data_sets, about_it / data_sets


@pytest.mark.parametrize(("part", "at"), CASES)
def test_little_is_claimed_where_no_group_differs(part, at, prove):
    data_sets = SEARCHES["data_sets"] if prove else 100

    nothing, _ = claims_of(part, at, planted=False, data_sets=data_sets)

    assert nothing <= SEARCHES["most"] + (0 if prove else 0.06)  # few tables: more by chance


@pytest.mark.parametrize(("part", "at"), CASES)
def test_a_planted_difference_is_found(part, at, prove):
    data_sets = SEARCHES["data_sets"] if prove else 100

    _, found = claims_of(part, at, planted=True, data_sets=data_sets)

    assert found >= SEARCHES[part][at]["found"] - (0 if prove else 0.1)


def test_without_allowing_for_the_number_of_comparisons_too_much_is_claimed(monkeypatch):
    monkeypatch.setattr(answers_module, "benjamini_hochberg", list)

    assert claims_of("waiting", 1, planted=False, data_sets=200)[0] > 0.2
