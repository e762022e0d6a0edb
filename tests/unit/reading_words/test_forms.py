"""A word is found in all its forms, and in compounds."""

import pytest

from waterpas.reading.lexicon import find
from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.lemmas import lemmas


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
