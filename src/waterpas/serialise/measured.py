"""The result of a method as plain dictionaries: its answers, and a list of figures."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from waterpas.results import Answer, Figure, Measured, People
from waterpas.serialise import (
    NoteText,
    Plain,
    bounds_of,
    interval_of,
    plain_note,
    plain_sources,
)
from waterpas.tallies.framed import frame_of, free_names


def measured(result: Measured, *, text: NoteText | None = None) -> Plain:
    """One object with source, what was asked, notes, answers and figures; without the drawing."""
    return {
        "method": result.method,
        "source": plain_sources(result.sources),
        "outcome": result.outcome,
        "across": result.across,
        "reference": asdict(result.reference) if result.reference else None,
        "asked": {name: _listed(value) for name, value in result.asked.items()},
        "level": result.level,
        "family": result.family,
        "rounded_to": result.rounded_to,
        "unsaid": list(result.unsaid),
        "notes": [plain_note(each, text=text) for each in result.notes],
        "answers": [_answer(each) for each in result.answers],
        "figures": [_figure(each, text=text) for each in result.figures],
    }


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _answer(answer: Answer) -> Plain:
    return {
        "code": answer.code,
        "of": dict(answer.of),
        "figures": list(answer.figures),
        "certainty": answer.certainty and str(answer.certainty),
    }


def _figure(figure: Figure, *, text: NoteText | None) -> Plain:
    return {
        "figure": figure.name,
        "of": dict(figure.of),
        "unit": figure.unit,
        "value": figure.value,
        "interval": interval_of(figure.interval),
        "method": figure.method,
        "people": [_people(each) for each in figure.people],
        "suppressed": figure.suppressed and figure.suppressed.reason,
        "notes": [plain_note(each, text=text) for each in figure.notes],
    }


def _people(people: People) -> Plain:
    cases = people.cases
    return {
        "n": people.n.value,
        "n_bounds": bounds_of(people.n),
        "cases": cases.value if cases else None,
        "cases_bounds": bounds_of(cases) if cases else None,
    }


def flat_figures(result: Measured, *, also: Iterable[str] = ()) -> list[Plain]:
    """One row per figure, without nesting; `n` is how many people it is made of."""
    rows = [_flat(figure) for figure in result.figures]
    taken = {name for row in rows for name in row}.union(also)
    columns = dict.fromkeys(column for figure in result.figures for column in figure.of)
    names = free_names(columns, taken)
    return [
        {names[column]: figure.of.get(column) for column in columns} | row
        for figure, row in zip(result.figures, rows, strict=True)
    ]


def _flat(figure: Figure) -> Plain:
    return {
        "figure": figure.name,
        "unit": figure.unit,
        "value": figure.value,
        "interval_low": figure.interval.low if figure.interval else None,
        "interval_high": figure.interval.high if figure.interval else None,
        "n": n_of(figure),
        "suppressed": figure.suppressed.reason if figure.suppressed else None,
    }


def n_of(figure: Figure) -> int | None:
    """How many people a figure is made of, together; None: none, or one count is not known."""
    counts = [people.n.value for people in figure.people]
    return sum(n or 0 for n in counts) if counts and None not in counts else None


def figure_frame(result: Measured) -> Any:
    """Rows as a frame of the first library at hand: Polars, pandas or Arrow."""
    return frame_of(flat_figures(result))
