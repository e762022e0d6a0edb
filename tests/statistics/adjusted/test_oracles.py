"""The same from other software, and from slow and obvious code."""

import csv
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.contingency_tables import StratifiedTable

from tests.statistics.adjusted.cases import table
from tests.weight import examples
from waterpas.measure.like_with_like.chi_square import upper_tail
from waterpas.measure.like_with_like.homogeneity import no_difference, sameness
from waterpas.measure.like_with_like.logistic import Separated, fit
from waterpas.measure.like_with_like.modelled import Columns, modelled
from waterpas.measure.like_with_like.standardised import expected_rates, kitagawa
from waterpas.measure.like_with_like.strata import (
    difference_interval,
    difference_over,
    difference_variance,
    odds_ratio_interval,
    odds_ratio_over,
    ratio_interval,
    ratio_over,
)

sides = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
some_strata = st.lists(
    st.tuples(sides, sides).map(lambda pair: (*pair[0], *pair[1])), min_size=1, max_size=6
)


def slowly(rows):
    """Mantel and Haenszel in whole fractions, as the papers write them."""
    surplus = weight = above = below = odds_above = odds_below = Fraction(0)
    for x, n, y, m in rows:
        size = n + m
        surplus += Fraction(x * m - y * n, size)
        weight += Fraction(n * m, size)
        above += Fraction(x * m, size)
        below += Fraction(y * n, size)
        odds_above += Fraction(x * (m - y), size)
        odds_below += Fraction(y * (n - x), size)
    return (
        surplus / weight,
        above / below if below else None,
        odds_above / odds_below if odds_below else None,
    )


@given(some_strata)
def test_difference_and_ratios_are_those_of_slow_fractions(rows):
    strata = table(*rows)
    fast = (difference_over(strata), ratio_over(strata), odds_ratio_over(strata))

    for quick, slow in zip(fast, slowly(rows), strict=True):
        assert quick == (slow if slow is None else pytest.approx(float(slow), abs=1e-12))


@given(some_strata)
def test_the_parts_add_up_to_the_difference(rows):
    strata = table(*rows)
    x, n, y, m = (sum(row[place] for row in rows) for place in range(4))
    parts = kitagawa(strata)

    assert parts.composition + parts.within == pytest.approx(x / n - y / m, abs=1e-12)


@given(some_strata)
def test_the_expected_rates_are_means_by_people(rows):
    group, reference = expected_rates(table(*rows))
    size = sum(n + m for _, n, _, m in rows)

    assert group.rate == pytest.approx(sum(x / n * (n + m) for x, n, _, m in rows) / size)
    assert reference.rate == pytest.approx(sum(y / m * (n + m) for _, n, y, m in rows) / size)
    for side in (group, reference):
        assert 0 <= side.interval.low <= side.rate + 1e-12
        assert side.rate - 1e-12 <= side.interval.high <= 1


@given(some_strata)
def test_the_interval_of_the_difference_holds_those_that_fit_and_no_others(rows):
    """Slow: try differences one by one, each with the variance that goes with it."""
    strata = table(*rows)
    interval = difference_interval(strata)
    if interval is None:
        return
    weight = sum(n * m / (n + m) for _, n, _, m in rows)
    slope = sum((n * n * y - m * m * x + n * m * (m - n) / 2) / (n + m) ** 2 for x, n, y, m in rows)
    spread = sum((x * (m - y) + y * (n - x)) / (2 * (n + m)) for x, n, y, m in rows)
    for difference in np.linspace(-1, 1, 401):
        variance = (difference * slope + spread) / weight**2
        fits = (difference_over(strata) - difference) ** 2 <= 1.959964**2 * variance
        inside = interval.low <= difference <= interval.high
        on_the_edge = min(abs(difference - interval.low), abs(difference - interval.high)) < 1e-5
        assert fits == inside or on_the_edge


def test_the_variance_of_one_large_stratum_is_that_of_two_rates():
    (stratum,) = strata = table((30, 100, 45, 100))

    assert difference_variance(strata) == pytest.approx(0.3 * 0.7 / 100 + 0.45 * 0.55 / 100)
    assert stratum.size == 200


@examples(50)
@given(some_strata)
def test_statsmodels_gives_the_same(rows):
    strata = [s for s in table(*rows) if s.varies]
    if not strata:
        return
    tables = [
        np.array(
            [
                [s.cases, s.total - s.cases],
                [s.reference_cases, s.reference_total - s.reference_cases],
            ]
        )
        for s in strata
    ]
    other = StratifiedTable(tables)
    with np.errstate(all="ignore"):
        statistic = other.test_null_odds(correction=False)
    assert no_difference(strata) == pytest.approx((statistic.statistic, statistic.pvalue), abs=1e-9)
    interval = odds_ratio_interval(strata)
    if interval:
        with np.errstate(all="ignore"):
            low, high = other.oddsratio_pooled_confint()
            assert odds_ratio_over(strata) == pytest.approx(other.oddsratio_pooled)
        assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-9)


CASES = [
    ((30, 100, 45, 100), (12, 40, 30, 60), (5, 20, 50, 90)),
    ((9, 10, 20, 100), (15, 20, 10, 80)),
    ((300, 1000, 20, 100), (90, 400, 30, 60), (5, 200, 8, 90), (60, 70, 40, 55)),
]


@pytest.mark.parametrize("rows", CASES)
def test_statsmodels_gives_the_same_test_of_sameness(rows):
    tables = [np.array([[x, n - x], [y, m - y]]) for x, n, y, m in rows]

    for tarone in (False, True):
        other = StratifiedTable(tables).test_equal_odds(adjust=tarone)
        assert sameness(table(*rows), tarone=tarone) == pytest.approx(
            (other.statistic, other.pvalue), rel=1e-6
        )


