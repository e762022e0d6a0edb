"""A rate as a bar: a tube from nothing to the end of the scale, with a bubble and a dot in it."""

from collections.abc import Iterable
from html import escape

from waterpas.explain.numbers import decimal
from waterpas.explain.picture import SOFT
from waterpas.results import Figure
from waterpas.texts import Language

BAND, BUBBLE = "#d5e36b", "#ffffff"
BAR_HEIGHT = 54
_ENDS = (5, 10, 20, 50, 100, 200, 500, 1000)
_LEFT, _WIDTH = 6.0, 88.0  # percent of the width


def end_of(figures: Iterable[Figure]) -> int:
    """The end of the scale, per 1,000: the first that holds all intervals."""
    ends = [each.interval.high if each.interval else each.value or 0.0 for each in figures]
    return next((end for end in _ENDS if 1000 * max(ends) <= end), _ENDS[-1])


def rate_bar(figure: Figure, end: int, lang: Language) -> str:
    """The elements of one bar, from 0 on the left to `end` per 1,000 on the right."""
    value = figure.value or 0.0
    low, high = (figure.interval.low, figure.interval.high) if figure.interval else (value, value)
    left, right = _place(low, end), _place(high, end)
    return (
        f'<rect class="wp-tube" x="0.5%" y="2" width="99%" height="30" rx="15" fill="{BAND}"'
        ' stroke="#6d7a1f"/>'
        f'<rect class="wp-bubble" x="{left:.2f}%" y="7" width="{max(right - left, 1):.2f}%"'
        f' height="20" rx="10" fill="{BUBBLE}" stroke="currentColor"/>'
        f'<circle class="wp-dot" cx="{_place(value, end):.2f}%" cy="17" r="5" fill="currentColor"/>'
        + "".join(_tick(at, end, lang) for at in (0, end / 2, end))
    )


def _place(rate: float, end: int) -> float:
    return _LEFT + _WIDTH * min(max(1000 * rate / end, 0.0), 1.0)


def _tick(at: float, end: int, lang: Language) -> str:
    x = _place(at / 1000, end)
    said = decimal(at, 0 if at == int(at) else 1, lang)
    return (
        f'<line class="wp-tick" x1="{x:.2f}%" x2="{x:.2f}%" y1="33" y2="38" stroke="{SOFT}"/>'
        f'<text class="wp-word" x="{x:.2f}%" y="50" text-anchor="middle" font-size="12.5"'
        f' fill="{SOFT}">{escape(said)}</text>'
    )
