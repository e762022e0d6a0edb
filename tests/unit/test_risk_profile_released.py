"""The sentences of a risk profile go by what is shown, where the rest is hidden."""

from dataclasses import replace
from itertools import product

import pytest

from tests.statistics.risk_profile.cases import COMPAS, measured, rows_of
from waterpas import from_matrices, release, tally
from waterpas.explain.measured.sentences import paragraphs
from waterpas.measure.whole import cells_of
from waterpas.texts import LANGUAGES


def released(matrices):
    """What leaves of these matrices."""
    counts = from_matrices(matrices, across="race")
    return leaves(measured(counts, across="race", reference="Caucasian"), counts)


def leaves(whole, counts):
    """What leaves of a result, as the command and the platform let it: with all cells."""
    return release(replace(whole, cells=cells_of(counts)), audience="council").result


@pytest.mark.parametrize(
    ("lang", "open_end", "smallest"),
    [("nl", "Alles van", "kleinste afwijking"), ("en", "Anything from", "smallest departure")],
)
def test_what_could_be_seen_is_said_only_where_it_is_shown(lang, open_end, smallest):
    """With a small cell anywhere it is hidden: it was "about 0.000000 per 1,000"."""
    alike = COMPAS | {"Alike": {"tp": 200, "fp": 140, "fn": 190, "tn": 460}}
    small = {"tp": 3, "fp": 2, "fn": 4, "tn": 8}

    for told, shown in ((released(alike), True), (released(alike | {"Other": small}), False)):
        unsure = [words for words in paragraphs(told, lang) if open_end in words]
        assert unsure
        assert all((smallest in words) is shown for words in unsure)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sentence_leaves_out_what_is_not_shown(lang):
    """A small cell of a variable hides what is found without the profile, and not what with it."""
    people = [
        (group, chosen, found, kind, 5 if (group, found, kind) == ("a", "ja", "y") else 90)
        for group, chosen, found, kind in product("ab", ("ja", "nee"), ("ja", "nee"), "xy")
    ]
    columns = ("group", "selected", "found", "kind")
    counts = tally(rows_of(people, columns=columns), by=list(columns), count="n")
    told = leaves(measured(counts), counts)
    (said,) = [words for words in paragraphs(told, lang) if "geheel" in words or "whole" in words]

    assert told.figure("profile-finds").value is not None
    assert told.figure("random-finds").value is None
    assert "niet getoond" not in said
    assert "without the profile in" not in said


def partly_hidden():
    """Counts rounded to tens, of which the source hid one: who was chosen in a small group."""
    people = [("a", "ja", 40), ("a", "nee", 160), ("b", "ja", 30), ("b", "nee", 970)]
    people += [("c", "ja", "<10"), ("c", "nee", 50)]
    columns = ("group", "selected")
    return tally(rows_of(people, columns=columns), by=list(columns), count="n", rounded_to=10)


@pytest.mark.parametrize(
    ("lang", "difference"),
    [("nl", "tussen 85,0 meer en 277,9 meer"), ("en", "between 85.0 more and 277.9 more")],
)
def test_with_one_number_hidden_a_sentence_says_what_the_table_shows(lang, difference):
    """It said that a chance cannot be compared, above a table with that comparison."""
    counts = partly_hidden()
    said = paragraphs(measured(counts, found=None), lang)

    assert any(difference in words and "200" in words for words in said)


@pytest.mark.parametrize(
    ("lang", "shown", "hidden", "everything"),
    [
        (
            "nl",
            "200 van elke 1.000 (120 tot 300)",
            "tonen wij niet: hoe groot de kans op controle",
            "Over group c tonen wij niet: de cijfers van deze groep.",
        ),
        (
            "en",
            "200 out of every 1,000 (120 to 300)",
            "we do not show: how large the chance",
            "we do not show: the figures of this group.",
        ),
    ],
)
def test_what_is_not_shown_of_a_group_is_named_behind_what_is(lang, shown, hidden, everything):
    counts = partly_hidden()
    said = paragraphs(leaves(measured(counts, found=None), counts), lang)

    assert sum(hidden in words for words in said) == 2
    assert sum(everything in words for words in said) == 1
    assert [shown in words for words in said].count(True) == 1
