"""Whatever neighbourhood figures answer has a sentence, in both languages, and the limit first."""

import re
from dataclasses import replace

import pytest

from tests.statistics.area.tables import measured, sloped, table
from waterpas import picture, sentence
from waterpas.codebooks.neighbourhoods import GROUPS
from waterpas.explain.measured.sentences import paragraphs, remarks, unsaid
from waterpas.explain.measured.tables import table as written
from waterpas.explain.methods import method_of
from waterpas.explain.methods.area_words import GROUPS as WORDS
from waterpas.results import Answer, Interval, Measured, Note
from waterpas.texts import LANGUAGES

METHOD = method_of("area")
TO, AFTER = {"nl": "tot", "en": "to"}, {"nl": "na afronding", "en": "after rounding"}
FIRST = ("gaat over alle inwoners", "welk deel van een buurt", "about all residents", "which part")


def result(**more):
    return measured(table(sloped(slope=0.1)), **more)


def with_answer(code):
    found = result()
    return Measured(
        "area",
        (Answer(code),),
        found.figures,
        found.sources,
        across="buurt",
        asked=found.asked,
        outcome="beboet",
        unsaid=found.unsaid,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", METHOD.answers)
def test_every_answer_has_a_sentence_without_a_gap_in_it(code, lang):
    (said,) = paragraphs(with_answer(code), lang)

    assert "%" not in said
    assert "  " not in said
    assert said.endswith(".")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "code",
    [c for c in METHOD.answers if "areas" not in c and c not in {"hidden", "cannot-not-everybody"}],
)
def test_about_people_the_limit_is_said_first(code, lang):
    (said,) = paragraphs(with_answer(code), lang)

    assert any(words in said.partition(". ")[0] for words in FIRST)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", METHOD.notes)
def test_every_note_has_a_sentence(code, lang):
    fields = dict.fromkeys(("levels", "people", "areas", "all", "low_to", "high_from", "to"), 3)
    found = Measured("area", (), (), (), notes=(Note(code, fields),))

    assert "%" not in "".join(remarks(found, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("counted", ["some", "everybody"])
def test_a_result_is_written_and_drawn_whole(counted, lang):
    found = result(counted=counted)

    assert "None" not in sentence(found, lang) + picture(found, lang)
    assert len(unsaid(found, lang)) >= 4
    assert all(all(row[:3]) for row in written(found, lang).rows)
    assert picture(found, lang).count("wp-tube") == (3 if counted == "some" else 5)


def test_without_anything_to_draw_the_picture_says_so():
    found = measured(table([(30, 1, 3)]))

    assert "alles kan" in picture(found, "nl")


def test_every_group_of_cbs_has_words():
    assert set(WORDS) == set(GROUPS)


def test_a_column_that_is_not_known_is_named_and_made_safe():
    found = measured(table(sloped()))
    from waterpas.explain.measured.html import answer

    bare = {**found.asked, "share": "<b>pct</b>"}
    spoken = Measured("area", found.answers, found.figures, (), across="buurt", asked=bare)

    assert "van de groep uit kolom &#x27;" in answer(spoken) or "kolom '&lt;b&gt;" in answer(spoken)
    assert "<b>pct" not in answer(spoken)


def test_no_sentence_gives_a_verdict_or_names_a_method():
    words = " ".join([*METHOD.answers.values(), *METHOD.figures.values(), *METHOD.unsaid.values()])

    assert not re.search(r"racis|score|discrimin|Duncan|Goodman|Manski", words, re.I)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_uncertainty_that_rounding_left_without_width_is_worded(lang):
    found = result(counted="everybody")
    flat = tuple(
        replace(figure, value=0.0, interval=Interval(0.0, 0.0, 0.95)) for figure in found.figures
    )
    at_zero = replace(found, figures=flat)

    said = " ".join(
        [sentence(at_zero, lang), *(cell for row in written(at_zero, lang).rows for cell in row)]
    )
    assert f"0 {TO[lang]} 0" not in said
    assert AFTER[lang] in said


def test_without_any_figure_no_note_speaks_of_limits():
    areas = [(30, 10, 100), (10, 0, 100), (50, 10, 100)]
    found = measured(table(areas, rounded_to=10))

    assert found.figures == ()
    assert "De bron rondde de aantallen af." in remarks(found, "nl")
    assert "De grenzen" not in " ".join(remarks(found, "nl"))


@pytest.mark.parametrize(
    ("lang", "residents", "applications"),
    [("nl", "veel inwoners", "veel aanvragen"), ("en", "many residents", "many applications")],
)
def test_people_live_in_a_neighbourhood_and_no_applications(lang, residents, applications):
    found = result()
    told = replace(found, question=replace(found.question, row="application"))
    said = " ".join(paragraphs(told, lang))

    assert residents in said
    assert applications not in said
