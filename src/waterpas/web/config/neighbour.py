"""The example municipality beside the platform: a second server on this machine, started by it.

Whether it is wanted is said in the platform, so by a worker; the first process starts and stops
it. They tell each other with a file in the data folder.
"""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from waterpas.web.config.ports import first_free_port
from waterpas.web.people.example_beside import FILE as ADDRESS

HOST = "127.0.0.1"
WANTED = "example-wanted"
FOLDER = "voorbeeld"
PARENT = "WATERPAS_BESIDE"
PATIENCE = 10  # seconds to stop before it is killed
LONGEST_WAIT = 300  # seconds between attempts, when it keeps falling over
RUN = (sys.executable, "-P", "-c", "from waterpas.cli.main import run; run()")


def tell(data: Path, *, wanted: bool) -> None:
    """Say that the example is wanted, or not."""
    file = data / WANTED
    if wanted:
        file.touch(mode=0o600)
    else:
        file.unlink(missing_ok=True)


def is_orphan() -> bool:
    """Whether this is the example, and the platform that started it is gone."""
    parent = os.environ.get(PARENT, "")
    return bool(parent) and str(os.getppid()) != parent


class Neighbour:
    """The example as a child process. `look` is called about once a second."""

    def __init__(self, data: Path, *, near: int) -> None:
        self.data, self.near = data, near
        self.process: subprocess.Popen[bytes] | None = None
        self.port = self.attempts = 0
        self.not_before = 0.0
        self._forget_address()

    def look(self, at: float) -> None:
        """Start or stop the example as wanted; `at` is the time in seconds."""
        if not (self.data / WANTED).exists():
            self.stop()
        elif self.process is None or self.process.poll() is not None:
            self._forget_address()
            if at >= self.not_before:
                self._start(at)
        elif not (self.data / ADDRESS).exists() and _answers(self.port):
            self.attempts = 0
            self._write_address()

    def stop(self) -> None:
        """Stop the example, when it runs."""
        self._forget_address()
        process, self.process = self.process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self, at: float) -> None:
        self.attempts += 1
        self.not_before = at + min(2**self.attempts, LONGEST_WAIT)
        self.port = first_free_port(HOST, self.near)
        words = ("demo", "--no-browser", "--port", str(self.port))
        self.process = subprocess.Popen(  # noqa: S603 - our own command, with our own words
            [*RUN, *words, "--data", str(self.data / FOLDER)],
            env=_surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # Ctrl-C in the window is for the platform, which stops the example itself.
            start_new_session=True,
        )

    def _write_address(self) -> None:
        new = self.data / f"{ADDRESS}.new"
        new.write_text(f"http://{HOST}:{self.port}/", "ascii")
        new.replace(self.data / ADDRESS)

    def _forget_address(self) -> None:
        (self.data / ADDRESS).unlink(missing_ok=True)


def _surroundings() -> dict[str, str]:
    """Ours, without what is of this site: the example has its own database and keys."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("WATERPAS_")}
    return plain | {PARENT: str(os.getpid())}


def _answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection((HOST, port), timeout=0.5):
        return True
    return False
