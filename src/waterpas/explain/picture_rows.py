"""Which levels a picture shows, in which order, and the words beside each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from waterpas.explain.certainty import certainty_of, certainty_word, rounding_may_make_it
from waterpas.explain.counts import count_text
from waterpas.explain.numbers import Kind, between, joined, level_text, written
from waterpas.explain.picture_scale import figure_of, scale_for
from waterpas.explain.sentences import most_telling_first
from waterpas.explain.sources import source_names
from waterpas.explain.wording import Wording, capital
from waterpas.results import (
    DECIDING_LEVEL,
    Certainty,
    Chain,
    ChainStep,
    Comparison,
    Estimate,
    GroupResult,
    Interval,
    Reference,
)
from waterpas.texts import Language, mark, translate

REFERENCES = {"everybody": mark("iedereen samen"), "everybody-else": mark("alle anderen")}
NOT_SHOWN = mark("niet getoond")


@dataclass(frozen=True, slots=True)
class Row:
    """One level: a group at one step (or of one comparison)."""

    group: GroupResult
    comparison: Comparison
    step: ChainStep | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Levels under one heading."""

    heading: str
    rows: tuple[Row, ...]


def kind_of(result: Comparison | Chain) -> Kind:
    """Whether the picture shows ratios or differences in points."""
    return scale_for(row.group for row in rows_of(result)).kind


def rows_of(result: Comparison | Chain) -> list[Row]:
    """Every group with a level: no reference, no hit rate."""
    if isinstance(result, Comparison):
        return [Row(group, result) for group in most_telling_first(result)]
    shown = [step for step in result.steps if not step.hit_rate]
    return [
        Row(group, step.comparison, step)
        for step in shown
        for group in step.comparison.groups
        if not group.is_reference
    ]


def blocks_of(result: Comparison | Chain, lang: Language) -> list[Block]:
    """The levels under their headings: a chain by group, a comparison by stratum."""
    blocks = _by_group(result, lang) if isinstance(result, Chain) else _by_stratum(result, lang)
    return list(blocks)


def _by_group(chain: Chain, lang: Language) -> Iterator[Block]:
    rows = rows_of(chain)
    for group in most_telling_first(main_step(chain).comparison):
        level = group.group[chain.across]
        own = tuple(row for row in rows if row.group.group[chain.across] == level)
        words = Wording(own[0].comparison, lang)
        who = words.group(own[0].group)
        yield Block(_compared(capital(who), reference_name(words), lang), own)


def _by_stratum(comparison: Comparison, lang: Language) -> Iterator[Block]:
    words = Wording(comparison, lang)
    rows = sorted(rows_of(comparison), key=lambda row: words.stratum(row.group))
    for stratum, own in groupby(rows, key=lambda row: words.stratum(row.group)):
        name = capital(stratum or words.column(comparison.across))
        yield Block(_compared(name, reference_name(words), lang), tuple(own))


def _compared(who: str, reference: str, lang: Language) -> str:
    return translate(mark("%(group)s, vergeleken met %(reference)s"), lang) % {
        "group": who,
        "reference": reference,
    }


_SURENESS = {Certainty.DIFFERENCE: 2, Certainty.INDICATION: 1}


def main_step(chain: Chain) -> ChainStep:
    """The step the answer is about: where on the chain the difference is shown best.

    The surest comes first, then the largest in people. Where nothing is shown, and where steps are
    equal, it is the last one. A hit rate is never the answer.
    """
    shown = [step for step in chain.steps if not step.hit_rate]
    on_the_chain = [step for step in shown if step.nested] or shown
    return max(reversed(on_the_chain), key=_how_well_shown)


def _how_well_shown(step: ChainStep) -> tuple[int, float]:
    sizes = [
        (_SURENESS[group.certainty], abs(group.difference.value))
        for group in step.comparison.groups
        if group.certainty in _SURENESS and group.difference
    ]
    return max(sizes, default=(0, 0.0))


def reference_name(words: Wording) -> str:
    """Whom the groups are compared with, in words."""
    reference: Reference = words.comparison.reference
    if reference.kind == "level":
        return words.level(words.comparison.across, reference.level or "")
    return translate(REFERENCES[reference.kind], words.lang)


