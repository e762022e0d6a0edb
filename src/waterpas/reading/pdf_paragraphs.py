"""Lines of a PDF into paragraphs, headings, items and footnotes."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from waterpas.reading.builder import Builder
from waterpas.reading.document import Kind
from waterpas.reading.pdf_lines import BROKEN_OFF, Line
from waterpas.reading.plain import join_lines

ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
NO_HEADING = (".", ";", ",", ":")
BULLET = re.compile(r"[•▪◦‣●○■□*·\uf0b7\uf0a7\uf0d8\uf02d\uf076\uf0fc–-]\s+(?=\S)")
NUMBER = re.compile(r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+\S|\([a-z0-9]{1,3}\)\s+\S")
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\w{1,5}$|…{2,}\s*\w{1,5}$")
NOTE = re.compile(r"\d{1,3}[.)]?\s*\D")
LARGER, SMALLER, WIDER = 1.12, 0.93, 1.3
LONGEST_HEADING, LONGEST_BOLD_HEADING = 200, 120
LOW_ON_THE_PAGE = 0.4
SHORT_LINE = 0.85
ANOTHER_SIZE = 0.115
USUAL_LEADING, ENOUGH_STEPS = 1.2, 8
INDENT = 4.0


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    text: str
    marked: bool = False
    contents: bool = False

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(slots=True)
class _Measures:
    """What is usual in this document: size of the text, distance of lines, right edge."""

    size: float
    leading: float
    right: float
    sizes: list[float] = field(default_factory=list)


def write(pages: list[list[Line]], builder: Builder) -> None:
    """Put the paragraphs in the builder."""
    usual = _measures(pages)
    paragraphs = _paragraphs(pages, usual)
    large = {p.lines[0].size for p in paragraphs if _is_large(p, usual)}
    usual.sizes = sorted(large, reverse=True)
    for paragraph in paragraphs:
        kind, level = _kind(paragraph, usual)
        text = BULLET.sub("", paragraph.text, count=1) if kind == "item" else paragraph.text
        builder.add(
            kind,
            text.replace(BROKEN_OFF, "-"),
            level=level,
            page=paragraph.lines[0].page,
            is_contents=paragraph.contents,
        )


def _measures(pages: list[list[Line]]) -> _Measures:
    sizes: Counter[float] = Counter()
    rights: list[float] = []
    steps: list[float] = []
    for lines in pages:
        for before, line in pairwise(lines):
            step = (before.y - line.y) / max(line.size, 1)
            if before.size == line.size and 0.8 < step < 2.5:
                steps.append(step)
        for line in lines:
            sizes[line.size] += len(line.text)
            rights.append(line.right)
    rights.sort()
    right = rights[int(len(rights) * 0.9)] if rights else 0.0
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return _Measures(
        size or 10.0, median(steps) if len(steps) >= ENOUGH_STEPS else USUAL_LEADING, right
    )


def _paragraphs(pages: list[list[Line]], usual: _Measures) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for lines in pages:
        for line in lines:
            if found and _goes_on(found[-1], line, usual):
                found[-1].lines.append(line)
                found[-1].text = join_lines(found[-1].text, line.text)
            else:
                marked = line.marker or _is_item(line, found[-1] if found else None)
                contents = bool(LEADERS.search(line.text))
                found.append(_Paragraph([line], line.text, marked, contents))
    return found


def _is_item(line: Line, before: _Paragraph | None) -> bool:
    """Whether a line begins with a bullet or number, and does not just go on after "artikel"."""
    if BULLET.match(line.text):
        return True
    if not NUMBER.match(line.text):
        return False
    return (
        before is None or before.marked or bool(ENDS.search(before.text)) or line.y > before.last.y
    )


def _goes_on(paragraph: _Paragraph, line: Line, usual: _Measures) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = paragraph.last
    if (
        line.marker
        or abs(line.size - last.size) > ANOTHER_SIZE * last.size
        or line.bold != last.bold
    ):
        return False
    if paragraph.contents or LEADERS.search(line.text) or _is_item(line, paragraph):
        return False
    down = last.y - line.y
    if line.page != last.page or down < -0.5 * line.size:
        return _runs_on(paragraph.text, line.text)
    if down > usual.leading * max(line.size, 1) * WIDER:
        return False
    return not _new_by_place(paragraph, line, usual, down)


def _runs_on(text: str, line: str) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    return not ENDS.search(text) and (line[0].islower() or text.endswith(("-", "‐", "\ufffe", ",")))


def _new_by_place(paragraph: _Paragraph, line: Line, usual: _Measures, down: float) -> bool:
    last = paragraph.last
    if down < 0.5 * line.size:  # at the same height: a cell beside it
        return False
    if paragraph.marked and line.x < paragraph.lines[0].x - INDENT:
        return True
    if not ENDS.search(last.text):
        return False
    if last.right < usual.right * SHORT_LINE:
        return True
    return not paragraph.marked and line.x > last.x + INDENT and len(paragraph.lines) > 1


def _is_large(paragraph: _Paragraph, usual: _Measures) -> bool:
    size = paragraph.lines[0].size
    return size > usual.size * LARGER and len(paragraph.text) <= LONGEST_HEADING


def _kind(paragraph: _Paragraph, usual: _Measures) -> tuple[Kind, int | None]:
    first = paragraph.lines[0]
    if paragraph.contents:
        return "paragraph", None
    if _is_large(paragraph, usual):
        return "heading", usual.sizes.index(first.size) + 1
    if _is_bold_heading(paragraph, usual):
        return "heading", len(usual.sizes) + 1
    if _is_footnote(paragraph, usual):
        return "footnote", None
    return ("item", 1) if paragraph.marked else ("paragraph", None)


def _is_footnote(paragraph: _Paragraph, usual: _Measures) -> bool:
    first = paragraph.lines[0]
    is_small = first.size < usual.size * SMALLER and first.y < first.height * LOW_ON_THE_PAGE
    return is_small and NOTE.match(paragraph.text) is not None


def _is_bold_heading(paragraph: _Paragraph, usual: _Measures) -> bool:
    if not all(line.bold for line in paragraph.lines) or paragraph.text.endswith(NO_HEADING):
        return False
    large_enough = paragraph.lines[0].size >= usual.size * SMALLER
    return large_enough and len(paragraph.text) <= LONGEST_BOLD_HEADING and not paragraph.marked
