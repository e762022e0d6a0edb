"""Places in a sentence that may be written more plainly."""

from collections.abc import Iterator

from waterpas.reading.readability.pieces import (
    IS_LONG,
    IS_PARTICIPLE,
    IS_TO_BE,
    LONG_WORD,
    MAY_BE_PLAINER,
    PARTICIPLE,
    TO_BE,
    WORD,
)
from waterpas.reading.readability.plainer import alternatives, automaton
from waterpas.reading.readability.results import Hint, HintKind
from waterpas.texts import Language, mark, translate

LONG_SENTENCE = 25  # words; ours: half again as much as the fifteen that we advise
SPLIT = mark("Deze zin heeft %(count)s woorden. Maak er twee of drie van.")
WHO = mark("Wie doet dit? Noem die persoon of dienst, en maak de zin actief.")
CUT = mark("Dit is een lang woord. Kan het korter, of in twee woorden?")
RATHER = mark("Schrijf liever: %(word)s.")


def hints(
    block: int, text: str, begin: int, end: int, lang: Language, *, words: int, marks: int
) -> Iterator[Hint]:
    """Give the hints for one sentence of a block, of which the words and marks are known."""

    def hint(kind: HintKind, start: int, stop: int, advice: str) -> Hint:
        return Hint(
            kind=kind, block=block, start=start, end=stop, words=text[start:stop], advice=advice
        )

    if words > LONG_SENTENCE:
        yield hint("long-sentence", begin, end, translate(SPLIT, lang) % {"count": words})
    if marks & IS_TO_BE and marks & IS_PARTICIPLE and (passive := _passive(text, begin, end)):
        yield hint("passive", *passive, translate(WHO, lang))
    if marks & IS_LONG:
        for word in WORD.finditer(text, begin, end):
            if len(word.group()) >= LONG_WORD:
                yield hint("long-word", *word.span(), translate(CUT, lang))
    if marks & MAY_BE_PLAINER:
        for found in automaton().find(text[begin:end]):
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
    raw = alternatives()[word]
    if "rather" in raw:
        return "plainer-word", start, end, translate(RATHER, lang) % {"word": raw["rather"]}
    advice: str = raw["advice"][lang]
    return "name-of-group", start, end, advice
