"""Every figure of a result in one table: the twin of the picture."""

from collections.abc import Iterator
from html import escape

from waterpas.explain.certainty import certainty_of
from waterpas.explain.counts import (
    count_text,
    most_rounded_off,
    possible_rate,
    rate_text,
)
from waterpas.explain.html_cells import HEAD, number_cell, words_cell
from waterpas.explain.html_columns import Columns, head_row
from waterpas.explain.html_parts import paragraph, section
from waterpas.explain.html_steps import step_head
from waterpas.explain.numbers import joined, rates_together, written
from waterpas.explain.picture_rows import (
    between_text,
    interval_text,
    kind_of,
    outer_text,
    source_of,
)
from waterpas.explain.picture_scale import figure_of
from waterpas.explain.wording import Wording, capital
from waterpas.results import Chain, ChainStep, Comparison, GroupResult
from waterpas.texts import Language, mark, translate

ROUNDED = mark("Afgerond op %(to)s: een aantal kan %(half)s hoger of lager zijn.")
SUMS_ROUNDED = mark(
    "Afgerond op %(to)s: een aantal in de bron kan %(half)s hoger of lager zijn. Hier zijn "
    "afgeronde aantallen opgeteld: de som kan hoogstens %(most)s hoger of lager zijn."
)
NO_RATIO = mark("Geen verhouding: wie vaker zoekt, vindt vaker.")


def full_table(result: Comparison | Chain, lang: Language = "nl") -> str:
    """The table in a region of its own, that scrolls where the screen is narrow."""
    columns = _columns(result, lang)
    table = (
        '<table class="utrecht-table wp-table wp-compared">'
        f'<caption class="utrecht-table__caption"><span id="wp-table-caption">'
        f"{escape(_caption(result, lang))}</span></caption>"
        f'<thead class="utrecht-table__header">{head_row(columns)}</thead>'
        f"{''.join(_bodies(result, columns))}</table>"
    )
    hint = paragraph(
        escape(translate(mark("Schuif de tabel opzij voor alle kolommen."), lang)),
        kind="wp-hint wp-sideways",
    )
    region = (
        '<div class="wp-scroll" role="region" aria-labelledby="wp-table-caption" tabindex="0">'
        f"{table}</div>"
    )
    return section(translate(mark("Alle cijfers"), lang), hint + region)


def _columns(result: Comparison | Chain, lang: Language) -> Columns:
    kind = kind_of(result)
    comparisons = _comparisons(result)
    figures = [figure_of(group, kind) for each in comparisons for group in each.groups]
    nested = (
        [s for s in result.steps if s.nested and not s.hit_rate]
        if isinstance(result, Chain)
        else []
    )
    return Columns(
        kind=kind,
        outer=any(figure and figure.outer for figure in figures),
        cumulative=len(nested) > 1,
        unit=Wording(comparisons[0], lang).unit,
        level=result.level,
        lang=lang,
    )


def _comparisons(result: Comparison | Chain) -> list[Comparison]:
    """The comparison, or that of each step."""
    return [step.comparison for step in result.steps] if isinstance(result, Chain) else [result]


def _caption(result: Comparison | Chain, lang: Language) -> str:
    caption = translate(mark("Bron: %(source)s."), lang) % {"source": source_of(result, lang)}
    if not result.rounded_to:
        return caption
    half, most = result.rounded_to // 2, most_rounded_off(_comparisons(result))
    rounded = translate(SUMS_ROUNDED if most > half else ROUNDED, lang)
    return f"{caption} {rounded % {'to': result.rounded_to, 'half': half, 'most': most}}"


def _bodies(result: Comparison | Chain, columns: Columns) -> Iterator[str]:
    if isinstance(result, Comparison):
        yield _body(result, columns)
        return
    for step in result.steps:
        above = step_head(step, result, columns)
        yield _body(step.comparison, columns, above=above, step=step)


