"""Runs a command and watches how much memory it and its children take together."""

import subprocess
import time
from pathlib import Path
from typing import NamedTuple

PAGE = 4096
OFTEN = 0.05  # seconds


class Watched(NamedTuple):
    """How it ended, how long it took, the most memory of the whole tree in bytes."""

    code: int
    seconds: float
    peak: int
    out: str
    err: str


def watched(*command: object, **how) -> Watched:
    """Run a command to its end, and look all the time at what its tree of processes takes."""
    begin, peak = time.monotonic(), 0
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(list(map(str, command)), **pipes, **how) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, tree(process.pid))))
            time.sleep(OFTEN)
        out, err = process.communicate()
    return Watched(process.returncode, time.monotonic() - begin, peak, out, err)


def tree(pid: int) -> list[int]:
    """A process and all that came from it."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        text = ""
    return [pid, *(one for child in text.split() for one in tree(int(child)))]


def _resident(pid: int) -> int:
    """What is in memory for one process; what processes share counts for each of them."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
