"""The levels of a result as a list: what, the spirit level, the figure and how sure it is."""

from html import escape

from waterpas.explain.html_parts import bullets, heading, section
from waterpas.explain.picture import legend, level_svg
from waterpas.explain.picture_rows import (
    Block,
    Row,
    blocks_of,
    doubt_text,
    interval_text,
    label_of_row,
    people_of_row,
    rows_of,
    value_text,
)
from waterpas.explain.picture_scale import Scale, figure_of, scale_for
from waterpas.results import Chain, Comparison
from waterpas.texts import Language, mark, translate


def levels(result: Comparison | Chain, lang: Language = "nl") -> str:
    """A figure with a level per group (and step), under the heading of whom is compared."""
    blocks = blocks_of(result, lang)
    if not blocks:
        return ""
    scale = scale_for(row.group for row in rows_of(result))
    drawn = "".join(_block(block, scale=scale, lang=lang) for block in blocks)
    lines = legend(result, lang)
    caption = f'<figcaption class="wp-legend">{bullets(lines)}</figcaption>' if lines else ""
    figure = f'<figure class="wp-levels">{drawn}{caption}</figure>'
    return section(translate(mark("Hoe groot is het verschil?"), lang), figure)


def _block(block: Block, *, scale: Scale, lang: Language) -> str:
    rows = "".join(_row(row, scale=scale, lang=lang) for row in block.rows)
    return f'{heading(block.heading, level=3)}<ul class="wp-rows" role="list">{rows}</ul>'


def _row(row: Row, *, scale: Scale, lang: Language) -> str:
    figure = figure_of(row.group, scale.kind)
    interval = interval_text(figure, scale.kind, lang)
    unsure = doubt_text(row.group, lang)
    return (
        '<li class="wp-row">'
        f'<div class="wp-label">{escape(label_of_row(row, lang))}'
        f"{_small(people_of_row(row, lang))}</div>"
        f"{level_svg(row, scale=scale, lang=lang)}"
        f'<div class="wp-value">{escape(value_text(figure, scale.kind, lang))}'
        f"{_small(interval)}{_small(unsure)}</div></li>"
    )


def _small(words: str) -> str:
    return f"<small>{escape(words)}</small>" if words else ""
