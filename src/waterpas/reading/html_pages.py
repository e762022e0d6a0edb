"""Reads a web page: headings, paragraphs, lists, tables and notes; no menus, no scripts."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from waterpas.reading import errors
from waterpas.reading.builder import Builder
from waterpas.reading.document import Cell, Kind

_SKIPPED = """
nav script style noscript template head svg math iframe object embed canvas audio video
button select input textarea datalist dialog menu
"""
SKIPPED = frozenset(_SKIPPED.split())
PARAGRAPHS: dict[str, Kind] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "item",
    "td": "cell",
    "th": "cell",
    "blockquote": "quote",
}
# Tags that begin a new block of text.
_BLOCKS = """
p div section article main header footer aside ul ol dl dt dd table thead tbody tfoot tr
caption figure figcaption address pre form fieldset legend details summary hr body
"""
BLOCKS = frozenset(_BLOCKS.split()) | set(PARAGRAPHS)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
NOTES = re.compile(r"\b(footnotes?|voetnoten|endnotes?|doc-endnotes?|doc-footnote)\b")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
Element = Any  # lxml has no types


def read_html(text: str, name: str, builder: Builder) -> None:
    """Put the blocks of a page in the builder."""
    text = DECLARATION.sub("", text).replace("\x00", "")
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise errors.empty(name) from error
    _Page(builder).read(root)


@dataclass(slots=True)
class _Around:
    """What the text at hand stands in; saved at each tag, put back at its end."""

    kind: Kind = "paragraph"
    level: int | None = None
    depth: int = 0
    cell: Cell | None = None
    in_notes: bool = False
    contents: bool = False
    preformatted: bool = False


class _Page:
    """Walks through the page once, without recursion: pages can be nested very deep."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.around = _Around()
        self.saved: list[_Around] = []
        self.pieces: list[str] = []
        self.tables = 0
        self.places: list[list[int]] = []  # of each open table: number, row, column

    def read(self, root: Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped: set[Element] = set()
        for event, element in walker:
            if event in {"comment", "pi"}:
                self._text(element.tail)
            elif event == "start" and _is_skipped(element):
                walker.skip_subtree()
                skipped.add(element)
            elif event == "start":
                self._start(element)
            elif element in skipped:
                skipped.discard(element)
                self._text(element.tail)
            else:
                self._end(element)
        self._write()

    def _text(self, text: str | None) -> None:
        if text:
            keep = self.around.preformatted
            self.pieces.append(text if keep else re.sub(r"\s+", " ", text))

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self.pieces.append("\n")
        if tag in BLOCKS:
            self._write()
            self.saved.append(self.around)
            self.around = self._inside(element)
        self._text(element.text)

    def _end(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._write()
            self.around = self.saved.pop()
            if element.tag == "table" and self.places:
                self.places.pop()
        self._text(element.tail)

    def _inside(self, element: Element) -> _Around:
        now, tag = self.around, element.tag
        about = f"{element.get('class', '')} {element.get('role', '')} {element.get('id', '')}"
        notes = now.in_notes or bool(NOTES.search(about))
        contents = now.contents or element.get("role") in {"doc-toc", "doc-bibliography"}
        depth = now.depth + (tag in {"ul", "ol"})
        cell = self._cell(element) or now.cell
        kind, level = now.kind, now.level
        if tag in PARAGRAPHS:
            kind, level = PARAGRAPHS[tag], None
        if kind == "heading":
            level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else level
        elif kind == "item":
            kind, level = ("cell", None) if cell else ("item", max(depth, 1))
        if notes and kind in {"paragraph", "item"}:
            kind, level = "footnote", None
        pre = now.preformatted or tag == "pre"
        return _Around(kind, level, depth, cell, notes, contents, pre)

    def _cell(self, element: Element) -> Cell | None:
        """Keep count of tables, rows and columns; the place when this is a cell."""
        tag = element.tag
        if tag == "table":
            self.tables += 1
            self.places.append([self.tables, 0, 1])
        elif tag == "tr" and self.places:
            self.places[-1][1:] = [self.places[-1][1] + 1, 1]
        elif tag in {"td", "th"} and self.places:
            table, row, column = self.places[-1]
            span = element.get("colspan", "1")
            self.places[-1][2] += int(span) if span.isdigit() and len(span) < 4 else 1
            return Cell(table=table, row=max(row, 1), column=column)
        return None

    def _write(self) -> None:
        text, self.pieces = "".join(self.pieces), []
        around = self.around
        if not text.strip():
            return
        cell = around.cell if around.kind in {"cell", "heading"} else None
        self.builder.add(
            around.kind, text, level=around.level, is_contents=around.contents, cell=cell
        )


def _is_skipped(element: Element) -> bool:
    if element.tag in SKIPPED or element.get("hidden") is not None:
        return True
    role = element.get("role", "")
    if role in {"navigation", "doc-noteref", "search"} or element.get("aria-hidden") == "true":
        return True
    return bool(HIDDEN.search(element.get("style", ""))) or _is_note_mark(element)


def _is_note_mark(element: Element) -> bool:
    """A raised number that only points at a note, or the arrow back."""
    if element.tag == "sup":
        links = element.findall(".//a")
        return len(links) == 1 and str(links[0].get("href", "")).startswith("#")
    return bool(element.get("role") == "doc-backlink")
