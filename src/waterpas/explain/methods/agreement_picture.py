"""The picture of judgements of the same file: how often alike, beside how often by chance."""

from collections.abc import Iterator

from waterpas.explain.methods.agreement_words import QUESTION
from waterpas.explain.methods.model import Speaking
from waterpas.explain.picture import Sheet
from waterpas.explain.picture_rates import HEIGHT, bar
from waterpas.explain.sources import source_names
from waterpas.explain.wording import capital
from waterpas.results import Figure
from waterpas.texts import mark, translate

END = 1000  # the scale: of every 1,000 files
DRAWN = ("agreed", "reference-agreed", "by-chance", "from-file", "from-file-same-strictness")
HOW = mark(
    "De stip is het aantal van elke 1.000 dossiers waarbij twee beoordelaars op hetzelfde "
    "uitkomen. De witte balk eromheen is de onzekerheid. Door toeval heeft geen witte balk."
)
PARTS = mark("De stip is het deel dat van het dossier komt, de witte balk is de onzekerheid.")
NOTHING = mark("Hierbij is geen beeld.")
SOURCE = mark("Bron: %(source)s")


def picture(speaker: Speaking) -> str:
    """One SVG with real text, that can be opened alone; without figures it says so."""
    sheet, lang = Sheet(), speaker.lang
    drawn = list(_drawn(speaker))
    about: object = None
    for figure in drawn:
        if figure.of != about:
            about = figure.of
            sheet.y += 8
            sheet.text(capital(speaker.about(figure.of)), size=16, bold=True, signs=30)
        _row(sheet, figure, speaker)
    sheet.text(translate(_how(drawn), lang), size=12.5, soft=True, signs=45)
    sources = " + ".join(source_names(speaker.result, lang))
    sheet.text(speaker.say(SOURCE, source=sources), size=12.5, soft=True, signs=45)
    said = " ".join(_spoken(figure, speaker) for figure in drawn)
    return sheet.svg(name=translate(QUESTION, lang), description=said, lang=lang)


def _drawn(speaker: Speaking) -> Iterator[Figure]:
    """What may be shown: of all files, of each group, and once of whom they are compared with."""
    for figure in speaker.result.figures:
        if figure.name in DRAWN and figure.value is not None:
            yield figure


def _how(drawn: list[Figure]) -> str:
    if not drawn:
        return NOTHING
    return PARTS if drawn[0].unit == "share" else HOW


def _row(sheet: Sheet, figure: Figure, speaker: Speaking) -> None:
    sheet.y += 4
    sheet.text(capital(speaker.called(figure)), size=15, signs=38)
    sheet.text(_value(figure, speaker), size=15, bold=True, signs=38)
    sheet.y += 8
    sheet.drawing(bar(figure, END, speaker.lang), HEIGHT)


def _value(figure: Figure, speaker: Speaking) -> str:
    between = speaker.interval(figure)
    return speaker.with_unit(figure) + (f" ({between})" if between else "")


def _spoken(figure: Figure, speaker: Speaking) -> str:
    """What somebody hears who does not see the drawing."""
    about = capital(speaker.about(figure.of))
    return f"{about}: {speaker.called(figure)}: {_value(figure, speaker)}."
