import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from waterpas.errors import CallError, CountError
from waterpas.measure.detectable import detectable_difference
from waterpas.measure.differences import score_test_p

sizes = st.integers(2, 100_000)
rates = st.floats(0, 1)


def both_sides(group_total, reference_total, reference_rate, **options):
    found = detectable_difference(
        group_total=group_total,
        reference_total=reference_total,
        reference_rate=reference_rate,
        **options,
    )
    return found.higher, found.lower


# R: power.prop.test(p1 = ..., p2 = ..., power = .8) gives these n per group.
@pytest.mark.parametrize(
    ("per_group", "low", "high"), [(293.1513, 0.20, 0.30), (587.9217, 0.02, 0.05)]
)
def test_the_size_that_r_asks_for_detects_exactly_that_difference(per_group, low, high):
    upward, _ = both_sides(per_group, per_group, low)
    _, downward = both_sides(per_group, per_group, high)

    assert upward == pytest.approx(high - low, abs=1e-7)
    assert downward == pytest.approx(high - low, abs=1e-7)


@given(sizes, sizes, rates)
def test_the_difference_is_as_large_as_what_the_formula_asks(n, m, rate):
    found = both_sides(n, m, rate)

    for sign, size in zip((1, -1), found, strict=True):
        if size is None:
            continue
        other = min(max(rate + sign * size, 0), 1)
        pooled = (n * other + m * rate) / (n + m)
        without = math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
        present = math.sqrt(other * (1 - other) / n + rate * (1 - rate) / m)
        needed = stats.norm.ppf(0.975) * without + stats.norm.ppf(0.8) * present
        assert size == pytest.approx(needed, rel=1e-6)


def power_of_the_score_test(n, m, group_rate, reference_rate):
    """By adding up every table that the test calls a difference."""
    chances = [
        stats.binom.pmf(range(k + 1), k, p) for k, p in ((n, group_rate), (m, reference_rate))
    ]
    return sum(
        chances[0][x] * chances[1][y]
        for x in range(n + 1)
        for y in range(m + 1)
        if score_test_p(group_cases=x, group_total=n, reference_cases=y, reference_total=m) <= 0.05
    )


@pytest.mark.parametrize(("n", "m", "rate"), [(100, 100, 0.3), (60, 180, 0.5), (150, 50, 0.6)])
def test_such_a_difference_is_indeed_seen_four_times_out_of_five(n, m, rate):
    higher, lower = both_sides(n, m, rate)

    assert power_of_the_score_test(n, m, rate + higher, rate) == pytest.approx(0.8, abs=0.03)
    assert power_of_the_score_test(n, m, rate - lower, rate) == pytest.approx(0.8, abs=0.03)


def test_nothing_can_be_seen_with_two_people_on_each_side():
    assert both_sides(2, 2, 0.5) == (None, None)


def test_below_zero_and_above_one_there_is_nothing_to_see():
    assert both_sides(100, 100, 0.0)[1] is None
    assert both_sides(100, 100, 1.0)[0] is None


def test_a_reference_without_cases_can_still_show_a_rise():
    higher, _ = both_sides(100, 100, 0.0)

    assert 0.05 < higher < 0.1


def test_one_side_can_be_out_of_reach_while_the_other_is_not():
    higher, lower = both_sides(40, 40, 0.1)

    assert lower is None
    assert 0.2 < higher < 0.3


def test_ten_million_people_see_a_tiny_difference():
    higher, lower = both_sides(10_000_000, 10_000_000, 0.2)

    expected = (stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * math.sqrt(2 * 0.16 / 1e7)
    assert higher == pytest.approx(expected, rel=1e-3)
    assert lower == pytest.approx(expected, rel=1e-3)


@given(sizes, sizes, st.integers(0, 1000))
def test_a_fall_is_a_rise_of_the_opposite(n, m, per_thousand):
    higher, lower = both_sides(n, m, per_thousand / 1000)
    fall, rise = both_sides(n, m, (1000 - per_thousand) / 1000)

    assert (higher is None, lower is None) == (rise is None, fall is None)
    assert (higher or 0, lower or 0) == pytest.approx((rise or 0, fall or 0), rel=1e-9)


@given(sizes, sizes, rates)
def test_it_lies_within_the_rates_that_exist(n, m, rate):
    higher, lower = both_sides(n, m, rate)

    assert higher is None or 0 < higher <= 1 - rate
    assert lower is None or 0 < lower <= rate


@given(sizes, sizes, rates)
def test_larger_groups_see_smaller_differences(n, m, rate):
    few, many = both_sides(n, m, rate), both_sides(2 * n, 2 * m, rate)
    assume(few[0] is not None)

    assert many[0] < few[0]


def test_more_power_and_more_certainty_ask_for_a_larger_difference():
    usual = both_sides(100, 100, 0.3)
    surer = both_sides(100, 100, 0.3, level=0.99)
    stronger = both_sides(100, 100, 0.3, power=0.9)

    assert surer[0] > usual[0]
    assert stronger[0] > usual[0]
    assert stronger[1] > usual[1]


def test_the_power_asked_for_travels_along():
    found = detectable_difference(group_total=10, reference_total=10, reference_rate=0.5, power=0.9)

    assert found.power == 0.9


@pytest.mark.parametrize("power", [0, 0.49, 1, 80, math.nan])
def test_a_power_that_is_no_power_is_refused(power):
    with pytest.raises(CallError, match=rf"minstens 0\.5 .*opgegeven is {power}"):
        both_sides(10, 10, 0.5, power=power)


@pytest.mark.parametrize("rate", [-0.1, 1.1, 20, math.nan])
def test_a_rate_outside_its_bounds_is_refused(rate):
    with pytest.raises(CallError, match=f"tussen 0 en 1 liggen; opgegeven is {rate}"):
        both_sides(10, 10, rate)


@pytest.mark.parametrize("totals", [(0, 10), (10, 0), (-3, 10)])
def test_a_group_without_people_is_refused(totals):
    with pytest.raises(CountError, match="groter zijn dan 0"):
        both_sides(*totals, 0.5)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_level_is_refused(level):
    with pytest.raises(CallError, match=f"opgegeven is {level}"):
        both_sides(10, 10, 0.5, level=level)
