"""A document as blocks of text, each with its place."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "paragraph", "item", "cell", "footnote", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of text that stands by itself, with the headings it stands under."""

    kind: Kind
    text: str
    level: int | None = None
    page: int | None = None
    number: str | None = None
    under: tuple[str, ...] = ()
    is_contents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read, in reading order."""

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    notes: tuple[str, ...] = ()
