"""Of a document that was read nothing is left on disk but its passages.

The server is real, and so is the search: it reads every byte of the data folder, of the folders
for temporary files, and of what the server said.
"""

import re
import time

import pytest

from tests.unit.reading.making import docx, pdf_of
from tests.web.running import Visitor, kill_all
from tests.web.scans.documents import PROFILE, file
from tests.web.studies.canary import Canary, Place
from tests.web.studies.test_canary import half_an_upload


@pytest.fixture
def canary():
    return Canary()


@pytest.fixture(scope="module")
def running(tmp_path_factory, example_data):
    """A place with a server that keeps running, and its address."""
    place = Place(tmp_path_factory.mktemp("running"), example_data)
    with place.serving() as (_, address):
        yield place, address


class Adviser(Visitor):
    """The coordinator of Voorbeeldstad, at the page to hand in a document."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.log_in_as("N. de Wit", to="/beleidstoets/")
        self.read = re.search(r"/beleidstoets/\d+/", self.text)[0] + "tekst/"
        self.get(self.read)

    def hand_in(self, **fields: object) -> int:
        self.get(self.read)
        return self.post(self.read, fields)


def text_of(canary: Canary) -> str:
    """A policy with the canary outside every passage, and one passage."""
    return f"De brief noemt {canary.text}.\n\n{PROFILE} Nummer {canary.text[-6:]}."


def as_docx(canary: Canary) -> bytes:
    parts = text_of(canary).split("\n\n")
    return docx([("paragraph", None, part) for part in parts])


def as_pdf(canary: Canary) -> bytes:
    first, second = text_of(canary).split("\n\n")
    return pdf_of([[(60, 700, 10, first), (60, 600, 10, second)]])


KINDS = {
    "nota.txt": lambda canary: text_of(canary).encode(),
    "nota.html": lambda canary: f"<html><p>{text_of(canary)}</p></html>".encode(),
    "nota.docx": as_docx,
    "nota.pdf": as_pdf,
}


@pytest.mark.parametrize("name", KINDS)
def test_after_reading_only_the_passage_is_there(running, canary, name):
    place, address = running
    visitor = Adviser(address)

    assert visitor.hand_in(file=file(KINDS[name](canary), name)) == 200

    assert "risicoprofielen" in visitor.text
    assert canary.text not in visitor.text
    assert place.left(canary) == []


def test_after_a_pasted_text_neither(running, canary):
    place, address = running
    visitor = Adviser(address)

    assert visitor.hand_in(text=text_of(canary), name="Geplakt") == 200

    assert "Geplakt</h1>" in visitor.text
    assert place.left(canary) == []


def test_a_text_that_is_kept_would_be_found(running, canary):
    """Positive control: a passage is kept, and this search finds it."""
    place, address = running
    visitor = Adviser(address)

    visitor.hand_in(text=f"De gemeente stelt risicoprofielen op, {canary.text}.", name="Wel")

    assert place.left(canary) != []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("stuk.docx", lambda canary: b"PK\x03\x04" + text_of(canary).encode()),
        ("stuk.pdf", lambda canary: b"%PDF-1.4 " + text_of(canary).encode()),
        ("fout.docx", as_pdf),
        ("stuk.txt", lambda canary: text_of(canary).encode() + b"\x00\x01"),
    ],
)
def test_after_an_error(running, canary, name, content):
    place, address = running
    visitor = Adviser(address)

    assert visitor.hand_in(file=file(content(canary), name)) == 422

    assert name in visitor.text
    assert place.left(canary) == []


def test_after_more_text_than_we_take_in(running, canary):
    place, address = running
    visitor = Adviser(address)

    assert visitor.hand_in(text=text_of(canary) * 60_000) == 400

    assert "daar staat nog wat u typte" in visitor.text
    assert place.left(canary) == []


def test_after_a_double_text_that_is_shown_again(running, canary):
    place, address = running
    visitor = Adviser(address)
    both = {"text": text_of(canary), "file": file(text_of(canary).encode())}

    assert visitor.hand_in(**both) == 422

    assert canary.text in visitor.text
    assert place.left(canary) == []


def test_after_kill_9_halfway(tmp_path, example_data, canary):
    place = Place(tmp_path, example_data)
    with place.serving() as (process, address):
        line = half_an_upload(Adviser(address), canary)
        time.sleep(0.5)
        kill_all(process)
        line.close()

    assert place.left(canary) == []
