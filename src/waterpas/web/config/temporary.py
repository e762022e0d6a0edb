"""Temporary files of the platform: in the data folder, and gone when their process is gone.

Every process has a folder of its own under `tmp`, and holds it with a lock for as long as it
lives. A folder that nobody holds was left behind by a process that was killed: it is removed when
the server starts, and while it runs as soon as it sees that a worker is gone.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

FOLDER = "tmp"
_held: list[int] = []


def use(data: Path) -> Path:
    """Give this process its own folder; `tempfile` and the engine of the library use it."""
    parent = private_folder(data / FOLDER)
    folder = tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=parent)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    _held.append(handle)  # the lock is ours until this process ends, however it ends
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    return Path(folder)


def empty(data: Path, *, of: int | None = None) -> None:
    """Remove what was left behind: everything that no process holds, or that of one process."""
    for left in _left_behind(data / FOLDER, f"{of}-*" if of else "*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def give_back(data: Path) -> None:
    """At the end of the last process: let go of its folder, and remove everything."""
    while _held:
        os.close(_held.pop())
    empty(data)


def private_folder(folder: Path) -> Path:
    """Make a folder that only this user can enter; one that is there already becomes so."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    return folder


def _left_behind(parent: Path, pattern: str) -> Iterator[Path]:
    return (path for path in parent.glob(pattern) if not _is_held(path))


def _is_held(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False  # no folder: nobody puts loose files here
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    else:
        return False
    finally:
        os.close(handle)
