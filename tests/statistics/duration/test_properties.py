"""What must hold for every table of waiting times."""

from math import inf, isfinite
from statistics import fmean, median, pvariance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.duration import slow
from tests.statistics.duration.tables import BY, DECIDED, GAVE_UP, OPEN, measured, table
from waterpas.measure.waiting.curve import curve_of, median_of, restricted_mean
from waterpas.measure.waiting.horizon import horizon_of
from waterpas.measure.waiting.shares import share_of
from waterpas.measure.waiting.waits import ENDINGS, waits_of

days = st.integers(0, 60)
counts = st.lists(
    st.tuples(days, st.sampled_from(ENDINGS), st.integers(1, 9)), min_size=1, max_size=25
)
decisions = st.lists(st.tuples(days, st.just("decided"), st.integers(1, 9)), min_size=1)
horizons = st.integers(1, 70)


@given(decisions, horizons)
def test_without_open_cases_the_mean_is_that_of_the_days_up_to_the_horizon(some, horizon):
    waits = waits_of(some)
    held = [min(day, horizon) for day, _ in slow.people_of(waits)]
    mean = restricted_mean(curve_of(waits), horizon)

    assert mean.value == pytest.approx(fmean(held), abs=1e-9)
    assert mean.error**2 == pytest.approx(pvariance(held) / len(held), abs=1e-9)


@given(decisions)
def test_without_open_cases_the_half_is_the_median_of_the_days(some):
    waits = waits_of(some)

    assert median_of(curve_of(waits)).value == median(day for day, _ in slow.people_of(waits))


@given(counts, st.integers(0, 70))
def test_without_open_cases_a_share_is_simply_a_part_of_the_people(some, day):
    closed = waits_of((at, "gave-up" if kind == "open" else kind, n) for at, kind, n in some)
    people = slow.people_of(closed)

    for ending in ("decided", "gave-up"):
        share = share_of(closed, day, ending)
        assert share.cases == sum(at <= day and kind == ending for at, kind in people)
        assert (share.value, share.worth) == (share.cases / len(people), len(people))


@given(counts, horizons)
def test_the_fast_figures_are_the_slow_ones(some, horizon):
    waits = waits_of(some)
    people, curve = slow.people_of(waits), curve_of(waits)
    mean, (value, variance) = restricted_mean(curve, horizon), slow.mean_within(people, horizon)

    assert [(d, pytest.approx(float(s))) for d, s, *_ in slow.still_waiting(people)] == list(
        zip(curve.days.tolist(), curve.share.tolist(), strict=True)
    )
    assert mean.value == pytest.approx(value, abs=1e-9)
    assert mean.error**2 == pytest.approx(variance, abs=1e-9)
    assert median_of(curve).value == slow.half_of(people)
    assert waits.furthest() == slow.furthest(people, 10)
    for ending in ("decided", "gave-up"):
        found = share_of(waits, horizon, ending).value
        assert found == pytest.approx(slow.incidence(people, horizon, ending), abs=1e-9)


@given(counts, horizons, st.sampled_from([0.5, 2, 7, 24]))
def test_days_in_another_unit_change_only_the_unit(some, horizon, times):
    one, other = waits_of(some), waits_of((day * times, kind, n) for day, kind, n in some)
    mean, scaled = (
        restricted_mean(curve_of(each), at)
        for each, at in ((one, horizon), (other, horizon * times))
    )
    half, wider = median_of(curve_of(one)), median_of(curve_of(other))

    assert scaled.value == pytest.approx(mean.value * times, abs=1e-9)
    assert scaled.error == pytest.approx(mean.error * times, abs=1e-9)
    for end in ("value", "low", "high"):
        was, now = getattr(half, end), getattr(wider, end)
        assert now == (None if was is None else pytest.approx(was * times))
    assert share_of(one, horizon, "gave-up") == share_of(other, horizon * times, "gave-up")


@given(counts, st.randoms())
def test_the_order_of_the_rows_changes_nothing(some, chance):
    mixed = list(some)
    chance.shuffle(mixed)

    assert slow.people_of(waits_of(mixed)) == slow.people_of(waits_of(some))


@given(counts, st.integers(0, 70))
def test_what_ended_and_what_still_waits_add_up_to_everybody(some, day):
    waits = waits_of(some)
    assume(not waits.lost_before(day + 0.5, givers_up=False))
    ended = [share_of(waits, day, each).value for each in ("decided", "gave-up")]

    assert sum(ended) + waits.waiting_on(day + 0.5) / waits.n == pytest.approx(1)


@given(counts, horizons, st.sampled_from([0.8, 0.95, 0.999]))
def test_every_interval_holds_its_figure(some, horizon, level):
    waits = waits_of(some)
    half = median_of(curve_of(waits), level=level)
    share = share_of(waits, horizon, "decided")

    assert 0 <= restricted_mean(curve_of(waits), horizon).value <= horizon
    assert half.value is None or (half.low or 0) <= half.value <= (half.high or inf)
    assert share.interval(level).low - 1e-12 <= share.value <= share.interval(level).high + 1e-12
    assert 0 < share.worth <= waits.n


@given(st.lists(counts, min_size=1, max_size=4))
def test_at_the_chosen_horizon_ten_people_of_a_group_and_its_reference_still_wait(some):
    reference, *groups = [waits_of(each) for each in some]
    day = horizon_of([(each, reference) for each in groups])
    still = [each for each in groups if each.waiting_on(day) >= 10]

    assert not day or (still and reference.waiting_on(day) >= 10)
    assert day == int(day)


ends = st.sampled_from([DECIDED, GAVE_UP, OPEN, "onbekend"])
groups = st.sampled_from(["A", "B", "C", "onbekend"])
rows = st.lists(
    st.tuples(groups, st.one_of(days, st.just("onbekend")), ends, st.integers(1, 60)),
    min_size=1,
    max_size=30,
)


@given(rows, st.one_of(st.none(), horizons), st.one_of(st.none(), horizons), st.booleans())
def test_no_table_gives_a_figure_that_is_no_number(some, horizon, term, all_others):
    some = [*some, ("B", 5, DECIDED, 1)]
    whom = "everybody-else" if all_others else "B"
    result = measured(table(some), reference=whom, horizon=horizon, term=term)

    for figure in result.figures:
        assert figure.value is None or isfinite(figure.value)
        if figure.interval:
            assert isfinite(figure.interval.low)
            assert isfinite(figure.interval.high)
            assert figure.interval.low <= figure.interval.high
    names = {(each.name, tuple(each.of.items())) for each in result.figures}
    for answer in result.answers:
        assert all((name, tuple(answer.of.items())) in names for name in answer.figures)


@given(rows)
def test_with_everybody_a_decision_the_column_that_says_so_changes_nothing(some):
    some = [(group, day, DECIDED, n) for group, day, _, n in some] + [("B", 5, DECIDED, 1)]
    with_it = measured(table(some))
    without = measured(table(some, by=BY[:2]))

    assert with_it.answers == without.answers
    assert with_it.figures == without.figures


def test_the_properties_would_find_a_mean_that_forgets_the_first_days():
    waits = waits_of([(10, "decided", 4), (20, "decided", 4)])
    forgets = restricted_mean(curve_of(waits), 30).value - 10

    assert forgets != pytest.approx(slow.mean_within(slow.people_of(waits), 30)[0])
