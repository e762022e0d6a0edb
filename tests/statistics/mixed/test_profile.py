"""Profile-likelihood intervals and the boundary test, beside a general optimiser."""

import numpy as np
import pytest
from scipy.optimize import minimize  # type: ignore[import-untyped] # SciPy ships no types
from scipy.stats import chi2  # type: ignore[import-untyped] # SciPy ships no types

from tests.statistics.mixed.data import cbpp, greene
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.likelihood import value
from waterpas.measure.mixed.percentiles import GapBetween, RateAt
from waterpas.measure.mixed.profile import region, spread_test

DATA = {"cbpp": cbpp(), "greene": greene()}


def furthest(fit, function, sign, floor):
    """The lowest (or highest) value of a function where the likelihood is at least the floor."""

    def log(at):
        return value(fit.counts, at[:-1], abs(at[-1]), points=9).log

    found = minimize(
        lambda at: -sign * function(at[:-1], abs(at[-1])),
        np.append(fit.best.beta, fit.sd),
        method="SLSQP",
        constraints={"type": "ineq", "fun": lambda at: log(at) - floor},
        options={"ftol": 1e-10, "maxiter": 300},
    )
    return -sign * found.fun


@pytest.mark.parametrize("name", DATA)
def test_the_intervals_are_those_of_a_general_optimiser(name):
    fit = random_intercept(*DATA[name])
    found = region(fit, level=0.95)
    asked = {
        "sd": (found.ends, lambda beta, sd: sd),
        "low": (
            found.interval_of(RateAt(fit.counts, 0.1)),
            lambda *m: RateAt(fit.counts, 0.1)(*m)[0],
        ),
        "gap": (
            found.interval_of(GapBetween(fit.counts)),
            lambda *m: GapBetween(fit.counts)(*m)[0],
        ),
    }

    for interval, function in asked.values():
        ends = [furthest(fit, function, sign, found.floor) for sign in (-1, 1)]
        width = ends[1] - ends[0]
        assert interval.low == pytest.approx(ends[0], abs=0.02 * width)
        assert interval.high == pytest.approx(ends[1], abs=0.02 * width)


def test_the_lower_end_for_cbpp_is_the_one_of_lme4():
    # confint(glmer(...), method = "profile") of lme4 gives .3460 for the standard deviation.
    found = region(random_intercept(*cbpp(), points=1), level=0.95)

    assert found.ends.low == pytest.approx(0.3460, abs=5e-4)


def test_the_likelihood_at_both_ends_is_at_the_floor():
    fit = random_intercept(*cbpp())
    found = region(fit, level=0.9)

    assert found.floor == pytest.approx(fit.log_likelihood - chi2.ppf(0.9, 1) / 2)
    for model in (found.along[0], found.along[-1]):
        assert model.at.log == pytest.approx(found.floor, abs=1e-3)


def test_a_higher_level_gives_a_wider_interval():
    fit = random_intercept(*cbpp())
    ends = [region(fit, level=level).ends for level in (0.8, 0.95, 0.99)]

    assert ends[0].low > ends[1].low > ends[2].low
    assert ends[0].high < ends[1].high < ends[2].high


def test_the_test_at_the_boundary_is_half_of_the_usual_one():
    fit = random_intercept(*cbpp())
    ratio = 2 * (fit.log_likelihood - fit.without.at.log)

    assert spread_test(fit) == pytest.approx(0.5 * chi2.sf(ratio, 1))


def test_without_any_spread_the_interval_begins_at_nothing_and_p_is_one():
    fit = random_intercept([[1.0]] * 12, [10] * 12, [40] * 12, range(12))
    found = region(fit, level=0.95)

    assert spread_test(fit) == 1.0
    assert found.ends.low == 0
    assert 0 < found.ends.high < 0.5
    assert found.interval_of(GapBetween(fit.counts)).low == pytest.approx(0, abs=1e-9)


def test_a_spread_without_an_upper_end_has_no_region():
    fit = random_intercept([[1.0]] * 3, [2, 10, 19], [20] * 3, range(3))

    assert region(fit, level=0.999) is None
