"""A document as plain text, to paste into a mail."""

from functools import singledispatch

from waterpas.documents.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table


def text(document: Document) -> str:
    """The whole document as text; a table becomes lines with its cells apart by tabs."""
    parts = [document.title, *(_text(block) for block in document.blocks)]
    return "\n\n".join(parts) + "\n"


@singledispatch
def _text(block: Block) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_text.register
def _heading(block: Heading) -> str:
    return block.text


@_text.register
def _paragraph(block: Paragraph) -> str:
    return block.text


@_text.register
def _bullets(block: Bullets) -> str:
    return "\n".join(f"- {item}" for item in block.items)


@_text.register
def _facts(block: Facts) -> str:
    return "\n".join(f"{name}: {value}" for name, value in block.pairs)


@_text.register
def _table(block: Table) -> str:
    lines = ["\t".join(row) for row in (block.head, *block.rows)]
    return "\n".join([block.caption, *lines])
