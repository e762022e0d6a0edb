"""Like with like through disclosure control and into words: for any counts whatever."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies import tally_of
from tests.weight import examples
from waterpas import EVERYBODY_ELSE, adjusted, sentence
from waterpas.disclosure import release
from waterpas.explain.html import result_fragment
from waterpas.explain.measured.html import provenance
from waterpas.explain.measured.sentences import remarks, unsaid
from waterpas.explain.measured.tables import beside_method, table
from waterpas.explain.methods.adjusted import METHOD
from waterpas.results import Certainty
from waterpas.texts import LANGUAGES

MINIMUM = 10
# What may stand in the method note only.
NAMES = re.compile(
    r"odds|mantel|haenszel|kitagawa|regressie|logistisch|tarone|stratum|strata|\bp-", re.I
)
GROUPS, STRATA = ("nl", "x", "y"), ("a", "b", "c")

sides = st.one_of(
    st.integers(0, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(10, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
)
hidden_sides = st.one_of(sides, st.tuples(st.none(), st.integers(10, 200)))


@st.composite
def counted(draw, side=sides, roundings=(None, 5, 10)):
    keys = [(group, stratum) for group in GROUPS for stratum in STRATA]
    chosen = draw(st.lists(st.sampled_from(keys), unique=True, min_size=2))
    groups = {group for group, _ in chosen}
    if len(groups) < 2:
        chosen.append((next(each for each in GROUPS if each not in groups), "a"))
    rounded_to = draw(st.sampled_from(roundings))
    cells = {}
    for key in chosen:
        cases, n = draw(side)
        if rounded_to:
            n = round(n / rounded_to) * rounded_to
            cases = None if cases is None else min(round(cases / rounded_to) * rounded_to, n)
        cells[key] = (cases, n)
    return tally_of(cells, by=("groep", "wijk"), rounded_to=rounded_to)


def results(tally, data):
    groups = tally.levels("groep")
    reference = data.draw(st.sampled_from([*groups, EVERYBODY_ELSE]))
    made_by = data.draw(st.sampled_from([(), ("wijk",)]))
    result = adjusted(
        tally, across="groep", reference=reference, given="wijk", made_by_process=made_by
    )
    return result, release(result, audience="internal").result


def few(people):
    n, cases = people.n.value, people.cases
    if n is None or n < MINIMUM:
        return True
    return cases is not None and (
        cases.value is None or min(cases.value, n - cases.value) < MINIMUM
    )


@examples(50)
@given(counted(), st.data())
def test_no_figure_leaves_that_was_made_of_few_people(tally, data):
    result, released = results(tally, data)

    for figure in result.figures:
        shown = released.figure(figure.name, figure.of)
        assert figure.people
        assert shown is None or shown.also == ()
        if any(map(few, (*figure.people, *figure.also))):
            assert shown is None


def test_without_disclosure_control_such_figures_and_notes_are_there():
    """The fault that these tests must be able to find."""
    cells = {("x", "a"): (3, 8), ("nl", "a"): (40, 90), ("nl", "b"): (4, 9)}
    result = adjusted(
        tally_of(cells, by=("groep", "wijk")), across="groep", reference="nl", given="wijk"
    )

    assert any(f.value is not None and any(map(few, f.people)) for f in result.figures)
    assert any(f.value is not None and any(map(few, f.also)) for f in result.figures)
    assert any({"levels", "people"} & set(note.fields) for note in result.notes)
    assert NAMES.search(" ".join(beside_method(result, "nl")))


@examples(50)
@given(counted(), st.data())
def test_no_answer_leaves_that_rests_on_a_hidden_figure(tally, data):
    result, released = results(tally, data)
    shown = {(f.name, *f.of.values()) for f in released.figures if not f.suppressed}
    hidden = {(f.name, *f.of.values()) for f in result.figures} - shown

    for answer in released.answers:
        rests_on = {(name, *answer.of.values()) for name in answer.figures}
        assert not rests_on & hidden or answer.code == "hidden"


@examples(50)
@given(counted(), st.data())
def test_no_note_leaves_with_a_group_or_a_number_of_people(tally, data):
    _, released = results(tally, data)

    for note in released.notes:
        assert not {"levels", "people"} & set(note.fields)


@examples(80)
@given(counted(hidden_sides), st.data())
def test_every_figure_is_a_number_within_its_bounds_or_nothing(tally, data):
    result, _ = results(tally, data)

    for figure in result.figures:
        ends = [figure.interval.low, figure.interval.high] if figure.interval else []
        values = ends + ([] if figure.value is None else [figure.value])
        assert all(map(math.isfinite, values))
        if ends:
            assert ends[0] <= ends[1]
        if figure.unit in ("rate", "share"):
            assert all(-1e-9 <= each <= 1 + 1e-9 for each in values)
        if figure.unit == "difference":
            assert all(-1 - 1e-9 <= each <= 1 + 1e-9 for each in values)
        if figure.unit in ("ratio", "number"):
            assert all(each >= 0 for each in values)
        if figure.value is not None and ends:
            assert ends[0] - 1e-9 <= figure.value <= ends[1] + 1e-9, figure.name


@examples(25)
@given(counted(hidden_sides), st.data())
def test_every_outcome_has_its_words_in_both_languages(tally, data):
    for result in results(tally, data):
        for lang in ("nl", "en"):
            lines = [sentence(result, lang), *remarks(result, lang), *unsaid(result, lang)]
            lines += [cell for row in table(result, lang).rows for cell in row]
            said = "\n".join(lines)
            assert "%(" not in said
            assert "nan" not in said.lower().split()
            assert not NAMES.search(said), NAMES.search(said)
            beside_method(result, lang)


@examples(10)
@given(counted(hidden_sides), st.data())
def test_every_outcome_has_its_page(tally, data):
    for result in results(tally, data):
        page = result_fragment(result, "nl")
        assert "%(" not in page
        assert "bij gelijke gevallen" in page


@examples(50)
@given(counted(), st.data())
def test_there_is_one_answer_per_group_and_at_most_one_beside_it(tally, data):
    result, _ = results(tally, data)
    main = [answer for answer in result.answers if answer.code != "differs-per-stratum"]
    groups = set(tally.levels("groep"))
    if result.reference.kind == "level":
        groups -= {result.reference.level}

    assert sorted(answer.of["groep"] for answer in main) == sorted(groups)
    assert {answer.code for answer in result.answers} <= set(METHOD.answers)
    assert {figure.name for figure in result.figures} == set(METHOD.figures)
    assert set(result.unsaid) <= set(METHOD.unsaid)


@examples(50)
@given(counted(roundings=(None,)), st.data())
def test_swapping_group_and_reference_mirrors_the_answer(tally, data):
    one, other = data.draw(st.permutations(tally.levels("groep")))[:2]
    there, back = (
        adjusted(tally, across="groep", reference=reference, given="wijk")
        for reference in (other, one)
    )
    first = there.figure("difference-like-with-like", {"groep": one})
    second = back.figure("difference-like-with-like", {"groep": other})

    if first.value is None:
        assert second.value is None
        return
    assert first.value == pytest.approx(-second.value, abs=1e-12)
    if first.interval:
        assert first.interval.low == pytest.approx(-second.interval.high, abs=1e-9)


@examples(40)
@given(counted(roundings=(None,)), st.data())
def test_a_sure_answer_has_an_interval_without_zero(tally, data):
    result, _ = results(tally, data)

    for answer in result.answers:
        figure = result.figure("difference-like-with-like", answer.of)
        if answer.code.startswith("difference-") and answer.code != "difference-gone":
            assert answer.certainty is Certainty.DIFFERENCE
            assert not figure.interval.holds(0.0)
        if answer.code in ("difference-gone", "not-shown"):
            assert figure.interval.holds(0.0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_no_figure_is_shown_no_note_speaks_of_intervals(lang):
    cells = {(g, s): (2, 40) for g in GROUPS for s in STRATA}
    counts = tally_of(cells, by=("herkomst", "wijk"), rounded_to=10)
    asked = {"across": "herkomst", "given": "wijk", "reference": "nl"}
    told = release(adjusted(counts, **asked), audience="internal").result
    said = " ".join(remarks(told, lang))

    assert not [each for each in told.figures if each.value is not None]
    assert "interval" not in said.casefold()
    assert {"nl": "alleen de belangrijkste", "en": "only the main"}[lang] not in said
    assert {"nl": "De bron rondde de aantallen af.", "en": "The source rounded"}[lang] in said


LIKE = {
    ("nl", "a"): (60, 200),
    ("nl", "b"): (80, 200),
    ("x", "a"): (30, 150),
    ("x", "b"): (50, 150),
}


def told_of(counts, **more):
    """What leaves, with what was asked; `bootstrap`: as a result tells that it was asked."""
    asked = {"across": "herkomst", "given": "wijk", "reference": "nl"}
    told = release(adjusted(counts, **asked, **more), audience="internal").result
    return replace(told, asked={**told.asked, **more})


@pytest.mark.parametrize(
    ("lang", "how_often", "not_done"),
    [
        ("nl", "door de tabellen 1.000 keer opnieuw te trekken", "U vroeg om de tabellen"),
        ("en", "by redrawing the tables 1,000 times", "You asked to redraw the tables"),
    ],
)
def test_that_limits_were_redrawn_is_said_on_the_result_and_with_the_method(
    lang, how_often, not_done
):
    by = ("herkomst", "wijk")
    drawn = told_of(tally_of(LIKE, by=by), bootstrap=1000)
    coarse = told_of(tally_of(LIKE, by=by, rounded_to=10), bootstrap=1000)
    never = told_of(tally_of(LIKE, by=by))

    assert [how_often in each for each in remarks(drawn, lang)].count(True) == 1
    assert how_often in provenance(drawn, lang)
    assert [not_done in each for each in remarks(coarse, lang)].count(True) == 1
    assert how_often not in provenance(coarse, lang)
    for each in (never, replace(never, asked={"bootstrap": 0})):
        assert how_often not in str([*remarks(each, lang), provenance(each, lang)])
        assert not_done not in str([*remarks(each, lang), provenance(each, lang)])
