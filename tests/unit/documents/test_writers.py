"""One document in every kind of file: read back by our own reader and by another library."""

import re
import sys
from io import BytesIO
from zipfile import ZipFile

import docx as python_docx
import pypdfium2 as pdfium
import pytest
from lxml import etree, html

from waterpas.documents import Bullets, Document, Facts, Heading, Paragraph, Table
from waterpas.documents.errors import WriterMissing
from waterpas.documents.html import html_page
from waterpas.documents.opendocument import odt
from waterpas.documents.pdf import pdf
from waterpas.documents.plain_text import text as plain_text
from waterpas.documents.word import docx
from waterpas.reading import read

TEXT = "Regel één\nen <b>twee</b> & drie"
WHOLE = Document(
    "Beleidstoets: heronderzoek",
    "nl",
    (
        Heading("Antwoorden"),
        Paragraph(TEXT),
        Heading("Wat gebeurt er?", 3),
        Bullets(("eerste punt", "tweede punt")),
        Facts((("Reden", "omdat\nhet zo is"),)),
        Table("Besluiten", ("Dag", "Besluit"), (("1 mei 2027", "aanpassen"),)),
    ),
)
SAID = ("Regel één", "<b>twee</b> & drie", "tweede punt", "het zo is", "1 mei 2027", "aanpassen")
WRITERS = {"docx": docx, "odt": odt, "pdf": pdf}


@pytest.mark.parametrize("kind", WRITERS)
def test_everything_said_can_be_read_back(kind, tmp_path):
    path = tmp_path / f"toets.{kind}"
    path.write_bytes(WRITERS[kind](WHOLE))

    text = " ".join(" ".join(block.text.split()) for block in read(path).blocks)

    for words in SAID:
        assert words in text


def test_plain_text_says_everything_in_order():
    said = plain_text(WHOLE)
    places = [said.index(words) for words in ("Antwoorden", *SAID)]

    assert said.startswith("Beleidstoets: heronderzoek\n\n")
    assert places == sorted(places)
    assert "- eerste punt\n- tweede punt" in said
    assert "1 mei 2027\taanpassen" in said


def test_plain_text_refuses_what_is_no_block():
    with pytest.raises(TypeError, match="no such block"):
        plain_text(Document("x", "nl", ("y",)))


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_headings_lists_and_cells_are_what_they_look_like(kind, tmp_path):
    path = tmp_path / f"toets.{kind}"
    path.write_bytes(WRITERS[kind](WHOLE))

    kinds = {block.text: block.kind for block in read(path).blocks}

    assert kinds["Antwoorden"] == kinds["Wat gebeurt er?"] == "heading"
    assert kinds["eerste punt"] == "item"
    assert kinds["Dag"] == kinds["aanpassen"] == "cell"


def test_a_word_file_says_its_language_and_its_header_row():
    file = python_docx.Document(BytesIO(docx(WHOLE)))

    assert file.core_properties.language == "nl-NL"
    assert file.core_properties.title == WHOLE.title
    assert 'w:val="nl-NL"' in file.styles.element.xml
    assert "w:tblHeader" in file.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" not in file.tables[0].rows[1]._tr.xml


def test_an_opendocument_file_says_its_language_and_its_header_row():
    with ZipFile(BytesIO(odt(WHOLE))) as package:
        content, styles = package.read("content.xml").decode(), package.read("styles.xml").decode()

    assert etree.fromstring(content.encode()) is not None
    assert re.search(r"<table:table-header-rows>.*Dag.*</table:table-header-rows>", content)
    assert 'fo:language="nl"' in styles


def test_a_pdf_has_tags_and_a_title():
    held = pdfium.PdfDocument(pdf(WHOLE))

    assert held.is_tagged()
    assert held.get_metadata_dict()["Title"] == WHOLE.title


def test_a_web_page_carries_no_code_from_what_was_typed():
    page = html_page(Document("<script>", "en", (Paragraph(TEXT), Table("<i>", ("<x>",), ()))))

    tree = html.fromstring(page)
    assert tree.findall(".//script") == []
    assert tree.findtext(".//h1") == "<script>"
    assert [cell.get("scope") for cell in tree.iter("th")] == ["col"]


@pytest.mark.parametrize(
    ("kind", "module"), [("docx", "docx"), ("odt", "odfdo"), ("pdf", "weasyprint")]
)
def test_what_is_not_installed_is_named(kind, module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(WriterMissing) as missing:
        WRITERS[kind](WHOLE)

    assert missing.value.kind == kind.upper()
