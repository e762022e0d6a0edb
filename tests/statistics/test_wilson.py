import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from tests.statistics.tables import any_group, levels
from waterpas.errors import CallError, CountError
from waterpas.measure.normal import critical_value, quantile, two_sided_p
from waterpas.measure.proportions import wilson_interval


def test_three_of_twenty_is_what_r_gives():
    # prop.test(3, 20, correct = FALSE)
    interval = wilson_interval(3, 20)

    assert interval.low == pytest.approx(0.052368746, abs=1e-8)
    assert interval.high == pytest.approx(0.360418865, abs=1e-8)
    assert interval.level == 0.95


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@pytest.mark.parametrize(
    ("cases", "total"), [(0, 1), (1, 1), (1, 7), (56, 70), (1050, 178200), (3, 10_000_000)]
)
def test_statsmodels_gives_the_same(cases, total, level):
    interval = wilson_interval(cases, total, level=level)

    expected = proportion_confint(cases, total, alpha=1 - level, method="wilson")
    assert (interval.low, interval.high) == pytest.approx(expected, rel=1e-7, abs=1e-14)


def test_without_cases_the_lower_end_is_exactly_zero():
    interval = wilson_interval(0, 20)

    z = stats.norm.ppf(0.975)
    assert interval.low == 0
    assert interval.high == pytest.approx(z**2 / (20 + z**2), rel=1e-14)


def test_with_only_cases_the_upper_end_is_exactly_one():
    z = stats.norm.ppf(0.975)

    assert wilson_interval(20, 20).high == 1
    assert wilson_interval(20, 20).low == pytest.approx(20 / (20 + z**2), rel=1e-14)
    assert wilson_interval(2.3, 2.3).high == 1


def test_one_case_in_ten_million_keeps_its_digits():
    interval = wilson_interval(1, 10_000_000)

    # The ends times the total: the limits of a count of 1, in the limit of an endless group.
    z2 = stats.norm.ppf(0.975) ** 2
    expected = 1 / (1 + z2 / 2 + math.sqrt(z2 * (1 + z2 / 4)))
    assert interval.low * 10_000_000 == pytest.approx(expected, rel=1e-6)


@given(st.floats(0.1, 1e6), st.floats(0, 1), levels)
def test_both_ends_are_rates_at_which_the_score_is_just_critical(total, share, level):
    # The definition, also for broken (effective) counts.
    cases = total * share
    interval = wilson_interval(cases, total, level=level)

    for end in (interval.low, interval.high):
        distance = (cases - total * end) ** 2
        critical = critical_value(level) ** 2 * total * end * (1 - end)
        assert distance == pytest.approx(critical, rel=1e-6, abs=1e-9 * total)


@given(any_group, levels)
def test_counting_the_others_mirrors_the_interval(group, level):
    cases, total = group
    interval = wilson_interval(cases, total, level=level)
    others = wilson_interval(total - cases, total, level=level)

    assert interval.low == pytest.approx(1 - others.high, abs=1e-14)
    assert interval.high == pytest.approx(1 - others.low, abs=1e-14)


@given(any_group, levels)
def test_the_interval_holds_the_rate_and_stays_a_rate(group, level):
    cases, total = group
    interval = wilson_interval(cases, total, level=level)

    assert 0 <= interval.low <= cases / total <= interval.high <= 1
    assert interval.low < interval.high


@given(any_group, st.floats(0.5, 0.99))
def test_more_certainty_asks_for_a_wider_interval(group, level):
    narrow = wilson_interval(*group, level=level)
    wide = wilson_interval(*group, level=level + 0.005)

    assert wide.low <= narrow.low
    assert wide.high >= narrow.high
    assert wide.high - wide.low > narrow.high - narrow.low


@pytest.mark.parametrize(
    ("cases", "total", "message"),
    [
        (0, 0, "groter zijn dan 0; opgegeven is 0"),
        (1, -5, "groter zijn dan 0; opgegeven is -5"),
        (1, math.inf, "groter zijn dan 0; opgegeven is inf"),
        (1, math.nan, "groter zijn dan 0; opgegeven is nan"),
        (-1, 10, "tussen 0 en het totaal, 10; opgegeven is -1"),
        (11, 10, "tussen 0 en het totaal, 10; opgegeven is 11"),
        (math.nan, 10, "tussen 0 en het totaal, 10; opgegeven is nan"),
    ],
)
def test_impossible_counts_are_refused(cases, total, message):
    with pytest.raises(CountError, match=message):
        wilson_interval(cases, total)


@pytest.mark.parametrize("level", [0, 1, -0.1, 95, math.nan])
def test_a_level_that_is_no_level_is_refused(level):
    with pytest.raises(CallError, match=f"tussen 0 en 1 liggen.*opgegeven is {level}"):
        wilson_interval(3, 20, level=level)


@pytest.mark.parametrize("probability", [1e-300, 1e-10, 0.025, 0.5, 0.8, 0.9999999])
def test_quantiles_are_those_of_scipy(probability):
    assert quantile(probability) == pytest.approx(stats.norm.ppf(probability), rel=1e-12)


@pytest.mark.parametrize("score", [0, 0.5, -1.96, 8, -37])
def test_two_sided_p_is_that_of_scipy(score):
    assert two_sided_p(score) == pytest.approx(2 * stats.norm.sf(abs(score)), rel=1e-12)
