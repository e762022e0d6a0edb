"""Syllables of a Dutch word, by its hyphenation."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import ahocorasick
from pyphen import Pyphen

# Hyphenation never leaves one letter alone at the beginning or the end: i-dee, vi-a.
FIRST_ALONE = re.compile(r"(?:[aeiouy](?=[bcdfghjklmnpqrstvwxz][aeiouy])|[éèëïöü])")
VOWEL = re.compile(r"[aeiouyáéíóúàèëïöü]")
ALONE = 2  # letters that stay together at each end
_hyphens = Pyphen(lang="nl_NL", left=ALONE, right=ALONE)


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """Count the syllables of one word in lower case; at least one."""
    parts = parted(word)
    count = sum(1 for part in parts if VOWEL.search(part))
    if FIRST_ALONE.match(word) and len(parts[0]) > 1 and VOWEL.search(parts[0][1:]):
        count += 1
    return max(1, count)


def parted(word: str) -> list[str]:
    """Cut a word where it may be broken off, and at its own hyphens.

    The same as `Pyphen.inserted`, but all patterns are looked for in one pass.
    """
    low = f".{word.lower()}."
    levels = [0] * (len(low) + 1)
    for last, raised in _patterns().iter(low):
        for shift, level in raised:
            if level > levels[last + shift]:
                levels[last + shift] = level
    # Level `at` belongs to the place before letter `at - 1` of the word; odd: it may be broken.
    cuts = [at - 1 for at, level in enumerate(levels) if level % 2]
    cuts = [0, *(cut for cut in cuts if ALONE <= cut <= len(word) - ALONE), len(word)]
    pieces = [word[begin:end] for begin, end in pairwise(cuts)]
    return "-".join(pieces).split("-")


@cache
def _patterns() -> Any:
    automaton = ahocorasick.Automaton()
    for pattern, (offset, values) in _hyphens.hd.patterns.items():
        first = 1 - len(pattern) + offset
        raised = [(first + at, level) for at, level in enumerate(values) if level]
        automaton.add_word(pattern, raised)
    automaton.make_automaton()
    return automaton
