"""Leaving out a variable as a study asks for it: columns with the points that each gives."""

import pytest

import waterpas
from waterpas.errors import CallError
from waterpas.explain.methods.risk_profile import measure
from waterpas.explain.plain import plain_text
from waterpas.measure.profile import what_if
from waterpas.results import Reference

COLUMNS = ("punten woonvorm", "punten leeftijd")
# Per group, points for housing and points for age: how many people.
PEOPLE = {
    ("NL", 2, 1): 60, ("NL", 2, 0): 90, ("NL", 0, 1): 240, ("NL", 0, 0): 410,
    ("elders", 2, 1): 120, ("elders", 2, 0): 150, ("elders", 0, 1): 100, ("elders", 0, 0): 130,
}  # fmt: skip


def table(people=PEOPLE, *, cut_off=2):
    rows = [
        {
            "groep": group,
            COLUMNS[0]: housing,
            COLUMNS[1]: age,
            "gekozen": "ja" if housing + age >= cut_off else "nee",
            "n": number,
        }
        for (group, housing, age), number in people.items()
    ]
    return waterpas.tally(rows, by=["groep", *COLUMNS], outcome="gekozen=ja", count="n")


def measured(tally, **more):
    asked = {"across": "groep", "reference": Reference("level", "NL"), "points": COLUMNS}
    return measure(tally, **{**asked, **more})


def released(tally, **more):
    return waterpas.release(measured(tally, **more), audience="internal").result


def chance(result, without, group):
    figure = result.figure("chosen-if", {"without": without, "groep": group}) or result.figure(
        "chosen-if", {"groep": group, "without": without}
    )
    return figure and figure.value


def test_without_a_variable_about_as_many_are_chosen_and_others_of_each_group():
    result = measured(table())

    # Now 420 of 1,300 are chosen, all of them for their housing. By age alone it is 520.
    assert result.figure("chosen", {"groep": "elders"}).value == pytest.approx(270 / 500)
    assert chance(result, COLUMNS[0], "elders") == pytest.approx(220 / 500)
    assert chance(result, COLUMNS[0], "NL") == pytest.approx(300 / 800)
    assert chance(result, COLUMNS[1], "elders") == pytest.approx(270 / 500)


def test_it_is_said_in_a_sentence_in_both_languages_and_leaves_through_disclosure():
    result = released(table())

    said = (
        "(groep elders, zonder de punten van punten woonvorm), dan is de kans op controle 440 van"
    )
    assert said in plain_text(result)
    assert "without the points of punten woonvorm), the chance of a check is 440" in plain_text(
        result, "en"
    )


def test_the_cut_off_is_the_one_that_the_chosen_were_chosen_by():
    points = {column: {"0": 0, "2": 2, "1": 1} for column in COLUMNS}
    counts = table(cut_off=3)
    asked = {"across": "groep", "reference": Reference("level", "NL")}
    by_hand = waterpas.risk_profile(counts, selected="points>=3", points=points, **asked)

    assert measured(counts).figures == by_hand.figures


def test_what_the_result_is_about_keeps_its_name():
    assert measured(table()).outcome == "gekozen=ja"


def test_it_keeps_its_name_where_something_is_hidden():
    few = table({**PEOPLE, ("TR", 2, 1): 4, ("TR", 0, 0): 5})

    assert waterpas.release(measured(few), audience="internal").hidden
    assert released(few).outcome == "gekozen=ja"


def test_points_that_do_not_tell_who_was_chosen_are_refused_in_words():
    with pytest.raises(CallError, match="volgt niet uit de som van deze punten"):
        measured(table(), points=COLUMNS[1:])


def test_a_word_is_no_number_of_points():
    rows = [{"groep": g, "p": p, "gekozen": "ja", "n": 50} for g in ("NL", "elders") for p in "ab"]
    counts = waterpas.tally(rows, by=["groep", "p"], outcome="gekozen=ja", count="n")

    with pytest.raises(CallError, match="Dat zijn geen punten"):
        measured(counts, points=("p",))


FEW = {**PEOPLE, ("elders", 2, 1): 20, ("elders", 2, 0): 6, ("elders", 0, 1): 200}


def test_fewer_than_ten_who_would_be_chosen_otherwise_are_not_counted_back():
    """Without housing 6 people of 'elders' would not be chosen any more."""
    result = released(table(FEW))

    assert chance(result, COLUMNS[0], "elders") is None


def test_without_that_guard_they_would_be_told(monkeypatch):
    monkeypatch.setattr(what_if, "_all_moved", lambda *_asked: ())

    assert chance(released(table(FEW)), COLUMNS[0], "elders") is not None
