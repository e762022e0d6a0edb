"""Texts for the tests of reading."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from waterpas.reading import Block, Document

PASSAGES = Path(__file__).parent / "statistics" / "passages"


def document(*texts: str, kind: str = "paragraph", under: tuple[str, ...] = ()) -> Document:
    """A document of passages, one for each text."""
    blocks = tuple(Block(kind=kind, text=text, under=under) for text in texts)
    return Document(name="proef", format="txt", sha256="", blocks=blocks)


def development() -> list[dict]:
    """The labelled sentences with which the lexicon was tuned."""
    path = PASSAGES / "development.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))["passages"]


def from_markdown(text: str) -> Document:
    """A document out of headings, items and paragraphs."""
    return Document(name="tekst", format="md", sha256="", blocks=tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    under: tuple[str, ...] = ()
    for line in filter(None, map(str.strip, text.splitlines())):
        if heading := re.match(r"(#+)\s+(.*)", line):
            under = under[: len(heading[1]) - 1]
            yield Block(kind="heading", text=heading[2], under=under)
            under = (*under, heading[2])
        elif item := re.match(r"[-*]\s+(.*)", line):
            yield Block(kind="item", text=item[1], under=under)
        else:
            yield Block(kind="paragraph", text=line, under=under)
