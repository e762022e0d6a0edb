"""The exact words in one pass: the same finds as one regular expression after the other."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waterpas.reading.lexicon import find_literals, literals
from waterpas.reading.lexicon.literals import Automaton

WORDS = literals()
BETWEEN = [" ", ". ", "-", "_", "", "\n", "’", "(", "1", "é", "\u00a0"]
OTHERS = ["de", "wijk", "Straße", "İnwoner"]
TEXTS = st.lists(
    st.tuples(st.sampled_from([*WORDS[::7], *OTHERS]), st.sampled_from(BETWEEN)),
    max_size=12,
).map(lambda parts: "".join(word + between for word, between in parts))
CASES = st.sampled_from([str, str.upper, str.title])


@cache
def regex(word):
    """Kept: there are more words than `re` keeps by itself."""
    return re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)


def one_after_the_other(text, words):
    found = [
        (match.start(), match.end(), word) for word in words for match in regex(word).finditer(text)
    ]
    return sorted(found)


def test_a_word_is_found_whatever_its_capitals():
    text = "Een HUISBEZOEK op gevoel, OP GEVOEL."

    assert [found.word for found in find_literals(text) if found.word == "op gevoel"] == [
        "op gevoel",
        "op gevoel",
    ]


def test_a_word_inside_another_word_is_not_found():
    assert Automaton(["klik"]).find("kliko klikt klik-klak _klik") == [(12, 16, "klik")]


def test_a_letter_that_grows_in_lower_case_moves_nothing():
    assert Automaton(["klik"]).find("İİİ een KLIK") == [(8, 12, "klik")]


@given(TEXTS, CASES)
def test_the_finds_are_those_of_one_regex_after_the_other(text, case):
    text = case(text)

    assert [tuple(found) for found in find_literals(text)] == one_after_the_other(text, WORDS)


@pytest.mark.parametrize("text", ["ſtraat", "KLIK", "ıslam"])
def test_letters_that_equal_ascii_are_found_as_a_regex_finds_them(text):
    words = ("straat", "klik", "islam")

    assert [tuple(one) for one in Automaton(words).find(text)] == one_after_the_other(text, words)


def test_there_are_many_words_and_each_is_there_once():
    assert len(WORDS) > 800
    assert len(set(WORDS)) == len(WORDS)
