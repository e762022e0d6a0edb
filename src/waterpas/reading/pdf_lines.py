"""The lines on a page of a PDF: their text, place, size and weight."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

BROKEN_OFF = "\ufffe"  # stands for the hyphen and the line end of a word that was broken off
PIECE = re.compile(rf"[^\r\n{BROKEN_OFF}]+{BROKEN_OFF}?")
BULLET = re.compile(r"[•▪◦‣●○■□–*·\uf0b7\uf0a7\uf0d8\uf02d\uf076\uf0fc-]$")
BOLD = 600
SAME_HEIGHT = 4.0


@dataclass(slots=True)
class Line:
    """One line. `y` counts from the bottom of the page, `height` is that of the page."""

    text: str
    page: int
    x: float
    right: float
    y: float
    height: float
    size: float
    bold: bool
    marker: bool = False  # a bullet stands before it


def lines_of(textpage: Any, page: int, height: float) -> list[Line]:
    """The lines in the order in which they were written, bullets put to their lines."""
    count = textpage.count_chars()
    text = textpage.get_text_range(0, count, errors="replace") if count > 0 else ""
    same = len(text) == count
    lines = []
    for piece in PIECE.finditer(text):
        stripped = piece.group().strip()
        if stripped.rstrip(BROKEN_OFF):
            first = piece.start() + len(piece.group()) - len(piece.group().lstrip())
            last = first + len(stripped.rstrip(BROKEN_OFF)) - 1
            ends = (first, last) if same else (_at(textpage, first), _at(textpage, last))
            lines.append(_line(textpage.raw, stripped, ends, page, height))
    return _with_bullets(lines)


def _at(textpage: Any, place: int) -> int:
    return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage.raw, place)))


def _line(raw: Any, text: str, ends: tuple[int, int], page: int, height: float) -> Line:
    first, last = ends
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, first, x, y)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, last, left, right, bottom, top)
    bold = _is_bold(raw, first) and _is_bold(raw, last)
    # A bullet or a piece of code in front may be smaller than the text it belongs to.
    size = max(_size(raw, first), _size(raw, last))
    return Line(text, page, x.value, right.value, y.value, height, size, bold)


def _size(raw: Any, at: int) -> float:
    """The size of a letter as it is seen: fonts of size 1 are enlarged by their matrix."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(raw, at))
    if pdfium.FPDFText_GetMatrix(raw, at, matrix):
        size *= float(matrix.c**2 + matrix.d**2) ** 0.5
    return round(size * 2) / 2


def _is_bold(raw: Any, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, at) >= BOLD:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, at, name, 128, flags)
    return b"bold" in name.value.lower()


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Bullets that stand in the file apart from their text mark the line at their height."""
    bullets = [line for line in lines if BULLET.match(line.text)]
    if not bullets:
        return lines
    kept = [line for line in lines if not BULLET.match(line.text)]
    for bullet in bullets:
        beside = [
            line for line in kept if abs(line.y - bullet.y) < SAME_HEIGHT and line.x > bullet.x
        ]
        if beside:
            min(beside, key=lambda line: line.x).marker = True
    return kept
