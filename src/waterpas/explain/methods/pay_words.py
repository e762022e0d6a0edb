"""The parts of a sentence about pay: how large a difference is, and between what it lies."""

from collections.abc import Iterator, Mapping

from waterpas.explain.methods.hidden import together
from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import is_coarse, percent, whole
from waterpas.results import Answer, Certainty, Figure
from waterpas.texts import Language, mark, translate

EUROS = mark("€ %(value)s")
ALMOST_NOTHING = mark("bijna niets")
IS_PART = mark("Het verschil is %(size)s: dat is %(share)s van wat %(reference)s verdienen.")
IS = mark("Het verschil is %(size)s.")
SMALLER, LARGER = mark("%(size)s (minder)"), mark("%(size)s (meer)")
LESS = mark("Waarschijnlijk ligt het tussen %(low)s en %(high)s minder.")
MORE = mark("Waarschijnlijk ligt het tussen %(low)s en %(high)s meer.")
AT_MOST_LESS = mark("Waarschijnlijk is het hoogstens %(high)s minder.")
AT_MOST_MORE = mark("Waarschijnlijk is het hoogstens %(high)s meer.")
AROUND = mark("Waarschijnlijk ligt het tussen %(low)s minder en %(high)s meer.")
ROUNDED_LESS = mark(
    "Alleen al door afronden of verbergen kan het tussen %(low)s en %(high)s minder zijn."
)
ROUNDED_MORE = mark(
    "Alleen al door afronden of verbergen kan het tussen %(low)s en %(high)s meer zijn."
)
ROUNDED_AROUND = mark(
    "Alleen al door afronden of verbergen kan het tussen %(low)s minder en %(high)s meer zijn."
)
MEANS = mark("Gemiddeld is het %(mean)s, tegenover %(other)s.")
GEOMETRIC = mark(
    "Het meetkundig gemiddelde, waarin hoge lonen minder zwaar tellen, is %(mean)s, tegenover "
    "%(other)s."
)
SEEN = mark(
    "Een verschil van minstens %(size)s hadden wij met deze aantallen waarschijnlijk gezien, een "
    "kleiner vaak niet."
)
GOES_WITH = mark("Van het verschil gaat %(size)s samen met %(alike)s.")
GOES_AGAINST = mark(
    "Naar %(alike)s was een verschil de andere kant op te verwachten, van %(size)s."
)
REMAINS = mark("Bij gelijke %(alike)s blijft %(size)s over.")
WITHOUT = mark("Zonder daarnaar te kijken is het verschil %(size)s.")
SCALE_MADE = mark("De schaal kan zelf het gevolg zijn van ongelijke doorstroom.")
PLACES = {
    "q10": mark("bij de laagste 10 van elke 100"),
    "q25": mark("bij de laagste 25"),
    "q50": mark("in het midden"),
    "q75": mark("bij de hoogste 25"),
    "q90": mark("bij de hoogste 10"),
}
AT = mark("%(place)s %(size)s minder")
AT_MORE = mark("%(place)s %(size)s meer")
AT_SAME = mark("%(place)s bijna geen verschil")


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """What the sentences are made of: gap_is, gap_likely, means, alike_is, range, and so on."""
    return dict(_words(answer, speaker))


def _words(answer: Answer, speaker: Speaking) -> Iterator[tuple[str, str]]:
    result, across = speaker.result, speaker.result.across
    yield "who", speaker.about({across: answer.of.get(across, "")})
    rest = {column: level for column, level in answer.of.items() if column != across}
    yield "here", speaker.about(rest)
    yield "alike", together([speaker.wording.column(str(e)) for e in _alike(speaker)], speaker)

    def figure(name: str) -> Figure | None:
        return result.figure(name, answer.of)

    for name in ("gap", "remains", "scale-gap"):
        said = _is(answer, figure(name), figure(f"{name}-share"), speaker)
        yield f"{name.replace('-', '_')}_is", said
        rounding = _by_rounding(figure(f"{name}-rounding"), speaker)
        both = (likely(figure(name), speaker), rounding)
        yield f"{name.replace('-', '_')}_likely", " ".join(each for each in both if each)
        yield f"{name.replace('-', '_')}_rounding", rounding
    for name in ("smallest-gap", "smallest-remains"):
        yield name.replace("-", "_"), _said(SEEN, figure(name), speaker)
    plain = _means(MEANS, figure("mean"), figure("reference-mean"), speaker)
    geometric = (figure("geometric-mean"), figure("reference-geometric-mean"))
    yield "means", plain or _means(GEOMETRIC, *geometric, speaker)
    yield "alike_is", _alike_is(answer, speaker)
    yield "range", _range(answer, speaker)


def _alike(speaker: Speaking) -> tuple[object, ...]:
    found = speaker.result.asked.get("alike")
    return tuple(found) if isinstance(found, tuple | list) else ()


