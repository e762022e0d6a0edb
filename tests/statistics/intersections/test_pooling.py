"""Pooled rates: the maximum, the middle, the edges, and the beta distribution itself."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special, stats

from waterpas.measure.combinations.beta import beta_below, beta_quantile, digamma, trigamma
from waterpas.measure.combinations.pooling import pool

counted = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
groups = st.lists(counted, min_size=3, max_size=30)


def slowly(some):
    """The penalised likelihood by SciPy, from the middle of nothing and from far off."""
    x, n = np.array(some).T

    def down(place):
        mean, weight = special.expit(place[0]), np.exp(place[1])
        a, b = mean * weight, (1 - mean) * weight
        parts = special.betaln(x + a, n - x + b) - special.betaln(a, b)
        return -(parts.sum() - 0.5 * np.log1p(weight))

    limits = [(-12, 12), (log(0.05), log(1e7))]
    tried = [
        optimize.minimize(down, start, bounds=limits, method="Nelder-Mead", tol=1e-8)
        for start in ([0, 1], [0, 6])
    ]
    return min(tried, key=lambda each: each.fun), down


@given(groups)
def test_it_is_the_highest_place_that_scipy_finds(some):
    found = pool(some)
    if found is None:
        assert sum(x for x, _ in some) in {0, sum(n for _, n in some)}
        return
    best, down = slowly(some)
    ours = down([log(found.mean / (1 - found.mean)), log(found.weight)])

    assert ours <= best.fun + 1e-5


@given(groups)
def test_a_pooled_rate_lies_between_the_raw_rate_and_the_mean(some):
    found = pool(some)
    if found is None:
        return
    for x, n in some:
        low, high = sorted((x / n, found.mean))
        assert low - 1e-9 <= found.rate(x, n) <= high + 1e-9


@given(groups, st.sampled_from([0.8, 0.95, 0.999]))
def test_a_pooled_rate_lies_in_its_interval_and_that_between_nothing_and_all(some, level):
    found = pool(some)
    if found is None:
        return
    x, n = some[0]
    interval = found.interval(x, n, level=level)

    assert 0 <= interval.low <= interval.high <= 1
    assert interval.level == level


def test_the_fewer_people_the_nearer_to_the_middle():
    found = pool([(30, 100), (60, 200), (20, 100), (45, 100), (10, 50)])
    shifts = [abs(found.rate(n // 2, n) - found.mean) for n in (4, 40, 400, 40_000)]

    assert shifts == sorted(shifts)


def test_groups_that_differ_much_are_hardly_drawn_to_the_middle():
    found = pool([(10, 1000), (500, 1000), (900, 1000), (300, 1000)])

    assert found.rate(10, 1000) == pytest.approx(0.01, abs=0.003)


def test_groups_that_are_alike_are_drawn_almost_wholly_to_the_middle():
    found = pool([(30, 100)] * 20)

    assert found.rate(10, 100) == pytest.approx(0.3, abs=0.03)


def test_the_parameters_of_many_groups_are_found_again():
    rng = np.random.default_rng(3)
    n = np.full(4000, 60)
    cases = rng.binomial(n, rng.beta(6, 14, 4000))
    found = pool(list(zip(cases.tolist(), n.tolist(), strict=True)))

    assert found.mean == pytest.approx(0.3, abs=0.01)
    assert found.weight == pytest.approx(20, rel=0.1)


@pytest.mark.parametrize(
    "nothing", [[], [(1, 2), (3, 4)], [(0, 5)] * 4, [(5, 5)] * 4, [(0, 0)] * 5]
)
def test_where_nothing_can_be_pooled_there_is_no_pool(nothing):
    assert pool(nothing) is None


def test_groups_without_people_do_not_count():
    some = [(3, 10), (5, 10), (4, 20)]

    assert pool(some) == pool([*some, (0, 0)])


positive = st.floats(0.01, 5000)


@given(positive)
def test_digamma_and_trigamma_are_those_of_scipy(x):
    assert digamma(x) == pytest.approx(float(special.digamma(x)), rel=1e-10, abs=1e-10)
    assert trigamma(x) == pytest.approx(float(special.polygamma(1, x)), rel=1e-10)


@given(st.floats(0, 1), st.floats(0.05, 3000), st.floats(0.05, 3000))
def test_the_beta_distribution_is_that_of_scipy(x, a, b):
    assert beta_below(x, a, b) == pytest.approx(float(stats.beta.cdf(x, a, b)), abs=1e-9)


@given(st.floats(0.001, 0.999), st.floats(0.5, 3000), st.floats(0.5, 3000))
def test_a_quantile_is_where_the_chance_is_reached(chance, a, b):
    assert beta_below(beta_quantile(chance, a, b), a, b) == pytest.approx(chance, abs=1e-8)
