"""A paper as plain text."""

import textwrap
from collections.abc import Iterator

from waterpas.cli.reading.paper import Chapter, Paper, Part, Quote

WIDTH = 88


def as_text(paper: Paper) -> str:
    """The whole paper, in lines that fit on a screen."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield paper.title
    yield "=" * len(paper.title)
    yield from _paragraphs(paper.said)
    if len(paper.chapters) > 1:
        yield from _bullets(tuple(map(_named, paper.chapters)))
    for chapter in paper.chapters:
        yield from _chapter(chapter)


def _named(chapter: Chapter) -> str:
    return f"{chapter.title}: {chapter.brief}" if chapter.brief else chapter.title


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from ("", "", chapter.title, "=" * len(chapter.title))
    yield from _paragraphs(chapter.said)
    yield from _bullets(chapter.bullets)
    for part in chapter.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from ("", part.title, "-" * len(part.title))
    yield from _paragraphs(part.said)
    for quote in part.quotes:
        yield from _quote(quote)
    yield from _bullets(part.bullets)


def _quote(quote: Quote) -> Iterator[str]:
    yield ""
    if quote.place:
        yield quote.place
    if quote.text:
        yield from _wrapped(f"'{' '.join(quote.text.split())}'", first="    ")
    if quote.remark:
        yield from _wrapped(quote.remark, first="    ")
    for at, lines in enumerate(quote.asked):
        yield from [""] if at else []
        for label, words in lines:
            yield from _wrapped(f"{label}: {words}", first="    ", rest="      ")


def _paragraphs(said: tuple[str, ...]) -> Iterator[str]:
    for words in said:
        yield ""
        yield from _wrapped(words)


def _bullets(bullets: tuple[str, ...]) -> Iterator[str]:
    if bullets:
        yield ""
    for words in bullets:
        yield from _wrapped(words, first="- ", rest="  ")


def _wrapped(words: str, *, first: str = "", rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
