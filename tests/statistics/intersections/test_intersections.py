"""The whole result: answers, figures, and every edge by name."""

import pytest

from tests.statistics.intersections.generator import COLUMNS, FIRST, decisions
from tests.tallies import tally_of
from waterpas import intersections
from waterpas.disclosure import release
from waterpas.errors import CallError, LevelError
from waterpas.explain.measured.sentences import paragraphs, remarks, unsaid
from waterpas.explain.measured.tables import beside_method, table
from waterpas.explain.methods import method_of
from waterpas.results import Certainty, Question, Reference
from waterpas.tallies.moments import Repeats
from waterpas.tallies.tally import Cell, Tally

GRID = [(a, b, c) for a in "pqr" for b in "xy" for c in "klmn"]


def three(there=(20, 100), elsewhere=(60, 100), **question):
    """Three columns, 24 combinations; one of them with another rate."""
    cells = {key: (elsewhere[0] + 2 * (at % 3), 100) for at, key in enumerate(GRID)}
    cells["p", "x", "k"] = there
    return tally_of(cells, by=("one", "two", "three"), question=Question(**question))


def asked(tally, **more):
    return intersections(tally, across="one", columns=("two", "three"), **more)


def codes(result):
    return [answer.code for answer in result.answers]


def said(result, lang="nl"):
    """Everything that is said of a result; each part must exist in this language."""
    made = table(result, lang)
    parts = [*paragraphs(result, lang), *remarks(result, lang), *unsaid(result, lang)]
    return "\n".join([*parts, *(" ".join(row) for row in made.rows), *beside_method(result, lang)])


def test_the_worst_off_combination_comes_first_with_its_figures():
    result = asked(three(effect="benefit"), depth=3)
    first = {"one": "p", "two": "x", "three": "k"}

    assert codes(result)[:2] == ["some-found", "less"]
    assert result.answers[1].of == first
    assert result.answers[1].certainty is Certainty.DIFFERENCE
    assert result.figure("rate", first).value == pytest.approx(0.2)
    assert 0.2 < result.figure("pooled", first).value < 0.4
    assert result.figure("own", first).interval.high < 0
    assert result.figure("vpc").value > 0
    assert result.family == 59  # 3 + 2 + 4 singles, 6 + 12 + 8 pairs, 24 of three


def test_a_pair_says_whether_it_is_more_than_its_parts():
    cells = {("p", "x"): (60, 300), ("p", "y"): (150, 300), ("q", "x"): (150, 300)}
    tally = tally_of({**cells, ("q", "y"): (150, 300)}, by=("one", "two"))
    result = intersections(tally, across="one", columns="two")
    of = {"one": "p", "two": "x"}

    assert ("more-than-parts", of) in [(a.code, dict(a.of)) for a in result.answers]
    assert result.figure("extra", of).value == pytest.approx(-0.3)
    assert result.figure("reri", of).value == pytest.approx(0.2 / 0.5 - 1 - 1 + 1)


def test_two_characteristics_that_add_up_are_not_called_more():
    cells = {("p", "x"): (60, 300), ("p", "y"): (120, 300), ("q", "x"): (120, 300)}
    tally = tally_of({**cells, ("q", "y"): (180, 300)}, by=("one", "two"))
    result = intersections(tally, across="one", columns="two")

    assert "adds-up" in codes(result)
    assert {"more-than-parts", "less-than-parts"}.isdisjoint(codes(result))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_interval_without_zero_that_is_not_enough_among_many_says_so(lang):
    cases = {"p": (134, 68, 137, 61), "q": (120, 93, 130, 89)}
    cells = {(one, f"x{at}"): (x, 300) for one, each in cases.items() for at, x in enumerate(each)}
    result = intersections(tally_of(cells, by=("one", "two")), across="one", columns="two")
    many = [a for a in result.answers if a.code == "adds-up-among-many"]

    assert many
    assert not any(result.figure("extra", a.of).interval.holds(0) for a in many)
    assert ("meer zekerheid" if lang == "nl" else "more certainty") in said(result, lang)


def test_without_a_difference_it_says_that_none_was_shown():
    result = asked(three(there=(60, 100)), depth=3)

    assert codes(result)[0] == "none-found"
    assert "niet hetzelfde als niet aanwezig" in said(result)
    assert len({tuple(f.of.items()) for f in result.figures if f.of}) == 20  # shown, not claimed


def test_a_spread_that_chance_makes_is_not_shared_out():
    cells = {
        (f"a{i}", f"b{j}"): (300 + 11 * ((3 * i + j) % 5), 1000) for i in range(5) for j in range(5)
    }
    result = intersections(tally_of(cells, by=("one", "two")), across="one", columns="two")

    assert result.figure("vpc").value > 0
    assert "no-spread" in codes(result)
    assert result.figure("pcv") is None
    assert "100%" not in said(result)


