"""What a pre-scan leads to, which criteria apply, and what points at somebody."""

import pytest

from waterpas.web.scans import rules
from waterpas.web.scans.criteria import criteria
from waterpas.web.scans.identifying import name_in, origin_in
from waterpas.web.scans.rules import Outcome
from waterpas.web.scans.words import GROUNDS, QUESTIONS, why_first

NONE = dict.fromkeys(rules.QUESTIONS, "no")


def test_the_pre_scan_has_at_most_eight_questions_and_words_for_each():
    assert len(rules.QUESTIONS) <= 8
    assert set(QUESTIONS) == set(GROUNDS) == set(rules.QUESTIONS)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Outcome.NOT),
        ({"soon": "yes"}, Outcome.NOT),
        ({"signals": "yes"}, Outcome.NOW),
        ({"profile": "yes"}, Outcome.NOW),
        ({"decides": "yes", "lasting": "yes"}, Outcome.NOW),
        ({"decides": "yes", "soon": "yes"}, Outcome.NOW),
        ({"decides": "yes"}, Outcome.LATER),
        ({"area": "yes"}, Outcome.LATER),
    ],
)
def test_the_answers_say_now_later_or_not(answers, expected):
    assert rules.outcome(NONE | answers) == expected


@pytest.mark.parametrize("question", [one for one in rules.QUESTIONS if one != "soon"])
def test_what_nobody_knows_never_leads_to_not(question):
    assert rules.outcome(NONE | {question: "unknown"}) == Outcome.LATER


def test_grounds_are_compared_one_by_one_and_never_counted():
    one_signal = NONE | {"signals": "yes"}
    many_others = dict.fromkeys(rules.QUESTIONS, "yes") | {"signals": "no"}

    assert rules.order(one_signal) < rules.order(many_others)


def test_why_this_one_first_names_what_the_next_one_does_not_have():
    words = why_first([NONE | {"signals": "yes", "decides": "yes"}, NONE | {"decides": "yes"}])

    assert "klachten" in words
    assert "beslist" not in words
    assert not any(sign.isdigit() for sign in words)


def test_there_are_21_criteria_in_the_order_of_the_handbook():
    do, do_not = [f"W{n:02}" for n in range(1, 13)], [f"N{n:02}" for n in range(1, 10)]

    assert list(criteria()) == [*do, *do_not]


def test_a_criterion_with_a_condition_applies_by_the_opening_page_only():
    conditional = {one for one, item in criteria().items() if item.condition}

    assert conditional == set(rules.CONDITIONS)
    assert rules.applies("W09", {"with_conditions": "yes"}) is True
    assert rules.applies("W09", {"with_conditions": "no"}) is False
    assert rules.applies("W09", {"with_conditions": "unknown"}) is None
    assert rules.applies("W01", {}) is True


@pytest.mark.parametrize(("do", "do_not"), [("W04", "N03"), ("W08", "N08"), ("W05", "N04")])
def test_pairs_are_checked_for_contradiction(do, do_not):
    assert rules.contradictions({do: "happens", do_not: "yes"}) == [(do, do_not)]
    assert rules.contradictions({do: "happens", do_not: "no"}) == []
    assert rules.contradictions({do: "not", do_not: "yes"}) == []


@pytest.mark.parametrize("value", ["yes", "possible"])
def test_no_other_answer_makes_a_harm_good(value):
    assert not rules.may_adopt(["happens"] * 12 + ["no"] * 8 + [value])
    assert rules.may_adopt(["happens", "no", "unknown"])


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw Jansen",
        "met A. de Vries",
        "Fatima Yilmaz",
        "de buurvrouw Fatima el Amrani",
        "dhr. Bos",
    ],
)
def test_what_looks_like_a_name_is_seen(text):
    assert name_in(text)


@pytest.mark.parametrize(
    "text",
    ["inwoners met bijstand", "Wij vroegen ouders van jonge kinderen.", "jurist van de regio", ""],
)
def test_ordinary_words_are_no_name_and_no_origin(text):
    assert (name_in(text), origin_in(text)) == ("", "")


@pytest.mark.parametrize("text", ["Turkse vrouwen", "acht moslims", "mensen met een hoofddoek"])
def test_what_says_an_origin_is_seen(text):
    assert origin_in(text)
