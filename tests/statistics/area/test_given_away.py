"""What neighbourhood figures give away beside each other, and beside what anybody knows."""

import pytest

from tests.statistics.area.tables import measured, sloped, table
from waterpas import release
from waterpas.measure import area as method

# Anybody knows how many people live in an area and the percentage of CBS; not who was checked.
ORDINARY = [(40, 31, 100), (45, 28, 110), (50, 33, 90)]
FEW = (2, 8, 30)  # eight of thirty people, of whom CBS says that hardly anybody is of the group


def released(rows, *, counted="everybody"):
    return release(measured(table(rows), counted=counted), audience="internal").result


def worked_out(result, rows, few):
    """How many cases there are in the small area: all cases, without those of the other areas.

    With most of the cases, in an ordinary area all of them are in the group, and in the small
    area only as many as there are people of the group.
    """
    most, others = (result.figure(f"{name}-most").value for name in ("group", "others"))
    if most is None or others is None:
        return None
    few_of_group = few[2] * (few[0] + 0.5) / 100
    of_group = sum(n * (pct - 0.5) / 100 for pct, _, n in rows)
    in_ordinary = most * (of_group + few_of_group) - few_of_group
    of_others = sum(n * (1 - (pct + 0.5) / 100) for pct, _, n in [*rows, few])
    return others * of_others - in_ordinary


def test_in_a_small_municipality_bounds_would_tell_of_a_small_area(monkeypatch):
    """The positive control: without the guard the eight people are found, but for one or two."""
    monkeypatch.setattr(method, "told_by_bounds", lambda *_, people: ())
    found = worked_out(released([*ORDINARY, FEW]), ORDINARY, FEW)

    assert found == pytest.approx(FEW[1], abs=2)


def test_so_they_are_hidden_and_the_answer_says_so():
    result = released([*ORDINARY, FEW])

    assert worked_out(result, ORDINARY, FEW) is None
    assert result.answers[0].code == "hidden"
    shown = [each for each in result.figures if each.value is not None]
    assert not any(each.name.startswith(("group", "others", "gap")) for each in shown)


def test_classes_beside_them_are_hidden_too():
    assert all(each.value is None for each in released([*ORDINARY, FEW]).figures)


def test_without_a_small_area_nothing_is_hidden():
    result = released(ORDINARY)

    assert all(each.value is not None for each in result.figures)


def test_in_a_large_municipality_a_small_area_drowns_in_whole_percents():
    result = released([*sloped(n=1500, slope=0.1), FEW])
    shown = {each.name for each in result.figures if each.value is not None}

    assert {"group-most", "gap-least", "areas-high"} <= shown
    assert all(
        each.people[0].cases is None and each.people[0].n.value % 10 == 0
        for each in result.figures
        if each.people
    )


def test_areas_with_a_secret_share_are_not_what_the_bounds_have_and_the_classes_have_not():
    few_with_secret_share = [*sloped(n=150, slope=0.1), (-99997, 4, 20)]
    result = released(few_with_secret_share)

    shown = {each.name for each in result.figures if each.value is not None}
    assert not {name for name in shown if name.startswith("areas")}


def test_that_everybody_had_the_outcome_in_a_few_people_is_hidden():
    result = released([(30, 0, 40), (40, 0, 50)])

    assert result.answers[0].code == "hidden"


@pytest.mark.parametrize("counted", ["some", "everybody"])
def test_nothing_that_is_released_names_an_area_or_counts_the_cases_of_few(counted):
    result = released([*ORDINARY, FEW], counted=counted)

    assert "BU0" not in str(result)
    assert result.cells is None
    assert all(not each.also and not each.parts for each in result.figures)
