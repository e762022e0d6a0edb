"""What holds for every plan: more people see more, and both questions are each other's inverse."""

import math

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from waterpas.measure.planning import power
from waterpas.measure.plans.chances import ten_come_through
from waterpas.measure.plans.deciding import gap_of, spread_of
from waterpas.measure.plans.student_power import of_means

shares = st.floats(0.01, 0.9)
rates = st.floats(0, 1)
sizes = st.integers(20, 5_000_000)
chances = st.floats(0.5, 0.99)


def smallest(people, **more):
    found = power("audit", people=people, **more).figure("smallest")
    return None if found is None else found.value


@given(sizes, shares, rates, chances, st.integers(2, 5))
@settings(deadline=None, max_examples=40)
def test_a_plan_is_a_size_between_0_and_1_or_says_that_it_cannot(people, share, rate, seen, groups):
    assume((groups - 1) * share < 1)
    plan = power("audit", people=people, share=share, rate=rate, power=seen, groups=groups)

    value = plan.figure("smallest") and plan.figure("smallest").value
    assert value is None or 0 < value <= 1
    assert (value is None) == plan.answers[0].code.startswith("cannot-")
    assert all(f.value is None or math.isfinite(f.value) for f in plan.figures)


@given(sizes, shares, rates, st.floats(1.01, 100))
@settings(deadline=None, max_examples=40)
def test_more_people_see_a_smaller_difference(people, share, rate, times):
    assume(people * times <= 20_000_000)
    some = power("audit", people=people, share=share, rate=rate)
    more = power("audit", people=people * times, share=share, rate=rate)

    for name in ("smallest-higher", "smallest-lower"):
        before, after = some.figure(name), more.figure(name)
        if before is not None and before.value is not None:
            assert after.value is not None
            assert after.value < before.value + 1e-12


@given(st.floats(0.002, 0.45), shares, rates)
@settings(deadline=None, max_examples=40)
def test_how_many_are_needed_is_the_inverse_of_what_can_be_seen(difference, share, rate):
    assume(difference <= max(rate, 1 - rate))
    plan = power("audit", difference=difference, share=share, rate=rate)
    needed = plan.figure("needed")
    assume(needed is not None)

    seen = power("audit", people=needed.value, share=share, rate=rate)
    ways = {"smallest-higher": 1 - rate, "smallest-lower": rate}
    possible = [seen.figure(name).value for name, most in ways.items() if difference <= most]
    assert all(value is not None and value <= difference * (1 + 1e-9) for value in possible)


@given(sizes, shares, rates)
@settings(deadline=None, max_examples=40)
def test_more_or_less_of_it_is_the_same_the_other_way_round(people, share, rate):
    plan = power("audit", people=people, share=share, rate=rate)
    turned = power("audit", people=people, share=share, rate=1 - rate)
    assume(plan.figure("smallest") is not None)

    higher, lower = plan.figure("smallest-higher").value, turned.figure("smallest-lower").value
    assert (higher is None) == (lower is None) or rate in {0, 1}
    if higher is not None and lower is not None:
        assert math.isclose(higher, lower, rel_tol=1e-6)


@given(st.integers(200, 100_000), st.floats(0.05, 0.5), st.floats(50, 5000), st.floats(1.1, 20))
@settings(deadline=None, max_examples=40)
def test_a_difference_in_pay_is_counted_in_any_money(people, share, spread, rate):
    euros = power("pay", people=people, share=share, spread=spread).figure("smallest").value
    others = power("pay", people=people, share=share, spread=spread * rate).figure("smallest").value

    assert math.isclose(others, euros * rate, rel_tol=1e-6)


@given(st.floats(0, 6), st.floats(8, 3000), st.floats(0.8, 0.999))
@settings(deadline=None, max_examples=40)
def test_a_chance_lies_between_0_and_1_and_grows_with_the_distance(distance, freedom, level):
    here = of_means(distance, freedom=freedom, level=level)
    further = of_means(distance + 0.1, freedom=freedom, level=level)

    assert 0 <= here < further <= 1 + 1e-9


@given(st.floats(0.02, 0.98), st.floats(0.01, 5))
def test_a_gap_between_deciders_grows_with_their_spread(rate, spread):
    gap = gap_of(spread, rate=rate)

    assert 0 < gap < gap_of(spread * 1.1, rate=rate) <= 1
    assert math.isclose(spread_of(gap, rate=rate), spread, rel_tol=1e-6)


@given(st.floats(10, 100_000), st.floats(0.001, 0.999))
def test_more_people_leave_ten_more_often(people, chance):
    some = ten_come_through(people, chance=chance, least=10)
    more = ten_come_through(people + 1, chance=chance, least=10)

    assert 0 <= some <= more + 1e-9 <= 1 + 2e-9


@given(st.lists(st.floats(0.1, 0.9), min_size=1, max_size=4))
@settings(deadline=None, max_examples=40)
def test_what_is_needed_for_a_chain_is_what_its_hardest_step_needs(steps):
    plan = power("chain", difference=0.1, steps=steps, share=0.2)
    needed = plan.figure("needed")
    assume(needed is not None)

    each = [f.value for f in plan.figures if f.name == "needed" and f.of]
    assert needed.value == max(each)
