"""The result of lines that were read: figures, answers and notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from waterpas.codebooks.herkomst import LEVELS as LABELS
from waterpas.measure.barometers.answers import About, answers_of
from waterpas.measure.barometers.asked import Years
from waterpas.measure.barometers.bounds import Line
from waterpas.measure.barometers.closed import closed_lines
from waterpas.measure.barometers.figures import ORIGIN, Beside, figures_of
from waterpas.measure.barometers.notes import RULE_OF_THUMB, notes_of, notes_on_time
from waterpas.measure.barometers.reading import Reading
from waterpas.results import Answer, Measured, Note, Question

UNSAID = ("jobs", "abroad", "moment", "within", "not-why", "herkomst")
UNMATCHED = 0.05  # Statistics Netherlands: at most 5%; with a BSN at most 0.1%


@dataclass(frozen=True, slots=True)
class Laid:
    """Everything that the lines are laid beside."""

    years: Years
    whole: str | None
    elsewhere: Mapping[str, tuple[Decimal, int]]
    source: str
    not_found: Fraction


def measured(found: Reading, laid: Laid, question: Question) -> Measured:
    """The result of lines that were read, laid beside what was asked."""
    now = [line for line in found.lines if line.year == laid.years.now]
    whole = next((line for line in now if line.part == laid.whole), None)
    common = Measured(
        method="barometer",
        answers=(),
        figures=(),
        sources=(found.source,),
        across=ORIGIN,
        asked=_asked(found, laid),
        question=_question(question),
        unsaid=UNSAID,
    )
    if whole is not None and whole.jobs and whole.jobs.high < RULE_OF_THUMB:
        return replace(common, answers=(Answer("cannot-too-small"),))
    in_order = [*([whole] if whole else []), *(line for line in now if line is not whole)]
    about = list(_about(in_order, whole, found, laid))
    return replace(
        common,
        answers=(*_on_jobs(now), *answers_of(about)),
        figures=tuple(figure for each in about for figure in each.figures),
        notes=tuple(_notes(now, whole, found, laid)),
    )


def _about(
    lines: Sequence[Line], whole: Line | None, found: Reading, laid: Laid
) -> Iterator[About]:
    """Per line its figures."""
    closed = closed_lines(found.lines, laid.whole)
    for line in lines:
        is_whole = line is whole
        beside = Beside(
            of={} if is_whole else {found.column: line.part},
            whole=None if is_whole else whole,
            before=_before(line, found.lines, laid.years),
            elsewhere=laid.elsewhere,
            not_found=laid.not_found,
            is_whole=is_whole,
            closed=(line.part, line.year) in closed,
        )
        yield About(beside.of, list(figures_of(line, beside)), is_whole)


def _before(line: Line, lines: Sequence[Line], years: Years) -> Line | None:
    names = ((each, (each.part, each.year)) for each in lines)
    return next(
        (each for each, name in names if years.before and name == (line.part, years.before)), None
    )


def _on_jobs(lines: Sequence[Line]) -> Iterator[Answer]:
    if any(line.jobs is None and not all(s.is_hidden for s in line.shares) for line in lines):
        yield Answer("jobs-unknown")


def _notes(now: Sequence[Line], whole: Line | None, found: Reading, laid: Laid) -> Iterator[Note]:
    if laid.years.now:
        yield Note("year", {"year": laid.years.now})
    yield from notes_of(found.lines, now, whole)
    yield from notes_on_time(laid.years, laid.not_found)
    if laid.source:
        yield Note("elsewhere", {"source": laid.source})


def _asked(found: Reading, laid: Laid) -> dict[str, object]:
    """What was asked, as far as it was."""
    said = {
        "column": found.column,
        "year": laid.years.now,
        "before": laid.years.before,
        "elsewhere": laid.source,
    }
    return {name: value for name, value in said.items() if value}


def _question(question: Question) -> Question:
    """The question, about jobs that were all counted."""
    labels = {**question.labels, ORIGIN: {**LABELS, **question.labels.get(ORIGIN, {})}}
    return replace(question, row="job", full_count=True, labels=labels)
