"""What is hidden of waiting times looks the same, whatever the reason; and no mean tells of each.

The attacker tries every table that could be behind a release, and reads off those that give the
same page.
"""

import json
from dataclasses import replace

import numpy as np
import pytest

import waterpas
from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, measured, table
from tests.statistics.duration.tables_that_fit import tables_of
from waterpas.disclosure import figures as disclosing
from waterpas.measure.waiting import apart, drawing, horizon
from waterpas.serialise.measured import measured as plain

OTHERS = [("B", day, DECIDED, 12) for day in range(7, 27, 2)]
OTHERS += [("C", day, DECIDED, 11) for day in (*range(7, 25, 2), 27)]
SMALL_CELL = [("C", 31, DECIDED, 2)]


def released(rows, **more):
    return waterpas.release(measured(table(rows), **more), audience="public")


def page(rows, **more):
    """Everything that leaves."""
    shown = released(rows, **more)
    drawn = json.dumps(shown.result.drawing, sort_keys=True, default=str)
    return json.dumps(plain(shown.result), sort_keys=True, default=str), drawn, shown.hidden


def value(rows, name, **more):
    figure = released(rows, **more).result.figure(name, {"groep": "A"})
    return figure and figure.value


# Everybody of a hidden group waited as long.

ALIKE = [
    *([("A", day, DECIDED, 30)] for day in range(0, 40, 3)),
    [("A", 16, DECIDED, 29), ("A", 3, DECIDED, 1)],
    [("A", 16, DECIDED, 15), ("A", 17, DECIDED, 15)],
    [("A", day, DECIDED, 1) for day in range(1, 13)],  # too few people
    [("A", 5, DECIDED, 3), ("A", 5, OPEN, 27)],
    [("A", 16, OPEN, 30)],
    [("A", "onbekend", DECIDED, 30)],
    [("A", day, DECIDED, 4) for day in (2, 4, 6, 9, 12, 20, 30)],
]


@pytest.mark.parametrize("small", [SMALL_CELL, []])
def test_of_a_hidden_group_nothing_tells_on_what_day_or_why(small):
    sure = [("C", day, OPEN, 0) for day in (5,)]  # a column of endings in every table
    of_days = ALIKE[:14] if not small else ALIKE[:14] + ALIKE[15:17] + ALIKE[-1:]

    assert len({page([*each, *OTHERS, *small, *sure]) for each in of_days}) == 1


def test_no_reason_is_another_word_and_no_figure_of_the_group_is_left():
    for each in ALIKE:
        result = released([*each, *OTHERS, *SMALL_CELL]).result
        about_a = [answer for answer in result.answers if answer.of == {"groep": "A"}]

        assert {(answer.code, answer.figures) for answer in about_a} == {("hidden", ())}
        assert not [figure for figure in result.figures if figure.of == {"groep": "A"}]
        assert "family" not in {note.code for note in result.notes}


def test_the_horizon_is_that_of_the_groups_that_are_shown():
    days = {released([*each, *OTHERS]).result.asked["horizon"] for each in ALIKE}

    assert days == {21.0}


def test_where_nothing_is_shown_there_is_no_horizon():
    result = released([("A", 16, DECIDED, 30), *OTHERS[:10]]).result

    assert result.asked["horizon"] == 0.0
    assert not {"horizon-chosen", "giving-up-until"} & {note.code for note in result.notes}


def sums(shown):
    """What the means of both together and of one of them leave for the other."""
    named = {name: shown.figure("mean", {"groep": name}) for name in ("B", "A en B")}
    if any(figure is None or figure.value is None for figure in named.values()):
        return None
    n = {name: figure.people[0].n.value for name, figure in named.items()}
    both, one = (n[name] * named[name].value for name in ("A en B", "B"))
    return (both - one) / (n["A en B"] - n["B"])


def with_both(day):
    """Thirty who all waited as long, others, and a row of both together."""
    two = [("A", day, DECIDED, 30), *((name, *rest) for name, *rest in OTHERS if name == "B")]
    rows = [*two, *(("A en B", *rest) for _, *rest in two), ("C", 60, DECIDED, 15), *OTHERS[10:]]
    found = replace(measured(table(rows), reference="C"), cells=None)
    return waterpas.release(found, audience="public").result


@pytest.mark.parametrize("day", [9, 16, 20])
def test_a_hidden_group_does_not_follow_from_a_group_that_it_is_a_part_of(day):
    assert sums(with_both(day)) is None


def test_without_its_guard_the_day_of_each_in_it_does(monkeypatch):
    monkeypatch.setattr(disclosing, "over_hidden", lambda *_, **__: frozenset())

    assert sums(with_both(16)) == pytest.approx(16, abs=5)