def size_of(value: float, figure: Figure, lang: Language) -> str:
    """How large a difference is, without its sign: '€ 510', '15%'."""
    if figure.unit == "share":
        whole_percents = is_coarse(figure) or abs(value) >= 0.1
        return percent(abs(value), lang, places=0 if whole_percents else 1)
    return translate(EUROS, lang) % {"value": whole(abs(value), lang)}


def _size(figure: Figure, speaker: Speaking) -> str:
    value = figure.value or 0.0
    written = size_of(value, figure, speaker.lang)
    return written if _is_something(written) else speaker.say(ALMOST_NOTHING)


def _is_something(written: str) -> bool:
    return any(digit in written for digit in "123456789")


def _said(template: str, figure: Figure | None, speaker: Speaking, **more: str) -> str:
    if figure is None or figure.value is None:
        return ""
    return speaker.say(template, size=_size(figure, speaker), **more)


def _is(answer: Answer, figure: Figure | None, share: Figure | None, speaker: Speaking) -> str:
    """The difference; with its way where the answer itself does not say less or more."""
    said = _said_with_way if answer.certainty is Certainty.NOT_SHOWN else _said
    if share is None or share.value is None:
        return said(IS, figure, speaker)
    part = size_of(share.value, share, speaker.lang)
    return said(IS_PART, figure, speaker, share=part, reference=speaker.wording.compared_with)


def _said_with_way(template: str, figure: Figure | None, speaker: Speaking, **more: str) -> str:
    """The same with "(minder)" or "(meer)" behind the size."""
    if figure is None or figure.value is None:
        return ""
    size = _size(figure, speaker)
    if _is_something(size):
        size = speaker.say(SMALLER if figure.value < 0 else LARGER, size=size)
    return speaker.say(template, size=size, **more)


def likely(figure: Figure | None, speaker: Speaking) -> str:
    """Between what it lies, in words; empty without an interval."""
    if figure is None or figure.interval is None or figure.value is None:
        return ""
    low, high = figure.interval.low, figure.interval.high
    lower, higher = (size_of(end, figure, speaker.lang) for end in (low, high))
    if low < 0 < high:
        return speaker.say(AROUND, low=lower, high=higher)
    one_way, near, far = (LESS, higher, lower) if high <= 0 else (MORE, lower, higher)
    if not _is_something(near):
        one_way = AT_MOST_LESS if high <= 0 else AT_MOST_MORE
    return speaker.say(one_way, low=near, high=far)


def _by_rounding(figure: Figure | None, speaker: Speaking) -> str:
    """Between what it lies by rounding and hiding alone; empty where nothing was."""
    if figure is None or figure.interval is None or figure.value is None:
        return ""
    low, high = figure.interval.low, figure.interval.high
    lower, higher = (size_of(end, figure, speaker.lang) for end in (low, high))
    if low < 0 < high:
        return speaker.say(ROUNDED_AROUND, low=lower, high=higher)
    if high <= 0:
        return speaker.say(ROUNDED_LESS, low=higher, high=lower)
    return speaker.say(ROUNDED_MORE, low=lower, high=higher)


def _means(template: str, own: Figure | None, other: Figure | None, speaker: Speaking) -> str:
    if own is None or other is None or own.value is None or other.value is None:
        return ""
    mean, theirs = (size_of(each.value or 0.0, each, speaker.lang) for each in (own, other))
    return speaker.say(template, mean=mean, other=theirs)


def _alike_is(answer: Answer, speaker: Speaking) -> str:
    """The gap as it is, what goes together with scale and more, what remains, and what to mind."""
    result = speaker.result
    gap, goes, remains = (
        result.figure(name, answer.of) for name in ("gap", "goes-with", "remains")
    )
    shown = [each for each in (gap, goes, remains) if each and each.value is not None]
    if gap is None or gap.value is None or len(shown) < 2:
        return ""
    alike = together([speaker.wording.column(str(e)) for e in _alike(speaker)], speaker)
    same_way = ((goes and goes.value) or 0.0) * gap.value >= 0
    parts = [
        _said_with_way(WITHOUT, gap, speaker),
        _said(GOES_WITH if same_way else GOES_AGAINST, goes, speaker, alike=alike),
        _said_with_way(REMAINS, remains, speaker, alike=alike),
        likely(remains, speaker),
        speaker.say(SCALE_MADE) if "scale" in result.asked else "",
    ]
    return " ".join(part for part in parts if part)


def _range(answer: Answer, speaker: Speaking) -> str:
    """How large the difference is from the lowest to the highest paid."""
    found = []
    for code, place in PLACES.items():
        figure = speaker.result.figure(f"{code}-gap", answer.of)
        if figure is None or figure.value is None:
            continue
        template = AT if figure.value < 0 else AT_MORE
        if not _is_something(size_of(figure.value, figure, speaker.lang)):
            template = AT_SAME
        where = translate(place, speaker.lang)
        found.append(_said(template, figure, speaker, place=where))
    return "; ".join(found)
