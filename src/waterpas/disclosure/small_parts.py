"""A result of counts with a small cell: what is left of it, so that no sum finds the cell."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor, log10

from waterpas.results import Answer, Count, Figure, Interval, Measured, Note, People, Suppressed
from waterpas.results import Unit as OfFigure

HIDDEN, ROUNDED = "hidden", "cannot-rounded"
SMALL_PART = Suppressed("small-part")
SMALL_GROUP = "small-group"
COARSE = Note("coarse")
TENS = 10
DECIMALS = 2  # tens per 1,000; whole percents
FEW_DAYS = 10
ROUND = (1, 2, 5)
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
    kept = [each for each in result.figures if (each.name, tuple(each.of.items())) in told]
    step = _amount_step(kept)
    figures = tuple(
        _coarse(each, step) if each in kept else _hidden(each) for each in result.figures
    )
    return replace(
        result,
        answers=tuple(map(_said, result.answers)),
        figures=figures,
        notes=(*(note for note in result.notes if ONE_GROUP not in note.fields), COARSE),
    )


def _said(answer: Answer) -> Answer:
    """That something cannot be said of a group tells that a cell is empty, or full.

    Not where all counts are rounded: that is so for the whole table, whatever a cell holds.
    """
    if answer.of and "cannot" in answer.code and answer.code != ROUNDED:
        return replace(answer, code=HIDDEN, certainty=None)
    return answer


def _hidden(figure: Figure) -> Figure:
    by_source = figure.suppressed and figure.suppressed.reason != SMALL_GROUP
    reason = figure.suppressed if by_source else SMALL_PART
    return replace(figure, value=None, interval=None, people=(), suppressed=reason, notes=())


def _coarse(figure: Figure, step: float) -> Figure:
    between = figure.interval
    if between is not None:
        low, high = (_short(end, figure.unit, step) for end in (between.low, between.high))
        between = Interval(low, high, between.level)
    value = None if figure.value is None else _short(figure.value, figure.unit, step)
    together = _together(figure.people)
    return replace(
        figure, value=value, interval=between, people=together, notes=(*figure.notes, COARSE)
    )


def _amount_step(figures: Sequence[Figure]) -> float:
    """In what steps amounts leave: 1, 2 or 5 times a power of ten, up to 1% of the largest.

    All in the same steps: a small difference with all its digits, beside large amounts without
    them, would give those back.
    """
    amounts = [abs(each.value or 0.0) for each in figures if each.unit == "amount"]
    most = max(amounts, default=0.0) / 100
    if most == 0:
        return 1.0
    power = 10.0 ** floor(log10(most))
    return max(one * power for one in ROUND if one * power <= most)


def _short(value: float, unit: OfFigure, step: float) -> float:
    if unit == "people" or value == 0:
        return value
    if unit == "days":
        return whole_days(value)
    if unit == "amount":
        return round(value / step) * step
    return round(value, 1 if unit == "ratio" else DECIMALS)


def whole_days(value: float) -> float:
    """Whole days; under ten with one decimal, or a difference of half a day would be none."""
    return round(value, 1 if abs(value) < FEW_DAYS else 0)


def _together(people: tuple[People, ...]) -> tuple[People, ...]:
    """All people of a figure as one number in tens."""
    if not people:
        return ()
    n = sum(each.n.value or 0 for each in people)
    tens = round(n / TENS) * TENS
    return (People(Count(tens, tens - TENS // 2, tens + TENS // 2)),)
