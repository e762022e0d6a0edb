"""Documents that are not what they seem: each gets one sentence, and nothing is left behind."""

import io

import pypdfium2
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.unit.reading.making import ALL, ODT, changed, docx, html, odt_of, pdf, zipped
from waterpas.errors import WaterpasError
from waterpas.reading import read
from waterpas.reading.builder import MOST_CHARACTERS
from waterpas.reading.errors import DocumentError, Locked, TooLarge


@pytest.fixture
def refused(tmp_path, monkeypatch):
    """Write bytes under a name, read them: give the sentence, and see that nothing is left."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "geen"))

    def sentence(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(DocumentError) as caught:
            read(path)
        assert [entry.name for entry in tmp_path.iterdir()] == [name]
        path.unlink()
        assert str(tmp_path) not in str(caught.value)
        return str(caught.value)

    return sentence


def damaged(name):
    return (
        f"{name} is beschadigd. Open het in het programma waarmee het is gemaakt, bewaar het "
        "opnieuw en kies dat bestand."
    )


def locked(name):
    return f"{name} heeft een wachtwoord. Bewaar een kopie zonder wachtwoord en kies die."


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DocumentError) as caught:
        read(tmp_path / "weg.docx")
    assert str(caught.value) == ("Het bestand 'weg.docx' is er niet. Controleer de naam en de map.")


def test_a_broken_pdf(refused):
    assert refused("nota.pdf", b"%PDF-1.7\nrommel") == damaged("nota.pdf")


def test_a_pdf_with_a_password(refused):
    assert refused("nota.pdf", encrypted_pdf()) == locked("nota.pdf")


def encrypted_pdf():
    """A PDF that says it is locked with a password nobody gave."""
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    return pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


def test_a_word_document_with_a_password(refused):
    buffer = io.BytesIO()
    OOXMLFile(io.BytesIO(docx())).encrypt("geheim", buffer)
    assert refused("nota.docx", buffer.getvalue()) == locked("nota.docx")
    with pytest.raises(Locked):
        read(buffer.getvalue())


def test_an_odt_with_a_password(refused):
    content = odt_of("", others=[("META-INF/manifest.xml", "<m:encryption-data/>")])
    assert refused("nota.odt", content) == locked("nota.odt")


def test_an_old_word_document(refused):
    content = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
    expected = (
        "nota.doc is een document van een oude Word (.doc). Open het in uw tekstverwerker, "
        "bewaar het als .docx en kies dat bestand."
    )
    assert refused("nota.doc", content) == expected
    assert refused("nota.docx", content) == expected.replace("nota.doc ", "nota.docx ")


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_zip_bomb(refused, kind):
    part = {"docx": "word/document.xml", "odt": "content.xml"}[kind]
    bomb = changed(ALL[kind](), {part: b" " * (60 << 20)})
    assert refused(f"nota.{kind}", bomb) == (
        f"nota.{kind} is uitgepakt te groot om veilig te openen. Bewaar het document als .txt of "
        ".pdf en kies dat bestand."
    )


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_part_too_large_to_hold_as_a_tree(refused, kind, monkeypatch):
    monkeypatch.setattr("waterpas.reading.packages.LARGEST_TREE", 500)
    assert "is uitgepakt te groot om veilig te openen" in refused(f"nota.{kind}", ALL[kind]())


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
def test_entities_in_a_package_are_refused(refused, declared):
    misleading = "bevat verwijzingen die een document niet nodig heeft"
    assert misleading in refused("nota.odt", odt_of("<text:p>&a;</text:p>", before=declared))
    word = (
        f'<?xml version="1.0"?>{declared}<w:document xmlns:w="http://schemas.openxmlformats.org/'
        'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    assert misleading in refused("nota.docx", changed(docx(), {"word/document.xml": word}))


def test_entities_in_a_page_fetch_nothing(tmp_path):
    secret = tmp_path / "geheim"
    secret.write_text("GEHEIM")
    page = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{secret}">]><html><p>Dag &a;</p></html>'
    assert "GEHEIM" not in read(page.encode(), name="p.html").text


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("nota.docx", pdf(), "PDF"),
        ("nota.pdf", docx(), "Word (.docx)"),
        ("nota.odt", docx(), "Word (.docx)"),
        ("nota.docx", html(), "HTML"),
        ("nota.pdf", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("nota.docx", zipped({"a.txt": "a"}), "ZIP"),
        ("nota.docx", rb"{\rtf1 dag}", "RTF"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(refused, name, content, kind):
    suffix = name[4:]
    assert refused(name, content) == (
        f"{name} is geen {suffix}-bestand, al heet het wel zo: het is {kind}. Bewaar het document "
        f"opnieuw als {suffix}, of geef het bestand de juiste naam."
    )


@pytest.mark.parametrize("name", ["nota.xlsx", "nota.rtf", "nota.zip", "nota.json"])
def test_a_kind_that_is_not_read(refused, name):
    for content in (zipped({"a.txt": "a"}), b"dag"):
        assert refused(name, content) == (
            f"Waterpas leest de tekst van {name} niet. Bewaar het document als .docx, .odt, .pdf, "
            ".html of .txt."
        )


@pytest.mark.parametrize("name", ["nota.docx", "nota.pdf", "nota.txt", "nota.html", "nota.odt"])
def test_an_empty_file(refused, name):
    assert refused(name, b"") == (
        f"{name} bevat geen tekst. Kies een document waar tekst in staat."
    )


@pytest.mark.parametrize("kind", ["docx", "odt", "html", "txt", "pdf"])
def test_a_document_without_a_word(refused, kind):
    assert "bevat geen tekst" in refused(f"nota.{kind}", ALL[kind]([]) or b" \n ")


def test_pasted_text_of_nothing():
    with pytest.raises(DocumentError, match=r"De geplakte tekst bevat geen tekst\."):
        read(" \n ")


def test_bytes_that_are_no_text(refused):
    assert refused("nota.txt", bytes(range(256))) == (
        "nota.txt bevat tekens die in een tekst niet voorkomen. Bewaar de tekst opnieuw als .txt "
        "(UTF-8)."
    )


def test_fifty_megabytes_of_pasted_text():
    with pytest.raises(TooLarge) as caught:
        read("Dit is een zin. " * (50_000_000 // 16))
    assert str(caught.value) == (
        "De geplakte tekst is te lang: Waterpas leest hoogstens 20 miljoen tekens tegelijk, dat "
        "zijn ruim 6.000 bladzijden. Deel de tekst in stukken."
    )


def test_a_document_that_unpacks_to_more_text_than_is_read(monkeypatch):
    monkeypatch.setattr("waterpas.reading.builder.MOST_CHARACTERS", 50)
    for make in ALL.values():
        with pytest.raises(TooLarge):
            read(make())
    assert MOST_CHARACTERS > 50


def test_every_error_can_be_said_in_english():
    with pytest.raises(WaterpasError) as caught:
        read(b"%PDF-1.7\nrommel", name="nota.pdf")
    assert caught.value.text("en").startswith("nota.pdf is damaged.")


def test_an_odt_that_is_a_sheet():
    content = zipped({"mimetype": ODT[:-4] + "spreadsheet", "content.xml": "<x/>"})
    with pytest.raises(DocumentError, match="het is ZIP"):
        read(content, name="nota.odt")


def test_the_locked_pdf_of_these_tests_is_locked():
    with pytest.raises(pypdfium2.PdfiumError) as caught:
        pypdfium2.PdfDocument(encrypted_pdf())
    assert caught.value.err_code == 4
