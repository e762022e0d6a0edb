"""`waterpas demo` and `waterpas serve`: start, say where, stop."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from shutil import copytree
from urllib.request import urlopen

import pytest

from tests.absent import absent
from tests.web.running import RUN, Visitor, free_port, started
from waterpas.cli import serve
from waterpas.errors import CallError
from waterpas.web.config import ports


@pytest.fixture
def taken():
    """A port on which something listens."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_demo_serves_the_example_and_starts_fast_again(tmp_path):
    words = ("demo", "--no-browser", "--data", str(tmp_path / "data"), "--port", str(free_port()))
    with started(*words) as (_, address), urlopen(address) as answer:
        assert "Voorbeeldstad" in answer.read().decode()

    begin = time.monotonic()
    with started(*words) as (process, address), urlopen(address) as answer:
        assert time.monotonic() - begin < 5
        assert answer.status == 200
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
    assert process.returncode == 0


@pytest.fixture
def data(tmp_path, example_data):
    """A data folder in which the example is made already."""
    return copytree(example_data, tmp_path / "data")


def test_demo_takes_the_next_port_and_says_so(data, taken):
    words = ("demo", "--no-browser", "--data", str(data), "--port", str(taken))
    with started(*words) as (process, address):
        assert int(address.rstrip("/").rsplit(":", 1)[1]) > taken
        assert f"Op poort {taken} draait al iets" in process.stderr.readline()


def test_it_stops_without_a_word_after_a_pdf(data):
    words = ("demo", "--no-browser", "--data", str(data), "--port", str(free_port()))
    with started(*words) as (process, address):
        visitor = Visitor(address)
        visitor.log_in_as("S. Achterberg", to="/onderzoek/")
        visitor.get(re.search(r"/onderzoek/\d+/", visitor.text)[0] + "resultaat/")
        status = visitor.get(re.search(r"/onderzoek/[\d\w/]+/resultaat\.pdf", visitor.text)[0])
        assert visitor.body.startswith(b"%PDF-") or status == 503
        if status == 503:
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


def test_serve_starts_empty_and_leads_to_the_beginning(tmp_path):
    with (
        started("serve", "--data", str(tmp_path), "--port", str(free_port())) as (_, address),
        urlopen(address) as answer,
    ):
        code = address.partition("?code=")[2]
        assert f'value="{code}"' in answer.read().decode()
        assert code == (tmp_path / "start-code").read_text()


# A server that is told to stop by its first worker, while that one is still starting.
STOPPED_EARLY = """
import os, signal, sys, time
from pathlib import Path
from waterpas.web.config import server

def starts(self):
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(1)

server.prepare(Path(sys.argv[1]))
from waterpas.web.config.caretaker import Caretaker
Caretaker.worker_starts = starts
server.run(host="127.0.0.1", port=int(sys.argv[2]), when_ready=lambda: None)
"""


def test_it_stops_at_once_also_while_a_worker_is_starting(tmp_path):
    words = [sys.executable, "-c", STOPPED_EARLY, str(tmp_path), str(free_port())]
    done = subprocess.run(words, capture_output=True, text=True, timeout=20)

    assert (done.returncode, done.stderr) == (0, "")


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
    assert not ports.is_free("127.0.0.1", taken)
    assert ports.first_free_port("127.0.0.1", taken) > taken
