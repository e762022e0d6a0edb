"""In what steps amounts leave of counts with a small cell, and which amounts do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil, floor, log10

from waterpas.disclosure.agreeing import around
from waterpas.results import Figure, Interval, Note

ROUND = (1, 2, 5, 10)
PART = 100  # steps of at least a hundredth of the largest amount, or just under it
WIDEST = 10  # and of at most a tenth of it: else nothing is left to read
RATES = {"rate", "difference"}
# Notes on figures that do not leave of such counts; that there are none tells of small cells too.
OF_DETAILS = {"scales-few", "range-few", "three-parts-not"}


def has_amounts(figures: Sequence[Figure]) -> bool:
    """Whether a result is about amounts."""
    return any(each.unit == "amount" for each in figures)


def may_leave(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a main figure of a result on amounts may leave.

    It has a step, and one that says something; or it says how many people, who are counted like
    any other.
    """
    if figure.unit in RATES and figure.people:
        return True
    return figure.step is not None and figure.step <= _largest(figures) / WIDEST


def in_steps(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """An amount in its steps, its interval outwards; less than half a step is not said at all."""
    step = step_of(figure, figures)
    value = round((figure.value or 0.0) / step) * step
    if value == 0:
        return replace(figure, value=None, interval=None)
    between = figure.interval
    if between is not None:
        low, high = floor(between.low / step) * step, ceil(between.high / step) * step
        between = Interval(low, high, between.level)
    return around(replace(figure, interval=between), value, step)


def step_of(figure: Figure, figures: Sequence[Figure]) -> float:
    """In what steps this amount leaves: 1, 2 or 5 times a power of ten."""
    return _up(max(figure.step or 0.0, _least(figures)))


def coarsest(shown: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Note]:
    """A note with the largest step of the amounts that are shown."""
    steps = [step_of(each, figures) for each in shown if each.unit == "amount"]
    if steps:
        largest = max(steps)
        yield Note("amounts-in-steps", {"to": int(largest) if largest >= 1 else largest})


def _largest(figures: Sequence[Figure]) -> float:
    amounts = [abs(each.value or 0.0) for each in figures if each.unit == "amount"]
    return max(amounts, default=0.0)


def _least(figures: Sequence[Figure]) -> float:
    """1, 2 or 5 times a power of ten, up to a hundredth of the largest amount.

    All amounts are at least that coarse: a difference with all its digits would give those of both.
    """
    most = _largest(figures) / PART
    if most == 0:
        return 1.0
    power = 10.0 ** floor(log10(most))
    return max(one * power for one in ROUND if one * power <= most)


def _up(step: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(step))
    return min(one * power for one in ROUND if one * power >= step * (1 - 1e-9))
