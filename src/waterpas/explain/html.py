"""A result as HTML: the answer, the levels, the table, what it does not say, where it comes from.

The pieces are the same on the platform and in a page that stands alone, for every kind of result.
Everything that comes from a table is escaped. Classes of NL Design System components carry the
look; see `style`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Protocol

from waterpas.explain import html_answer, html_levels, html_notes, html_table
from waterpas.explain.html_parts import heading as part_heading
from waterpas.explain.measured import html as of_method
from waterpas.explain.names import outcome_title
from waterpas.explain.page import page
from waterpas.explain.wording import Wording
from waterpas.results import Chain, Comparison, Measured, Result
from waterpas.texts import Language, mark, translate

# The level of a heading, in its tag and in its class.
HEADING = re.compile(r"(</?h|nl-heading--level-)([2-4])(?=[\s>\"])")


class Piece(Protocol):
    """A piece of the page, as HTML."""

    def __call__(self, result: Result, lang: Language = "nl") -> str:
        """The HTML of the result, in the language asked for."""


def _piece(
    compared: Callable[[Comparison | Chain, Language], str],
    measured: Callable[[Measured, Language], str],
) -> Piece:
    """A piece of the page, for a comparison or a chain and for the result of another method."""

    def piece(result: Result, lang: Language = "nl") -> str:
        if isinstance(result, Measured):
            return measured(result, lang)
        return compared(result, lang)

    return piece


answer = _piece(html_answer.answer, of_method.answer)
levels = _piece(html_levels.levels, of_method.levels)
cautions = _piece(html_notes.cautions, of_method.more_answers)
full_table = _piece(html_table.full_table, of_method.full_table)
not_said = _piece(html_notes.not_said, of_method.not_said)
remarks = _piece(html_notes.remarks, of_method.remarks)
provenance = _piece(html_notes.provenance, of_method.provenance)
PIECES = (answer, levels, cautions, full_table, not_said, remarks, provenance)


def result_fragment(result: Result, lang: Language = "nl") -> str:
    """Everything about a result, from the answer to the fingerprint of its source."""
    return "\n".join(piece(result, lang) for piece in PIECES)


def standalone_page(
    result: Result,
    lang: Language = "nl",
    *,
    title: str | None = None,
    publication_mark: str | None = None,
) -> str:
    """One HTML file that needs nothing else: no scripts, no addresses.

    `publication_mark` stands visibly on top and on every printed page: "niet voor publicatie".
    """
    heading = title or _title(result, lang)
    return page(heading, result_fragment(result, lang), lang, publication_mark)


def standalone_pages(
    results: Sequence[Result],
    lang: Language = "nl",
    *,
    publication_mark: str | None = None,
) -> str:
    """The same for several outcomes: one file, with a part per outcome, after a list of them."""
    if len(results) == 1:
        return standalone_page(results[0], lang, publication_mark=publication_mark)
    names = [_part_title(result, lang) for result in results]
    links = "".join(
        f'<li><a class="nl-link" href="#{_part(at)}">{escape(name)}</a></li>'
        for at, name in enumerate(names)
    )
    parts = "\n".join(
        f'<article id="{_part(at)}">\n{part_heading(name, level=2)}\n{fragment}\n</article>'
        for at, (name, fragment) in enumerate(zip(names, _fragments(results, lang), strict=True))
    )
    inner = f'<nav><ul class="wp-bullets">{links}</ul></nav>\n{parts}'
    return page(_title(results[0], lang), inner, lang, publication_mark)


def _part(at: int) -> str:
    return f"wp-part-{at + 1}"


def _part_title(result: Result, lang: Language) -> str:
    if isinstance(result, Measured):
        return of_method.title(result, lang)
    return outcome_title(result, lang) if isinstance(result, Comparison) else result.across


def _fragments(results: Sequence[Result], lang: Language) -> Iterator[str]:
    """The fragments with headings one level down, and with names that occur once in the page."""
    for at, result in enumerate(results):
        fragment = result_fragment(result, lang).replace("wp-table-caption", f"{_part(at)}-table")
        yield HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", fragment)


def _title(result: Result, lang: Language) -> str:
    if isinstance(result, Measured):
        return of_method.title(result, lang)
    comparison = result.steps[0].comparison if isinstance(result, Chain) else result
    column = Wording(comparison, lang).column(result.across)
    return translate(mark("Verschillen naar %(column)s"), lang) % {"column": column}
