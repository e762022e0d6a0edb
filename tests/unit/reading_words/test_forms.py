"""A word is found in all its forms, and in compounds."""

import pytest
import simplemma
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from tests.reading_texts import development
from waterpas.reading.lexicon import find, load
from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.finder import forms
from waterpas.reading.lexicon.lemmas import lemma_of, lemmas


def holders(text):
    return {hit.holder for hit in find(text)}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("risicoprofielen", "risk-profile"),
        ("Risico-profielen", "risk-profile"),
        ("risicoprofilering", "risk-profile"),
        ("postcodegebieden", "postcode"),
        ("huisbezoeken", "home-visit"),
        ("kledingvoorschriften", "dress-code"),
        ("fraudesignalen", "fraud-search"),
        ("probleemwijken", "area-label"),
        ("parkeerwijken", "set:area"),
        ("gecontroleerd", "set:selects"),
        ("moslimvrouwen", "set:names"),
        ("Eritreeërs", "set:names"),
        ("uitgesloten", "set:selects"),
    ],
)
def test_a_form_or_a_compound_is_found(text, holder):
    assert holder in holders(text)


def test_no_form_that_simplemma_knows_is_passed_over():
    """A slip of the dictionary is let through: *grieffiertje*."""
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl")
    needles = (*load().sets.values(), *(pattern.needles for pattern in load().patterns))
    ours = {word for one in needles for word in (*one.lemmas, *one.ends)}
    ours = {form for form, lemma in known.items() if "-" not in form and lemma.lower() in ours}

    assert len(ours) > 4_000
    assert {form for form in ours if not forms().may_have(form.lower())} <= {"grieffiertje"}
    assert not forms().may_have("bibliotheekabonnement")


@pytest.mark.parametrize("ending", ["", "s", "en", "heden", "ijen", "'s"])
def test_the_lemma_is_that_of_simplemma(ending):
    words = {word.strip(".,:;()").lower() for one in development() for word in one["text"].split()}
    words = {word.replace("-", "") + ending for word in words if word.isalpha()}
    theirs = {word: simplemma.lemmatize(word, lang="nl", greedy=False).lower() for word in words}

    assert {word for word in words if lemma_of(word) != theirs[word].replace("_", "")} == set()


def test_passen_is_not_the_noun_pas():
    assert lemmas("passen")[1:] == ("passen",)


def test_endings_know_long_vowels_and_soft_ends():
    assert {"scholen", "school", "schools"} <= set(endings("school"))
    assert {"huizen"} <= set(endings("huis"))
    assert {"wijken"} <= set(endings("wijk"))
    assert {"modellen"} <= set(endings("model"))


def test_a_hit_stands_where_the_word_stands():
    text = "De risicoprofielen\nvan de wijk."
    places = {text[hit.start : hit.end] for hit in find(text) if hit.holder == "risk-profile"}

    assert places == {"risicoprofielen"}


def test_a_phrase_over_two_lines_is_found():
    assert "judgement-of" in holders("naar eigen\ninzicht")
