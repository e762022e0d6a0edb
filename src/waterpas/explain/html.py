"""A result as HTML: the answer, the levels, the table, what it does not say, where it comes from.

The pieces are the same on the platform and in a page that stands alone. Everything that comes
from a table is escaped. Classes of NL Design System components carry the look; see `style`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from waterpas.explain.html_levels import levels
from waterpas.explain.html_notes import cautions, not_said, provenance, remarks
from waterpas.explain.html_parts import heading as part_heading
from waterpas.explain.html_parts import paragraph
from waterpas.explain.html_table import full_table
from waterpas.explain.names import outcome_title
from waterpas.explain.page import page
from waterpas.explain.picture_rows import main_step
from waterpas.explain.sentences import group_sentence, most_telling_first
from waterpas.explain.wording import Wording
from waterpas.results import Chain, Comparison
from waterpas.texts import Language, mark, translate

__all__ = [
    "answer",
    "cautions",
    "full_table",
    "levels",
    "not_said",
    "provenance",
    "remarks",
    "result_fragment",
    "standalone_page",
    "standalone_pages",
]

# The level of a heading, in its tag and in its class.
HEADING = re.compile(r"(</?h|nl-heading--level-)([2-4])(?=[\s>\"])")


def result_fragment(result: Comparison | Chain, lang: Language = "nl") -> str:
    """Everything about a result, from the answer to the fingerprint of its source."""
    return "\n".join(
        (
            answer(result, lang),
            levels(result, lang),
            cautions(result, lang),
            full_table(result, lang),
            not_said(result, lang),
            remarks(result, lang),
            provenance(result, lang),
        )
    )


def answer(result: Comparison | Chain, lang: Language = "nl") -> str:
    """The answer in words: the most telling group first, and how sure that is."""
    comparison = main_step(result).comparison if isinstance(result, Chain) else result
    groups = most_telling_first(comparison)
    if not groups:
        return ""
    size = group_sentence(
        replace(groups[0], certainty=None), comparison, lang, strong=_strong, plain=escape
    )
    whole = group_sentence(groups[0], comparison, lang, strong=_strong, plain=escape)
    said = f'<p class="nl-paragraph nl-paragraph--lead wp-answer">{size}</p>'
    after = (whole.removeprefix(size).strip(), _about(result, lang))
    return said + "".join(paragraph(words, kind="wp-sure") for words in after if words)


def _about(result: Comparison | Chain, lang: Language) -> str:
    """Among whom this was counted, as HTML: where a layout says so, also the year."""
    if not isinstance(result, Chain) or not result.population_label:
        return ""
    of = result.population_label.get(lang, result.population)
    said = translate(mark("Geteld zijn: %(population)s."), lang)
    return said % {"population": escape(of[:1].lower() + of[1:])}


def standalone_page(
    result: Comparison | Chain,
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
    results: Sequence[Comparison | Chain],
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


def _part_title(result: Comparison | Chain, lang: Language) -> str:
    return outcome_title(result, lang) if isinstance(result, Comparison) else result.across


def _fragments(results: Sequence[Comparison | Chain], lang: Language) -> Iterator[str]:
    """The fragments with headings one level down, and with names that occur once in the page."""
    for at, result in enumerate(results):
        fragment = result_fragment(result, lang).replace("wp-table-caption", f"{_part(at)}-table")
        yield HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", fragment)


def _title(result: Comparison | Chain, lang: Language) -> str:
    comparison = result.steps[0].comparison if isinstance(result, Chain) else result
    column = Wording(comparison, lang).column(result.across)
    return translate(mark("Verschillen naar %(column)s"), lang) % {"column": column}


def _strong(text: str) -> str:
    return f'<strong class="wp-strong">{text}</strong>'
