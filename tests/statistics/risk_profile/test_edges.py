"""Every edge by name: what cannot be said is said, and nothing is not-a-number."""

import math

import pytest

import waterpas
from tests.statistics.risk_profile.cases import codes, measured, rows_of, value
from waterpas.errors import CallError, CountError, InputError, LevelError
from waterpas.measure.matrices import from_matrices

SMALL = {
    "a": {"tp": 40, "fp": 60, "fn": 20, "tn": 180},
    "b": {"tp": 30, "fp": 30, "fn": 30, "tn": 310},
}


def tallied(people, columns=("group", "selected", "found"), **more):
    return waterpas.tally(rows_of(people, columns=columns), by=list(columns), count="n", **more)


def with_variable():
    people = [
        (group, *flags, level, number + extra)
        for group, extra in (("a", 10), ("b", 0))
        for flags, number in (
            (("ja", "ja"), 30),
            (("ja", "nee"), 40),
            (("nee", "ja"), 20),
            (("nee", "nee"), 200),
        )
        for level in ("laag", "hoog")
    ]
    return tallied(people, ("group", "selected", "found", "soort"))


def no_nan(result):
    for figure in result.figures:
        ends = (figure.interval.low, figure.interval.high) if figure.interval else ()
        for number in (figure.value, *ends):
            assert number is None or math.isfinite(number)
    return result


def test_nobody_chosen_in_one_group():
    found = no_nan(measured(from_matrices(SMALL | {"c": {"tp": 0, "fp": 0, "fn": 40, "tn": 160}})))

    assert found.figure("hit-rate", {"group": "c"}).suppressed.reason == "nobody"
    assert value(found, "chosen", group="c") == 0
    assert codes(found, group="c")[0] == "chosen-less"


def test_nobody_chosen_in_the_reference():
    found = no_nan(measured(from_matrices(SMALL | {"b": {"tp": 0, "fp": 0, "fn": 40, "tn": 160}})))

    assert found.figure("chosen-times-reference", {"group": "a"}).value is None
    assert "wrongly-chosen-more" in codes(found, group="a")


def test_everybody_chosen():
    people = {
        "a": {"tp": 40, "fp": 60, "fn": 0, "tn": 0},
        "b": {"tp": 30, "fp": 70, "fn": 0, "tn": 0},
    }
    found = no_nan(measured(from_matrices(people)))

    assert codes(found, group="a")[0] == "chosen-not-shown"


def test_nothing_found_in_anybody_of_a_group():
    found = no_nan(measured(from_matrices(SMALL | {"a": {"tp": 0, "fp": 60, "fn": 0, "tn": 180}})))

    assert "missed-cannot" in codes(found, group="a")


def test_a_group_of_a_few_people_is_too_few():
    found = no_nan(measured(from_matrices(SMALL | {"c": {"tp": 1, "fp": 1, "fn": 1, "tn": 2}})))

    assert codes(found, group="c") == [
        "chosen-too-few",
        "missed-too-few",
        "wrongly-chosen-too-few",
    ]


def test_a_small_group_has_a_note_on_its_interval():
    found = measured(from_matrices(SMALL | {"c": {"tp": 5, "fp": 5, "fn": 5, "tn": 15}}))
    notes = found.figure("chosen-above-random", {"group": "c"}).notes

    assert "small-numbers" in {note.code for note in notes}


def test_one_group_is_refused():
    with pytest.raises(CallError, match="maar één groep"):
        measured(from_matrices({"b": SMALL["b"]}))


def test_one_value_of_a_variable_says_that_nothing_can_be_said():
    counts = with_variable().where(lambda at: at["soort"] == "laag")
    found = no_nan(measured(counts, variables=["soort"]))

    assert codes(found, variable="soort") == ["carries-cannot-one-value"]


def test_a_variable_that_is_the_group_itself_carries_it_whole():
    people = [
        (group, flag, "nee", group, n)
        for group in ("a", "b")
        for flag, n in (("ja", 50), ("nee", 150))
    ]
    counts = tallied(
        [*people, ("a", "ja", "ja", "a", 10), ("b", "ja", "ja", "b", 10)],
        ("group", "selected", "found", "soort"),
    )
    found = no_nan(measured(counts, variables=["soort"]))

    assert value(found, "carries", variable="soort") == pytest.approx(1)
    assert codes(found, variable="soort") == ["carries-some"]


def test_sparse_counts_claim_nothing_about_a_variable():
    people = [(g, "nee", "nee", level, 2) for g in ("a", "b") for level in "pqrst"]
    people += [("a", "ja", "ja", "p", 9), ("b", "ja", "nee", "q", 9)]
    found = no_nan(
        measured(tallied(people, ("group", "selected", "found", "soort")), variables="soort")
    )

    assert codes(found, variable="soort") == ["carries-too-few"]


