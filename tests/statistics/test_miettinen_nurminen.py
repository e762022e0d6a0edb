import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from scipy.optimize import brentq

from tests.statistics.tables import AWKWARD, PUBLISHED, any_table, counts, ends, levels, swapped
from tools import ROOT
from waterpas.errors import CallError, CountError
from waterpas.measure.differences import (
    mee_interval,
    miettinen_nurminen_interval,
    newcombe_interval,
    score_test_p,
)
from waterpas.measure.roots import find_root

GOLDEN = [
    ((0.0528, 0.3382), (0.0533, 0.3377)),
    ((0.1700, 0.8406), (0.1821, 0.8370)),
    ((0.0342, 0.8534), (0.0544, 0.8478)),
    ((-0.0326, 0.1933), (-0.0313, 0.1926)),
    ((-0.1658, 0.2844), (-0.1611, 0.2775)),
    ((-0.2879, 0.2879), (-0.2775, 0.2775)),
    ((0.7156, 1), (0.7225, 1)),
    ((0.6636, 1), (0.6777, 1)),
    ((-0.4716, -0.0656), (-0.4687, -0.0695)),
]
Z2 = stats.chi2.ppf(0.95, 1)


def squared_score(table, tried, *, corrected=True):
    """The score statistic by halving the likelihood equation: slow, and no cubic in it.

    The rate of the reference is sought between the values that leave both rates in [0, 1]; the
    slope of the log-likelihood falls from above to below 0 on the way.
    """
    x1, n1, x2, n2 = table
    tried = np.asarray(tried, dtype=float)
    low, high = np.maximum(0, -tried), np.minimum(1, 1 - tried)
    for _ in range(200):
        middle = (low + high) / 2
        first = middle + tried
        with np.errstate(divide="ignore", invalid="ignore"):
            slope = sum(
                np.where(cases > 0, sign * cases / rate, 0)
                for cases, rate, sign in (
                    (x1, first, 1),
                    (n1 - x1, 1 - first, -1),
                    (x2, middle, 1),
                    (n2 - x2, 1 - middle, -1),
                )
            )
        low, high = np.where(slope > 0, middle, low), np.where(slope > 0, high, middle)
    variance = first * (1 - first) / n1 + middle * (1 - middle) / n2
    if corrected:
        variance = variance * (n1 + n2) / (n1 + n2 - 1)
    return (x1 / n1 - x2 / n2 - tried) ** 2 / variance


@pytest.mark.parametrize(("table", "expected"), list(zip(PUBLISHED, GOLDEN, strict=True)))
def test_both_score_intervals_give_the_golden_values(table, expected):
    assert ends(miettinen_nurminen_interval(**counts(table))) == pytest.approx(
        expected[0], abs=5e-5
    )
    assert ends(mee_interval(**counts(table))) == pytest.approx(expected[1], abs=5e-5)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((2010, 54820, 1050, 178200), (0.02919, 0.03242)),
        ((120, 15630, 1050, 178200), (0.00048, 0.00332)),
    ],
    ids=["outside Europe", "Europe"],
)
def test_selection_for_a_home_visit_by_duo_in_2014(table, expected):
    assert ends(miettinen_nurminen_interval(**counts(table))) == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize("table", PUBLISHED + AWKWARD[:9])
@pytest.mark.parametrize(
    ("limits", "corrected"), [(miettinen_nurminen_interval, True), (mee_interval, False)]
)
def test_the_interval_is_exactly_the_differences_that_are_not_rejected(table, limits, corrected):
    interval = limits(**counts(table))

    tried = np.linspace(-1, 1, 2001)[1:-1]
    found = table[0] / table[1] - table[2] / table[3]
    tried = tried[np.abs(tried - found) > 1e-9]
    kept = squared_score(table, tried, corrected=corrected) <= Z2
    assert kept.tolist() == ((interval.low <= tried) & (tried <= interval.high)).tolist()


@pytest.mark.parametrize("table", PUBLISHED + AWKWARD)
def test_at_both_ends_the_score_is_just_critical(table):
    interval = miettinen_nurminen_interval(**counts(table))

    for end in ends(interval):
        if abs(end) < 1:
            assert squared_score(table, end) == pytest.approx(Z2, rel=1e-6)


@given(any_table)
def test_at_both_ends_of_any_table_the_score_is_just_critical(table):
    interval = miettinen_nurminen_interval(**counts(table))
    assume(interval.low > -1 and interval.high < 1)

    assert squared_score(table, ends(interval)) == pytest.approx(Z2, rel=1e-5)


@pytest.mark.parametrize("size", [1, 10, 10_000_000])
def test_without_cases_both_ends_are_known_in_closed_form(size):
    interval = miettinen_nurminen_interval(**counts((0, size, 0, size)))

    reach = Z2 * 2 * size / (2 * size - 1)
    assert interval.high == pytest.approx(reach / (size + reach), rel=1e-9)
    assert interval.low == -interval.high


def test_everybody_against_nobody_reaches_exactly_one():
    assert miettinen_nurminen_interval(**counts((10, 10, 0, 10))).high == 1
    assert miettinen_nurminen_interval(**counts((0, 10, 10, 10))).low == -1


def test_one_person_on_each_side_says_next_to_nothing():
    interval = miettinen_nurminen_interval(**counts((1, 1, 0, 1)))

    assert interval.low < -0.5
    assert interval.high == 1


@given(any_table, levels)
def test_swapping_the_groups_mirrors_the_interval(table, level):
    there = miettinen_nurminen_interval(**counts(table), level=level)
    back = miettinen_nurminen_interval(**counts(swapped(table)), level=level)

    assert ends(there) == (-back.high, -back.low)


