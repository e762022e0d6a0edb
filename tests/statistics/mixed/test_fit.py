"""The random-intercept model: published values, its own definition, and little tables."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad  # type: ignore[import-untyped] # SciPy ships no types
from scipy.stats import binom, norm  # type: ignore[import-untyped] # SciPy ships no types

from tests.statistics.mixed import lme4_arithmetic
from tests.statistics.mixed.data import cbpp, greene
from tests.weight import examples
from waterpas.measure.mixed.data import NotFitted, counts_of
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.likelihood import value

# Published values.


def test_cbpp_by_laplace_is_what_lme4_gives():
    fitted = random_intercept(*cbpp(), points=1)

    assert fitted.variance == pytest.approx(0.4122538, abs=1e-3)
    assert fitted.log_likelihood == pytest.approx(-92.02657, abs=1e-3)
    # lme4 stops early (see below); glmmTMB, which does not: -1.3985 -0.9923 -1.1287 -1.5803.
    assert fitted.beta == pytest.approx((-1.398343, -0.991925, -1.128216, -1.579745), abs=6e-4)


@pytest.mark.parametrize("periods", [True, False])
def test_by_laplace_the_arithmetic_of_lme4_without_its_early_stop_gives_ours(periods):
    fitted = random_intercept(*cbpp(periods=periods), points=1)
    variance, beta, log = lme4_arithmetic.fit(
        *cbpp(periods=periods), tolerance=lme4_arithmetic.EXACT
    )

    assert fitted.variance == pytest.approx(variance, abs=1e-6)
    assert fitted.beta == pytest.approx(tuple(beta), abs=1e-6)
    assert fitted.log_likelihood == pytest.approx(log, abs=1e-8)


def test_with_its_early_stop_that_arithmetic_gives_the_published_values():
    variance, beta, log = lme4_arithmetic.fit(*cbpp(), tolerance=lme4_arithmetic.LME4)

    assert variance == pytest.approx(0.4122538, abs=2e-5)
    assert tuple(beta) == pytest.approx((-1.398343, -0.991925, -1.128216, -1.579745), abs=2e-5)
    assert log == pytest.approx(-92.02657, abs=1e-5)


def test_cbpp_without_periods_is_what_lme4_gives():
    fitted = random_intercept(*cbpp(periods=False), points=1)

    assert fitted.variance == pytest.approx(0.6588884, abs=1e-3)


def test_cbpp_with_nine_points_is_what_lme4_gives():
    fitted = random_intercept(*cbpp(), points=9)

    assert fitted.variance == pytest.approx(0.4192794, abs=1e-5)
    assert fitted.points == 9


def test_refugee_appeals_per_judge_are_what_lme4_gives():
    fitted = random_intercept(*greene(), points=1)

    assert fitted.sd == pytest.approx(0.691799, abs=1e-4)
    published = (-0.90456647, -0.39603744, 0.11095863, 0.26676643)
    assert fitted.beta == pytest.approx(published, abs=1e-4)


# Its own definition: the integral by a general rule, the slope by differences.


def slow_log_likelihood(design, cases, totals, groups, beta, sd):
    """Per group the integral over the normal intercept, by scipy; slow and obvious."""
    linear, total = np.asarray(design) @ beta, 0.0
    for name in dict.fromkeys(groups):
        rows = [at for at, group in enumerate(groups) if group == name]

        def chance(u, rows=rows):
            p = 1 / (1 + np.exp(-(linear[rows] + u)))
            seen = binom.pmf(np.array(cases)[rows], np.array(totals)[rows], p)
            return seen.prod() * norm.pdf(u, scale=sd)

        total += np.log(quad(chance, -8 * sd, 8 * sd, limit=200, epsabs=0)[0])
    return total


def test_many_points_give_the_integral_itself():
    data = cbpp()
    counts, _ = counts_of(*data)
    beta = np.array([-1.3, -0.9, -1.0, -1.4])

    ours = value(counts, beta, 0.7, points=25).log
    assert ours == pytest.approx(slow_log_likelihood(*data, beta, 0.7), abs=1e-8)


@pytest.mark.parametrize("points", [1, 2, 9])
def test_the_slope_is_that_of_the_likelihood(points):
    counts, _ = counts_of(*cbpp())
    here, step = np.array([-1.2, -0.8, -1.0, -1.4, 0.7]), 1e-5

    def log(at):
        return value(counts, at[:-1], at[-1], points=points).log

    by_steps = [(log(here + e) - log(here - e)) / (2 * step) for e in step * np.eye(5)]
    slope = value(counts, here[:-1], here[-1], points=points).slope
    assert slope == pytest.approx(by_steps, abs=1e-6)


def test_at_the_maximum_no_point_nearby_is_better():
    fitted = random_intercept(*cbpp())
    rng = np.random.default_rng(3)

    for _ in range(20):
        beta = np.array(fitted.beta) + rng.normal(0, 0.01, 4)
        near = value(fitted.counts, beta, fitted.sd + rng.normal(0, 0.01), points=9)
        assert near.log <= fitted.log_likelihood


# Properties.

tables = st.lists(
    st.integers(5, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=3,
    max_size=12,
)


@examples(40)
@given(tables)
def test_yes_and_no_may_be_swapped(table):
    cases, totals = [a for a, _ in table], [n for _, n in table]
    one = [[1.0]] * len(table)
    there = random_intercept(one, cases, totals, range(len(table)))
    rest = [n - a for a, n in table]
    back = random_intercept(one, rest, totals, range(len(table)))

    if isinstance(there, NotFitted):
        assert there == back
    else:
        assert there.beta[0] == pytest.approx(-back.beta[0], abs=1e-6)
        assert there.sd == pytest.approx(back.sd, abs=1e-5)
        assert np.isfinite([*there.beta, *there.se, there.variance, there.log_likelihood]).all()


def test_a_cell_may_be_cut_in_pieces_and_the_order_does_not_matter():
    design, cases, totals, groups = cbpp()
    whole = random_intercept(design, cases, totals, groups)
    design = np.vstack([design, design])[::-1]
    pieces = [*[0] * 56, *cases][::-1], [*[1] * 56, *[n - 1 for n in totals]][::-1]
    cut = random_intercept(design, *pieces, [*groups, *groups][::-1])

    assert cut.beta == pytest.approx(whole.beta, abs=1e-7)
    assert cut.se == pytest.approx(whole.se, abs=1e-6)
    assert cut.variance == pytest.approx(whole.variance, abs=1e-7)
    for name, mode in whole.modes.items():
        assert cut.modes[name].value == pytest.approx(mode.value, abs=1e-6)


def test_modes_are_drawn_towards_the_middle_and_less_so_with_more_people():
    fitted = random_intercept([[1.0]] * 6, [2, 20, 200, 8, 80, 800], [10, 100, 1000] * 2, "abcdef")
    middle = fitted.beta[0]

    raw = np.log(0.8 / 0.2) - middle
    shrunk = [fitted.modes[name].value for name in "def"]
    assert 0 < shrunk[0] < shrunk[1] < shrunk[2] < raw
    assert fitted.modes["d"].se > fitted.modes["e"].se > fitted.modes["f"].se


# Tables that hold too little.


def test_groups_that_are_alike_give_a_variance_of_exactly_nothing():
    fitted = random_intercept([[1.0]] * 4, [5] * 4, [10] * 4, "abcd")

    assert (fitted.variance, fitted.sd) == (0.0, 0.0)
    assert fitted.beta[0] == pytest.approx(0)
    assert fitted.se[0] == pytest.approx(1 / np.sqrt(10))
    assert all((mode.value, mode.se) == (0, 0) for mode in fitted.modes.values())


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("no-people", ([[1]], [0], [0], ["a"])),
        ("one-group", ([[1]] * 2, [1, 2], [5, 5], ["a", "a"])),
        ("one-person-each", ([[1]] * 3, [0, 1, 0], [1, 1, 1], ["a", "b", "c"])),
        ("all-alike", ([[1]] * 2, [0, 0], [5, 5], ["a", "b"])),
        ("all-alike", ([[1]] * 2, [5, 5], [5, 5], ["a", "b"])),
        ("collinear", ([[1, 1]] * 2, [1, 0], [5, 5], ["a", "b"])),
        ("separated", ([[1, 0], [1, 1]] * 2, [1, 0, 2, 0], [5, 5, 5, 9], ["a", "a", "b", "b"])),
        ("endless-spread", ([[1]] * 4, [0, 50, 50, 0], [50] * 4, ["a", "b", "c", "d"])),
    ],
)
def test_a_table_that_holds_too_little_says_why(code, call):
    assert random_intercept(*call).code == code


def test_a_column_that_tells_all_is_named():
    refused = random_intercept(
        [[1, 0], [1, 1]] * 2, [1, 0, 2, 0], [5, 5, 5, 9], ["a", "a", "b", "b"]
    )

    assert refused == NotFitted("separated", (1,))


def test_a_group_without_people_is_left_out():
    fitted = random_intercept([[1.0]] * 3, [3, 4, 0], [9, 9, 0], "abc")

    assert set(fitted.modes) == {"a", "b"}
