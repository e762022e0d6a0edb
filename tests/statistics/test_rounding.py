from functools import partial
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.tables import around, counts, ends, exact, pairs
from waterpas.errors import CallError, CountError
from waterpas.measure.differences import miettinen_nurminen_interval, newcombe_interval
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.measure.rounding import hidden, outer_interval, outer_rate_interval, rounded
from waterpas.results import Count, Interval

RATIOS = [katz_interval, score_ratio_interval]
METHODS = [newcombe_interval, miettinen_nurminen_interval, *RATIOS]


def by_trying_every_value(limits, table):
    """The outer interval without any cleverness."""
    every = product(pairs(*table[:2]), pairs(*table[2:]))
    found = [limits(**counts((*group, *reference))) for group, reference in every]
    if None in found:
        return None
    return min(i.low for i in found), max(i.high for i in found)


TABLES = {
    "a few hidden cases": (hidden(4), around(12, 2), exact(3), exact(9)),
    "everybody may be a case": (around(7, 2), around(8, 2), around(5, 1), around(6, 1)),
    "nearly everybody": (around(38, 2), around(40, 2), around(58, 1), exact(60)),
    "a small group against a large one": (around(3, 2), around(9, 2), around(100, 2), exact(900)),
    "only the cases are rounded": (around(10, 3), exact(30), around(20, 3), exact(40)),
    "only the people are rounded": (exact(3), around(9, 3), exact(4), around(7, 3)),
    "more cases than people as printed": (around(12, 3), around(10, 2), exact(2), exact(5)),
    "one person": (exact(1), around(1, 1), exact(1), around(2, 1)),
}


@pytest.mark.parametrize("limits", METHODS)
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_it_is_the_same_as_trying_every_value(limits, table):
    expected = by_trying_every_value(limits, table)

    outer = outer_interval(limits, **counts(table))

    if expected is None:
        assert outer is None
    else:
        assert ends(outer) == pytest.approx(expected, rel=1e-11)


def test_each_method_has_tables_above_that_give_an_interval():
    for limits in METHODS:
        found = [by_trying_every_value(limits, table) for table in TABLES.values()]
        assert sum(interval is not None for interval in found) >= 4


@st.composite
def uncertain_groups(draw, most=12):
    people = draw(st.integers(1, most))
    cases = draw(st.integers(0, people))
    reach = st.integers(0, 2)
    group = around(cases, draw(reach)), around(people, draw(reach))
    assume(max(group[0].low, group[1].low) > 0)
    return group


@pytest.mark.parametrize("limits", [newcombe_interval, katz_interval])
@given(uncertain_groups(), uncertain_groups())
def test_it_is_the_same_as_trying_every_value_of_any_small_table(limits, group, reference):
    expected = by_trying_every_value(limits, (*group, *reference))

    outer = outer_interval(limits, **counts((*group, *reference)))

    assert (outer is None) == (expected is None)
    assert outer is None or ends(outer) == pytest.approx(expected, rel=1e-11)


@given(uncertain_groups(most=200))
def test_the_outer_interval_of_a_rate_is_the_same_as_trying_every_value(group):
    found = [wilson_interval(*pair) for pair in pairs(*group)]

    outer = outer_rate_interval(cases=group[0], total=group[1])

    assert ends(outer) == (min(i.low for i in found), max(i.high for i in found))


def test_home_visits_by_duo_rounded_to_ten():
    outer = outer_interval(
        newcombe_interval,
        group_cases=rounded(2010, to=10),
        group_total=rounded(54820, to=10),
        reference_cases=rounded(1050, to=10),
        reference_total=rounded(178200, to=10),
    )

    # The worst counts by hand: few cases of many people against many cases of few, and back.
    low = newcombe_interval(**counts((2005, 54825, 1055, 178195))).low
    high = newcombe_interval(**counts((2015, 54815, 1045, 178205))).high
    assert ends(outer) == (low, high)


@pytest.mark.parametrize("limits", METHODS)
def test_exact_counts_give_the_interval_itself(limits):
    table = (56, 70, 48, 80)

    outer = outer_interval(limits, **counts([exact(count) for count in table]))

    assert outer == limits(**counts(table))


