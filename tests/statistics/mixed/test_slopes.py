"""The model with a difference per decider: its definition, general optimisers, little tables."""

from math import cos, exp, pi, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize  # type: ignore[import-untyped] # SciPy ships no types
from scipy.special import expit, gammaln  # type: ignore[import-untyped] # SciPy ships no types
from scipy.stats import chi2  # type: ignore[import-untyped] # SciPy ships no types

from tests.statistics.frozen import frozen
from tests.statistics.mixed.data import contraception
from waterpas.measure.mixed.data import NotFitted, counts_of
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.slope_gap import difference_with
from waterpas.measure.mixed.slopes import (
    SlopeFit,
    best_at,
    random_slope,
    slope_ends,
    slope_test,
)
from waterpas.measure.mixed.slopes_likelihood import Slopes, sloped

SOMEWHERE = np.array([-1.6, 0.7, -0.02, 1.0, 1.3, 1.2, 0.6, -0.5, 0.4])


def table(*, deciders=12, each=80, sd=0.5, slope=0.6, seed=3):
    """Design, cases, totals and deciders: two groups, drawn."""
    rng = frozen([seed])
    one, other = rng.standard_normal((2, deciders))
    outside = rng.binomial(each // 2, expit(-0.8 + sd * one))
    inside = rng.binomial(each // 2, expit(-0.4 + sd * one + slope * other))
    design = [[1.0, 0.0]] * deciders + [[1.0, 1.0]] * deciders
    return design, [*outside, *inside], [each // 2] * 2 * deciders, [*range(deciders)] * 2


@pytest.fixture(scope="module")
def women():
    counts, _ = counts_of(*contraception())
    return Slopes(counts)


@pytest.fixture(scope="module")
def fitted():
    return random_slope(*contraception(), points=7)


# Its own definition, slow and obvious.


def joint_of(data, parameters):
    """Per decider the logarithm of what is integrated over z (two numbers, in columns)."""
    counts = data.counts
    fixed, (l11, l21, l22) = counts.design @ parameters[:-3], parameters[-3:]
    constant = gammaln(counts.totals + 1) - gammaln(counts.cases + 1)
    constant -= gammaln(counts.totals - counts.cases + 1)
    for at in range(counts.groups):
        rows = counts.place == at
        y, n, d = counts.cases[rows], counts.totals[rows], data.inside[rows]
        eta, own = fixed[rows], constant[rows].sum()

        def joint(z, y=y, n=n, d=d, eta=eta, own=own):
            u, v = l11 * z[0], l21 * z[0] + l22 * z[1]
            linear = eta[:, None] + np.atleast_1d(u) + d[:, None] * np.atleast_1d(v)
            seen = (y[:, None] * linear - n[:, None] * np.logaddexp(0, linear)).sum(axis=0)
            return own + seen - 0.5 * (z[0] ** 2 + z[1] ** 2) - np.log(2 * pi)

        yield joint


def slow_log_likelihood(data, parameters):
    """The integral over a fine square grid, which is as good as exact for a smooth peak."""
    line = np.linspace(-6, 6, 61)
    grid = np.array([each.ravel() for each in np.meshgrid(line, line)])
    step, total = line[1] - line[0], 0.0
    for joint in joint_of(data, parameters):
        logs = joint(grid)
        total += logs.max() + np.log(np.exp(logs - logs.max()).sum() * step**2)
    return total


def slow_laplace(data, parameters):
    """At each peak, found by a general optimiser, the curvature by differences."""
    total = 0.0
    for joint in joint_of(data, parameters):
        peak = minimize(lambda z, f=joint: -f(z)[0], np.zeros(2), options={"gtol": 1e-9}).x
        h = 1e-4
        ways = h * np.eye(2)
        bends = np.array(
            [
                [
                    joint(peak + a + b)
                    - joint(peak + a - b)
                    - joint(peak - a + b)
                    + joint(peak - a - b)
                    for b in ways
                ]
                for a in ways
            ]
        )[:, :, 0] / (4 * h * h)
        total += joint(peak)[0] + np.log(2 * pi) - 0.5 * np.log(np.linalg.det(-bends))
    return total


@pytest.mark.parametrize(("points", "near"), [(7, 2e-3), (21, 1e-6)])
def test_the_likelihood_is_the_integral_itself(women, points, near):
    ours = sloped(women, SOMEWHERE, points=points).log

    assert ours == pytest.approx(slow_log_likelihood(women, SOMEWHERE), abs=near)


def test_with_one_point_it_is_laplace(women):
    ours = sloped(women, SOMEWHERE, points=1).log

    assert ours == pytest.approx(slow_laplace(women, SOMEWHERE), abs=1e-4)


def test_the_gradient_and_the_curvature_are_those_of_the_likelihood():
    h, here = 1e-5, np.array([-0.7, 0.4, 0.5, -0.2, 0.6])
    counts, _ = counts_of(*table())
    data = Slopes(counts)
    at = sloped(data, here, points=15)
    pairs = [[sloped(data, here + s * e, points=15) for s in (1, -1)] for e in h * np.eye(5)]

    slope = [(up.log - down.log) / (2 * h) for up, down in pairs]
    curve = [(up.slope - down.slope) / (2 * h) for up, down in pairs]
    assert at.slope == pytest.approx(slope, abs=1e-5)
    assert at.curve == pytest.approx(np.array(curve), abs=1e-3)


# The model.


def test_of_women_in_districts_the_maximum_is_that_of_a_general_optimiser(women, fitted):
    found = minimize(lambda at: -sloped(women, at, points=7).log, SOMEWHERE, options={"gtol": 1e-4})
    l11, l21, l22 = found.x[-3:]

    assert fitted.best.at.log == pytest.approx(-found.fun, abs=1e-5)
    assert fitted.sd**2 == pytest.approx(l21**2 + l22**2, abs=1e-3)
    assert fitted.best.first**2 == pytest.approx(l11**2, abs=1e-3)
    assert cos(fitted.best.turn) == pytest.approx(l21 / sqrt(l21**2 + l22**2), abs=1e-3)
    assert fitted.best.beta == pytest.approx(found.x[:-3], abs=1e-3)


def test_near_the_maximum_the_integral_itself_is_nowhere_higher(women, fitted):
    best = fitted.best
    l21, l22 = best.sd * cos(best.turn), best.sd * sqrt(1 - cos(best.turn) ** 2)
    here = np.array([*best.beta, best.first, l21, l22])
    top, rng = slow_log_likelihood(women, here), frozen([5])

    assert best.at.log == pytest.approx(top, abs=1e-3)
    for _ in range(3):
        near = here + 0.03 * rng.standard_normal(len(here)) * ([1, 1, 0.05] + [1] * 6)
        assert slow_log_likelihood(women, near) < top + 1e-4


def test_without_a_difference_of_its_own_it_is_the_model_with_an_intercept_only(fitted):
    alone = random_intercept(*contraception(), points=7)

    assert fitted.without.at.log == pytest.approx(alone.log_likelihood, abs=1e-6)
    assert fitted.without.first == pytest.approx(alone.sd, abs=1e-4)
    assert fitted.without.beta == pytest.approx(alone.beta, abs=1e-4)


def test_which_group_is_the_reference_changes_nothing():
    design, *rest = table()
    one, other = (
        random_slope(each, *rest) for each in (design, [[1.0, 1.0 - d] for _, d in design])
    )

    assert other.best.at.log == pytest.approx(one.best.at.log, abs=1e-5)
    assert other.sd == pytest.approx(one.sd, abs=2e-3)
    differences = [
        difference_with(fit.data.counts, fit.best.beta, sign * fit.sd)[0]
        for fit, sign in ((one, 1), (other, -1))
    ]
    assert differences[0] == pytest.approx(-differences[1], abs=1e-3)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            *[st.integers(4, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))] * 2
        ),
        min_size=4,
        max_size=12,
    )
)
def test_any_little_table_has_a_model_or_a_reason_and_yes_and_no_may_be_swapped(pairs):
    design = [[1.0, float(at)] for _ in pairs for at in (0, 1)]
    cells = [cell for pair in pairs for cell in pair]
    cases, totals = [x for x, _ in cells], [n for _, n in cells]
    deciders = [at for at, _ in enumerate(pairs) for _ in (0, 1)]
    there = random_slope(design, cases, totals, deciders)
    back = random_slope(design, [n - x for x, n in cells], totals, deciders)

    assert isinstance(there, SlopeFit) == isinstance(back, SlopeFit)
    if isinstance(there, SlopeFit) and isinstance(back, SlopeFit):
        assert there.best.at.log == pytest.approx(back.best.at.log, abs=1e-3)
        assert np.isfinite([there.sd, there.best.first, *there.best.beta]).all()
        assert 0 <= slope_test(there) <= 1
        assert there.best.at.log >= there.without.at.log


