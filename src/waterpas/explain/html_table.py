"""Every figure of a result in one table: the twin of the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from waterpas.explain.html_parts import paragraph, section
from waterpas.explain.numbers import per_thousand, points, times, whole
from waterpas.explain.picture_rows import (
    between_text,
    interval_text,
    kind_of,
    outer_text,
    source_of,
)
from waterpas.explain.picture_scale import Kind, figure_of
from waterpas.explain.sentences import certainty_word
from waterpas.explain.wording import Wording, capital
from waterpas.results import Chain, ChainStep, Comparison, Count, Estimate, GroupResult
from waterpas.texts import Language, mark, translate

NUMBER = "utrecht-table__cell utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data"
HEAD = "utrecht-table__header-cell"
NO_RATIO = mark("Geen verhouding: wie vaker zoekt, vindt vaker.")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the table has, and how its figures are written."""

    kind: Kind
    outer: bool
    cumulative: bool
    unit: str
    lang: Language

    def names(self) -> Iterator[str]:
        """The heads of the columns with numbers."""
        yield capital(self.unit)
        yield translate(mark("Met deze uitkomst"), self.lang)
        yield translate(mark("Per 1.000"), self.lang)
        ratio = mark("Keer zo vaak") if self.kind == "ratio" else mark("Verschil per 1.000")
        yield translate(ratio, self.lang)
        yield translate(mark("Onzekerheid (95%)"), self.lang)
        if self.outer:
            yield translate(mark("Met afronding erbij"), self.lang)
        if self.cumulative:
            yield translate(mark("Tot en met deze stap"), self.lang)

    @property
    def after_rate(self) -> int:
        """How many columns come after the rate."""
        return 3 + self.outer + self.cumulative


def full_table(result: Comparison | Chain, lang: Language = "nl") -> str:
    """The table in a region of its own, that scrolls where the screen is narrow."""
    columns = _columns(result, lang)
    heads = "".join(_head(name) for name in columns.names())
    last = _head(translate(mark("Hoe zeker"), lang), number=False)
    first = _head(translate(mark("Groep"), lang), number=False)
    table = (
        '<table class="utrecht-table wp-table">'
        f'<caption class="utrecht-table__caption"><span id="wp-table-caption">'
        f"{escape(_caption(result, lang))}</span></caption>"
        f'<thead class="utrecht-table__header"><tr>{first}{heads}{last}</tr></thead>'
        f"{''.join(_bodies(result, columns))}</table>"
    )
    hint = paragraph(
        escape(translate(mark("Schuif de tabel opzij voor alle kolommen."), lang)), kind="wp-hint"
    )
    region = (
        '<div class="wp-scroll" role="region" aria-labelledby="wp-table-caption" tabindex="0">'
        f"{table}</div>"
    )
    return section(translate(mark("Alle cijfers"), lang), hint + region)


def _columns(result: Comparison | Chain, lang: Language) -> Columns:
    kind = kind_of(result)
    comparisons = (
        [step.comparison for step in result.steps] if isinstance(result, Chain) else [result]
    )
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
        lang=lang,
    )


def _caption(result: Comparison | Chain, lang: Language) -> str:
    caption = translate(mark("Bron: %(source)s."), lang) % {"source": source_of(result)}
    if not result.rounded_to:
        return caption
    rounded = translate(
        mark("Afgerond op %(to)s: een aantal kan %(half)s hoger of lager zijn."), lang
    )
    half = result.rounded_to // 2
    return f"{caption} {rounded % {'to': result.rounded_to, 'half': half}}"


def _bodies(result: Comparison | Chain, columns: Columns) -> Iterator[str]:
    if isinstance(result, Comparison):
        yield _body(result.groups, result, columns)
        return
    for step in result.steps:
        title = _step_title(step, result, columns)
        yield _body(step.comparison.groups, step.comparison, columns, title=title, step=step)


def _body(
    groups: Sequence[GroupResult],
    comparison: Comparison,
    columns: Columns,
    *,
    title: str = "",
    step: ChainStep | None = None,
) -> str:
    rows = "".join(_row(group, comparison, columns, step) for group in groups)
    return f'<tbody class="utrecht-table__body">{title}{rows}</tbody>'


def _step_title(step: ChainStep, chain: Chain, columns: Columns) -> str:
    label = step.label.get(columns.lang, step.id)
    of = next(
        (each.label.get(columns.lang, each.id) for each in chain.steps if each.id == step.of), ""
    )
    words = Wording(step.comparison, columns.lang)
    whom = f"{of.lower()}" if of else words.unit
    small = words.say(mark("onder: %(whom)s"), whom=whom)
    span = 4 + columns.after_rate
    return (
        f'<tr class="utrecht-table__row"><th class="{HEAD} wp-step" scope="rowgroup"'
        f' colspan="{span}"><span>{escape(label)} <small>{escape(small)}</small></span></th></tr>'
    )


def _row(
    group: GroupResult, comparison: Comparison, columns: Columns, step: ChainStep | None
) -> str:
    lang = columns.lang
    rate = per_thousand(group.rate.value, lang) if group.rate else _allowed_rate(group, lang)
    counted = [_count(group.n, lang), _count(group.cases, lang), rate]
    cells = "".join(_number(words) for words in counted)
    hit_rate = step is not None and step.hit_rate
    after = _no_ratio(columns) if hit_rate else _figures(group, columns, step, comparison)
    return (
        f'<tr class="utrecht-table__row"><th class="{HEAD} wp-group" scope="row">'
        f"{escape(_name(group, comparison, lang))}</th>{cells}{after}</tr>"
    )


def _allowed_rate(group: GroupResult, lang: Language) -> str:
    """Between what a rate lies of which the source hid a count."""
    rate = group.allowed.rate if group.allowed else None
    if rate is None:
        return ""
    return translate(mark("%(low)s tot %(high)s"), lang) % {
        "low": per_thousand(rate.low, lang),
        "high": per_thousand(rate.high, lang),
    }


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
        return _words(words, span=columns.after_rate)
    figure = figure_of(group, columns.kind)
    if figure is None:
        return _words(_still_allowed(group, columns), span=columns.after_rate)
    so_far = step.cumulative.get(group.group[comparison.across]) if step else None
    sure = certainty_word(group.certainty, columns.lang)
    cells = [_value(figure, columns), interval_text(figure, columns.kind, columns.lang)]
    if columns.outer:
        cells.append(outer_text(figure, columns.kind, columns.lang))
    if columns.cumulative:
        cells.append(times(so_far.value, columns.lang) if so_far else "")
    return "".join(_number(words) for words in cells) + _words(sure)


def _value(figure: Estimate, columns: Columns) -> str:
    number = times if columns.kind == "ratio" else points
    return number(figure.value, columns.lang)


def _no_ratio(columns: Columns) -> str:
    return _words(translate(NO_RATIO, columns.lang), span=columns.after_rate)


def _count(count: Count, lang: Language) -> str:
    return (
        translate(mark("niet getoond"), lang) if count.value is None else whole(count.value, lang)
    )


def _head(name: str, *, number: bool = True) -> str:
    kind = f"{HEAD} {HEAD}--numeric-column" if number else HEAD
    return f'<th class="{kind}" scope="col">{escape(name)}</th>'


def _number(words: str) -> str:
    return f'<td class="{NUMBER}">{escape(words)}</td>'


def _words(words: str, *, span: int = 1) -> str:
    wide = f' colspan="{span}"' if span > 1 else ""
    return f'<td class="utrecht-table__cell wp-words"{wide}>{escape(words)}</td>'
