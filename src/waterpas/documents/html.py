"""A document as one web page that needs nothing else."""

from functools import singledispatch
from html import escape

from waterpas.documents.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table

STYLE = """
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page); font-size: 9pt; } }
body { font: 11pt/1.5 system-ui, "Noto Sans", Arial, sans-serif; color: #17302f; max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 1em; }
h2 { font-size: 1.25em; margin: 1.8em 0 0.5em; border-top: 1px solid #c9d6d5; padding-top: 0.9em; }
h3 { font-size: 1.05em; margin: 1.3em 0 0.3em; }
h1, h2, h3 { break-after: avoid; }
p { white-space: pre-line; margin: 0 0 0.6em; }
dt { font-weight: 600; } dd { margin: 0 0 0.5em; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0 1.2em; }
caption { text-align: start; font-weight: 600; margin-bottom: 0.4em; }
th, td { text-align: start; vertical-align: top; border-bottom: 1px solid #c9d6d5;
  padding: 0.35em 0.6em 0.35em 0; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
"""


def html_page(document: Document) -> str:
    """The whole page, as text."""
    title = escape(document.title)
    blocks = "\n".join(_html(block) for block in document.blocks)
    return (
        f'<!doctype html>\n<html lang="{document.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body><main><h1>{title}</h1>\n{blocks}\n</main></body></html>\n"
    )


@singledispatch
def _html(block: Block) -> str:
    raise TypeError(f"no such block: {type(block).__name__}")


@_html.register
def _heading(block: Heading) -> str:
    return f"<h{block.level}>{escape(block.text)}</h{block.level}>"


@_html.register
def _paragraph(block: Paragraph) -> str:
    return f"<p>{escape(block.text)}</p>"


@_html.register
def _bullets(block: Bullets) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"


@_html.register
def _facts(block: Facts) -> str:
    pairs = (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in block.pairs)
    return "<dl>" + "".join(pairs) + "</dl>"


@_html.register
def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in block.rows)
    caption = f"<caption>{escape(block.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: tuple[str, ...]) -> str:
    first, *others = row
    return f'<th scope="row">{escape(first)}</th>' + "".join(
        f"<td>{escape(cell)}</td>" for cell in others
    )
