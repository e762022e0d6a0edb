"""Makes blocks out of what a reader finds: numbers them, and puts them under their headings."""

import re
from dataclasses import replace

from waterpas.reading.document import Block, Cell, Kind
from waterpas.reading.errors import too_long

MOST_CHARACTERS = 20_000_000
NO_LEVEL = 10  # a heading of unknown level stands below all others
SPACES = re.compile(r"[^\S\n]+")
AROUND_LINE_END = re.compile(r" ?\n\s*")
# Soft hyphens, zero-width marks, and what no text has.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
LISTS_OF_SOURCES = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+|bijlage\s+\w+[:.]?\s+)?"
    r"(inhoud(sopgave)?|bronnen|bronvermelding|bronnenlijst|literatuur(lijst)?|"
    r"geraadpleegde (bronnen|literatuur)|referenties|bibliografie)\W*",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """The text with single spaces and without invisible signs; hard line ends stay."""
    text = INVISIBLE.sub("", text)
    return AROUND_LINE_END.sub("\n", SPACES.sub(" ", text)).strip()


class Builder:
    """Collects blocks in order. Refuses a document that is too long."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self._characters = 0
        self._above: list[tuple[int, str]] = []
        self._contents_below: int | None = None

    def add(
        self,
        kind: Kind,
        text: str,
        *,
        level: int | None = None,
        page: int | None = None,
        is_contents: bool = False,
        cell: Cell | None = None,
    ) -> None:
        """Put a block at the end; a text without anything in it is not a block."""
        text = tidy(text)
        if not text:
            return
        self._count(len(text))
        if kind == "heading":
            self._close(level or NO_LEVEL)
        block = Block(
            kind=kind,
            text=text,
            level=level,
            page=page,
            number=len(self.blocks) + 1,
            under=tuple(heading for _, heading in self._above),
            is_contents=is_contents or self._contents_below is not None,
            cell=cell,
        )
        self.blocks.append(block)
        if kind == "heading":
            self._open(level or NO_LEVEL, text, is_contents)

    def without_pages(self) -> None:
        """Take the page numbers away again: the document turned out not to know them."""
        self.blocks = [replace(block, page=None) for block in self.blocks]

    def _count(self, characters: int) -> None:
        self._characters += characters
        if self._characters > MOST_CHARACTERS:
            raise too_long(self.name, MOST_CHARACTERS)

    def _close(self, level: int) -> None:
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        if self._contents_below is not None and level <= self._contents_below:
            self._contents_below = None

    def _open(self, level: int, text: str, is_contents: bool) -> None:
        if is_contents:  # a line of a table of contents, not a heading of the text
            return
        self._above.append((level, text))
        if self._contents_below is None and LISTS_OF_SOURCES.fullmatch(text):
            self._contents_below = level
