"""Syllables of a Dutch word, by its hyphenation."""

import re
from functools import lru_cache

from pyphen import Pyphen

# Hyphenation never leaves one letter alone at the beginning or the end: i-dee, vi-a.
FIRST_ALONE = re.compile(r"(?:[aeiouy](?=[bcdfghjklmnpqrstvwxz][aeiouy])|[éèëïöü])")
VOWEL = re.compile(r"[aeiouyáéíóúàèëïöü]")
_hyphens = Pyphen(lang="nl_NL")


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """Count the syllables of one word in lower case; at least one."""
    parts = str(_hyphens.inserted(word)).split("-")
    count = sum(1 for part in parts if VOWEL.search(part))
    if FIRST_ALONE.match(word) and len(parts[0]) > 1 and VOWEL.search(parts[0][1:]):
        count += 1
    return max(1, count)
