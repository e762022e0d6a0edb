"""A figure that is hidden has no number in any sentence, of any method."""

import re

import pytest

from waterpas.explain.measured.sentences import paragraphs
from waterpas.explain.methods import METHODS, method_of
from waterpas.results import Answer, Figure, Measured, Reference, Suppressed
from waterpas.texts import LANGUAGES, translate

NOTHING = re.compile(r"(?<![\d.,])0(?:[.,]0+)?(?![\d.,]*\d)")
FIELD = re.compile(r"%\(\w+\)s")
ASKED = {
    "since": "start",
    "kind": "month",
    "counted": "all",
    "alike": ("kind",),
    "given": ("kind",),
}
ANSWERS = [
    (name, code)
    for name in METHODS
    for code, words in sorted(method_of(name).answers.items())
    if "%(means)s" not in words  # an answer that rests on means is not given without them
]


def said(name, code, lang, *, value=None):
    """An answer of a method of which each figure is a difference: hidden, or with this value."""
    hidden = Suppressed("small-part") if value is None else None
    figures = [
        Figure(each, "difference", value, of=of, suppressed=hidden)
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
@pytest.mark.parametrize(("name", "code"), ANSWERS)
def test_what_is_hidden_is_never_written_as_nothing(name, code, lang):
    own = NOTHING.findall(FIELD.sub("", translate(method_of(name).answers[code], lang)))

    assert NOTHING.findall(" ".join(said(name, code, lang))) == own


def test_nothing_would_be_found():
    assert NOTHING.search("ongeveer 0,000000 per 1.000")
    assert NOTHING.search(" ".join(said("risk_profile", "missed-more", "nl", value=0.0)))
    assert not NOTHING.search("20 van 1.000, of 0,04")
