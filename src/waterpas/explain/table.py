"""A result as a table of words and numbers: the twin of every picture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from waterpas.explain.certainty import certainty_of
from waterpas.explain.names import group_name, outcome_title, step_names, step_title
from waterpas.explain.notes import note_text
from waterpas.explain.numbers import decimal, points, times, times_between, whole
from waterpas.explain.wording import Wording
from waterpas.results import (
    Allowed,
    Chain,
    ChainStep,
    Comparison,
    Count,
    Estimate,
    GroupResult,
    Interval,
)
from waterpas.serialise import selection_rate
from waterpas.texts import Language, mark, translate

COLUMNS = (
    mark("Groep"),
    mark("Aantal"),
    mark("Met de uitkomst"),
    mark("Per 1.000"),
    mark("Onzekerheid"),
    mark("Verschil per 1.000"),
    mark("Onzekerheid"),
    mark("Verhouding"),
    mark("Onzekerheid"),
    mark("Wat zien wij?"),
)
WITHOUT_COMPARISON = 5  # the first columns are about the group itself
NOT_SHOWN = mark("niet getoond")


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of text.

    `warning` must be read with the rows: they are never shown without it.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Decimals:
    """How many decimals each figure gets; None: as a reader wants it."""

    per_thousand: int
    times: int | None
    times_ends: int | None

    def ratio(self, estimate: Estimate, lang: Language) -> tuple[str, str]:
        """A ratio and its interval."""
        places, interval = self.times, estimate.interval
        text = (
            times(estimate.value, lang) if places is None else decimal(estimate.value, places, lang)
        )
        if interval is None:
            return text, ""
        return text, _joined(self._ratio_ends(interval, estimate.value, lang), lang)

    def _ratio_ends(self, interval: Interval, around: float, lang: Language) -> tuple[str, str]:
        low, high, places = interval.low, interval.high, self.times_ends
        if places is None:
            return times_between(low, high, around=around, lang=lang)
        return decimal(low, places, lang), decimal(high, places, lang)


PLAIN = Decimals(per_thousand=1, times=None, times_ends=None)
PRECISE = Decimals(per_thousand=2, times=4, times_ends=3)


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
    rows = tuple(
        (*_row(group, words, form)[:WITHOUT_COMPARISON], _selected(group, step, chain, lang, form))
        for group in step.comparison.groups
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
    return decimal(1000 * rate.value, form.per_thousand, lang)


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
    heads = tuple(translate(head, lang) for head in COLUMNS)
    rows = [_row(group, words, form) for group in comparison.groups]
    for head, cells in _extra(comparison, form, lang, so_far):
        if any(cells):
            heads = (*heads, translate(head, lang))
            rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    return Table(title, heads, tuple(rows))


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
    if group.difference is None:
        return ""
    return _ends(group.difference.outer, form, lang, signed=True)


def _outer(group: GroupResult, form: Decimals, lang: Language) -> str:
    if group.ratio is None or group.ratio.outer is None:
        return ""
    return form.ratio(replace(group.ratio, interval=group.ratio.outer), lang)[1]


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
    value, between = form.ratio(estimate, lang)
    return f"{value} ({between})" if between else value


def _row(group: GroupResult, words: Wording, form: Decimals) -> tuple[str, ...]:
    lang = words.lang
    if group.rate is None:
        return _row_without_rate(group, words, form)
    return (
        group_name(group, words),
        whole(group.n.value or 0, lang),
        whole(group.cases.value or 0, lang),
        decimal(1000 * group.rate.value, form.per_thousand, lang),
        _ends(group.rate.interval, form, lang, signed=False),
        *_comparison_cells(group, form, lang),
        certainty_of(group, lang),
    )


def _row_without_rate(group: GroupResult, words: Wording, form: Decimals) -> tuple[str, ...]:
    """What is known: a count that is not hidden, and what the hidden one still allows."""
    lang, still = words.lang, group.allowed or Allowed()
    return (
        group_name(group, words),
        *(_shown(count, lang) for count in (group.n, group.cases)),
        translate(NOT_SHOWN, lang),
        _ends(still.rate, form, lang, signed=False),
        *_still_allowed(still, form, lang),
        "",
    )


def _shown(count: Count, lang: Language) -> str:
    return translate(NOT_SHOWN, lang) if count.value is None else whole(count.value, lang)


def _still_allowed(still: Allowed, form: Decimals, lang: Language) -> tuple[str, str, str, str]:
    ratio = still.ratio
    between = form.ratio(Estimate(1.0, ratio, ""), lang)[1] if ratio else ""
    return ("", _ends(still.difference, form, lang, signed=True), "", between)


def _comparison_cells(
    group: GroupResult, form: Decimals, lang: Language
) -> tuple[str, str, str, str]:
    if group.is_reference or group.difference is None:
        return _still_allowed(group.allowed or Allowed(), form, lang)
    difference = points(group.difference.value, lang, places=form.per_thousand)
    between = _ends(group.difference.interval, form, lang, signed=True)
    ratio = form.ratio(group.ratio, lang) if group.ratio else ("", "")
    return (difference, between, *ratio)


def _ends(interval: Interval | None, form: Decimals, lang: Language, *, signed: bool) -> str:
    if interval is None:
        return ""
    places = form.per_thousand
    if signed:
        ends = [points(end, lang, places=places) for end in (interval.low, interval.high)]
    else:
        ends = [decimal(1000 * end, places, lang) for end in (interval.low, interval.high)]
    return _joined((ends[0], ends[1]), lang)


def _joined(ends: tuple[str, str], lang: Language) -> str:
    """'5,8 tot 6,7'."""
    return translate(mark("%(low)s tot %(high)s"), lang) % {"low": ends[0], "high": ends[1]}
