"""What people read: a sentence for each answer in both languages, and a picture of nobody."""

import re
from dataclasses import replace

import pytest

from tests.statistics.deciders.tables import by_hand, counted, drawn, measured
from waterpas import disclosure, picture, sentence
from waterpas.disclosure import release
from waterpas.explain.html import full_table
from waterpas.explain.method import source_line
from waterpas.explain.methods import method_of
from waterpas.explain.plain import plain_text
from waterpas.explain.spreadsheet import csv_text, full_rows
from waterpas.measure import deciders as measuring
from waterpas.measure import deciders_slopes
from waterpas.results import Note

METHOD = method_of("deciders")
LANGUAGES = ("nl", "en")
# Names of methods, that stand in the method note only.
NOT_ON_SCREEN = re.compile(
    r"odds|ICC|\bMOR\b|funnel|intercept|likelihood|logist|kwadratuur|quadrature|percentiel|percentile"
    r"|standaardafwijking|standard deviation",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def result():
    return measured(drawn(count=40))


def every_code():
    return sorted(METHOD.answers)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", every_code())
def test_every_answer_has_a_sentence(code, lang, result):
    answer = result.answers[-1 if "slope" in code else 0]
    said = sentence(replace(result, answers=(replace(answer, code=code),)), lang)

    assert said.endswith(".")
    assert "%" not in said
    assert not NOT_ON_SCREEN.search(said)


def test_every_code_that_can_come_out_has_its_words():
    can = {"difference", "indication", "not-shown", "cannot-too-few-deciders", "cannot-rounded"}
    can |= {"cannot-this-way", "cannot-endless", "cannot-follows", *measuring.CANNOT.values()}
    can |= {*deciders_slopes.CODES.values(), deciders_slopes.TOO_FEW, deciders_slopes.CANNOT}

    assert can == set(METHOD.answers)
    assert set(METHOD.unsaid) == set(measuring.UNSAID) - {"not-why"}


def test_the_sentence_leads_to_the_room_in_the_rule_and_not_to_a_person(result):
    said = sentence(result, "nl")

    assert "De regel laat hier dus ruimte" in said
    assert "kaart van beslispunten" in said
    assert METHOD.leads_to == "decision-points"
    assert "training" not in said


def test_the_numbers_in_the_sentence_are_those_of_the_figures(result):
    low, high = (round(1000 * result.figure(name).value) for name in ("rate-low", "rate-high"))

    assert f" {low} " in sentence(result, "nl")
    assert f" {high}." in sentence(result, "nl")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_the_method_note_names_methods(result, lang):
    whole = plain_text(result, lang)
    before, note, after = whole.partition("Logist")

    assert note  # it is there, below
    assert not NOT_ON_SCREEN.search(before)
    assert "ICC" in after
    assert not NOT_ON_SCREEN.search(full_table(result, lang))
    assert not NOT_ON_SCREEN.search(picture(result, lang))


@pytest.mark.parametrize(
    "note",
    [
        Note("deciders-left-out", {"deciders": 3, "least": 20}),
        Note("decider-unknown", {"people": 12}),
        Note("decider-unknown-some"),
        Note("levels-left-out", {"column": "soort", "levels": "dicht"}),
        Note("levels-left-out-some", {"column": "soort"}),
        Note("few-deciders"),
        Note("slope-with-one-group"),
        Note("throwaway-keys", {"column": "wie"}),
    ],
    ids=lambda note: note.code,
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_note_has_a_sentence(result, note, lang):
    before = plain_text(replace(result, notes=()), lang).splitlines()
    noted = replace(result, notes=(note,))
    # The line on the source tells too that not everybody counts.
    told = {*before, *source_line(noted, lang).splitlines()}

    (line,) = [each for each in plain_text(noted, lang).splitlines() if each not in told]
    assert line.endswith(".")
    assert "%" not in line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_many_deciders_had_too_few_cases_is_not_said(result, lang):
    note = Note("deciders-left-out", {"deciders": 1, "least": 20})
    said = plain_text(replace(result, notes=(note,)), lang)

    assert {
        "nl": "Beslissers met minder dan 20 zaken tellen niet mee.",
        "en": "Deciders with fewer than 20 cases do not count.",
    }[lang] in said
    assert "1 beslisser" not in said


# Nothing about one decider.


def test_no_form_of_the_result_names_a_decider(result):
    forms = [
        plain_text(result),
        result.to_json(),
        csv_text(full_rows(result, "nl")),
        picture(result),
    ]

    assert not any("Beslisser 7" in form for form in forms)


def test_the_picture_says_how_many_in_coarse_classes_and_shows_no_case_numbers(result):
    drawn_ = picture(result, "nl")
    said = re.findall(r">([^<]*zaken[^<]*)</(?!desc)", drawn_)

    assert said
    assert all(re.match(r"(20|50|100|200|500|1\.000) ", each) for each in said)
    assert drawn_.count("<circle") == 2  # the two rates, and no dot per decider
    assert drawn_.count("<title") == 1  # of the whole: nothing to hover over


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_cannot_see_the_picture_is_told_what_it_shows(result, lang):
    drawn_ = picture(result, lang)
    described = re.search(r"<desc[^>]*>([^<]*)</desc>", drawn_)[1]
    word, apart = {
        "nl": ("ver weg", "zo ver uit elkaar als door toeval"),
        "en": ("far away", "as far apart as by chance"),
    }[lang]

    assert described.count(word) >= len(result.drawing["bins"])
    assert apart in described
    assert apart in drawn_.replace(described, "")  # what is read and what is seen are the same


def test_a_result_without_figures_has_a_picture_that_says_so():
    result = measured(counted(by_hand([(5, 40)] * 3)))

    assert "Hierbij is geen beeld" in picture(result, "nl")


# Released.


def test_released_it_shows_the_figures_and_the_picture(result):
    released = release(result, audience="internal").result

    shown, whole = (each.figure("rate-low").value for each in (released, result))
    assert shown == pytest.approx(whole, abs=0.005)  # in tens per 1,000: some deciders had few
    assert released.drawing == result.drawing


def test_with_a_group_that_is_too_small_nothing_is_shown():
    rows = by_hand([(x, 60) for x in range(4, 24)])
    result = measured(counted(rows))
    few = replace(
        result, figures=tuple(replace(f, people=(replace_n(f.people[0]),)) for f in result.figures)
    )

    released = release(few, audience="internal").result

    assert released.answers[0].code == "hidden"
    assert all(figure.value is None for figure in released.figures)
    assert not released.drawing
    assert "Hierbij is geen beeld" in picture(released, "nl")


def replace_n(people):
    from waterpas.results import Count

    return replace(people, n=Count.exact(9), cases=Count.exact(3))


def test_a_released_result_tells_no_group_that_was_left_out():
    rows = by_hand([(x, 60) for x in range(4, 24)])
    rows += by_hand([(0, 5)] * 9 + [(1, 5)], group="Klein")
    result = measured(counted(rows))
    assert "Klein" in plain_text(result)  # it was there

    released = release(result, audience="internal").result

    assert "Klein" not in plain_text(released)
    assert "tellen sommige groepen niet mee" in plain_text(released)


def test_it_can_be_kept_and_shown_again(result):
    from waterpas.disclosure.kept import keep, kept

    released = release(result, audience="council")
    import json

    back = kept(json.loads(json.dumps(keep(released))))

    assert picture(back.result, "nl") == picture(released.result, "nl")
    assert sentence(back.result, "en") == sentence(released.result, "en")
    assert disclosure.Released is type(back)
