import math
from decimal import Decimal, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from tests.statistics.tables import any_table, counts, ends, levels, swapped
from waterpas.errors import CallError, CountError
from waterpas.measure.differences import score_test_p
from waterpas.measure.ratios import katz_interval, koopman_interval, score_ratio_interval

METHODS = [katz_interval, score_ratio_interval, koopman_interval]
WITH_CASES = [
    (56, 70, 48, 80),
    (9, 10, 3, 10),
    (1, 10, 1, 10),
    (12, 40, 48, 80),
    (1, 500, 40, 900),
    (2010, 54820, 1050, 178200),
    (2_000_000, 10_000_000, 3, 7_000_000),
]
Z2 = stats.chi2.ppf(0.95, 1)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (katz_interval, (1.0766, 1.6512)),
        (score_ratio_interval, (1.0790, 1.6721)),
        (koopman_interval, (1.0798, 1.6708)),
    ],
)
def test_three_methods_give_the_golden_values(limits, expected):
    assert ends(limits(**counts((56, 70, 48, 80)))) == pytest.approx(expected, abs=5e-5)


def test_nobody_of_twenty_against_five_of_twenty():
    interval = score_ratio_interval(**counts((0, 20, 5, 20)))

    assert interval.low == 0
    assert interval.high == pytest.approx(0.7048, abs=5e-5)


@pytest.mark.parametrize(
    ("table", "log", "score"),
    [
        ((2010, 54820, 1050, 178200), (5.7787, 6.7007), (5.7788, 6.7005)),
        ((120, 15630, 1050, 178200), (1.0795, 1.5727), (1.0797, 1.5721)),
    ],
    ids=["outside Europe", "Europe"],
)
def test_selection_for_a_home_visit_by_duo_in_2014(table, log, score):
    assert ends(katz_interval(**counts(table))) == pytest.approx(log, abs=5e-5)
    assert ends(score_ratio_interval(**counts(table))) == pytest.approx(score, abs=5e-5)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@pytest.mark.parametrize("table", WITH_CASES)
@pytest.mark.parametrize(
    ("limits", "method", "correction"),
    [
        (katz_interval, "log", False),
        (score_ratio_interval, "score", True),
        (koopman_interval, "score", False),
    ],
)
def test_statsmodels_gives_the_same(limits, method, correction, table, level):
    interval = limits(**counts(table), level=level)

    expected = confint_proportions_2indep(
        *table, compare="ratio", method=method, alpha=1 - level, correction=correction
    )
    assert ends(interval) == pytest.approx(expected, rel=1e-5)


@given(any_table)
def test_at_both_ends_of_any_score_interval_the_score_is_just_critical(table):
    x1, n1, x2, n2 = table
    assume(x1 and x2)
    interval = score_ratio_interval(**counts(table))

    for ratio in map(Decimal, ends(interval)):
        # The likeliest rates by the quadratic as it is printed, with digits enough to cancel.
        with localcontext(prec=60):
            b = n1 * ratio + x1 + n2 + x2 * ratio
            second = (b - (b * b - 4 * (n1 + n2) * ratio * (x1 + x2)).sqrt()) / (
                2 * (n1 + n2) * ratio
            )
            first = ratio * second
            variance = first * (1 - first) / n1 + ratio**2 * second * (1 - second) / n2
            distance = (Decimal(x1) / n1 - ratio * Decimal(x2) / n2) ** 2
            factor = Decimal(n1 + n2) / (n1 + n2 - 1)
        assert float(distance / (variance * factor)) == pytest.approx(Z2, rel=1e-6)


@pytest.mark.parametrize("limits", METHODS)
def test_without_cases_in_the_reference_there_is_no_interval(limits):
    assert limits(**counts((5, 20, 0, 20))) is None


def test_without_cases_in_the_group_katz_gives_no_interval():
    assert katz_interval(**counts((0, 20, 5, 20))) is None


@pytest.mark.parametrize("limits", METHODS)
def test_without_any_cases_there_is_no_interval(limits):
    assert limits(**counts((0, 20, 0, 20))) is None


def test_with_only_cases_katz_does_not_claim_to_be_sure():
    assert katz_interval(**counts((20, 20, 30, 30))) is None


def test_with_only_cases_the_score_interval_holds_one_and_has_a_width():
    interval = score_ratio_interval(**counts((20, 20, 30, 30)))

    # One group of cases only: its Wilson interval, with the factor for small samples.
    assert interval.low == pytest.approx(20 / (20 + Z2 * 50 / 49), rel=1e-12)
    assert interval.high == pytest.approx((30 + Z2 * 50 / 49) / 30, rel=1e-12)


@pytest.mark.parametrize("limits", METHODS)
def test_equal_groups_give_an_interval_around_one(limits):
    interval = limits(**counts((3, 10, 3, 10)))

    assert interval.low == pytest.approx(1 / interval.high)


def test_one_person_on_each_side_says_next_to_nothing():
    interval = score_ratio_interval(**counts((1, 1, 1, 1)))

    assert interval.low < 0.2
    assert interval.high > 5


@pytest.mark.parametrize("limits", METHODS)
@given(any_table, levels)
def test_swapping_the_groups_inverts_the_interval(limits, table, level):
    assume(table[0] and table[2])
    there = limits(**counts(table), level=level)
    back = limits(**counts(swapped(table)), level=level)
    assume(there is not None)

    assert there.low == pytest.approx(1 / back.high, rel=1e-12)
    assert there.high == pytest.approx(1 / back.low, rel=1e-12)


@pytest.mark.parametrize("limits", METHODS)
@given(any_table, levels)
def test_the_interval_holds_the_ratio_and_has_two_finite_ends(limits, table, level):
    interval = limits(**counts(table), level=level)
    assume(interval is not None)

    ratio = (table[0] / table[1]) / (table[2] / table[3])
    assert 0 <= interval.low <= ratio * (1 + 1e-12)
    assert ratio * (1 - 1e-12) <= interval.high < math.inf
    assert interval.low < interval.high


@pytest.mark.parametrize("limits", METHODS)
@given(any_table, st.floats(0.5, 0.99))
def test_more_certainty_asks_for_a_wider_interval(limits, table, level):
    narrow, wide = (
        limits(**counts(table), level=level),
        limits(**counts(table), level=level + 0.005),
    )
    assume(narrow is not None)

    assert wide.low <= narrow.low
    assert wide.high > narrow.high


@given(any_table, levels)
def test_one_lies_outside_the_score_interval_exactly_when_p_is_small(table, level):
    interval = score_ratio_interval(**counts(table), level=level)
    p = score_test_p(**counts(table))
    assume(interval is not None and not math.isclose(p, 1 - level, rel_tol=1e-6))

    assert (interval.low > 1 or interval.high < 1) == (p < 1 - level)


@pytest.mark.parametrize("limits", METHODS)
@pytest.mark.parametrize(
    ("table", "message"),
    [
        ((11, 10, 1, 10), "totaal, 10; opgegeven is 11"),
        ((1, 10, -1, 10), "totaal, 10; opgegeven is -1"),
        ((0, 0, 1, 10), "groter zijn dan 0; opgegeven is 0"),
        ((1, 10, 0, 0), "groter zijn dan 0; opgegeven is 0"),
    ],
)
def test_impossible_counts_are_refused(limits, table, message):
    with pytest.raises(CountError, match=message):
        limits(**counts(table))


@pytest.mark.parametrize("limits", METHODS)
@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_level_is_refused(limits, level):
    with pytest.raises(CallError, match=f"opgegeven is {level}"):
        limits(**counts((0, 10, 0, 10)), level=level)
