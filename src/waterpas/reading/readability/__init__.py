"""How a document reads: help for the writer, never a mark of the policy."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from waterpas.reading.document import Block, Document
from waterpas.reading.passages import own_blocks
from waterpas.reading.readability.flesch import flesch_douma
from waterpas.reading.readability.hints import LONG_SENTENCE, hints
from waterpas.reading.readability.pieces import pieces
from waterpas.reading.readability.results import Hint, Readability
from waterpas.reading.readability.syllables import syllables
from waterpas.reading.splitting import Sentences
from waterpas.texts import Language, mark, translate

__all__ = ["Hint", "Readability", "flesch_douma", "readability", "readability_of", "syllables"]

TOO_FEW = 30  # words
MEANING = mark(
    "Flesch-Douma kijkt alleen naar de lengte van zinnen en woorden: hoe hoger, hoe korter. "
    "Het zegt niet of lezers de tekst begrijpen. Leg de tekst voor aan lezers."
)


def readability(document: Document, *, lang: Language = "nl") -> Readability:
    """Give the length of sentences and words, and the places that may be plainer."""
    own = ((position, block, Sentences(block.text)) for position, block in own_blocks(document))
    return readability_of(own, lang)


def readability_of(own: Iterable[tuple[int, Block, Sentences]], lang: Language) -> Readability:
    """As `readability`, of the writer's own blocks with their position and sentences."""
    found: list[Hint] = []
    count = sentences = parts = 0
    known = pieces().__getitem__
    for position, block, written in own:
        if block.kind in ("title", "heading"):
            continue
        for begin, end in written.spans():
            words, sounds, marked = zip(*map(known, block.text[begin:end].split()), strict=True)
            total, marks = sum(words), reduce(or_, marked)
            sentences += total > 0
            count += total
            parts += sum(sounds)
            if marks or total > LONG_SENTENCE:
                found += hints(position, block.text, begin, end, lang, words=total, marks=marks)
    return Readability(
        words=count,
        sentences=sentences,
        words_per_sentence=count / sentences if sentences else None,
        flesch_douma=_flesch(count, sentences, parts),
        meaning=translate(MEANING, lang),
        hints=tuple(found),
    )


def _flesch(words: int, sentences: int, parts: int) -> float | None:
    if words < TOO_FEW:
        return None
    return flesch_douma(words=words, sentences=sentences, syllables=parts)
