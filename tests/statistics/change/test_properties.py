"""What must hold for every table."""

from contextlib import suppress
from itertools import product
from math import isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.change.draws import side
from tests.statistics.change.tables import measured, table
from waterpas.errors import CallError
from waterpas.measure.changes.how_long import periods_needed, smallest_change
from waterpas.measure.changes.periods import in_order
from waterpas.measure.changes.rates import (
    Rate,
    _square_and_add,
    interval_of,
    p_of,
    rate_over,
    total,
)
from waterpas.measure.changes.two_sides import Moment, two_sides
from waterpas.measure.pairs_of_counts import Side
from waterpas.measure.proportions import wilson_interval
from waterpas.results import Count

counted = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
four = st.tuples(counted, counted, counted, counted)


def terms_of(cells, signs=(1, -1, -1, 1)):
    return [
        (sign, rate_over([side(*cell)], [1.0])) for sign, cell in zip(signs, cells, strict=True)
    ]


@given(four)
def test_the_interval_holds_the_estimate_and_its_ends_stay_within_reach(cells):
    terms = terms_of(cells)
    interval = interval_of(terms)

    assert -2 <= interval.low <= total(terms) + 1e-12
    assert total(terms) - 1e-12 <= interval.high <= 2


@given(four)
def test_before_and_after_swapped_change_only_the_sign(cells):
    there, back = interval_of(terms_of(cells)), interval_of(terms_of(cells, (-1, 1, 1, -1)))

    assert there.low == pytest.approx(-back.high, abs=1e-12)
    assert there.high == pytest.approx(-back.low, abs=1e-12)


@given(four)
def test_p_is_below_five_percent_exactly_when_the_interval_leaves_out_nothing(cells):
    terms = terms_of(cells)
    p, interval = p_of(terms), interval_of(terms)
    assume(abs(p - 0.05) > 1e-9)

    assert 0 < p <= 1
    assert (p < 0.05) == (not interval.holds(0.0))


@given(four)
def test_it_is_square_and_add_written_out(cells):
    """The slow one: four Wilson intervals, and the formula of Zou and Donner as it is printed."""
    rates = [x / n for x, n in cells]
    ends = [wilson_interval(x, n) for x, n in cells]
    a, b, c, d = rates
    low = ((a - ends[0].low) ** 2 + (ends[1].high - b) ** 2) + (
        (ends[2].high - c) ** 2 + (d - ends[3].low) ** 2
    )
    interval = interval_of(terms_of(cells))

    assert interval.low == pytest.approx(max(-2, a - b - c + d - low**0.5), abs=1e-9)


rounded = st.builds(lambda x, n: (10 * min(x, n), 10 * n), st.integers(0, 12), st.integers(1, 12))


@given(st.tuples(rounded, rounded))
def test_rounding_to_tens_holds_every_table_that_may_be_behind_it(cells):
    def range_of(value):
        return range(max(0, value - 5), value + 6, 5)

    def side_of(x, n):
        return Side(Count(n, max(0, n - 5), n + 5), Count(x, max(0, x - 5), x + 5), float(n))

    terms = [
        (s, rate_over([side_of(*cell)], [1.0])) for s, cell in zip((1, -1), cells, strict=True)
    ]
    outer = interval_of(terms)
    for x, n, y, m in product(*(range_of(each) for cell in cells for each in cell)):
        if min(n, m) > 0 and x <= n and y <= m:
            inner = interval_of(terms_of([(x, n), (y, m)], (1, -1)))
            assert outer.low <= inner.low + 1e-12
            assert inner.high <= outer.high + 1e-12


@given(st.lists(st.tuples(counted, counted), min_size=2, max_size=5))
def test_weights_are_those_of_mantel_and_haenszel(pairs):
    """The slow one: the common risk difference, sum by sum."""
    moments = [
        Moment(t, before, (side(*group), side(*reference)))
        for before in (True, False)
        for t, (group, reference) in enumerate(pairs)
    ]
    top = bottom = 0.0
    for (x, n), (y, m) in pairs:
        top += (x * m - y * n) / (n + m)
        bottom += n * m / (n + m)
    sides = two_sides({(): moments})

    assert total(sides.before) == pytest.approx(top / bottom, abs=1e-9)
    assert total(sides.change) == pytest.approx(0, abs=1e-9)


