"""Reads the text layer of a PDF, page by page, with the reader that Chromium uses."""

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from waterpas.reading import errors
from waterpas.reading.builder import MOST_CHARACTERS, Builder
from waterpas.reading.document import Progress
from waterpas.reading.kinds import Source
from waterpas.reading.pdf_lines import Line, lines_of
from waterpas.reading.pdf_paragraphs import write
from waterpas.reading.pdf_running import without_running_lines
from waterpas.results import Note

# The library under it may be called by one thread at a time.
ONE_AT_A_TIME = threading.Lock()
WRONG_PASSWORD = 4
FEW_CHARACTERS = 30  # a page with less is a blank one, or a picture with a stamp on it
UNREADABLE = 0.1
MOST_NAMED = 12


@dataclass(slots=True)
class _Pages:
    """All lines of a document, and which pages had trouble."""

    lines: list[list[Line]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    characters: int = 0
    unreadable: int = 0


def read_pdf(
    source: Source, builder: Builder, progress: Progress | None
) -> tuple[int, tuple[Note, ...]]:
    """Put the blocks in the builder; give the number of pages and the notes."""
    with ONE_AT_A_TIME:
        pages = _read(source, progress)
    total = len(pages.lines)
    if len(pages.broken) == total:
        raise errors.damaged(source.name)
    if pages.pictures and not any(map(_has_text, pages.lines)):
        raise errors.scanned(source.name, total)
    kept, running = without_running_lines(pages.lines)
    write(kept, builder)
    return total, tuple(_said(pages, running))


def _read(source: Source, progress: Progress | None) -> _Pages:
    pages = _Pages()
    with closing(_open(source)) as document:
        total = len(document)
        for number in range(1, total + 1):
            _page(document, number, pages)
            if pages.characters > MOST_CHARACTERS:
                raise errors.too_long(source.name, MOST_CHARACTERS)
            if progress:
                progress("pages", number, total)
    return pages


def _open(source: Source) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(source.path or source.everything())
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == WRONG_PASSWORD:
            raise errors.locked(source.name) from error
        raise errors.damaged(source.name) from error
    if len(document) == 0:
        document.close()
        raise errors.damaged(source.name)
    return document


def _page(document: pypdfium2.PdfDocument, number: int, pages: _Pages) -> None:
    pages.lines.append([])
    try:
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
            pages.lines[-1] = lines_of(text, number, page.get_height())
            if not _has_text(pages.lines[-1]) and _has_picture(page):
                pages.pictures.append(number)
    except pypdfium2.PdfiumError:
        pages.broken.append(number)
    for line in pages.lines[-1]:
        pages.characters += len(line.text)
        pages.unreadable += sum(map(_is_unreadable, line.text)) if not line.text.isascii() else 0


def _has_text(lines: list[Line]) -> bool:
    return sum(len(line.text) for line in lines) >= FEW_CHARACTERS


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    found = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return next(iter(found), None) is not None


def _is_unreadable(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff"


def _said(pages: _Pages, running: list[str]) -> Iterator[Note]:
    if running:
        shown = ", ".join(f"'{line}'" for line in running[:4])
        yield Note("running-lines-left-out", {"lines": shown})
    if pages.pictures:
        yield Note("pages-without-text", {"pages": _listed(pages.pictures)})
    if pages.broken:
        yield Note("pages-not-read", {"pages": _listed(pages.broken)})
    if pages.unreadable > UNREADABLE * max(pages.characters, 1):
        yield Note("unreadable-characters")


def _listed(numbers: list[int]) -> str:
    """Page numbers as people write them: "2, 5-9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["-".join(map(str, run)) for run in runs[:MOST_NAMED]]
    return ", ".join(shown) + (" …" if len(runs) > MOST_NAMED else "")
