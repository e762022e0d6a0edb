"""Words that were said in Dutch only do not stand in an English sentence."""

import re

import pytest

from tests.tallies import tally_of
from waterpas import area, change, power, sentence
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.methods import method_of
from waterpas.explain.methods.power_words import in_words
from waterpas.explain.plain import plain_text
from waterpas.measure.groups import compare_groups
from waterpas.results import Figure, Measured, Question
from waterpas.texts import translate

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
    assert "the outcome '" in said


def test_dutch_says_the_words_themselves():
    said = text("nl")

    assert "wees" in said
    assert "aanvragers" in said


def test_english_words_are_said_when_there_are_some():
    did = {"nl": ("wees", "af"), "en": ("rejected", "")}

    assert "rejected" in text("en", did=did, unit={"nl": "aanvragers", "en": "applicants"})


CHANGED = {
    ("A", "2022"): (120, 400),
    ("A", "2023"): (84, 400),
    ("B", "2022"): (400, 2000),
    ("B", "2023"): (400, 2000),
}


def test_english_names_the_outcome_where_only_the_dutch_words_for_it_are_known():
    counts = tally_of(CHANGED, by=("groep", "jaar"), question=Question(**DUTCH))
    result = change(counts, across="groep", reference="B", period="jaar", since="2023")

    said = sentence(result, "en")

    assert (
        f"the municipality gave these rows the outcome '{result.outcome}' more often, by 100 per "
        "1,000; since then more often, by 10 per 1,000."
    ) in said


def test_english_of_neighbourhoods_says_to_how_many_the_outcome_was_given():
    cells = {(f"BU{at}", "30"): (100, 1000) for at in range(3)}
    counts = tally_of(cells, by=("buurt", "pct"), question=Question(**DUTCH))
    result = area(counts, across="buurt", share="pct", counted="everybody")

    assert "gave somewhere between 0 and 339 of them the outcome '" in sentence(result, "en")


def test_english_of_a_profile_speaks_of_those_with_a_trait():
    said = [translate(each, "en") for each in method_of("risk_profile").answers.values()]

    assert [each for each in said if re.match("(In who|Who) has ", each)] == []


@pytest.mark.parametrize(("value", "said"), [(0.01, "1 percentage point"), (0.02, "2 percentage")])
def test_english_counts_percentage_points(value, said):
    plan = power(design="audit", people=700)

    assert in_words(value, plan, "en").startswith(said)
    assert in_words(value, plan, "en", short=True).startswith(said)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-0.01, "−1 percentage point"),
        (0.01, "+1 percentage point"),
        (-0.11, "−11 percentage points"),
    ],
)
def test_english_counts_the_percentage_points_of_a_source(value, said):
    figure = Figure("whole-difference", "difference", value)

    assert Speaker(Measured("barometer", (), (figure,), ()), "en").with_unit(figure) == said
