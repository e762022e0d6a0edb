"""Reads a .docx: the text as it would stand with all changes accepted."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from waterpas.reading import errors
from waterpas.reading.builder import Builder
from waterpas.reading.document import Cell
from waterpas.reading.docx_styles import PLAIN, Style, W, of_properties, styles, value
from waterpas.reading.kinds import Source
from waterpas.reading.packages import Element, opened, tree, walk
from waterpas.results import Note

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
# Taken away or moved away, kept for older programs, or not text.
SKIPPED = frozenset(
    {W + "del", W + "moveFrom", COMPATIBLE + "Fallback", W + "pPr", W + "rPr", W + "instrText"}
)
SIGNS = {
    W + "tab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "ptab": " ",
}
CHANGES = frozenset({W + "ins", W + "del", W + "moveFrom", W + "moveTo"})
CONTENTS = frozenset({"Table of Contents", "Bibliographies", "Table of Figures"})


@dataclass(slots=True)
class _Found:
    """What one paragraph holds beside its text."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    page_ends: int = 0
    changed: bool = False


def read_docx(source: Source, builder: Builder) -> tuple[int | None, tuple[Note, ...]]:
    """Put the blocks in the builder; give the number of pages, if known, and the notes."""
    with opened(source) as package:
        part = _main_part(package, source.name)
        _refuse_strict(package, part, source.name)
        reader = _Docx(package, source.name, builder)
        tags = (W + "p", W + "tbl", W + "sdt")
        for element in walk(package, part, source.name, tags=tags, top=W + "body"):
            reader.element(element)
        reader.flush()
        if not reader.pages_known:
            builder.without_pages()
        return (reader.page if reader.pages_known else None), tuple(reader.said(package))


