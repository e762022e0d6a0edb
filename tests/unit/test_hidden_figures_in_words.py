"""A figure that is hidden or coarse is never said as another number, by any method."""

import re

import pytest

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
    assert TENTHS.search(" ".join(said("risk_profile", "missed-less", "nl", value=-0.15)))
