"""Finds which patterns and sets have a word in a text: exact words, forms, compounds."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from waterpas.reading.lexicon import literals
from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.lemmas import lemmas
from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.lexicon.model import Needles
from waterpas.reading.lexicon.remembered import Remembered, pieces

TOKEN = re.compile(r"\w+(?:[-’']\w+)*")
SHORTEST_REST = 3
LAST_LETTERS = 3
AT_ONCE = 50_000  # characters
APART = " \0 "  # no word or phrase goes on over it


class Hit(NamedTuple):
    """Words in a text that belong to a pattern or a set (`holder`)."""

    start: int
    end: int
    holder: str


# Many hits are made; this makes them without looking at each of their parts.
_as_hit: Callable[[literals.Place], Hit] = partial(tuple.__new__, Hit)


class Forms:
    """Which holders a single word belongs to, by its forms or as a part of a compound."""

    def __init__(self, holders: Mapping[str, Needles]) -> None:
        self._by_form: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        for holder, needles in holders.items():
            self._add(self._by_form, holder, needles.lemmas)
            self._add(self._by_start, holder, needles.starts)
            ends = [form for word in needles.ends for form in endings(word)]
            self._add(self._by_form, holder, needles.ends)
            self._add(self._by_end, holder, ends)
        self._start = _any_of(self._by_start, r"(%s)\w{3,}")
        self._ends = _lengths(self._by_end)

    @staticmethod
    def _add(table: dict[str, list[str]], holder: str, words: Iterable[str]) -> None:
        for word in words:
            table.setdefault(word, []).append(holder)

    def of(self, word: str) -> tuple[str, ...]:
        """Give the holders of one word in lower case."""
        found = [holder for lemma in lemmas(word) for holder in self._by_form.get(lemma, ())]
        bare = word.replace("-", "")
        if begin := self._start.fullmatch(bare):
            found += self._by_start[begin.group(1)]
        for length in self._ends.get(bare[-LAST_LETTERS:], ()):
            if len(bare) - length >= SHORTEST_REST:
                found += self._by_end.get(bare[-length:], ())
        return tuple(dict.fromkeys(found))


def _any_of(table: Mapping[str, object], around: str) -> re.Pattern[str]:
    words = sorted(table, key=len, reverse=True)
    return re.compile(around % "|".join(map(re.escape, words)) if words else r"(?!)")


def _lengths(table: Iterable[str]) -> dict[str, list[int]]:
    """Give how long the words are that end with the same letters, the shortest first."""
    found: dict[str, list[int]] = {}
    for length, tail in sorted({(len(word), word[-LAST_LETTERS:]) for word in table}):
        found.setdefault(tail, []).append(length)
    return found


@cache
def forms() -> Forms:
    """Give the forms of the whole lexicon."""
    lexicon = load()
    holders = {pattern.id: pattern.needles for pattern in lexicon.patterns}
    return Forms(holders | {f"set:{name}": one for name, one in lexicon.sets.items()})


def find(text: str) -> list[Hit]:
    """Find everything of the lexicon in a text, in the order of the text."""
    return list(map(_as_hit, _found(text)))


def find_each(texts: Iterable[str]) -> Iterator[list[Hit]]:
    """As `find`, of each text; many short texts go faster together."""
    together: list[str] = []
    size = 0
    for text in texts:
        together.append(text)
        size += len(text)
        if size >= AT_ONCE:
            yield from _find_together(together)
            together, size = [], 0
    yield from _find_together(together)


def _find_together(texts: list[str]) -> Iterator[list[Hit]]:
    found = _found(APART.join(texts))
    first = begin = 0
    for text in texts:
        end = begin + len(text)
        last = bisect_left(found, (end,), first)
        yield [
            _as_hit((start - begin, stop - begin, one)) for start, stop, one in found[first:last]
        ]
        first, begin = last, end + len(APART)


def _found(text: str) -> list[literals.Place]:
    low = lowered(on_one_line(text))
    owners = literals.owners()
    found = [
        (start, end, holder)
        for start, end, word in literals.automaton().places(low)
        for holder in owners[word]
    ]
    for at, words in pieces(low, _known()):
        found += [(at + start, at + end, holder) for start, end, holder in words]
    return sorted(set(found))


@cache
def _known() -> Remembered[tuple[literals.Place, ...]]:
    return Remembered(_look)


def _look(piece: str) -> tuple[literals.Place, ...]:
    """Find the words in a piece of text without spaces."""
    holders = _holders()
    if piece.isalpha():  # one word, as most pieces are
        return tuple((0, len(piece), holder) for holder in holders[piece])
    return tuple(
        (*token.span(), holder)
        for token in TOKEN.finditer(piece)
        for holder in holders[token.group()]
    )


@cache
def _holders() -> Remembered[tuple[str, ...]]:
    return Remembered(forms().of)
