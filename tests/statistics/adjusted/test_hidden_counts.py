"""Rounded and hidden counts: the interval holds whatever the true counts give."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.adjusted.cases import table
from tests.weight import examples
from waterpas.measure.like_with_like.bounded import Between, outer_difference, outer_ratio
from waterpas.measure.like_with_like.strata import (
    difference_interval,
    difference_over,
    ratio_interval,
    ratio_over,
)
from waterpas.measure.rounding import hidden, rounded
from waterpas.results import Count


def between(*rows, to=1):
    return [Between(*(rounded(each, to=to) for each in row)) for row in rows]


def possible(counts, *, of):
    """Every table that the counts of one stratum allow."""
    ranges = (range(count.low, count.high + 1) for count in counts)
    return [row for row in product(*ranges) if row[0] <= row[1] and row[2] <= row[3]][:: max(1, of)]


def fields(each):
    return each.cases, each.total, each.reference_cases, each.reference_total


sides = st.integers(5, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
rows_of = st.lists(
    st.tuples(sides, sides).map(lambda pair: (*pair[0], *pair[1])), min_size=1, max_size=3
)


@pytest.mark.parametrize(
    "rows",
    [
        [(30, 100, 45, 100), (12, 40, 30, 60), (5, 20, 50, 90)],
        [(56, 70, 48, 80)],
    ],
)
def test_of_exact_counts_it_is_the_interval_itself(rows):
    inner, outer = difference_interval(table(*rows)), outer_difference(between(*rows))
    ratio, outer_of_ratio = ratio_interval(table(*rows)), outer_ratio(between(*rows))

    assert (outer.low, outer.high) == pytest.approx((inner.low, inner.high), abs=1e-9)
    assert (outer_of_ratio.low, outer_of_ratio.high) == pytest.approx((ratio.low, ratio.high))


@examples(40)
@given(rows_of, st.sampled_from([3, 5, 10]), st.randoms(use_true_random=False))
def test_it_holds_the_interval_of_every_table_that_may_be_behind_it(rows, to, chance):
    strata = between(*rows, to=to)
    outer, outer_of_ratio = outer_difference(strata), outer_ratio(strata)
    for _ in range(25):
        drawn = table(*(_drawn(each, chance) for each in strata))
        inner = difference_interval(drawn)
        if inner and outer:
            assert outer.low <= inner.low + 1e-9
            assert inner.high - 1e-9 <= outer.high
            assert outer.holds(difference_over(drawn))
        ratio = ratio_interval(drawn)
        if ratio and outer_of_ratio:
            assert outer_of_ratio.low <= ratio.low * (1 + 1e-9)
            assert ratio.high <= outer_of_ratio.high * (1 + 1e-9)
            assert outer_of_ratio.holds(ratio_over(drawn))


def _drawn(each, chance: random.Random):
    """Counts that are allowed; every second draw at the edges, where the furthest lie."""

    def one(count):
        edge = chance.choice([count.low, count.high])
        return edge if chance.random() < 0.5 else chance.randint(count.low, count.high)

    x, n, y, m = map(one, fields(each))
    return min(x, n), max(n, 1), min(y, m), max(m, 1)


def test_every_table_of_a_small_stratum_is_held():
    strata = [Between(Count(4, 2, 6), Count(12, 10, 14), Count(6, 4, 8), Count(12, 10, 14))]
    outer, outer_of_ratio = outer_difference(strata), outer_ratio(strata)
    tables = [table(row) for row in possible(fields(strata[0]), of=1)]

    assert len(tables) > 500
    for each in tables:
        assert outer.low <= difference_interval(each).low + 1e-9
        assert outer.high >= difference_interval(each).high - 1e-9
        assert outer_of_ratio.low <= ratio_interval(each).low + 1e-9
        assert outer_of_ratio.high >= ratio_interval(each).high - 1e-9
    # And it is not much wider than the furthest of them.
    assert outer.low >= min(difference_interval(each).low for each in tables) - 0.05
    assert outer.high <= max(difference_interval(each).high for each in tables) + 0.05


def test_a_hidden_count_in_one_stratum_leaves_an_interval():
    known = Between(*(Count.exact(each) for each in (60, 200, 90, 200)))
    unknown = Between(hidden(), Count.exact(40), Count.exact(20), Count.exact(50))

    alone = outer_difference([known])
    both = outer_difference([known, unknown])
    assert both is not None
    assert both.high < 0
    assert both.high - both.low > 0.5 * (alone.high - alone.low)
    assert outer_ratio([known, unknown]).high < 1


def test_a_stratum_of_which_all_is_hidden_can_be_nobody():
    known = Between(*(Count.exact(each) for each in (60, 200, 90, 200)))
    nothing = Between(hidden(), hidden(), hidden(), hidden())

    outer, alone = outer_difference([known, nothing]), outer_difference([known])
    assert outer.low <= alone.low
    assert outer.high >= alone.high


def test_with_nothing_known_there_is_no_interval():
    nothing = [Between(hidden(), hidden(), Count.exact(3), Count.exact(30))]

    assert outer_difference(nothing) is None
    assert outer_ratio(nothing) is None
    assert outer_difference([]) is None


def test_a_side_that_may_be_without_cases_has_no_ratio():
    strata = [Between(rounded(3, to=10), rounded(50, to=10), Count.exact(9), Count.exact(40))]

    assert outer_ratio(strata) is None
    assert outer_difference(strata) is not None
