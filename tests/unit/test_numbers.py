"""Numbers as people read them."""

import pytest

from waterpas.explain import numbers


@pytest.mark.parametrize(
    ("rate", "nl", "en"),
    [
        (0.03667, "37", "37"),
        (0.00589, "6", "6"),
        (0.0009, "0,9", "0.9"),
        (0.00001, "minder dan 0,1", "fewer than 0.1"),
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


def test_the_ends_of_an_interval_are_as_precise_as_the_ratio():
    assert numbers.times_between(5.7787, 6.7007, around=6.2227) == ("5,8", "6,7")


def test_an_end_that_is_not_one_is_never_written_as_one():
    assert numbers.times_between(0.918, 0.9961, around=0.956) == ("0,918", "0,996")


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
    assert numbers.rates_together([0.00001, 0.001]) == ["minder dan 0,1", "1"]
