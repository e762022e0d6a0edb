"""The one way out for the figures of a method: what goes, what stays, and what is said of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waterpas.disclosure import figures as disclosing
from waterpas.disclosure import release
from waterpas.disclosure.kept import keep, kept
from waterpas.results import (
    Answer,
    Count,
    Figure,
    Interval,
    Measured,
    Note,
    People,
    Reference,
    Source,
)


def people(n, cases=None):
    return People(Count.exact(n), None if cases is None else Count.exact(cases))


def figure(group, n, cases, *, name="rate", also=()):
    of = {"g": group} if isinstance(group, str) else group
    return Figure(name, "rate", cases / max(n, 1), of=of, people=(people(n, cases), *also))


def measured(*figures, **fields):
    about = [dict(each) for each in {tuple(f.of.items()) for f in figures}]
    given = {
        "answers": tuple(Answer("difference", of=of, figures=("rate",)) for of in about),
        "sources": (Source("table.csv", "ab" * 32, 300, 300),),
    }
    return Measured(method="toy", figures=figures, **(given | fields))


def shown(*figures, **fields):
    return release(measured(*figures, **fields), audience="internal")


def values(released):
    return {(*tuple(f.of.values()), f.name): f.value for f in released.result.figures}


def hidden_of(figures):
    """Which of these figures do not leave."""
    return {(*f.of.values(), f.name) for f in figures} - set(values(shown(*figures)))


@pytest.mark.parametrize(
    ("n", "cases"), [(9, 5), (100, 9), (100, 91), (100, 0), (100, 100)], ids=str
)
def test_a_group_of_few_people_cases_or_others_is_hidden(n, cases):
    released = shown(figure("a", n, cases), figure("b", 100, 40))

    assert values(released) == {("b", "rate"): 0.4}
    assert released.hidden == 1
    codes = {answer.of["g"]: answer.code for answer in released.result.answers}
    assert codes == {"a": "hidden", "b": "difference"}


def test_what_is_large_enough_stays():
    released = shown(figure("a", 20, 10), figure("b", 100, 40))

    assert released.hidden == 0
    assert released.result.sources[0].rows == 300


def test_a_figure_of_a_large_group_and_a_small_reference_goes_and_the_rate_stays():
    against = figure("a", 100, 40, name="difference", also=(people(12, 3),))
    released = shown(figure("a", 100, 40), against)

    assert values(released) == {("a", "rate"): 0.4}


def test_a_figure_that_would_tell_of_a_small_part_goes_and_the_group_stays():
    small, large = people(4, 2), people(50, 20)
    parts = replace(figure("a", 100, 40, name="within"), also=(small, large))
    whole = replace(figure("a", 100, 40, name="whole"), also=(large,))
    released = shown(figure("a", 100, 40), parts, whole)

    assert values(released) == {("a", "rate"): 0.4, ("a", "whole"): 0.4}
    assert [each.also for each in released.result.figures] == [(), ()]


def test_a_total_over_a_hidden_group_goes_too():
    some = [figure("a", 5, 3), figure("b", 100, 40), figure("totaal", 105, 43)]

    assert ("totaal", "rate") not in values(shown(*some))
    assert values(shown(figure("a", 50, 20), *some[1:]))["b", "rate"] == 0.4


def days(group, n, value, *, also=()):
    return Figure("mean", "days", value, of={"g": group}, people=(people(n), *also))


OTHERS = [figure("b", 100, 40), figure("c", 300, 90)]


@pytest.mark.parametrize("name", ["ab", "totaal"])
def test_so_does_a_figure_of_a_total_over_a_group_of_which_that_figure_is_hidden(name):
    few = figure("a", 50, 20, name="within", also=(people(4, 2),))
    within = [replace(each, name="within") for each in OTHERS]
    both = [figure(name, 150, 60), figure(name, 150, 60, name="within")]
    figures = [figure("a", 50, 20), few, *OTHERS, *within, *both]

    assert hidden_of(figures) == {("a", "within"), (name, "within")}


def test_and_a_mean_that_is_a_sum_over_a_hidden_one():
    some = [days("a", 50, 10.0, also=(people(4),)), days("b", 100, 40.0), days("c", 150, 41.0)]

    assert hidden_of([*some, days("ab", 150, 30.0)]) == {("a", "mean"), ("ab", "mean")}


def test_without_that_the_hidden_one_is_counted(monkeypatch):
    monkeypatch.setattr(disclosing, "over_hidden", lambda *_, **__: frozenset())
    some = [days("a", 50, 10.0, also=(people(4),)), days("b", 100, 40.0), days("ab", 150, 30.0)]
    found = values(shown(*some))

    assert (150 * found["ab", "mean"] - 100 * found["b", "mean"]) / 50 == 10.0


def test_a_figure_about_everybody_goes_when_a_group_is_hidden():
    everybody = Figure("all", "rate", 0.4, people=(people(105, 43),))
    loose = Figure("spread", "number", 1.234)

    found = values(shown(figure("a", 5, 3), figure("b", 100, 40), everybody, loose))
    assert ("all",) not in found
    assert found["spread",] == 1.23


def test_tables_that_lie_across_each_other_are_shown_whole_or_not_at_all():
    margins = [figure("a", 60, 30), figure("b", 60, 30)]
    cells = [
        figure({"g": g, "h": h}, n, n // 2)
        for (g, h), n in {
            ("a", "x"): 5, ("a", "y"): 55, ("b", "x"): 30, ("b", "y"): 30,
        }.items()
    ]  # fmt: skip
    found = values(shown(*margins, *cells))

    assert found["a", "rate"] == found["b", "rate"] == 0.5
    assert {len(key) for key in found} == {2}


def test_with_a_group_hidden_the_traces_of_the_source_and_the_drawing_go():
    result = shown(figure("a", 5, 3), figure("b", 100, 40), drawing={"bins": (1, 2)}).result

    assert result.sources[0].rows is result.sources[0].sha256 is None
    assert result.drawing == {}


def test_groups_and_numbers_in_notes_do_not_leave():
    note = Note("left-out", {"levels": ("a",), "people": 30, "column": "g"})
    (found,) = shown(figure("a", 50, 20), notes=(note,)).result.notes

    assert found == Note("left-out-some", {"column": "g"})


def test_with_few_people_in_a_note_the_note_and_the_traces_of_the_source_go():
    about_one = Note("left-out", {"levels": ("a",), "people": 3})
    about_all = Note("outcome-unknown", {"people": 3})
    result = shown(figure("a", 50, 20), notes=(about_one, about_all)).result

    assert result.notes == (Note("outcome-unknown-some"),)
    assert result.sources[0].rows is result.sources[0].sha256 is None


def test_a_figure_with_a_small_part_leaves_in_tens_per_thousand():
    exact = Figure(
        *("like", "difference", 0.1234, Interval(0.0617, 0.1899), {"g": "a"}, ""),
        people=(people(100, 40), people(90, 30)),
        parts=(people(4, 1), people(96, 39)),
    )
    result = shown(figure("a", 100, 40), exact).result
    (found,) = [each for each in result.figures if each.name == "like"]

    assert (found.value, found.interval.low, found.interval.high) == (0.12, 0.06, 0.19)
    assert [note.code for note in found.notes] == ["coarse"]
    assert found.parts == ()
    assert result.sources[0].sha256 is None


def test_a_share_has_no_digits_to_count_people_by():
    exact = Figure(
        "compared", "share", 231 / 233, Interval(0.97, 0.99876), {"g": "a"}, "", (people(233, 90),)
    )
    (found,) = shown(exact).result.figures

    assert (found.value, found.interval.high) == (0.99, 1.0)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=6))
def test_no_small_count_of_a_group_is_in_what_leaves(groups):
    figures = [figure(str(at), n + cases, cases) for at, (n, cases) in enumerate(groups)]
    for each in shown(*figures).result.figures:
        for group in each.people:
            assert min(group.n.value, group.cases.value, group.n.value - group.cases.value) >= 10
        assert each.people or each.value is None


def test_what_is_kept_is_read_back_the_same():
    released = shown(figure("a", 5, 3), figure("b", 100, 40), asked={"given": ("x", "y")})

    assert kept(keep(released)) == released


def test_what_an_earlier_version_kept_can_still_be_read():
    released = shown(figure("a", 100, 40))
    plain = keep(released)
    for each in plain["result"]["figures"]:
        del each["unlike"], each["ends"], each["step"]

    assert kept(plain) == released


def test_of_counts_with_a_small_cell_only_what_answers_rest_on_leaves_in_tens():
    more = figure("a", 104, 41, name="more")
    main = replace(figure("a", 104, 41), interval=Interval(0.3041, 0.4876))
    result = shown(main, more, cells=(people(4, 1), people(100, 40))).result

    assert [each.value for each in result.figures] == [0.39, None]
    assert (result.figures[0].interval.low, result.figures[0].interval.high) == (0.3, 0.49)
    assert result.figures[0].people == (People(Count(100, 95, 105)),)
    assert result.figures[1].suppressed.reason == "small-part"
    assert result.cells is None
    assert result.sources[0].sha256 is None


def test_of_counts_with_large_cells_everything_leaves():
    some = (figure("a", 104, 41), figure("a", 104, 41, name="more"))

    assert None not in values(shown(*some, cells=(people(50, 20), people(54, 21)))).values()


def test_of_counts_with_a_small_cell_an_answer_tells_of_no_empty_one():
    said = (Answer("cannot-same", of={"g": "a"}), Answer("cannot-too-few-deciders"))
    result = shown(figure("a", 104, 41), answers=said, cells=(people(4, 0),)).result

    assert [answer.code for answer in result.answers] == ["hidden", "cannot-too-few-deciders"]


def test_beside_everybody_else_one_hidden_group_hides_them_all():
    """From everybody else and the others the hidden one is found: 2060 less 2000 is 60."""
    of_a = figure("a", 400, 120, name="difference", also=(people(2060, 407),))
    of_c = figure("c", 2000, 400)
    hidden = figure("b", 60, 7)
    result = shown(
        figure("a", 400, 120), of_a, of_c, hidden, reference=Reference("everybody-else", None)
    )

    assert values(result) == {}
    assert {answer.code for answer in result.result.answers} == {"hidden"}


@pytest.mark.parametrize("alike", [[people(30)], [people(24), people(6)], [people(29), people(1)]])
def test_of_a_hidden_group_nobody_sees_whether_its_cells_are_small_or_empty(alike):
    """A cell that is empty is none; that nothing was coarse said that the others were all alike."""
    small, large = figure("a", 30, 30), figure("b", 200, 90)
    whole = [people(110), people(90)]
    told = shown(small, large, cells=(*whole, *alike)).result

    assert told == shown(small, large, cells=(*whole, people(15), people(15))).result
    assert [note.code for note in told.notes] == ["coarse"]


def test_a_result_in_steps_leaves_in_place_of_the_exact_one():
    steps = measured(figure("a", 104, 41), figure("b", 200, 90))
    exact = measured(figure("a", 104, 43), figure("b", 200, 97), cells=(people(4),), leaves=steps)
    released = release(exact, audience="internal")

    assert values(released)["a", "rate"] == pytest.approx(41 / 104, abs=1e-5)
    assert released.result.sources[0].sha256 is None
    counts = [each for figure in released.result.figures for each in figure.people]
    assert [(each.n.value, each.cases) for each in counts] == [(100, None), (200, None)]
    assert released.result.leaves is None
