import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from waterpas.errors import CallError
from waterpas.measure.multiplicity import benjamini_hochberg

# Benjamini and Hochberg (1995), section 4.1; adjusted by R: p.adjust(p, "BH").
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]
ADJUSTED = [
    *(0.0015, 0.003, 0.0095, 0.03562, 0.0603, 0.06386, 0.06386, 0.0645, 0.0765),
    *(0.486, 0.58118, 0.71487, 0.75323, 0.81321, 1),
]

chances = st.floats(0, 1)
families = st.lists(chances, max_size=40)


def test_the_fifteen_published_comparisons():
    adjusted = benjamini_hochberg(PUBLISHED)

    assert adjusted == pytest.approx(ADJUSTED, abs=5e-6)
    assert sum(p <= 0.05 for p in adjusted) == 4


def test_the_order_of_the_comparisons_does_not_matter():
    places = list(range(15))
    random.Random(15).shuffle(places)

    adjusted = benjamini_hochberg([PUBLISHED[place] for place in places])

    assert adjusted == pytest.approx([ADJUSTED[place] for place in places], abs=5e-6)


def test_a_comparison_that_was_not_made_stays_none_and_does_not_count():
    with_gaps = benjamini_hochberg([None, *PUBLISHED[:8], None, *PUBLISHED[8:]])

    assert with_gaps[0] is None
    assert with_gaps[9] is None
    assert [p for p in with_gaps if p is not None] == benjamini_hochberg(PUBLISHED)


def test_one_comparison_is_left_as_it_is():
    assert benjamini_hochberg([0.03]) == [0.03]


def test_no_comparisons_give_none_back():
    assert benjamini_hochberg([]) == []
    assert benjamini_hochberg([None, None]) == [None, None]


def test_equal_p_values_stay_equal():
    assert benjamini_hochberg([0.02, 0.02, 0.02]) == [0.02, 0.02, 0.02]


@given(st.lists(chances, min_size=1, max_size=40))
def test_scipy_gives_the_same(p_values):
    expected = stats.false_discovery_control(p_values, method="bh")

    assert benjamini_hochberg(p_values) == pytest.approx(list(expected), rel=1e-12)


@given(families)
def test_adjusting_never_makes_a_p_smaller_nor_larger_than_one(p_values):
    adjusted = benjamini_hochberg(p_values)

    assert all(p <= q <= 1 for p, q in zip(p_values, adjusted, strict=True))


@given(families)
def test_a_smaller_p_never_gets_a_larger_adjusted_p(p_values):
    adjusted = benjamini_hochberg(sorted(p_values))

    assert adjusted == sorted(adjusted)


@given(families)
def test_one_more_comparison_without_a_difference_never_helps(p_values):
    extra = benjamini_hochberg([*p_values, 1.0])

    assert all(
        more >= less for less, more in zip(benjamini_hochberg(p_values), extra[:-1], strict=True)
    )


@pytest.mark.parametrize("p", [-0.01, 1.01, math.nan])
def test_a_p_that_is_no_p_is_refused(p):
    with pytest.raises(CallError, match=f"p-waarde moet tussen 0 en 1 liggen; opgegeven is {p}"):
        benjamini_hochberg([0.5, p])
