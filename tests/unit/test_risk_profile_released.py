"""The sentences of a risk profile go by what is shown, where the rest is hidden."""

from itertools import product

import pytest

from tests.statistics.risk_profile.cases import COMPAS, measured, rows_of
from waterpas import from_matrices, release, tally
from waterpas.explain.measured.sentences import paragraphs
from waterpas.texts import LANGUAGES


def released(matrices):
    """What leaves of these matrices."""
    counts = from_matrices(matrices, across="race")
    return leaves(measured(counts, across="race", reference="Caucasian"))


def leaves(whole):
    """What leaves of a result."""
    return release(whole, audience="council").result


@pytest.mark.parametrize(
    ("lang", "open_end", "smallest"),
    [("nl", "Alles van", "kleinste afwijking"), ("en", "Anything from", "smallest departure")],
)
def test_what_could_be_seen_is_said_only_where_it_is_shown(lang, open_end, smallest):
    """With a small cell anywhere it is hidden, and not "about 0.000000 per 1,000"."""
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
    told = leaves(measured(counts))
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
    [("nl", "tussen 85 meer en 278 meer"), ("en", "between 85 more and 278 more")],
)
def test_with_one_number_hidden_a_sentence_says_what_the_table_shows(lang, difference):
    """And not that a chance cannot be compared, above a table with that comparison."""
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
            "over group c: de cijfers van deze groep.",
        ),
        (
            "en",
            "200 out of every 1,000 (120 to 300)",
            "we do not show: how large the chance",
            "about group c: the figures of this group.",
        ),
    ],
)
def test_what_is_not_shown_of_a_group_is_named_behind_what_is(lang, shown, hidden, everything):
    said = paragraphs(leaves(measured(partly_hidden(), found=None)), lang)

    assert [hidden in words for words in said].count(True) == 1
    assert hidden in said[-1]
    assert everything in said[-1]
    assert said[-1].index(shown) < said[-1].index(hidden)
