"""The picture of a result: spirit levels, one per group and step, with their words beside them.

`level_svg` draws one level for a page that has the words around it already; `picture` draws them
all, with words, as one image that can be saved and opened alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from waterpas.explain.numbers import level_text, whole
from waterpas.explain.picture_level import HEIGHT, level
from waterpas.explain.picture_rows import (
    Block,
    Row,
    blocks_of,
    doubt_text,
    interval_text,
    label_of_row,
    people_of_row,
    rows_of,
    source_of,
    spoken,
    unsure_word,
    value_text,
)
from waterpas.explain.picture_scale import Scale, figure_of, scale_for
from waterpas.explain.wording import check_language, check_result
from waterpas.results import DECIDING_LEVEL, Chain, Comparison
from waterpas.texts import Language, mark, translate

INK, SOFT, PAPER = "#17302f", "#4d6261", "#ffffff"
WIDTH = 640
LEGEND = (
    mark(
        "Elke tekening is een waterpas: gereedschap met een luchtbel, dat laat zien of iets recht "
        "ligt."
    ),
    mark(
        "De twee strepen in het midden zijn de plek van de luchtbel als er geen verschil is. Een "
        "stip precies in het midden betekent: gelijk. De strepen zijn geen grens van wat mag."
    ),
    mark("Hoe verder van het midden, hoe groter het verschil. Rechts is vaker, links minder vaak."),
)
FACTOR = mark("Bij elk streepje onder de buis wordt het %(factor)s keer zo veel.")
EVENLY = mark("De streepjes onder de buis staan overal even ver uit elkaar: %(step)s per 1.000.")
WIDTH_OF_BUBBLE = mark(
    "De breedte van de luchtbel is wat wij niet zeker weten. De kleur zegt niets."
)
ASKED = mark(
    "De luchtbel is hier een interval van %(level)s. De rand van streepjes hangt daar niet van af: "
    "of er een verschil is aangetoond, beslissen wij altijd met 95%%."
)
DASHED = mark(
    "Een luchtbel met een rand van streepjes mag u niet los lezen: er is geen verschil aangetoond."
)
OUTER = mark("De lichtere rand om de luchtbel is de onzekerheid met afronding erbij.")

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
_LABEL_SIGNS, _SMALL_SIGNS = 32, 52  # so many signs fit beside a value at 360 pixels
_WIDER, _SOFT_WIDER = 1.6, 1.8  # so many times as many signs fit a picture of its full width
_LINE = 19


def picture(result: Comparison | Chain, lang: Language = "nl") -> str:
    """All levels of a result as one SVG with real text, that can be opened alone."""
    check_result(result)
    check_language(lang)
    scale = scale_for(row.group for row in rows_of(result))
    sheet = Sheet()
    for block in blocks_of(result, lang):
        _draw_block(sheet, block, scale=scale, lang=lang)
    for line in _small_print(result, lang):
        sheet.text(line, size=12.5, soft=True, signs=_SMALL_SIGNS)
    said = " ".join(spoken(row, scale.kind, lang) for row in rows_of(result))
    return sheet.svg(name=_name(result, lang), description=said, lang=lang)


def level_svg(row: Row, *, scale: Scale, lang: Language) -> str:
    """One level, as wide as its box, with the sentence as its accessible name."""
    figure = figure_of(row.group, scale.kind)
    drawn = level(figure, scale=scale, certainty=row.group.certainty, lang=lang)
    return svg_of_level(drawn, spoken=escape(spoken(row, scale.kind, lang)))


def svg_of_level(drawn: str, *, spoken: str) -> str:
    """The elements of one level as an image with a name that is read out; both are escaped."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="wp-level" role="img"'
        f' aria-label="{spoken}" width="100%" height="{HEIGHT}"'
        f' font-family="{_FONT}" color="{INK}">{drawn}</svg>'
    )


def legend(result: Comparison | Chain, lang: Language) -> list[str]:
    """How to read the picture, in sentences; only what is in it. Nothing drawn: no sentence."""
    groups = [row.group for row in rows_of(result)]
    scale = scale_for(groups)
    figures = [figure_of(group, scale.kind) for group in groups]
    if not any(figures):
        return []
    lines = [translate(line, lang) for line in LEGEND]
    lines += [
        scale_marks(scale, lang),
        translate(WIDTH_OF_BUBBLE, lang),
        *_level_asked(result, lang),
    ]
    if any(unsure_word(group, lang) for group in groups):
        lines.append(translate(DASHED, lang))
    if any(figure and figure.outer for figure in figures):
        lines.append(translate(OUTER, lang))
    return lines


def _level_asked(result: Comparison | Chain, lang: Language) -> list[str]:
    """At which level the bubbles are drawn, where it is not the usual one."""
    if result.level == DECIDING_LEVEL:
        return []
    return [translate(ASKED, lang) % {"level": level_text(result.level, lang)}]


def scale_marks(scale: Scale, lang: Language) -> str:
    """How much lies between two marks of the scale."""
    if scale.kind == "points":
        return translate(EVENLY, lang) % {"step": whole(1000 * scale.step, lang)}
    return translate(FACTOR, lang) % {"factor": whole(scale.step, lang)}


@dataclass(frozen=True, slots=True)
class _Said:
    """Words on a sheet: from where, in which lines on a phone and on a wide screen, and how."""

    top: float
    lines: tuple[str, ...]
    wide: tuple[str, ...]
    size: float
    soft: bool
    bold: bool