@pytest.mark.parametrize("limits", METHODS)
def test_the_outer_interval_holds_the_interval_of_the_printed_counts(limits):
    table = (50, 70, 40, 80)

    outer = outer_interval(limits, **counts([rounded(count, to=10) for count in table]))
    printed = limits(**counts(table))

    assert outer.low < printed.low
    assert outer.high > printed.high


def test_another_level_travels_through():
    table = [rounded(count, to=10) for count in (50, 70, 40, 80)]

    usual = outer_interval(newcombe_interval, **counts(table))
    wider = outer_interval(partial(newcombe_interval, level=0.99), **counts(table))

    assert wider.level == 0.99
    assert wider.low < usual.low
    assert outer_rate_interval(cases=table[0], total=table[1], level=0.99).level == 0.99


@pytest.mark.parametrize("limits", [newcombe_interval, miettinen_nurminen_interval])
@pytest.mark.parametrize("empty", [0, 1], ids=["group", "reference"])
def test_a_group_that_may_be_empty_says_nothing_about_a_difference(limits, empty):
    sides = [[exact(3), exact(9)], [exact(4), exact(7)]]
    sides[empty] = [hidden(), hidden()]

    outer = outer_interval(partial(limits, level=0.9), **counts([*sides[0], *sides[1]]))

    assert outer == Interval(-1.0, 1.0, 0.9)


@pytest.mark.parametrize("limits", RATIOS)
def test_a_group_that_may_be_empty_leaves_no_interval_of_a_ratio(limits):
    table = (hidden(), hidden(), exact(4), exact(7))

    assert outer_interval(limits, **counts(table)) is None


def test_a_group_that_may_be_empty_says_nothing_about_a_rate():
    assert outer_rate_interval(cases=hidden(), total=hidden()) == Interval(0.0, 1.0, 0.95)


def test_hidden_people_are_at_least_as_many_as_their_cases():
    outer = outer_rate_interval(cases=exact(3), total=hidden())

    assert ends(outer) == (wilson_interval(3, 9).low, 1.0)


@pytest.mark.parametrize("limits", RATIOS)
def test_a_ratio_that_is_undefined_for_one_possible_count_has_no_outer_interval(limits):
    table = (exact(3), exact(9), rounded(0, to=10), exact(70))

    assert outer_interval(limits, **counts(table)) is None


def test_more_cases_than_people_whatever_the_rounding_is_refused():
    with pytest.raises(CountError, match=r"minstens 45.*hoogstens 35"):
        outer_rate_interval(cases=rounded(50, to=10), total=rounded(30, to=10))
    with pytest.raises(CountError, match=r"minstens 45.*hoogstens 35"):
        outer_interval(
            newcombe_interval,
            **counts((exact(1), exact(2), rounded(50, to=10), rounded(30, to=10))),
        )


@pytest.mark.parametrize(
    ("count", "to", "low", "high"),
    [
        (1050, 10, 1045, 1055),
        (0, 10, 0, 5),
        (15, 5, 13, 17),
        (12, 1, 12, 12),
        (300, 100, 250, 350),
        (9, 3, 8, 10),
    ],
)
def test_a_rounded_count_lies_half_a_step_to_either_side(count, to, low, high):
    assert rounded(count, to=to) == Count(count, low, high)


@given(st.integers(0, 10_000), st.integers(1, 1000))
def test_the_true_count_always_lies_within_its_rounding(true, to):
    for printed in (to * (true // to), to * -(-true // to)):
        if abs(printed - true) * 2 <= to:
            count = rounded(printed, to=to)
            assert count.low <= true <= count.high


def test_a_hidden_count_lies_below_the_threshold():
    assert hidden() == Count(None, 0, 9)
    assert hidden(below=5) == Count(None, 0, 4)
    assert hidden(below=1).is_exact


def test_a_negative_count_is_refused():
    with pytest.raises(CountError, match="niet kleiner dan 0 zijn; opgegeven is -10"):
        rounded(-10, to=10)


@pytest.mark.parametrize("to", [0, -5])
def test_rounding_to_less_than_one_is_refused(to):
    with pytest.raises(CallError, match=f"1 of meer; opgegeven is {to}"):
        rounded(10, to=to)


def test_a_threshold_below_one_is_refused():
    with pytest.raises(CallError, match="1 of meer; opgegeven is 0"):
        hidden(below=0)
