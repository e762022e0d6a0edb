"""Reads an .odt: headings, paragraphs, lists, tables, notes and text boxes."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from waterpas.reading import errors
from waterpas.reading.builder import Builder
from waterpas.reading.document import Cell, Kind
from waterpas.reading.kinds import Source
from waterpas.reading.packages import Element, opened, refuse_declarations, tree
from waterpas.results import Note

NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, TABLE, OFFICE, DRAW, STYLE = (
    NS % name for name in ("text", "table", "office", "drawing", "style")
)
INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content",
        "bibliography",
        "illustration-index",
        "table-index",
        "object-index",
        "alphabetical-index",
        "user-index",
    )
)
SKIPPED = frozenset({OFFICE + "annotation", TEXT + "tracked-changes", TEXT + "ruby-text"})
GROUPS = frozenset(
    {TEXT + "section", TEXT + "index-body", TEXT + "index-title", TEXT + "numbered-paragraph"}
)
NAMED: dict[str, Kind] = {
    "Title": "title",
    "Quotations": "quote",
}
MOST_SPACES = 100


@dataclass(slots=True)
class _Found:
    """What one paragraph holds beside its text."""

    pieces: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    page_ends: int = 0


def read_odt(source: Source, builder: Builder) -> tuple[int | None, tuple[Note, ...]]:
    """Put the blocks in the builder; give the number of pages, if known, and the notes."""
    with opened(source) as package:
        _refuse_password(package, source.name)
        root = tree(package, "content.xml", source.name)
        if root is None:
            raise errors.damaged(source.name)
        refuse_declarations(root, source.name)
        reader = _Odt(root, builder)
        for body in root.iterfind(f"{OFFICE}body/{OFFICE}text"):
            reader.children(body)
        if not reader.pages_known:
            builder.without_pages()
        pages = reader.page if reader.pages_known else None
        return pages, tuple(_said(package, root))


def _refuse_password(package: zipfile.ZipFile, name: str) -> None:
    if "META-INF/manifest.xml" not in package.namelist():
        return
    with package.open("META-INF/manifest.xml") as file:
        if b"encryption-data" in file.read(1 << 20):
            raise errors.locked(name)


def _said(package: zipfile.ZipFile, root: Element) -> Iterator[Note]:
    if any(re.match(r"(Basic|Scripts)/.+\.(xml|py|js|bsh)$", n) for n in package.namelist()):
        yield Note("macros-not-run")
    if root.find(f".//{OFFICE}annotation") is not None:
        yield Note("comments-not-read")
    if root.find(f".//{TEXT}tracked-changes/{TEXT}changed-region") is not None:
        yield Note("changes-not-accepted")


class _Odt:
    def __init__(self, root: Element, builder: Builder) -> None:
        self.builder = builder
        self.parents = {
            style.get(STYLE + "name"): style.get(STYLE + "parent-style-name")
            for style in root.iterfind(f"{OFFICE}automatic-styles/{STYLE}style")
        }
        self.page, self.pages_known, self.tables = 1, False, 0

    def children(
        self,
        element: Element,
        *,
        depth: int = 0,
        contents: bool = False,
        cell: Cell | None = None,
    ) -> None:
        """Read what stands in a body, list, cell, note or box."""
        for child in element:
            self._child(child, depth, contents, cell)

    def _child(self, child: Element, depth: int, contents: bool, cell: Cell | None) -> None:
        tag = child.tag
        if tag in {TEXT + "p", TEXT + "h"}:
            self._paragraph(child, depth, contents, cell)
        elif tag == TEXT + "list":
            self.children(child, depth=depth + 1, contents=contents, cell=cell)
        elif tag in {TEXT + "list-item", TEXT + "list-header"} or tag in GROUPS:
            self.children(child, depth=depth, contents=contents, cell=cell)
        elif tag in INDEXES:
            self.children(child, depth=depth, contents=True, cell=cell)
        elif tag == TABLE + "table":
            self._table(child, contents)
        elif tag == TEXT + "soft-page-break":
            self._next_page()
        elif tag == DRAW + "frame":
            self._box(child, contents)

    def _next_page(self, count: int = 1) -> None:
        self.page, self.pages_known = self.page + count, True

    def _paragraph(self, element: Element, depth: int, contents: bool, cell: Cell | None) -> None:
        found = _Found()
        _collect(element, found)
        kind, level = self._kind(element, depth, cell)
        text = "".join(found.pieces)
        self.builder.add(kind, text, level=level, page=self.page, is_contents=contents, cell=cell)
        if found.page_ends:
            self._next_page(found.page_ends)
        for note in found.notes:
            self._note(note)
        for box in found.boxes:
            self._box(box, contents)

    def _kind(self, element: Element, depth: int, cell: Cell | None) -> tuple[Kind, int | None]:
        if element.tag == TEXT + "h":
            level = element.get(TEXT + "outline-level", "1")
            return "heading", int(level) if level.isdigit() else 1
        style = element.get(TEXT + "style-name", "")
        named = NAMED.get(style) or NAMED.get(self.parents.get(style) or "")
        if named == "title":
            return named, None
        if cell is not None:
            return "cell", None
        return ("item", depth) if depth else (named or "paragraph", None)

    def _note(self, note: Element) -> None:
        texts = []
        for paragraph in note.iter(TEXT + "p"):
            found = _Found()
            _collect(paragraph, found)
            texts.append("".join(found.pieces).strip())
        self.builder.add("footnote", "\n".join(texts), page=self.page)

    def _box(self, frame: Element, contents: bool) -> None:
        for box in frame.iterfind(DRAW + "text-box"):
            self.children(box, contents=contents)

    def _table(self, table: Element, contents: bool) -> None:
        self.tables += 1
        number = self.tables
        for row, line in enumerate(_rows(table), start=1):
            column = 1
            for cell in line:
                if cell.tag in {TABLE + "table-cell", TABLE + "covered-table-cell"}:
                    place = Cell(table=number, row=row, column=column)
                    if cell.tag == TABLE + "table-cell":
                        self.children(cell, contents=contents, cell=place)
                    column += _repeated(cell)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in {TABLE + "table-header-rows", TABLE + "table-rows"}:
            yield from child.iterfind(TABLE + "table-row")


def _repeated(cell: Element) -> int:
    count = cell.get(TABLE + "number-columns-repeated", "1")
    return int(count) if count.isdigit() else 1


def _collect(paragraph: Element, found: _Found) -> None:
    """Gather the text of a paragraph; notes and boxes are put aside."""
    waiting: list[Element | str] = [paragraph]
    while waiting:
        at = waiting.pop()
        if isinstance(at, str):
            found.pieces.append(at)
        elif at.tag == TEXT + "note":
            found.notes.append(at)
        elif at.tag == DRAW + "frame":
            found.boxes.append(at)
        elif at.tag not in SKIPPED and isinstance(at.tag, str):
            _one(at, found)
            waiting.extend(_inside(at))


def _one(element: Element, found: _Found) -> None:
    if element.tag == TEXT + "s":
        count = element.get(TEXT + "c", "1")
        found.pieces.append(" " * min(int(count) if count.isdigit() else 1, MOST_SPACES))
    elif element.tag == TEXT + "tab":
        found.pieces.append(" ")
    elif element.tag == TEXT + "line-break":
        found.pieces.append("\n")
    elif element.tag == TEXT + "soft-page-break":
        found.page_ends += 1


def _inside(element: Element) -> list[Element | str]:
    """The texts and children of an element, the last first."""
    parts: list[Element | str] = [_spaced(element.text)]
    for child in element:
        parts.extend((child, _spaced(child.tail)))
    return parts[::-1]


def _spaced(text: str | None) -> str:
    """In .odt a line end in the file is a space; hard line ends have a tag of their own."""
    return (text or "").replace("\n", " ")
