"""The example municipality beside the platform: started when asked for, and never left behind."""

import signal
import socket
import sys
from contextlib import contextmanager
from shutil import copytree

import pytest
from django.test import RequestFactory

from tests.web.running import Visitor, free_port, is_up, kill_all, started, wait_for
from waterpas.web.config import caretaker, neighbour
from waterpas.web.people.example_beside import example_url

BEGIN = {
    "name": "Waterstad",
    "size": "50000-100000",
    "coordinator_name": "I. Jansen",
    "coordinator_email": "ij@waterstad.example",
    "password": "een lang wachtwoord",
}
PAGE = "/privacy/"
LINK = "Bekijk Voorbeeldstad"


def begin(address: str, *, beside: str) -> Visitor:
    visitor = Visitor(address)
    visitor.get("/begin/")
    code = address.partition("?code=")[2]
    visitor.post("/begin/", BEGIN | {"example_beside": beside, "code": code})
    assert visitor.get(PAGE) == 200
    assert "Waterstad" in visitor.text
    return visitor


def address_in(data) -> str:
    file = data / "example-url"
    return file.read_text().strip() if file.exists() else ""


@contextmanager
def serving(data, port=None):
    words = ("serve", "--data", str(data), "--port", str(port or free_port()))
    with started(*words) as running:
        yield running


def test_it_starts_when_the_municipality_wants_it_and_stops_with_the_platform(tmp_path):
    with serving(tmp_path) as (_, address):
        assert address_in(tmp_path) == ""
        visitor = begin(address, beside="ja")
        example = wait_for(lambda: address_in(tmp_path))

        other = Visitor(example)
        assert other.get(PAGE) == 200
        assert "Voorbeeldstad" in other.text
        assert visitor.get(PAGE) == 200
        assert f'href="{example}"' in visitor.text

    assert not is_up(example)
    assert address_in(tmp_path) == ""

    with serving(tmp_path):  # a second start, and nobody has to ask again
        again = wait_for(lambda: address_in(tmp_path))
        assert is_up(again)
    assert not is_up(again)


def test_it_does_not_start_when_nobody_wants_it(tmp_path):
    with serving(tmp_path) as (_, address):
        visitor = begin(address, beside="nee")
        visitor.get(PAGE)

    assert LINK not in visitor.text
    assert not (tmp_path / "voorbeeld").exists()
    assert not (tmp_path / "example-wanted").exists()


def test_it_stops_when_the_platform_is_killed(tmp_path, example_data):
    copytree(example_data, tmp_path / "voorbeeld")
    with serving(tmp_path) as (process, address):
        begin(address, beside="ja")
        example = wait_for(lambda: address_in(tmp_path))
        kill_all(process)

    wait_for(lambda: not is_up(example))


def test_it_has_nothing_of_the_site_beside_it(monkeypatch):
    monkeypatch.setenv("WATERPAS_DATABASE_URL", "postgresql://the/real/one")
    monkeypatch.setenv("WATERPAS_TALLY_KEY", "secret")
    monkeypatch.setenv("LANG", "C.UTF-8")

    given = neighbour._surroundings()

    assert [name for name in given if name.startswith("WATERPAS_")] == [neighbour.PARENT]
    assert given["LANG"] == "C.UTF-8"


class TestWhatItDoes:
    """Without a server: when the example falls over, or does not answer yet."""

    WAITS = (sys.executable, "-c", "import time; time.sleep(60)")

    @pytest.fixture
    def beside(self, tmp_path, monkeypatch):
        """A neighbour that is wanted; in place of the example a program that waits."""
        monkeypatch.setattr(neighbour, "RUN", self.WAITS)
        neighbour.tell(tmp_path, wanted=True)
        beside = neighbour.Neighbour(tmp_path, near=free_port())
        yield beside
        beside.stop()

    def test_its_address_is_known_only_when_it_answers(self, beside, tmp_path):
        beside.look(0)
        beside.look(1)
        assert address_in(tmp_path) == ""

        with socket.create_server(("127.0.0.1", beside.port)):
            beside.look(2)
        assert address_in(tmp_path) == f"http://127.0.0.1:{beside.port}/"

    def test_it_is_started_again_later_and_later(self, beside):
        starts = []
        for second in range(40):
            before = beside.process
            beside.look(second)
            if beside.process is not before:
                starts.append(second)
                beside.process.kill()
                beside.process.wait()

        assert starts == [0, 2, 6, 14, 30]

    def test_an_address_that_was_left_behind_is_forgotten(self, tmp_path):
        (tmp_path / "example-url").write_text("http://127.0.0.1:1/")

        neighbour.Neighbour(tmp_path, near=8001)

        assert address_in(tmp_path) == ""

    def test_it_stops_when_it_is_no_longer_wanted(self, beside, tmp_path):
        beside.look(0)
        process = beside.process
        neighbour.tell(tmp_path, wanted=False)
        beside.look(1)

        assert process.poll() is not None
        assert beside.process is None

    def test_one_that_does_not_stop_is_killed(self, beside, tmp_path, monkeypatch):
        ready = tmp_path / "ready"
        deaf = (
            "import pathlib, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
            f"pathlib.Path({str(ready)!r}).touch(); time.sleep(60)"
        )
        monkeypatch.setattr(neighbour, "PATIENCE", 0.2)
        monkeypatch.setattr(neighbour, "RUN", (sys.executable, "-c", deaf))
        beside.look(0)
        process = beside.process
        wait_for(ready.exists)
        beside.stop()

        assert process.returncode == -signal.SIGKILL


class TestAddress:
    """Only who can reach the example gets to see where it is."""

    @pytest.fixture
    def address(self, tmp_path, settings):
        settings.DATA, settings.ALLOWED_HOSTS = tmp_path, ["*"]
        (tmp_path / "example-url").write_text("http://127.0.0.1:8001/")
        return lambda host: example_url(RequestFactory().get("/", headers={"Host": host}))

    @pytest.mark.parametrize(
        ("host", "shown"),
        [
            ("localhost:8000", True),
            ("127.0.0.1:8000", True),
            ("[::1]:8000", True),
            ("waterpas.gemeente.example", False),
            ("10.0.0.7:8000", False),
        ],
    )
    def test_it_is_for_this_machine(self, address, host, shown):
        assert address(host) == ("http://127.0.0.1:8001/" if shown else "")

    def test_without_an_example_there_is_none(self, address, tmp_path):
        (tmp_path / "example-url").unlink()

        assert address("localhost") == ""

    def test_what_the_administrator_gave_is_for_everybody(self, address, settings):
        settings.EXAMPLE_URL = "https://voorbeeld.gemeente.example/"

        assert address("waterpas.gemeente.example") == "https://voorbeeld.gemeente.example/"

    def test_the_example_has_no_example(self, address, settings):
        settings.EXAMPLE = True

        assert address("localhost") == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [("EXAMPLE", True), ("EXAMPLE_URL", "https://voorbeeld.example/"), ("HTTPS", True)],
)
def test_behind_https_and_in_the_example_itself_none_is_started(settings, name, value):
    assert caretaker.may_be_beside()
    setattr(settings, name, value)
    assert not caretaker.may_be_beside()
