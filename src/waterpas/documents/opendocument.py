"""A document as an OpenDocument text (.odt): real headings, lists and header rows."""

from functools import singledispatch
from io import BytesIO
from typing import Any

from waterpas.documents.errors import WriterMissing
from waterpas.documents.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table

COUNTRIES = {"nl": "NL", "en": "GB"}
BOLD = "waterpas_bold"


def odt(document: Document) -> bytes:
    """The document as .odt. Raises WriterMissing."""
    try:
        from odfdo import Document as OpenDocument
        from odfdo import Header, Style
    except ImportError as error:
        raise WriterMissing("ODT") from error
    file = OpenDocument("text")
    file.set_language(f"{document.lang}-{COUNTRIES[document.lang]}")
    file.insert_style(Style("text", name=BOLD, bold=True), automatic=True)
    file.meta.set_title(document.title)
    file.meta.set_generator("Waterpas")
    body = file.body
    body.clear()
    body.append(Header(1, document.title))
    for block in document.blocks:
        _add(block, body)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


@singledispatch
def _add(block: Block, body: Any) -> None:
    raise TypeError(f"no such block: {type(block).__name__}")


@_add.register
def _heading(block: Heading, body: Any) -> None:
    from odfdo import Header

    body.append(Header(block.level, block.text))


@_add.register
def _paragraph(block: Paragraph, body: Any) -> None:
    from odfdo import Paragraph as Words

    body.append(Words(block.text))


@_add.register
def _bullets(block: Bullets, body: Any) -> None:
    from odfdo import List

    body.append(List(list(block.items)))


@_add.register
def _facts(block: Facts, body: Any) -> None:
    from odfdo import Paragraph as Words
    from odfdo import Span

    for name, value in block.pairs:
        line = Words("")
        line.append(Span(f"{name}: ", style=BOLD))
        line.append_plain_text(value)
        body.append(line)


@_add.register
def _table(block: Table, body: Any) -> None:
    from odfdo import Element, Row
    from odfdo import Paragraph as Words
    from odfdo import Table as Grid

    body.append(Words(block.caption))
    grid = Grid(block.caption, width=len(block.head), height=0)
    heads = Element.from_tag("<table:table-header-rows/>")
    heads.append(_row(Row(), block.head))
    grid.append(heads)
    for row in block.rows:
        grid.append(_row(Row(), row))
    body.append(grid)


def _row(row: Any, cells: tuple[str, ...]) -> Any:
    from odfdo import Cell
    from odfdo import Paragraph as Words

    for text in cells:
        cell = Cell(cell_type="string")
        cell.append(Words(text))
        row.append(cell)
    return row
