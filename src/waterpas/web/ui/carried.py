"""A file that somebody handed in, carried from page to page and kept nowhere."""

import os
from base64 import b85decode, b85encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core import signing

from waterpas.errors import InputError
from waterpas.texts import mark

SALT = "waterpas.carried"
LARGEST = 50_000_000  # bytes: no file above this is taken in, on whatever page
LONGEST_NAME = 120  # bytes; a file system takes 255


@dataclass(frozen=True, slots=True)
class Carried:
    """The name and the bytes of a file, and what was taken out of another file beside it."""

    name: str
    content: bytes
    beside: bytes = b""

    def packed(self) -> str:
        """As a signed text, for a hidden field of a form."""
        plain = {"name": self.name, "content": b85encode(self.content).decode("ascii")}
        return signing.dumps(plain, salt=SALT, compress=True)


def unpacked(text: str) -> Carried:
    """The file out of a hidden field; refuses what we did not sign."""
    try:
        plain = signing.loads(text, salt=SALT)
    except signing.BadSignature as error:
        raise InputError(mark("Het bestand is onderweg kwijtgeraakt. Kies het opnieuw.")) from error
    return Carried(plain["name"], b85decode(plain["content"]))


@contextmanager
def in_memory(file: Carried) -> Iterator[Path]:
    """The file under a path that the readers of the library can open, in memory only.

    The bytes are in memory of this process; the folder holds nothing but a link to it.
    """
    if not hasattr(os, "memfd_create"):
        raise InputError(mark("Een bestand inlezen kan alleen op een server met Linux."))
    handle = os.memfd_create("waterpas")
    try:
        with os.fdopen(handle, "wb", closefd=False) as memory:
            memory.write(file.content)
        with TemporaryDirectory(prefix="waterpas-") as folder:
            link = Path(folder) / safe_name(file.name)
            link.symlink_to(f"/proc/{os.getpid()}/fd/{handle}")
            yield link
    finally:
        os.close(handle)


def safe_name(name: str) -> str:
    """A name that every file system takes, with the same ending; no folders, not too long."""
    printable = "".join(char for char in name if char.isprintable()).replace("\\", "/")
    plain = Path(printable).name.lstrip(".")
    stem, suffix = Path(plain).stem, Path(plain).suffix[:10]
    short = stem.encode("utf-8", "ignore")[:LONGEST_NAME].decode("utf-8", "ignore")
    return f"{short or 'bestand'}{suffix}"