def source_of(result: Comparison | Chain, lang: Language) -> str:
    """Who published the counts, and when; otherwise the names of the files."""
    for note in result.notes:
        if note.code == "published":
            return ", ".join(str(note.fields[key]) for key in ("name", "date"))
    return ", ".join(source_names(result, lang))


def label_of_row(row: Row, lang: Language) -> str:
    """What stands beside a level: the step of a chain, or the group."""
    if row.step:
        return row.step.label.get(lang, row.step.id)
    words = Wording(row.comparison, lang)
    return capital(words.level(row.comparison.across, row.group.group[row.comparison.across]))


def people_of_row(row: Row, lang: Language) -> str:
    """How many of how many: 2.010 van 54.820 studenten."""
    n, cases = row.group.n.value, row.group.cases.value
    if row.group.suppressed or n is None or cases is None:
        return ""
    return translate(mark("%(cases)s van %(n)s %(unit)s"), lang) % {
        "cases": count_text(row.group.cases, lang),
        "n": count_text(row.group.n, lang),
        "unit": Wording(row.comparison, lang).unit,
    }


def value_text(figure: Estimate | None, kind: Kind, lang: Language) -> str:
    """The figure beside a level: 6,2 keer; +30,8 per 1.000; niet getoond."""
    if figure is None:
        return translate(NOT_SHOWN, lang)
    text = written(figure, kind, lang).value
    if kind == "ratio":
        return translate(mark("%(ratio)s keer"), lang) % {"ratio": text}
    return translate(mark("%(points)s per 1.000"), lang) % {"points": text}


def interval_text(figure: Estimate | None, kind: Kind, lang: Language) -> str:
    """From where to where: 5,8 tot 6,7; empty without an interval."""
    return joined(written(figure, kind, lang).interval, lang) if figure else ""


def outer_text(figure: Estimate | None, kind: Kind, lang: Language) -> str:
    """The same with rounding added, as precise as the interval inside it."""
    return joined(written(figure, kind, lang).outer, lang) if figure else ""


def between_text(interval: Interval | None, kind: Kind, lang: Language) -> str:
    """From where to where, around a figure that is not known; empty without an interval."""
    return joined(between(interval, kind, lang), lang) if interval else ""


def spoken(row: Row, kind: Kind, lang: Language) -> str:
    """What a level says to who cannot see it: whom, what, how much, how sure."""
    figure = figure_of(row.group, kind)
    words = Wording(row.comparison, lang)
    who = _compared(words.group(row.group), reference_name(words), lang)
    parts = [words.stratum(row.group), label_of_row(row, lang) if row.step else "", who]
    start = capital(", ".join(part for part in parts if part))
    return f"{start}: {_figure_spoken(row.group, figure, kind, lang)}"


def _figure_spoken(group: GroupResult, figure: Estimate | None, kind: Kind, lang: Language) -> str:
    if figure is None:
        return translate(NOT_SHOWN, lang) + "."
    said = value_text(figure, kind, lang) + (
        translate(mark(" zo vaak"), lang) if kind == "ratio" else ""
    )
    if figure.interval:
        between = translate(mark("de onzekerheid loopt van %(interval)s"), lang)
        said += ", " + between % {"interval": interval_text(figure, kind, lang)}
        if figure.interval.level != DECIDING_LEVEL:
            said += f" ({level_text(figure.interval.level, lang)})"
    sure = doubt_text(group, lang)
    return f"{said}, {sure}." if sure else f"{said}."


def unsure_word(group: GroupResult, lang: Language) -> str:
    """How sure, where it is less than a difference: aanwijzing, niet aangetoond, te weinig."""
    if group.suppressed or group.certainty is Certainty.DIFFERENCE:
        return ""
    return certainty_word(group.certainty, lang)


def doubt_text(group: GroupResult, lang: Language) -> str:
    """The same, and where rounded counts may have made the difference also that."""
    if not group.suppressed and rounding_may_make_it(group):
        return certainty_of(group, lang)
    return unsure_word(group, lang)