def _body(
    comparison: Comparison, columns: Columns, *, above: str = "", step: ChainStep | None = None
) -> str:
    groups = comparison.groups
    rates = iter(rates_together([g.rate.value for g in groups if g.rate], columns.lang))
    shown = [
        rate_text(next(rates), g.cases, columns.lang)
        if g.rate
        else joined(possible_rate(g, columns.lang), columns.lang)
        for g in groups
    ]
    rows = "".join(
        _row(group, comparison, columns, step, rate=rate)
        for group, rate in zip(groups, shown, strict=True)
    )
    return f'<tbody class="utrecht-table__body">{above}{rows}</tbody>'


def _row(
    group: GroupResult,
    comparison: Comparison,
    columns: Columns,
    step: ChainStep | None,
    *,
    rate: str,
) -> str:
    hit_rate = step is not None and step.hit_rate
    compared = _no_ratio(columns) if hit_rate else _figures(group, columns, step, comparison)
    counts = "".join(number_cell(count_text(each, columns.lang)) for each in (group.n, group.cases))
    return (
        f'<tr class="utrecht-table__row"><th class="{HEAD} wp-group" scope="row">'
        f"{escape(_name(group, comparison, columns.lang))}</th>"
        f"{number_cell(rate)}{compared}{counts}</tr>"
    )


def _still_allowed(group: GroupResult, columns: Columns) -> str:
    """'niet getoond', and between what it lies when only a count is hidden."""
    words = translate(mark("niet getoond"), columns.lang)
    still = group.allowed
    between = (still.ratio if columns.kind == "ratio" else still.difference) if still else None
    text = between_text(between, columns.kind, columns.lang)
    return f"{words} ({text})" if text else words


def _name(group: GroupResult, comparison: Comparison, lang: Language) -> str:
    words = Wording(comparison, lang)
    name = capital(words.level(comparison.across, group.group[comparison.across]))
    stratum = words.stratum(group)
    return f"{name} ({stratum})" if stratum else name


def _figures(
    group: GroupResult, columns: Columns, step: ChainStep | None, comparison: Comparison
) -> str:
    if group.is_reference:
        words = translate(mark("hiermee is vergeleken"), columns.lang)
        return words_cell(words, span=columns.compared)
    figure = figure_of(group, columns.kind)
    if figure is None:
        return _not_shown(group, columns, step, comparison)
    sure = certainty_of(group, columns.lang)
    cells = [
        written(figure, columns.kind, columns.lang).value,
        interval_text(figure, columns.kind, columns.lang),
    ]
    if columns.outer:
        cells.append(outer_text(figure, columns.kind, columns.lang))
    if columns.cumulative:
        cells.append(_so_far(group, step, comparison, columns))
    return "".join(number_cell(words) for words in cells) + words_cell(sure)


def _not_shown(
    group: GroupResult, columns: Columns, step: ChainStep | None, comparison: Comparison
) -> str:
    """Words over all columns, but for the cumulative ratio: that may be known all the same."""
    words, so_far = _still_allowed(group, columns), _so_far(group, step, comparison, columns)
    if not columns.cumulative or not so_far:
        return words_cell(words, span=columns.compared)
    return words_cell(words, span=columns.compared - 2) + number_cell(so_far) + words_cell("")


def _so_far(
    group: GroupResult, step: ChainStep | None, comparison: Comparison, columns: Columns
) -> str:
    """The cumulative ratio; where a count is hidden, between what it lies."""
    if step is None or not step.cumulative:
        return ""
    level = group.group[comparison.across]
    found = step.cumulative.get(level)
    if found:
        return written(found, "ratio", columns.lang).value
    between = between_text(step.cumulative_allowed.get(level), "ratio", columns.lang)
    words = translate(mark("niet getoond"), columns.lang)
    return f"{words} ({between})" if between else words


def _no_ratio(columns: Columns) -> str:
    return words_cell(translate(NO_RATIO, columns.lang), span=columns.compared)
