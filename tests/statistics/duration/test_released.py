"""What leaves of waiting times: nothing from which a few people can be counted back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import waterpas
from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, evenly, measured, table
from waterpas.disclosure.kept import keep
from waterpas.explain.plain import plain_text
from waterpas.web.releases.rules import is_same_table

QUICK, SLOW = range(10, 70), range(40, 100)
FEW = {"small-group", "small-part"}


def released(rows, **more):
    return waterpas.release(measured(table(rows), **more), audience="internal").result


def in_weeks(group, decided, gone=0):
    """So many decisions and givers-up in each of eight weeks: no cell is small."""
    rows = [(group, 7 * week, DECIDED, decided) for week in range(1, 9)]
    return rows + [(group, 7 * week, GAVE_UP, gone) for week in range(1, 9) if gone]


def value(result, name, group="A"):
    figure = result.figure(name, {"groep": group})
    return figure and figure.value


def test_of_a_table_by_day_only_the_main_figures_leave_in_whole_days():
    result = released([*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)])

    assert result.answers[0].code == "longer"
    for figure in result.figures:
        if figure.value is not None and figure.unit == "days":
            assert figure.value == round(figure.value, 1 if abs(figure.value) < 10 else 0)
            assert all(people.n.value % 10 == 0 for people in figure.people)
            assert all(people.cases is None for people in figure.people)
    assert value(result, "smallest-difference") is None
    assert result.sources[0].sha256 is None
    assert "in hele dagen" in plain_text(result)


def test_a_table_without_a_small_cell_shows_all_its_figures_in_whole_days():
    result = released([*in_weeks("A", 20, 12), *in_weeks("B", 40, 11)])

    assert not [each for each in result.figures if each.suppressed]
    assert all(
        each.value == round(each.value, 1 if abs(each.value) < 10 else 0)
        for each in result.figures
        if each.unit == "days" and each.value is not None
    )


@pytest.mark.parametrize("few", [1, 9])
def test_fewer_than_ten_who_gave_up_are_not_told_nor_the_picture(few):
    rows = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)]
    rows += [("A", 50, GAVE_UP, few), *evenly("B", QUICK, 2, GAVE_UP)]
    result = released(rows)

    codes = [each.code for each in result.answers]
    assert codes == ["longer", "hidden"]
    told = [value(result, f"gave-up{what}") for what in ("", "-difference", "-ratio")]
    assert told == [None, None, None]
    assert result.drawing == {}
    assert str(few) not in {
        str(people.n.value) for figure in result.figures for people in figure.people
    }


def test_fewer_than_ten_without_a_decision_within_the_term_are_not_told():
    # Everybody of A but five has a decision within 95 days.
    result = released([*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)], term=98)

    assert [each.code for each in result.answers] == ["longer", "hidden"]
    assert value(result, "within") is None


def test_who_is_open_or_of_unknown_days_is_not_counted_for_others():
    rows = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)]
    rows += [("A", 60, OPEN, 3), ("A", "onbekend", DECIDED, 4)]
    result = released(rows)
    notes = {note.code: note.fields for note in result.notes}

    assert notes["still-open-some"] == {}
    assert "open-values" not in notes
    assert notes["days-unknown-some"] == {"column": "dagen"}


def test_a_small_group_goes_whole():
    rows = [*evenly("A", range(40, 49), 1), *evenly("B", QUICK, 9), *evenly("C", SLOW, 5)]
    result = released(rows)

    assert [each.code for each in result.answers if each.of == {"groep": "A"}] == ["hidden"]
    assert all(each.value is None for each in result.figures if each.of == {"groep": "A"})
    assert not result.drawing


def test_beside_all_others_a_small_group_takes_the_whole_table():
    rows = [*evenly("A", range(40, 49), 1), *evenly("B", QUICK, 9), *evenly("C", SLOW, 5)]
    result = released(rows, reference="everybody-else")

    assert {each.code for each in result.answers} == {"hidden"}
    assert all(each.value is None for each in result.figures)


# What is shown of a closed table fits many tables: none of the small counts follows from it.


def shown_of(rows):
    result = released(rows, term=28)
    return (
        [(each.code, dict(each.of)) for each in result.answers],
        [(f.name, dict(f.of), f.value, f.interval) for f in result.figures],
        result.drawing,
        [note.code for note in result.notes],
    )


def test_one_giver_up_more_or_less_among_few_changes_nothing_that_is_shown():
    def with_gone(gone):
        rows = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9), *evenly("B", QUICK, 1, GAVE_UP)]
        return [*rows, ("A", 70, GAVE_UP, gone)]

    # Even who knows everything else of the table cannot tell these apart.
    assert len({str(shown_of(with_gone(gone))) for gone in range(2, 6)}) == 1


def test_one_person_who_waited_longest_changes_nothing_that_is_shown():
    def with_longest(day):
        return [*evenly("A", SLOW, 5), ("A", day, DECIDED, 1), *evenly("B", QUICK, 9)]

    assert len({str(shown_of(with_longest(day))) for day in (100, 150, 400, 2000)}) == 1


@given(st.integers(1, 9), st.integers(0, 59))
def test_no_number_of_people_that_leaves_is_under_ten(people, day):
    rows = [*evenly("A", SLOW, 5), *evenly("B", QUICK, 9), ("A", day, GAVE_UP, people)]
    result = released(rows, term=56)

    for figure in result.figures:
        for group in figure.people:
            assert group.n.value >= 10
            assert group.cases is None or group.cases.value is None or group.cases.value >= 10


def test_another_horizon_or_term_about_the_same_people_is_another_table():
    """From many of them the people of a single day could be counted: colleagues see the first."""
    tally = table([*evenly("A", SLOW, 5), *evenly("B", QUICK, 9)])

    def kept(**more):
        return {"nl": keep(waterpas.release(measured(tally, **more), audience="internal"))}

    assert is_same_table(kept(term=56), kept(term=56))
    assert not is_same_table(kept(term=56), kept(term=57))
    assert not is_same_table(kept(horizon=56), kept(horizon=57))


rows_of_any = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]),
        st.one_of(st.integers(0, 90), st.just("onbekend")),
        st.sampled_from([DECIDED, GAVE_UP, OPEN]),
        st.integers(1, 80),
    ),
    min_size=8,
    max_size=30,
)


@given(rows_of_any, st.sampled_from([None, 30]), st.booleans())
def test_whatever_leaves_is_said_in_both_languages_and_drawn(some, term, all_others):
    rows = [*some, ("B", 5, DECIDED, 1)]
    whom = "everybody-else" if all_others else "B"
    found = measured(table(rows), term=term, reference=whom)
    for result in (found, replace(found, cells=None)):
        shown = waterpas.release(result, audience="council").result
        for lang in ("nl", "en"):
            said = plain_text(shown, lang)
            assert "%(" not in said
            assert "nan" not in said + waterpas.picture(shown, lang)


def test_the_attack_would_find_a_share_that_is_shown_in_full():
    def share(gone):
        rows = [*evenly("A", SLOW, 5), ("A", 70, GAVE_UP, gone), *evenly("B", QUICK, 9)]
        return value(measured(table(rows)), "gave-up")

    assert len({share(gone) for gone in range(2, 9)}) == 7


def test_with_somebody_open_the_sentence_says_in_which_days_people_gave_up():
    rows = [*evenly("A", SLOW, 5), *evenly("A", SLOW, 3, GAVE_UP), *evenly("B", QUICK, 9)]
    rows += evenly("B", QUICK, 1, GAVE_UP)

    assert "haakten er in de eerste" not in plain_text(measured(table(rows)))
    some_open = [*rows, ("A", 99, OPEN, 12)]
    assert "haakten er in de eerste" in plain_text(measured(table(some_open)))