def test_rounded_counts_widen_every_interval():
    exact, rounded = measured(from_matrices(SMALL)), measured(from_matrices(SMALL, rounded_to=10))
    for figure in exact.figures:
        wide = rounded.figure(figure.name, figure.of)
        if figure.interval and wide:
            assert wide.interval.low <= figure.interval.low
            assert wide.interval.high >= figure.interval.high
    assert rounded.figure("chosen", {"group": "a"}).method == "wilson-rounded"
    assert "rounded" in {note.code for note in rounded.notes}


def test_rounded_counts_widen_the_difference_among_people_who_are_alike():
    people = [
        ("a", "ja", "x", 60),
        ("a", "nee", "x", 200),
        ("b", "ja", "x", 40),
        ("b", "nee", "x", 300),
    ]
    columns = ("group", "selected", "soort")
    exact = measured(tallied(people, columns), found=None, alike="soort")
    wide = measured(tallied(people, columns, rounded_to=10), found=None, alike="soort")
    one, other = (each.figure("chosen-among-alike", {"group": "a"}) for each in (exact, wide))

    assert other.interval.low < one.interval.low < one.interval.high < other.interval.high
    assert {note.code for note in other.notes} == {"alike-rounded"}


def test_a_hidden_count_gives_no_estimate_and_says_so():
    rows = rows_of(
        [
            ("a", "ja", "ja", "x"),
            ("a", "nee", "nee", 200),
            ("b", "ja", "ja", 40),
            ("b", "nee", "nee", 300),
        ],
        columns=("group", "selected", "found"),
    )
    found = no_nan(measured(waterpas.tally(rows, by=["group", "selected", "found"], count="n")))

    assert found.figure("chosen", {"group": "a"}).suppressed.reason == "hidden-in-source"
    assert codes(found, group="a")[0] == "chosen-cannot"
    assert "profile-hidden-counts" in {note.code for note in found.notes}


def test_who_is_not_followed_has_no_error_rates():
    people = [
        ("a", "ja", "ja", 30),
        ("a", "ja", "nee", 30),
        ("a", "nee", "", 300),
        ("b", "ja", "ja", 30),
        ("b", "ja", "nee", 30),
        ("b", "nee", "nee", 300),
    ]
    found = no_nan(measured(tallied(people)))

    assert codes(found, group="a") == ["chosen-not-shown", "errors-cannot"]
    assert found.figure("missed", {"group": "a"}) is None
    assert found.figure("hit-rate-above-reference", {"group": "a"}) is None


def test_a_few_unknown_outcomes_are_told():
    people = [
        ("a", "ja", "ja", 30),
        ("a", "ja", "nee", 30),
        ("a", "nee", "", 4),
        ("a", "nee", "ja", 30),
        ("a", "nee", "nee", 270),
        ("b", "ja", "ja", 30),
        ("b", "ja", "nee", 30),
        ("b", "nee", "ja", 30),
        ("b", "nee", "nee", 270),
    ]
    found = measured(tallied(people))
    notes = found.figure("passed-with-find", {"group": "a"}).notes

    assert [dict(note.fields) for note in notes if note.code == "passed-unknown"] == [{"people": 4}]


def test_a_random_sample_is_what_errors_and_finds_are_about():
    people = [
        ("a", "ja", "ja", "nee", 60),
        ("a", "ja", "nee", "nee", 40),
        ("a", "nee", "", "nee", 400),
        ("a", "ja", "ja", "ja", 10),
        ("a", "ja", "nee", "ja", 20),
        ("a", "nee", "ja", "ja", 5),
        ("a", "nee", "nee", "ja", 165),
        ("b", "ja", "ja", "nee", 30),
        ("b", "ja", "nee", "nee", 50),
        ("b", "nee", "", "nee", 900),
        ("b", "ja", "ja", "ja", 5),
        ("b", "ja", "nee", "ja", 10),
        ("b", "nee", "ja", "ja", 10),
        ("b", "nee", "nee", "ja", 175),
    ]
    counts = tallied(people, ("group", "selected", "found", "random"))
    found = no_nan(measured(counts, random="random"))

    assert value(found, "wrongly-chosen", group="a") == pytest.approx(20 / 185)
    assert value(found, "random-finds") == pytest.approx(30 / 400)
    assert value(found, "profile-finds") == pytest.approx(90 / 180)
    assert codes(found) == ["profile-finds-more"]


def test_another_cut_off_is_the_profile_with_that_cut_off():
    people = [
        (g, str(points), flag, n + points)
        for g, n in (("a", 30), ("b", 50))
        for points in range(1, 6)
        for flag in ("ja", "nee")
    ]
    counts = tallied(people, ("group", "points", "found"))
    asked = {"found": "found"}
    found = measured(counts, selected="points>=3", cut_offs=(2, 5), **asked)
    other = measured(counts, selected="points>=5", **asked)

    for group in "ab":
        at = {"group": group, "cut-off": "5"}
        assert value(found, "chosen-if", **at) == value(other, "chosen", group=group)
        assert value(found, "missed-if", **at) == value(other, "missed", group=group)