def _main_part(package: zipfile.ZipFile, name: str) -> str:
    relations = tree(package, "_rels/.rels", name)
    for relation in [] if relations is None else relations.iter(RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            part = relation.get("Target", "").lstrip("/")
            if part in package.namelist():
                return str(part)
    if "word/document.xml" in package.namelist():
        return "word/document.xml"
    raise errors.damaged(name)


def _refuse_strict(package: zipfile.ZipFile, part: str, name: str) -> None:
    with package.open(part) as file:
        if STRICT in file.read(1 << 14):
            raise errors.strict(name)


class _Docx:
    def __init__(self, package: zipfile.ZipFile, name: str, builder: Builder) -> None:
        self.builder = builder
        self.styles = styles(package, name)
        self.footnotes = _notes(package, name, "footnote") | _notes(package, name, "endnote")
        self.page, self.pages_known, self.changed = 1, False, False
        self.tables = 0
        self.pending = ""  # of a paragraph whose end was deleted: it runs on in the next

    def said(self, package: zipfile.ZipFile) -> Iterator[Note]:
        """What the reader must know beside the text."""
        names = package.namelist()
        if any(name.endswith("vbaProject.bin") for name in names):
            yield Note("macros-not-run")
        if "word/comments.xml" in names:
            yield Note("comments-not-read")
        if self.changed:
            yield Note("changes-not-accepted")

    def element(
        self, element: Element, *, contents: bool = False, cell: Cell | None = None
    ) -> None:
        if element.tag == W + "p":
            self.paragraph(element, contents=contents, cell=cell)
        elif element.tag == W + "tbl":
            self.table(element, contents=contents)
        elif element.tag == W + "sdt":
            contents = contents or _gallery(element) in CONTENTS
            for child in element.iterfind(W + "sdtContent/*"):
                self.element(child, contents=contents, cell=cell)
        elif element.tag in {W + "ins", W + "customXml", W + "smartTag"}:
            for child in element:
                self.element(child, contents=contents, cell=cell)

    def paragraph(self, element: Element, *, contents: bool, cell: Cell | None) -> None:
        found = _Found()
        _collect(element, found)
        if found.page_ends:
            self.pages_known = True
        first = self.page + (found.page_ends if not "".join(found.pieces).strip() else 0)
        self.changed = self.changed or found.changed
        text = self.pending + "".join(found.pieces)
        self.pending = text if _end_deleted(element) else ""
        if not self.pending:
            self._block(text, self._style(element), first, contents, cell)
        self.page += found.page_ends
        self._beside(found, contents)

    def _block(self, text: str, style: Style, page: int, contents: bool, cell: Cell | None) -> None:
        in_cell = cell is not None and style.kind not in {"heading", "title"}
        self.builder.add(
            "cell" if in_cell else style.kind,
            text,
            level=None if in_cell else style.level,
            page=page,
            is_contents=contents or style.is_contents,
            cell=cell,
        )

    def _beside(self, found: _Found, contents: bool) -> None:
        for key in found.notes:
            self.builder.add("footnote", self.footnotes.get(key, ""), page=self.page)
        for box in found.boxes:
            for child in box:
                self.element(child, contents=contents)

    def _style(self, element: Element) -> Style:
        properties = element.find(W + "pPr")
        if properties is None:
            return PLAIN
        style = self.styles.get(value(properties.find(W + "pStyle")) or "", PLAIN)
        return style if style.kind in {"heading", "title"} else of_properties(properties) or style

    def flush(self) -> None:
        """Write what waited for a next paragraph that did not come."""
        self.builder.add("paragraph", self.pending, page=self.page)
        self.pending = ""

    def table(self, element: Element, *, contents: bool) -> None:
        self.flush()
        self.tables += 1
        number, row = self.tables, 0
        for line in element.iterfind(W + "tr"):
            if line.find(f"{W}trPr/{W}del") is not None:
                self.changed = True
                continue
            row += 1
            self._row(line, number, row, contents)

    def _row(self, line: Element, table: int, row: int, contents: bool) -> None:
        column = 1
        for cell in _cells(line):
            place = Cell(table=table, row=row, column=column)
            for child in cell:
                self.element(child, contents=contents, cell=place)
            span = value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
            column += int(span) if span.isdigit() else 1


def _cells(line: Element) -> Iterator[Element]:
    for child in line:
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            yield from child.iterfind(f"{W}sdtContent/{W}tc")


def _collect(element: Element, found: _Found) -> None:
    """Gather the text below an element, without going deeper than the stack allows."""
    waiting = [element]
    while waiting:
        at = waiting.pop()
        tag = at.tag
        if tag == W + "t":
            found.pieces.append(at.text or "")
        elif tag in SIGNS:
            found.pieces.append(SIGNS[tag] if at.getparent().tag != W + "tabs" else "")
        elif tag == W + "lastRenderedPageBreak":
            found.page_ends += 1
        elif tag in {W + "footnoteReference", W + "endnoteReference"}:
            kind = tag.removeprefix(W).removesuffix("Reference")
            found.notes.append((kind, at.get(W + "id", "")))
        elif tag == W + "txbxContent":
            found.boxes.append(at)
            continue
        found.changed = found.changed or tag in CHANGES
        if tag not in SKIPPED:
            waiting.extend(reversed(at))


def _end_deleted(element: Element) -> bool:
    return element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _gallery(element: Element) -> str | None:
    return value(element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"))


def _notes(package: zipfile.ZipFile, name: str, kind: str) -> dict[tuple[str, str], str]:
    """The texts of the footnotes or endnotes, by their id."""
    root = tree(package, f"word/{kind}s.xml", name)
    texts: dict[tuple[str, str], str] = {}
    for note in [] if root is None else root.iterfind(W + kind):
        if note.get(W + "type") not in {"separator", "continuationSeparator"}:
            texts[kind, note.get(W + "id", "")] = "\n".join(_paragraphs(note))
    return texts


def _paragraphs(note: Element) -> Iterator[str]:
    for paragraph in note.iter(W + "p"):
        found = _Found()
        _collect(paragraph, found)
        yield "".join(found.pieces).strip()
