"""Nothing of an upload is left on disk: after success, error, cancel, and kill -9 and restart.

The server is real, and so is the search: it reads every byte of the data folder, of the folders
for temporary files, and of what the server said.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.running import Visitor, kill_all, wait_for
from tests.web.studies.canary import Canary, Place
from tests.web.studies.factories import FORM, workbook


@pytest.fixture
def canary():
    return Canary()


@pytest.fixture
def place(tmp_path, example_data):
    """The data folder, a folder for temporary files, and the log of one server."""
    return Place(tmp_path, example_data)


@pytest.fixture(scope="module")
def running(tmp_path_factory, example_data):
    """A place with a server that keeps running, and its address."""
    place = Place(tmp_path_factory.mktemp("running"), example_data)
    with place.serving() as (_, address):
        yield place, address


def rows(canary: Canary) -> list[list[str]]:
    """300 applications with the canary in each row; the last four are a small group."""
    table = [["groep", "wijk", "afgewezen", "nr"]]
    for number in range(300):
        group = "Noord" if number < 200 else "Zuid" if number < 296 else "Oost"
        no = "ja" if number % 10 < (2 if group == "Noord" else 4) else "nee"
        table.append([group, f"Wijk {number % 2}", no, f"{canary.text} één {number}"])
    return table


def as_csv(canary: Canary) -> bytes:
    return "\r\n".join(";".join(row) for row in rows(canary)).encode("cp1252")


def as_workbook(canary: Canary) -> bytes:
    content = workbook(("Blad", rows(canary)))
    canary.is_packed_in(content)
    return content


class Researcher(Visitor):
    """A researcher of Voorbeeldstad, with a study that waits for its table."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.log_in_as("S. Achterberg", to="/onderzoek/nieuw/")
        assert self.post("/onderzoek/nieuw/", FORM) == 200
        self.read = re.search(r"/onderzoek/\d+/tabel/", self.text)[0] + "gelezen/"

    def hand_in(self, name: str, content: bytes) -> int:
        return self.post(self.read, {"file": SimpleUploadedFile(name, content), "holds": "rijen"})

    def walk_to_the_result(self, name: str, content: bytes) -> None:
        assert self.hand_in(name, content) == 200
        token = re.search(r'name="carried" value="([^"]+)"', self.text)[1]
        assert self.post(self.read, {"carried": token, **CHOSEN}) == 200
        assert "aanvragers" in self.text


CHOSEN = {
    "holds": "rijen",
    "sheet": "",
    "outcome": "2:1",
    "across": "0",
    "reference": "largest",
    "because": "",
    "level": "0.95",
}


def under_way(place: Place) -> list[Path]:
    return list((place.data / "transit").iterdir())


class TestPages:
    """Through the pages of a study."""

    @pytest.mark.parametrize(("name", "made"), [("t.csv", as_csv), ("t.xlsx", as_workbook)])
    def test_after_success(self, running, canary, name, made):
        place, address = running
        before = under_way(place)
        Researcher(address).walk_to_the_result(name, made(canary))

        assert place.left(canary) == []
        assert under_way(place) == before

    def test_after_an_error(self, running, canary):
        place, address = running
        visitor, before = Researcher(address), under_way(place)
        content = b"PK\x03\x04" + as_csv(canary) + b"\x00\x01"
        for name in ("stuk.xlsx", "stuk.ods", "stuk.csv", "stuk.parquet"):
            assert visitor.hand_in(name, content) == 422
            assert name in visitor.text
        assert visitor.hand_in("krom.csv", as_csv(canary) + b"\r\n1;2") == 422

        assert place.left(canary) == []
        assert under_way(place) == before

    def test_after_a_file_that_is_too_large(self, running, canary):
        place, address = running
        assert Researcher(address).hand_in("groot.csv", as_csv(canary) * 3000) == 422

        assert place.left(canary) == []

    def test_after_a_cancel(self, running, canary):
        place, address = running
        visitor, before = Researcher(address), under_way(place)
        assert visitor.hand_in("tabel.csv", as_csv(canary)) == 200
        visitor.get("/privacy/")

        assert place.left(canary) == []
        assert len(under_way(place)) == len(before) + 1  # unreadable, and for two hours

    def test_after_the_line_went_dead_halfway(self, running, canary):
        place, address = running
        half_an_upload(Researcher(address), canary).close()
        time.sleep(0.5)

        assert place.left(canary) == []

    def test_after_a_normal_stop(self, place, canary):
        with place.serving() as (_, address):
            Researcher(address).walk_to_the_result("tabel.xlsx", as_workbook(canary))

        assert place.left(canary) == []
        assert list((place.data / "tmp").iterdir()) == []

    def test_after_kill_9_halfway_and_a_restart(self, place, canary):
        with place.serving() as (process, address):
            line = half_an_upload(Researcher(address), canary)
            kill_all(process)
            line.close()
        assert place.left(canary) == []
        with place.serving():
            assert place.left(canary) == []


