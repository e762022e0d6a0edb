from dataclasses import replace

import pytest

from tests.tallies import tally_of
from waterpas.explain.picture_scale import Scale, scale_for
from waterpas.measure.groups import compare_groups

EIGHT = Scale("ratio", 8.0)


@pytest.mark.parametrize(
    ("ratio", "place"), [(1, 0.5), (8, 1), (1 / 8, 0), (2, 2 / 3), (0.5, 1 / 3), (4, 5 / 6)]
)
def test_a_ratio_lies_on_a_log_scale_with_even_in_the_middle(ratio, place):
    assert EIGHT.at(ratio) == pytest.approx(place)


def test_twice_as_often_lies_as_far_from_the_middle_as_half_as_often():
    assert EIGHT.at(2) - 0.5 == pytest.approx(0.5 - EIGHT.at(0.5))


@pytest.mark.parametrize(("points", "place"), [(0, 0.5), (0.1, 1), (-0.1, 0), (0.05, 0.75)])
def test_a_difference_lies_on_a_linear_scale(points, place):
    assert Scale("points", 0.1).at(points) == pytest.approx(place)


def test_a_ratio_of_zero_lies_off_the_left_end():
    assert EIGHT.at(0) < 0


def test_the_marks_say_where_they_are():
    assert [tick.text for tick in EIGHT.ticks("nl")] == [
        "⅛×",
        "¼×",
        "½×",
        "gelijk",
        "2×",
        "4×",
        "8×",
    ]
    assert [round(tick.at, 3) for tick in EIGHT.ticks("nl")] == [
        0,
        0.167,
        0.333,
        0.5,
        0.667,
        0.833,
        1,
    ]


def test_marks_of_points_have_a_sign():
    marks = [tick.text for tick in Scale("points", 0.02).ticks("nl")]

    assert marks == ["−20", "−10", "gelijk", "+10", "+20"]


@pytest.mark.parametrize(
    ("scale", "step"),
    [
        (EIGHT, 2),
        (Scale("ratio", 64.0), 4),
        (Scale("ratio", 1000.0), 10),
        (Scale("points", 0.1), 0.05),
    ],
)
def test_between_two_marks_lies_the_same_everywhere(scale, step):
    assert scale.step == pytest.approx(step)


def groups(cells):
    tally = tally_of({(name,): counts for name, counts in cells.items()}, by=("g",))
    return compare_groups(tally, across="g", reference="a").groups


def test_the_scale_is_eight_times_unless_a_ratio_is_larger():
    assert scale_for(groups({"a": (100, 1000), "b": (200, 1000)})) == EIGHT
    assert scale_for(groups({"a": (10, 1000), "b": (200, 1000)})).end == 64


def test_an_undefined_ratio_turns_the_whole_picture_to_points():
    scale = scale_for(groups({"a": (0, 1000), "b": (20, 1000), "c": (1, 1000)}))

    assert scale.kind == "points"
    assert all(
        scale.at(g.difference.interval.high) <= 1
        for g in groups({"a": (0, 1000), "b": (20, 1000)})
        if not g.is_reference
    )


def test_a_scale_without_figures_still_stands():
    hidden = [
        replace(g, ratio=None, difference=None) for g in groups({"a": (9, 100), "b": (9, 90)})
    ]

    assert scale_for(hidden) == EIGHT
    assert scale_for([]) == EIGHT
