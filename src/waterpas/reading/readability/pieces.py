"""What counts in a piece of text between white characters; each piece is looked at once."""

import re
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from waterpas.reading.lexicon.lowered import lowered
from waterpas.reading.lexicon.remembered import Remembered
from waterpas.reading.readability.plainer import alternatives
from waterpas.reading.readability.syllables import syllables

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONG_WORD = 20  # letters
TO_BE = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
PARTICIPLE = re.compile(
    r"\b(?:(?:aan|af|be|bij|door|her|in|mee|na|om|on|ont|op|over|toe|tegen|uit|ver|voor|vast)?ge\w{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her|er)\w{3,}(?:d|t))\b",
    re.IGNORECASE,
)
# Marks that ask for a closer look at the sentence; no mark, nothing to find.
IS_TO_BE, IS_PARTICIPLE, IS_LONG, MAY_BE_PLAINER = 1, 2, 4, 8


class Piece(NamedTuple):
    """How many words and syllables a piece has, and its marks together."""

    words: int
    syllables: int
    marks: int


@cache
def pieces() -> Remembered[str, Piece]:
    """Give what is known of each piece."""
    return Remembered(_look)


def _look(text: str) -> Piece:
    words = [word.lower() for word in WORD.findall(text)]
    return Piece(len(words), sum(map(syllables, words)), _marks(text, words))


def _marks(text: str, words: list[str]) -> int:
    marks = IS_TO_BE if TO_BE.search(text) else 0
    marks |= IS_PARTICIPLE if PARTICIPLE.search(text) else 0
    marks |= IS_LONG if any(len(word) >= LONG_WORD for word in words) else 0
    return marks | (MAY_BE_PLAINER if _may_be_plainer(lowered(text)) else 0)


def _may_be_plainer(low: str) -> bool:
    return next(_parts().iter(low), None) is not None


@cache
def _parts() -> Any:
    """Of each plainer word or phrase its longest part: where that is not, the phrase is not."""
    automaton = ahocorasick.Automaton()
    for phrase in alternatives():
        part = max(lowered(phrase).split(" "), key=len)
        automaton.add_word(part, part)
    automaton.make_automaton()
    return automaton
