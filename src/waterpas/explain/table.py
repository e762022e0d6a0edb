"""A result as a table of words and numbers: the twin of every picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from waterpas.explain.certainty import certainty_of
from waterpas.explain.counts import NOT_SHOWN, count_text, possible_rate, rate_text
from waterpas.explain.names import group_name, outcome_title, step_names, step_title
from waterpas.explain.notes import note_text
from waterpas.explain.numbers import joined, level_text, rates_together
from waterpas.explain.table_figures import PLAIN, PRECISE, Decimals, rates_of
from waterpas.explain.wording import Wording
from waterpas.results import (
    DECIDING_LEVEL,
    Allowed,
    Chain,
    ChainStep,
    Comparison,
    Estimate,
    GroupResult,
)
from waterpas.serialise import selection_rate
from waterpas.texts import Language, mark, translate

UNSURE = mark("Onzekerheid")
COLUMNS = (
    mark("Groep"),
    mark("Aantal"),
    mark("Met de uitkomst"),
    mark("Per 1.000"),
    UNSURE,
    mark("Verschil per 1.000"),
    UNSURE,
    mark("Verhouding"),
    UNSURE,
    mark("Wat zien wij?"),
)
WITHOUT_COMPARISON = 5  # the first columns are about the group itself


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of text.

    `warning` must be read with the rows: they are never shown without it. The first `words`
    columns hold words, the others numbers.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    warning: str = ""
    words: int = 1


def tables(result: Comparison | Chain, lang: Language, *, precise: bool = False) -> list[Table]:
    """One table for a comparison; one per step for a chain. `precise`: more decimals."""
    form = PRECISE if precise else PLAIN
    if isinstance(result, Comparison):
        return [_table(result, outcome_title(result, lang), lang, form)]
    many = sum(step.nested and not step.hit_rate for step in result.steps) > 1
    return [
        _hit_rates(step, result, lang, form)
        if step.hit_rate
        else _table(
            step.comparison,
            step_title(step, result, lang),
            lang,
            form,
            so_far=step if many else None,
        )
        for step in result.steps
    ]


def _hit_rates(step: ChainStep, chain: Chain, lang: Language, form: Decimals) -> Table:
    """Rates only, each beside the rate of the selection it comes from; never compared."""
    words, names = Wording(step.comparison, lang), step_names(chain, lang)
    before = translate(mark("Per 1.000 bij '%(step)s'"), lang) % {"step": names[step.of or ""]}
    heads = (*(translate(head, lang) for head in COLUMNS[:WITHOUT_COMPARISON]), before)
    shown = zip(_rows(step.comparison, words, form), step.comparison.groups, strict=True)
    rows = tuple(
        (*row[:WITHOUT_COMPARISON], _selected(group, step, chain, lang, form))
        for row, group in shown
    )
    said = [n for n in chain.notes if n.code == "hit-rate" and n.fields["step"] == step.id]
    warning = " ".join(note_text(note, lang, names=names) for note in said)
    return Table(step_title(step, chain, lang), heads, rows, warning)


def _selected(
    group: GroupResult, step: ChainStep, chain: Chain, lang: Language, form: Decimals
) -> str:
    rate = selection_rate(group, step, chain)
    if rate is None:
        return translate(NOT_SHOWN, lang)
    return rates_together([rate.value], lang, at_least=form.per_thousand)[0]


Column = tuple[str, list[str]]


def _table(
    comparison: Comparison,
    title: str,
    lang: Language,
    form: Decimals,
    *,
    so_far: ChainStep | None = None,
) -> Table:
    words = Wording(comparison, lang)
    heads = tuple(_head(head, comparison.level, lang) for head in COLUMNS)
    rows = _rows(comparison, words, form)
    for head, cells in _extra(comparison, form, lang, so_far):
        if any(cells):
            heads = (*heads, translate(head, lang))
            rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    return Table(title, heads, tuple(rows))


def _rows(comparison: Comparison, words: Wording, form: Decimals) -> list[tuple[str, ...]]:
    rates = iter(rates_of(comparison, form, words.lang))
    return [
        _row(group, next(rates), words, form)
        if group.rate
        else _row_without_rate(group, words, form)
        for group in comparison.groups
    ]


def _head(head: str, level: float, lang: Language) -> str:
    """A head of a column; with the level of the intervals where it is not the usual one."""
    text = translate(head, lang)
    if head != UNSURE or level == DECIDING_LEVEL:
        return text
    return f"{text} ({level_text(level, lang)})"


def _extra(
    comparison: Comparison,
    form: Decimals,
    lang: Language,
    so_far: ChainStep | None,
) -> Iterator[Column]:
    """Columns that are only there when they say something."""
    groups = comparison.groups
    yield (
        mark("Verschil, met afronding erbij"),
        [_outer_difference(group, form, lang) for group in groups],
    )
    yield mark("Verhouding, met afronding erbij"), [_outer(group, form, lang) for group in groups]
    yield mark("Tot en met deze stap"), [_so_far(group, so_far, form, lang) for group in groups]


def _outer_difference(group: GroupResult, form: Decimals, lang: Language) -> str:
    return form.points(group.difference, lang)[2] if group.difference else ""


def _outer(group: GroupResult, form: Decimals, lang: Language) -> str:
    return form.ratio(group.ratio, lang)[2] if group.ratio else ""


def _so_far(group: GroupResult, step: ChainStep | None, form: Decimals, lang: Language) -> str:
    """The cumulative ratio; where a count is hidden, between what it lies."""
    level = next(iter(group.group.values()))
    if step is None or group.is_reference or not step.cumulative:
        return ""
    found = step.cumulative.get(level)
    if found is not None:
        return _both(found, form, lang)
    still = step.cumulative_allowed.get(level)
    words = translate(NOT_SHOWN, lang)
    return f"{words} ({form.ratio(Estimate(1.0, still, ''), lang)[1]})" if still else words


def _both(estimate: Estimate, form: Decimals, lang: Language) -> str:
    """'6,2 (5,8 tot 6,7)'."""
    value, between, _ = form.ratio(estimate, lang)
    return f"{value} ({between})" if between else value


def _row(
    group: GroupResult, rate: tuple[str, str], words: Wording, form: Decimals
) -> tuple[str, ...]:
    lang = words.lang
    return (
        group_name(group, words),
        count_text(group.n, lang),
        count_text(group.cases, lang),
        rate_text(rate[0], group.cases, lang),
        rate[1],
        *_comparison_cells(group, form, lang),
        certainty_of(group, lang),
    )


def _row_without_rate(group: GroupResult, words: Wording, form: Decimals) -> tuple[str, ...]:
    """What is known: a count that is not hidden, and what the hidden one still allows."""
    lang, still = words.lang, group.allowed or Allowed()
    possible = possible_rate(group, lang, at_least=form.per_thousand)
    return (
        group_name(group, words),
        *(count_text(count, lang) for count in (group.n, group.cases)),
        joined(possible, lang) or translate(NOT_SHOWN, lang),
        _allowed_rate(still, form, lang),
        *_still_allowed(still, form, lang),
        "",
    )


def _allowed_rate(still: Allowed, form: Decimals, lang: Language) -> str:
    if still.rate is None:
        return ""
    ends = [still.rate.low, still.rate.high]
    low, high = rates_together(ends, lang, at_least=form.per_thousand)
    return joined((low, high), lang)


def _still_allowed(still: Allowed, form: Decimals, lang: Language) -> tuple[str, str, str, str]:
    ratio = form.ratio(Estimate(1.0, still.ratio, ""), lang)[1] if still.ratio else ""
    difference = form.points(Estimate(0.0, still.difference, ""), lang)[1]
    return ("", difference, "", ratio)


def _comparison_cells(
    group: GroupResult, form: Decimals, lang: Language
) -> tuple[str, str, str, str]:
    if group.is_reference or group.difference is None:
        return _still_allowed(group.allowed or Allowed(), form, lang)
    ratio = form.ratio(group.ratio, lang)[:2] if group.ratio else ("", "")
    return (*form.points(group.difference, lang)[:2], *ratio)
