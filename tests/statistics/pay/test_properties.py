"""What must hold for every table."""

from math import isfinite

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.pay.tables import counted, measured
from waterpas.errors import WaterpasError
from waterpas.explain.plain import plain_text
from waterpas.measure.paid.means import gap_of, size_of
from waterpas.measure.paid.pairs import stands_higher
from waterpas.measure.paid.parts import three_fold, two_fold
from waterpas.measure.paid.quantiles import quantile_gaps
from waterpas.measure.paid.scales import over_scales, shown
from waterpas.measure.paid.staff import Column, Staff

SCALES = ("5", "6", "7")


@st.composite
def staffs(draw, *, least=1):
    """Cells of two groups over three scales and two amounts each; sometimes nobody is there."""
    cells = [
        (group, scale, draw(st.integers(1000, 9000)), draw(st.integers(0, 9)), people)
        for group in (True, False)
        for scale in range(3)
        for _ in range(2)
        if (people := draw(st.integers(least, 40)))
    ]
    assume({cell[0] for cell in cells} == {True, False})
    group, scale, amount, years, people = map(np.array, zip(*cells, strict=True))
    used, codes = np.unique(scale, return_inverse=True)
    column = Column("schaal", tuple(SCALES[at] for at in used), codes)
    others = (column, Column("jaren", (), years.astype(float)))
    return Staff(amount.astype(float), people.astype(float), group, others, column)


def near(value, staff):
    return pytest.approx(value, abs=1e-6 * size_of(staff))


@given(staffs())
def test_the_parts_add_up_to_the_gap(staff):
    gap, two, over = gap_of(staff).gap.value, two_fold(staff), over_scales(staff)
    assume(two is not None)

    assert two.goes_with.value + two.remains.value == near(gap, staff)
    assert over.composition.value + over.within.value == near(gap, staff)


@given(staffs())
def test_the_three_parts_add_up_to_the_gap(staff):
    three = three_fold(staff)
    assume(three is not None)
    whole = three.endowments.value + three.coefficients.value + three.interaction

    assert whole == near(gap_of(staff).gap.value, staff)


@given(staffs())
def test_the_parts_per_column_add_up(staff):
    two = two_fold(staff)
    assume(two is not None)

    assert sum(two.per_column.values()) == near(two.goes_with.value, staff)


@given(staffs(), st.permutations(range(3)))
def test_no_level_is_the_base(staff, order):
    """Yun (2005): the same parts, whatever the order of the levels."""
    assume(len(staff.scale.levels) == 3)
    codes = np.array(order)[staff.scale.codes]
    column = Column("schaal", tuple(np.array(SCALES)[np.argsort(order)]), codes)
    turned = Staff(staff.amount, staff.people, staff.group, (column, staff.columns[1]), column)
    one, other = three_fold(staff), three_fold(turned)
    assume(one is not None and two_fold(staff) is not None and not two_fold(staff).collinear)

    assert other.per_column == near(one.per_column, staff)
    assert two_fold(turned).per_column == near(two_fold(staff).per_column, staff)


@given(staffs())
def test_swapped_sides_change_only_the_sign(staff):
    turned = Staff(staff.amount, staff.people, ~staff.group, staff.columns, staff.scale)
    one, other = two_fold(staff), two_fold(turned)
    assume(one is not None)

    assert gap_of(turned).gap.value == near(-gap_of(staff).gap.value, staff)
    assert other.remains.value == near(-one.remains.value, staff)
    assert other.remains.error == pytest.approx(one.remains.error, rel=1e-6, abs=1e-6)


@given(staffs(), st.floats(0.5, 100), st.floats(-500, 500))
def test_other_money_changes_only_the_amounts(staff, times, more):
    """Euros in another coin, and an allowance that all get."""
    amount = times * staff.amount + more
    turned = Staff(amount, staff.people, staff.group, staff.columns, staff.scale)
    one, other = two_fold(staff), two_fold(turned)
    assume(one is not None)

    assert other.remains.value == near(times * one.remains.value, turned)
    higher, again = stands_higher(staff), stands_higher(turned)
    assert (higher is None) == (again is None)
    assert higher is None or again.share.value == pytest.approx(higher.share.value, abs=1e-9)


@given(staffs())
def test_p_and_interval_say_the_same(staff):
    gap = gap_of(staff).gap
    assume(not gap.sure)
    assume(abs(gap.p() - 0.05) > 1e-6)

    assert (gap.p() < 0.05) == (not gap.interval(0.95).holds(0.0))


@given(staffs(), st.floats(0.8, 0.99))
def test_quantile_intervals_hold_the_gap_and_grow_with_the_level(staff, level):
    for narrow, wide in zip(
        quantile_gaps(staff, level=level), quantile_gaps(staff, level=0.995), strict=True
    ):
        assert narrow.interval.holds(narrow.gap)
        assert wide.interval.low <= narrow.interval.low
        assert narrow.interval.high <= wide.interval.high


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_who_is_left_over_in_scales_is_nobody_or_ten_people(counts):
    kept = shown([list(each) for each in counts])

    for side in (0, 1):
        left = sum(each[side] for at, each in enumerate(counts) if at not in kept)
        assert not kept or left == 0 or left >= 10
    assert all(min(counts[at]) >= 10 for at in kept)


LEVELS = st.sampled_from(
    ["2500", "2600,50", "3100", "4000", "onbekend", "-5", "n.v.t.", "0", "1.234,00"]
)
KEYS = st.tuples(
    st.sampled_from("ABC"),
    st.sampled_from(["5", "6", "onbekend"]),
    LEVELS,
    st.sampled_from(["ja", "nee", "onbekend"]),
)


@given(st.dictionaries(KEYS, st.integers(0, 60), min_size=3))
def test_no_table_gives_a_number_that_is_none_and_each_answer_has_words(cells):
    found, said = found_or_refused(counted(cells, by=("groep", "schaal", "loon", "omhoog")))

    assert said
    assert "nan" not in said.lower()
    for figure in found.figures if found else ():
        ends = [figure.interval.low, figure.interval.high] if figure.interval else []
        assert all(isfinite(each) for each in (figure.value, *ends))


def found_or_refused(tally):
    """What was found and its words; or nothing, and the sentence of the refusal."""
    try:
        found = measured(tally, moved_up="omhoog")
    except WaterpasError as error:
        return None, error.text("nl")
    return found, plain_text(found, "nl")
