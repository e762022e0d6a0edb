"""A text without the names of origin, skin colour and religion, and where each letter stood.

Everything is asked of this text. So a name can change a question, but never make or remove one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waterpas.reading.lexicon import Hit, find

NAMES = "set:names"
# A term such as *etnisch profileren* is no name of a group: it says what racism is.
KEPT = ("set:explains", "set:criticism")
SPACES = "  "
RUN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    """The text without names; `written` and `places` are None where nothing was taken out.

    `hits` are those in this text, `written` those in the text as it was written.
    """

    text: str
    hits: list[Hit]
    names: list[Hit]
    written: list[Hit] | None
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


def nameless(text: str, hits: list[Hit] | None = None) -> Nameless:
    """Take the names out of a text, and make each run of spaces one space.

    `hits` are those in the text, where they are known already.
    """
    hits = find(text) if hits is None else hits
    names = [hit for hit in hits if hit.holder == NAMES]
    if names:
        kept = [hit for hit in hits if hit.holder in KEPT]
        names = [name for name in names if not _within(name, kept)]
    if not names and SPACES not in text:
        return Nameless(text=text, hits=hits, names=[], written=None, places=None)
    places = _left(text, names)
    plain = "".join(text[place] for place in places)
    return Nameless(text=plain, hits=find(plain), names=names, written=hits, places=places)


def _within(hit: Hit, others: list[Hit]) -> bool:
    return any(
        other.start <= hit.start and hit.end <= other.end and hit[:2] != other[:2]
        for other in others
    )


def _left(text: str, names: list[Hit]) -> list[int]:
    """Give the places of the letters that stay: not of names, and one white one in a row."""
    left: list[int] = []
    for begin, end in _between(names, len(text)):
        for found in RUN.finditer(text, begin, end):
            if not found.group().isspace():
                left.extend(range(*found.span()))
            elif left and not text[left[-1]].isspace():
                left.append(found.start())
    return left


def _between(names: list[Hit], size: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of text without names."""
    begin = 0
    for name in names:  # in the order of the text; they may overlap
        if begin < name.start:
            yield begin, name.start
        begin = max(begin, name.end)
    if begin < size:
        yield begin, size