def test_the_attack_reads_the_day_off_the_horizon_without_its_guard(monkeypatch):
    monkeypatch.setattr(horizon, "_may_be_shown", lambda *_: True)

    pages = [page([("A", day, DECIDED, 30), *OTHERS, *SMALL_CELL]) for day in range(8, 25)]
    assert len(set(pages)) > 3


def test_the_attack_reads_the_reason_off_the_rows_without_its_guard(monkeypatch):
    monkeypatch.setattr(disclosing, "hidden_alike", lambda result: result)

    assert len({page([*each, *OTHERS, *SMALL_CELL]) for each in ALIKE}) > 1


# With open cases: a few decisions look like none.

MANY = [("B", day, DECIDED, 6) for day in range(5, 45)]
MANY += [("B", 20, GAVE_UP, 30), ("B", 30, OPEN, 30)]


@pytest.mark.parametrize("term", [None, 28])
def test_a_few_decisions_look_like_no_decision(term):
    def with_decided(some):
        decided = [("A", day, DECIDED, 1) for day in (3, 9, 20, 21, 22, 23, 24, 25, 26)[:some]]
        rows = [*decided, ("A", 30, OPEN, 28 - some), ("A", 18, GAVE_UP, 12), *MANY]
        return page(rows, term=term)

    assert len({with_decided(some) for some in range(10)}) == 1


# Nearly everybody waited as long: the mean says how long each of them did.

FORTY_DAYS = [("B", day, DECIDED, 6) for day in range(5, 45)]
NEARLY = [
    [("A", 8, DECIDED, 10), ("A", 9, DECIDED, 50)],
    [("A", 30, DECIDED, 45), ("A", 31, DECIDED, 45)],
    [("A", 30, DECIDED, 92), *(("A", day, DECIDED, 1) for day in range(40, 120, 10))],
    [("A", 20, DECIDED, 53), *(("A", day, DECIDED, 1) for day in (3, 5, 8, 11, 13, 16, 17))],
]


@pytest.mark.parametrize("rows", NEARLY)
def test_nothing_is_told_of_a_group_in_which_nearly_everybody_waited_as_long(rows):
    for more in ({}, {"horizon": 9}, {"horizon": 31}):
        result = released([*rows, *FORTY_DAYS], **more).result

        assert [answer.code for answer in result.answers] == ["hidden"]
        assert result.figures == ()
        assert result.drawing == {}


def test_nor_of_a_group_that_is_compared_with_such_a_one():
    rows = [("B", day, people_ended, n) for _, day, people_ended, n in NEARLY[0]]
    rows += [("A", *row[1:]) for row in FORTY_DAYS]

    assert released(rows).result.figures == ()


def test_ten_who_waited_otherwise_are_enough():
    rows = [("A", 20, DECIDED, 60), *(("A", day, DECIDED, 1) for day in range(3, 17))]
    rows += [("A", day, DECIDED, 2) for day in range(24, 34)]

    assert value([*rows, *FORTY_DAYS], "mean") is not None


def test_without_its_guard_the_mean_tells_of_nearly_everybody(monkeypatch):
    monkeypatch.setattr(apart, "unlike_most", lambda *_: 99)

    assert value([*NEARLY[0], *NINE_DAYS], "mean", horizon=9) == 8.8


# The people of a single day, between two points of the picture.

SINGLE = {1: 1, 2: 11, 3: 1, 4: 11, 5: 1, 6: 11, 7: 1, 8: 11, 9: 110}
NINE_DAYS = [*(("B", day, DECIDED, 15) for day in range(1, 9)), ("B", 9, DECIDED, 150)]


def on_a_day(day):
    """Between what the people of group A on this day lie, by all that is shown."""
    rows = [*(("A", each, DECIDED, people) for each, people in SINGLE.items()), *NINE_DAYS]
    result = released(rows, horizon=9).result
    tables = tables_of(result, "A", sum(SINGLE.values()), term=None, last=20)
    assert "horizon" in tables.points  # the mean is shown
    low, high = tables.between(day - 1, day)
    assert low <= SINGLE[day] <= high
    return high - low + 1


@pytest.mark.parametrize("day", [1, 3, 5, 7])
def test_the_people_of_a_day_between_two_points_of_the_picture_are_not_counted(day):
    assert on_a_day(day) >= 10


def test_the_picture_and_the_mean_count_them_without_the_guard(monkeypatch):
    monkeypatch.setattr(drawing, "beside_points", lambda *_: 99)

    assert [on_a_day(day) < 10 for day in (1, 3, 5, 7)] == [True] * 4


def test_of_many_different_days_the_picture_has_its_points():
    rows = [("A", day, DECIDED, 2 + day % 5) for day in range(1, 41)]
    rows += [("B", day, DECIDED, 9) for day in range(1, 41)]
    curves = released(rows).result.drawing["curves"]

    assert all(np.shape(each["points"])[0] > 3 for each in curves)
