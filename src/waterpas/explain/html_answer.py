"""The answer of a comparison or a chain as HTML: the most telling group first."""

from dataclasses import replace
from html import escape

from waterpas.explain.html_parts import paragraph
from waterpas.explain.picture_rows import main_step
from waterpas.explain.sentences import group_sentence, most_telling_first
from waterpas.results import Chain, Comparison
from waterpas.texts import Language, mark, translate


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


def _strong(text: str) -> str:
    return f'<strong class="wp-strong">{text}</strong>'
