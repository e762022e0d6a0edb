"""The picture of how much depends on who decides: two rates, and deciders in coarse classes.

Nothing in it is about one decider: no rate, no number of cases, no side, and nothing to point at.
"""

from collections.abc import Mapping
from math import sqrt

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import decimal, whole
from waterpas.explain.picture import Sheet
from waterpas.explain.picture_rates import HEIGHT, bar, end_of
from waterpas.results import Figure, Measured
from waterpas.texts import Language, mark, translate

TITLE = mark("Hoeveel hangt af van wie beslist")
NOTHING = mark("Hierbij is geen beeld.")
HOW = mark(
    "De stip is het getal, de balk eromheen wat wij niet zeker weten. Beide balken staan op "
    "dezelfde schaal, van 0 tot %(end)s per 1.000."
)
APART = mark("Liggen beslissers verder uit elkaar dan door toeval?")
MOST = mark("%(least)s tot en met %(most)s zaken: %(deciders)s beslissers, %(outside)s ver weg.")
OPEN = mark("%(least)s zaken of meer: %(deciders)s beslissers, %(outside)s ver weg.")
FAR = mark(
    "Ver weg is: verder van het gemiddelde dan toeval meestal geeft. Door toeval alleen zou dat "
    "hoogstens ongeveer één op de twintig zijn. Aan welke kant iemand ligt, laten wij niet zien."
)
TOGETHER = mark("Alles bij elkaar liggen zij %(times)s keer zo ver uit elkaar als door toeval.")


def picture(speaker: Speaking) -> str:
    """One SVG with real text, that can be opened alone; without figures it says so."""
    sheet, result, lang = Sheet(), speaker.result, speaker.lang
    shown = [figure for name in ("rate-low", "rate-high") if (figure := _shown(result, name))]
    for figure in shown:
        _rate(sheet, figure, speaker, end_of(shown))
    if shown:
        end = whole(end_of(shown), lang)
        sheet.text(translate(HOW, lang) % {"end": end}, size=12.5, soft=True, signs=45)
        _classes(sheet, result.drawing, lang)
    else:
        sheet.text(translate(NOTHING, lang), size=15, signs=38)
    said = [f"{_label(figure, speaker)}: {_value(figure, speaker)}." for figure in shown]
    if shown:
        said += _said_of_classes(result.drawing, lang)
    return sheet.svg(name=translate(TITLE, lang), description=" ".join(said), lang=lang)


def _shown(result: Measured, name: str) -> Figure | None:
    figure = result.figure(name)
    return figure if figure and figure.value is not None else None


def _label(figure: Figure, speaker: Speaking) -> str:
    return speaker.called(figure)


def _value(figure: Figure, speaker: Speaking) -> str:
    between = speaker.interval(figure)
    return f"{speaker.with_unit(figure)} ({between})" if between else speaker.with_unit(figure)


def _rate(sheet: Sheet, figure: Figure, speaker: Speaking, end: int) -> None:
    sheet.y += 6
    sheet.text(_label(figure, speaker), size=15, signs=38)
    sheet.text(_value(figure, speaker), size=15, bold=True, signs=38)
    sheet.y += 8
    sheet.drawing(bar(figure, end, speaker.lang), HEIGHT)


def _classes(sheet: Sheet, drawing: Mapping[str, object], lang: Language) -> None:
    """Per class of number of cases how many deciders lie far away, as words and a bar."""
    bins = drawing.get("bins")
    if not isinstance(bins, tuple | list) or not bins:
        return
    sheet.y += 12
    sheet.text(translate(APART, lang), size=16, bold=True, signs=34)
    for each in bins:
        sheet.y += 4
        sheet.text(_class_words(each, lang), size=15, signs=38)
        sheet.y += 6
        sheet.drawing(_share_bar(each["outside"] / each["deciders"]), 20)
    sheet.text(translate(FAR, lang), size=12.5, soft=True, signs=45)
    for said in _together(drawing, lang):
        sheet.text(said, size=12.5, soft=True, signs=45)


def _said_of_classes(drawing: Mapping[str, object], lang: Language) -> list[str]:
    """What the bars and the words beside them say, for who cannot see them."""
    bins = drawing.get("bins")
    if not isinstance(bins, tuple | list) or not bins:
        return []
    classes = (_class_words(each, lang) for each in bins)
    return [translate(APART, lang), *classes, translate(FAR, lang), *_together(drawing, lang)]


def _together(drawing: Mapping[str, object], lang: Language) -> list[str]:
    """How far they lie apart, all together; nothing where that is not known."""
    over = drawing.get("overdispersion")
    if not isinstance(over, float):
        return []
    return [translate(TOGETHER, lang) % {"times": decimal(sqrt(over), 1, lang)}]


def _class_words(each: Mapping[str, int | None], lang: Language) -> str:
    said = {name: whole(number, lang) for name, number in each.items() if number is not None}
    return translate(MOST if each["most"] else OPEN, lang) % said


def _share_bar(share: float) -> str:
    return (
        f'<rect class="wp-tube-empty" x="2%" y="2" width="96%" height="12" fill="none"'
        ' stroke="currentColor"/>'
        f'<rect class="wp-dot" x="2%" y="2" width="{96 * share:.2f}%" height="12"'
        ' fill="currentColor"/>'
    )
