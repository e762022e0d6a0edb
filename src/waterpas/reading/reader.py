"""Reads a document of any of the kinds, by what is in it; the name only has to agree."""

import hashlib
from pathlib import Path

from waterpas.reading import errors
from waterpas.reading.builder import MOST_CHARACTERS, Builder
from waterpas.reading.document import Document, Progress
from waterpas.reading.encodings import decoded, decoded_page
from waterpas.reading.kinds import Format, Source, as_source, kind_of, suffix_of
from waterpas.reading.language import looks_foreign
from waterpas.reading.plain import read_plain
from waterpas.results import Note
from waterpas.texts import mark

LARGEST_FILE = 512 << 20
LARGEST_TEXT = 4 * MOST_CHARACTERS
CHUNK = 1 << 20

# The number of pages, None when not known, and what the reader must know.
Read = tuple[int | None, tuple[Note, ...]]


def read(
    source: Path | bytes | str, *, name: str | None = None, progress: Progress | None = None
) -> Document:
    """Read a file (Path), an upload (bytes) or pasted text (str).

    Nothing is written, fetched or run. Raises `DocumentError` with one sentence: what is wrong
    with the document and how to mend it. `progress` hears how many pages of a PDF are done.
    """
    if isinstance(source, str):
        return _pasted(source, name or mark("De geplakte tekst"))
    if isinstance(source, bytes):
        if len(source) > LARGEST_FILE:
            raise errors.too_heavy(name or mark("Het document"), LARGEST_FILE)
        return _read(as_source(source, name or mark("Het document")), progress)
    called = name or source.name
    if not source.is_file():
        raise errors.not_there(called)
    try:
        if source.stat().st_size > LARGEST_FILE:
            raise errors.too_heavy(called, LARGEST_FILE)
        with source.open("rb") as file:
            return _read(Source(file, called, suffix_of(called), source), progress)
    except OSError as error:
        raise errors.no_access(called) from error


def _pasted(text: str, name: str) -> Document:
    _check_length(text, name)
    builder = Builder(name)
    read_plain(text, builder)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(builder, "text", digest, (None, ()))


def _check_length(text: str, name: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise errors.too_long(name, MOST_CHARACTERS)


def _read(source: Source, progress: Progress | None) -> Document:
    builder = Builder(source.name)
    kind = kind_of(source)
    digest = _sha256(source)
    return _document(builder, kind, digest, _blocks(kind, source, builder, progress))


def _blocks(kind: Format, source: Source, builder: Builder, progress: Progress | None) -> Read:
    """Let the reader of this kind fill the builder; each is loaded when it is first needed."""
    if kind == "docx":
        from waterpas.reading.docx import read_docx

        return read_docx(source, builder)
    if kind == "odt":
        from waterpas.reading.odt import read_odt

        return read_odt(source, builder)
    if kind == "pdf":
        from waterpas.reading.pdf import read_pdf

        return read_pdf(source, builder, progress)
    return _text(kind, source, builder)


def _text(kind: Format, source: Source, builder: Builder) -> Read:
    content = source.start(LARGEST_TEXT + 1)
    if len(content) > LARGEST_TEXT:
        raise errors.too_long(source.name, MOST_CHARACTERS)
    if kind == "html":
        from waterpas.reading.html_pages import read_html

        text, encoding = decoded_page(content, source.name)
        read_html(text, source.name, builder)
    else:
        text, encoding = decoded(content, source.name)
        _check_length(text, source.name)
        read_plain(text, builder)
    if kind == "html" or encoding.startswith("utf-8"):
        return None, ()
    spoken = encoding.upper().replace("WINDOWS", "Windows")
    return None, (Note("encoding", {"encoding": spoken}),)


def _sha256(source: Source) -> str:
    digest = hashlib.sha256()
    source.file.seek(0)
    while chunk := source.file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _document(builder: Builder, kind: str, digest: str, read: Read) -> Document:
    if not builder.blocks:
        raise errors.empty(builder.name)
    pages, notes = read
    document = Document(
        name=builder.name,
        format=kind,
        sha256=digest,
        blocks=tuple(builder.blocks),
        pages=pages,
        notes=notes,
    )
    if not looks_foreign(document.text):
        return document
    from dataclasses import replace

    return replace(document, notes=(Note("not-dutch"), *notes))
