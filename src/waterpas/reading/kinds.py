"""What kind of document the bytes are, whatever the name says; and whether the name agrees."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from waterpas.reading import errors

Format = Literal["docx", "odt", "pdf", "html", "txt"]
SUFFIXES: dict[str, Format] = {
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".txt": "txt",
    ".md": "txt",
}
NAMES: dict[Format, str] = {
    "docx": "Word (.docx)",
    "odt": "OpenDocument (.odt)",
    "pdf": "PDF",
    "html": "HTML",
    "txt": "TXT",
}
# How files of other kinds begin, and what they are called in a sentence.
OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"PAR1", "Parquet"),
)
OLE = b"\xd0\xcf\x11\xe0"
PAGE = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html)\b", re.I | re.S
)
START = 4096
ODT = b"application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a document and the name to call it by; `file` can be read and sought in."""

    file: BinaryIO
    name: str
    suffix: str
    path: Path | None = None

    def start(self, size: int = START) -> bytes:
        """The first bytes."""
        self.file.seek(0)
        return self.file.read(size)

    def everything(self) -> bytes:
        """All bytes."""
        return self.start(-1)


def as_source(content: bytes, name: str) -> Source:
    """Bytes in memory, as a source."""
    return Source(io.BytesIO(content), name, suffix_of(name))


def suffix_of(name: str) -> str:
    """The end of a name that says of what kind it is: ".docx", or nothing."""
    found = re.search(r"\.[A-Za-z0-9]{1,8}$", name)
    return found.group().lower() if found else ""


def kind_of(source: Source) -> Format:
    """The kind of document, or the error that says why it is none."""
    start = source.start()
    if not start:
        raise errors.empty(source.name)
    found = _found(source, start)
    said = SUFFIXES.get(source.suffix)
    if said == found or not source.suffix or (said is None and found in {"docx", "odt", "pdf"}):
        return found
    if said is None:
        raise errors.unknown_kind(source.name)
    if {said, found} == {"html", "txt"}:
        return said  # a page may begin with anything, and a text may hold a page
    if found == "txt":
        raise errors.damaged(source.name)
    raise errors.misnamed(source.name, source.suffix, NAMES[found])


def _found(source: Source, start: bytes) -> Format:
    if start.startswith(b"PK\x03\x04"):
        return _package(source)
    if start.startswith(OLE):
        raise _office_97(source)
    if b"%PDF-" in start[:1024]:
        return "pdf"
    for magic, kind in OTHERS:
        if start.startswith(magic):
            raise _other(source, kind)
    return "html" if PAGE.match(start.removeprefix(b"\xef\xbb\xbf")) else "txt"


def _other(source: Source, kind: str) -> errors.DocumentError:
    if source.suffix in SUFFIXES:
        return errors.misnamed(source.name, source.suffix, kind)
    return errors.unknown_kind(source.name)


def _package(source: Source) -> Format:
    try:
        source.file.seek(0)
        with zipfile.ZipFile(source.file) as package:
            names = set(package.namelist())
            if "content.xml" in names and "mimetype" in names:
                with package.open("mimetype") as file:
                    if file.read(len(ODT) + 1).rstrip() in {ODT, ODT + b"-"}:
                        return "odt"
            elif "[Content_Types].xml" in names and any(n.startswith("word/") for n in names):
                return "docx"
    except errors.DocumentError:
        raise
    except RuntimeError as error:  # a zip with a password of its own
        raise errors.locked(source.name) from error
    except Exception as error:  # a broken zip raises whatever its library stumbles over
        raise errors.damaged(source.name) from error
    raise _other(source, "ZIP")


def _office_97(source: Source) -> errors.DocumentError:
    """A container of Office 97: an old document, or a new one with a password inside."""
    content = source.everything()
    if "EncryptedPackage".encode("utf-16-le") in content:
        return errors.locked(source.name)
    if "WordDocument".encode("utf-16-le") in content:
        return errors.old_word(source.name)
    return _other(source, "Microsoft Office 97-2003")
