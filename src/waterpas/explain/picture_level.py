"""One spirit level, as SVG elements: tube, lines of no difference, bubble, dot, scale.

Sideways everything is in percent and downwards in pixels, without a viewBox: the drawing grows
with its box while circles stay round and words keep their size. Colours are presentation
attributes, so that the drawing stands alone; a style sheet may overrule them by class.
No ids: many levels can stand on one page.
"""

from dataclasses import dataclass
from html import escape

from waterpas.explain.picture_scale import Scale, Tick
from waterpas.results import Certainty, Estimate, Interval
from waterpas.texts import Language, mark, translate

HEIGHT = 54
NOT_SHOWN = mark("niet getoond")

_INSET = 6.0  # percent left free on either side, for the round ends of the tube
_SHORT = 5  # signs that fit around a mark at the end, at 360 pixels
_NARROWEST = 3.4  # percent: a bubble must be seen, and hold its dot
_LIQUID, _GLOSS, _BUBBLE, _SOFT = "#d5e36b", "#eef4b4", "#ffffff", "#4d6261"
_UNSURE = frozenset({Certainty.NOT_SHOWN, Certainty.TOO_FEW})


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where, in percent of the width, and on which sides it runs off the scale."""

    left: float
    right: float
    off_left: bool = False
    off_right: bool = False

    @property
    def width(self) -> float:
        """How wide, in percent."""
        return self.right - self.left


def level(
    figure: Estimate | None, *, scale: Scale, certainty: Certainty | None, lang: Language
) -> str:
    """The elements of one level, HEIGHT high; without a figure an empty tube that says so."""
    if figure is None:
        return _empty_tube(lang)
    unsure = certainty in _UNSURE or figure.interval is None
    return "".join(
        (
            _tube(),
            _scale(scale, lang),
            _outer(figure, scale),
            _bubble(span_of(figure.interval, figure.value, scale), dashed=unsure),
            _dot(scale.at(figure.value), hollow=unsure),
        )
    )


def span_of(interval: Interval | None, value: float, scale: Scale) -> Span:
    """Where an interval lies; never narrower than can be seen, and always around its dot."""
    low, high = (interval.low, interval.high) if interval else (value, value)
    left, right = scale.at(low), scale.at(high)
    start, end = percent(left), percent(right)
    short = max(0.0, _NARROWEST - (end - start)) / 2
    return Span(start - short, end + short, off_left=left < 0, off_right=right > 1)


def percent(place: float) -> float:
    """A place on the scale (0 to 1) in percent of the width; what is off it, just past the end."""
    past = 0.03
    return _INSET + (100 - 2 * _INSET) * min(max(place, -past), 1 + past)


def _tube() -> str:
    return (
        f'<rect class="wp-tube" x="0.5%" y="2" width="99%" height="30" rx="15" fill="{_LIQUID}"'
        ' stroke="#6d7a1f"/>'
        f'<rect class="wp-gloss" x="2.5%" y="5" width="95%" height="6" rx="3" fill="{_GLOSS}"/>'
    ) + "".join(
        f'<line class="wp-even" x1="{x}%" x2="{x}%" y1="2" y2="32" stroke="currentColor"'
        ' stroke-width="2"/>'
        for x in (47.5, 52.5)
    )


def _empty_tube(lang: Language) -> str:
    return (
        '<rect class="wp-tube wp-tube-empty" x="0.5%" y="2" width="99%" height="30" rx="15"'
        ' fill="none" stroke="currentColor" stroke-dasharray="2 5"/>'
        '<text class="wp-word" x="50%" y="22" text-anchor="middle" font-size="14"'
        f' fill="currentColor">{escape(translate(NOT_SHOWN, lang))}</text>'
    )


def _scale(scale: Scale, lang: Language) -> str:
    return "".join(
        f'<line class="wp-tick" x1="{_n(x)}%" x2="{_n(x)}%" y1="33" y2="38" stroke="{_SOFT}"/>'
        f'<text class="wp-word" x="{_n(place)}%" y="50" text-anchor="{anchor}" font-size="12.5"'
        f' fill="{_SOFT}">{escape(tick.text)}</text>'
        for tick in scale.ticks(lang)
        for x in (percent(tick.at),)
        for place, anchor in (_words_at(tick, x),)
    )


def _words_at(tick: Tick, x: float) -> tuple[float, str]:
    """Where the words of a mark stand: under it, but long ones at the ends within the drawing."""
    if len(tick.text) <= _SHORT or 0 < tick.at < 1:
        return x, "middle"
    return (0.5, "start") if tick.at <= 0 else (99.5, "end")


def _outer(figure: Estimate, scale: Scale) -> str:
    if figure.outer is None:
        return ""
    span = span_of(figure.outer, figure.value, scale)
    return (
        f'<rect class="wp-outer" x="{_n(span.left - 0.4)}%" y="5" width="{_n(span.width + 0.8)}%"'
        f' height="24" rx="12" fill="{_BUBBLE}" fill-opacity="0.45" stroke="currentColor"'
        ' stroke-width="0.8" stroke-opacity="0.65"/>'
    )


def _bubble(span: Span, *, dashed: bool) -> str:
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    kind = "wp-bubble wp-bubble-unsure" if dashed else "wp-bubble"
    bubble = (
        f'<rect class="{kind}" x="{_n(span.left)}%" y="8" width="{_n(span.width)}%" height="18"'
        f' rx="9" fill="{_BUBBLE}" fill-opacity="0.9" stroke="currentColor"'
        f' stroke-width="1.5"{dash}/>'
    )
    left = _arrow(span.left, "-5,-6 -13,0 -5,6") if span.off_left else ""
    return bubble + left + (_arrow(span.right, "5,-6 13,0 5,6") if span.off_right else "")


def _arrow(x: float, shape: str) -> str:
    """An arrow where the interval goes on past the end of the scale."""
    return (
        f'<svg class="wp-arrow" x="{_n(x)}%" y="17" width="1" height="1" overflow="visible">'
        f'<polygon points="{shape}" fill="currentColor"/></svg>'
    )


def _dot(place: float, *, hollow: bool) -> str:
    if not 0 <= place <= 1:
        return ""  # the estimate itself is off the scale: the arrow says so
    fill = "none" if hollow else "currentColor"
    kind = "wp-dot wp-dot-unsure" if hollow else "wp-dot"
    return (
        f'<circle class="{kind}" cx="{_n(percent(place))}%" cy="17" r="3.6" fill="{fill}"'
        ' stroke="currentColor" stroke-width="1.5"/>'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
