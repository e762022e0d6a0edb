"""Leaves out the lines that come back at the top or bottom of most pages."""

import re
from collections import Counter

from waterpas.reading.pdf_lines import Line

FEWEST_PAGES = 3
MOST_PAGES = 0.5
AT_EACH_END = 3
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def without_running_lines(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without those lines, and one example of each line left out."""
    filled = sum(bool(lines) for lines in pages)
    if filled < FEWEST_PAGES:
        return pages, []
    shapes: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        shapes.update({_shape(line) for line in _edges(lines)})
    enough = max(FEWEST_PAGES, MOST_PAGES * filled)
    # On the left and right pages of a book they differ, so that each comes back on half of them.
    running = {shape for shape, count in shapes.items() if count >= min(enough, 0.4 * filled + 1)}
    examples: dict[tuple[str, int], str] = {}
    kept = []
    for lines in pages:
        edges = {id(line) for line in _edges(lines) if _shape(line) in running}
        for line in lines:
            if id(line) in edges and _shape(line) in running:
                examples.setdefault(_shape(line), line.text)
        kept.append([line for line in lines if id(line) not in edges])
    return kept, list(examples.values())


def _edges(lines: list[Line]) -> list[Line]:
    """The highest and lowest lines of a page."""
    if len(lines) <= 2 * AT_EACH_END:
        return lines
    by_height = sorted(lines, key=lambda line: line.y)
    return by_height[:AT_EACH_END] + by_height[-AT_EACH_END:]


def _shape(line: Line) -> tuple[str, int]:
    """What stays the same from page to page: the words, and roughly the height on the page."""
    return NUMBER.sub("#", line.text.casefold()), round(line.y / 8)
