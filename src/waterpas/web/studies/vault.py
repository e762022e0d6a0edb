"""Tallies at rest: encrypted, with a key that is kept outside the database.

A tally with a small cell is still personal data. Who has the database but not the key has nothing.
"""

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


def _lock() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.TALLY_KEYS])
