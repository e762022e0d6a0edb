"""Reads the documents of one call, one after the other."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from waterpas.reading import Document, DocumentError, Reading, cards, errors, read
from waterpas.reading.document import Progress
from waterpas.reading.folders.listing import shown
from waterpas.reading.reader import LARGEST_TEXT
from waterpas.reading.results import View
from waterpas.texts import Language, mark, translate

STDIN = Path("-")
PASTED = mark("De geplakte tekst")


@dataclass(slots=True)
class One:
    """A document with its questions; `also` are the names of files that are the same."""

    document: Document
    reading: Reading
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file that could not be read, and why, in words."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """All documents of a call, in the order of the call."""

    view: View
    documents: tuple[One, ...]
    not_read: tuple[NotRead, ...]


def gather(
    sources: Sequence[Path],
    *,
    view: View,
    lang: Language,
    progress: Progress,
    complain: Callable[[str], None],
) -> Gathered:
    """Read each document; what is wrong with one is said at once, and does not stop the rest."""
    found: dict[str, One] = {}
    not_read = []
    for source in sources:
        name = _name(source, lang)
        try:
            document = _document(source, name, progress)
        except DocumentError as error:
            not_read.append(NotRead(name, error.text(lang)))
            complain(not_read[-1].why)
            continue
        if document.sha256 in found:
            found[document.sha256].also.append(name)
        else:
            reading = cards(document, view=view, lang=lang)
            found[document.sha256] = One(document, reading)
    return Gathered(view, tuple(found.values()), tuple(not_read))


def _name(source: Path, lang: Language) -> str:
    return translate(PASTED, lang) if source == STDIN else shown(source.name)


def _document(source: Path, name: str, progress: Progress) -> Document:
    if source == STDIN:
        return read(_bounded(iter(lambda: sys.stdin.buffer.read(1 << 20), b""), name), name=name)
    if source.exists() and not source.is_file():
        with source.open("rb") as stream:  # what a shell hands over: read <(command)
            return read(_bounded(iter(lambda: stream.read(1 << 20), b""), name), name=name)
    return read(source, name=name, progress=progress)


def _bounded(pieces: Iterator[bytes], name: str) -> bytes:
    """What flows in, as far as it fits in memory."""
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > LARGEST_TEXT:
            raise errors.too_heavy(name, LARGEST_TEXT)
    return bytes(content)
