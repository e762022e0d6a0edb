"""The code that proves that who begins can see the window in which Waterpas was started."""

import secrets
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.DATA) / "start-code"


def keep_start_code() -> str:
    """The start code of this site; made once, readable by its owner only."""
    file = _file()
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(4), "ascii")
    return file.read_text("ascii").strip()


def is_start_code(code: str) -> bool:
    """Whether this is the start code of this site."""
    file = _file()
    return file.exists() and secrets.compare_digest(
        code.strip().lower().encode(), file.read_bytes().strip()
    )
