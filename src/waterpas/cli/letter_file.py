"""A letter in a file, in the kind that the name of the file says."""

from collections.abc import Callable
from pathlib import Path

from waterpas.documents import Document
from waterpas.documents.errors import WriterMissing
from waterpas.documents.opendocument import odt
from waterpas.documents.pdf import pdf
from waterpas.documents.plain_text import text
from waterpas.documents.word import docx
from waterpas.errors import CallError
from waterpas.tallies.written import write_whole
from waterpas.texts import mark

WRITERS: dict[str, Callable[[Document], bytes]] = {
    ".txt": lambda document: text(document).encode(),
    ".odt": odt,
    ".docx": docx,
    ".pdf": pdf,
}


def write_letter(written: Document, output: Path) -> None:
    """Write the letter, whole or not at all. Raises CallError where this kind cannot be made."""
    write = WRITERS.get(output.suffix.lower())
    if write is None:
        raise CallError(
            mark("Een brief wordt geen '%(name)s'. Kies een naam op: %(kinds)s."),
            name=output.name,
            kinds=", ".join(WRITERS),
        )
    try:
        content = write(written)
    except WriterMissing as missing:
        raise CallError(
            mark(
                '%(kind)s kan hier nog niet. Doe eerst pip install "waterpas[reports]", of kies '
                "een naam op .txt."
            ),
            kind=missing.kind,
        ) from missing
    write_whole(output, content)
