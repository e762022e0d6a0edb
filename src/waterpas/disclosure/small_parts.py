"""A result of counts with a small cell: what is left of it, so that no sum finds the cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waterpas.disclosure.agreeing import agreeing, around
from waterpas.disclosure.amounts import (
    OF_DETAILS,
    RATES,
    coarsest,
    has_amounts,
    in_steps,
    may_leave,
    step_of,
)
from waterpas.disclosure.unlike import HIDDEN
from waterpas.results import Answer, Count, Figure, Interval, Measured, Note, People, Suppressed
from waterpas.results import Unit as OfFigure

SMALL_PART = Suppressed("small-part")
SMALL_GROUP = "small-group"
COARSE = Note("coarse")
TENS = 10
DECIMALS = 2  # tens per 1,000; whole percents
FEW_DAYS = 10
ONE_GROUP = "levels"  # the field of a note on single groups


def with_small_parts(result: Measured) -> Measured:
    """The main figures in tens per 1,000, of how many people in tens; everything else is hidden.

    Many exact figures about the same people are as many equations: together they tell what the
    small cells hold, though each of them is about many people. So only the figures stay that an
    answer rests on, coarse, and no number of people with the outcome.
    """
    told = {
        (name, tuple(answer.of.items())) for answer in result.answers for name in answer.figures
    }
    of_amounts = has_amounts(result.figures)
    main = [each for each in result.figures if (each.name, tuple(each.of.items())) in told]
    if of_amounts:
        main = [each for each in main if each.step is not None or each.unit in RATES]
    kept = [each for each in main if not of_amounts or may_leave(each, main)]
    # Which other figures there are tells of small cells too: a quantile needs ten on both sides.
    some = main if of_amounts else result.figures
    each_own = [_coarse(each, main) if each in kept else _hidden(each) for each in some]
    figures = tuple(_in_agreement(each_own, some, main) if of_amounts else each_own)
    shown = {(f.name, f.of) for f in figures if f.value is not None}
    steps = coarsest([each for each in kept if (each.name, each.of) in shown], main)
    answers = tuple(map(_said, result.answers))
    return replace(
        result,
        answers=tuple(_with_a_figure(answers, main)) if of_amounts else answers,
        figures=figures,
        family=1 if of_amounts else result.family,
        # Without figures there is another reason, and an answer says which.
        notes=(*_notes(result, of_amounts=of_amounts), *([COARSE] if figures else []), *steps),
    )


def _notes(result: Measured, *, of_amounts: bool) -> Iterator[Note]:
    """The notes that are not on single groups, and not on figures that are hidden here."""
    for note in result.notes:
        if ONE_GROUP not in note.fields and not (of_amounts and note.code in OF_DETAILS):
            yield note


def _with_a_figure(answers: Sequence[Answer], main: Sequence[Figure]) -> Iterator[Answer]:
    """The answers that rest on a main figure, or on none."""
    for answer in answers:
        own = [f for f in main if f.of == answer.of and f.name in answer.figures]
        if own or not answer.figures or answer.code == HIDDEN:
            yield answer


def _said(answer: Answer) -> Answer:
    """That something cannot be said of a group tells that a cell is empty, or full."""
    if answer.of and "cannot" in answer.code:
        return replace(answer, code=HIDDEN, certainty=None)
    return answer


def _hidden(figure: Figure) -> Figure:
    by_source = figure.suppressed and figure.suppressed.reason != SMALL_GROUP
    reason = figure.suppressed if by_source else SMALL_PART
    return replace(
        figure, value=None, interval=None, people=(), suppressed=reason, notes=(), step=None
    )


def _coarse(figure: Figure, main: Sequence[Figure]) -> Figure:
    if figure.unit == "amount":
        figure = in_steps(figure, main)
        if figure.value is None:
            return _hidden(figure)
    between = figure.interval
    if between is not None:
        low, high = (_short(end, figure.unit) for end in (between.low, between.high))
        between = Interval(low, high, between.level)
    value = None if figure.value is None else _short(figure.value, figure.unit)
    together = in_tens(figure.people)
    notes = (COARSE,) if figure.unit == "amount" else (*figure.notes, COARSE)
    return replace(figure, value=value, interval=between, people=together, notes=notes, step=None)


def _in_agreement(
    figures: Sequence[Figure], before: Sequence[Figure], main: Sequence[Figure]
) -> Iterator[Figure]:
    """The coarse figures, with amounts that do not contradict each other."""
    for (figure, value), exact in zip(agreeing(figures), before, strict=True):
        if value == figure.value:
            yield figure
        elif value is None:
            yield _hidden(figure)
        else:
            yield around(figure, value, step_of(exact, main))


def _short(value: float, unit: OfFigure) -> float:
    if unit in {"people", "amount"} or value == 0:
        return value
    if unit == "days":
        return whole_days(value)
    return round(value, 1 if unit == "ratio" else DECIMALS)


def whole_days(value: float) -> float:
    """Whole days; under ten with one decimal, or a difference of half a day would be none."""
    return round(value, 1 if abs(value) < FEW_DAYS else 0)


def in_tens(people: tuple[People, ...]) -> tuple[People, ...]:
    """All people of a figure as one number in tens."""
    if not people:
        return ()
    n = sum(each.n.value or 0 for each in people)
    tens = round(n / TENS) * TENS
    return (People(Count(tens, tens - TENS // 2, tens + TENS // 2)),)
