"""The picture of what neighbourhood figures allow: two wide bands, and rates of areas as dots."""

from waterpas.explain.methods.area_words import group_words, people_words
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import whole
from waterpas.explain.picture import Sheet
from waterpas.explain.picture_rates import HEIGHT, band, bar, end_of
from waterpas.explain.wording import capital
from waterpas.results import Figure, Measured
from waterpas.texts import mark, translate

QUESTION = mark("Wat kunnen wijkcijfers wel en niet zeggen?")
NOTHING = mark("Over mensen is zo niets te tekenen: alles kan.")
PEOPLE, AREAS = mark("Wat over mensen mogelijk is"), mark("Wat er in de buurten gebeurt")
OTHERS = mark("%(unit)s die daar niet bij horen")
ANYWHERE = mark("ergens tussen %(low)s en %(high)s van elke 1.000")
HOW = mark(
    "De donkere balk is alles wat kan: elke plek erin past even goed bij deze cijfers. De lichte "
    "rand is wat toeval daaraan toevoegt. De schaal loopt van 0 tot %(end)s per 1.000."
)
HOW_AREAS = mark(
    "De stip is hoe vaak het in deze buurten gebeurt, de balk eromheen wat wij niet zeker weten. "
    "Dit gaat over buurten, niet over wie daar wonen."
)


def picture(speaker: Speaking) -> str:
    """One SVG with real text, that can be opened alone."""
    sheet, lang = Sheet(), speaker.lang
    said = [*_people(sheet, speaker), *_areas(sheet, speaker)]
    if not said:
        sheet.text(translate(NOTHING, lang), size=15, signs=38)
    described = " ".join(said) or translate(NOTHING, lang)
    return sheet.svg(name=translate(QUESTION, lang), description=described, lang=lang)


def _people(sheet: Sheet, speaker: Speaking) -> list[str]:
    """A band for the group and one for everybody else, on one scale."""
    ends = {name: _ends(speaker.result, name) for name in ("group", "others")}
    shown = {name: both for name, both in ends.items() if both is not None}
    if not shown:
        return []
    lang = speaker.lang
    scale = end_of(most for _, most in shown.values())
    unit = people_words(speaker)
    labels = {
        "group": f"{unit} {group_words(speaker)}",
        "others": speaker.say(OTHERS, unit=unit),
    }
    sheet.text(translate(PEOPLE, lang), size=16, bold=True, signs=34)
    said = []
    for name, (least, most) in shown.items():
        between = speaker.say(ANYWHERE, low=speaker.value(least), high=speaker.value(most))
        said.append(_row(sheet, capital(labels[name]), between, band(least, most, scale, lang)))
    sheet.text(speaker.say(HOW, end=whole(scale, lang)), size=12.5, soft=True, signs=45)
    return said


def _areas(sheet: Sheet, speaker: Speaking) -> list[str]:
    """A dot per class of areas, on one scale."""
    names = ("areas-low", "areas-middle", "areas-high")
    shown = [each for name in names if (each := _shown(speaker.result, name))]
    if not shown:
        return []
    sheet.y += 12
    sheet.text(translate(AREAS, speaker.lang), size=16, bold=True, signs=34)
    scale = end_of(shown)
    said = []
    for figure in shown:
        between = speaker.interval(figure)
        value = speaker.with_unit(figure)
        words = f"{value} ({between})" if between else value
        drawn = bar(figure, scale, speaker.lang)
        said.append(_row(sheet, capital(speaker.called(figure)), words, drawn))
    sheet.text(translate(HOW_AREAS, speaker.lang), size=12.5, soft=True, signs=45)
    return said


def _row(sheet: Sheet, label: str, value: str, drawn: str) -> str:
    sheet.y += 6
    sheet.text(label, size=15, signs=38)
    sheet.text(value, size=15, bold=True, signs=34)
    sheet.y += 8
    sheet.drawing(drawn, HEIGHT)
    return f"{label}: {value}."


def _shown(result: Measured, name: str) -> Figure | None:
    figure = result.figure(name)
    return figure if figure and figure.value is not None else None


def _ends(result: Measured, name: str) -> tuple[Figure, Figure] | None:
    least, most = (_shown(result, f"{name}-{end}") for end in ("least", "most"))
    return (least, most) if least and most else None
