"""The picture of a method: spirit levels for its main figures, or a drawing of its own."""

from html import escape

from waterpas.explain.measured.drawn import Block, Drawn, blocks, scale_of
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.methods import method_of
from waterpas.explain.picture import (
    DASHED,
    LEGEND,
    WIDTH_OF_BUBBLE,
    Sheet,
    scale_marks,
    svg_of_level,
)
from waterpas.explain.picture_level import HEIGHT, level
from waterpas.explain.picture_scale import Scale
from waterpas.explain.sources import source_names
from waterpas.results import Certainty, Measured
from waterpas.texts import Language, mark, translate

UNSURE = {Certainty.NOT_SHOWN, Certainty.TOO_FEW}


def picture(result: Measured, lang: Language) -> str:
    """One SVG with real text, that can be opened alone."""
    method = method_of(result.method)
    if method.picture is not None:
        return method.picture(Speaker(result, lang))
    some, sheet = blocks(result, lang), Sheet()
    scale = scale_of(some)
    for block in some:
        _draw(sheet, block, scale, lang)
    sources = " + ".join(source_names(result, lang))
    for line in (
        " ".join(legend(some, scale, lang)),
        translate(mark("Dit zegt niet waarom het verschil er is."), lang),
        translate(mark("Bron: %(source)s"), lang) % {"source": sources},
    ):
        sheet.text(line, size=12.5, soft=True, signs=52)
    said = " ".join(row.spoken for block in some for row in block.rows)
    return sheet.svg(name=translate(method.question, lang), description=said, lang=lang)


def _draw(sheet: Sheet, block: Block, scale: Scale, lang: Language) -> None:
    sheet.y += 6
    sheet.text(block.heading, size=16, bold=True, signs=34)
    for row in block.rows:
        sheet.y += 6
        sheet.text(row.label, size=15, signs=44)
        sheet.text(f"{row.value} {row.between}".strip(), size=15, bold=True, signs=44)
        sheet.y += 8
        drawn = level(row.estimate, scale=scale, certainty=row.certainty, lang=lang)
        sheet.drawing(drawn, HEIGHT + 4)


def level_svg(row: Drawn, scale: Scale, lang: Language) -> str:
    """One level, as wide as its box, with its words as its accessible name."""
    drawn = level(row.estimate, scale=scale, certainty=row.certainty, lang=lang)
    return svg_of_level(drawn, spoken=escape(row.spoken))


def legend(some: list[Block], scale: Scale, lang: Language) -> list[str]:
    """How to read the levels; nothing drawn: no sentence."""
    rows = [row for block in some for row in block.rows if row.estimate]
    if not rows:
        return []
    lines = [translate(line, lang) for line in LEGEND]
    lines += [scale_marks(scale, lang), translate(WIDTH_OF_BUBBLE, lang)]
    if any(row.certainty in UNSURE for row in rows):
        lines.append(translate(DASHED, lang))
    return lines