class Sheet:
    """A column of drawings and lines of text, from the top down."""

    def __init__(self) -> None:
        self.y = 12.0
        self.parts: list[str] = []
        self.said: list[_Said] = []
        # So much lower it is on a wide screen, where the last words are fewer lines.
        self.spared = 0

    def text(
        self, words: str, *, size: float, soft: bool = False, bold: bool = False, signs: int
    ) -> None:
        """Words from the left edge, broken into lines that a phone has room for.

        Where fewer lines will do on a wide screen those are there too, for the page to show.
        """
        if self.said and self.said[-1].soft != soft:
            self._write()
        lines = tuple(wrap(words, signs))
        wide = tuple(wrap(words, round(signs * (_SOFT_WIDER if soft else _WIDER))))
        self.said.append(_Said(self.y, lines, wide, size=size, soft=soft, bold=bold))
        self.y += _LINE * len(lines)

    def _write(self) -> None:
        """The words since the last drawing: on a wide screen together, with no line left open.

        Small print stands below what it is about, other words against what comes after them.
        """
        said, self.said, below = self.said, [], self.y
        spared = [len(each.lines) - len(each.wide) for each in said]
        self.spared = sum(spared) * _LINE if said and said[-1].soft else 0
        if any(spared):
            self.parts.append('<g class="wp-at-wide" display="none">')
            for at, each in enumerate(said):
                moved = -sum(spared[:at]) if each.soft else sum(spared[at:])
                self._lines(each, each.wide, each.top + moved * _LINE)
            self.parts.append('</g><g class="wp-at-narrow">')
        for each in said:
            self._lines(each, each.lines, each.top)
        self.parts.append("</g>" if any(spared) else "")
        self.y = below

    def _lines(self, how: "_Said", lines: Sequence[str], top: float) -> None:
        self.y = top
        for line in lines:
            self.y += _LINE
            self.line(line, x="2%", size=how.size, soft=how.soft, bold=how.bold)

    def line(
        self, words: str, *, x: str, size: float, soft: bool, bold: bool, end: bool = False
    ) -> None:
        """One line at the present height."""
        weight = ' font-weight="700"' if bold else ""
        anchor = ' text-anchor="end"' if end else ""
        fill = SOFT if soft else "currentColor"
        self.parts.append(
            f'<text x="{x}" y="{self.y:g}" font-size="{size:g}" fill="{fill}"{weight}{anchor}>'
            f"{escape(words)}</text>"
        )

    def drawing(self, elements: str, height: float) -> None:
        """Something drawn across the whole width."""
        self._write()
        self.parts.append(f'<g transform="translate(0,{self.y:g})">{elements}</g>')
        self.y += height

    def svg(self, *, name: str, description: str, lang: Language) -> str:
        """Everything, as one image."""
        self._write()
        height = self.y + 18
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="wp-picture" role="img" lang="{lang}"'
            f' width="{WIDTH}" height="{height:g}" font-family="{_FONT}" color="{INK}">'
            f"<title>{escape(name)}</title><desc>{escape(description)}</desc>"
            f"{self._paper(height)}{''.join(self.parts)}</svg>"
        )

    def _paper(self, height: float) -> str:
        """The paper below everything; on a wide screen no further than its words."""
        sheet = f'<rect class="wp-paper%s" width="100%%" height="%g" fill="{PAPER}"%s/>'
        if not self.spared:
            return sheet % ("", height, "")
        wide = sheet % (" wp-at-wide", height - self.spared, ' display="none"')
        return wide + sheet % (" wp-at-narrow", height, "")


def _draw_block(sheet: Sheet, block: Block, *, scale: Scale, lang: Language) -> None:
    sheet.y += 6
    sheet.text(block.heading, size=16, bold=True, signs=34)
    for row in block.rows:
        sheet.y += 6
        _draw_row(sheet, row, scale=scale, lang=lang)


def _draw_row(sheet: Sheet, row: Row, *, scale: Scale, lang: Language) -> None:
    figure = figure_of(row.group, scale.kind)
    first, *more = wrap(label_of_row(row, lang), _LABEL_SIGNS) or [""]
    sheet.y += _LINE + 2
    sheet.line(first, x="2%", size=15, soft=False, bold=False)
    value = value_text(figure, scale.kind, lang)
    sheet.line(value, x="98%", size=16, soft=False, bold=True, end=True)
    for line in more:
        sheet.text(line, size=15, signs=_LABEL_SIGNS)
    sheet.y += _LINE
    sheet.line(people_of_row(row, lang), x="2%", size=12.5, soft=True, bold=False)
    between = interval_text(figure, scale.kind, lang)
    sheet.line(between, x="98%", size=12.5, soft=True, bold=False, end=True)
    if doubt := doubt_text(row.group, lang):
        sheet.y += _LINE
        sheet.line(doubt, x="98%", size=12.5, soft=True, bold=False, end=True)
    sheet.y += 8
    sheet.drawing(level(figure, scale=scale, certainty=row.group.certainty, lang=lang), HEIGHT + 4)


def _small_print(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    yield " ".join(legend(result, lang))
    yield translate(mark("Dit zegt niet waarom het verschil er is."), lang)
    yield translate(mark("Bron: %(source)s"), lang) % {"source": source_of(result, lang)}


def _name(result: Comparison | Chain, lang: Language) -> str:
    blocks = blocks_of(result, lang)
    return "; ".join(block.heading for block in blocks) or translate(mark("Verschil"), lang)
