import pytest

from waterpas.web.findings.rules import Personal, State, is_bsn, personal_in, state, steps_of


@pytest.mark.parametrize(
    ("decided", "actions", "diluted", "expected"),
    [
        (False, 0, 0, State.OPEN),
        (False, 2, 1, State.HAS_ACTIONS),
        (False, 1, 1, State.HAS_ACTIONS),
        (True, 0, 0, State.NO_ACTION),
        (True, 1, 0, State.HAS_ACTIONS),
        (True, 1, 1, State.NO_ACTION),
    ],
)
def test_the_state_follows_from_actions_and_decision(decided, actions, diluted, expected):
    assert state(decided=decided, actions=actions, diluted=diluted) == expected


def test_the_item_says_at_which_step_a_finding_counts():
    assert steps_of(item_role="employer", point_roles={"service-provider"}) == {6}
    assert steps_of(item_role="policy-maker", point_roles={"employer"}) == {7}


def test_without_item_the_patterns_say_it_and_it_may_be_both():
    assert steps_of(item_role="", point_roles={"employer"}) == {6}
    assert steps_of(item_role="", point_roles={"employer", "policy-maker"}) == {6, 7}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mail jan.de-vries@gemeente.example.nl", Personal.EMAIL),
        ("bel 06-12345678", Personal.PHONE),
        ("bel 06 12 34 56 78.", Personal.PHONE),
        ("(020) 123 45 67", Personal.PHONE),
        ("+31 (0)6 1234 5678", Personal.PHONE),
        ("0032 470 12 34 56", Personal.PHONE),
        ("bsn 111222333", Personal.BSN),
        ("bsn: 1112.22.333", Personal.BSN),
        ("111 222 333 is zijn nummer", Personal.BSN),
    ],
)
def test_what_points_at_one_human_being_is_found(text, kind):
    assert personal_in(text)[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "dat weten wij nog niet",
        "Van elke 1.000 studenten koos DUO er 37 (onzekerheid: 35 tot 38).",
        "178.200 15.630 54.820",
        "Op 01-02-2024 15 mensen, op 2024-01-02 123456 brieven",
        "zaak 111222334",
        "€ 1.112.223.330",
        "0,0123456789",
        "artikel 3@ van de verordening",
        "bel 14 020",
    ],
)
def test_figures_dates_and_words_are_let_through(text):
    assert personal_in(text) is None


def test_the_eleven_test_knows_a_wrong_digit_and_nine_zeros():
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")
