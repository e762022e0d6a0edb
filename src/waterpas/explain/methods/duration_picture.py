"""The share still waiting, at a few moments, as a line per group; and the mean days as bars."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from waterpas.explain.methods.duration_words import QUESTION
from waterpas.explain.methods.model import Listed, Speaking
from waterpas.explain.numbers import joined, percent, whole
from waterpas.explain.picture import INK, SOFT, Sheet
from waterpas.explain.sources import source_names
from waterpas.explain.wording import capital
from waterpas.results import Answer, Figure
from waterpas.texts import Language, mark, translate

HEIGHT, TOP, BOTTOM = 176.0, 12.0, 136.0
LEFT, RIGHT = 14.0, 96.0  # percent
FROM_EDGE = 2.0  # percent: a bar needs no room for words beside it
BAND, BUBBLE = "#d5e36b", "#ffffff"
MEAN = mark("%(group)s: gemiddeld %(mean)s dagen")
BETWEEN = mark("(%(low)s tot %(high)s)")
WAITING = mark("%(group)s: hoeveel er nog wachten")
AT_DAY = mark("na %(day)s dagen %(share)s")
DAYS = mark("dagen")
HOW = mark(
    "Het witte stuk is wat wij van het gemiddelde niet zeker weten, de stip het gemiddelde zelf. "
    "Alle balken lopen van 0 tot %(horizon)s dagen."
)
TWO_DOTS = mark(
    "Staan er twee stippen, dan ligt het gemiddelde daartussen: de aantallen zijn afgerond of "
    "verborgen."
)
HOW_LINES = mark(
    "Elke stip is het deel dat na zo veel dagen nog geen besluit had, van wie bleef wachten. Wij "
    "tekenen alleen een paar momenten: een punt staat er als er genoeg mensen wachten en er sinds "
    "het punt ervoor genoeg besluiten vielen."
)
AFTER, NO_POINT = mark("Na zo veel dagen"), mark("geen punt")
OPEN_DOTS = mark("De open stippen zijn de groep waarmee is vergeleken.")
Ends = tuple[Figure, Figure]  # at least and at most


@dataclass(frozen=True, slots=True)
class Line:
    """The share still waiting of one group: its name, and pairs of a day and a share."""

    name: str
    points: tuple[tuple[float, float], ...]


def picture(speaker: Speaking) -> str:
    """One SVG with real text; empty when nothing may be drawn."""
    means = list(_means(speaker))
    if not means:
        return ""
    sheet, lang, said = Sheet(), speaker.lang, []
    horizon = float(str(speaker.result.asked["horizon"]))
    for name, ends in means:
        said.append(_mean(sheet, name, ends, horizon, speaker))
    sheet.text(speaker.say(HOW, horizon=whole(horizon, lang)), size=12.5, soft=True, signs=45)
    if any(one.value != two.value for _, (one, two) in means):
        sheet.text(translate(TWO_DOTS, lang), size=12.5, soft=True, signs=45)
    said += _curves(sheet, horizon, speaker)
    sources = " + ".join(source_names(speaker.result, lang))
    sheet.text(
        speaker.say(mark("Bron: %(source)s"), source=sources), size=12.5, soft=True, signs=45
    )
    return sheet.svg(name=translate(QUESTION, lang), description=" ".join(said), lang=lang)


def listed(speaker: Speaking) -> Listed | None:
    """The points of the lines: per day a row, per group the share that still waits; None: none."""
    lines, lang = _lines(speaker), speaker.lang
    if not lines or not any(True for _ in _means(speaker)):
        return None
    days = sorted({day for line in lines for day, _ in line.points})
    shares = [dict(line.points) for line in lines]
    rows = tuple(
        (whole(day, lang), *(_share(each.get(day), lang) for each in shares)) for day in days
    )
    return Listed((translate(AFTER, lang), *(line.name for line in lines)), rows)


def _share(share: float | None, lang: Language) -> str:
    return translate(NO_POINT, lang) if share is None else percent(share, lang, places=0)


def _means(speaker: Speaking) -> Iterator[tuple[str, Ends]]:
    """The mean of each group that is shown; the named reference once, as the last one."""
    result, last = speaker.result, None
    for answer in result.answers:
        mean = _ends("mean", answer, speaker)
        if mean and answer.figures[:1] in (("mean",), ("mean-least",)):
            yield capital(speaker.about(answer.of)), mean
            last = _ends("reference-mean", answer, speaker)
    if last and result.reference and result.reference.level:
        yield capital(speaker.about({result.across: result.reference.level})), last


def _ends(name: str, answer: Answer, speaker: Speaking) -> Ends | None:
    """A figure, at least and at most; twice the same one where the counts are known."""
    names = (name, name), (f"{name}-least", f"{name}-most")
    for low, high in names:
        one, two = (speaker.result.figure(each, answer.of) for each in (low, high))
        if one and two and one.value is not None and two.value is not None:
            return one, two
    return None


def _mean(sheet: Sheet, name: str, ends: Ends, horizon: float, speaker: Speaking) -> str:
    values = tuple(speaker.value(each) for each in ends)
    mean = values[0] if values[0] == values[1] else joined((values[0], values[1]), speaker.lang)
    said = speaker.say(MEAN, group=name, mean=mean)
    low, high = speaker.ends(ends[0])[0], speaker.ends(ends[1])[1]
    between = speaker.say(BETWEEN, low=low, high=high) if low != high else ""
    sheet.y += 6
    sheet.text(f"{said} {between}".strip(), size=15, bold=True, signs=32)
    sheet.y += 8
    sheet.drawing(_bar(ends, horizon, speaker.lang), 54)
    return f"{said} {between}".strip() + "."


def _bar(ends: Ends, horizon: float, lang: Language) -> str:
    least, most = ends
    low = least.interval.low if least.interval else least.value or 0.0
    high = most.interval.high if most.interval else most.value or 0.0
    left, right = (_x(each, horizon, left=FROM_EDGE) for each in (low, high))
    ticks = "".join(
        _tick(at, horizon, anchor, lang)
        for at, anchor in ((0.0, "start"), (horizon / 2, "middle"), (horizon, "end"))
    )
    dots = "".join(
        f'<circle class="wp-dot" cx="{_x(value, horizon, left=FROM_EDGE):.2f}%" cy="17" r="5"'
        ' fill="currentColor"/>'
        for value in sorted({each.value or 0.0 for each in ends})
    )
    return (
        f'<rect class="wp-tube" x="{FROM_EDGE}%" y="2" width="{RIGHT - FROM_EDGE}%" height="30"'
        f' rx="15" fill="{BAND}" stroke="#6d7a1f"/>'
        f'<rect class="wp-bubble" x="{left:.2f}%" y="7" width="{max(right - left, 1):.2f}%"'
        f' height="20" rx="10" fill="{BUBBLE}" stroke="currentColor"/>{dots}{ticks}'
    )


def _tick(day: float, horizon: float, anchor: str, lang: Language) -> str:
    x = _x(day, horizon, left=FROM_EDGE)
    return (
        f'<line class="wp-tick" x1="{x:.2f}%" x2="{x:.2f}%" y1="33" y2="38" stroke="{SOFT}"/>'
        + _text(whole(day, lang), x=x, y=50, anchor=anchor)
    )


def _x(day: float, horizon: float, *, left: float = LEFT) -> float:
    return left + (RIGHT - left) * min(max(day / horizon, 0.0), 1.0)


def _y(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * share


def _curves(sheet: Sheet, horizon: float, speaker: Speaking) -> list[str]:
    """A panel per group, with the reference in it; and what is read out of them."""
    lines, lang = _lines(speaker), speaker.lang
    reference = speaker.result.reference
    named = reference is not None and reference.kind == "level"
    groups, other = (lines[:-1], lines[-1]) if named and lines else (lines, None)
    said = []
    for line in groups:
        sheet.y += 8
        sheet.text(speaker.say(WAITING, group=line.name), size=15, bold=True, signs=34)
        sheet.drawing(_panel(line, other, horizon, lang), HEIGHT)
        said.append(_spoken(line, speaker))
    if groups:
        how = [translate(HOW_LINES, lang), *([translate(OPEN_DOTS, lang)] if other else [])]
        sheet.text(" ".join(how), size=12.5, soft=True, signs=45)
    return [*said, *([_spoken(other, speaker)] if other else [])]


def _lines(speaker: Speaking) -> list[Line]:
    """The lines that may be drawn; a line with no point but the start says nothing."""
    curves = speaker.result.drawing.get("curves")
    some: Sequence[Mapping[str, Any]] = curves if isinstance(curves, tuple | list) else ()
    made = [
        Line(
            capital(speaker.about({speaker.result.across: each["level"]})),
            tuple((float(day), float(share)) for day, share in each["points"]),
        )
        for each in some
    ]
    return made if all(len(line.points) > 1 for line in made) else []


def _spoken(line: Line, speaker: Speaking) -> str:
    lang = speaker.lang
    some = [
        speaker.say(AT_DAY, day=whole(day, lang), share=percent(share, lang, places=0))
        for day, share in line.points[1:]
    ]
    return f"{speaker.say(WAITING, group=line.name)}: {', '.join(some)}."


def _panel(line: Line, other: Line | None, horizon: float, lang: Language) -> str:
    parts = [*_frame(horizon, lang)]
    if other:
        parts += _drawn(other, horizon, fill=BUBBLE, dashed=True)
    parts += _drawn(line, horizon, fill=INK)
    return "".join(parts)


def _frame(horizon: float, lang: Language) -> Iterator[str]:
    for share in (1.0, 0.5, 0.0):
        y = _y(share)
        yield (
            f'<line x1="{LEFT}%" y1="{y:.1f}" x2="{RIGHT}%" y2="{y:.1f}" stroke="{SOFT}"'
            ' stroke-opacity="0.3"/>'
        )
        yield _text(percent(share, lang, places=0), x=LEFT - 1, y=y + 4, anchor="end")
    for day in (0.0, horizon):
        anchor = "start" if day == 0 else "end"
        said = f"{whole(day, lang)} {translate(DAYS, lang)}"
        yield _text(said, x=_x(day, horizon), y=BOTTOM + 20, anchor=anchor)


def _drawn(line: Line, horizon: float, *, fill: str, dashed: bool = False) -> Iterator[str]:
    """Dots with straight pieces between them."""
    pattern = ' stroke-dasharray="4 4"' if dashed else ""
    for (day, share), (then, later) in zip(line.points, line.points[1:], strict=False):
        yield (
            f'<line x1="{_x(day, horizon):.2f}%" y1="{_y(share):.1f}" x2="{_x(then, horizon):.2f}%"'
            f' y2="{_y(later):.1f}" stroke="{INK}" stroke-width="2"{pattern}/>'
        )
    for day, share in line.points:
        yield (
            f'<circle cx="{_x(day, horizon):.2f}%" cy="{_y(share):.1f}" r="4" fill="{fill}"'
            f' stroke="{INK}"/>'
        )


def _text(words: str, *, x: float, y: float, anchor: str) -> str:
    return (
        f'<text class="wp-word" x="{x:.2f}%" y="{y:.1f}" font-size="12.5" fill="{SOFT}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )
