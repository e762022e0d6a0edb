"""The result of a method as HTML, with the same pieces and in the same order as every result."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from waterpas.explain.html_cells import HEAD, head_cell, number_cell
from waterpas.explain.html_parts import bullets, folded, heading, paragraph, section
from waterpas.explain.measured import sentences
from waterpas.explain.measured.drawn import Block, Drawn, blocks, scale_of
from waterpas.explain.measured.picture import legend, level_svg
from waterpas.explain.measured.redrawn import method_note
from waterpas.explain.measured.speaking import Speaker
from waterpas.explain.measured.tables import NO_FIGURES, beside_method, in_two, per_period
from waterpas.explain.methods import method_of
from waterpas.explain.numbers import level_text, whole
from waterpas.explain.picture_scale import Scale
from waterpas.explain.sources import source_name, source_names
from waterpas.explain.table import Table
from waterpas.explain.wording import capital
from waterpas.results import Measured
from waterpas.texts import Language, mark, translate
from waterpas.version import __version__

HOW_LARGE = mark("Hoe groot is het verschil?")
FIRST_ANSWERS = 4  # so many stand on top; with more of them nobody reads the first
MORE_ANSWERS = 4  # and so many below the picture, where the rest is folded
SEEN = mark("Wat zien wij?")
DRAWN = mark("De getallen in het beeld als tabel")
NOTES = mark("Bij deze cijfers")
MORE, PERIODS = "-more", "-periods"
SOURCE = mark("Bron: %(source)s.")
NO_SOURCE = mark("Berekend uit wat u invulde.")
FITS = 3  # so many columns, that of the group above the rows with it, fit the narrowest screen
SIDEWAYS = mark("Schuif de tabel opzij voor alle kolommen.")


def answer(result: Measured, lang: Language = "nl") -> str:
    """The first answers in words, the first one large, and what is not shown.

    See `more_answers` for the other answers.
    """
    not_shown = sentences.not_shown(result, lang, strong=_strong, plain=escape)
    said = [*_said(result, lang)[:FIRST_ANSWERS], *not_shown]
    if not said:
        return ""
    (first, more), *others = said
    lead = f'<p class="nl-paragraph nl-paragraph--lead wp-answer">{first}</p>'
    lines = [more, *map(_together, others)]
    return lead + "".join(paragraph(words, kind="wp-sure") for words in lines if words)


def more_answers(result: Measured, lang: Language = "nl") -> str:
    """The other answers as a list, below the picture."""
    said = _said(result, lang)[FIRST_ANSWERS:]
    most = MORE_ANSWERS if method_of(result.method).matters else len(said)
    first = section(translate(mark("Verder zagen wij"), lang), _lines(said[:most]))
    rest = said[most:]
    title = translate(mark("De andere antwoorden (%(n)s)"), lang) % {"n": whole(len(rest), lang)}
    return first + folded(title, _lines(rest))


def _lines(said: Sequence[tuple[str, str]]) -> str:
    items = "".join(f"<li>{_together(each)}</li>" for each in said)
    return f'<ul class="wp-bullets">{items}</ul>' if items else ""


def _said(result: Measured, lang: Language) -> list[tuple[str, str]]:
    return sentences.parts(result, lang, strong=_strong, plain=escape)


def _together(both: tuple[str, str]) -> str:
    return " ".join(part for part in both if part)


def _strong(text: str) -> str:
    return f'<strong class="wp-strong">{text}</strong>'


def levels(result: Measured, lang: Language = "nl") -> str:
    """The picture: spirit levels, or what the method draws itself."""
    own = method_of(result.method).picture
    if own is not None:
        drawn = own(Speaker(result, lang))
        figure = (
            f'<figure class="wp-levels">{drawn}</figure>{_listed(result, lang)}' if drawn else ""
        )
        return section(translate(SEEN, lang), figure)
    some = blocks(result, lang)
    if not some:
        return ""
    scale = scale_of(some)
    inner = "".join(_block(block, scale, lang) for block in some)
    lines = legend(some, scale, lang)
    caption = f'<figcaption class="wp-legend">{bullets(lines)}</figcaption>' if lines else ""
    figure = f'<figure class="wp-levels">{inner}{caption}</figure>'
    return section(translate(HOW_LARGE, lang), figure)


def _listed(result: Measured, lang: Language) -> str:
    """What is drawn as a table, folded away; open on paper."""
    make = method_of(result.method).listed
    made = make(Speaker(result, lang)) if make else None
    if made is None:
        return ""
    heads = "".join(head_cell(name, number=at > 0) for at, name in enumerate(made.heads))
    rows = "".join(
        f'<tr class="utrecht-table__row"><th class="{HEAD}" scope="row">{escape(first)}</th>'
        f"{''.join(map(number_cell, others))}</tr>"
        for first, *others in made.rows
    )
    title = escape(translate(DRAWN, lang))
    return (
        f'<details class="wp-details wp-fold"><summary>{title}</summary>'
        f'<div class="wp-scroll" role="region" aria-label="{title}" tabindex="0">'
        '<table class="utrecht-table wp-table"><thead class="utrecht-table__header">'
        f'<tr class="utrecht-table__row">{heads}</tr></thead>'
        f'<tbody class="utrecht-table__body">{rows}</tbody></table></div></details>'
    )


def _block(block: Block, scale: Scale, lang: Language) -> str:
    rows = "".join(_row(row, scale, lang) for row in block.rows)
    return f'{heading(block.heading, level=3)}<ul class="wp-rows" role="list">{rows}</ul>'


def _row(row: Drawn, scale: Scale, lang: Language) -> str:
    small = f"<small>{escape(row.between)}</small>" if row.between else ""
    return (
        f'<li class="wp-row"><div class="wp-label">{escape(row.label)}</div>'
        f"{level_svg(row, scale, lang)}"
        f'<div class="wp-value">{escape(row.value)}{small}</div></li>'
    )


def full_table(result: Measured, lang: Language = "nl") -> str:
    """Every figure, in a region that scrolls where the screen is narrow."""
    first, *others = in_two(result, lang)
    if not first.rows:
        return section(first.title, paragraph(escape(translate(NO_FIGURES, lang))))
    folds = "".join(folded(each.title, _region(each, result, lang, name=MORE)) for each in others)
    periods = per_period(result, lang)
    if periods.rows:
        folds += folded(periods.title, _region(periods, result, lang, name=PERIODS))
    return section(first.title, _region(first, result, lang)) + folds


def _region(made: Table, result: Measured, lang: Language, *, name: str = "") -> str:
    heads = "".join(head_cell(name, number=at > 0) for at, name in enumerate(made.heads[1:]))
    rows = "".join(
        _body(head, some, columns=len(made.heads) - 1) for head, some in _under_heads(made.rows)
    )
    sources = " + ".join(source_names(result, lang))
    caption = translate(SOURCE if sources else NO_SOURCE, lang) % {"source": sources}
    inner = (
        '<table class="utrecht-table wp-table wp-figures"><caption class="utrecht-table__caption">'
        f'<span id="wp-table-caption{name}">{escape(caption)}</span></caption>'
        f'<thead class="utrecht-table__header"><tr class="utrecht-table__row">{heads}</tr></thead>'
        f"{rows}</table>"
    )
    # Two tables have the same source: the second region goes by its title.
    called = f'aria-label="{escape(made.title)}"' if name else 'aria-labelledby="wp-table-caption"'
    region = f'<div class="wp-scroll" role="region" {called} tabindex="0">{inner}</div>'
    if len(made.heads) <= FITS:
        return region
    return paragraph(escape(translate(SIDEWAYS, lang)), kind="wp-hint wp-sideways") + region


def _under_heads(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The rows about each group; groups with one and the same figure each, under that figure."""
    about = [(who, list(some)) for who, some in groupby(rows, key=lambda row: row[0])]
    for what, run in groupby(about, key=lambda each: each[1][0][1] if len(each[1]) == 1 else ""):
        groups = list(run)
        if not what or len(groups) == 1:
            yield from groups
        else:
            yield capital(what), [(what, who, *row[2:]) for who, (row,) in groups]


