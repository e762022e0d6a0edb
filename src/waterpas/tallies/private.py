"""A folder of our own for temporary files, and an engine that can reach nothing else."""

import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY_LIMIT = "1GB"
ROWS_AT_ONCE = 20_000


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only this user can read; it is removed in every case, also on Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="waterpas-") as name:
        yield Path(name)


class _Stop:
    """Remembers Ctrl-C: an engine that loads other libraries can swallow the exception."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.default_int_handler(number, frame)


_STOP = _Stop()


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C in here is Ctrl-C: DuckDB makes an error of its own of it, or nothing at all."""
    with _watched():
        try:
            yield
        except Exception as error:  # DuckDB has several, and none of them tells of Ctrl-C
            kind = type(error).__name__
            told = kind in {"RuntimeError", "InterruptException"}
            if _STOP.asked or (told and "interrupt" in str(error).lower()):
                raise KeyboardInterrupt from error
            raise
        go_on()


def go_on() -> None:
    """Stop here if Ctrl-C was pressed and got lost."""
    if _STOP.asked:
        raise KeyboardInterrupt


@contextmanager
def _watched() -> Iterator[None]:
    """Hear Ctrl-C ourselves, where Python would hear it.

    Not in a thread, and not where somebody gave it another meaning.
    """
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    ):
        yield
        return
    _STOP.asked = False
    signal.signal(signal.SIGINT, _STOP)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _STOP.asked = False


@contextmanager
def engine(folder: Path, *, reads: Path | None = None) -> Iterator["DuckDBPyConnection"]:
    """DuckDB in memory: no network, no extensions, no files but `reads` and `folder`."""
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(folder / "spill"),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
        },
    )
    try:
        _close_doors(connection, reads)
        yield connection
    finally:
        connection.close()


def _close_doors(connection: "DuckDBPyConnection", reads: Path | None) -> None:
    if reads is not None:
        connection.execute(f"SET allowed_paths = [{quoted(str(reads))}]")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def reachable(path: Path, folder: Path) -> Path:
    """The same file under a name that DuckDB does not take for a pattern."""
    if not set("*?[").intersection(str(path)):
        return path
    link = folder / f"source{path.suffix.lower()}"
    link.symlink_to(path)
    return link


def fill(
    connection: "DuckDBPyConnection",
    table: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[object]],
) -> None:
    """Make a table with these columns (name, SQL type) and put the rows in, in pieces."""
    made = ", ".join(f'"{name}" {kind}' for name, kind in columns)
    connection.execute(f"CREATE TABLE {table} ({made})")
    places = ", ".join(f"unnest(${at + 1}::{kind}[])" for at, (_, kind) in enumerate(columns))
    remaining = iter(rows)
    while piece := list(islice(remaining, ROWS_AT_ONCE)):
        values = [list(column) for column in zip(*piece, strict=True)]
        connection.execute(f"INSERT INTO {table} SELECT {places}", values)
