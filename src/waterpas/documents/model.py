"""What a document is made of."""

from dataclasses import dataclass

from waterpas.texts import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of the document is level 1, so this is 2 or deeper."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line breaks inside it are kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what belongs to them, in order; a name is never empty."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row is as long as the header."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Facts | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A title, what comes under it, and the language that it is written in."""

    title: str
    lang: Language
    blocks: tuple[Block, ...]
