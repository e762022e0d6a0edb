"""Bytes of text files: their fingerprint, their encoding, and a copy in UTF-8 where needed."""

import codecs
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from waterpas.errors import InputError
from waterpas.tallies.private import reachable
from waterpas.tallies.table import Progress
from waterpas.texts import mark

CHUNK = 1 << 20
MOSTLY, SELDOM = 0.7, 0.05  # shares of zero bytes in UTF-16 of Western text
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Control characters that no text has; tab, line ends and the old end-of-file mark are not in it.
RUBBISH = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a"})


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What one reading of the bytes tells: sha256, encoding, and whether line ends are mixed."""

    sha256: str
    encoding: str
    mixed_ends: bool


def fingerprint(path: Path, *, progress: Progress | None = None) -> Fingerprint:
    """Read all bytes once: hash them, and find out which encoding they are in."""
    total, done, crlf, lf = path.stat().st_size, 0, 0, 0
    digest, watch, last = hashlib.sha256(), _Watch(path.name, _first_bytes(path)), b""
    for chunk in _chunks(path):
        digest.update(chunk)
        watch.see(chunk)
        crlf += (last + chunk).count(b"\r\n")
        lf += chunk.count(b"\n")
        last, done = chunk[-1:] if chunk.endswith(b"\r") else b"", done + len(chunk)
        if progress:
            progress("fingerprint", done, total)
    return Fingerprint(digest.hexdigest(), watch.encoding(), 0 < crlf < lf)


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4096)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


class _Watch:
    """Watches bytes go by: whether they are UTF-8, and whether they are text at all."""

    def __init__(self, name: str, start: bytes) -> None:
        self.name = name
        self.bom = next((code for bom, code in BOMS if start.startswith(bom)), None)
        self.bom = self.bom or _utf16_without_bom(start)
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.is_utf8 = True

    def see(self, chunk: bytes) -> None:
        if self.bom and self.bom.startswith("utf-16"):
            return
        if len(chunk.translate(None, RUBBISH)) < len(chunk):
            raise not_text(self.name)
        if self.is_utf8:
            try:
                self.decoder.decode(chunk)
            except UnicodeDecodeError:
                self.is_utf8 = False

    def encoding(self) -> str:
        if self.bom and self.bom.startswith("utf-16"):
            return self.bom
        try:
            self.decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            self.is_utf8 = False
        return (self.bom or "utf-8") if self.is_utf8 else "windows-1252"


def _utf16_without_bom(start: bytes) -> str | None:
    half = len(start) // 2
    if half < 4:
        return None
    even, odd = start[0::2].count(0) / half, start[1::2].count(0) / half
    if max(even, odd) < MOSTLY or min(even, odd) > SELDOM:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


@contextmanager
def as_utf8(path: Path, seen: Fingerprint, folder: Path) -> Iterator[Path]:
    """The file itself when the engine can read it, else a private copy in UTF-8.

    DuckDB refuses Windows-1252, reads UTF-16 with the high byte first as an empty table, and does
    not take two kinds of line ends in one file.
    """
    if seen.encoding in {"utf-8", "utf-8-sig"} and not seen.mixed_ends:
        yield reachable(path, folder)
        return
    copy = folder / "source-utf8.csv"
    try:
        with (
            path.open(encoding=seen.encoding) as text,
            copy.open("w", encoding="utf-8", newline="") as to,
        ):
            while piece := text.read(CHUNK):
                to.write(piece)
        yield copy
    except UnicodeDecodeError as error:
        raise not_text(path.name) from error
    finally:
        copy.unlink(missing_ok=True)


def not_text(name: str) -> InputError:
    """The error for bytes that are no text."""
    return InputError(
        mark(
            "%(source)s bevat tekens die in een tekstbestand niet voorkomen. Bewaar de tabel "
            "opnieuw als CSV (UTF-8)."
        ),
        source=name,
    )


def sha256_of(path: Path, *, progress: Progress | None = None) -> str:
    """The fingerprint of the bytes of a file."""
    total, done, digest = path.stat().st_size, 0, hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
        done += len(chunk)
        if progress:
            progress("fingerprint", done, total)
    return digest.hexdigest()
