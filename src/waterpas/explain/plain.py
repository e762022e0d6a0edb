"""A result as plain text, for the command line."""

from collections.abc import Iterator

from waterpas.explain.measured.redrawn import method_note
from waterpas.explain.measured.sentences import remarks, unsaid
from waterpas.explain.measured.tables import NO_FIGURES, beside_method, table
from waterpas.explain.method import method_lines, source_line
from waterpas.explain.methods import method_of
from waterpas.explain.note_lines import note_lines
from waterpas.explain.numbers import level_text
from waterpas.explain.results import paragraphs
from waterpas.explain.table import Table, tables
from waterpas.results import Measured, Result
from waterpas.texts import Language, mark, translate


def plain_text(
    result: Result, lang: Language = "nl", *, publication_mark: str | None = None
) -> str:
    """The answer in words, the tables, what they do not say, and how they were made."""
    return "\n".join(_lines(result, lang, publication_mark)) + "\n"


def _lines(result: Result, lang: Language, publication_mark: str | None) -> Iterator[str]:
    if publication_mark:
        yield f"[{publication_mark}]"
        yield ""
    yield from paragraphs(result, lang)
    for each in _tables(result, lang):
        yield ""
        yield from _drawn(each) if each.rows else (each.title, translate(NO_FIGURES, lang))
    yield ""
    yield translate(mark("Wat u hierbij moet weten"), lang)
    yield from (f"- {line}" for line in _notes(result, lang))
    yield ""
    yield from _method(result, lang)
    if source := source_line(result, lang):
        yield source


def _tables(result: Result, lang: Language) -> list[Table]:
    return (
        [table(result, lang)]
        if isinstance(result, Measured)
        else tables(result, lang, precise=True)
    )


def _notes(result: Result, lang: Language) -> list[str]:
    if isinstance(result, Measured):
        return [*unsaid(result, lang), *remarks(result, lang)]
    return list(note_lines(result, lang))


def _method(result: Result, lang: Language) -> Iterator[str]:
    if not isinstance(result, Measured):
        yield from method_lines(result, lang)
        return
    yield method_note(result, lang)
    yield from (f"- {line}" for line in beside_method(result, lang))
    if not method_of(result.method).always:
        level = level_text(result.level, lang)
        yield translate(mark("Zekerheid van de intervallen: %(level)s."), lang) % {"level": level}


def _drawn(table: Table) -> Iterator[str]:
    widths = [
        max(len(row[place]) for row in (table.heads, *table.rows))
        for place in range(len(table.heads))
    ]
    yield table.title
    if table.warning:
        yield table.warning
    yield _line(table.heads, widths, table.words)
    yield "  ".join("-" * width for width in widths)
    yield from (_line(row, widths, table.words) for row in table.rows)


def _line(row: tuple[str, ...], widths: list[int], words: int) -> str:
    cells = (
        text.ljust(width) if place < words else text.rjust(width)
        for place, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()
