"""Which blocks of a document are the text of its writer, and which stretches are quoted."""

import re
from collections.abc import Iterator
from functools import lru_cache

from waterpas.reading.document import Block, Document

REFERENCES = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?:bronnen|bronvermelding|bronnenlijst|literatuur|literatuurlijst"
    r"|geraadpleegde (?:bronnen|literatuur)|referenties|verwijzingen|noten|eindnoten)\W*$",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"“[^”]{1,600}”|„[^”“]{1,600}[”“]|«[^»]{1,600}»|‘[^’]{1,300}’(?!\w)"
    r"|\"[^\"\n]{1,600}\"|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
OPENS = re.compile("[“„«‘\"']")
# One or two words between quotation marks are the writer's own, with a wink: a 'klik'.
WORDS_OF_A_QUOTE = 4


def own_blocks(document: Document) -> Iterator[tuple[int, Block]]:
    """Give the blocks that are the writer's own text, with their position.

    Left out are quotations, tables of contents, and everything under a heading such as Bronnen.
    """
    for position, block in enumerate(document.blocks):
        if block.kind == "quote" or block.is_contents or _is_reference(block):
            continue
        yield position, block


def _is_reference(block: Block) -> bool:
    headings = (*block.under, block.text) if block.kind in ("title", "heading") else block.under
    return any(map(_names_references, headings))


@lru_cache(maxsize=1_000)
def _names_references(heading: str) -> bool:
    return REFERENCES.match(heading) is not None


def quoted(text: str) -> list[tuple[int, int]]:
    """Give the begin and end of each quotation of four words or more."""
    if not OPENS.search(text):
        return []
    return [
        found.span()
        for found in QUOTED.finditer(text)
        if len(found.group().split()) >= WORDS_OF_A_QUOTE
    ]
