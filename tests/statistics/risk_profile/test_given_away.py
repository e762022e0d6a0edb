"""No figure of a risk profile leaves that tells, beside the others, of a few people."""

from dataclasses import replace
from itertools import product

import pytest

import waterpas
from tests.statistics.risk_profile.cases import measured, rows_of
from waterpas.errors import CallError
from waterpas.explain.measured.sentences import paragraphs
from waterpas.explain.numbers import whole
from waterpas.measure.matrices import from_matrices
from waterpas.results import Answer, Interval, People

BIG = {
    "a": {"tp": 140, "fp": 160, "fn": 120, "tn": 280},
    "b": {"tp": 130, "fp": 130, "fn": 130, "tn": 410},
    "c": {"tp": 120, "fp": 150, "fn": 110, "tn": 300},
}
OF_A_MATRIX = (
    "chosen",
    "chosen-above-reference",
    "hit-rate",
    "hit-rate-above-reference",
    "chosen-without-find",
    "missed",
    "caught",
    "missed-above-reference",
    "wrongly-chosen",
    "rightly-passed",
    "passed-with-find",
    "passed-without-find",
    "occurs",
    "occurs-above-reference",
)


def tallied(people, columns):
    return waterpas.tally(rows_of(people, columns=columns), by=list(columns), count="n")


def numbers(people):
    return [(each.n.value, each.cases.value if each.cases else None) for each in people]


def also(result, name, **of):
    return numbers(result.figure(name, of).also)


def shown(result, name, **of):
    figure = waterpas.release(result, audience="council").result.figure(name, of)
    return figure is not None and figure.value is not None


@pytest.mark.parametrize("corner", ["tp", "fp", "fn", "tn"])
def test_one_small_cell_hides_every_figure_of_the_matrix_of_its_group(corner):
    small = measured(from_matrices(BIG | {"a": BIG["a"] | {corner: 3}}))
    big = measured(from_matrices(BIG))

    for name in OF_A_MATRIX:
        assert shown(big, name, group="a")
        assert not shown(small, name, group="a")
    # Of another group what the answers rest on stays.
    assert all(shown(small, name, group="c") for name in ("chosen", "missed", "wrongly-chosen"))


def test_a_small_cell_of_the_reference_hides_what_is_compared_with_it():
    found = measured(from_matrices(BIG | {"b": BIG["b"] | {"fn": 3}}))

    assert shown(found, "missed", group="a")
    assert not shown(found, "occurs-above-reference", group="a")
    assert not shown(found, "chosen-above-reference", group="a")


def test_the_cells_of_the_matrix_are_beside_each_of_its_figures_and_never_leave():
    result = measured(from_matrices(BIG))

    for name in ("chosen", "hit-rate", "missed", "occurs"):
        assert also(result, name, group="a") == [(300, 140), (400, 120)]
    assert (260, 130) in also(result, "missed-above-reference", group="a")
    left = waterpas.release(result, audience="council").result.figures
    assert not any(figure.also for figure in left)


def test_what_the_whole_profile_finds_does_not_tell_of_a_few_in_one_group():
    assert shown(measured(from_matrices(BIG)), "profile-finds")
    few = measured(from_matrices(BIG | {"c": BIG["c"] | {"tp": 3}}))
    assert not shown(few, "profile-finds")
    assert not shown(few, "random-finds")


def points(few=60):
    people = [
        (group, point, found, few if (group, point, found) == ("a", "4", "ja") else 60)
        for group, point, found in product("ab", "123456", ("ja", "nee"))
    ]
    return tallied(people, ("group", "points", "found"))


def test_the_matrix_at_another_cut_off_is_beside_its_figures():
    asked = {"selected": "points>=2", "score": "points", "cut_offs": (4,)}
    result = measured(points(), **asked)
    at = {"group": "a", "cut-off": "4"}

    for name in ("chosen-if", "missed-if", "wrongly-chosen-if"):
        assert also(result, name, **at)[:2] == [(360, 180), (360, 180)]
        assert shown(result, name, **at)


