"""Where no group that is shown gives a horizon, a hidden group gives none either."""

import pytest

from tests.statistics.duration.tables import DECIDED, OPEN
from tests.statistics.duration.test_hidden_alike import page, released
from waterpas.measure.waiting import figures

# At the day that both A and B reach nothing may be shown; a day that C sets is earlier.
A = {25: 3, 13: 4, 7: 4, 37: 5, 28: 1, 31: 1, 19: 3, 22: 2}
B = {19: 10, 22: 5, 28: 6, 31: 2}
SHOWN = [("A", day, DECIDED, people) for day, people in A.items()]
SHOWN += [("A", day, OPEN, 1) for day in (16, 10, 19, 25, 34, 1)]
SHOWN += [("A", 10, OPEN, 1)]
SHOWN += [("B", day, DECIDED, people) for day, people in B.items()]
SHOWN += [("B", day, OPEN, 1) for day in (25, 10, 13, 31, 16, 7, 4)]

C = {37: 10, 7: 2, 16: 2, 1: 1, 22: 1, 25: 2, 34: 1}
HIDDEN = [
    *({**C, 37: people} for people in (8, 9, 11)),
    *({**C, 37: 0, day: 10} for day in (17, 24, 26, 30, 40)),
    C,
]


def with_hidden(some, shown=SHOWN):
    """The table with a hidden group C, of which somebody is open."""
    decided = [("C", day, DECIDED, people) for day, people in some.items() if people]
    return [*shown, *decided, ("C", 37, OPEN, 1)]


@pytest.mark.parametrize("term", [None, 14, 25])
def test_whatever_a_hidden_group_holds_the_page_is_the_same(term):
    assert len({page(with_hidden(each), term=term) for each in HIDDEN}) == 1


def test_nothing_about_days_is_left():
    result = released(with_hidden(C)).result

    assert {answer.code for answer in result.answers} == {"hidden"}
    assert result.asked["horizon"] == 0.0
    assert not [figure for figure in result.figures if figure.unit == "days"]


def test_the_share_within_a_term_that_was_asked_for_is_still_told():
    rows = with_hidden(C, [(*row[:3], row[3] * 12) for row in SHOWN if row[1] >= 13])
    share = [each for each in released(rows, term=22).result.figures if each.name == "within"]

    assert [each.of["groep"] for each in share if each.value is not None] == ["A"]


def test_without_its_guard_the_page_tells_of_the_hidden_group(monkeypatch):
    counts = figures.told_by_mean
    monkeypatch.setattr(figures, "told_by_mean", lambda *groups, **_: counts(*groups, leaves=True))

    assert len({page(with_hidden(each)) for each in HIDDEN}) > 1
