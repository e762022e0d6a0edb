"""Between what a rate lies: published values, every table by hand, and what must always hold."""

from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.statistics.area.tables import every_rate, place
from waterpas.measure.areas.bounds import (
    Part,
    Place,
    Share,
    least,
    most,
    of_others,
    with_fewest,
    with_most,
)
from waterpas.measure.areas.chance import Bounds, Sides, bounds_of_gap, bounds_of_rate
from waterpas.measure.areas.found import found_of, sides_of
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.proportions import wilson_interval
from waterpas.results import Count, Interval

NEAR = 1e-9


# Duncan and Davis (1953); knowledge: X = .3, T = .2.
def test_the_bounds_are_the_published_ones():
    own = with_fewest(n=1, cases=0.2, low=0.3, high=0.3), with_most(cases=0.2, low=0.3, high=0.3)
    others = with_fewest(n=1, cases=0.2, low=0.7, high=0.7), with_most(cases=0.2, low=0.7, high=0.7)

    assert [round(each.rate, 7) for each in own] == [0, 0.6666667]
    assert [round(each.rate, 7) for each in others] == [0, 0.2857143]


def test_over_areas_the_bounds_weigh_by_the_people_of_the_group():
    # 300 and 100 people of the group; at most 200 of the first and all 100 of the second.
    areas = [place(1000, 200, 0.3), place(200, 150, 0.5)]

    assert most(areas) == Part(200 + 100, 400)
    assert least(areas) == Part(0 + 50, 400)
    assert most(of_others(areas)) == Part(200 + 100, 700 + 100)


def test_an_area_of_one_group_only_is_known_exactly():
    areas = [place(100, 30, 1.0), place(100, 20, 0.0)]
    found = found_of(sides_of(areas), level=0.95)

    assert (found.group.least, found.group.most) == (0.3, 0.3)
    assert (found.others.least, found.others.most) == (0.2, 0.2)
    assert found.gap.least == pytest.approx(0.1)
    assert found.gap.most == pytest.approx(0.1)


def test_with_bounds_of_no_width_the_interval_is_that_of_chance():
    found = found_of(sides_of([place(100, 30, 1.0), place(100, 20, 0.0)]), level=0.95)
    newcombe = newcombe_interval(
        group_cases=30, group_total=100, reference_cases=20, reference_total=100
    )
    wilson = wilson_interval(30, 100)

    assert found.gap.whole.low == pytest.approx(newcombe.low, abs=1e-12)
    assert found.gap.whole.high == pytest.approx(newcombe.high, abs=1e-12)
    assert found.group.whole.low == pytest.approx(wilson.low, abs=1e-12)


def test_with_wide_bounds_each_end_has_a_one_sided_interval():
    found = found_of(sides_of([place(1000, 200, 0.3)]), level=0.95)
    one_sided = wilson_interval(200, 300, level=0.90)

    assert found.group.whole.high == pytest.approx(one_sided.high, abs=1e-12)


def test_of_a_group_that_may_be_nobody_nothing_is_known():
    assert bounds_of_rate(Part(0, 0), Part(3, 5)) == Bounds(
        0.0, 1.0, Interval(0.0, 1.0), Interval(0.0, 1.0)
    )
    sides = Sides(Part(0, 0), Part(1, 1), Part(0, 5), Part(1, 5))
    assert bounds_of_gap(sides).whole == Interval(-1.0, 1.0)


areas_of_people = st.integers(1, 5).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n), *[st.integers(0, n) for _ in range(2)]).map(
        lambda each: (each[0], each[1], min(each[2:]), max(each[2:]))
    )
)


def _places(areas):
    return [
        Place(
            Count.exact(n),
            Count.exact(cases),
            Share(None, float(Fraction(low, n)), float(Fraction(high, n))),
        )
        for n, cases, low, high in areas
    ]


@given(st.lists(areas_of_people, min_size=1, max_size=3))
def test_the_bounds_are_the_ends_of_all_tables_that_can_be(areas):
    rates = list(every_rate(areas))
    assume(rates)
    sides = sides_of(_places(areas))
    assume(not sides.empty)
    found = found_of(sides, level=0.95)

    own, others = ([each[at] for each in rates] for at in (0, 1))
    gaps = [a - b for a, b in rates]
    # With the share known exactly, a table has both ends at once.
    exact = all(low == high for *_, low, high in areas)
    assert found.group.least <= min(own) + NEAR
    assert found.group.most >= max(own) - NEAR
    assert found.gap.least <= min(gaps) + NEAR
    assert found.gap.most >= max(gaps) - NEAR
    if exact or all(low > 0 and high < n for n, _, low, high in areas):
        assert found.group.least == pytest.approx(min(own))
        assert found.group.most == pytest.approx(max(own))
        assert found.others.least == pytest.approx(min(others))
        assert found.others.most == pytest.approx(max(others))
        assert found.gap.least == pytest.approx(min(gaps))
        assert found.gap.most == pytest.approx(max(gaps))


