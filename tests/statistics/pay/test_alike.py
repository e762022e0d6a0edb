"""Where nearly everybody earns the same, no figure says what each of them earns."""

from itertools import product

import pytest

from tests.statistics.pay.tables import counted, measured, steps
from waterpas.disclosure import figures as shown
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.plain import plain_text
from waterpas.measure import pay as method
from waterpas.measure.paid import leaving

OTHERS = steps("B", "5", 20, amounts=14) | steps("A", "5", 20, 2550, amounts=14)
SAME = {("C", "5", "2720"): 60}
NEARLY = {("C", "5", "2720"): 60, ("C", "5", "3980"): 9}
CLOSE = {("C", "5", "2710"): 30, ("C", "5", "2730"): 30}
TELLING = [SAME, NEARLY, CLOSE]


def released(tally, **more):
    return shown_figures(measured(tally, **more), minimum=10)[0]


def told(result):
    """The figures with an amount in them, or one that follows from it, that are about C."""
    reference = result.reference.level
    return [
        figure.name
        for figure in result.figures
        if figure.value is not None
        and (figure.of.get("groep") == "C" or (reference == "C" and figure.name != "mean"))
    ]


@pytest.fixture
def unguarded(monkeypatch):
    monkeypatch.setattr(shown, "telling", lambda *_, **__: frozenset())
    monkeypatch.setattr(method, "cells_of_pay", lambda *_: ())


@pytest.mark.parametrize("c", TELLING)
@pytest.mark.parametrize(
    ("reference", "scale", "measure"),
    list(product("ABC", ("schaal", None), ("amount", "log"))),
)
def test_what_all_of_a_group_earn_is_in_no_result_over_the_table(c, reference, scale, measure):
    asked = {"reference": reference, "scale": scale, "measure": measure}
    result = released(counted(OTHERS | c), **asked)
    codes = {answer.code for answer in result.answers if answer.of == {"groep": "C"}}

    assert told(result) == []
    assert codes <= {"hidden"}
    assert "2.7" not in plain_text(result, "nl")


@pytest.mark.parametrize("c", [SAME, CLOSE])
def test_without_the_guard_it_is(unguarded, c):
    result = released(counted(OTHERS | c))

    assert "mean" in told(result)
    assert "€\N{NO-BREAK SPACE}2.7" in plain_text(
        result, "nl"
    ) or "€\N{NO-BREAK SPACE}2.8" in plain_text(result, "nl")


def test_the_other_groups_keep_their_sentence_and_the_hidden_one_says_why():
    result = released(counted(OTHERS | SAME))
    said = plain_text(result, "nl")

    assert next(a.code for a in result.answers if a.of == {"groep": "A"}) != "hidden"
    assert result.figure("mean", {"groep": "A"}).value is not None
    assert "bijna iedereen verdient er hetzelfde" in said


def test_of_a_reference_that_earns_the_same_nothing_is_compared():
    result = released(counted(OTHERS | SAME), reference="C")

    assert {answer.code for answer in result.answers} == {"hidden"}
    assert result.figure("gap", {"groep": "A"}).value is None
    assert result.figure("mean", {"groep": "C"}) is None


def in_one_scale():
    """All of A in scale 7 earn the same; in scale 5 they do not."""
    cells = OTHERS | steps("A", "7", 20, 3500) | steps("B", "7", 20, 3500)
    return counted(
        {key: n for key, n in cells.items() if key[:2] != ("A", "7")} | {("A", "7", "3720"): 60}
    )


def test_what_all_in_one_scale_earn_is_in_no_figure_per_scale_and_in_no_range():
    result = released(in_one_scale())
    names = {figure.name for figure in result.figures if figure.value is not None}

    assert "gap" in names
    assert not [name for name in names if name.startswith(("q", "scale"))]


def test_without_the_guard_each_scale_is_told(unguarded):
    names = {f.name for f in released(in_one_scale()).figures if f.value is not None}

    assert {"scale-gap", "q90"} <= names


def test_where_people_earn_different_amounts_nothing_is_hidden():
    result = released(counted(OTHERS))

    assert {figure.suppressed for figure in result.figures} == {None}
    assert "hidden" not in {answer.code for answer in result.answers}


def one_far_above():
    """Nearly 300 of A earn much the same; one of them earns far more."""
    return counted(OTHERS | {("A", "16", "60000"): 1, ("B", "16", "4100"): 3})


def test_the_pay_of_one_who_earns_far_more_is_not_found_from_the_mean():
    assert released(one_far_above()).figure("mean", {"groep": "A"}).value is None


def test_without_steps_for_two_people_it_is(monkeypatch):
    monkeypatch.setattr(leaving, "TWO", 0)
    mean = released(one_far_above()).figure("mean", {"groep": "A"}).value
    others = {int(key[2]): n for key, n in OTHERS.items() if key[0] == "A"}
    pay = mean * 281 - sum(amount * n for amount, n in others.items())

    assert pay == pytest.approx(60000, rel=0.3)
