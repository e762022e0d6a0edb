"""Finds all exact words of the lexicon in one pass over a text."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import ahocorasick

from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.lowered import lowered

Place = tuple[int, int, str]  # begin, end, and what stands there


class Literal(NamedTuple):
    """One exact word or phrase in a text."""

    start: int
    end: int
    word: str


class Automaton:
    r"""Exact words, whole and without regard to capitals.

    The finds are those of `re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)`, word by
    word. Every word must begin and end with a letter or a digit.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in sorted({lowered(word) for word in words}):
            self._automaton.add_word(word, (len(word), word, _meets_itself(word)))
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Literal]:
        """Give every whole word found, in the order of the text."""
        return [Literal(*found) for found in sorted(self.places(lowered(text)))]

    def places(self, low: str) -> list[Place]:
        """As `find`, in a text that is in lower case already, in any order."""
        found: list[Place] = []
        again: list[Place] = []
        size = len(low)
        for last, (length, word, meets_itself) in self._automaton.iter(low):
            end = last + 1
            if end < size and ((after := low[end]).isalnum() or after == "_"):
                continue
            start = end - length
            if start and ((before := low[start - 1]).isalnum() or before == "_"):
                continue
            (again if meets_itself else found).append((start, end, word))
        return found + _apart(again) if again else found


def _apart(found: Iterable[Place]) -> list[Place]:
    """Leave out a find that overlaps the one before of the same word, as `finditer` does."""
    until: dict[str, int] = {}
    kept = []
    for start, end, word in found:
        if start >= until.get(word, 0):
            until[word] = end
            kept.append((start, end, word))
    return kept


def _meets_itself(word: str) -> bool:
    """Whether one find of a word can overlap the next: *via-via* in *via-via-via*."""
    return any(word.startswith(word[at:]) for at in range(1, len(word)))


@cache
def owners() -> Mapping[str, tuple[str, ...]]:
    """Give for each exact word the patterns and sets that hold it, but for the common words."""
    lexicon = load()
    found: dict[str, list[str]] = {}
    holders = [(pattern.id, pattern.needles.words) for pattern in lexicon.patterns]
    holders += [(f"set:{name}", needles.words) for name, needles in lexicon.sets.items()]
    holders += [(f"unless:{one.id}", one.unless.sentence) for one in lexicon.patterns]
    for holder, words in holders:
        for word in words:
            found.setdefault(lowered(word), []).append(holder)
    return {word: tuple(holders) for word, holders in found.items()}


def literals() -> tuple[str, ...]:
    """Give every exact word and phrase of the lexicon, in lower case, each once."""
    common = {lowered(word) for pattern in load().patterns for word in pattern.common}
    return tuple(sorted(common.union(owners())))


@cache
def automaton() -> Automaton:
    """Give the automaton of the whole lexicon."""
    return Automaton(literals())


@cache
def phrases() -> Automaton:
    """As `automaton`, of what has a space in it."""
    return Automaton(word for word in owners() if " " in word)


@cache
def single_words() -> Automaton:
    """As `automaton`, of what has no space in it."""
    return Automaton(word for word in owners() if " " not in word)


def find_literals(text: str) -> list[Literal]:
    """Find the exact words of the lexicon in a text, in the order of the text."""
    return automaton().find(text)