@given(any_table, levels)
def test_counting_the_others_mirrors_the_interval(table, level):
    x1, n1, x2, n2 = table
    cases = miettinen_nurminen_interval(**counts(table), level=level)
    others = miettinen_nurminen_interval(**counts((n1 - x1, n1, n2 - x2, n2)), level=level)

    assert cases.low == pytest.approx(-others.high, abs=1e-11)
    assert cases.high == pytest.approx(-others.low, abs=1e-11)


@given(any_table, levels)
def test_the_interval_holds_the_difference_and_stays_a_difference(table, level):
    interval = miettinen_nurminen_interval(**counts(table), level=level)

    difference = table[0] / table[1] - table[2] / table[3]
    assert -1 <= interval.low <= difference <= interval.high <= 1
    assert interval.low < interval.high


@given(any_table, st.floats(0.5, 0.99))
def test_more_certainty_asks_for_a_wider_interval(table, level):
    narrow = miettinen_nurminen_interval(**counts(table), level=level)
    wide = miettinen_nurminen_interval(**counts(table), level=level + 0.005)

    assert wide.low <= narrow.low
    assert wide.high >= narrow.high
    assert wide.high - wide.low > narrow.high - narrow.low


@given(any_table)
def test_the_factor_for_small_samples_widens_the_interval(table):
    with_factor, without = (f(**counts(table)) for f in (miettinen_nurminen_interval, mee_interval))

    assert with_factor.low <= without.low
    assert with_factor.high >= without.high


@pytest.mark.parametrize("table", [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 5, 20), (1, 2, 1, 3)])
def test_p_is_that_of_pearson_with_one_person_less(table):
    x1, n1, x2, n2 = table
    cells = [[x1, n1 - x1], [x2, n2 - x2]]
    pearson = stats.chi2_contingency(cells, correction=False).statistic
    total = n1 + n2

    expected = stats.chi2.sf(pearson * (total - 1) / total, 1)
    assert score_test_p(**counts(table)) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("table", [(0, 10, 0, 20), (10, 10, 20, 20), (0, 1, 0, 1)])
def test_without_any_variation_p_is_one(table):
    assert score_test_p(**counts(table)) == 1


def test_equal_rates_give_a_p_of_one():
    assert score_test_p(**counts((3, 10, 6, 20))) == 1


@given(any_table, levels)
def test_zero_lies_outside_the_interval_exactly_when_p_is_small(table, level):
    interval = miettinen_nurminen_interval(**counts(table), level=level)
    p = score_test_p(**counts(table))
    assume(not math.isclose(p, 1 - level, rel_tol=1e-6))

    assert (interval.low > 0 or interval.high < 0) == (p < 1 - level)


def as_printed(interval):
    low, high = (f"{end:.4f}".replace(".", ",").replace("-", "−") for end in ends(interval))
    return f"{low} tot {high.removesuffix(',0000')}"


@pytest.mark.parametrize("table", PUBLISHED)
def test_the_page_about_methods_prints_these_intervals(table):
    methods = (newcombe_interval, miettinen_nurminen_interval, mee_interval)
    cells = " | ".join(as_printed(limits(**counts(table))) for limits in methods)

    text = (ROOT / "docs" / "methoden" / "verschillen.md").read_text(encoding="utf-8")
    row = "| {}/{} en {}/{} | ".format(*table) + f"{cells} |"
    assert row in text.splitlines()


@pytest.mark.parametrize("limits", [miettinen_nurminen_interval, mee_interval])
@pytest.mark.parametrize(
    ("table", "message"),
    [
        ((11, 10, 1, 10), "totaal, 10; opgegeven is 11"),
        ((1, 10, 11, 10), "totaal, 10; opgegeven is 11"),
        ((0, 0, 1, 10), "groter zijn dan 0; opgegeven is 0"),
    ],
)
def test_impossible_counts_are_refused(limits, table, message):
    with pytest.raises(CountError, match=message):
        limits(**counts(table))


@pytest.mark.parametrize("question", [miettinen_nurminen_interval, score_test_p])
def test_less_than_one_person_in_all_is_refused(question):
    with pytest.raises(CountError, match=r"meer dan 1 persoon bestaan; opgegeven is 0\.75"):
        question(**counts((0.1, 0.5, 0.1, 0.25)))


@pytest.mark.parametrize("table", [(11, 10, 1, 10), (1, 10, -1, 10)])
def test_impossible_counts_have_no_p(table):
    with pytest.raises(CountError, match="tussen 0 en het totaal"):
        score_test_p(**counts(table))


@pytest.mark.parametrize("limits", [miettinen_nurminen_interval, mee_interval])
@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_level_is_refused(limits, level):
    with pytest.raises(CallError, match=f"opgegeven is {level}"):
        limits(**counts((1, 10, 1, 10)), level=level)


@pytest.mark.parametrize(
    ("function", "inside", "outside"),
    [
        (lambda x: x**3 - 1e-9, 0.0, 1.0),
        (lambda x: math.atan(1e6 * (x - 0.1)), 0.0, 1.0),
        (lambda x: 0.3 - x, 1.0, -1.0),
        (lambda x: -1.0 if x < 0.7 else 1.0, 0.0, 1.0),
    ],
    ids=["flat", "steep", "from right to left", "a jump"],
)
def test_the_root_finder_agrees_with_brent(function, inside, outside):
    expected = brentq(function, inside, outside, xtol=1e-15)

    assert find_root(function, inside=inside, outside=outside) == pytest.approx(expected, abs=2e-15)


def test_the_root_finder_gives_the_outer_end_when_nothing_crosses():
    assert find_root(lambda x: -1.0, inside=0.0, outside=1.0) == 1.0


def test_the_root_finder_stops_when_told():
    rough = find_root(lambda x: x - 0.3, inside=0.0, outside=1.0, most=1)

    assert rough == pytest.approx(0.5)
