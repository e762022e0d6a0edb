"""What holds figures of few people is encrypted before it reaches the database."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet
from django.conf import settings

_PURPOSE = b"waterpas.studies.vault:"


def _key() -> Fernet:
    digest = sha256(_PURPOSE + settings.SECRET_KEY.encode()).digest()
    return Fernet(urlsafe_b64encode(digest))


def seal(text: str) -> bytes:
    """Encrypt a text."""
    return _key().encrypt(text.encode())


def unseal(sealed: bytes) -> str:
    """Read what `seal` wrote."""
    return _key().decrypt(bytes(sealed)).decode()
