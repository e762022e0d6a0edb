"""Leaves out the lines that come back at the top or bottom of most pages."""

import re
from collections import Counter
from statistics import median

from waterpas.reading.pdf_lines import Line

FEWEST_PAGES = 3
# On the left and right pages of a book they differ, so that each comes back on half of them.
SHARE = 0.4
AT_EACH_END = 4
APART = 1.6  # distance to the text, in sizes of the line
NUMBER = re.compile(r"\d{1,4}")
PAGE_ALONE = re.compile(r"\W*(?:\d{1,4}|[ivxlc]{1,6})\W*")

Shape = tuple[str, int]


def without_running_lines(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without those lines, and one example of each line left out."""
    running = _shapes_of_running_lines(pages)
    examples: dict[str, str] = {}
    kept = []
    for lines in pages:
        out = _running(lines, running)
        for line in out:
            examples.setdefault(NUMBER.sub("#", line.text), line.text)
        gone = set(map(id, out))
        kept.append([line for line in lines if id(line) not in gone])
    return kept, list(examples.values())


def _shapes_of_running_lines(pages: list[list[Line]]) -> set[Shape]:
    """Shapes that come back on many pages, or on a few with the number of the page in them."""
    filled = sum(bool(lines) for lines in pages)
    usual = median([line.size for lines in pages for line in lines] or [0.0])
    plain: Counter[Shape] = Counter()
    counting: Counter[Shape] = Counter()
    for lines in pages:
        edges = _edges(lines)
        plain.update({_shape(line) for line in edges})
        # "Artikel 3" above a page is a heading: larger or bold, and no page number.
        small = [line for line in edges if _is_small(line, usual)]
        counting.update({shape for line in small for shape in _with_page(line)})
    enough = max(FEWEST_PAGES, SHARE * filled)
    return {shape for shape, count in plain.items() if count >= enough} | {
        shape for shape, count in counting.items() if count >= FEWEST_PAGES
    }


def _is_small(line: Line, usual: float) -> bool:
    return PAGE_ALONE.fullmatch(line.text) is not None or (not line.bold and line.size <= usual)


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
        if running.isdisjoint({_shape(line), *_with_page(line)}):
            break
        if len(lines) == 1 or _is_apart(line, lines[at + 1 : at + 2]):
            count = at + 1
    return lines[:count]


def _is_apart(line: Line, after: list[Line]) -> bool:
    return bool(after) and abs(after[0].y - line.y) > APART * line.size


def _shape(line: Line) -> Shape:
    """What stays the same from page to page: the words, and roughly the height on the page."""
    return line.text.casefold(), round(line.y / 8)


def _with_page(line: Line) -> list[Shape]:
    """The same with each of its numbers as its distance to the page: "blz. 3 van 20"."""
    text, height = _shape(line)
    if PAGE_ALONE.fullmatch(text) and not any(map(str.isdigit, text)):
        return [("#", height)]
    shapes = []
    for number in list(NUMBER.finditer(text))[:4]:
        distance = int(number.group()) - line.page
        shapes.append((f"{text[: number.start()]}#{distance}{text[number.end() :]}", height))
    return shapes