def test_leaving_out_a_variable_that_gives_no_points_changes_nothing():
    points = {"soort": {"laag": 1, "hoog": 0}, "wijk": {"x": 0, "y": 0}}
    people = [
        (g, s, w, n) for g, n in (("a", 40), ("b", 60)) for s in ("laag", "hoog") for w in "xy"
    ]
    counts = tallied(
        [(*p[:3], p[3] + (7 if p[1] == "laag" else 0)) for p in people], ("group", "soort", "wijk")
    )
    found = no_nan(measured(counts, selected="points>=1", found=None, points=points))

    for group in "ab":
        unchanged = value(found, "chosen-if", group=group, without="wijk")
        assert unchanged == value(found, "chosen", group=group)
    everybody = value(found, "chosen-if", group="a", without="soort")
    assert everybody == 1  # without it all have equal points


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"selected": "nothing"}, "nothing"),
        ({"selected": "group"}, "twee waarden|twee keer"),
        ({"found": "selected"}, "twee keer"),
        ({"variables": ["found"]}, "twee keer"),
        ({"variables": ["nothing"]}, "nothing"),
        ({"alike": ["group"]}, "twee keer"),
        ({"selected": "found>=3"}, "getallen"),
        ({"cut_offs": (3,)}, "grens"),
        ({"random": "selected"}, "twee keer"),
        ({"points": {}}, "punten"),
        ({"points": {"found": {"ja": 1}}}, "geen punten"),
        ({"reference": "nobody"}, "nobody"),
    ],
)
def test_a_wrong_call_is_one_clear_error(more, says):
    with pytest.raises((CallError, InputError), match=says):
        measured(from_matrices(SMALL), **more)


def test_a_level_outside_its_bounds_is_refused():
    with pytest.raises(LevelError):
        measured(from_matrices(SMALL), level=0.5)


@pytest.mark.parametrize("number", [-1, 1.5, True, "3"])
def test_a_matrix_of_something_else_than_people_is_refused(number):
    with pytest.raises(CountError):
        from_matrices({"a": {"tp": number, "fp": 1, "fn": 1, "tn": 1}})


def test_a_matrix_without_its_four_numbers_is_refused():
    with pytest.raises(CallError, match="vier aantallen"):
        from_matrices({"a": {"tp": 3}})
    with pytest.raises(CallError, match="minstens één groep"):
        from_matrices({})


def test_a_narrower_interval_does_not_move_a_word():
    counts = with_variable()
    words = [
        [answer.code for answer in measured(counts, variables="soort", level=level).answers]
        for level in (0.8, 0.95, 0.999)
    ]

    assert words[0] == words[1] == words[2]


def test_everybody_as_the_reference_compares_error_rates_with_everybody():
    found = no_nan(measured(from_matrices(SMALL), reference=waterpas.EVERYBODY))

    assert value(found, "wrongly-chosen", group="a") == pytest.approx(60 / 240)
    assert value(found, "wrongly-chosen-above-reference", group="a") == pytest.approx(
        60 / 240 - 90 / 580
    )


def test_the_outcome_of_a_tally_can_say_who_was_chosen():
    rows = rows_of(
        [
            (group, chosen, found, n)
            for group, numbers in SMALL.items()
            for (chosen, found), n in zip(
                (("ja", "ja"), ("ja", "nee"), ("nee", "ja"), ("nee", "nee")),
                (numbers[corner] for corner in ("tp", "fp", "fn", "tn")),
                strict=True,
            )
        ],
        columns=("group", "selected", "found"),
    )
    counts = waterpas.tally(rows, by=["group", "found"], outcome="selected=ja", count="n")
    found, same = measured(counts, selected=None), measured(from_matrices(SMALL))

    assert found.answers == same.answers
    assert found.figures == same.figures


def test_a_score_can_be_tried_beside_who_was_chosen():
    people = [
        (g, str(s), "ja" if s > 3 else "nee", n + s)
        for g, n in (("a", 30), ("b", 50))
        for s in range(1, 6)
    ]
    counts = tallied(people, ("group", "score", "selected"))
    found = measured(counts, found=None, score="score", cut_offs=(4, 2))

    for group in "ab":
        same = value(found, "chosen-if", **{"group": group, "cut-off": "4"})
        assert same == value(found, "chosen", group=group)


def test_a_tally_that_says_not_who_was_chosen_is_refused():
    counts = tallied([("a", "ja", 20), ("b", "nee", 20)], ("group", "found"))
    with pytest.raises(CallError, match="wie is gekozen"):
        measured(counts, selected=None)
