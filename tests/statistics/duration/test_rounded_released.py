"""What leaves of rounded and hidden waiting times: nothing where one count may be of few people.

The attacker tries every value that a small count may have, and reads off those that give the same
page.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import waterpas
from tests.statistics.duration.rounded import fortnights
from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, measured, table
from tests.weight import examples
from waterpas.explain.plain import plain_text
from waterpas.measure.waiting import bounds
from waterpas.serialise.measured import measured as plain

AWAY = [*fortnights("A", 60, first=3), *fortnights("B", 90), *fortnights("C", 75)]
FEW = (0, 5, 10)  # all of them may be of fewer than ten people, rounded to 5


def released(rows, *, to=5, **more):
    found = measured(table(rows, rounded_to=to), **more)
    return waterpas.release(found, audience="public").result


def page(result):
    """Everything that leaves."""
    return json.dumps(plain(result), sort_keys=True, default=str)


def about(result, group="A"):
    return [each for each in result.figures if each.of == {"groep": group}]


def test_a_table_without_a_small_count_leaves_with_all_its_bounds():
    result = released(AWAY, term=42)

    assert [each.code for each in result.answers][:2] == ["longer-rounded", "within-less-rounded"]
    assert not [each for each in result.figures if each.suppressed]
    days = [each for each in result.figures if each.unit == "days"]
    assert all(each.value == round(each.value, int(abs(each.value) < 10)) for each in days)
    assert result.sources[0].sha256 is None


@pytest.mark.parametrize("ending", [DECIDED, GAVE_UP, OPEN])
@pytest.mark.parametrize("group", ["A", "B"])
def test_nothing_tells_what_a_small_count_is(group, ending):
    always = [("C", 14, each, 75) for each in (GAVE_UP, OPEN)]
    results = [
        released([*AWAY, *always, (group, 80, ending, people)], term=56, gave_up=GAVE_UP)
        for people in FEW
    ]

    # Who knows everything else of the table cannot tell these apart.
    assert len(set(map(page, results))) == 1
    assert {each.code for each in results[0].answers if each.of == {"groep": "A"}} == {"hidden"}
    assert about(results[0]) == []


def test_the_attack_tells_them_apart_without_the_guard(monkeypatch):
    monkeypatch.setattr(bounds.Bounds, "smallest", 99)

    assert len({page(released([*AWAY, ("A", 80, DECIDED, each)])) for each in (0, 10, 15)}) > 1


@pytest.mark.parametrize("people", [None, 5])
def test_a_group_that_cannot_be_told_of_looks_like_one_that_is_hidden(people):
    cannot = [("A", 14 * at, DECIDED, people) for at in range(1, 9)]
    hidden = [*fortnights("A", 60), ("A", 14, GAVE_UP, people)]
    others = [*fortnights("B", 90), *fortnights("C", 75), ("C", 14, GAVE_UP, 75)]
    told = [about(released([*each, *others])) for each in (cannot, hidden)]
    codes = [
        {each.code for each in released([*rows, *others]).answers if each.of == {"groep": "A"}}
        for rows in (cannot, hidden)
    ]

    assert told == [[], []]
    assert codes == [{"hidden"}] * 2


def test_the_horizon_does_not_tell_how_long_a_hidden_group_waits():
    exact = [*fortnights("B", 90), *fortnights("C", 75)]
    days = set()
    for last in (20, 60, 100):
        rows = [*exact, *fortnights("A", 60, later=last), ("A", last, DECIDED, None)]
        days.add(released(rows, to=None).asked["horizon"])

    assert len(days) == 1


def test_of_hidden_counts_nothing_leaves():
    result = released([*AWAY, ("A", 80, DECIDED, None)], to=None)

    assert [each.code for each in result.answers] == ["hidden", "not-shown"]
    assert about(result) == []


rows_of_any = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "C"]),
        st.sampled_from(range(7, 91, 7)),
        st.sampled_from([DECIDED, GAVE_UP, OPEN]),
        st.sampled_from([0, 10, 15, 20, 50, 100, None]),
    ),
    min_size=6,
    max_size=30,
    unique_by=lambda row: row[:3],
)


@examples(40)
@given(rows_of_any, st.booleans(), st.booleans())
def test_a_figure_leaves_only_where_every_count_is_surely_of_ten_people(some, all_others, few):
    rows = [(*key, people if few else people or 20) for *key, people in some]
    whom = "everybody-else" if all_others else "B"
    result = released([*rows, ("B", 5, DECIDED, 20)], reference=whom, term=35)

    for figure in result.figures:
        if figure.value is None:
            continue
        among = {"A", "B", "C"} if all_others else {figure.of["groep"], "B"}
        told = [people for group, *_, people in rows if group in among]
        assert all(people is not None and people >= 15 for people in told)
    for lang in ("nl", "en"):
        said = plain_text(result, lang)
        assert "%(" not in said
        assert "nan" not in said + waterpas.picture(result, lang)
