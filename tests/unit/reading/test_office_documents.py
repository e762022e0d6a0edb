"""What stands in a .docx or .odt beside plain paragraphs."""

import zipfile
from io import BytesIO

import pytest
from docx import Document as Word
from docx.oxml import parse_xml

from tests.unit.reading.making import changed, docx, odt_of, saved
from waterpas.reading import Cell, note_text, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def word_of(*paragraphs, parts=()):
    """A .docx with these paragraphs as XML, and other parts beside it."""
    word = Word()
    for xml in paragraphs:
        word.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    return changed(saved(word), dict(parts))


def texts(content):
    return [block.text for block in read(content).blocks]


def codes(content):
    return [note.code for note in read(content).notes]


def test_a_table_of_word_keeps_its_rows_and_columns():
    word = Word()
    table = word.add_table(rows=2, cols=3)
    for row in range(2):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breed"
    document = read(saved(word))

    places = {block.text: block.cell for block in document.blocks}
    assert {block.kind for block in document.blocks} == {"cell"}
    assert places["breed"] == Cell(table=1, row=1, column=1)
    assert places["02"] == Cell(table=1, row=1, column=3)
    assert places["11"] == Cell(table=1, row=2, column=2)
    assert document.place_of(document.blocks[-1]) == "tabel 1, rij 2, kolom 3"


def test_inserted_text_counts_and_deleted_text_does_not():
    content = word_of(
        f"<w:p {W}><w:r><w:t>Wij </w:t></w:r>"
        "<w:ins><w:r><w:t>vragen</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>straffen</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert texts(content) == ["Wij vragen."]
    assert codes(content) == ["changes-not-accepted"]


def test_a_paragraph_whose_end_was_deleted_runs_on():
    content = word_of(
        f"<w:p {W}><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Een </w:t></w:r></w:p>",
        f"<w:p {W}><w:r><w:t>zin.</w:t></w:r></w:p>",
    )
    assert texts(content) == ["Een zin."]


def test_footnotes_of_word_stand_behind_their_paragraph():
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Bron: CBS.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    paragraph = (
        f'<w:p {W}><w:r><w:t>Eén</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:t> zin.</w:t></w:r></w:p>"
    )
    document = read(word_of(paragraph, parts=[("word/footnotes.xml", notes)]))
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("paragraph", "Eén zin."),
        ("footnote", "Bron: CBS."),
    ]


def test_a_text_box_is_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>Kader.</w:t></w:r></w:p></w:txbxContent>"
    content = word_of(
        f"<w:p {W} {MC}><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>Zin.</w:t></w:r></w:p>"
    )
    assert texts(content) == ["Zin.", "Kader."]


def test_pages_are_those_that_word_wrote_down():
    page_end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    content = word_of(
        f"<w:p {W}><w:r><w:t>Eerste.</w:t></w:r></w:p>",
        f"<w:p {W}>{page_end}<w:r><w:t>Tweede.</w:t></w:r></w:p>",
        f"<w:p {W}><w:r><w:t>Nog een.</w:t></w:r></w:p>",
    )
    document = read(content)
    assert document.pages == 2
    assert document.blocks[0].page == 1
    assert document.blocks[-1].page == 2
    assert read(docx()).pages is None


def test_a_table_of_contents_of_word_is_marked():
    content = word_of(
        f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Doel 3</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert [block.is_contents for block in read(content).blocks] == [True]


def test_macros_are_never_run_and_that_is_said():
    content = changed(docx(), {"word/vbaProject.bin": b"Sub AutoOpen()"})
    document = read(content, name="beleid.docm")
    assert [note_text(note) for note in document.notes] == [
        "Er zitten macro's in dit document. Waterpas voert die nooit uit en leest alleen de tekst."
    ]


@pytest.mark.parametrize("style", ["Title", "Quote", "Heading 3"])
def test_styles_say_what_a_paragraph_is(style):
    word = Word()
    word.add_paragraph("Gelijk behandelen", style=style)
    [block] = read(saved(word)).blocks
    assert (block.kind, block.level) == {
        "Title": ("title", None),
        "Quote": ("quote", None),
        "Heading 3": ("heading", 3),
    }[style]


def test_an_odt_gives_notes_tables_boxes_and_pages():
    body = (
        "<text:tracked-changes><text:changed-region><text:p>weg</text:p></text:changed-region>"
        "</text:tracked-changes>"
        '<text:p>Een<text:s text:c="2"/>zin<text:note><text:note-body><text:p>Bron.</text:p>'
        "</text:note-body></text:note>.<office:annotation><text:p>hm</text:p></office:annotation>"
        "</text:p><text:soft-page-break/>"
        "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'/>"
        "<table:table-cell><text:p>C</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Naast<draw:frame><draw:text-box><text:p>Kader.</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )
    document = read(odt_of(body))
    assert [(b.kind, b.text, b.page) for b in document.blocks] == [
        ("paragraph", "Een zin.", 1),
        ("footnote", "Bron.", 1),
        ("cell", "C", 2),
        ("paragraph", "Naast", 2),
        ("paragraph", "Kader.", 2),
    ]
    assert document.blocks[2].cell == Cell(table=1, row=1, column=3)
    assert [n.code for n in document.notes] == ["comments-not-read", "changes-not-accepted"]


def test_a_table_of_contents_of_an_odt_is_marked():
    body = "<text:table-of-content><text:index-body><text:p>Doel 3</text:p></text:index-body>"
    assert read(odt_of(body + "</text:table-of-content>")).blocks[0].is_contents


def test_an_odt_with_macros_says_so():
    content = odt_of("<text:p>Zin.</text:p>", others=[("Basic/Standard/Module1.xml", "<x/>")])
    assert codes(content) == ["macros-not-run"]


def test_what_the_tests_make_is_a_real_package():
    with zipfile.ZipFile(BytesIO(docx())) as package:
        assert package.testzip() is None