def test_the_generator_of_a_hundred_thousand_is_answered():
    tally = decisions(100_000)
    result = intersections(tally, across="origin", columns=COLUMNS[1:3], depth=3)

    assert result.answers[1].of == FIRST
    assert result.figure("vpc").value == pytest.approx(0.01003, abs=1e-5)
    assert result.figure("pcv").value == pytest.approx(0.955, abs=1e-3)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "tally",
    [
        three(effect="benefit"),
        three(there=(95, 100), effect="harm"),
        three(there=(60, 100)),
        three(there=(3, 5)),
        tally_of({("p", "x", "k"): (1, 5), ("q", "y", "l"): (2, 6)}, by=("one", "two", "three")),
        tally_of(dict.fromkeys(GRID, (30, 100)), by=("one", "two", "three")),
        tally_of(dict.fromkeys(GRID, (30, 100)), by=("one", "two", "three"), rounded_to=10),
        tally_of(dict.fromkeys(GRID, (0, 100)), by=("one", "two", "three")),
        tally_of(dict.fromkeys(GRID, (0, 0)), by=("one", "two", "three")),
        tally_of({("p", "x", "k"): (20, 100)}, by=("one", "two", "three")),
        tally_of(dict.fromkeys(GRID, (None, 100)), by=("one", "two", "three")),
    ],
)
def test_every_outcome_has_its_words_and_no_number_that_is_none(tally, lang):
    for depth in (1, 2, 3):
        for result in (asked(tally, depth=depth), asked(tally, depth=depth, also_small=False)):
            text = said(result, lang)
            assert text
            assert "nan" not in text.casefold().split()
            assert "%(" not in text
            assert said(release(result, audience="public").result, lang)


def test_one_column_is_a_comparison_of_groups():
    result = intersections(three(effect="benefit"), across="one", depth=3)

    assert {len(answer.of) for answer in result.answers} <= {0, 1}
    assert result.family == 3
    assert result.figure("vpc") is None


def test_a_column_with_one_level_is_left_out_and_said():
    cells = {(a, "same"): (30 + 10 * at, 100) for at, a in enumerate("pqr")}
    result = intersections(tally_of(cells, by=("one", "two")), across="one", columns="two")

    assert result.family == 3
    assert {"column": "two"} in [dict(n.fields) for n in result.notes if n.code == "one-level"]


def test_only_one_group_is_nothing_to_compare():
    result = intersections(tally_of({("p", "x"): (3, 50)}, by=("one", "two")), across="one")

    assert codes(result) == ["one-group"]
    assert result.figures == ()


def test_combinations_in_which_nobody_is_are_no_group():
    cells = {key: (30, 100) for key in GRID if key[:2] != ("p", "x")}
    result = asked(tally_of(cells, by=("one", "two", "three")), depth=2, most=1000)

    assert {"one": "p", "two": "x"} not in [dict(f.of) for f in result.figures]


@pytest.mark.parametrize("cases", [0, 100])
def test_everybody_or_nobody_with_the_outcome_is_nothing_to_compare(cases):
    tally = tally_of(dict.fromkeys(GRID, (cases, 100)), by=("one", "two", "three"))

    assert codes(asked(tally)) == ["all-alike"]


def test_hidden_counts_are_refused_in_words():
    tally = tally_of(dict.fromkeys(GRID, (None, 100)), by=("one", "two", "three"))

    assert codes(asked(tally)) == ["cannot-hidden"]
    assert "verborgen" in said(asked(tally))


def test_rounded_counts_widen_every_interval_and_say_so():
    cells = dict.fromkeys(GRID, (60, 100)) | {("p", "x", "k"): (20, 100)}
    by = ("one", "two", "three")
    exact, rounded = (
        asked(tally_of(cells, by=by, rounded_to=to), depth=3, most=1000) for to in (None, 10)
    )

    for figure in rounded.figures:
        ours = exact.figure(figure.name, figure.of)
        if figure.interval and ours:
            assert figure.interval.low <= ours.interval.low
            assert figure.interval.high >= ours.interval.high
    assert {"rounded-within", "rounded"} <= {note.code for note in rounded.notes}
    assert {f.name for f in rounded.figures} == {"found", "smallest", "rate", "difference"}


