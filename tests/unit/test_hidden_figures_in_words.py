"""A figure that is hidden or coarse is never said as another number, by any method."""

import re
from dataclasses import replace

import pytest

from waterpas.explain.measured.html import answer
from waterpas.explain.measured.sentences import paragraphs
from waterpas.explain.methods import METHODS, method_of
from waterpas.results import Answer, Figure, Interval, Measured, Note, Reference, Suppressed
from waterpas.texts import LANGUAGES, translate

NOTHING = re.compile(r"(?<![\d.,])0(?:[.,]0+)?(?![\d.,]*\d)")
TENTHS = re.compile(r"\d[.,]\d(?!\d)")
FIELD = re.compile(r"%\(\w+\)s")
ASKED = {
    "since": "start",
    "kind": "month",
    "counted": "all",
    "alike": ("kind",),
    "given": ("kind",),
}


def answers(name):
    """The codes of a method with their words.

    Without those of means: an answer that rests on means is not given without them.
    """
    found = method_of(name).answers.items()
    return [(code, words) for code, words in found if "%(means)s" not in words]


def said(name, code, lang, *, value=None, notes=()):
    """An answer of a method of which each figure is a difference: hidden, or with this value."""
    between = None if value is None else Interval(value - 0.03, value + 0.05)
    hidden = Suppressed("small-part") if value is None else None
    figures = [
        Figure(each, "difference", value, between, of=of, suppressed=hidden, notes=notes)
        for each in method_of(name).figures
        for of in ({}, {"group": "a"})
    ]
    return paragraphs(
        Measured(
            name,
            (Answer(code, {"group": "a"}),),
            tuple(figures),
            (),
            across="group",
            reference=Reference("level", "b"),
            asked=ASKED,
            family=7,
        ),
        lang,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", METHODS)
def test_what_is_hidden_is_never_written_as_nothing(name, lang):
    for code, words in answers(name):
        own = NOTHING.findall(FIELD.sub("", translate(words, lang)))

        assert NOTHING.findall(" ".join(said(name, code, lang))) == own, code


def test_nothing_would_be_found():
    assert NOTHING.search("ongeveer 0,000000 per 1.000")
    assert NOTHING.search(" ".join(said("risk_profile", "missed-more", "nl", value=0.0)))
    assert not NOTHING.search("20 van 1.000, of 0,04")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", METHODS)
def test_what_leaves_in_tens_gets_no_decimals(name, lang):
    for code, _ in answers(name):
        words = " ".join(said(name, code, lang, value=-0.15, notes=(Note("coarse"),)))

        assert not TENTHS.search(words), words


def test_decimals_would_be_found():
    assert TENTHS.search(" ".join(said("risk_profile", "missed-less", "nl", value=-0.005)))


HIDDEN_OF = ({"group": "b"}, {"group": "c"}, {})


def partly_hidden(name):
    """A result of this method that hides something of two groups and of everybody, told first."""
    shown = next(code for code, _ in answers(name) if code != "hidden")
    hidden = [Answer("hidden", of, ("agreed",)) for of in HIDDEN_OF]
    figures = [
        Figure(each, "difference", 0.1, Interval(0.05, 0.15), of={"group": "a"})
        for each in method_of(name).figures
    ]
    told = (*hidden, Answer(shown, {"group": "a"}))
    return Measured(name, told, tuple(figures), (), across="group", asked=ASKED, family=7)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", METHODS)
def test_what_is_not_shown_is_told_once_and_after_what_is(name, lang):
    """A risk profile opened with three paragraphs on what it does not show."""
    result = partly_hidden(name)
    said = paragraphs(result, lang)
    alone = paragraphs(replace(result, answers=result.answers[:3]), lang)

    assert len(alone) == 1
    assert said[-1] == alone[0]
    assert len(said) == 2
    page = answer(result, lang)
    assert page.index("wp-answer") < page.index("wp-sure")
    assert alone[0].partition(". ")[0] in re.sub("<[^>]+>", "", page.split("wp-sure")[-1])


def test_it_names_everybody_of_whom_something_is_not_shown():
    said = paragraphs(partly_hidden("adjusted"), "nl")

    assert said[-1].startswith("Over group b, group c en iedereen samen tonen wij dit niet")


def test_groups_of_which_the_same_is_not_shown_go_together():
    said = paragraphs(partly_hidden("agreement"), "nl")

    assert said[-1].startswith("Over group b, group c en iedereen samen tonen wij niet: hoe vaak")
