"""Finds which patterns and sets have a word in a text: exact words, forms, compounds."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from waterpas.reading.lexicon import literals
from waterpas.reading.lexicon.lemmas import endings, lemmas
from waterpas.reading.lexicon.loader import load
from waterpas.reading.lexicon.lowered import lowered, on_one_line
from waterpas.reading.lexicon.model import Needles

TOKEN = re.compile(r"\w+(?:[-’']\w+)*")
REMEMBERED = 200_000
SHORTEST_REST = 3


class Hit(NamedTuple):
    """Words in a text that belong to a pattern or a set (`holder`)."""

    start: int
    end: int
    holder: str


class Forms:
    """Which holders a single word belongs to, by its forms or as a part of a compound."""

    def __init__(self, holders: Mapping[str, Needles]) -> None:
        self._by_form: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}
        self._by_end: dict[str, list[str]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
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
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> tuple[str, ...]:
        found = [holder for lemma in lemmas(word) for holder in self._by_form.get(lemma, ())]
        bare = word.replace("-", "")
        if begin := self._start.fullmatch(bare):
            found += self._by_start[begin.group(1)]
        for length in self._ends:
            if len(bare) - length >= SHORTEST_REST:
                found += self._by_end.get(bare[-length:], ())
        return tuple(dict.fromkeys(found))


def _any_of(table: Mapping[str, object], around: str) -> re.Pattern[str]:
    words = sorted(table, key=len, reverse=True)
    return re.compile(around % "|".join(map(re.escape, words)) if words else r"(?!)")


def _lengths(table: Mapping[str, object]) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in table}))


@cache
def forms() -> Forms:
    """Give the forms of the whole lexicon."""
    lexicon = load()
    holders = {pattern.id: pattern.needles for pattern in lexicon.patterns}
    return Forms(holders | {f"set:{name}": one for name, one in lexicon.sets.items()})


def find(text: str) -> list[Hit]:
    """Find everything of the lexicon in a text, in the order of the text."""
    low = lowered(on_one_line(text))
    owners, of = literals.owners(), forms().of
    hits = [
        Hit(start, end, holder)
        for start, end, word in literals.automaton().find_in_lower(low)
        for holder in owners[word]
    ]
    # First which words matter, then where they stand: most words do not matter.
    matter = {word: found for word in set(TOKEN.findall(low)) if (found := of(word))}
    if matter:
        hits += [
            Hit(token.start(), token.end(), holder)
            for token in TOKEN.finditer(low)
            for holder in matter.get(token.group(), ())
        ]
    return sorted(set(hits))
