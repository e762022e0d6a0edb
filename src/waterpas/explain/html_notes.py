"""The words that a figure must not travel without: what it does not say, and where it is from."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from waterpas.explain.html_parts import alert, bullets, section
from waterpas.explain.notes import note_text
from waterpas.explain.numbers import points
from waterpas.explain.picture_rows import label_of_row, main_step, rows_of, source_of
from waterpas.explain.wording import Wording, capital
from waterpas.results import Chain, Comparison, GroupResult, Note
from waterpas.texts import Language, mark, translate
from waterpas.version import __version__

# What a reader must know before anything else is concluded, in this order.
NOT_SAID = ("not-why", "herkomst", "full-count")
IN_PLACE = ("beside", "hit-rate", "published")
BESIDE = mark("Naast elkaar, niet na elkaar.")
HIT_RATE = mark("Let op bij de onderste regels van de tabel.")
METHODS = {
    "katz": mark("verhouding met log-interval (Katz)"),
    "katz-log": mark("verhouding met log-interval (Katz)"),
    "score": mark("verhouding met score-interval (Miettinen-Nurminen)"),
    "newcombe": mark("verschil met interval van Newcombe"),
}


def cautions(result: Comparison | Chain, lang: Language = "nl") -> str:
    """What must be known before the table is read: steps beside the chain, and hit rates."""
    alerts = _caution(result, "beside", BESIDE, kind="info", lang=lang)
    alerts += _caution(result, "hit-rate", HIT_RATE, kind="warning", lang=lang)
    return f'<div class="wp-cautions">{alerts}</div>' if alerts else ""


def _caution(
    result: Comparison | Chain, code: str, title: str, *, kind: str, lang: Language
) -> str:
    notes = [_named(note, result, lang) for note in result.notes if note.code == code]
    words = " ".join(note_text(note, lang) for note in notes)
    return alert(translate(title, lang), words, kind=kind) if notes else ""


def not_said(result: Comparison | Chain, lang: Language = "nl") -> str:
    """What the figures do not say: why, for whom, and how small a difference stays unseen."""
    said = {note.code: note for note in result.notes}
    lines = [note_text(said[code], lang) for code in NOT_SAID if code in said]
    lines += _unseen(result, lang)
    lines += [note_text(n, lang) for n in result.notes if n.code.startswith("reference")]
    title = translate(mark("Wat dit niet zegt"), lang)
    return section(title, bullets(lines), kind="wp-not-said")


def remarks(result: Comparison | Chain, lang: Language = "nl") -> str:
    """The other notes: on the whole, and on single groups."""
    general = [note_text(_named(n, result, lang), lang) for n in result.notes if _is_other(n)]
    lines = list(dict.fromkeys([*general, *_of_groups(result, lang)]))
    return section(translate(mark("Bij deze cijfers"), lang), bullets(lines))


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
        yield translate(mark("Bron"), lang), source_of(result)
    file = mark("Bestand") if published else mark("Bron")
    for source in result.sources:
        yield translate(file, lang), source.name
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
    comparison = main_step(result).comparison if isinstance(result, Chain) else result
    words = Wording(comparison, lang)
    for group in comparison.groups:
        if group.detectable and group.detectable.higher and not group.suppressed:
            yield _smallest(group, words)


def _smallest(group: GroupResult, words: Wording) -> str:
    template = mark(
        "Een verschil kleiner dan %(points)s per 1.000 hadden wij bij %(group)s "
        "waarschijnlijk niet gezien. Niet gezien is niet hetzelfde als niet aanwezig."
    )
    higher = group.detectable.higher if group.detectable and group.detectable.higher else 0.0
    where = ", ".join(part for part in (words.group(group), words.stratum(group)) if part)
    return words.say(template, points=points(higher, words.lang).lstrip("+"), group=where)


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


def _named(note: Note, result: Comparison | Chain, lang: Language) -> Note:
    """The same note, with the names of steps in place of their codes."""
    if not isinstance(result, Chain):
        return note
    names = {step.id: step.label.get(lang, step.id) for step in result.steps}
    fields = {key: names.get(str(value), value) for key, value in note.fields.items()}
    return replace(note, fields=fields)
