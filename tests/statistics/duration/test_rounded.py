"""Between what waiting times lie when counts were rounded or hidden: every table, tried one by one.

Whatever the true counts were, what they say lies between what is shown.
"""

from dataclasses import replace
from itertools import product
from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.statistics.duration.rounded import every_table, fortnights, later, rounded
from tests.statistics.duration.tables import (
    DECIDED,
    GAVE_UP,
    OPEN,
    codes,
    evenly,
    measured,
    table,
)
from tests.weight import examples
from waterpas.measure.waiting import bounds as bounding
from waterpas.measure.waiting.bounded_shares import ends_of
from waterpas.measure.waiting.bounds import Bounds, Part
from waterpas.measure.waiting.curve import curve_of, median_of, restricted_mean
from waterpas.measure.waiting.shares import share_of
from waterpas.measure.waiting.waits import ENDINGS
from waterpas.results import Count

NEAR = 1e-9
counts = st.builds(
    lambda low, more: Count(low, low, low + more), st.integers(0, 5), st.integers(0, 2)
)
places = st.tuples(st.sampled_from([3.0, 6.0, 9.0, 12.0]), st.sampled_from(ENDINGS))


@st.composite
def groups(draw):
    """A group of at most five counts; somebody is surely there, and may have a decision."""
    found = draw(st.lists(places, min_size=1, max_size=5, unique=True))
    parts = tuple(Part(day, ending, draw(counts)) for day, ending in found)
    assume(any(part.people.low for part in parts))
    assume(any(part.ending == "decided" and part.people.high for part in parts))
    return parts


@given(groups())
def test_the_share_still_waiting_has_exactly_the_bounds_of_all_tables(parts):
    lowest, highest = Bounds(parts, 12).curves
    curves = [curve_of(each) for each in every_table(parts)]

    for at, day in enumerate(lowest.days.tolist()):
        shares = [each.at(day) for each in curves]
        assert lowest.share[at] == pytest.approx(min(shares), abs=NEAR)
        assert highest.share[at] == pytest.approx(max(shares), abs=NEAR)


@given(groups(), st.sampled_from([2, 3, 7, 9, 12, 14]))
def test_the_mean_of_every_table_lies_between_its_bounds(parts, horizon):
    least, most = Bounds(parts, horizon).means
    means = [restricted_mean(curve_of(each), horizon).value for each in every_table(parts)]

    assert least - NEAR <= min(means)
    assert max(means) <= most + NEAR


@given(groups())
def test_the_half_of_every_table_lies_between_its_bounds(parts):
    least, most = (inf if each is None else each for each in Bounds(parts, 12).halves)
    halves = [median_of(curve_of(each)).value for each in every_table(parts)]

    assert all(least <= (inf if half is None else half) <= most for half in halves)


@given(groups(), st.sampled_from([3, 6, 8, 9, 12, 20]), st.sampled_from(["decided", "gave-up"]))
def test_the_share_of_every_table_lies_between_its_bounds(parts, day, ending):
    ends = ends_of(Bounds(parts, 12), day, ending)
    shares = [share_of(each, day, ending).value for each in every_table(parts)]

    assert ends.least.value - NEAR <= min(shares)
    assert max(shares) <= ends.most.value + NEAR
    lost = [each for each in parts if each.ending == "open" and each.day < day]
    if all(each.people.is_exact for each in lost):
        assert ends.least.value == pytest.approx(min(shares), abs=NEAR)
        assert ends.most.value == pytest.approx(max(shares), abs=NEAR)


@given(groups())
def test_counts_that_are_known_leave_nothing_between_the_bounds(parts):
    known = tuple(replace(each, people=Count.exact(each.people.low)) for each in parts)
    assume(any(each.ending == "decided" and each.people.low for each in known))
    (only,), bounds = every_table(known), Bounds(known, 10)
    mean = restricted_mean(curve_of(only), 10).value

    assert bounds.means == pytest.approx((mean, mean))
    for ending in ("decided", "gave-up"):
        ends, share = ends_of(bounds, 9, ending), share_of(only, 9, ending)
        assert ends.least.value == pytest.approx(share.value)
        assert (ends.most.worth, ends.most.people) == (pytest.approx(share.worth), share.people)


