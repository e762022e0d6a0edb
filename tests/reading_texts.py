"""Texts for the tests of reading."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from waterpas.reading import Block, Document, Kind

PASSAGES = Path(__file__).parent / "statistics" / "passages"


def document(*texts: str, kind: Kind = "paragraph", under: tuple[str, ...] = ()) -> Document:
    """A document of passages, one for each text."""
    blocks = (
        Block(kind=kind, number=number, text=text, under=under)
        for number, text in enumerate(texts, 1)
    )
    return _of("proef", blocks)


def _of(name: str, blocks: Iterable[Block]) -> Document:
    return Document(name=name, format="txt", sha256="", blocks=tuple(blocks), pages=None, notes=())


def development() -> list[dict[str, Any]]:
    """The labelled sentences with which the lexicon was tuned."""
    path = PASSAGES / "development.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["passages"]
    return found


def development_2() -> list[dict[str, Any]]:
    """The second labelled set: partly for tuning, partly only measured."""
    path = PASSAGES / "development_2.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["passages"]
    return found


def held_out() -> list[dict[str, Any]]:
    """The labelled passages that measure the lexicon; never to be used for making it better.

    `writer` says which of two people wrote it, each without having seen the lexicon.
    """
    return [
        one | {"writer": writer}
        for writer, name in enumerate(("held_out.yaml", "held_out_2.yaml"), 1)
        for one in yaml.safe_load((PASSAGES / name).read_text(encoding="utf-8"))
    ]


def from_markdown(text: str) -> Document:
    """A document out of headings, items and paragraphs."""
    return _of("tekst", _blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    under: tuple[str, ...] = ()
    lines = filter(None, map(str.strip, text.splitlines()))
    for number, line in enumerate(lines, 1):
        if heading := re.match(r"(#+)\s+(.*)", line):
            under = under[: len(heading[1]) - 1]
            yield Block(kind="heading", number=number, text=heading[2], under=under)
            under = (*under, heading[2])
        elif item := re.match(r"[-*]\s+(.*)", line):
            yield Block(kind="item", number=number, text=item[1], under=under)
        else:
            yield Block(kind="paragraph", number=number, text=line, under=under)
