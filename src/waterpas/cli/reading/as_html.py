"""A paper as one HTML page that stands alone and can be printed."""

from html import escape

from waterpas.cli.reading.paper import Chapter, Line, Paper, Part, Quote
from waterpas.explain.html_parts import bullets, heading, paragraph
from waterpas.explain.page import page
from waterpas.texts import Language


def as_html(paper: Paper, lang: Language) -> str:
    """The whole paper, with a list of the chapters when there are several."""
    said = "".join(paragraph(escape(words)) for words in paper.said)
    chapters = "\n".join(
        _chapter(chapter, at, lang) for at, chapter in enumerate(paper.chapters, start=1)
    )
    inner = f"{said}\n{_contents(paper)}{chapters}"
    return page(paper.title, inner, lang, None, "reading.css")


def _contents(paper: Paper) -> str:
    if len(paper.chapters) < 2:
        return ""
    links = "".join(
        f'<li><a class="nl-link" href="#wp-document-{at}">{escape(chapter.title)}</a>'
        f"{_brief(chapter)}</li>"
        for at, chapter in enumerate(paper.chapters, start=1)
    )
    return f'<nav><ul class="wp-bullets">{links}</ul></nav>\n'


def _brief(chapter: Chapter) -> str:
    return f"<br>{escape(chapter.brief)}" if chapter.brief else ""


def _chapter(chapter: Chapter, at: int, lang: Language) -> str:
    said = "".join(paragraph(escape(words)) for words in chapter.said)
    quoted = ' lang="nl"' if chapter.dutch and lang != "nl" else ""
    parts = "\n".join(_part(part, quoted) for part in chapter.parts)
    title = heading(chapter.title, level=2, name=f"wp-document-{at}")
    return (
        f'<article class="wp-section wp-document">\n{title}{said}{bullets(chapter.bullets)}\n'
        f"{parts}\n</article>"
    )


def _part(part: Part, quoted: str) -> str:
    said = "".join(paragraph(escape(words)) for words in part.said)
    quotes = "\n".join(_quote(quote, quoted) for quote in part.quotes)
    return (
        f"<section>{heading(part.title, level=3)}\n{said}{quotes}{bullets(part.bullets)}</section>"
    )


def _quote(quote: Quote, quoted: str) -> str:
    """One card: where it stands, what it says, and what is asked about it."""
    place = paragraph(escape(quote.place), kind="wp-place") if quote.place else ""
    text = f"<blockquote{quoted}>{escape(quote.text)}</blockquote>" if quote.text else ""
    remark = paragraph(escape(quote.remark), kind="wp-remark") if quote.remark else ""
    asked = "".join(map(_asked, quote.asked))
    return f'<div class="wp-passage">{place}{text}{remark}{asked}</div>'


def _asked(lines: tuple[Line, ...]) -> str:
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for label, words in lines)
    return f"<dl>{rows}</dl>"
