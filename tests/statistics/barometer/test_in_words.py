"""Every answer as a sentence in both languages, and the picture with its table."""

import xml.etree.ElementTree as ET

import pytest

import waterpas
from tests.statistics.barometer.test_answers import HIGH, LOW, WHOLE, row
from tests.statistics.said import not_english, unwhole
from waterpas.explain.html import standalone_page
from waterpas.explain.measured.tables import NO_FIGURES
from waterpas.explain.methods import method_of
from waterpas.explain.plain import plain_text
from waterpas.results import Question
from waterpas.texts import translate

LANGUAGES = ("nl", "en")
METHOD = method_of("barometer")
THERE = {"outside_source": "CBS <regio>, 2024"}


def years(before, **more):
    then = row("hele organisatie", 1390, 91 - before, 9, before, jaar=2023)
    return waterpas.barometer([WHOLE | {"jaar": 2025}, then], **more)


def without_jobs():
    return waterpas.barometer([{k: v for k, v in WHOLE.items() if k != "banen"}])


RESULTS = {
    "share": lambda: waterpas.barometer([WHOLE]),
    "share-of-part": lambda: waterpas.barometer([LOW, HIGH]),
    "more-than-whole": lambda: waterpas.barometer([WHOLE, LOW]),
    "less-than-whole": lambda: waterpas.barometer([WHOLE, HIGH]),
    "within-rounding": lambda: waterpas.barometer([WHOLE, HIGH]),
    "more-than-elsewhere": lambda: waterpas.barometer([WHOLE], outside={"NL": 70}, **THERE),
    "less-than-elsewhere": lambda: waterpas.barometer([WHOLE], outside={"NL": "90,25"}, **THERE),
    "as-elsewhere": lambda: waterpas.barometer([WHOLE], outside={"NL": 79}, **THERE),
    "change-more": lambda: years(3),
    "change-less": lambda: years(25),
    "change-not-found": lambda: years(10),
    "change-within-rounding": lambda: years(12),
    "hidden": lambda: waterpas.barometer([WHOLE, row("leiding", 60, "x", "x", "x")]),
    "hidden-one": lambda: waterpas.barometer([WHOLE | {"Europa": "x"}]),
    "jobs-unknown": without_jobs,
    "cannot-too-small": lambda: waterpas.barometer([row("hele organisatie", 240, 79, 9, 12)]),
}


@pytest.mark.parametrize("code", METHOD.answers)
def test_each_answer_has_its_case(code):
    assert code in {answer.code for answer in RESULTS[code]().answers}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_each_case_is_said_in_whole_sentences(name, lang):
    said = plain_text(RESULTS[name](), lang)

    assert unwhole(said) == []
    assert "95%" not in said


@pytest.mark.parametrize("name", RESULTS)
def test_each_sentence_has_its_english(name):
    both = [waterpas.sentence(RESULTS[name](), lang) for lang in LANGUAGES]

    assert not_english(*both, (" het ", " verschil", " banen", " aandeel")) == []


def test_the_sentences_of_a_part_with_its_bounds():
    question = Question(organisation={"nl": "de gemeente"})
    said = waterpas.sentence(waterpas.barometer([WHOLE, HIGH], question=question))

    assert said.startswith(
        "Bij de gemeente is 79% van de banen van iemand met herkomst Nederland. Door de afronding "
        "kan dat 78,5% tot 79,5% zijn."
    )
    assert said.endswith(
        "Bij schaal 9+ is 5% van de banen van iemand met herkomst buiten Europa: 7 procentpunt "
        "minder dan in de hele organisatie. Door de afronding kan dat verschil 6 tot 8 procentpunt "
        "zijn."
    )


def test_percentages_with_decimals_keep_their_bounds_apart():
    """12.3 is 12.3%, from 12.25 to 12.35: with one decimal the ends would read 12.3 and 12.4."""
    result = waterpas.barometer([row("hele organisatie", 1400, "78,7", "9,0", "12,3")])

    assert "12,3% van de banen" in waterpas.sentence(result)
    assert "12,25% tot 12,35%" in waterpas.sentence(result)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_the_picture_is_whole_and_says_what_it_shows(name, lang):
    result = RESULTS[name]()
    root = ET.fromstring(waterpas.picture(result, lang))

    shown = [f for f in result.figures if f.name == "share" and f.value is not None]
    texts = " ".join(root.itertext()).casefold()
    assert len([e for e in root.iter() if e.tag.endswith("circle")]) == len(shown)
    for figure in shown:
        assert figure.of.get("onderdeel", "").casefold() in texts


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", RESULTS)
def test_the_page_has_the_table_and_nothing_of_a_caller_as_markup(name, lang):
    page = standalone_page(RESULTS[name](), lang)

    assert "<regio>" not in page
    assert "95%" not in page
    assert ("<table" in page) != (translate(NO_FIGURES, lang) in page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_year_that_was_given_comes_back(lang):
    said = translate(METHOD.notes["year"], lang)

    assert said % {"year": "2025"} in plain_text(years(3), lang)
    assert said % {"year": "2025"} in standalone_page(years(3), lang)
    assert said.partition("%")[0] not in plain_text(waterpas.barometer([WHOLE]), lang)


def test_every_bar_of_the_picture_has_one_scale_and_no_dot_on_its_own_bounds():
    root = ET.fromstring(waterpas.picture(waterpas.barometer([WHOLE, LOW]), "nl"))
    bars = [e for e in root.iter() if e.find("{*}circle") is not None]

    assert len(bars) == 6
    assert {tuple(t.text for t in bar.findall("{*}text")) for bar in bars} == {
        ("0%", "50%", "100%")
    }
    for bar in bars:
        dot = bar.find("{*}circle")
        bubble = next(e for e in bar if e.get("class") == "wp-bubble")
        assert int(dot.get("cy")) + int(dot.get("r")) < int(bubble.get("y"))
