"""What is no good document gives one sentence and exit 2; what is only unusual is read."""

import io
import os
import sys
from functools import partial

import pytest

from tests.command import waterpas
from tests.process_tree import watched
from tests.unit.reading.making import changed, docx, pdf, pdf_of
from tests.unit.reading.test_bad_documents import encrypted_pdf

OLD_WORD = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
RUN = "from waterpas.cli.main import run; run()"
ENGLISH = "The municipality decides who is checked and which of them have to show where they live. "
TURKISH = "Belediye kimin denetleneceğine karar verir ve bu kişiler için daha çok belge ister. "


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return partial(waterpas, capsys, monkeypatch, "read")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kapot.pdf", b"%PDF-1.7 rommel", "kapot.pdf is beschadigd."),
        ("slot.pdf", encrypted_pdf(), "slot.pdf heeft een wachtwoord."),
        ("oud.doc", OLD_WORD, "oud.doc is een document van een oude Word (.doc)."),
        ("scan.pdf", pdf_of([[], []], picture=True), "scan.pdf is een gescande PDF:"),
        ("beeld.txt", bytes(range(256)) * 50, "beeld.txt bevat tekens die in een tekst niet"),
        ("beeld.bin", bytes(range(256)) * 50, "Waterpas leest de tekst van beeld.bin niet."),
        ("leeg.txt", b"", "leeg.txt bevat geen tekst."),
        ("nep.docx", pdf(), "nep.docx is geen .docx-bestand, al heet het wel zo:"),
    ],
)
def test_a_bad_document_gives_one_sentence(call, tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    outcome = call(name)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(said)
    assert len(outcome.err.splitlines()) == 1


def test_what_is_not_there_and_a_link_to_itself(call, tmp_path):
    (tmp_path / "lus").symlink_to("lus")

    for name in ("weg.docx", "lus"):
        assert call(name).err == f"Het bestand '{name}' is er niet. Controleer de naam en de map.\n"


def test_a_file_that_may_not_be_opened(call, tmp_path, monkeypatch):
    path = tmp_path / "dicht.docx"
    path.write_bytes(docx())
    real = type(path).open

    def guarded(self, *words, **how):
        if self.name == path.name:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *words, **how)

    monkeypatch.setattr(type(path), "open", guarded)
    outcome = call("dicht.docx")

    assert outcome.code == 2
    assert outcome.err.startswith("dicht.docx kan niet worden gelezen.")


def test_a_document_with_macros_is_read_and_says_that_they_never_run(call, tmp_path):
    (tmp_path / "macro.docm").write_bytes(changed(docx(), {"word/vbaProject.bin": b"x"}))
    outcome = call("macro.docm")

    assert outcome.code == 0
    assert "Waterpas voert die nooit uit" in " ".join(outcome.out.split())


@pytest.mark.parametrize("text", [ENGLISH, TURKISH])
def test_a_text_in_another_language_is_read_with_a_remark(call, tmp_path, text):
    (tmp_path / "tekst.txt").write_text(text * 9)
    outcome = call("tekst.txt")

    assert outcome.code == 0
    assert "Deze tekst lijkt niet Nederlands." in " ".join(outcome.out.split())


def test_a_document_that_comes_through_a_named_pipe(call, tmp_path, monkeypatch):
    """What a shell makes of `waterpas read <(command)`."""
    read, write = os.pipe()
    os.write(write, b"De dienst kiest met een risicoprofiel.")
    os.close(write)
    outcome = call(f"/dev/fd/{read}")
    os.close(read)

    assert outcome.code == 0
    assert "risicoprofiel" in outcome.out


def test_far_too_much_pasted_text_is_refused_before_it_fills_the_memory(call, monkeypatch):
    monkeypatch.setattr("waterpas.cli.reading.gathered.LARGEST_TEXT", 1 << 20)
    flood = io.BytesIO(b"x" * (3 << 20))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(flood))
    outcome = call("-")

    assert outcome.code == 2
    assert outcome.err.startswith("De geplakte tekst is te groot")
    assert flood.tell() <= 2 << 20


def test_fifty_megabytes_of_pasted_text_give_a_clear_limit_in_bounded_memory(tmp_path):
    path = tmp_path / "groot.txt"
    path.write_text("De consulent kiest wie een gesprek krijgt.\n\n" * 1_150_000)
    with path.open() as pasted:
        found = watched(sys.executable, "-c", RUN, "read", "-", stdin=pasted)

    assert found.code == 2
    assert found.err == (
        "De geplakte tekst is te lang: Waterpas leest hoogstens 20 miljoen tekens tegelijk, dat "
        "zijn ruim 6.000 bladzijden. Deel de tekst in stukken.\n"
    )
    assert found.peak < 500 << 20


@pytest.mark.proof
def test_a_pdf_of_two_thousand_pages_is_read_in_bounded_memory(tmp_path, prove):
    pages = 2000 if prove else 200
    asks = "De dienst kiest met een risicoprofiel wie een controle krijgt."
    plain = "Het loket op de begane grond is open van negen tot vijf."
    page = [(60, 800 - 14 * at, 9, plain if at else asks) for at in range(40)]
    content = [page] * pages
    (tmp_path / "lang.pdf").write_bytes(pdf_of(content))
    call = ("read", tmp_path / "lang.pdf", "--output", tmp_path / "uit.txt")
    found = watched(sys.executable, "-c", RUN, *call)

    assert (found.code, found.err) == (0, "")
    assert f"blz. {pages}, " in (tmp_path / "uit.txt").read_text()
    assert found.peak < 500 << 20