def test_a_difference_that_rounding_may_have_made_is_not_claimed():
    cells = {("p",): (120, 300), ("q",): (160, 300)}
    exact, rounded = (
        intersections(tally_of(cells, by=("one",), rounded_to=to), across="one")
        for to in (None, 50)
    )

    assert codes(exact)[0] == "some-found"
    assert codes(rounded)[0] == "none-found"


def test_a_named_group_is_nobody_to_compare_all_with_and_that_is_said():
    result = asked(three(), reference=Reference("level", "p", "het is de grootste groep"))

    assert result.reference.kind == "everybody-else"
    assert "reference-not-one-group" in {note.code for note in result.notes}
    assert "reference-reason" not in {note.code for note in result.notes}


def test_the_level_changes_the_intervals_and_not_what_is_found():
    at = {level: asked(three(effect="benefit"), level=level) for level in (0.8, 0.95, 0.999)}
    widths = [
        result.figure("difference", {"one": "p", "two": "x"}).interval for result in at.values()
    ]

    assert len({result.figure("found").value for result in at.values()}) == 1
    assert [w.high - w.low for w in widths] == sorted(w.high - w.low for w in widths)


def test_five_columns_are_searched_in_seconds_and_their_spread_is_left_out():
    result = intersections(decisions(100_000), across="origin", columns=COLUMNS[1:], depth=3)

    assert result.family == 5_776
    assert "many-strata" in {note.code for note in result.notes}


def test_repeated_persons_are_refused():
    one = three().cells["p", "x", "k"]
    cells = {
        ("p",): Cell(n=one.n, cases=one.cases, repeats=Repeats(90, 120, 30, 30)),
        ("q",): Cell(n=one.n, cases=one.cases, repeats=Repeats(90, 120, 30, 30)),
    }
    tally = Tally(by=("one",), cells=cells, sources=(), outcome="yes")

    with pytest.raises(CallError, match="telt dan dubbel"):
        intersections(tally, across="one")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"across": "four"}, "staat niet in de telling"),
        ({"across": "one", "columns": ("two", "two")}, "staat er twee keer"),
        ({"across": "one", "depth": 0}, "heel getal van 1 of meer"),
        ({"across": "one", "depth": 1.5}, "heel getal van 1 of meer"),
        ({"across": "one", "most": 0}, "heel getal van 1 of meer"),
    ],
)
def test_a_question_that_cannot_be_is_refused_in_one_sentence(more, message):
    with pytest.raises(CallError, match=message):
        intersections(three(), **more)


def test_a_tally_without_an_outcome_is_refused():
    tally = Tally(by=("one",), cells={("p",): Cell(n=three().total.n)}, sources=())

    with pytest.raises(CallError, match="geen uitkomst"):
        intersections(tally, across="one")


def test_what_is_no_tally_is_refused():
    with pytest.raises(CallError, match="Geef een telling"):
        intersections([], across="one")


def test_a_level_that_nobody_should_read_is_refused():
    with pytest.raises(LevelError):
        asked(three(), level=0.5)


def test_too_many_combinations_are_refused():
    by = tuple("abcdefghi")
    cells = {tuple(f"{i * (k + 1) % 97}" for k in range(9)): (1, 2) for i in range(3000)}
    rows = {(*key[:8], f"{at}"): (1, 2) for at, key in enumerate([*cells] * 10)}

    with pytest.raises(CallError, match="meer dan 200"):
        intersections(tally_of(rows, by=by), across="a", columns=by[1:], depth=5)


def test_the_platform_asks_at_most_three_things_each_with_a_reason():
    method = method_of("intersections")

    assert len([ask for ask in method.asks if ask.first]) <= 3
    assert all(ask.label and ask.help for ask in method.asks)
    assert method.columns({"columns": ("two", "three")}) == ("two", "three")
    result = method.measure(
        three(), across="one", reference=Reference("everybody", None), level=0.95,
        columns=("two",), depth="2",
    )  # fmt: skip
    assert result.reference.kind == "everybody"


def test_the_order_that_is_told_is_the_order_of_the_list():
    """A few with the lowest rate stand below many with a nearly as low one; so it says."""
    cells = {("p", "x"): (4, 40), ("p", "y"): (70, 400), ("q", "x"): (240, 400)}
    tally = tally_of(
        {**cells, ("q", "y"): (240, 400)}, by=("one", "two"), question=Question(effect="benefit")
    )
    result = intersections(tally, across="one", columns="two")
    told = [a.of for a in result.answers if a.code == "less" and len(a.of) == 2]

    assert told == [{"one": "p", "two": "y"}, {"one": "p", "two": "x"}]
    assert result.figure("rate", told[0]).value > result.figure("rate", told[1]).value
    assert "Een kleine groep met een groter verschil kan dus lager staan." in said(result)
