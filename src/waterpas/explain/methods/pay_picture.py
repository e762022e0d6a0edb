"""The picture of a gap in pay: as it is, and among people who are alike, on one scale."""

from dataclasses import dataclass

from waterpas.explain.methods.model import Speaking
from waterpas.explain.methods.pay_words import size_of
from waterpas.explain.numbers import MINUS
from waterpas.explain.picture import Sheet
from waterpas.explain.picture_level import HEIGHT, level
from waterpas.explain.picture_scale import EVEN, Scale, Tick
from waterpas.explain.wording import capital
from waterpas.results import (
    DECIDING_LEVEL,
    Answer,
    Certainty,
    Estimate,
    Figure,
    Interval,
    Unit,
)
from waterpas.texts import UNBROKEN, Language, mark, translate

QUESTION = mark("Verdienen mensen evenveel, en waar zit het verschil?")
NOTHING = mark("Hierbij is geen beeld.")
HOW = mark(
    "De luchtbel ligt in het midden als beide evenveel verdienen. Links is minder, rechts is "
    "meer. De breedte van de luchtbel is wat wij niet zeker weten. Een gestippelde luchtbel: "
    "geen verschil aangetoond."
)
DRAWN = ("gap", "remains")
ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class PayScale(Scale):
    """A scale in euros, or in shares where the gap is one."""

    unit: Unit = "amount"

    def ticks(self, lang: Language) -> tuple[Tick, ...]:
        """The ends, and "gelijk" in the middle."""
        size = size_of(self.end, Figure("", self.unit, self.end), lang)
        bare = size.removeprefix(UNBROKEN)  # the sign stands where it does in the table: € −500
        less, more = (size.removesuffix(bare) + sign + bare for sign in (MINUS, "+"))
        return (Tick(0.0, less), Tick(0.5, translate(EVEN, lang)), Tick(1.0, more))


def picture(speaker: Speaking) -> str:
    """One SVG with real text, that can be opened alone; without figures it says so."""
    sheet, lang = Sheet(), speaker.lang
    drawn = list(_drawn(speaker))
    scale = _scale([figure for _, figure in drawn])
    said, told = [], ""
    for answer, figure in drawn:
        name = capital(speaker.about(answer.of))
        if name != told:
            sheet.y += 6
            sheet.text(name, size=16, bold=True, signs=34)
        told = name
        said.append(_level(sheet, answer, figure, scale, speaker))
    how = HOW if drawn else NOTHING
    sheet.text(translate(how, lang), size=12.5, soft=True, signs=45)
    return sheet.svg(name=translate(QUESTION, lang), description=" ".join(said), lang=lang)


def _drawn(speaker: Speaking) -> list[tuple[Answer, Figure]]:
    """The gap and what remains of it, per group, each with the answer that says whether it is one.

    Only what is shown.
    """
    found: dict[tuple[str, str], tuple[Answer, Figure]] = {}
    for answer in speaker.result.answers:
        for name in DRAWN:
            figure = speaker.result.figure(name, answer.of)
            if name in answer.figures and figure is not None and figure.value is not None:
                found.setdefault((str(answer.of), name), (answer, figure))
    return list(found.values())


def _scale(figures: list[Figure]) -> PayScale:
    """As short as holds every figure and its interval."""
    ends = [abs(each.value or 0.0) for each in figures]
    ends += [abs(end) for f in figures if f.interval for end in (f.interval.low, f.interval.high)]
    unit: Unit = figures[0].unit if figures else "amount"
    power, largest = 10.0 ** (-2 if unit == "share" else 1), max(ends, default=0.0)
    while power * ROUND[-1] < largest:
        power *= 10
    return PayScale("points", next(power * one for one in ROUND if power * one >= largest), unit)


def _level(sheet: Sheet, answer: Answer, figure: Figure, scale: Scale, speaker: Speaking) -> str:
    """One level, and the words beside it."""
    between, label = speaker.interval(figure), speaker.called(figure)
    value = speaker.with_unit(figure) + (f" ({between})" if between else "")
    sheet.y += 6
    sheet.text(label, size=15, signs=38)
    sheet.text(value, size=15, bold=True, signs=34)
    sheet.y += 8
    sheet.drawing(_tube(answer, figure, scale, speaker.lang), HEIGHT + 4)
    return f"{label}: {value}."


def _tube(answer: Answer, figure: Figure, scale: Scale, lang: Language) -> str:
    """By the answer and not by the interval: an interval in coarse steps may reach 0."""
    value = figure.value or 0.0
    between = figure.interval or Interval(value, value, DECIDING_LEVEL)  # no spread, no doubt
    made = Estimate(value, between, figure.method)
    certainty = answer.certainty or Certainty.NOT_SHOWN
    return level(made, scale=scale, certainty=certainty, lang=lang)