def test_greenland_and_robins_in_their_own_words():
    """The variance of the logarithm of the ratio, with the letters of the paper."""
    rows = CASES[0]
    top = sum(((x + y) * n * m - x * y * (n + m)) / (n + m) ** 2 for x, n, y, m in rows)
    above = sum(x * m / (n + m) for x, n, y, m in rows)
    below = sum(y * n / (n + m) for x, n, y, m in rows)
    reach = 1.959963985 * (top / (above * below)) ** 0.5
    interval = ratio_interval(table(*rows))

    assert np.log([interval.low, interval.high]) == pytest.approx(
        np.log(above / below) + np.array([-reach, reach])
    )


@given(st.floats(0, 300), st.integers(1, 60))
def test_the_tail_of_chi_square_is_that_of_scipy(value, freedom):
    assert upper_tail(value, freedom=freedom) == pytest.approx(
        chi2.sf(value, freedom), rel=1e-9, abs=1e-300
    )


@pytest.mark.parametrize("rows", CASES)
def test_the_model_and_its_delta_intervals_are_those_of_statsmodels(rows):
    strata = table(*rows)
    columns = Columns(("s",), tuple((str(place),) for place in range(len(rows))))
    found = modelled(strata, columns)
    design, shares = [], [s.size / sum(t.size for t in strata) for s in strata]
    counts = []
    for group in (0, 1):
        for place, s in enumerate(strata):
            dummies = [float(place == other) for other in range(1, len(rows))]
            design.append([1.0, *dummies, float(group)])
            cases, n = (s.cases, s.total) if group else (s.reference_cases, s.reference_total)
            counts.append([cases, n - cases])
    other = GLM(np.array(counts), np.array(design), family=Binomial()).fit(tol=1e-12)

    def risks(beta):
        p = 1 / (1 + np.exp(-np.array(design) @ beta))
        half = len(rows)
        return np.array([np.array(shares) @ p[half:], np.array(shares) @ p[:half]])

    def contrast(beta):
        group, reference = risks(beta)
        return np.array([np.arctanh(group - reference), np.log(group / reference)])

    assert found.fit.coefficients == pytest.approx(other.params, abs=1e-6)
    assert found.fit.covariance == pytest.approx(other.cov_params(), abs=1e-6)
    assert (found.group, found.reference) == pytest.approx(risks(other.params), abs=1e-8)
    step = 1e-6  # the slope by small steps: slow and obvious
    slopes = np.array(
        [
            (contrast(other.params + e) - contrast(other.params - e)) / (2 * step)
            for e in step * np.eye(len(other.params))
        ]
    )
    spread = np.sqrt(np.diag(slopes.T @ other.cov_params() @ slopes))
    middle = contrast(other.params)
    low, high = middle - 1.959963985 * spread, middle + 1.959963985 * spread
    difference, ratio = found.difference_interval, found.ratio_interval
    assert (difference.low, difference.high) == pytest.approx(np.tanh([low[0], high[0]]), abs=1e-6)
    assert (ratio.low, ratio.high) == pytest.approx(np.exp([low[1], high[1]]), abs=1e-5)


@examples(60)
@given(some_strata)
def test_the_model_has_an_answer_or_says_that_it_has_none(rows):
    strata = [s for s in table(*rows) if s.has_both]
    columns = Columns(("s",), tuple((f"{place}",) for place in range(len(strata))))
    try:
        found = modelled(strata, columns)
    except Separated:
        return
    assert -1 < found.difference_interval.low <= found.difference <= found.difference_interval.high
    assert 0 < found.ratio_interval.low <= found.ratio <= found.ratio_interval.high


def test_counts_and_single_people_give_the_same_model():
    rows = [(1.0, 0.0, 30, 100), (1.0, 1.0, 45, 100)]
    counted = fit(
        [row[:2] for row in rows],
        cases=[row[2] for row in rows],
        totals=[row[3] for row in rows],
        names=("one", "x"),
    )
    people = [(a, b, float(i < x)) for a, b, x, n in rows for i in range(n)]
    one_by_one = fit(
        [each[:2] for each in people],
        cases=[each[2] for each in people],
        totals=[1.0] * len(people),
        names=("one", "x"),
    )

    assert counted.coefficients == pytest.approx(one_by_one.coefficients, abs=1e-9)
    assert counted.coefficient("x") == pytest.approx(np.log(45 / 55 / (30 / 70)), abs=1e-9)


def test_cbpp_period_one_beside_the_others_within_herds(shared_cases):
    """Fifteen herds, many thin: statsmodels on the same tables."""
    with (shared_cases / "cbpp" / "lme4_cbpp.csv").open(encoding="utf-8") as file:
        herds: dict[str, list[int]] = {}
        for row in csv.DictReader(file):
            sums = herds.setdefault(row["herd"], [0, 0, 0, 0])
            place = 0 if row["period"] == "1" else 2
            sums[place] += int(row["incidence"])
            sums[place + 1] += int(row["size"])
    strata = table(*herds.values())
    assert not all(s.has_both for s in strata)  # one herd was seen once only
    both = [s for s in strata if s.has_both]
    other = StratifiedTable(
        [
            np.array(
                [
                    [s.cases, s.total - s.cases],
                    [s.reference_cases, s.reference_total - s.reference_cases],
                ]
            )
            for s in both
        ]
    )
    low, high = other.oddsratio_pooled_confint()
    interval = odds_ratio_interval(strata)

    assert odds_ratio_over(strata) == pytest.approx(other.oddsratio_pooled)
    assert (interval.low, interval.high) == pytest.approx((low, high))
    assert no_difference(strata)[0] == pytest.approx(other.test_null_odds().statistic)
    assert difference_over(strata) > 0
