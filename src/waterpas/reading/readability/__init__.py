"""How a document reads: help for the writer, never a mark of the policy."""

from waterpas.reading.document import Document
from waterpas.reading.passages import own_blocks
from waterpas.reading.readability.flesch import flesch_douma
from waterpas.reading.readability.hints import WORD, hints
from waterpas.reading.readability.results import Hint, Readability
from waterpas.reading.readability.syllables import syllables
from waterpas.reading.splitting import sentence_spans
from waterpas.texts import Language, mark, translate

__all__ = ["Hint", "Readability", "flesch_douma", "readability", "syllables"]

TOO_FEW = 30  # words
MEANING = mark(
    "Flesch-Douma kijkt alleen naar de lengte van zinnen en woorden: hoe hoger, hoe korter. "
    "Het zegt niet of lezers de tekst begrijpen. Leg de tekst voor aan lezers."
)


def readability(document: Document, *, lang: Language = "nl") -> Readability:
    """Give the length of sentences and words, and the places that may be plainer."""
    found: list[Hint] = []
    count = sentences = parts = 0
    for position, block in own_blocks(document):
        if block.kind in ("title", "heading"):
            continue
        for begin, end in sentence_spans(block.text):
            words = [word.group().lower() for word in WORD.finditer(block.text, begin, end)]
            sentences += bool(words)
            count += len(words)
            parts += sum(map(syllables, words))
            found += hints(position, block.text, begin, end, lang)
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