def _body(who: str, rows: list[tuple[str, ...]], *, columns: int) -> str:
    """Figures under what they share: the group, or what they are."""
    head = (
        f'<tr class="utrecht-table__row"><th class="{HEAD} wp-step" colspan="{columns}"'
        f' scope="rowgroup"><span>{escape(who)}</span></th></tr>'
    )
    return f'<tbody class="utrecht-table__body">{head}{"".join(map(_table_row, rows))}</tbody>'


def _table_row(row: tuple[str, ...]) -> str:
    _who, what, *numbers = row
    head = f'<th class="{HEAD} wp-group" scope="row">{escape(what)}</th>'
    return f'<tr class="utrecht-table__row">{head}{"".join(map(number_cell, numbers))}</tr>'


def not_said(result: Measured, lang: Language = "nl") -> str:
    """What the figures do not say."""
    title = translate(mark("Wat dit niet zegt"), lang)
    return section(title, bullets(sentences.unsaid(result, lang)), kind="wp-not-said")


def remarks(result: Measured, lang: Language = "nl") -> str:
    """The notes."""
    inner, title = bullets(sentences.remarks(result, lang)), translate(NOTES, lang)
    method = method_of(result.method)
    # Without a figure a note says why: then it is not folded away.
    folds = bool(method.matters) and not (method.open_notes or sentences.shows_nothing(result))
    return folded(title, inner) if folds else section(title, inner)


def provenance(result: Measured, lang: Language = "nl") -> str:
    """Source, fingerprint, how it was computed, number of comparisons, version."""
    items = "".join(
        f"<div><dt>{escape(translate(name, lang))}</dt><dd>{words}</dd></div>"
        for name, words in _pairs(result, lang)
    )
    return f'<dl class="wp-provenance">{items}</dl>'


def _pairs(result: Measured, lang: Language) -> Iterator[tuple[str, str]]:
    """Names, marked; and what stands beside them, as HTML."""
    for source in result.sources:
        yield mark("Bron"), escape(source_name(source.name, lang))
        if source.sha256:
            short = f"{source.sha256[:8]}…{source.sha256[-4:]}"
            yield mark("Vingerafdruk van de bron (SHA-256)"), short
    yield mark("Methode"), escape(method_note(result, lang))
    if lines := beside_method(result, lang):
        yield mark("Voor wie narekent"), bullets(lines)
    if not method_of(result.method).always:
        yield mark("Zekerheid van de intervallen"), level_text(result.level, lang)
    if result.family > 1 and result.figure("comparisons") is None:  # a plan says it above
        yield mark("Vergelijkingen tegelijk"), whole(result.family, lang)
    yield mark("Berekend met"), f"Waterpas {__version__}"


def title(result: Measured, lang: Language) -> str:
    """The question, as the name of the page."""
    return translate(method_of(result.method).question, lang)
