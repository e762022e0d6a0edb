"""What is said about neighbourhoods, and every table about which nothing can be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.area.tables import (
    areas_code,
    measured,
    people_code,
    sloped,
    table,
    value,
)
from tests.tallies import tally_of
from waterpas import area
from waterpas.errors import CallError, LevelError
from waterpas.results import Count
from waterpas.tallies.build import tally

CBS = "percentage_met_herkomstland_buiten_europa"


def codes(result):
    return {note.code for note in result.notes}


def apart():
    """Areas of nearly one group each, in which it happens to the group far more often."""
    return [(2, 30, 300)] * 10 + [(98, 150, 300)] * 10


def test_of_areas_that_are_mixed_nothing_is_told_about_people():
    result = measured(table(sloped(slope=0.1)))

    assert people_code(result) == "not-told"
    assert value(result, "gap-least") < 0 < value(result, "gap-most")


def test_of_areas_of_nearly_one_group_each_a_difference_is_told():
    result = measured(table(apart()))

    assert people_code(result) == "more"
    assert value(result, "gap-least") > 0.3


def test_the_other_way_round_it_happens_less_often():
    turned = [(100 - pct, cases, n) for pct, cases, n in apart()]

    assert people_code(measured(table(turned))) == "less"


def test_where_only_chance_hides_the_difference_there_is_an_indication():
    few = [(0.0001, 10, 100), (99.9999, 16, 100)] * 2

    result = measured(table(few))

    assert people_code(result) == "perhaps-more"
    assert result.figure("gap-least").interval.low < 0 < value(result, "gap-least")


def test_of_some_of_the_residents_nothing_is_told_about_people():
    result = measured(table(apart()), counted="some")

    assert people_code(result) == "cannot-some"
    assert value(result, "group-most") is None
    assert areas_code(result) == "areas-more"


def test_of_some_of_the_residents_the_bounds_allow_for_any_part_of_the_group():
    cells = {(f"BU{at}", "95", "310"): (150, 300) for at in range(4)}
    cells |= {(f"WK{at}", "5", "310"): (30, 300) for at in range(4)}
    counts = tally_of(cells, by=("buurt", "pct", "inwoners"))

    result = area(counts, across="buurt", share="pct", residents="inwoners", counted="some")
    everybody = area(counts, across="buurt", share="pct", counted="everybody")

    assert people_code(result) == "more"
    assert value(result, "gap-least") < value(everybody, "gap-least")


def test_of_a_small_part_of_the_residents_nothing_is_told():
    cells = {(f"BU{at}", "95", "3000"): (150, 300) for at in range(4)}
    cells |= {(f"WK{at}", "5", "3000"): (30, 300) for at in range(4)}
    counts = tally_of(cells, by=("buurt", "pct", "inwoners"))
    result = area(counts, across="buurt", share="pct", residents="inwoners", counted="some")

    assert people_code(result) == "cannot-some"


def test_who_says_that_everybody_was_counted_must_have_counted_about_everybody():
    cells = {(f"BU{at}", "30", "3000"): (50, 300) for at in range(4)}
    counts = tally_of(cells, by=("buurt", "pct", "inwoners"))
    result = area(counts, across="buurt", share="pct", residents="inwoners", counted="everybody")

    assert people_code(result) == "cannot-not-everybody"


def test_without_a_number_of_residents_that_cannot_be_checked():
    assert "everybody-unchecked" in codes(measured(table(sloped())))


def test_bounds_from_never_to_always_say_so():
    result = measured(table([(10, 500, 1000)] * 9))

    assert people_code(result) == "cannot-bounds"


def test_with_every_percentage_secret_nothing_is_told():
    result = measured(table([(-99997, 100, 1000), ("", 120, 1000), (".", 90, 1000)]))

    assert people_code(result) == "cannot-bounds"
    assert areas_code(result) == "areas-cannot-secret"
    assert "share-hidden" in codes(result)


@pytest.mark.parametrize("cases", [0, 1000])
def test_where_everybody_or_nobody_has_the_outcome_nothing_is_shown(cases):
    result = measured(table([(30, cases, 1000)] * 9))

    assert people_code(result) == "too-few"
    assert result.figures == ()


def test_of_too_few_people_nothing_is_said():
    result = measured(table([(30, 1, 3), (40, 1, 3)]))

    assert people_code(result) == "too-few"
    assert areas_code(result) == "areas-cannot"


@pytest.mark.parametrize(("pct", "code"), [(0, "cannot-nobody"), (100, "cannot-everybody")])
def test_where_hardly_anybody_is_on_one_side_there_is_nothing_to_compare(pct, code):
    assert people_code(measured(table([(pct, 40, 400)] * 3))) == code


def test_one_area_gives_bounds_and_no_classes():
    result = measured(table([(30, 200, 1000)]))

    # 30 percent lies from 29.5 to 30.5.
    assert value(result, "group-most") == pytest.approx(200 / 295)
    assert value(result, "others-most") == pytest.approx(200 / 695)
    assert areas_code(result) == "areas-cannot"


def test_areas_with_a_higher_percentage_are_compared_with_those_with_a_lower_one():
    result = measured(table(sloped(slope=0.1)))

    assert areas_code(result) == "areas-more"
    assert value(result, "areas-high") > value(result, "areas-middle") > value(result, "areas-low")
    assert value(result, "areas-gap") == pytest.approx(
        value(result, "areas-high") - value(result, "areas-low")
    )


def test_areas_that_do_not_differ_are_not_shown_to():
    assert areas_code(measured(table(sloped()))) == "areas-not-shown"


def test_with_few_areas_there_are_two_classes():
    result = measured(table(sloped(areas=6, slope=0.1)))

    assert result.figure("areas-middle") is None
    assert areas_code(result) == "areas-more"


@pytest.mark.parametrize(
    ("pcts", "edges"),
    [
        ([0] * 15 + [100] * 15, (0, 100)),  # fewer than half the people come before the tie
        ([0] * 4 + [100] * 26, (0, 100)),
        ([5, 10, 15, 20] + [60] * 26, (20, 60)),
        ([60] * 3 + [100] * 3, (60, 100)),
        ([*range(1, 14), *[60] * 7], (10, 11)),  # a third part fills up, a second one does not
    ],
)
def test_areas_with_the_same_percentage_leave_room_for_a_cut(pcts, edges):
    rows = [(pct, 60 + pct, 500 + 10 * (pct > 50)) for pct in pcts]
    result = measured(table(rows), counted="some")
    (note,) = (each for each in result.notes if each.code == "classes")

    assert areas_code(result) in {"areas-more", "perhaps-areas-more"}
    assert (note.fields["low_to"], note.fields["high_from"]) == edges


@pytest.mark.parametrize(
    ("pcts", "code"),
    [
        ([20] * 30, "areas-cannot-alike"),
        ([20] * 28 + [40] * 2, "areas-cannot-alike"),
        ([20, 20] + [30] * 26 + [40] * 2, "areas-cannot-alike"),
        (["."] * 30, "areas-cannot-secret"),
        (["."] * 25 + [10, 20, 30, 40, 50], "areas-cannot-secret"),
        ([10, 20, 30, 40, 50], "areas-cannot"),
        ([10, 20, ".", "."], "areas-cannot"),
        ([10, 10, 20, 20, 30, 30], "areas-cannot"),
    ],
)
def test_why_areas_cannot_be_compared_is_said_as_it_is(pcts, code):
    result = measured(table([(pct, 60, 500) for pct in pcts]), counted="some")

    assert areas_code(result) == code


def test_a_small_area_is_the_reason_whatever_else_is_wrong():
    result = measured(table([(20, 60, 500)] * 29 + [(20, 3, 500)]), counted="some")

    assert areas_code(result) == "areas-cannot"


percentages = st.sampled_from([0, 10, 20, 50, 100])


@given(st.lists(st.tuples(percentages, st.integers(10, 900)), min_size=6, max_size=14))
def test_whenever_areas_can_be_cut_in_two_they_are_and_else_the_percentages_are_why(rows):
    result = measured(table([(pct, 10, 20 + n) for pct, n in rows]), counted="some")
    pcts = sorted(pct for pct, _ in rows)
    cuts = [at for at in range(3, len(pcts) - 2) if pcts[at - 1] != pcts[at]]

    alike = 2 * max(map(pcts.count, pcts)) > len(pcts)
    why = "areas-cannot-alike" if alike else "areas-cannot"
    assert (areas_code(result) == why) if not cuts else ("cannot" not in areas_code(result))


def test_no_class_has_fewer_than_ten_people_with_the_outcome():
    result = measured(table([(5, 10, 500)] * 6 + [(20, 60, 500)] * 6 + [(50, 60, 500)] * 6))

    shown = [f for f in result.figures if f.name in {"areas-low", "areas-middle", "areas-high"}]
    assert shown
    assert all(each.people[0].cases.value >= 10 for each in shown)


def test_no_figure_is_about_a_single_area():
    result = measured(table(sloped(slope=0.1)))

    assert {tuple(figure.of) for figure in result.figures} == {()}
    assert not any("BU" in str(figure) for figure in result.figures)


def test_rounded_counts_widen_the_bounds_and_a_note_says_so():
    exact = measured(table(sloped(slope=0.1)))
    rounded = measured(table(sloped(slope=0.1), rounded_to=10))

    assert value(rounded, "group-most") > value(exact, "group-most")
    assert "rounded-in-intervals" in codes(rounded)


def test_with_a_hidden_count_nothing_is_shown():
    rows = sloped(slope=0.1)
    hidden = measured(
        table([(pct, None if at < 3 else x, n) for at, (pct, x, n) in enumerate(rows)])
    )

    assert people_code(hidden) == "too-few"
    assert areas_code(hidden) == "areas-cannot"
    assert hidden.figures == ()


def test_people_of_whom_the_area_is_not_known_do_not_count():
    cells = {(f"BU{at:02d}", str(p)): (x, n) for at, (p, x, n) in enumerate(sloped())}
    counts = tally_of(cells | {("onbekend", "onbekend"): (40, 50)}, by=("buurt", "pct"))
    result = measured(counts)

    assert result.figure("group-most").people[0].n == Count.exact(30_000)
    assert "area-unknown" in codes(result)


def test_the_name_of_the_column_says_which_group_it_is():
    cells = {(f"BU{at}", "30"): (100, 1000) for at in range(3)}
    result = area(tally_of(cells, by=("buurt", CBS)), across="buurt", share=CBS)

    assert result.asked["of"] == "buiten-europa"
    assert "herkomst" in result.unsaid


def test_rows_of_people_count_per_area_only():
    rows = [
        {"buurt": f"BU{at % 5}", "pct": 20 + at % 5, "boete": "ja" if at % 7 == 0 else "nee"}
        for at in range(2000)
    ]
    counts = tally(rows, by=["buurt", "pct"], outcome="boete=ja")

    assert people_code(measured(counts)) == "not-told"


def test_the_level_asked_for_changes_intervals_and_not_the_answer():
    counts = table([(0.0001, 10, 100), (99.9999, 16, 100)] * 2)
    low, high = measured(counts, level=0.8), measured(counts, level=0.999)

    assert people_code(low) == people_code(high) == "perhaps-more"
    assert low.figure("gap-least").interval.low > high.figure("gap-least").interval.low


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 60), st.integers(0, 60)),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["some", "everybody"]),
    st.sampled_from([None, 5, 10]),
)
def test_every_table_gets_an_answer_and_no_figure_is_no_number(rows, counted, to):
    counts = table([(pct, x, x + y) for pct, x, y in rows], rounded_to=to)
    result = measured(counts, counted=counted)

    assert len(result.answers) == 2
    for figure in result.figures:
        if figure.value is not None and figure.interval is not None:
            assert -1 <= figure.interval.low <= figure.value + 1e-9
            assert figure.value - 1e-9 <= figure.interval.high <= 1


# Refused, in one sentence.


def refused(match, counts=None, **call):
    with pytest.raises(CallError, match=match):
        measured(counts or table(sloped()), **call)


def test_a_share_that_is_no_percentage_is_refused():
    refused("geen percentage", table([("veel", 10, 100)]))
    refused("geen percentage", table([(101, 10, 100)]))
    refused("geen percentage", table([("nan", 10, 100)]))


def test_parts_of_one_are_refused():
    refused("van 0 tot 1", table([("0.25", 10, 100), ("0,5", 10, 100)]))


def test_two_percentages_of_one_area_are_refused():
    counts = tally_of({("BU1", "10"): (5, 50), ("BU1", "20"): (5, 50)}, by=("buurt", "pct"))

    refused("twee percentages", counts)


def test_the_percentages_must_be_somewhere_and_in_one_place():
    with pytest.raises(CallError, match="waar de percentages"):
        area(table(sloped()), across="buurt")
    with pytest.raises(CallError, match="waar de percentages"):
        area(table(sloped()), across="buurt", share="pct", neighbourhoods=[])


def test_one_column_for_two_things_is_refused():
    with pytest.raises(CallError, match="twee keer"):
        area(table(sloped()), across="buurt", share="buurt")


def test_a_column_that_is_not_there_is_refused():
    with pytest.raises(CallError, match="staat niet in de telling"):
        area(table(sloped()), across="buurt", share="aandeel")


def test_an_unknown_group_and_an_unknown_way_of_counting_are_refused():
    refused("'of'", of="mars")
    refused("'counted'", counted="iedereen")


def test_a_number_of_residents_that_is_no_number_is_refused():
    counts = tally_of({("BU1", "10", "veel"): (5, 50)}, by=("buurt", "pct", "inwoners"))

    refused("geen aantal bewoners", counts, residents="inwoners")


def test_persons_in_several_rows_are_refused():
    rows = [
        {"buurt": "BU1", "pct": 20, "wie": at // 2, "boete": "ja" if at % 3 else "nee"}
        for at in range(60)
    ]
    counts = tally(rows, by=["buurt", "pct"], outcome="boete=ja", person="wie")

    refused("één mens in meer rijen", counts)


def test_a_level_outside_what_is_asked_is_refused():
    with pytest.raises(LevelError):
        measured(table(sloped()), level=0.5)


def test_no_tally_is_refused():
    with pytest.raises(CallError, match="Geef een telling"):
        area([], across="buurt", share="pct")
