"""Tallies at rest: encrypted, with a key that is kept outside the database.

A tally with a small cell is still personal data. Who has the database but not the key has nothing:
neither the counts, nor a mark of them against which counts could be tried.
"""

import hmac
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from waterpas.errors import WaterpasError
from waterpas.texts import mark


class CannotUnseal(WaterpasError):
    """None of the keys of this site opens it, or somebody changed it."""


def seal(text: str) -> bytes:
    """Encrypt a text with the first key of this site."""
    return _lock().encrypt(text.encode())


def unseal(blob: bytes | memoryview) -> str:
    """The text again; each key of this site is tried."""
    try:
        return _lock().decrypt(bytes(blob)).decode()
    except InvalidToken as error:
        raise CannotUnseal(
            mark(
                "Deze telling gaat niet open met de sleutel van deze site. Vraag de beheerder om "
                "'tally-key' uit de reservekopie terug te zetten."
            )
        ) from error


def keyed(mark: str) -> str:
    """A mark that says nothing without the key: the same mark gives the same text."""
    return keyed_by_each(mark)[0]


def keyed_by_each(mark: str) -> list[str]:
    """The same with each key of this site, the first key first: what was marked with an older key
    is recognised too."""
    return [_keyed(mark, key) for key in settings.TALLY_KEYS]


def _keyed(mark: str, key: str | bytes) -> str:
    plain = key.encode() if isinstance(key, str) else key
    own = sha256(b"waterpas marks" + plain).digest()  # another key than the one that encrypts
    return hmac.new(own, mark.encode(), sha256).hexdigest()


def people_keyed(marks: str) -> str:
    """Marks of people (see `rules.people_of`), each with its kind in front, with every key."""
    return " ".join(
        f"{mark.partition(':')[0]}:{each}" for mark in marks.split() for each in keyed_by_each(mark)
    )


def _lock() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.TALLY_KEYS])
