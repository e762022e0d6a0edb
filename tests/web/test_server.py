"""`waterpas demo` and `waterpas serve`: start, say where, stop."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.absent import absent
from waterpas.cli import serve
from waterpas.errors import CallError
from waterpas.web.config import server

RUN = [sys.executable, "-c", "from waterpas.cli.main import run; run()"]


@contextmanager
def started(*words):
    """A command that keeps running; it is stopped with Ctrl-C, which must end it cleanly."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("WATERPAS_")}
    process = subprocess.Popen(
        [*RUN, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=plain | {"PYTHONUNBUFFERED": "1"},
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
    raise AssertionError(process.stderr.read())


@pytest.fixture
def taken():
    """A port on which something listens."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_demo_serves_the_example_and_starts_fast_again(tmp_path):
    words = ("demo", "--no-browser", "--data", str(tmp_path / "data"), "--port", str(free_port()))
    with started(*words) as (_, address), urlopen(address) as answer:
        assert "Wie wordt gekozen voor controle?" in answer.read().decode()

    begin = time.monotonic()
    with started(*words) as (process, address), urlopen(address) as answer:
        assert time.monotonic() - begin < 5
        assert answer.status == 200
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
    assert process.returncode == 0


def test_demo_takes_the_next_port_and_says_so(tmp_path, taken):
    words = ("demo", "--no-browser", "--data", str(tmp_path), "--port", str(taken))
    with started(*words) as (process, address):
        assert int(address.rstrip("/").rsplit(":", 1)[1]) > taken
        assert f"Op poort {taken} draait al iets" in process.stderr.readline()


def test_it_stops_without_a_word_after_a_pdf(tmp_path):
    words = ("demo", "--no-browser", "--data", str(tmp_path), "--port", str(free_port()))
    with started(*words) as (process, address):
        try:
            with urlopen(f"{address}onderzoek/duo-2014/resultaat.pdf") as answer:
                assert answer.read().startswith(b"%PDF-")
        except HTTPError:
            absent("no PDF without Pango: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0")
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)

    assert said == ""
    assert process.returncode == 0


@pytest.mark.parametrize(("stop", "status"), [(0, 0), (3, 3), ("broken", 1)])
def test_a_worker_ends_with_the_status_it_has(stop, status):
    code = (
        "from waterpas.web.config.server import _leave_at_once\n"
        f"try:\n    raise SystemExit({stop!r})\nfinally:\n    _leave_at_once()"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == status


def test_serve_starts_empty(tmp_path):
    with (
        started("serve", "--data", str(tmp_path), "--port", str(free_port())) as (_, address),
        urlopen(address) as answer,
    ):
        assert "waterpas demo" in answer.read().decode()


def test_serve_refuses_a_port_that_is_taken(tmp_path, taken):
    done = subprocess.run(
        [*RUN, "serve", "--data", str(tmp_path), "--port", str(taken)],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 2
    assert done.stderr.strip() == (f"Op poort {taken} draait al iets. Kies een andere met --port.")
    assert not any(tmp_path.iterdir())


def test_without_the_platform_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == "django" else object())

    with pytest.raises(CallError, match=r"pip install 'waterpas\[web\]'"):
        serve.refuse_without_web()


@pytest.mark.parametrize(
    ("host", "address"), [("127.0.0.1", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/")]
)
def test_the_address_can_be_opened(host, address):
    assert serve.address(host, 80) == address


def test_a_free_port_is_found_after_one_that_is_taken(taken):
    assert not server.is_free("127.0.0.1", taken)
    assert server.first_free_port("127.0.0.1", taken) > taken
