"""Leaves out the lines that come back at the top or bottom of most pages."""

import re
from collections import Counter

from waterpas.reading.pdf_lines import Line

FEWEST_PAGES = 3
# On the left and right pages of a book they differ, so that each comes back on half of them.
SHARE = 0.4
AT_EACH_END = 4
APART = 1.6  # distance to the text, in sizes of the line
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
WITH_PAGE = re.compile(r"^#\s|\s#$")

Shape = tuple[str, int]


def without_running_lines(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without those lines, and one example of each line left out."""
    filled = sum(bool(lines) for lines in pages)
    shapes: Counter[Shape] = Counter()
    for lines in pages:
        shapes.update({_shape(line) for line in _edges(lines)})
    enough = max(FEWEST_PAGES, SHARE * filled)
    # With a page number in it, it may be the running head of one chapter.
    running = {
        shape
        for shape, count in shapes.items()
        if count >= enough or (count >= FEWEST_PAGES and WITH_PAGE.search(shape[0]))
    }
    examples: dict[Shape, str] = {}
    kept = []
    for lines in pages:
        out = _running(lines, running)
        for line in out:
            examples.setdefault(_shape(line), line.text)
        gone = set(map(id, out))
        kept.append([line for line in lines if id(line) not in gone])
    return kept, list(examples.values())


def _edges(lines: list[Line]) -> list[Line]:
    """The highest and lowest lines of a page."""
    by_height = _by_height(lines)
    return by_height[:AT_EACH_END] + by_height[AT_EACH_END:][-AT_EACH_END:]


def _by_height(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.y)


def _running(lines: list[Line], running: set[Shape]) -> list[Line]:
    """The running lines of a page: from the edge inwards, and apart from the text."""
    downward = _by_height(lines)[::-1]
    high = _outer(downward, running)
    return high + _outer(downward[len(high) :][::-1], running)


def _outer(lines: list[Line], running: set[Shape]) -> list[Line]:
    """As many lines from the edge as are running; a sentence of the text is not one of them."""
    count = 0
    for at, line in enumerate(lines[:AT_EACH_END]):
        if _shape(line) not in running:
            break
        if len(lines) == 1 or _is_apart(line, lines[at + 1 : at + 2]):
            count = at + 1
    return lines[:count]


def _is_apart(line: Line, after: list[Line]) -> bool:
    return bool(after) and abs(after[0].y - line.y) > APART * line.size


def _shape(line: Line) -> Shape:
    """What stays the same from page to page: the words, and roughly the height on the page."""
    return NUMBER.sub("#", line.text.casefold()), round(line.y / 8)
