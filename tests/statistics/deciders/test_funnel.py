"""The limits of chance around a rate, and bins in which nobody can be found."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom  # type: ignore[import-untyped] # SciPy ships no types

from waterpas.measure.funnel import (
    FEWEST_DECIDERS,
    Handled,
    coarse_bins,
    exact_limits,
    normal_limits,
    overdispersion,
)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(20, 0, 0.25), (50, 0.02, 0.18), (200, 0.06, 0.145)]
)
def test_the_exact_limits_are_the_published_ones(n, low, high):
    assert exact_limits(0.1, n, level=0.95) == pytest.approx((low, high), abs=1e-12)


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(20, -0.0314808, 0.2314808), (50, 0.0168442, 0.1831558), (200, 0.0584221, 0.1415779)],
)
def test_the_normal_limits_are_the_published_ones(n, low, high):
    # Published with 1.96; ours with all digits of that quantile.
    assert normal_limits(0.1, n, level=0.95) == pytest.approx((low, high), abs=3e-6)


@given(st.floats(0.001, 0.999), st.integers(1, 3000), st.sampled_from([0.8, 0.95, 0.998]))
def test_the_exact_limits_are_those_of_scipy(rate, n, level):
    tail = (1 - level) / 2
    expected = binom.ppf([tail, 1 - tail], n, rate) / n

    assert exact_limits(rate, n, level=level) == pytest.approx(expected, abs=1.5 / n)
    low, high = exact_limits(rate, n, level=level)
    assert binom.cdf(round(high * n), n, rate) >= 1 - tail - 1e-9
    assert low <= rate + 1 / n
    assert high >= rate - 1 / n


def test_wider_limits_where_all_deciders_lie_further_apart():
    narrow, wide = (
        normal_limits(0.1, 50, level=0.95),
        normal_limits(0.1, 50, level=0.95, overdispersion=4),
    )

    assert wide[1] - 0.1 == pytest.approx(2 * (narrow[1] - 0.1))


def test_deciders_that_differ_by_chance_have_no_overdispersion_to_speak_of():
    rng = np.random.default_rng(2)
    by_chance = [Handled(int(x), 100, 20) for x in rng.binomial(100, 0.2, 2000)]
    apart = [Handled(int(x), 100, 20) for x in rng.binomial(100, rng.uniform(0.05, 0.35, 2000))]

    assert 1 <= overdispersion(by_chance) < 1.1
    assert overdispersion(apart) > 3


def test_a_few_that_lie_far_away_do_not_hide_themselves():
    most = [Handled(20 + at % 3, 100, 20) for at in range(95)]
    far = [Handled(90, 100, 20)] * 5

    assert overdispersion(most + far) == pytest.approx(overdispersion(most), abs=0.2)


@given(st.lists(st.integers(20, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))))
def test_no_bin_holds_a_few_deciders_and_each_decider_is_in_one(pairs):
    bins = coarse_bins([Handled(x, n, 0.2 * n) for x, n in pairs], level=0.95)

    assert all(each.deciders >= FEWEST_DECIDERS for each in bins)
    assert all(0 < each.outside < 0.8 * each.deciders for each in bins)
    assert all(each.deciders - each.outside > 1 for each in bins)
    if bins:
        assert sum(each.deciders for each in bins) == len(pairs)
        assert bins[-1].most is None or bins[-1].most >= max(n for _, n in pairs)


def test_a_bin_says_how_many_lie_outside_and_not_on_which_side():
    high = [Handled(60, 100, 20)] * 3 + [Handled(20, 100, 20)] * 5
    low = [Handled(0, 100, 20)] * 3 + [Handled(20, 100, 20)] * 5

    assert coarse_bins(high, level=0.95) == coarse_bins(low, level=0.95)
    assert coarse_bins(high, level=0.95)[0].outside == 3


@pytest.mark.parametrize("expected", [0.0, 100.0])
def test_where_nobody_is_expected_the_limits_are_that_rate(expected):
    usual, far = Handled(expected, 100, expected), Handled(50, 100, expected)
    (found,) = coarse_bins([usual] * 5 + [far], level=0.95)

    assert (found.deciders, found.outside) == (6, 1)
    assert overdispersion([usual] * 5) == 1


def test_where_nearly_all_lie_outside_the_bins_do_not_tell_it_of_each():
    far, near = [Handled(90, 100, 20)] * 6, [Handled(60, 300, 60)] * 6

    assert coarse_bins(far, level=0.95) == ()
    (one,) = coarse_bins(far + near, level=0.95)
    assert (one.deciders, one.outside) == (12, 6)


@pytest.mark.parametrize(("outside", "told"), [(0, False), (1, True), (3, True), (4, False)])
def test_a_bin_with_none_or_nearly_all_outside_is_not_told(outside, told):
    deciders = [Handled(90, 100, 20)] * outside + [Handled(20, 100, 20)] * (5 - outside)

    assert bool(coarse_bins(deciders, level=0.95)) is told


@pytest.mark.parametrize(("outside", "told"), [(7, True), (8, False), (9, False)])
def test_from_eight_of_ten_outside_a_bin_is_not_told(outside, told):
    deciders = [Handled(90, 100, 20)] * outside + [Handled(20, 100, 20)] * (10 - outside)

    assert bool(coarse_bins(deciders, level=0.95)) is told


def test_with_fewer_than_five_deciders_there_are_no_bins():
    assert coarse_bins([Handled(20, 100, 20)] * (FEWEST_DECIDERS - 1), level=0.95) == ()
