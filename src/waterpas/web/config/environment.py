"""What the surroundings tell the platform: environment variables, each with a safe default."""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from waterpas.errors import CallError
from waterpas.texts import mark


def text(name: str, default: str = "") -> str:
    """The variable WATERPAS_<name>, or what stands here."""
    return os.environ.get(f"WATERPAS_{name}", default)


def yes(name: str) -> bool:
    """Whether WATERPAS_<name> says 1, ja, yes or true."""
    return text(name).strip().lower() in {"1", "ja", "yes", "true"}


def words(name: str, default: str = "") -> list[str]:
    """The words of WATERPAS_<name>, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def data_directory() -> Path:
    """Where the database and the key of the site are kept."""
    if given := text("DATA"):
        return Path(given)
    shared = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(shared) / "waterpas"


def secret_key(directory: Path) -> str:
    """The key of this site: WATERPAS_SECRET_KEY, or one that was made once in `directory`.

    Without a data directory (tests, checks of types) a key for this process only.
    """
    if given := text("SECRET_KEY"):
        return given
    kept = directory / "secret-key"
    return kept.read_text("ascii").strip() if kept.is_file() else secrets.token_urlsafe(50)


def keep_secret_key(directory: Path) -> None:
    """Make the key of this site once, readable by its owner only."""
    _keep_once(directory / "secret-key", secrets.token_urlsafe(50))


def tally_keys(directory: Path) -> list[str]:
    """The keys with which tallies are encrypted: the first seals, each of them opens.

    WATERPAS_TALLY_KEY, or the file that was made once in `directory`; without a data directory
    (tests, checks of types) a key for this process only.
    """
    kept = directory / "tally-key"
    if given := words("TALLY_KEY"):
        return [_checked_key(key, "WATERPAS_TALLY_KEY") for key in given]
    if not kept.is_file():
        return [_new_key()]
    found = kept.read_text("ascii", errors="replace").replace(",", " ").split()
    return [_checked_key(key, kept.name) for key in found or [""]]


def keep_tally_key(directory: Path) -> None:
    """Make the key for tallies once, unless the surroundings give one."""
    if not words("TALLY_KEY"):
        _keep_once(directory / "tally-key", _new_key())


def _new_key() -> str:
    return urlsafe_b64encode(os.urandom(32)).decode("ascii")


def _checked_key(key: str, where: str) -> str:
    try:
        good = len(urlsafe_b64decode(key)) == 32
    except ValueError:
        good = False
    if good:
        return key
    raise CallError(
        mark(
            "In %(where)s staat geen goede sleutel voor tellingen. Zet de sleutel uit uw "
            "reservekopie terug."
        ),
        where=where,
    )


def _keep_once(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(text)


def database(directory: Path) -> dict[str, Any]:
    """SQLite in the data directory, or the PostgreSQL of WATERPAS_DATABASE_URL."""
    url = text("DATABASE_URL")
    return _postgresql(url) if url else _sqlite(directory)


def _sqlite(directory: Path) -> dict[str, Any]:
    # IMMEDIATE: a writer waits at the start instead of failing halfway. FULL: what was
    # committed survives a power cut.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": directory / "waterpas.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "WATERPAS_DATABASE_URL must look like postgresql://user:password@host:5432/name"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
