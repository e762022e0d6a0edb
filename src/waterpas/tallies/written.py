"""Files that are written: whole or not at all, and never over what they were made from."""

import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from waterpas.errors import CallError
from waterpas.texts import mark


def check_target(target: Path, *, not_over: Iterable[Path]) -> None:
    """Refuse a place that cannot be written, and a file that is needed, also by another name."""
    if not target.parent.is_dir():
        raise CallError(
            mark("De map van '%(name)s' bestaat niet. Maak haar eerst, of kies een andere plek."),
            name=target.name,
        )
    for needed in not_over:
        if _same(target, needed):
            raise CallError(
                mark(
                    "'%(name)s' is hetzelfde bestand als '%(needed)s'. Dat zou verloren gaan. Kies "
                    "een andere naam."
                ),
                name=target.name,
                needed=needed.name,
            )


def _same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    A link stays a link: the file it leads to is written. What is no file (a pipe, a terminal) is
    written as it is. A file that was there keeps its permissions; a new one gets the usual ones.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(data)
        return
    made = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            if target.exists():
                made.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
        made.replace(target)
    except BaseException:  # whatever stopped it, no half file is left
        made.unlink(missing_ok=True)
        raise
