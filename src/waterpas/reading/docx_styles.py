"""What the styles of a .docx say: which are headings, lists, quotes, tables of contents."""

import re
import zipfile
from dataclasses import dataclass

from waterpas.reading.document import Kind
from waterpas.reading.packages import Element, tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"(?:heading|kop) ?(\d)", re.IGNORECASE)
BODY_TEXT = 9  # an outline level of 9 says: not a heading


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph in this style is."""

    kind: Kind = "paragraph"
    level: int | None = None
    is_contents: bool = False


PLAIN = Style()


def styles(package: zipfile.ZipFile, name: str) -> dict[str, Style]:
    """The styles by their id."""
    root = tree(package, "word/styles.xml", name)
    if root is None:
        return {}
    found = {
        style.get(W + "styleId", ""): style
        for style in root.iterfind(W + "style")
        if style.get(W + "type") == "paragraph"
    }
    return {key: _style(key, found) for key in found}


def _style(key: str, found: dict[str, Element]) -> Style:
    """What a style is, by its own name, or by the styles it is based on."""
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        element = found[key]
        if (own := _own(element)) is not None:
            return own
        key = value(element.find(W + "basedOn")) or ""
    return PLAIN


def _own(element: Element) -> Style | None:
    name = (value(element.find(W + "name")) or "").casefold()
    if heading := HEADING.match(name):
        return Style("heading", int(heading.group(1)))
    if name in {"title", "titel"}:
        return Style("title")
    if name.startswith(("toc ", "inhopg ", "bibliography", "table of figures")):
        return Style("paragraph", None, True)
    if name in {"quote", "intense quote", "citaat", "duidelijk citaat"}:
        return Style("quote")
    return of_properties(element.find(W + "pPr"))


def of_properties(properties: Element | None) -> Style | None:
    """What a paragraph is by its own settings: an outline level, or a list."""
    if properties is None:
        return None
    outline = value(properties.find(W + "outlineLvl"))
    if outline and outline.isdigit() and int(outline) < BODY_TEXT:
        return Style("heading", int(outline) + 1)
    numbering = properties.find(W + "numPr")
    if numbering is None or value(numbering.find(W + "numId")) == "0":
        return None
    level = value(numbering.find(W + "ilvl")) or "0"
    return Style("item", int(level) + 1 if level.isdigit() else 1)


def value(element: Element | None) -> str | None:
    """The w:val of an element."""
    return None if element is None else element.get(W + "val")
