"""Places in a sentence that may be written more plainly."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from waterpas.reading.lexicon.literals import Automaton
from waterpas.reading.lexicon.loader import read
from waterpas.reading.readability.results import Hint, HintKind
from waterpas.texts import Language, mark, translate

LONG_SENTENCE = 25  # words; ours: half again as much as the fifteen that we advise
LONG_WORD = 20  # letters
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
TO_BE = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
PARTICIPLE = re.compile(
    r"\b(?:(?:aan|af|be|bij|door|her|in|mee|na|om|on|ont|op|over|toe|tegen|uit|ver|voor|vast)?ge\w{2,}(?:d|t|en)"
    r"|(?:be|ver|ont|her|er)\w{3,}(?:d|t))\b",
    re.IGNORECASE,
)
SPLIT = mark("Deze zin heeft %(count)s woorden. Maak er twee of drie van.")
WHO = mark("Wie doet dit? Noem die persoon of dienst, en maak de zin actief.")
CUT = mark("Dit is een lang woord. Kan het korter, of in twee woorden?")
RATHER = mark("Schrijf liever: %(word)s.")


def hints(block: int, text: str, begin: int, end: int, lang: Language) -> Iterator[Hint]:
    """Give the hints for one sentence of a block."""

    def hint(kind: HintKind, start: int, stop: int, advice: str) -> Hint:
        return Hint(
            kind=kind, block=block, start=start, end=stop, words=text[start:stop], advice=advice
        )

    words = list(WORD.finditer(text, begin, end))
    if len(words) > LONG_SENTENCE:
        advice = translate(SPLIT, lang) % {"count": len(words)}
        yield hint("long-sentence", begin, end, advice)
    if passive := _passive(text, begin, end):
        yield hint("passive", *passive, translate(WHO, lang))
    for word in words:
        if len(word.group()) >= LONG_WORD:
            yield hint("long-word", *word.span(), translate(CUT, lang))
    for found in _automaton().find(text[begin:end]):
        yield hint(*_plainer(found.word, begin + found.start, begin + found.end, lang))


def _passive(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Find *worden* and a participle; a sentence with *door* names who does it."""
    to_be = TO_BE.search(text, begin, end)
    participle = PARTICIPLE.search(text, begin, end)
    if not to_be or not participle or to_be.span() == participle.span():
        return None
    places = sorted([to_be.span(), participle.span()])
    return places[0][0], places[1][1]


def _plainer(word: str, start: int, end: int, lang: Language) -> tuple[HintKind, int, int, str]:
    raw = _alternatives()[word]
    if "rather" in raw:
        return "plainer-word", start, end, translate(RATHER, lang) % {"word": raw["rather"]}
    advice: str = raw["advice"][lang]
    return "name-of-group", start, end, advice


@cache
def _alternatives() -> dict[str, dict[str, Any]]:
    data = read("plain.yaml")
    found: dict[str, dict[str, Any]] = {
        word: {"rather": rather} for word, rather in data["plainer"].items()
    }
    for name in data["names_of_groups"]:
        found |= {word: {"advice": name["advice"]} for word in name["words"]}
    return found


@cache
def _automaton() -> Automaton:
    return Automaton(_alternatives())