def test_who_goes_out_or_comes_in_is_beside_the_figure_and_not_among_its_people():
    asked = {"selected": "points>=4", "score": "points", "found": None}
    stricter = measured(points(), cut_offs=(5,), **asked)
    wider = measured(points(), cut_offs=(2,), **asked)
    strict, wide = {"group": "a", "cut-off": "5"}, {"group": "a", "cut-off": "2"}

    assert numbers(stricter.figure("chosen-if", strict).people) == [(720, 240)]
    assert also(stricter, "chosen-if", **strict) == [(720, 120)] * 2 + [(720, 360)] * 2
    assert also(wider, "chosen-if", **wide) == [(720, 240)] * 2 + [(720, 360)] * 2
    assert shown(stricter, "chosen-if", **strict)


def test_a_few_who_come_in_are_not_hidden_among_many_who_go_out():
    people = [
        (group, now, score, n)
        for group in "ab"
        for now, score, n in (("ja", "1", 60), ("nee", "5", 3), ("ja", "5", 90), ("nee", "1", 200))
    ]
    counts = tallied(people, ("group", "selected", "score"))
    result = measured(counts, found=None, score="score", cut_offs=(5,))

    assert (353, 3) in also(result, "chosen-if", **{"group": "a", "cut-off": "5"})
    assert not shown(result, "chosen-if", **{"group": "a", "cut-off": "5"})


def alike(*more, few=40):
    people = [
        (group, flag, kind, few if (group, flag, kind) == ("a", "ja", "y") else 60)
        for group, flag, kind in product("ab", ("ja", "nee"), "xy")
    ]
    counts = tallied([*people, *more], ("group", "selected", "kind"))
    return measured(counts, found=None, alike="kind")


def test_every_cell_among_people_who_are_alike_is_beside_their_difference():
    assert also(alike(), "chosen-among-alike", group="a") == [
        (120, 60),
        (120, 60),
        (100, 40),
        (120, 60),
    ]
    assert shown(alike(), "chosen-among-alike", group="a")
    assert not shown(alike(few=3), "chosen-among-alike", group="a")


@pytest.mark.parametrize("group", ["a", "b"])
def test_who_is_left_out_on_either_side_is_beside_the_difference(group):
    few = alike((group, "ja", "z", 2), (group, "nee", "z", 2))
    many = alike((group, "ja", "z", 20), (group, "nee", "z", 20))

    assert (4, 2) in also(few, "chosen-among-alike", group="a")
    assert not shown(few, "chosen-among-alike", group="a")
    assert shown(many, "chosen-among-alike", group="a")


def test_people_of_whom_the_level_is_unknown_are_not_alike():
    rows = product("ab", ("ja", "nee"), ("",))
    known, some = alike(), alike(*((*row, 20 if row[1] == "ja" else 30) for row in rows))
    one, other = (each.figure("chosen-among-alike", {"group": "a"}) for each in (known, some))

    assert other.value == one.value
    assert {note.code: dict(note.fields) for note in other.notes} == {
        "alike-unknown": {"people": 50}
    }
    assert some.figure("chosen-alike", {"group": "a", "kind": "onbekend"}) is None
    assert known.figure("chosen-alike", {"group": "a", "kind": "x"}) is not None


def unknown(few):
    people = [
        (group, chosen, found, 60)
        for group, chosen, found in product("ab", ("ja", "nee"), ("ja", "nee"))
    ]
    return measured(tallied([*people, ("a", "nee", "", few)], ("group", "selected", "found")))


def test_a_few_of_whom_it_is_unknown_what_was_found_hide_the_figures_that_tell_of_them():
    for name in ("chosen", "missed", "passed-with-find", "occurs"):
        assert (4, None) in also(unknown(4), name, group="a")
        assert not shown(unknown(4), name, group="a")
        assert shown(unknown(0), name, group="a")


def test_what_a_variable_carries_counts_its_people_once():
    people = [(*row, 60) for row in product("ab", ("ja", "nee"), "xyz")]
    counts = tallied(people, ("group", "selected", "kind"))
    figure = measured(counts, found=None, variables="kind").figure("carries", {"variable": "kind"})

    assert sum(each.n.value for each in figure.people) == 720
    assert numbers(figure.also) == [(240, None)] * 3 + [(120, None)] * 6
    assert all(isinstance(each, People) for each in figure.also)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_points_are_numbers_that_end(number):
    counts = tallied([("a", "x", 60), ("b", "y", 60)], ("group", "kind"))
    with pytest.raises(CallError, match="Punten zijn getallen"):
        measured(counts, found=None, selected="points>=1", points={"kind": {"x": number, "y": 1}})


