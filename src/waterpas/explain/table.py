"""A result as a table of words and numbers: the twin of every picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waterpas.explain.certainty import certainty_of
from waterpas.explain.counts import NOT_SHOWN, count_text, possible_rate, rate_text
from waterpas.explain.family import family_text
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
    Note,
)
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


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of text."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(result: Comparison | Chain, lang: Language, *, precise: bool = False) -> list[Table]:
    """One table for a comparison; one per step for a chain. `precise`: more decimals."""
    form = PRECISE if precise else PLAIN
    if isinstance(result, Comparison):
        return [_table(result, result.outcome.replace("=", " = "), lang, form)]
    many = sum(step.nested for step in result.steps) > 1
    return [
        _table(
            step.comparison,
            step_title(step, result, lang),
            lang,
            form,
            so_far=step.cumulative if many else None,
        )
        for step in result.steps
    ]


def step_title(step: ChainStep, chain: Chain, lang: Language) -> str:
    """'Gekozen voor controle (van: studenten met een beurs)'."""
    names = step_names(chain, lang)
    of = names.get(step.of or "", step.of or "")
    template = mark("%(step)s (van: %(of)s)")
    if step.hit_rate:
        template = mark("%(step)s (van: %(of)s) - lees deze stap nooit los")
    return translate(template, lang) % {"step": names[step.id], "of": of}


Column = tuple[str, list[str]]


def _table(
    comparison: Comparison,
    title: str,
    lang: Language,
    form: Decimals,
    *,
    so_far: Mapping[str, Estimate | None] | None = None,
) -> Table:
    words = Wording(comparison, lang)
    heads = tuple(_head(head, comparison.level, lang) for head in COLUMNS)
    rates = iter(rates_of(comparison, form, lang))
    rows = [
        _row(group, next(rates), words, form)
        if group.rate
        else _row_without_rate(group, words, form)
        for group in comparison.groups
    ]
    for head, cells in _extra(comparison, form, lang, so_far or {}):
        if any(cells):
            heads = (*heads, translate(head, lang))
            rows = [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    return Table(title, heads, tuple(rows))


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
    so_far: Mapping[str, Estimate | None],
) -> Iterator[Column]:
    """Columns that are only there when they say something."""
    groups = comparison.groups
    yield (
        mark("Verschil, met afronding erbij"),
        [_outer_difference(group, form, lang) for group in groups],
    )
    yield mark("Verhouding, met afronding erbij"), [_outer(group, form, lang) for group in groups]
    levels = [group.group[comparison.across] for group in groups if not group.is_reference]
    found = {level: so_far.get(level) for level in levels}
    names = [group.group[comparison.across] for group in groups]
    yield mark("Tot en met deze stap"), [_both(found.get(name), form, lang) for name in names]


def _outer_difference(group: GroupResult, form: Decimals, lang: Language) -> str:
    return form.points(group.difference, lang)[2] if group.difference else ""


def _outer(group: GroupResult, form: Decimals, lang: Language) -> str:
    return form.ratio(group.ratio, lang)[2] if group.ratio else ""


def _both(estimate: Estimate | None, form: Decimals, lang: Language) -> str:
    """'6,2 (5,8 tot 6,7)'."""
    if estimate is None:
        return ""
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


def group_name(group: GroupResult, words: Wording) -> str:
    """The group, its stratum, and whether it is the reference."""
    across = words.comparison.across
    name = words.level(across, group.group[across])
    if across in group.group and name == "everybody":
        name = translate(mark("iedereen"), words.lang)
    parts = [name, words.stratum(group)]
    text = ", ".join(part for part in parts if part)
    if group.is_reference:
        return translate(mark("%(group)s (referentie)"), words.lang) % {"group": text}
    return text


def note_lines(result: Comparison | Chain, lang: Language) -> list[str]:
    """Every note once, as a line, with the groups (and the step) it is about."""
    names = step_names(result, lang)
    lines = []
    for note, where in _notes(result, lang).items():
        family = note.code == "family"
        text = family_text(note, result, lang) if family else note_text(note, lang, names=names)
        lines.append(f"{'; '.join(dict.fromkeys(where))}: {text}" if where else text)
    return lines


def _notes(result: Comparison | Chain, lang: Language) -> dict[Note, list[str]]:
    found: dict[Note, list[str]] = {note: [] for note in result.notes}
    for step, comparison in _comparisons(result, lang):
        words = Wording(comparison, lang)
        for group in comparison.groups:
            for note in group.notes:
                name = f"{group_name(group, words)}{f' ({step})' if step else ''}"
                found.setdefault(note, []).append(name)
    return found


def _comparisons(result: Comparison | Chain, lang: Language) -> list[tuple[str, Comparison]]:
    if isinstance(result, Comparison):
        return [("", result)]
    return [(step.label.get(lang, step.id), step.comparison) for step in result.steps]


def step_names(result: Comparison | Chain, lang: Language) -> dict[str, str]:
    """The name of each step of a chain, the population included."""
    if isinstance(result, Comparison):
        return {}
    names = {step.id: step.label.get(lang, step.id) for step in result.steps}
    return {result.population: result.population_label.get(lang, result.population), **names}
