"""How strong something unmeasured must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waterpas.measure.like_with_like.risks import e_value, e_value_of_limit
from waterpas.results import Interval


# VanderWeele and Ding (2017): smoking and lung cancer (10.73), and breastfeeding (3.9).
@pytest.mark.parametrize(("ratio", "expected"), [(10.73, 20.95), (3.9, 7.26), (1.0, 1.0)])
def test_published_e_values(ratio, expected):
    assert e_value(ratio) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(("low", "high", "expected"), [(8.02, 14.36, 15.52), (1.8, 8.7, 3.0)])
def test_published_e_values_of_the_limit(low, high, expected):
    assert e_value_of_limit(Interval(low, high)) == pytest.approx(expected, abs=0.005)


def test_of_an_interval_around_one_nothing_is_needed():
    assert e_value_of_limit(Interval(0.9, 1.2)) == 1.0


def test_below_one_the_upper_end_lies_nearest():
    assert e_value_of_limit(Interval(0.3, 0.5)) == e_value(2.0)


def test_of_a_ratio_of_zero_there_is_none():
    assert e_value(0.0) is None


@given(st.floats(0.001, 1000))
def test_it_does_not_matter_which_way_round(ratio):
    assert e_value(ratio) == pytest.approx(e_value(1 / ratio))
    assert e_value(ratio) >= max(ratio, 1 / ratio) - 1e-9