def test_the_trial_of_all_tables_finds_bounds_from_the_wrong_corners(monkeypatch):
    parts = tuple(
        Part(day, ending, Count(4, 2, 6))
        for day, ending in product((3.0, 6.0), ("decided", "open"))
    )
    right = Bounds(parts, 12).curves[0].share[-1]
    monkeypatch.setattr(
        bounding.Bounds, "at_end", lambda self, *_, **__: self.table(lambda _: True)
    )

    wrong = Bounds(parts, 12).curves[0].share[-1]
    lowest = min(curve_of(each).at(6) for each in every_table(parts))
    assert right == pytest.approx(lowest)
    assert wrong != pytest.approx(lowest)


# What was measured of the true counts, beside what is shown of the rounded ones.

true_rows = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]),
        st.sampled_from([14, 28, 42, 56, 70]),
        st.sampled_from([DECIDED, GAVE_UP, OPEN]),
        st.integers(0, 60),
    ),
    min_size=12,
    max_size=30,
    unique_by=lambda row: row[:3],
)
OUTRIGHT = ("mean", "reference-mean", "mean-difference", "median", "reference-median")
SHARES = ("within", "gave-up")


def nearest(people, to):
    return to * ((people + to // 2) // to)


@examples(40)
@given(true_rows, st.sampled_from([5, 10, None]), st.booleans())
def test_what_the_true_counts_say_lies_between_what_is_shown(rows, to, all_others):
    asked = {"horizon": 56, "term": 42, "reference": "everybody-else" if all_others else "B"}
    rows = [*rows, ("B", 7, DECIDED, 30), ("B", 7, GAVE_UP, 0)]
    if to:
        known = [(*key, nearest(people, to)) for *key, people in rows]
    else:
        known = [(*key, None if 0 < people < 10 else people) for *key, people in rows]
    # Open cases in one table may be none in the other: then they look at other days.
    assume(all(people for *_, ending, people in known if ending == OPEN))
    shown, true = measured(table(known, rounded_to=to), **asked), measured(table(rows), **asked)

    for figure in true.figures:
        least, most = (shown.figure(f"{figure.name}-{end}", figure.of) for end in ("least", "most"))
        if least is None or figure.value is None:
            continue
        assert least.value is None or least.value <= figure.value + NEAR
        assert most.value is None or figure.value - NEAR <= most.value
    claimed = {"longer-rounded": 1, "shorter-rounded": -1}
    for answer in shown.answers:
        of = true.figure("mean-difference", answer.of)
        if answer.code in claimed and of is not None:
            assert of.value * claimed[answer.code] > 0


@examples(40)
@given(true_rows, st.sampled_from([5, 10]))
def test_chance_comes_on_top_of_rounding(rows, to):
    known = [(*key, nearest(people, to)) for *key, people in [*rows, ("B", 7, DECIDED, 30)]]
    shown = measured(table(known, rounded_to=to), term=42)

    for figure in shown.figures:
        if figure.interval:
            assert figure.interval.low - NEAR <= figure.value <= figure.interval.high + NEAR
    for least in (each for each in shown.figures if each.name.endswith("-least")):
        most = shown.figure(least.name.replace("-least", "-most"), least.of)
        if None not in (least.value, most.value):
            assert least.value <= most.value + NEAR
    names = {(each.name, tuple(each.of.items())) for each in shown.figures}
    for answer in shown.answers:
        assert all((name, tuple(answer.of.items())) in names for name in answer.figures)


# Edges.


def test_all_counts_hidden_leave_nothing_to_say():
    result = measured(table([*fortnights("A", None), *fortnights("B", None)]), term=28)

    assert codes(result) == ["cannot-hidden", "within-cannot-rounded"]
    assert all(each.value is None for each in result.figures)


def test_a_hidden_count_among_many_leaves_a_difference():
    rows = [*fortnights("A", 60, first=4), ("A", 14, DECIDED, None), *fortnights("B", 90)]
    result = measured(table(rows))
    least, most = (result.figure(f"mean-{end}", {"groep": "A"}) for end in ("least", "most"))

    assert codes(result) == ["longer-rounded"]
    assert least.value < most.value
    assert "hidden-in-bounds" in [note.code for note in result.notes]


def test_a_nought_that_was_rounded_may_be_a_few_people():
    rows = [*fortnights("A", 60), *fortnights("B", 90)]
    most = [
        rounded([*rows, *more]).figure("mean-most", {"groep": "A"}).value
        for more in ([], [("A", 126, DECIDED, 0)])
    ]

    assert most[0] < most[1]


def test_only_a_group_with_rounded_counts_gets_bounds():
    exact = [*fortnights("A", 50, first=4), *fortnights("B", 90)]
    result = measured(table([*exact, ("C", 14, DECIDED, None), *fortnights("C", 70)]))

    assert codes(result) == ["longer"]
    assert codes(result, "C") == ["not-shown-rounded"]
    assert result.figure("mean", {"groep": "A"}).value is not None


def test_beside_all_others_one_rounded_count_gives_bounds_everywhere():
    rows = [*fortnights("A", 50, first=4), *fortnights("B", 90), *fortnights("C", 90)]
    result = measured(table([*rows, ("C", 14, OPEN, None)]), reference="everybody-else")

    assert [each.code.rpartition("-")[2] for each in result.answers] == ["rounded"] * 3


def test_one_group_alone_has_no_answer():
    assert rounded(fortnights("B", 90)).answers == ()


def test_a_difference_that_rounding_can_undo_is_not_claimed():
    rows = [*evenly("A", range(10, 70), 10), *evenly("B", range(6, 66), 10)]

    assert codes(measured(table(rows))) == ["longer"]
    assert codes(rounded(rows)) == ["not-shown-rounded"]


def test_where_somebody_may_be_lost_ten_must_surely_be_left():
    rows = [*fortnights("A", 50), *fortnights("B", 90), ("A", 14, OPEN, 0)]

    assert codes(rounded(rows, horizon=98)) == ["not-shown-rounded"]
    assert codes(rounded(rows, horizon=400)) == ["cannot-rounded"]
    assert codes(rounded(rows[:-1], horizon=400)) == ["not-shown-rounded"]


def test_no_number_of_people_stands_in_a_note_where_counts_are_not_known():
    rows = [*fortnights("A", 60), *fortnights("B", 90), ("A", 20, OPEN, 15)]
    result = rounded([*rows, ("A", "onbekend", DECIDED, 20)])

    assert {"still-open-some", "days-unknown-some"} <= {note.code for note in result.notes}
    assert not [note for note in result.notes if "people" in note.fields]


def test_rounding_to_more_says_less():
    rows = [*fortnights("A", 60, later=3), *fortnights("B", 90)]
    five, ten = (
        [
            rounded(rows, to=to, horizon=112).figure(f"mean-difference-{end}", {"groep": "A"}).value
            for end in ("least", "most")
        ]
        for to in (5, 10)
    )

    assert ten[0] < five[0] < five[1] < ten[1]


def test_another_level_widens_what_chance_adds_and_leaves_the_bounds():
    of = {"groep": "A"}
    rows = [*fortnights("A", 60), *fortnights("B", 90)]
    usual, wide = (rounded(rows, level=each).figure("mean-least", of) for each in (0.95, 0.999))

    assert usual.value == wide.value
    assert wide.interval.low < usual.interval.low


def test_the_six_comparisons_of_six_groups_are_one_family():
    assert later(0, also=5).family == 6
