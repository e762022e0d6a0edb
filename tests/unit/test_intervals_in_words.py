"""An interval that holds no difference is never said as two numbers on the same side of it."""

import re

import pytest

from waterpas.explain.methods import METHODS, method_of
from waterpas.explain.results import sentence
from waterpas.measure.intersections import intersections
from waterpas.results import Answer, Figure, Interval, Measured, Note, Reference
from waterpas.tallies.build import tally
from waterpas.texts import LANGUAGES

LEVELS = (0.9, 0.95, 0.99)
ENDS = (-0.0087, 0.1816)
OF = {"groep": "A"}
ASKED = {"given": ("wijk",), "alike": ("wijk",), "since": "2024", "kind": "year"}
BARE = re.compile(r"(?<![−+\d.,])(8[,.]7|9) (tot|en|to|and) (181[,.]6|182)(?! (meer|more))")


def made(method, code, level, *, value=0.0831, ends=ENDS, notes=()):
    """An answer of a method in which every figure is a difference that may be none."""
    interval = Interval(*ends, level)
    figures = tuple(
        Figure(name, "difference", value, interval=interval, of=of, notes=notes)
        for name in method_of(method).figures
        for of in (OF, {})
    )
    return Measured(
        method=method,
        answers=(Answer(code, OF, ()),),
        figures=figures,
        sources=(),
        across="groep",
        asked=ASKED,
        reference=Reference("level", "B"),
        level=level,
    )


TWICE = re.compile(r"(?<![\d.,])(\d+)( meer| minder| more| fewer)? (?:tot|en|to|and) \1(?![\d.,])")
OWN_ENDS = {"agreement", "barometer", "deciders", "duration"}  # they write the ends themselves
ANSWERS = [(method, code) for method in METHODS for code in method_of(method).answers]


@pytest.mark.parametrize("level", LEVELS)
def test_no_answer_of_any_method_says_it_without_a_side(level):
    said = {
        (method, code): sentence(made(method, code, level), "en" if level == 0.9 else "nl")
        for method, code in ANSWERS
    }

    assert [place for place, words in said.items() if BARE.search(words)] == []
    with_ends = {
        method for (method, _), words in said.items() if re.search("18[12]|18[,.]16", words)
    }
    assert with_ends >= {"adjusted", "intersections", "barometer", "pay", "change", "risk_profile"}


@pytest.mark.parametrize("words", ["(8,7 tot 181,6)", "van 8.7 to 181.6.", "tussen 9 en 182 per"])
def test_it_would_be_seen(words):
    assert BARE.search(words)


@pytest.mark.parametrize(
    "words", ["(8,7 minder tot 181,6 meer)", "−8,7 tot +181,6", "9 en 182 meer"]
)
def test_with_a_side_it_is_well(words):
    assert not BARE.search(words)


@pytest.mark.parametrize(
    ("lang", "inside", "outside"),
    [("nl", "(23 tot 146)", "(9 minder tot 182 meer)"),
     ("en", "(23 to 146)", "(9 fewer to 182 more)")],
)  # fmt: skip
def test_a_combination_says_on_which_side_the_ends_lie(lang, inside, outside):
    rows = [("A", "ja", 68), ("A", "nee", 132), ("B", "ja", 180), ("B", "nee", 520)]
    counts = tally(
        [dict(zip(("groep", "uit", "n"), row, strict=True)) for row in rows],
        by="groep", outcome="uit=ja", count="n",
    )  # fmt: skip

    at_90, at_99 = (
        sentence(intersections(counts, across="groep", depth=1, level=level), lang)
        for level in (0.9, 0.99)
    )

    assert inside in at_90
    assert outside in at_99


@pytest.mark.parametrize("value", [0.01, -0.01, 0.2])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_ends_that_were_left_as_the_same_ten_are_not_said_as_from_ten_to_ten(value, lang):
    """They lie somewhere within that ten; the whole of it is said."""
    same = {"value": value, "ends": (value, value), "notes": (Note("coarse"),)}
    said = {
        (method, code): sentence(made(method, code, 0.95, **same), lang)
        for method, code in ANSWERS
        if method not in OWN_ENDS
    }

    assert [place for place, words in said.items() if TWICE.search(words)] == []
    assert TWICE.search("tussen 10 meer en 10 meer per 1.000")
