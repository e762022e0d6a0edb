"""Tallies made by hand, for tests of what comes after the tally."""

from collections.abc import Mapping

from waterpas.results import Count, Question, Source
from waterpas.tallies.tally import Cell, Key, Step, Tally


def count(value: int | None, *, rounded_to: int | None = None) -> Count:
    """A count: exact, rounded, or hidden."""
    if value is None:
        return Count(None, 0, 9)
    half = (rounded_to or 0) // 2
    return Count(value, max(0, value - half), value + half)


def cell(counts: tuple[int | None, int], *, rounded_to: int | None = None, unknown: int = 0):
    """Cases out of people, as a cell."""
    cases, n = (count(each, rounded_to=rounded_to) for each in counts)
    return Cell(n=n, cases=cases, unknown=unknown)


def tally_of(
    cells: Mapping[Key, tuple[int | None, int]],
    *,
    by: tuple[str, ...],
    rounded_to: int | None = None,
    unknown: Mapping[Key, int] | None = None,
    question: Question | None = None,
) -> Tally:
    """Cases out of people per cell, as a tally with an outcome."""
    return Tally(
        by=by,
        cells={
            key: cell(counts, rounded_to=rounded_to, unknown=(unknown or {}).get(key, 0))
            for key, counts in cells.items()
        },
        sources=(Source("test", None, len(cells), len(cells)),),
        outcome="uitkomst",
        rounded_to=rounded_to,
        question=question or Question(),
    )


def chain_of(
    cells: Mapping[Key, tuple[int, ...]],
    *,
    by: tuple[str, ...],
    steps: tuple[Step, ...],
    rounded_to: int | None = None,
    question: Question | None = None,
) -> Tally:
    """People per step per cell, as a tally with steps."""
    made = {
        key: Cell(
            n=count(counts[0], rounded_to=rounded_to),
            steps=tuple(count(each, rounded_to=rounded_to) for each in counts),
        )
        for key, counts in cells.items()
    }
    return Tally(
        by=by,
        cells=made,
        sources=(Source("test", None, len(cells), len(cells)),),
        steps=steps,
        rounded_to=rounded_to,
        question=question or Question(),
    )


DUO_STEPS = (
    Step("population", {"nl": "Studenten met een beurs", "en": "Students with a grant"}),
    Step("high-risk", {"nl": "Hoog risico", "en": "High risk"}, of="population"),
    Step(
        "selected",
        {"nl": "Gekozen voor controle", "en": "Selected for a check"},
        of="population",
        question=Question(
            did={"nl": ("koos", "uit voor controle"), "en": ("selected", "for a check")}
        ),
    ),
    Step(
        "unduly", {"nl": "Oordeel: onterecht", "en": "Judged undue"}, of="selected", hit_rate=True
    ),
)

# Statistics Netherlands, May 2024, rounded to tens: population, high risk, selected, unduly.
DUO_2014 = {
    ("NL",): (178200, 25280, 1050, 130),
    ("Europa",): (15630, 2120, 120, 50),
    ("buiten Europa",): (54820, 15400, 2010, 1060),
}


def duo_2014() -> Tally:
    """The chain of 2014."""
    return chain_of(
        DUO_2014,
        by=("herkomst",),
        steps=DUO_STEPS,
        rounded_to=10,
        question=Question(
            organisation={"nl": "DUO", "en": "DUO"},
            unit={"nl": "studenten", "en": "students"},
            row="person",
            effect="harm",
            full_count=True,
            once=True,
            labels={
                "herkomst": {
                    "NL": {"nl": "Nederland", "en": "the Netherlands"},
                    "Europa": {"nl": "Europa", "en": "Europe"},
                    "buiten Europa": {"nl": "buiten Europa", "en": "outside Europe"},
                }
            },
        ),
    )
