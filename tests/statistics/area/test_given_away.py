"""What neighbourhood figures give away: with a small area no figure, whatever it would be."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.area.tables import areas_code, measured, people_code, table
from waterpas import release
from waterpas.measure import area as method

# Anybody knows how many people live in an area and the percentage of CBS; not who was checked.
SHARES, PEOPLE = (20, 5, 100), (400, 40, 400)


def shown(cases, *, counted="everybody"):
    """All that leaves: answers, figures and notes."""
    rows = list(zip(SHARES, cases, PEOPLE, strict=True))
    result = release(measured(table(rows), counted=counted), audience="internal").result
    return str((result.answers, result.figures, result.notes))


def still_fit(cases, first, last):
    """The cases the small area may have: every table is put in, those that show the same are kept.

    Somebody who knows the rule can do this.
    """
    seen = shown(cases)
    return {
        small
        for small in range(16)
        if any(shown((one, small, other)) == seen for one, other in product(first, last))
    }


@pytest.mark.parametrize("cases", [(18, 1, 20), (18, 2, 20), (18, 9, 20)])
def test_who_tries_every_table_learns_nothing_of_a_small_area(cases):
    assert set(range(10)) <= still_fit(cases, (17, 18, 19), (20,))


def test_without_the_rule_the_same_attack_finds_the_small_area(monkeypatch):
    """The positive control."""
    monkeypatch.setattr(method, "any_small", lambda areas: False)

    assert len(still_fit((18, 1, 20), (17, 18, 19), (20,))) < 10


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 30), st.integers(0, 60)),
        min_size=1,
        max_size=9,
    ),
    st.sampled_from(["some", "everybody"]),
    st.sampled_from([None, 5]),
)
def test_with_a_small_area_there_is_no_figure_and_one_answer(rows, counted, to):
    result = measured(table([(p, x, x + y) for p, x, y in rows], rounded_to=to), counted=counted)

    if any(min(x, y) < 10 for _, x, y in rows) and to is None:
        assert (people_code(result), areas_code(result)) == ("too-few", "areas-cannot")
    assert (result.figures == ()) == (people_code(result) == "too-few")


def test_a_rounded_or_hidden_count_is_taken_at_its_low_end():
    rows = [(20, 40, 400), (30, 40, 400)]
    rounded = [(20, 40, 400), (30, 10, 400)]

    assert people_code(measured(table(rows, rounded_to=5))) == "not-told"
    assert people_code(measured(table(rounded, rounded_to=5))) == "too-few"
    assert people_code(measured(table([(20, None, 400), (30, 40, 400)]))) == "too-few"


@pytest.mark.parametrize("counted", ["some", "everybody"])
def test_nothing_that_is_released_names_an_area(counted):
    rows = [(40, 31, 100), (45, 28, 110), (50, 33, 90)]
    result = release(measured(table(rows), counted=counted), audience="internal").result

    assert "BU0" not in str(result)
    assert result.cells is None
