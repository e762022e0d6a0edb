"""What must hold for every matrix and every table, and a slow obvious way to the same."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ncx2

from tests.statistics.risk_profile.cases import measured, value
from waterpas.measure.matrices import from_matrices
from waterpas.measure.profile.alike import common_difference
from waterpas.measure.profile.association import association, lower_tail
from waterpas.measure.profile.error_rates import OPPOSITE

number = st.integers(0, 400)
matrix = st.fixed_dictionaries(dict.fromkeys(("tp", "fp", "fn", "tn"), number))
matrices = st.tuples(matrix, matrix).filter(
    lambda both: (
        all(sum(each.values()) for each in both)
        and sum(each["tp"] + each["fp"] for each in both)
        and sum(each["fn"] + each["tn"] for each in both)
    )
)
tables = st.integers(2, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 300), min_size=columns, max_size=columns), min_size=2, max_size=4
    )
)


@given(matrices)
def test_a_rate_and_its_opposite_are_one_together(both):
    found = measured(from_matrices(dict(zip("ab", both, strict=True))))

    for group in "ab":
        for one, other in OPPOSITE.items():
            rate = value(found, one, group=group)
            if rate is not None:
                assert rate + value(found, other, group=group) == pytest.approx(1)


@given(matrices)
def test_every_figure_lies_in_its_interval_and_is_a_number(both):
    found = measured(from_matrices(dict(zip("ab", both, strict=True))))

    for figure in found.figures:
        if figure.value is not None:
            assert math.isfinite(figure.value)
        if figure.value is not None and figure.interval:
            assert figure.interval.low - 1e-9 <= figure.value <= figure.interval.high + 1e-9


@given(matrices)
def test_the_rates_are_those_of_the_slow_obvious_way(both):
    found = measured(from_matrices(dict(zip("ab", both, strict=True))))

    for group, each in zip("ab", both, strict=True):
        for name, cases, others in (
            ("missed", ["fn"], ["tp"]),
            ("wrongly-chosen", ["fp"], ["tn"]),
            ("hit-rate", ["tp"], ["fp"]),
            ("passed-with-find", ["fn"], ["tn"]),
            ("occurs", ["tp", "fn"], ["fp", "tn"]),
            ("chosen", ["tp", "fp"], ["fn", "tn"]),
        ):
            x = sum(each[corner] for corner in cases)
            n = x + sum(each[corner] for corner in others)
            assert value(found, name, group=group) == (x / n if n else None)


@given(matrices)
def test_each_answer_has_figures_about_the_same_people(both):
    found = measured(from_matrices(dict(zip("ab", both, strict=True))))

    for answer in found.answers:
        for name in answer.figures:
            assert found.figure(name, answer.of) is not None


@given(tables)
def test_what_a_variable_carries_lies_between_nothing_and_everything(table):
    found = association(table)
    if found is not None:
        assert 0 <= found.value <= 1
        assert 0 <= found.interval.low <= found.interval.high <= 1
        assert 0 <= found.p <= 1


@given(tables)
def test_the_order_of_rows_and_columns_does_not_matter(table):
    one, other = association(table), association([row[::-1] for row in table[::-1]])
    turned = association([list(row) for row in zip(*table, strict=True)])

    if one is None:
        assert other is None
        assert turned is None
    else:
        for each in (other, turned):
            assert each.raw == pytest.approx(one.raw, abs=1e-9)
            assert each.interval.low == pytest.approx(one.interval.low, abs=1e-6)
            assert each.interval.high == pytest.approx(one.interval.high, abs=1e-6)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7, 12])
@pytest.mark.parametrize("root", [0.0, 0.7, 3.0, 9.0])
@pytest.mark.parametrize("chi", [0.5, 4.0, 30.0, 120.0])
def test_without_more_spread_the_distribution_is_the_noncentral_one_of_scipy(chi, root, freedom):
    assert lower_tail(chi, root, freedom, 1.0) == pytest.approx(
        ncx2.cdf(chi, freedom, max(root**2, 1e-12)), abs=1e-7
    )


@pytest.mark.parametrize(("freedom", "spread"), [(1, 2.5), (3, 0.4), (4, 1.8)])
def test_with_more_spread_it_is_what_drawing_it_gives(freedom, spread):
    rng = np.random.default_rng(5)
    drawn = (2.5 + math.sqrt(spread) * rng.standard_normal(400_000)) ** 2
    drawn += rng.chisquare(freedom - 1, 400_000) if freedom > 1 else 0

    for chi in (3.0, 8.0, 15.0):
        assert lower_tail(chi, 2.5, freedom, spread) == pytest.approx(
            float((drawn <= chi).mean()), abs=0.004
        )


strata = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)).map(
        lambda four: (four[0], four[0] + four[1], four[2], four[2] + four[3])
    ),
    min_size=1,
    max_size=5,
)


@given(strata)
def test_swapping_group_and_reference_turns_the_common_difference_round(some):
    one = common_difference(some)
    other = common_difference([(y, m, x, n) for x, n, y, m in some])

    if one is None:
        assert other is None
    else:
        assert other.value == pytest.approx(-one.value, abs=1e-12)
        assert other.interval.low == pytest.approx(-one.interval.high, abs=1e-9)


@given(strata)
def test_the_common_difference_is_the_weighted_mean_of_the_slow_way(some):
    found = common_difference(some)
    if found is not None:
        both = [each for each in some if each[1] and each[3]]
        weights = [n * m / (n + m) for _, n, _, m in both]
        mean = sum(w * (x / n - y / m) for w, (x, n, y, m) in zip(weights, both, strict=True))
        assert found.value == pytest.approx(mean / sum(weights))
