"""Rates on one scale from 0: a dot with what is not sure, or a band of what is possible."""

from collections.abc import Iterable
from html import escape

from waterpas.explain.numbers import decimal, in_percents
from waterpas.explain.picture import SOFT
from waterpas.results import Figure
from waterpas.texts import Language

ENDS = (5, 10, 20, 50, 100, 200, 500, 1000)
LEFT, WIDTH = 6.0, 88.0  # percent of the width
BAND, BUBBLE = "#d5e36b", "#ffffff"
HEIGHT = 54


def end_of(figures: Iterable[Figure]) -> int:
    """The end of the scale, per 1,000: the first that holds all intervals."""
    highest = max(each.interval.high if each.interval else each.value or 0.0 for each in figures)
    return next((end for end in ENDS if 1000 * highest <= end), ENDS[-1])


def bar(
    figure: Figure, end: int, lang: Language, *, above: bool = False, percents: bool = False
) -> str:
    """A tube with a bubble and a dot, from 0 on the left to `end` on the right.

    `above`: the dot above the bubble, where it would cover one that is narrower than itself.
    `percents`: what stands below it is in percents.
    """
    value = figure.value or 0.0
    low, high = (figure.interval.low, figure.interval.high) if figure.interval else (value, value)
    y, radius = (9, 4) if above else (17, 5)
    dot = (
        f'<circle class="wp-dot" cx="{_place(value, end):.2f}%" cy="{y}" r="{radius}"'
        ' fill="currentColor"/>'
    )
    top, height = (15, 13) if above else (7, 20)
    bubble = _bubble(low, high, end, top=top, height=height)
    return _tube() + bubble + dot + _ticks(end, lang, percents=percents)


def band(least: Figure, most: Figure, end: int, lang: Language) -> str:
    """All that is possible, from the one to the other, with what chance adds at both ends."""
    low = least.interval.low if least.interval else least.value or 0.0
    high = most.interval.high if most.interval else most.value or 0.0
    left, right = _place(least.value or 0.0, end), _place(most.value or 0.0, end)
    possible = (
        f'<rect class="wp-dot" x="{left:.2f}%" y="12" width="{max(right - left, 1):.2f}%"'
        ' height="10" rx="3" fill="currentColor"/>'
    )
    return _tube() + _bubble(low, high, end) + possible + _ticks(end, lang)


def _tube() -> str:
    return (
        f'<rect class="wp-tube" x="0.5%" y="2" width="99%" height="30" rx="15" fill="{BAND}"'
        ' stroke="#6d7a1f"/>'
    )


def _bubble(low: float, high: float, end: int, *, top: int = 7, height: int = 20) -> str:
    left, right = _place(low, end), _place(high, end)
    return (
        f'<rect class="wp-bubble" x="{left:.2f}%" y="{top}" width="{max(right - left, 1):.2f}%"'
        f' height="{height}" rx="{height // 2}" fill="{BUBBLE}" stroke="currentColor"/>'
    )


def _place(rate: float, end: int) -> float:
    return LEFT + WIDTH * min(max(1000 * rate / end, 0.0), 1.0)


def _ticks(end: int, lang: Language, *, percents: bool = False) -> str:
    return "".join(_tick(at, end, lang, percents=percents) for at in (0, end / 2, end))


def _tick(at: float, end: int, lang: Language, *, percents: bool) -> str:
    x = _place(at / 1000, end)
    plain = decimal(at, 0 if at == int(at) else 1, lang)
    said = in_percents(at / 1000, "rate", lang) if percents else plain
    return (
        f'<line class="wp-tick" x1="{x:.2f}%" x2="{x:.2f}%" y1="33" y2="38" stroke="{SOFT}"/>'
        f'<text class="wp-word" x="{x:.2f}%" y="50" text-anchor="middle" font-size="12.5"'
        f' fill="{SOFT}">{escape(said)}</text>'
    )
