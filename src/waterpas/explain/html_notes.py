"""The words that a figure must not travel without: what it does not say, and where it is from."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from waterpas.explain.family import family_text
from waterpas.explain.html_parts import alert, bullets, section
from waterpas.explain.not_shown import hidden_lines
from waterpas.explain.notes import note_text
from waterpas.explain.numbers import people, written
from waterpas.explain.picture_rows import (
    label_of_row,
    main_step,
    reference_name,
    rows_of,
    source_of,
)
from waterpas.explain.sentences import beside_sentence, most_telling_first
from waterpas.explain.sources import source_name
from waterpas.explain.wording import Wording, capital
from waterpas.results import Certainty, Chain, ChainStep, Comparison, GroupResult, Note
from waterpas.texts import Language, mark, translate
from waterpas.version import __version__

# What a reader must know before anything else is concluded, in this order.
NOT_SAID = ("not-why", "herkomst", "full-count")
MEANS_SEEN = frozenset({Certainty.DIFFERENCE, Certainty.INDICATION})
IN_PLACE = ("beside", "hit-rate", "published")
BESIDE = mark("Cijfers die u apart leest.")
METHODS = {
    "katz": mark("verhouding met log-interval (Katz)"),
    "katz-log": mark("verhouding met log-interval (Katz)"),
    "score": mark("verhouding met score-interval (Miettinen-Nurminen)"),
    "newcombe": mark("verschil met interval van Newcombe"),
}


def cautions(result: Comparison | Chain, lang: Language = "nl") -> str:
    """What must be known before the table is read: which steps are not to be combined.

    What belongs to a hit rate stands in the table, at its own rows.
    """
    if not isinstance(result, Chain):
        return ""
    words = " ".join(_beside(step, result, lang) for step in result.steps if _is_beside(step))
    if not words:
        return ""
    box = alert(translate(BESIDE, lang), words, kind="info")
    return f'<div class="wp-cautions">{box}</div>'


def _is_beside(step: ChainStep) -> bool:
    return not step.nested and not step.hit_rate


def _beside(step: ChainStep, chain: Chain, lang: Language) -> str:
    """That not everybody came through this step, with the two figures not to be combined."""
    main = main_step(chain)
    if main.id == step.id:
        return beside_sentence(step, lang)
    words = translate(mark("Niet iedereen uit '%(later)s' zat ook in '%(step)s'."), lang) % {
        "later": main.label.get(lang, main.id),
        "step": step.label.get(lang, step.id),
    }
    pair = _ratios_of_first_group(step, main, lang)
    if pair is None:
        return words
    both = translate(
        mark("Voeg %(one)s keer en %(other)s keer dus niet samen tot één getal."), lang
    )
    return f"{words} {both % {'one': pair[0], 'other': pair[1]}}"


def _ratios_of_first_group(
    step: ChainStep, main: ChainStep, lang: Language
) -> tuple[str, str] | None:
    """The ratios at both steps of the group that the answer is about; None without them."""
    first = next(iter(most_telling_first(main.comparison)), None)
    here = [each for each in step.comparison.groups if first and each.group == first.group]
    pair = [
        written(each.ratio, "ratio", lang).value
        for each in (*here, *([first] if first else []))
        if each.ratio and not each.suppressed
    ]
    return (pair[0], pair[1]) if len(pair) == 2 else None


def not_said(result: Comparison | Chain, lang: Language = "nl") -> str:
    """What the figures do not say: why, for whom, and how small a difference stays unseen."""
    said = {note.code: note for note in result.notes}
    lines = [note_text(said[code], lang) for code in NOT_SAID if code in said]
    lines += _unseen(result, lang)
    lines += _reference(result, lang)
    title = translate(mark("Wat dit niet zegt"), lang)
    return section(title, bullets(lines), kind="wp-not-said")


def _reference(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    """With whom every group was compared, and why."""
    notes = [note_text(n, lang) for n in result.notes if n.code.startswith("reference")]
    if not notes:
        return
    comparison = result.steps[0].comparison if isinstance(result, Chain) else result
    words = Wording(comparison, lang)
    whom = words.say(
        mark("Elke groep is vergeleken met %(reference)s."),
        reference=f"{words.compared_with}{words.within}",
    )
    yield " ".join((whom, *notes))


def remarks(result: Comparison | Chain, lang: Language = "nl") -> str:
    """The other notes: why groups are not shown, on the whole, and on single groups."""
    parts = [step.comparison for step in result.steps] if isinstance(result, Chain) else [result]
    general = [_remark(note, result, lang) for note in result.notes if _is_other(note)]
    lines = list(dict.fromkeys([*hidden_lines(parts, lang), *general, *_of_groups(result, lang)]))
    return section(translate(mark("Bij deze cijfers"), lang), bullets(lines))


def _remark(note: Note, result: Comparison | Chain, lang: Language) -> str:
    if note.code == "family":
        return family_text(note, result, lang)
    return note_text(named(note, result, lang), lang)


def provenance(result: Comparison | Chain, lang: Language = "nl") -> str:
    """Source, fingerprint, method, number of comparisons, version."""
    pairs = [*_sources(result, lang), *_method(result, lang)]
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in pairs
    )
    return f'<dl class="wp-provenance">{items}</dl>'


def _sources(result: Comparison | Chain, lang: Language) -> Iterator[tuple[str, str]]:
    published = [note for note in result.notes if note.code == "published"]
    if published:
        yield translate(mark("Bron"), lang), source_of(result, lang)
    file = mark("Bestand") if published else mark("Bron")
    for source in result.sources:
        yield translate(file, lang), source_name(source.name, lang)
        if source.sha256:
            short = f"{source.sha256[:8]}…{source.sha256[-4:]}"
            yield translate(mark("Vingerafdruk van de bron (SHA-256)"), lang), short
    for note in published:
        yield translate(mark("Voorwaarden"), lang), str(note.fields["licence"])


def _method(result: Comparison | Chain, lang: Language) -> Iterator[tuple[str, str]]:
    found = [
        f.method for row in rows_of(result) for f in (row.group.ratio, row.group.difference) if f
    ]
    methods = dict.fromkeys(translate(METHODS.get(name, name), lang) for name in found)
    if methods:
        yield translate(mark("Methode"), lang), "; ".join(methods)
    yield translate(mark("Vergelijkingen tegelijk"), lang), str(result.family)
    yield translate(mark("Berekend met"), lang), f"Waterpas {__version__}"


def _unseen(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    if isinstance(result, Chain):
        main = main_step(result)
        name = main.label.get(lang, main.id)
        yield from (f"{name}, {line}" for line in _smallest_of(main.comparison, lang))
    else:
        yield from map(capital, _smallest_of(result, lang))


def _smallest_of(comparison: Comparison, lang: Language) -> Iterator[str]:
    words = Wording(comparison, lang)
    for group in comparison.groups:
        is_told = not group.suppressed and group.certainty is not Certainty.TOO_FEW
        if is_told and group.detectable and group.detectable.higher:
            yield _smallest(group, group.detectable.higher, words)


def _smallest(group: GroupResult, higher: float, words: Wording) -> str:
    template = mark(
        "%(group)s tegen %(reference)s: een verschil kleiner dan %(points)s per 1.000 kunnen wij "
        "hier missen. De kans dat wij zo'n verschil zien, is kleiner dan 8 op 10."
    )
    where = ", ".join(part for part in (words.group(group), words.stratum(group)) if part)
    said = words.say(
        template,
        points=people(higher, words.lang),
        group=where,
        reference=reference_name(words),
    )
    if group.certainty in MEANS_SEEN:
        return said
    not_seen = words.say(mark("Niet gezien is niet hetzelfde als niet aanwezig."))
    return f"{said} {not_seen}"


def _is_other(note: Note) -> bool:
    placed = (*NOT_SAID, *IN_PLACE)
    return note.code not in placed and not note.code.startswith("reference")


def _of_groups(result: Comparison | Chain, lang: Language) -> Iterator[str]:
    for row in rows_of(result):
        words = Wording(row.comparison, lang)
        who = capital(words.group(row.group))
        where = f"{who}, {label_of_row(row, lang)}" if row.step else who
        for note in row.group.notes:
            yield f"{where}: {note_text(note, lang)}"


def named(note: Note, result: Comparison | Chain, lang: Language) -> Note:
    """The same note, with the names of steps in place of their codes."""
    if not isinstance(result, Chain):
        return note
    names = {step.id: step.label.get(lang, step.id) for step in result.steps}
    fields = {key: names.get(str(value), value) for key, value in note.fields.items()}
    return replace(note, fields=fields)
