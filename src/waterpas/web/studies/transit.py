"""An upload on its way between two pages: encrypted on disk, with its key only in the page.

What is on disk cannot be read by anybody, not by us either, until somebody sends the page on. It
is removed when the study is done with it or stops, when the guard stops it, when somebody takes
another table, after two hours, and when the server starts.
"""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import signing
from django.utils import timezone

from waterpas.errors import InputError
from waterpas.texts import mark
from waterpas.web.ui.carried import LARGEST, Carried, in_memory

KEPT = timedelta(hours=2)
NONCE = 12
_signer = signing.TimestampSigner(salt="waterpas.transit")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What gives the file back: for a hidden field of a page that nobody stores."""

    token: str


def put(name: str, content: bytes, *, beside: bytes = b"", owner: int = 0) -> Ticket:
    """Encrypt a file, with what goes beside it, and let it wait for `owner`; refuses one above
    50 MB."""
    if len(content) > LARGEST:
        raise InputError(
            mark("%(source)s is groter dan 50 MB. Bewaar alleen de kolommen die u nodig hebt."),
            source=name,
        )
    sweep(timezone.now())
    number, key = f"{owner}-{secrets.token_hex(16)}", AESGCM.generate_key(256)
    _write(number, _encrypted(number, key, Carried(name, content, beside)))
    return Ticket(_signer.sign(f"{number}.{urlsafe_b64encode(key).decode('ascii')}"))


def take(token: str) -> Carried:
    """The file that belongs to a ticket; it keeps waiting until it is dropped."""
    try:
        number, key = _opened(token, max_age=KEPT)
        return _decrypted(number, key, (_folder() / number).read_bytes())
    except (signing.BadSignature, OSError, InvalidTag, ValueError) as error:
        raise InputError(
            mark(
                "Het bestand is er niet meer: Waterpas bewaart het hoogstens twee uur. Kies het "
                "opnieuw."
            )
        ) from error


def drop(token: str) -> None:
    """Remove the file that belongs to a ticket; one that is gone already is fine."""
    try:
        number, _key = _opened(token, max_age=None)
    except signing.BadSignature:
        return
    (_folder() / number).unlink(missing_ok=True)


def drop_all_of(owner: int) -> None:
    """Remove every file that waits for one owner."""
    for file in _folder().glob(f"{owner}-*"):
        file.unlink(missing_ok=True)


def sweep(now: datetime) -> None:
    """Remove what has waited for two hours."""
    before = (now - KEPT).timestamp()
    for file in _folder().iterdir():
        with suppress(FileNotFoundError):  # somebody else removed it just now
            if file.stat().st_mtime < before:
                file.unlink()


def empty() -> None:
    """Remove everything that waits; done when the server starts."""
    _folder().chmod(0o700)
    for file in _folder().iterdir():
        file.unlink(missing_ok=True)


@contextmanager
def open_path(carried: Carried) -> Iterator[Path]:
    """The file under a path that the readers of the library can open, in memory only."""
    with in_memory(carried) as path:
        yield path


def _folder() -> Path:
    folder = Path(settings.DATA) / "transit"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _opened(token: str, *, max_age: timedelta | None) -> tuple[str, bytes]:
    number, _, key = _signer.unsign(token, max_age=max_age).partition(".")
    return number, urlsafe_b64decode(key)


def _encrypted(number: str, key: bytes, file: Carried) -> bytes:
    name = file.name.encode("utf-8", "replace")
    parts = (len(name).to_bytes(4), name, len(file.beside).to_bytes(4), file.beside, file.content)
    nonce, plain = os.urandom(NONCE), b"".join(parts)
    return nonce + AESGCM(key).encrypt(nonce, plain, number.encode())


def _decrypted(number: str, key: bytes, blob: bytes) -> Carried:
    plain = AESGCM(key).decrypt(blob[:NONCE], blob[NONCE:], number.encode())
    name, rest = _first(plain)
    beside, content = _first(rest)
    return Carried(name.decode(), content, beside)


def _first(plain: bytes) -> tuple[bytes, bytes]:
    """A part with its length in front, and what comes after it."""
    end = 4 + int.from_bytes(plain[:4])
    return plain[4:end], plain[end:]


def _write(number: str, blob: bytes) -> None:
    file = _folder() / number
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(blob)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise InputError(
            mark(
                "De server heeft geen plaats voor dit bestand. Vraag de beheerder om ruimte op "
                "de schijf, en probeer het daarna opnieuw."
            )
        ) from error