@given(st.lists(counted, min_size=1, max_size=6), st.randoms())
def test_the_order_of_periods_makes_no_difference(cells, random):
    weights = [1 / len(cells)] * len(cells)
    shuffled = random.sample(cells, len(cells))
    one, other = (rate_over([side(*each) for each in some], weights) for some in (cells, shuffled))

    assert one.value == pytest.approx(other.value)
    assert one.n == pytest.approx(other.n)
    assert one.n <= sum(n for _, n in cells) + 1e-6


@given(st.lists(four, min_size=1, max_size=2), st.sampled_from(["B", "everybody-else"]))
def test_whatever_the_table_there_is_an_answer_and_every_number_is_finite(cells, reference):
    years, counts = ("2022", "2023"), {}
    for group, each in zip("AC", cells, strict=False):
        counts |= {(group, year): cell for year, cell in zip(years, each[:2], strict=True)}
        counts |= {("B", year): cell for year, cell in zip(years, each[2:], strict=True)}
    result = measured(table(counts), reference=reference)

    about = {each.of["groep"] for each in result.answers}
    assert len(about) == len(cells) + (reference != "B")
    for figure in result.figures:
        assert figure.value is None or isfinite(figure.value)
        assert figure.interval is None or figure.interval.low <= figure.interval.high
        assert figure.people


@given(st.integers(1, 40), st.integers(30, 3000))
def test_more_people_never_take_longer_and_never_need_a_larger_change(periods, n):
    def rates(people):
        return [
            Rate(0.3, people, 0.3, 0.3, people, None),
            Rate(0.2, people, 0.2, 0.2, people, None),
        ]

    few, many = rates(n), rates(2 * n)
    needed = [periods_needed(0.1, before=each, periods=periods) for each in (few, many)]

    assert needed[0] is None or needed[1] <= needed[0]
    small, large = (smallest_change([(each, each) for each in some]) for some in (many, few))
    assert small < large


def test_the_smallest_change_is_seen_four_times_out_of_five():
    import numpy as np

    rng = np.random.default_rng(6)
    n, m, rates = 400, 1600, (0.30, 0.20)
    before = [rate_over([side(round(n * rates[0]), n)], [1.0])]
    before.append(rate_over([side(round(m * rates[1]), m)], [1.0]))
    change = smallest_change([(each, each) for each in before])
    seen = 0
    for _ in range(2000):
        drawn = [
            (int(rng.binomial(n, rates[0] - change)), n),
            (int(rng.binomial(m, rates[1])), m),
            (int(rng.binomial(n, rates[0])), n),
            (int(rng.binomial(m, rates[1])), m),
        ]
        seen += not _square_and_add(terms_of(drawn), level=0.95).holds(0.0)

    assert 0.76 < seen / 2000 < 0.88  # a falling rate spreads less: somewhat more is seen


def test_after_the_periods_needed_the_change_is_just_large_enough():
    before = [rate_over([side(120, 400)], [1.0]), rate_over([side(320, 1600)], [1.0])]
    needed = periods_needed(0.09, before=before, periods=4)

    def smallest(periods):
        after = [
            Rate(r.value, r.n * periods / 4, r.value, r.value, r.n * periods / 4, r.people)
            for r in before
        ]
        return smallest_change(list(zip(before, after, strict=True)))

    assert smallest(needed) <= 0.09 < smallest(needed - 1)


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        (["2024", "2022", "2023"], ["2022", "2023", "2024"]),
        (["2023JJ00", "2022JJ00"], ["2022JJ00", "2023JJ00"]),
        (["2023-H2", "2023-H1"], ["2023-H1", "2023-H2"]),
        (["2024-Q1", "2023-Q4"], ["2023-Q4", "2024-Q1"]),
        (["2024KW01", "2023KW04"], ["2023KW04", "2024KW01"]),
        (["2023-10", "2023-9"], ["2023-9", "2023-10"]),
        (["2024MM01", "2023MM12"], ["2023MM12", "2024MM01"]),
        (["2021-W01", "2020-W53"], ["2020-W53", "2021-W01"]),
        (["2023-02-01", "2023-01-31 00:00:00"], ["2023-01-31 00:00:00", "2023-02-01"]),
    ],
)
def test_periods_are_put_in_order(levels, wanted):
    found = in_order(levels, column="p")

    assert [each.level for each in found] == wanted
    assert found[1].place == found[0].place + 1


@pytest.mark.parametrize("level", ["mei", "13-2023", "2023-13", "2023-W60", "", "Q1"])
def test_what_is_no_period_is_refused_with_an_example(level):
    with pytest.raises(CallError, match="Schrijf jaren als 2023"):
        in_order(["2023", level], column="p")


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_periods(text):
    with suppress(CallError):
        assert in_order([text], column="p")[0].level == text
