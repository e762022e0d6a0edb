"""A document that was read: blocks of text in order, each with an address a person can find."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from waterpas.results import Note
from waterpas.texts import Language, mark, translate

Kind = Literal["title", "heading", "paragraph", "item", "cell", "footnote", "quote"]

# Called with what is being done, how far it is, and out of how much (None: not known).
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where in a table: which table of the document, which row, which column, all from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, item, cell or note. `number` is its place, from 1.

    `under` are the headings above it, the highest first. `is_contents`: a table of contents or a
    list of sources, in which no passage is looked for. Hard line ends stay in the text.
    """

    kind: Kind
    text: str
    level: int | None = None
    page: int | None = None
    number: int
    under: tuple[str, ...] = ()
    is_contents: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read: the blocks, and the notes a reader must see beside them.

    `pages` is None when the document does not say where its pages end.
    """

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    pages: int | None
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """All text, with an empty line between the blocks."""
        return "\n\n".join(block.text for block in self.blocks)

    def place_of(self, block: Block, lang: Language = "nl") -> str:
        """Where a block stands, in words: "blz. 4, onder 'Toezicht', alinea 12"."""
        return place_of(block, lang)


def place_of(block: Block, lang: Language = "nl") -> str:
    """Where a block stands, in words; it needs the address of the block and not its text."""
    parts = []
    if block.page is not None:
        parts.append(translate(mark("blz. %(page)s"), lang) % {"page": block.page})
    if block.under:
        under = translate(mark("onder '%(heading)s'"), lang)
        parts.append(under % {"heading": _short(block.under[-1])})
    return ", ".join([*parts, _own_place(block, lang)])


def _own_place(block: Block, lang: Language) -> str:
    if block.cell is not None:
        place = translate(mark("tabel %(table)s, rij %(row)s, kolom %(column)s"), lang)
        cell = block.cell
        return place % {"table": cell.table, "row": cell.row, "column": cell.column}
    named = {
        "title": mark("titel, alinea %(number)s"),
        "heading": mark("kop, alinea %(number)s"),
        "footnote": mark("voetnoot, alinea %(number)s"),
    }
    place = translate(named.get(block.kind, mark("alinea %(number)s")), lang)
    return place % {"number": block.number}


def _short(heading: str, most: int = 60) -> str:
    line = " ".join(heading.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
