"""The English of the platform: one term each, and sentences that are English."""

import re
from pathlib import Path

import polib
import pytest

import waterpas

ROOT = Path(waterpas.__file__).parent
CATALOGUES = [
    ROOT / "locale/en/LC_MESSAGES/waterpas.po",
    ROOT / "web/locale/en/LC_MESSAGES/django.po",
]
# What is said in another word everywhere else, or is Dutch in English words.
NOT_SAID = [
    r"privacy officer",
    r"legal basis",
    r"\bfunctions?\b",
    r"\bbijstand\b",
    r"\blooks along\b",
    r"\bRather a\b",
    r"(^|[.?!:] )Is the [a-z ]+, then",
    r"\b(of|for|by|only) who (is|was|has|works|gets|looks|can|may|comes|holds)\b",
    r"\bwho is the measure\b",
]


def said(path: Path) -> list[str]:
    """Every English sentence of a catalogue."""
    sentences = []
    for entry in polib.pofile(str(path)):
        sentences += [entry.msgstr, *entry.msgstr_plural.values()]
    return sentences


def wrong_in(sentences: list[str]) -> list[str]:
    return [each for each in sentences if any(re.search(one, each, re.I) for one in NOT_SAID)]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_english_uses_one_term_each_and_no_dutch_order_of_words(path):
    assert wrong_in(said(path)) == []


def test_such_sentences_are_found():
    """Positive control: the sentences that a reader pointed at."""
    pointed_at = [
        "Is the bubble in the middle, then there is no difference between the two groups.",
        "This is for who works on the study",
        "Who looks along?",
        "The legal basis is on record.",
    ]

    assert wrong_in(pointed_at) == pointed_at
