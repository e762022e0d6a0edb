"""A text without the names of origin, skin colour and religion, and where each letter stood.

Everything is asked of this text. So a name can change a question, but never make or remove one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from waterpas.reading.lexicon.finder import Spot, spots
from waterpas.reading.lexicon.holders import united

NAMES = "set:names"
# A colour of a thing names nobody: *zwarte lijst*.
KEPT = ("set:colour-of-things",)
SPACES = "  "
WHITES = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    """The text without names; `written` and `places` are None where nothing was taken out.

    `spots` are those in this text, `written` those in the text as it was written.
    """

    text: str
    spots: list[Spot]
    names: list[Spot]
    written: list[Spot] | None
    places: list[int] | None

    def back(self, begin: int, end: int) -> tuple[int, int]:
        """Give the place in the text as it was written."""
        if self.places is None:
            return begin, end
        return self.places[begin], self.places[end - 1] + 1

    def sentence_back(
        self, begin: int, end: int, spans: list[tuple[int, int]], *, at: int
    ) -> tuple[int, int]:
        """Give the sentence as it was written, with the names in it, that holds the place `at`.

        `spans` are the sentences as written. One that began with a name may stand glued to the one
        before it in this text.
        """
        if self.places is None:
            return begin, end
        for start, stop in spans:
            if start <= self.places[at] < stop:
                return start, stop
        return self.back(begin, end)


def nameless(text: str, found: list[Spot] | None = None) -> Nameless:
    """Take the names out of a text, and make each run of spaces one space.

    `found` are the spots in the text, where they are known already.
    """
    found = spots(text) if found is None else found
    of_names, of_kept = _looked_at()
    names = [spot for spot in found if spot[2] & of_names]
    if names:
        kept = [spot for spot in found if spot[2] & of_kept]
        names = [name for name in names if not _within(name, kept)]
    if not names and SPACES not in text:
        return Nameless(text=text, spots=found, names=[], written=None, places=None)
    places = _left(text, names)
    plain = "".join(map(text.__getitem__, places))
    return Nameless(text=plain, spots=spots(plain), names=names, written=found, places=places)


@cache
def _looked_at() -> tuple[int, int]:
    return united((NAMES,)), united(KEPT)


def _within(spot: Spot, others: list[Spot]) -> bool:
    return any(
        begin <= spot[0] and spot[1] <= end and spot[:2] != (begin, end) for begin, end, _ in others
    )


def _left(text: str, names: list[Spot]) -> list[int]:
    """Give the places of the letters that stay: not of names, and one white one in a row."""
    left: list[int] = []
    for begin, end in _between(names, len(text)):
        if text[begin].isspace() and (not left or text[left[-1]].isspace()):
            begin = _after_white(text, begin, end)
        for white in WHITES.finditer(text, begin, end):
            left.extend(range(begin, white.start() + 1))
            begin = white.end()
        left.extend(range(begin, end))
    return left


def _after_white(text: str, begin: int, end: int) -> int:
    return next((at for at in range(begin, end) if not text[at].isspace()), end)


def _between(names: list[Spot], size: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of text without names."""
    begin = 0
    for first, last, _ in names:  # in the order of the text; they may overlap
        if begin < first:
            yield begin, first
        begin = max(begin, last)
    if begin < size:
        yield begin, size
