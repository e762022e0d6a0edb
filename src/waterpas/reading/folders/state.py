"""What was read before, in a file: work that was stopped goes on where it was."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waterpas.errors import CallError
from waterpas.reading.folders.found import Outcome, from_plain, to_plain
from waterpas.reading.lexicon.loader import FOLDER
from waterpas.texts import mark
from waterpas.version import __version__

KIND = "waterpas read"


class State:
    """The outcomes so far. Each is written the moment it is there, on a line of its own."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: dict[str, Outcome] = {}
        self._file: Any = None

    def add(self, outcome: Outcome) -> None:
        """Keep an outcome; after this it survives whatever ends the process."""
        if self._file is not None:
            self._file.write(_line(to_plain(outcome)))
            self._file.flush()

    def finish(self, outcomes: Iterable[Outcome]) -> None:
        """Write the file anew, without what is no longer there."""
        if self.path is None:
            return
        fresh = self.path.with_name(f".{self.path.name}.new")
        with _private(fresh) as file:
            file.write(_line(_head()))
            file.writelines(_line(to_plain(outcome)) for outcome in outcomes)
        fresh.replace(self.path)


@contextmanager
def opened(path: Path | None) -> Iterator[State]:
    """The state in this file, kept for this process; without a file nothing is kept."""
    state = State(path)
    if path is None:
        yield state
        return
    with _lock(path):
        state.known = _known(path)
        state.finish(state.known.values())  # a line that was cut off is gone now
        with path.open("a", encoding="utf-8") as state._file:
            yield state
        state._file = None


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Keep others out, with a file beside it that goes away afterwards."""
    beside = path.with_name(f".{path.name}.lock")
    with beside.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Another process may have taken the file away between these two lines.
            if not os.path.samestat(os.fstat(lock.fileno()), beside.stat()):
                raise BlockingIOError
        except OSError as error:
            raise CallError(
                mark(
                    "'%(name)s' is in gebruik: er loopt al een 'waterpas read' mee. Wacht daarop."
                ),
                name=path.name,
            ) from error
        try:
            yield
        finally:
            beside.unlink(missing_ok=True)


def _known(path: Path) -> dict[str, Outcome]:
    """What an earlier run left; nothing of another version, and no line that was cut off.

    What could not be opened has no fingerprint, and is tried again.
    """
    if not path.exists() or path.stat().st_size == 0:
        return {}
    with path.open(encoding="utf-8", errors="replace") as file:
        head = _parsed(file.readline())
        if head.get("kind") != KIND:
            raise CallError(
                mark(
                    "'%(name)s' is geen bestand waarin 'waterpas read' bijhoudt hoever het is. "
                    "Kies een andere naam."
                ),
                name=path.name,
            )
        if head != _head():
            return {}
        found = (_outcome(line) for line in file)
        return {outcome.name: outcome for outcome in found if outcome and outcome.sha256}


def _outcome(line: str) -> Outcome | None:
    try:
        return from_plain(_parsed(line))
    except (KeyError, TypeError):
        return None


def _parsed(line: str) -> dict[str, Any]:
    try:
        plain = json.loads(line)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _line(plain: dict[str, Any]) -> str:
    return json.dumps(plain, separators=(",", ":")) + "\n"


def _head() -> dict[str, Any]:
    return {"kind": KIND, "version": __version__, "lexicon": _lexicon()}


def _lexicon() -> str:
    """A fingerprint of the data of the lexicon: with other words, all is to be read again."""
    digest = hashlib.sha256()
    for path in sorted((FOLDER / "data").iterdir(), key=lambda path: path.name):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _private(path: Path) -> Any:
    """A new file that only its owner can read: there are sentences of documents in it."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(handle, "w", encoding="utf-8")
