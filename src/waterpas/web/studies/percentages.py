"""Percentages that were typed in, as counts that may be kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from waterpas.explain.numbers import percent, whole
from waterpas.measure.barometers.kept import ALL_JOBS, PERCENTAGE, as_tally
from waterpas.measure.barometers.reading import read
from waterpas.tallies.tally import Cell, Tally
from waterpas.texts import Language
from waterpas.web.studies.counting import question_of
from waterpas.web.studies.rules import Choice, Design

Rows = list[tuple[tuple[str, ...], list[str]]]
KIND = "barometer"
NAME = "percentages van het CBS"  # typed in, or read out of a file into the form


def choice_of(settings: Mapping[str, object]) -> Choice:
    """What is compared: the parts with everybody together, and what was laid beside."""
    return Choice(across="herkomst", reference_kind="everybody", kind=KIND, settings=dict(settings))


def count_percentages(
    rows: Sequence[Mapping[str, object]], design: Design, *, name: str = NAME
) -> Tally:
    """The rows as counts; a group with few jobs, and what tells of it, is not kept."""
    found = read(list(rows), {})
    text = json.dumps(list(rows), ensure_ascii=False, sort_keys=True)
    source = replace(found.source, name=name, sha256=sha256(text.encode()).hexdigest())
    return as_tally(found.lines, source=source, question=question_of(design))


def has_percentages(counts: Tally) -> bool:
    """Whether these counts are percentages of the Barometer."""
    return counts.amount == PERCENTAGE


def percentage_rows(counts: Tally, lang: Language) -> Rows:
    """The cells as they were typed: jobs of a part, and percentages; no percentage as jobs."""
    return [(key, _typed(key, cell, lang)) for key, cell in counts.cells.items()]


def _typed(key: Sequence[str], cell: Cell, lang: Language) -> list[str]:
    jobs = whole(cell.n.value or 0, lang) if key[-1] == ALL_JOBS else ""
    return [jobs, percent(cell.amount.mean / 100, lang) if cell.amount else ""]
