"""The picture of who works here: per origin a bar for the whole organisation and for each part."""

from collections.abc import Iterator

from waterpas.explain.methods.barometer_words import EVERYTHING
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import in_percents
from waterpas.explain.picture import Sheet
from waterpas.explain.picture_rates import HEIGHT, bar, end_of
from waterpas.explain.sources import source_names
from waterpas.explain.wording import capital
from waterpas.measure.barometers.bounds import LEVELS
from waterpas.measure.barometers.figures import ORIGIN
from waterpas.results import Figure
from waterpas.texts import mark, translate

TITLE = mark("Wie werkt er bij ons, en in welke schalen?")
HOW = mark(
    "De stip is het deel van de banen, de witte balk eronder is de afronding. Alle balken lopen "
    "van 0%% tot %(end)s. U kunt ze dus naast elkaar leggen."
)
NOTHING = mark("Hierbij is geen beeld.")
SOURCE = mark("Bron: %(source)s")


def picture(speaker: Speaking) -> str:
    """One SVG with real text, that can be opened alone; without figures it says so."""
    sheet, lang = Sheet(), speaker.lang
    drawn = [figure for level in LEVELS for figure in _drawn(level, speaker)]
    end = end_of(drawn) if drawn else 0
    for level in LEVELS:
        _block(sheet, level, end, speaker)
    how = (
        speaker.say(HOW, end=in_percents(end / 1000, "rate", lang))
        if drawn
        else translate(NOTHING, lang)
    )
    sheet.text(how, size=12.5, soft=True, signs=45)
    sources = " + ".join(source_names(speaker.result, lang))
    sheet.text(speaker.say(SOURCE, source=sources), size=12.5, soft=True, signs=45)
    said = " ".join(_spoken(figure, speaker) for figure in drawn)
    return sheet.svg(name=translate(TITLE, lang), description=said, lang=lang)


def _drawn(level: str, speaker: Speaking) -> Iterator[Figure]:
    """The shares of one origin that may be shown."""
    for figure in speaker.result.figures:
        if figure.name == "share" and figure.of[ORIGIN] == level and figure.value is not None:
            yield figure


def _block(sheet: Sheet, level: str, end: int, speaker: Speaking) -> None:
    figures = list(_drawn(level, speaker))
    if not figures:
        return
    sheet.y += 8
    sheet.text(capital(speaker.about({ORIGIN: level})), size=16, bold=True, signs=30)
    for figure in figures:
        sheet.y += 4
        sheet.text(_name(figure, speaker), size=15, signs=38)
        sheet.text(_value(figure, speaker), size=15, bold=True, signs=38)
        sheet.y += 8
        sheet.drawing(bar(figure, end, speaker.lang, above=True, percents=True), HEIGHT)


def _name(figure: Figure, speaker: Speaking) -> str:
    """'de hele organisatie', or the name of the part."""
    part = next((level for column, level in figure.of.items() if column != ORIGIN), None)
    return capital(part or translate(EVERYTHING, speaker.lang))


def _value(figure: Figure, speaker: Speaking) -> str:
    return f"{speaker.with_unit(figure)} ({speaker.interval(figure)})"


def _spoken(figure: Figure, speaker: Speaking) -> str:
    """What somebody hears who does not see the drawing."""
    origin = speaker.about({ORIGIN: figure.of[ORIGIN]})
    return f"{_name(figure, speaker)}, {origin}: {_value(figure, speaker)}."
