"""The gap per period, with the moment of the measure: a drawing per group, with its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import points
from waterpas.explain.picture import INK, SOFT, Sheet
from waterpas.explain.picture_scale import first_end
from waterpas.explain.sources import source_names
from waterpas.explain.wording import Wording, capital
from waterpas.results import Answer, Comparison, Figure, Interval, Measured, Reference
from waterpas.texts import Language, mark, translate

HEIGHT, TOP, BOTTOM = 190.0, 14.0, 158.0
LEFT, RIGHT = 14.0, 97.0  # percent
RADIUS = 3.0  # of a dot
SCALE_ENDS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0)
_MOST_BARS = 40  # with more points, their bars would be one black band
BEFORE, AFTER = mark("ervoor"), mark("erna")
EVEN = mark("gelijk")
QUESTION = mark("Heeft het geholpen, en voor wie?")
A_DOT_EACH = mark("Elke stip is het verschil in één periode.")
A_DOT_ON_EACH_SIDE = mark(
    "De linker stip is het verschil van alle periodes vóór de maatregel samen, de rechter dat van "
    "alle periodes erna."
)
SOME_ON_EACH_SIDE = mark(
    "Staan er maar twee stippen, dan is de linker het verschil vóór de maatregel, de rechter dat "
    "erna."
)
HOW_TO_READ = mark(
    "Boven de streep 'gelijk' is vaker, eronder minder vaak. De streepjes door een stip zijn wat "
    "wij niet zeker weten. De gestippelde lijn is het begin van de maatregel. De dikke lijnen zijn "
    "het verschil ervoor en erna. De getallen links zijn per 1.000."
)
ELSEWHERE = mark("Een open stip is een plaats zonder de maatregel.")
SPOKEN = mark("%(group)s: ervoor %(before)s, erna %(after)s per 1.000.")


@dataclass(frozen=True, slots=True)
class Dot:
    """One point: where sideways (0 to 1), the gap, its interval, and whether it is elsewhere."""

    at: float
    value: float
    interval: Interval | None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """What is drawn about one group; `split` is where the measure began (0 to 1)."""

    heading: str
    spoken: str
    dots: tuple[Dot, ...]
    split: float
    before: float
    after: float
    ends: tuple[str, str]
    per_period: bool


def picture(speaker: Speaking) -> str:
    """One SVG with real text; empty when nothing may be drawn."""
    result, lang = speaker.result, speaker.lang
    panels = list(_panels(result, lang))
    if not panels:
        return ""
    sheet, end = Sheet(), _end(panels)
    for panel in panels:
        sheet.y += 6
        sheet.text(panel.heading, size=16, bold=True, signs=34)
        sheet.drawing(_drawn(panel, end, lang), HEIGHT)
    sources = " + ".join(source_names(result, lang))
    lines = [translate(each, lang) for each in (*_dots_are(panels), HOW_TO_READ)]
    if any(dot.elsewhere for panel in panels for dot in panel.dots):
        lines.append(translate(ELSEWHERE, lang))
    lines.append(translate(mark("Bron: %(source)s"), lang) % {"source": sources})
    for line in lines:
        sheet.text(line, size=12.5, soft=True, signs=45)
    said = " ".join(panel.spoken for panel in panels)
    return sheet.svg(name=translate(QUESTION, lang), description=said, lang=lang)


def _dots_are(panels: Sequence[Panel]) -> Iterator[str]:
    """What a dot is: one period, or all before and all after together where no period is shown."""
    kinds = {panel.per_period for panel in panels}
    if True in kinds:
        yield A_DOT_EACH
    if False in kinds:
        yield SOME_ON_EACH_SIDE if True in kinds else A_DOT_ON_EACH_SIDE


def _panels(result: Measured, lang: Language) -> Iterator[Panel]:
    wording, seen = _wording(result, lang), set()
    for answer in result.answers:
        before, after = (result.figure(name, answer.of) for name in ("gap-before", "gap-after"))
        about = tuple(answer.of.items())
        if about in seen or before is None or after is None:
            continue
        seen.add(about)
        if before.value is not None and after.value is not None:
            yield _panel(result, answer, before, after, wording)


def _wording(result: Measured, lang: Language) -> Wording:
    """How columns and groups are called."""
    reference = result.reference or Reference("everybody", None)
    return Wording(
        Comparison(
            across=result.across,
            by=(),
            reference=reference,
            outcome=result.outcome,
            groups=(),
            level=result.level,
            family=result.family,
            sources=result.sources,
            question=result.question,
        ),
        lang,
    )


def _panel(
    result: Measured, answer: Answer, before: Figure, after: Figure, wording: Wording
) -> Panel:
    named = [wording.named(column, level) for column, level in answer.of.items()]
    name = capital(", ".join(named))
    lang = wording.lang
    first, then = (points(each.value or 0.0, lang) for each in (before, after))
    dots, split, ends = _dots(result, answer, before, after)
    return Panel(
        heading=name,
        spoken=wording.say(SPOKEN, group=name, before=first, after=then),
        dots=dots,
        split=split,
        before=before.value or 0.0,
        after=after.value or 0.0,
        ends=ends or (translate(BEFORE, lang), translate(AFTER, lang)),
        per_period=ends is not None,
    )


def _dots(
    result: Measured, answer: Answer, before: Figure, after: Figure
) -> tuple[tuple[Dot, ...], float, tuple[str, str] | None]:
    """The periods, where the measure began, and the first and last period; None: two dots."""
    column, since = str(result.asked["period"]), str(result.asked["since"])
    figures = [f for f in result.figures if column in f.of and answer.of.items() <= f.of.items()]
    shown = [figure for figure in figures if figure.value is not None]
    periods = list(dict.fromkeys(figure.of[column] for figure in shown))
    if since not in periods or len(periods) < 3:
        pair = [(0.25, before), (0.75, after)]
        return tuple(Dot(at, f.value or 0.0, f.interval) for at, f in pair), 0.5, None
    width = len(periods)
    dots = tuple(
        Dot(
            (periods.index(f.of[column]) + 0.5) / width,
            f.value or 0.0,
            f.interval if width <= _MOST_BARS else None,
            f.name == "gap-elsewhere",
        )
        for f in shown
    )
    return dots, periods.index(since) / width, (periods[0], periods[-1])


def _end(panels: Sequence[Panel]) -> float:
    """One scale for all panels, that holds every dot."""
    return first_end(SCALE_ENDS, [abs(dot.value) for panel in panels for dot in panel.dots])


def _drawn(panel: Panel, end: float, lang: Language) -> str:
    parts = [*_scale(end, lang), *_moment(panel), *_ends(panel)]
    for dot in panel.dots:
        parts += _dot(dot, end)
    split = _x(panel.split)
    parts.append(_level(LEFT, split, panel.before, end))
    parts.append(_level(split, RIGHT, panel.after, end))
    return "".join(parts)


def _x(share: float) -> float:
    return LEFT + share * (RIGHT - LEFT)


def _y(value: float, end: float) -> float:
    held = min(max(value, -end), end)
    return (TOP + BOTTOM) / 2 - held / end * (BOTTOM - TOP) / 2


def _scale(end: float, lang: Language) -> Iterator[str]:
    for value in (end, 0.0, -end):
        words = points(value, lang, places=0) if value else translate(EVEN, lang)
        y = _y(value, end)
        yield _line(LEFT, y, RIGHT, y, soft=True)
        yield _text(words, x=LEFT - 1, y=y + 4, anchor="end")


def _moment(panel: Panel) -> Iterator[str]:
    x = _x(panel.split)
    yield (
        f'<line x1="{x:.2f}%" y1="{TOP:g}" x2="{x:.2f}%" y2="{BOTTOM:g}" stroke="{INK}"'
        ' stroke-width="2" stroke-dasharray="3 4"/>'
    )


def _ends(panel: Panel) -> Iterator[str]:
    first, last = panel.ends
    yield _text(first, x=LEFT, y=BOTTOM + 20, anchor="start")
    yield _text(last, x=RIGHT, y=BOTTOM + 20, anchor="end")


def _dot(dot: Dot, end: float) -> Iterator[str]:
    x, y = _x(dot.at), _y(dot.value, end)
    if dot.interval and not dot.elsewhere:
        low, high = _y(dot.interval.low, end), _y(dot.interval.high, end)
        yield _line(x, low, x, high)
        yield from (_limit(x, y_of) for y_of in (low, high))
    fill = "#ffffff" if dot.elsewhere else INK
    yield f'<circle cx="{x:.2f}%" cy="{y:.1f}" r="{RADIUS:g}" fill="{fill}" stroke="{INK}"/>'


def _limit(x: float, y: float) -> str:
    """An end of an interval: a short line across, wider than the dot, that may lie behind it."""
    return (
        f'<line x1="{x:.2f}%" y1="{y - 0.75:.2f}" x2="{x:.2f}%" y2="{y + 0.75:.2f}"'
        f' stroke="{INK}" stroke-width="{4 * RADIUS:g}"/>'
    )


def _level(left: float, right: float, value: float, end: float) -> str:
    y = _y(value, end)
    return (
        f'<line x1="{left:.2f}%" y1="{y:.1f}" x2="{right:.2f}%" y2="{y:.1f}" stroke="{INK}"'
        ' stroke-width="3" stroke-opacity="0.45"/>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, *, soft: bool = False) -> str:
    opacity = "0.25" if soft else "0.6"
    return (
        f'<line x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}" stroke="{SOFT}"'
        f' stroke-opacity="{opacity}"/>'
    )


def _text(words: str, *, x: float, y: float, anchor: str) -> str:
    return (
        f'<text x="{x:.2f}%" y="{y:.1f}" font-size="12.5" fill="{SOFT}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )
