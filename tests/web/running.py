"""The platform as it really runs: a server in a process of its own, and somebody with a browser."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

RUN = [sys.executable, "-c", "from waterpas.cli.main import run; run()"]


@contextmanager
def started(*words, env=None, stderr=subprocess.PIPE):
    """A command that keeps running; it is stopped with Ctrl-C, which must end it cleanly."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("WATERPAS_")}
    process = subprocess.Popen(
        [*RUN, *words],
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        env=plain | {"PYTHONUNBUFFERED": "1"} | (env or {}),
        start_new_session=True,
    )
    try:
        yield process, address_of(process)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=20)


def address_of(process) -> str:
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise AssertionError(process.stderr.read() if process.stderr else "it said no address")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def kill_all(process) -> None:
    """As a power cut: nothing is told, nothing is tidied."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=20)


def wait_for(what, *, seconds=20):
    """Ask until the answer is yes; the answer."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := what():
            return answer
        time.sleep(0.1)
    raise AssertionError(f"still not so after {seconds} seconds: {what}")


def is_up(address: str) -> bool:
    """Whether something answers there."""
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    with suppress(OSError), socket.create_connection((host, int(port)), timeout=1):
        return True
    return False


class Visitor:
    """Somebody with a browser: keeps cookies, and sends the form of the page before."""

    def __init__(self, address: str) -> None:
        self.site = re.match(r"http://[^/]+", address)[0]
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.body, self.text = b"", ""

    def get(self, path: str = "/") -> int:
        return self._send(Request(self.site + path))

    def post(self, path: str, fields: dict[str, object]) -> int:
        fields = {"csrfmiddlewaretoken": self.csrf(), **fields}
        body = encode_multipart(BOUNDARY, fields)
        return self._send(
            Request(
                self.site + path,
                data=body,
                headers={"Content-Type": MULTIPART_CONTENT, "Origin": self.site},
            )
        )

    def csrf(self) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.text)
        return found[1] if found else ""

    def cookies(self) -> str:
        """As a browser sends them in a header."""
        jar = next(h.cookiejar for h in self.opener.handlers if isinstance(h, HTTPCookieProcessor))
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)

    def log_in_as(self, name: str, *, to: str) -> None:
        """In the example municipality: choose who you are, and go to a page."""
        self.get("/aanmelden/")
        before = self.text[: self.text.index(name)]
        assert self.post(re.findall(r"/aanmelden/als/\d+/", before)[-1], {"next": to}) == 200

    def _send(self, request: Request) -> int:
        try:
            answer = self.opener.open(request, timeout=30)
        except HTTPError as error:
            answer = error
        with answer:
            self.body = answer.read()
        self.text = self.body.decode(errors="replace")
        return answer.status
