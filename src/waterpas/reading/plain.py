"""Reads plain and pasted text: paragraphs, lists, and what looks like a heading."""

import re
from collections.abc import Iterator

from waterpas.reading.builder import Builder
from waterpas.reading.document import Kind

ITEM = re.compile(
    r"\s*(?:[-*•–‣▪◦·o]\s+|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+|\([a-z0-9]{1,3}\)\s+)(?=\S)"
)
BULLET = re.compile(r"\s*[-*•–‣▪◦·]\s+")
HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*$")
NUMBERED = re.compile(
    r"(?:(?:hoofdstuk|paragraaf|artikel|bijlage|deel)\s+[\w.]+\b|\d{1,2}(?:\.\d{1,2}){0,4}\.?\s)",
    re.IGNORECASE,
)
LONGEST_HEADING = 80
ENDS = (".", "!", "?", ":", ";", ",", "…")


def read_plain(text: str, builder: Builder) -> None:
    """Put the paragraphs in the builder."""
    parts = list(_parts(text))
    for at, lines in enumerate(parts):
        followed = at + 1 < len(parts) and not _is_headingish(parts[at + 1])
        for kind, level, block in _blocks(lines, followed):
            builder.add(kind, block, level=level)


def _parts(text: str) -> Iterator[list[str]]:
    """Runs of lines between empty lines."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip():
            lines.append(line.strip("\ufeff"))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _blocks(lines: list[str], followed: bool) -> Iterator[tuple[Kind, int | None, str]]:
    if len(lines) == 2 and (under := UNDERLINE.match(lines[1])):
        yield "heading", 1 if under.group(1)[0] == "=" else 2, lines[0]
        return
    if hashes := HASHES.match(lines[0]):
        yield "heading", len(hashes.group(1)), hashes.group(2)
        lines = lines[1:]
    elif followed and _is_headingish(lines):
        yield "heading", level_of_number(lines[0]), lines[0]
        return
    yield from _running(lines)


def _running(lines: list[str]) -> Iterator[tuple[Kind, int | None, str]]:
    """Lines joined into paragraphs, or items when lines begin with a bullet or number."""
    kind: Kind = "paragraph"
    kept: list[str] = []
    for line in lines:
        if ITEM.match(line) and (len(lines) > 1 or BULLET.match(line)):
            if kept:
                yield kind, 1 if kind == "item" else None, joined(kept)
            kind, kept = "item", []
            line = BULLET.sub("", line, count=1)
        kept.append(line)
    if kept:
        yield kind, 1 if kind == "item" else None, joined(kept)


def _is_headingish(lines: list[str]) -> bool:
    """One short line, with a capital or a number in front and no full stop behind."""
    if len(lines) != 1:
        return False
    line = lines[0].strip()
    if len(line) > LONGEST_HEADING or line.endswith(ENDS) or BULLET.match(line):
        return False
    return bool(NUMBERED.match(line)) or line[0].isupper()


def level_of_number(line: str) -> int | None:
    """The level that the number of a heading says: "2.1 Doel" is of level 2."""
    found = re.match(r"\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s", line)
    return found.group(1).count(".") + 1 if found else None


def joined(lines: list[str]) -> str:
    """Lines as one running text: words that were broken off at a line end are whole again."""
    text = lines[0].strip()
    for line in lines[1:]:
        text = join_lines(text, line.strip())
    return text


HYPHENS = ("-", "\u2010", "\u00ad", "\ufffe")
KEEPS_HYPHEN = re.compile(r"(?:en|of|tot|als|dan wel|respectievelijk)\b")


def join_lines(text: str, line: str) -> str:
    """The next line behind a text; "beleids-" and "regels" become "beleidsregels".

    The hyphen stays in "in-" + "en uitstroom" and in "AVG-" + "regels".
    """
    if not text or not line:
        return text or line
    if not text.endswith(HYPHENS) or not text[-2:-1].isalnum():
        return f"{text} {line}"
    if KEEPS_HYPHEN.match(line):
        return f"{text[:-1]}- {line}"
    if not line[0].islower() or (text[-2].isupper() or text[-2].isdigit()):
        return f"{text[:-1]}-{line}"
    return text[:-1] + line
