"""Numbers as people read them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from waterpas.explain import numbers
from waterpas.explain.numbers import Written
from waterpas.results import Estimate, Interval


@pytest.mark.parametrize(
    ("rate", "nl", "en"),
    [
        (0.03667, "37", "37"),
        (0.00589, "5,9", "5.9"),
        (0.002, "2", "2"),
        (3 / 20_000, "0,15", "0.15"),
        (0.0009, "0,9", "0.9"),
        (0.00001, "0,01", "0.01"),
        (1e-8, "minder dan 0,0001", "fewer than 0.0001"),
        (0.0, "0", "0"),
        (1.0, "1.000", "1,000"),
    ],
)
def test_a_rate_is_people_per_thousand(rate, nl, en):
    assert numbers.per_thousand(rate, "nl") == nl
    assert numbers.per_thousand(rate, "en") == en


@pytest.mark.parametrize(
    ("ratio", "text"), [(6.2227, "6,2"), (1.9802, "2,0"), (1.303, "1,30"), (0.6818, "0,68")]
)
def test_a_ratio_under_two_has_two_decimals(ratio, text):
    assert numbers.times(ratio) == text


def ratio(value, low, high, outer=None):
    return Estimate(value, Interval(low, high), "katz", outer=outer and Interval(*outer))


def test_the_ends_of_an_interval_are_as_precise_as_the_ratio():
    assert numbers.written(ratio(6.2227, 5.7787, 6.7007), "ratio") == Written(
        "6,2", ("5,8", "6,7"), None
    )


def test_an_end_that_is_not_one_is_never_written_as_one():
    assert numbers.written(ratio(0.956, 0.918, 0.9961), "ratio") == Written(
        "0,956", ("0,918", "0,996"), None
    )


def test_an_end_is_never_written_as_the_figure_itself():
    """1.98 is no "2,0; 1,9 tot 2,0": all three get a decimal more, and the outer ends too."""
    found = ratio(1.9802, 1.9463, 2.0147, outer=(1.94, 2.03))

    assert numbers.written(found, "ratio") == Written("1,98", ("1,95", "2,01"), ("1,94", "2,03"))


def test_a_difference_and_its_ends_follow_the_same_rule():
    found = Estimate(0.00013, Interval(0.00002, 0.00016), "newcombe")

    assert numbers.written(found, "points", "en").value == "+0.13"
    assert numbers.written(found, "points", "en").interval == ("+0.02", "+0.16")


def test_a_ratio_of_nothing_has_no_decimals():
    assert numbers.written(ratio(0.0, 0.0, 19.004), "ratio") == Written("0", ("0", "19,0"), None)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(0.5, 0, "1"), (2.5, 0, "3"), (0.25, 1, "0,3"), (1.005, 2, "1,01"), (-0.5, 0, "−1")],
)
def test_halves_are_rounded_up_as_at_school(value, places, text):
    assert numbers.decimal(value, places) == text
    assert numbers.decimal(-value, places).lstrip("−") == text.lstrip("−")


def test_what_a_float_adds_does_not_turn_a_half_down():
    assert 1000 * (201 / 400) < 502.5

    assert numbers.per_thousand(201 / 400) == "503"
    assert numbers.points(201 / 400, places=0) == "+503"


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 400), st.integers(1, 400))
@example(1426, 10_000, 1434, 10_000)
def test_rates_that_differ_are_not_written_the_same(x, n, y, m):
    one, other = min(x / n, 1.0), min(y / m, 1.0)
    texts = numbers.rates_together([one, other])

    if max(one, other) >= 1.005 * min(one, other) and one != other:
        assert texts[0] != texts[1]


@given(st.floats(1e-7, 1.0))
def test_what_happened_is_never_written_as_nothing(rate):
    for lang in ("nl", "en"):
        assert numbers.per_thousand(rate, lang).strip("0.,") != ""
        assert numbers.people(rate, lang).strip("0.,") != ""


@given(st.floats(0.01, 50), st.floats(0.5, 0.9999), st.floats(1.0001, 2))
def test_no_end_of_any_interval_reads_as_its_figure(value, down, up):
    found = numbers.written(ratio(value, value * down, value * up), "ratio")

    assert found.value not in found.interval


def test_a_difference_has_its_sign_and_zero_has_none():
    assert numbers.points(0.03077) == "+30,8"
    assert numbers.points(-0.0062) == "−6,2"
    assert numbers.points(0.00001) == "0,0"


def test_thousands_and_decimals_differ_per_language():
    assert numbers.whole(178200, "nl") == "178.200"
    assert numbers.whole(178200, "en") == "178,200"
    assert numbers.decimal(-1234.5, 1, "nl") == "−1.234,5"


def test_rates_under_each_other_get_a_decimal_where_whole_people_are_too_coarse():
    assert numbers.rates_together([0.0059, 0.0077, 0.0367]) == ["5,9", "7,7", "36,7"]
    assert numbers.rates_together([0.0059, 0.0367], "en") == ["5.9", "36.7"]
    assert numbers.rates_together([0.142, 0.136]) == ["142", "136"]
    assert numbers.rates_together([0.0, 0.136]) == ["0", "136"]
    assert numbers.rates_together([0.00001, 0.001]) == ["0,01", "1,00"]


@pytest.mark.parametrize(
    ("signed", "nl", "en"),
    [
        ("+29,7", "29,7 meer", "29,7 more"),
        ("\N{MINUS SIGN}160", "160 minder", "160 fewer"),
        ("0", "0", "0"),
        ("", "", ""),
    ],
)
def test_a_sentence_has_words_and_no_signs(signed, nl, en):
    assert numbers.signed_in_words(signed, "nl") == nl
    assert numbers.signed_in_words(signed, "en") == en