thousandths = st.integers(0, 1000).map(lambda each: each / 1000)
real_areas = st.integers(1, 3000).flatmap(
    lambda n: st.tuples(st.just(n), st.integers(0, n), thousandths, thousandths)
)


@given(st.lists(real_areas, min_size=1, max_size=6))
@example([(23, 23, 0.544, 0.304)])  # a hair more cases than people, after adding
def test_rounding_of_the_share_only_widens(areas):
    exact = [place(n, cases, share) for n, cases, share, _ in areas]
    rounded = [
        place(n, cases, max(share - off, 0), min(share + off, 1)) for n, cases, share, off in areas
    ]
    narrow, wide = sides_of(exact), sides_of(rounded)
    assume(not narrow.empty and not wide.empty)

    _is_within(found_of(narrow, level=0.95), found_of(wide, level=0.95))


@given(st.lists(real_areas, min_size=1, max_size=6), st.sampled_from([5, 10]))
def test_rounding_of_the_counts_only_widens(areas, to):
    exact = [place(n, cases, share) for n, cases, share, _ in areas]
    off = to // 2
    rounded = [
        Place(
            Count(n, max(n - off, 0), n + off),
            Count(cases, max(cases - off, 0), cases + off),
            Share(share, share, share),
        )
        for n, cases, share, _ in areas
    ]
    narrow, wide = sides_of(exact), sides_of(rounded)
    assume(not narrow.empty and not wide.empty)

    _is_within(found_of(narrow, level=0.95), found_of(wide, level=0.95))


@given(st.lists(real_areas, min_size=2, max_size=6))
def test_merging_areas_never_makes_the_bounds_narrower(areas):
    apart = [place(n, cases, share) for n, cases, share, _ in areas]
    n, cases = sum(each[0] for each in areas), sum(each[1] for each in areas)
    share = min(sum(each[0] * each[2] for each in areas) / n, 1.0)
    narrow, wide = sides_of(apart), sides_of([place(n, cases, share)])
    assume(not narrow.empty and not wide.empty)

    a, b = found_of(narrow, level=0.95), found_of(wide, level=0.95)
    for one, other in ((a.group, b.group), (a.others, b.others), (a.gap, b.gap)):
        assert other.least <= one.least + NEAR
        assert other.most >= one.most - NEAR


@given(st.lists(real_areas, min_size=1, max_size=6))
def test_an_area_of_which_the_share_is_secret_widens_the_bounds(areas):
    known = [place(n, cases, share) for n, cases, share, _ in areas]
    n, cases, *_ = areas[0]
    secret = [Place(Count.exact(n), Count.exact(cases), Share(None)), *known[1:]]
    narrow, wide = sides_of(known), sides_of(secret)
    assume(not narrow.empty and not wide.empty)

    a, b = found_of(narrow, level=0.95), found_of(wide, level=0.95)
    assert b.group.least <= a.group.least + NEAR
    assert b.group.most >= a.group.most - NEAR


@given(st.lists(real_areas, min_size=1, max_size=6), st.floats(0.8, 0.999))
def test_bounds_lie_within_their_interval_and_an_interval_within_what_can_be(areas, level):
    sides = sides_of([place(n, cases, share) for n, cases, share, _ in areas])
    assume(not sides.empty)
    found = found_of(sides, level=level)

    for bounds, lowest in ((found.group, 0), (found.others, 0), (found.gap, -1)):
        assert lowest - NEAR <= bounds.whole.low <= bounds.least + NEAR
        assert bounds.least <= bounds.most + NEAR
        assert bounds.most - NEAR <= bounds.whole.high <= 1 + NEAR


@given(st.lists(real_areas, min_size=1, max_size=6), st.integers(1, 50))
def test_of_some_residents_the_group_may_be_any_part_that_fits(areas, times):
    """With as many counted as live there it is the share; with ever fewer it may be anything."""
    everybody = [place(n, cases, share) for n, cases, share, _ in areas]
    living = [
        Place(Count.exact(n), Count.exact(cases), Share(share, share, share), Count.exact(n))
        for n, cases, share, _ in areas
    ]
    fewer = [
        Place(each.n, each.cases, each.share, Count.exact(each.n.low * times)) for each in living
    ]
    exact, same, wide = sides_of(everybody), sides_of(living), sides_of(fewer)
    assume(not any(each.empty for each in (exact, same, wide)))

    a, b, c = (found_of(each, level=0.95) for each in (exact, same, wide))
    assert b.group.most == pytest.approx(a.group.most)
    assert b.group.least == pytest.approx(a.group.least)
    assert c.group.most >= b.group.most - NEAR
    assert c.group.least <= b.group.least + NEAR


def _is_within(narrow, wide):
    for one, other in (
        (narrow.group, wide.group),
        (narrow.others, wide.others),
        (narrow.gap, wide.gap),
    ):
        assert other.least <= one.least + NEAR
        assert other.most >= one.most - NEAR