def test_more_points_than_the_usual_ones_do_not_move_the_spread():
    usual, many = random_slope(*contraception()), random_slope(*contraception(), points=11)

    assert usual.sd == pytest.approx(many.sd, abs=2e-4)
    assert usual.best.at.log == pytest.approx(many.best.at.log, abs=2e-3)


# The interval and the test.


def test_at_both_ends_the_best_likelihood_of_a_general_optimiser_is_at_the_floor():
    fit = random_slope(*table(deciders=20, slope=0.9))
    ends = slope_ends(fit, level=0.95)
    floor = fit.best.at.log - chi2.ppf(0.95, 1) / 2

    for model in (ends.low, ends.high):
        start = np.array([*model.beta, model.first, model.turn])

        def down(at, sd=model.sd):
            spreads = [at[-2], sd * np.cos(at[-1]), sd * np.sin(at[-1])]
            return -sloped(fit.data, np.array([*at[:-2], *spreads]), points=7).log

        found = minimize(down, start + 0.02, options={"gtol": 1e-3})
        assert -found.fun == pytest.approx(floor, abs=2e-3)
    assert 0 < ends.interval.low < fit.sd < ends.interval.high


def test_the_test_is_half_of_one_and_half_of_two_degrees_of_freedom(fitted):
    ratio = 2 * (fitted.best.at.log - fitted.without.at.log)

    expected = 0.5 * chi2.sf(ratio, 1) + 0.5 * chi2.sf(ratio, 2)
    assert slope_test(fitted) == pytest.approx(expected)
    assert slope_test(fitted) < 0.001


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
def test_the_interval_begins_at_nothing_exactly_where_the_test_does_not_contradict_it(level):
    for seed in range(8):
        fit = random_slope(*table(slope=0.4, seed=seed))
        ends = slope_ends(fit, level=level)

        assert (ends.interval.low == 0) == (slope_test(fit) > 1 - level)


