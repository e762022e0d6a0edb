"""Patterns and sets as bits, so that many are compared at once: `a & b` says what both hold.

A *holder* is what a word belongs to: a pattern (`risk-profile`), a set (`set:names`), or what makes
a pattern innocent in its sentence (`unless:risk-profile`). Several holders are one whole number.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.remembered import Remembered

SET, UNLESS = "set:", "unless:"


@cache
def bits() -> Mapping[str, int]:
    """Give the bit of each holder; sets come first, as they are asked for most."""
    lexicon = load()
    names = [SET + name for name in lexicon.sets]
    names += [pattern.id for pattern in lexicon.patterns]
    names += [UNLESS + pattern.id for pattern in lexicon.patterns]
    return {name: 1 << at for at, name in enumerate(names)}


def united(names: Iterable[str]) -> int:
    """Give the bits of these holders as one number; what the lexicon does not have is left out."""
    found = 0
    for name in names:
        found |= bits().get(name, 0)
    return found


def of_sets(names: Iterable[str]) -> int:
    """As `united`, of the names of sets."""
    return united(SET + name for name in names)


def sets_in(held: int) -> frozenset[str]:
    """Give the names of the sets among these holders."""
    return frozenset(name[len(SET) :] for name in _names(held) if name.startswith(SET))


def names_of(held: int) -> tuple[str, ...]:
    """Give the names of the holders of one word, sorted."""
    return _known()[held]


@cache
def _known() -> Remembered[int, tuple[str, ...]]:
    return Remembered(_names)


def _names(held: int) -> tuple[str, ...]:
    return tuple(sorted(name for name, bit in bits().items() if held & bit))
