"""A text without the names of origin, skin colour and religion, and where each letter stood.

Everything is asked of this text. So a name can change a question, but never make or remove one.
"""

from dataclasses import dataclass

from waterpas.reading.lexicon import Hit, find
from waterpas.reading.splitting import sentence_spans

NAMES = "set:names"
# A term such as *etnisch profileren* is no name of a group: it says what racism is.
KEPT = ("set:explains", "set:criticism")


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
    source: str

    def back(self, begin: int, end: int) -> tuple[int, int]:
        """Give the place in the text as it was written."""
        if self.places is None:
            return begin, end
        return self.places[begin], self.places[end - 1] + 1

    def sentence_back(self, begin: int, end: int, *, at: int) -> tuple[int, int]:
        """Give the sentence as it was written, with the names in it, that holds the place `at`.

        A sentence that began with a name may stand glued to the one before it in this text.
        """
        if self.places is None:
            return begin, end
        for start, stop in sentence_spans(self.source):
            if start <= self.places[at] < stop:
                return start, stop
        return self.back(begin, end)


def nameless(text: str) -> Nameless:
    """Take the names out of a text, and make each run of spaces one space."""
    hits = find(text)
    kept = [hit for hit in hits if hit.holder in KEPT]
    names = [hit for hit in hits if hit.holder == NAMES and not _within(hit, kept)]
    if not names and "  " not in text:
        return Nameless(text=text, hits=hits, names=[], written=None, places=None, source=text)
    places = _left(text, names)
    plain = "".join(text[place] for place in places)
    return Nameless(
        text=plain, hits=find(plain), names=names, written=hits, places=places, source=text
    )


def _within(hit: Hit, others: list[Hit]) -> bool:
    return any(
        other.start <= hit.start and hit.end <= other.end and hit[:2] != other[:2]
        for other in others
    )


def _left(text: str, names: list[Hit]) -> list[int]:
    out = {place for name in names for place in range(name.start, name.end)}
    left: list[int] = []
    for place, letter in enumerate(text):
        if place in out or (letter.isspace() and (not left or text[left[-1]].isspace())):
            continue
        left.append(place)
    return left
