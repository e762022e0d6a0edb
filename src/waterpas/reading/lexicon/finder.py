"""Finds which patterns and sets have a word in a text: exact words, forms, compounds."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from waterpas.reading.lexicon import literals
from waterpas.reading.lexicon.endings import endings
from waterpas.reading.lexicon.holders import SET, bits, names_of, united
from waterpas.reading.lexicon.lemmas import is_own, lemmas
from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.lexicon.model import Needles
from waterpas.reading.lexicon.remembered import Remembered, pieces

TOKEN = re.compile(r"\w+(?:[-’']\w+)*")
AFTER = ".,;:)!?…”"  # what may stand after a word, and is no part of one
GE = re.compile("ge")
LONG, OTHER_LETTERS = 8, 6  # letters
SHORTEST_REST = 3
LAST_LETTERS = 3
AT_ONCE = 50_000  # characters
APART = " \0 "  # no word or phrase goes on over it

Spot = tuple[int, int, int]  # begin, end, and whose words stand there: see `holders`


class Hit(NamedTuple):
    """Words in a text that belong to a pattern or a set (`holder`)."""

    start: int
    end: int
    holder: str


# Many hits are made; this makes them without looking at each of their parts.
_as_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)


class Forms:
    """Which holders a single word belongs to, by its forms or as a part of a compound."""

    def __init__(self, needles: Mapping[str, Needles]) -> None:
        self._by_form: dict[str, int] = {}
        self._by_start: dict[str, int] = {}
        self._by_end: dict[str, int] = {}
        for holder, one in needles.items():
            bit = bits()[holder]
            self._add(self._by_form, bit, (*one.lemmas, *one.ends))
            self._add(self._by_start, bit, one.starts)
            self._add(self._by_end, bit, (form for word in one.ends for form in endings(word)))
        self._start = _any_of(self._by_start, r"(%s)\w{3,}")
        self._ends = _lengths(self._by_end)
        self._sorted = sorted(self._by_form)

    def may_have(self, word: str) -> bool:
        """Say whether a word can be a form of one in the lexicon; if not, no lemma is looked for.

        A long form begins as its lemma does, but for its last letters and for *ge* (*aangepast*).
        """
        if len(word) < LONG or not word.isascii() or is_own(word) or self._begins(word):
            return True
        return any(self._begins(word[: ge.start()] + word[ge.end() :]) for ge in GE.finditer(word))

    def _begins(self, word: str) -> bool:
        begin = word[:-OTHER_LETTERS]
        at = bisect_left(self._sorted, begin)
        return at < len(self._sorted) and self._sorted[at].startswith(begin)

    @staticmethod
    def _add(table: dict[str, int], bit: int, words: Iterable[str]) -> None:
        for word in words:
            table[word] = table.get(word, 0) | bit

    def of(self, word: str) -> int:
        """Give the holders of one word in lower case."""
        bare = word.replace("-", "")
        found = 0
        for lemma in lemmas(word) if self.may_have(bare) else (word, bare):
            found |= self._by_form.get(lemma, 0)
        if begin := self._start.fullmatch(bare):
            found |= self._by_start[begin.group(1)]
        for length in self._ends.get(bare[-LAST_LETTERS:], ()):
            if len(bare) - length >= SHORTEST_REST:
                found |= self._by_end.get(bare[-length:], 0)
        return found


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
    needles = {pattern.id: pattern.needles for pattern in lexicon.patterns}
    return Forms(needles | {SET + name: one for name, one in lexicon.sets.items()})


def find(text: str) -> list[Hit]:
    """Find everything of the lexicon in a text, in the order of the text."""
    return hits_of(spots(text))


def hits_of(found: Iterable[Spot]) -> list[Hit]:
    """Give for each spot a hit per holder."""
    return [_as_hit((start, end, name)) for start, end, held in found for name in names_of(held)]


class Looked(NamedTuple):
    """A text in lower case and what was found in it; both are counted from its `begin` in `low`.

    Texts that were looked at together share `low`, so that nothing has to be counted anew.
    """

    low: str
    begin: int
    end: int
    found: list[Spot]

    def text(self) -> str:
        """Give the text alone, in lower case and on one line."""
        return self.low[self.begin : self.end]

    def spots(self) -> list[Spot]:
        """Give what was found, counted from the begin of the text."""
        return moved(self.found, self.begin)


def moved(found: Iterable[Spot], begin: int) -> list[Spot]:
    """Give spots counted from another place."""
    return [(start - begin, end - begin, held) for start, end, held in found]


def look_each(texts: Iterable[str]) -> Iterator[Looked]:
    """As `spots`, of each text; many short texts go faster together."""
    together: list[str] = []
    size = 0
    for text in texts:
        together.append(text)
        size += len(text)
        if size >= AT_ONCE:
            yield from _look_together(together)
            together, size = [], 0
    yield from _look_together(together)


def _look_together(texts: list[str]) -> Iterator[Looked]:
    low = lowered(on_one_line(APART.join(texts)))
    found = _spots(low)
    first = begin = 0
    for text in texts:
        end = begin + len(text)
        last = bisect_left(found, (end,), first)
        yield Looked(low, begin, end, found[first:last])
        first, begin = last, end + len(APART)


def spots(text: str) -> list[Spot]:
    """Find where words of the lexicon stand, in the order of the text, each place once."""
    return _spots(lowered(on_one_line(text)))


def _spots(low: str) -> list[Spot]:
    """Words without a space are found in the pieces between spaces, phrases in the whole text."""
    held = _held()
    found = [(start, end, held[word]) for start, end, word in literals.phrases().places(low)]
    found += [
        (at + start, at + end, holders)
        for at, words in pieces(low, _pieces())
        for start, end, holders in words
    ]
    found.sort()
    return found


@cache
def _held() -> Mapping[str, int]:
    """The holders of each exact word and phrase."""
    return {word: united(names) for word, names in literals.owners().items()}


@cache
def _pieces() -> Remembered[str, tuple[Spot, ...]]:
    return Remembered(_look)


def _look(piece: str) -> tuple[Spot, ...]:
    """Find the words in a piece of text without spaces."""
    word = piece.rstrip(AFTER)
    if word.isalpha():  # one word, as most pieces are
        return ((0, len(word), held),) if (held := _words()[word]) else ()
    found = {token.span(): _words()[token.group()] for token in TOKEN.finditer(word)}
    exact = _held()
    for start, end, literal in literals.single_words().places(word):
        found[start, end] = found.get((start, end), 0) | exact[literal]
    return tuple((*place, held) for place, held in sorted(found.items()) if held)


@cache
def _words() -> Remembered[str, int]:
    exact, of = _held().get, forms().of
    return Remembered(lambda word: of(word) | exact(word, 0))