def test_deciders_that_are_all_alike_have_no_spread_and_a_p_of_one():
    design = [[1.0, float(at)] for _ in range(12) for at in (0, 1)]
    fit = random_slope(design, [10, 20] * 12, [40] * 24, [at // 2 for at in range(24)])

    assert fit.sd == 0
    assert slope_test(fit) == 1
    assert slope_ends(fit, level=0.95).interval.low == 0


def test_a_spread_that_is_there_is_found_and_one_that_is_not_is_not():
    there, not_there = (table(deciders=40, each=200, slope=slope) for slope in (0.7, 0.0))

    assert slope_test(random_slope(*there)) < 0.001
    assert slope_test(random_slope(*not_there)) > 0.05


def test_the_rate_with_a_decider_in_the_middle_is_the_fitted_one():
    fit = random_slope(*table())
    beta = fit.best.beta

    middle = difference_with(fit.data.counts, beta, 0.0)[0]
    assert middle == pytest.approx(expit(beta[0] + beta[1]) - expit(beta[0]))


# Tables that hold too little.


@pytest.mark.parametrize(
    ("code", "cases", "totals"),
    [
        ("all-alike", [0] * 24, [9] * 24),
        ("separated", [3, 0] * 12, [9] * 24),
        ("endless-spread", [200, 0, 0, 200] * 6, [200] * 24),
        ("no-people", [0] * 24, [0] * 24),
        ("collinear", [3, 0] * 12, [9, 0] * 12),
    ],
)
def test_a_table_that_holds_too_little_says_why(code, cases, totals):
    design = [[1.0, float(at)] for _ in range(12) for at in (0, 1)]
    found = random_slope(design, cases, totals, [at // 2 for at in range(24)])

    assert isinstance(found, NotFitted)
    assert found.code == code


def test_a_spread_without_an_upper_end_has_no_interval():
    design = [[1.0, float(at)] for _ in range(3) for at in (0, 1)]
    fit = random_slope(design, [5, 1, 9, 19, 10, 11], [20] * 6, [0, 0, 1, 1, 2, 2])

    assert isinstance(fit, SlopeFit)
    assert slope_ends(fit, level=0.999) is None


def test_one_standard_deviation_has_one_best_model(fitted, women):
    one, other = (best_at(women, 0.5, points=7, start=start) for start in (None, fitted.best))

    assert one.at.log == pytest.approx(other.at.log, abs=1e-5)
    assert exp(one.at.log - fitted.best.at.log) < 1
