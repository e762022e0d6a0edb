"""With fewer and with more people: the smallest difference that is seen, as a row of bars."""

from html import escape

from waterpas.explain.methods.model import Speaking
from waterpas.explain.methods.power_words import about, short_words
from waterpas.explain.picture import INK, SOFT, Sheet
from waterpas.explain.wording import capital
from waterpas.results import Figure, Measured
from waterpas.texts import Language, mark, translate

QUESTION = mark("Is uw groep groot genoeg?")
HEADING = mark("Hoe meer mensen, hoe kleiner het verschil dat u ziet")
HOW_TO_READ = mark(
    "Elke balk is het kleinste verschil dat u met zoveel mensen ziet. Wat links van het einde van "
    "de balk ligt, is te klein om te zien."
)
YOUR_PLAN = mark("De donkere balk is uw plan.")
SPOKEN = mark("%(who)s: %(size)s.")
LEFT, FULL, HEIGHT = 2.0, 96.0, 22.0  # percent, percent, pixels


def picture(speaking: Speaking) -> str:
    """One SVG with real text; empty when nothing can be drawn."""
    result, lang = speaking.result, speaking.lang
    bars = [each for each in result.figures if each.name == "smallest-with"]
    most = max((each.value for each in bars if each.value is not None), default=0.0)
    if most <= 0:
        return ""
    sheet, own = Sheet(), _own(result)
    sheet.text(translate(HEADING, lang), size=16, bold=True, signs=34)
    for bar in bars:
        is_own = own in bar.of.values()
        sheet.y += 6
        sheet.text(_label(bar, result, lang), size=15, bold=is_own, signs=38)
        sheet.y += 4
        sheet.drawing(_drawn(bar, most, dark=is_own), HEIGHT)
    lines = [HOW_TO_READ, *([YOUR_PLAN] if any(own in bar.of.values() for bar in bars) else [])]
    for line in lines:
        sheet.text(translate(line, lang), size=12.5, soft=True, signs=45)
    said = " ".join(
        translate(SPOKEN, lang)
        % {"who": capital(about(bar.of, lang)), "size": short_words(bar, result, lang)}
        for bar in bars
    )
    return sheet.svg(name=translate(QUESTION, lang), description=said, lang=lang)


def _own(result: Measured) -> str:
    """The number of people of the plan itself, as it stands at its bar."""
    for name in ("people", "cases", "needed"):
        figure = result.figure(name)
        if figure and figure.value is not None:
            return str(int(figure.value))
    return ""


def _label(bar: Figure, result: Measured, lang: Language) -> str:
    return f"{capital(about(bar.of, lang))}: {short_words(bar, result, lang)}"


def _drawn(bar: Figure, most: float, *, dark: bool) -> str:
    """A bar; an empty frame where no difference is seen at all."""
    if bar.value is None:
        return (
            f'<rect x="{LEFT}%" y="2" width="{FULL}%" height="12" fill="none" stroke="{SOFT}"'
            ' stroke-dasharray="4 3"/>'
        )
    fill = INK if dark else SOFT
    width = max(FULL * bar.value / most, 0.5)
    opacity = "" if dark else ' fill-opacity="0.55"'
    return (
        f'<rect x="{LEFT}%" y="2" width="{width:.2f}%" height="12" fill="{escape(fill)}"{opacity}/>'
    )