def test_a_chance_that_cannot_be_compared_is_still_said():
    rows = [("a", "ja", 60), ("a", "nee", 200), ("b", "ja", "x"), ("b", "nee", 300)]
    result = measured(tallied(rows, ("group", "selected")), found=None)
    said = " ".join(paragraphs(result, "nl"))

    assert "chosen-cannot-compare" in {answer.code for answer in result.answers}
    assert "niet te vergelijken" in said
    assert "niet te zeggen per" not in said


def test_less_is_said_without_a_minus_and_the_smaller_end_first():
    result = measured(from_matrices(BIG | {"a": {"tp": 40, "fp": 60, "fn": 220, "tn": 380}}))
    interval = result.figure("chosen-above-random", {"group": "a"}).interval
    place = [answer.code for answer in result.answers].index("chosen-less")
    said = paragraphs(result, "nl")[place]
    low, high = (whole(-end * 1000) for end in (interval.high, interval.low))

    assert result.answers[place].of == {"group": "a"}
    assert f"Het verschil ligt waarschijnlijk tussen {low} en {high} per 1.000" in said


def test_without_the_times_another_cut_off_is_said_without_them():
    asked = {"selected": "points>=7", "score": "points", "cut_offs": (5,), "found": None}
    said = " ".join(paragraphs(measured(points(), **asked), "nl"))

    assert "Zou u anders kiezen" in said
    assert "niet te zeggen" not in said


def test_without_the_chance_at_random_the_rest_is_still_said():
    result = measured(from_matrices(BIG))
    left = tuple(f for f in result.figures if f.name != "chosen-at-random")
    said = " ".join(paragraphs(replace(result, figures=left), "nl"))

    assert "als het lot" in " ".join(paragraphs(result, "nl"))
    assert "als het lot" not in said
    assert "niet te zeggen" not in said


def sampled(few):
    """A sample beside the profile; in group a `few` were chosen and found outside the sample."""
    people = [
        (group, *flags, 60)
        for group in "ab"
        for flags in product(("ja", "nee"), ("ja", "nee"), ("ja",))
    ]
    people += [(group, "ja", "nee", "nee", 80) for group in "ab"]
    people += [("a", "ja", "ja", "nee", few), ("b", "ja", "ja", "nee", 70)]
    people += [(group, "nee", "", "nee", 500) for group in "ab"]
    return measured(tallied(people, ("group", "selected", "found", "random")), random="random")


def test_a_hit_rate_less_the_sample_does_not_tell_of_a_few_people():
    at = {"group": "a"}

    assert shown(sampled(50), "hit-rate", **at)
    assert not shown(sampled(3), "hit-rate", **at)
    assert shown(sampled(50), "profile-finds")
    assert not shown(sampled(3), "profile-finds")
    assert shown(sampled(3), "missed", **at)  # of the sample only


def test_who_was_not_followed_is_no_reason_to_hide_who_was_chosen():
    people = [
        (group, *flags, n)
        for group in "ab"
        for flags, n in ((("ja", "ja"), 60), (("ja", "nee"), 70), (("nee", ""), 900))
    ]
    result = measured(tallied(people, ("group", "selected", "found")))

    assert also(result, "hit-rate", group="a") == [(130, 60)]
    assert shown(result, "hit-rate", group="a")
    assert shown(result, "chosen", group="a")


def test_ends_on_both_sides_of_nothing_keep_their_signs():
    result = measured(from_matrices(BIG))
    of = {"group": "a"}
    turned = tuple(
        replace(f, value=-0.01, interval=Interval(-0.03, 0.01, 0.95))
        if (f.name, f.of) == ("chosen-above-random", of)
        else f
        for f in result.figures
    )
    answers = (Answer("chosen-perhaps-less", of),)
    (said,) = paragraphs(replace(result, figures=turned, answers=answers), "nl")

    assert "tussen 30 minder en 10 meer per 1.000" in said
