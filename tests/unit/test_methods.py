"""Every method speaks plainly: a question, no names of methods, a sentence for each answer."""

import re
from pathlib import Path
from typing import get_args

import polib
import pytest
import yaml

from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.methods import METHODS, PLANS, method_of
from waterpas.explain.notes import NOTES
from waterpas.results import Measured, ReferenceKind
from waterpas.texts import LANGUAGES, translate

SPEC = yaml.safe_load((Path(__file__).parents[1] / "spec" / "not_on_screen.yaml").read_text())
WHOLE = set(SPEC["whole"])
FORBIDDEN = re.compile(
    "|".join(rf"\b{re.escape(w)}\b" if w in WHOLE else re.escape(w) for w in SPEC["words"]),
    re.IGNORECASE,
)
PLATFORM = Path("src/waterpas/web/locale/en/LC_MESSAGES/django.po")
FIELD = re.compile(r"%\(\w+\)s")


def on_screen(method):
    """Everything that people read of a method, but for the note on the method."""
    yield from (method.question, method.about, method.needs)
    for ask in method.asks:
        yield from (ask.label, ask.help, *(words for _value, words in ask.options))
    yield from (*method.answers.values(), *method.unsaid.values(), *method.notes.values())
    yield from (words for name, words in method.figures.items() if name not in method.aside)


@pytest.mark.parametrize("name", [*METHODS, *PLANS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_a_method_stands_on_screen(name, lang):
    for dutch in on_screen(method_of(name)):
        words = FIELD.sub("", translate(dutch, lang))
        assert not FORBIDDEN.search(words), words


@pytest.mark.parametrize("code", NOTES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_a_method_stands_in_a_note_on_the_figures(code, lang):
    words = FIELD.sub("", translate(NOTES[code], lang))

    assert not FORBIDDEN.search(words), words


def test_no_name_of_a_method_stands_on_the_platform():
    for entry in polib.pofile(str(PLATFORM)):
        for words in (entry.msgid, entry.msgstr):
            assert not FORBIDDEN.search(FIELD.sub("", words)), words


@pytest.mark.parametrize("words", ["Een odds ratio van 2", "Volgens MAIHDA", "de p-waarde"])
def test_a_name_of_a_method_would_be_found(words):
    assert FORBIDDEN.search(words)


@pytest.mark.parametrize("words", ["morgen", "toevoegen", "succes", "vpcx"])
def test_a_common_word_is_no_name_of_a_method(words):
    assert not FORBIDDEN.search(words)


@pytest.mark.parametrize("name", [*METHODS, *PLANS])
def test_a_method_is_called_as_it_is_found_and_asks_a_question(name):
    method = method_of(name)

    assert method.id == name
    assert method.question.endswith("?")
    assert sum(ask.first for ask in method.asks) <= 3
    assert set(method.drawn) | set(method.aside) <= set(method.figures)
    assert all(len(ask.help) > 20 for ask in method.asks)


@pytest.mark.parametrize("name", [*METHODS, *PLANS])
def test_a_level_is_asked_of_a_column_that_is_asked(name):
    asks = {ask.name: ask for ask in method_of(name).asks}

    for ask in asks.values():
        if ask.kind == "level" and ask.of:
            assert asks[ask.of].kind == "column"


@pytest.mark.parametrize("name", [*METHODS, *PLANS])
def test_a_method_says_whom_it_compares_with(name):
    references = method_of(name).references

    # Places are compared with nobody.
    assert bool(references) == (method_of(name).groups is None)
    assert set(references) <= set(get_args(ReferenceKind))
    assert name != "adjusted" or "everybody" not in references


def test_the_columns_of_a_combination_are_named_as_they_were_asked():
    """A database that sorts what it keeps changes no sentence."""
    asked = {"columns": ("geslacht", "leeftijd")}
    result = Measured("intersections", (), (), (), across="herkomst", asked=asked)
    speaker = Speaker(result, "nl")

    kept = {"geslacht": "vrouw", "herkomst": "elders", "leeftijd": "oud"}
    assert speaker.about(kept) == "herkomst elders, geslacht vrouw, leeftijd oud"


@pytest.mark.parametrize(
    ("name", "part", "sure"),
    [
        ("deciders", "funnel plot", "Staan er klassen in de tekening"),
        ("intersections", "MAIHDA", "als dat te berekenen is"),
    ],
)
def test_a_method_note_does_not_claim_what_is_not_always_made(name, part, sure):
    sentences = method_of(name).method_note.split(". ")

    assert [sure in each for each in sentences if part in each] == [True]