def half_an_upload(visitor: Researcher, canary: Canary) -> socket.socket:
    """A connection over which half of a file has arrived, and the rest does not come."""
    where = urlsplit(visitor.site)
    file = as_csv(canary) * 100
    head = (
        f"--x\r\nContent-Disposition: form-data; name=csrfmiddlewaretoken\r\n\r\n{visitor.csrf()}"
        '\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="tabel.csv"\r\n\r\n'
    ).encode()
    line = socket.create_connection((where.hostname, where.port))
    line.sendall(
        f"POST {visitor.read} HTTP/1.1\r\nHost: {where.netloc}\r\nCookie: {visitor.cookies()}"
        f"\r\nContent-Type: multipart/form-data; boundary=x\r\nOrigin: {visitor.site}"
        f"\r\nContent-Length: {len(head) + 2 * len(file)}\r\n\r\n".encode()
    )
    line.sendall(head + file)
    time.sleep(0.5)
    return line


# Puts a file under way as a study does, and stops where it is told to.
STUDY = """
import sys, time
from pathlib import Path
from waterpas.web.config import server
server.prepare(Path(sys.argv[1]))
from waterpas.errors import WaterpasError
from waterpas.tallies import build, text_files
from waterpas.web.studies import transit

def say(word):
    print(word, flush=True)
    time.sleep(60)

moment, content = sys.argv[2], sys.stdin.buffer.read()
ticket = transit.put("tabel.csv", content)
if moment == "waiting":
    say(ticket.token)
if moment == "tallying":
    shape_of = text_files.shape_of
    text_files.shape_of = lambda *words: say("now") or shape_of(*words)
with transit.open_path(transit.take(ticket.token)) as path:
    try:
        print(build.tally(path, by="wijk").cells and "counted")
    except WaterpasError as error:
        print(type(error).__name__)
transit.drop(ticket.token)
"""


class TestTransit:
    """Through transit, which the pages of a study use."""

    @pytest.fixture
    def study(self, place):
        running = []

        def study(moment: str, content: bytes) -> subprocess.Popen:
            process = subprocess.Popen(
                [sys.executable, "-c", STUDY, str(place.data), moment],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "TMPDIR": str(place.tmp)},
                start_new_session=True,
            )
            running.append(process)
            process.stdin.write(content)
            process.stdin.close()
            return process

        yield study
        for process in running:
            process.kill()
            process.stdout.close()
            process.wait()

    @pytest.mark.parametrize(("rest", "said"), [(b"", b"counted"), (b"\r\n7;8", b"InputError")])
    def test_after_success_and_after_an_error(self, place, canary, study, rest, said):
        assert study("end", as_csv(canary) + rest).stdout.read().strip() == said

        assert place.left(canary) == []
        assert list((place.data / "transit").iterdir()) == []

    def test_while_it_waits_nobody_can_read_it_and_a_restart_removes_it(self, place, canary, study):
        process = study("waiting", as_csv(canary))
        token = process.stdout.readline()
        kill_all(process)

        (waiting,) = (place.data / "transit").iterdir()
        key = token.split(b".")[1].partition(b":")[0]
        assert place.left(canary) == []
        assert key not in waiting.read_bytes()
        with place.serving():
            assert list((place.data / "transit").iterdir()) == []

    def test_after_kill_9_while_it_is_counted_a_restart_removes_it(self, place, canary, study):
        process = study("tallying", as_csv(canary))
        process.stdout.readline()
        kill_all(process)

        # The engine reads no Windows-1252: at this moment there is a private copy on disk.
        (left,) = place.left(canary)
        assert left.is_relative_to(place.data / "tmp")
        with place.serving():
            assert place.left(canary) == []


def test_after_kill_9_of_a_worker_its_files_are_removed_at_once(place, canary):
    with place.serving() as (process, address):
        folder = wait_for(lambda: worker_folder(place.data, process.pid))
        (folder / "spill").write_text(canary.text)
        os.kill(int(folder.name.partition("-")[0]), signal.SIGKILL)

        wait_for(lambda: not folder.exists())
        assert place.left(canary) == []
        assert Visitor(address).get("/privacy/") == 200


def worker_folder(data: Path, first: int) -> Path | None:
    folders = (data / "tmp").iterdir()
    return next((f for f in folders if not f.name.startswith(f"{first}-")), None)


def test_a_planted_leak_is_found(place, canary, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    places = [place.data, place.data / "tmp/1-x/spill", place.tmp, elsewhere]
    leaks = []
    for folder in places:
        folder.mkdir(parents=True, exist_ok=True)
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            leaks.append(leak := folder / f"left-{code}")
            # Over the border between two pieces of the search.
            leak.write_bytes(b"\0" * (2**20 - 7) + f"x;{canary.text};y".encode(code))

    assert sorted(place.left(canary)) == sorted(leaks)


def test_a_workbook_that_was_left_is_found(place, canary):
    leak = place.tmp / "werkmap"
    leak.write_bytes(as_workbook(canary))

    assert place.left(canary) == [leak]
