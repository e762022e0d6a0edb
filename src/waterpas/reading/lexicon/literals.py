"""Finds all exact words of the lexicon in one pass over a text."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import ahocorasick

from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.lowered import lowered


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
            self._automaton.add_word(word, word)
        self._automaton.make_automaton()

    def find(self, text: str) -> list[Literal]:
        """Give every whole word found, in the order of the text."""
        return self.find_in_lower(lowered(text))

    def find_in_lower(self, low: str) -> list[Literal]:
        """As `find`, in a text that is in lower case already."""
        return sorted(_apart(_whole(low, self._automaton.iter(low))))


def _whole(low: str, found: Iterable[tuple[int, str]]) -> Iterator[Literal]:
    size = len(low)
    for last, word in found:
        start, end = last + 1 - len(word), last + 1
        if end < size and _in_word(low[end]):
            continue
        if start and _in_word(low[start - 1]):
            continue
        yield Literal(start, end, word)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _apart(found: Iterable[Literal]) -> Iterator[Literal]:
    """Leave out a find that overlaps the one before of the same word, as `finditer` does."""
    until: dict[str, int] = {}
    for literal in found:
        if literal.start >= until.get(literal.word, 0):
            until[literal.word] = literal.end
            yield literal


@cache
def owners() -> Mapping[str, tuple[str, ...]]:
    """Give for each exact word the patterns and sets that hold it."""
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
    return tuple(sorted(owners()))


@cache
def automaton() -> Automaton:
    """Give the automaton of the whole lexicon."""
    return Automaton(owners())


def find_literals(text: str) -> list[Literal]:
    """Find the exact words of the lexicon in a text, in the order of the text."""
    return automaton().find(text)
