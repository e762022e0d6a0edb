"""Words that were said in Dutch only do not stand in an English sentence."""

import pytest

from tests.tallies import tally_of
from waterpas.explain.plain import plain_text
from waterpas.measure.groups import compare_groups
from waterpas.results import Question

DUTCH = {
    "did": {"nl": ("wees", "af"), "en": ("wees", "af")},
    "unit": {"nl": "aanvragers", "en": "aanvragers"},
    "organisation": {"nl": "de gemeente", "en": "the municipality"},
}


def text(lang: str, cases: int = 150, **question) -> str:
    asked = Question(row="application", **{**DUTCH, **question})
    counts = tally_of({("ref",): (100, 1000), ("g",): (cases, 1000)}, by=("groep",), question=asked)
    return plain_text(compare_groups(counts, across="groep", reference="ref"), lang=lang)


@pytest.mark.parametrize("cases", [150, 0], ids=["some", "nobody"])
def test_english_says_that_the_outcome_was_given(cases):
    said = text("en", cases)

    assert "wees" not in said
    assert "aanvragers" not in said
    assert "applications" in said
    assert "this outcome" in said


def test_dutch_says_the_words_themselves():
    said = text("nl")

    assert "wees" in said
    assert "aanvragers" in said


def test_english_words_are_said_when_there_are_some():
    did = {"nl": ("wees", "af"), "en": ("rejected", "")}

    assert "rejected" in text("en", did=did, unit={"nl": "aanvragers", "en": "applicants"})
