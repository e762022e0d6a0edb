"""A document as a Word file (.docx): real headings, lists and header rows, and its language."""

from functools import singledispatch
from io import BytesIO
from typing import Any

from waterpas.documents.errors import WriterMissing
from waterpas.documents.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def docx(document: Document) -> bytes:
    """The document as .docx. Raises WriterMissing."""
    try:
        from docx import Document as WordFile
    except ImportError as error:
        raise WriterMissing("DOCX") from error
    file = WordFile()
    _say_language(file, LANGUAGES[document.lang])
    file.core_properties.title = document.title
    file.core_properties.author = "Waterpas"
    file.core_properties.language = LANGUAGES[document.lang]
    file.core_properties.comments = ""
    file.add_heading(document.title, 0)
    for block in document.blocks:
        _add(block, file)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def _say_language(file: Any, code: str) -> None:
    """The language of the text, so that it is spoken and spelled as such."""
    from docx.oxml.ns import qn

    for each in file.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), code)


@singledispatch
def _add(block: Block, file: Any) -> None:
    raise TypeError(f"no such block: {type(block).__name__}")


@_add.register
def _heading(block: Heading, file: Any) -> None:
    file.add_heading(block.text, block.level - 1)


@_add.register
def _paragraph(block: Paragraph, file: Any) -> None:
    file.add_paragraph(block.text)


@_add.register
def _bullets(block: Bullets, file: Any) -> None:
    for item in block.items:
        file.add_paragraph(item, style="List Bullet")


@_add.register
def _facts(block: Facts, file: Any) -> None:
    for name, value in block.pairs:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)


@_add.register
def _table(block: Table, file: Any) -> None:
    from docx.oxml import OxmlElement

    file.add_paragraph(block.caption, style="Caption")
    table = file.add_table(rows=0, cols=len(block.head), style="Light Grid Accent 1")
    for row in (block.head, *block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
