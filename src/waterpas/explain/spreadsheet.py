"""A result as one flat table that can be laid beside others: every row says where it is from."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from waterpas import serialise
from waterpas.explain.methods import method_of
from waterpas.explain.names import step_names
from waterpas.explain.notes import note_text
from waterpas.results import Chain, Comparison, Measured, Note, Result
from waterpas.serialise.measured import flat_figures
from waterpas.texts import Language, translate

Row = dict[str, Any]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Sequence[Row], names: Sequence[str] = ()) -> str:
    """Rows as CSV. A text that a spreadsheet would run as a formula gets a quote before it.

    `names` are the columns; without them, what the rows hold.
    """
    names = names or list(dict.fromkeys(name for row in rows for name in row))
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([_safe(name) for name in names])
    writer.writerows([_safe(row.get(name)) for name in names] for row in rows)
    return buffer.getvalue()


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def full_rows(result: Result, lang: Language = "nl") -> list[Row]:
    """The flat rows, each with outcome, source, fingerprint, reference, method and notes.

    `notes` holds the codes of the notes on the whole, on the step and on the group. A chain with a
    hit rate also has the column `warning`. Of another method there is a row per figure, and
    `method` is its code and that of the interval: the page says in words what they are.
    """
    if isinstance(result, Measured):
        return _rows_of_method(result, lang)
    shared = _shared(result)
    flat = serialise.flat_rows(result, also=("outcome", "notes", "warning", *shared))
    return [
        _outcome(result) | row | shared | {"notes": " ".join(codes)} | _warning(row, result, lang)
        for row, codes in zip(flat, _codes(result), strict=True)
    ]


def _rows_of_method(result: Measured, lang: Language) -> list[Row]:
    names = method_of(result.method).figures
    shared = {
        "source": " + ".join(source.name for source in result.sources),
        "sha256": " + ".join(source.sha256 or "" for source in result.sources),
        "notes": " ".join(dict.fromkeys(note.code for note in result.notes)),
    }
    rows = flat_figures(result, also=("meaning", "method", *shared))
    return [
        row
        | {"meaning": translate(names[figure.name], lang)}
        | {"method": ": ".join(filter(None, (result.method, figure.method)))}
        | shared
        for row, figure in zip(rows, result.figures, strict=True)
    ]


def _outcome(result: Comparison | Chain) -> Row:
    return {} if isinstance(result, Chain) else {"outcome": result.outcome}


def _shared(result: Comparison | Chain) -> Row:
    reference, method = result.reference, serialise.method(result)
    return {
        "source": " + ".join(source.name for source in result.sources),
        "sha256": " + ".join(source.sha256 or "" for source in result.sources),
        "reference": reference.level if reference.kind == "level" else reference.kind,
        "method": "; ".join(f"{name}: {each}" for name, each in method.items()),
    }


def _codes(result: Comparison | Chain) -> Iterator[list[str]]:
    """Per row the codes of all notes that belong to it, each once."""
    comparisons: list[tuple[str | None, Comparison]] = (
        [(step.id, step.comparison) for step in result.steps]
        if isinstance(result, Chain)
        else [(None, result)]
    )
    for step, comparison in comparisons:
        for group in comparison.groups:
            notes = [*(n for n in result.notes if _is_about(n, step)), *group.notes]
            yield list(dict.fromkeys(note.code for note in notes))


def _is_about(note: Note, step: str | None) -> bool:
    return note.fields.get("step", step) == step


def _warning(row: Mapping[str, Any], result: Comparison | Chain, lang: Language) -> Row:
    if isinstance(result, Comparison) or not any(step.hit_rate for step in result.steps):
        return {}
    names = step_names(result, lang)
    texts = [
        note_text(note, lang, names=names)
        for note in result.notes
        if note.code == "hit-rate" and note.fields["step"] == row["step"]
    ]
    return {"warning": " ".join(texts)}
