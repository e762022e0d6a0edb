"""The parts of a sentence about a change: from where to where, by how much, and how long."""

from collections.abc import Callable, Mapping

from waterpas.explain.methods.model import Speaking
from waterpas.explain.numbers import people_of, whole
from waterpas.results import Answer, Figure
from waterpas.texts import mark

# One period, and more than one, per kind of period.
PERIODS = {
    "year": (mark("1 jaar"), mark("%(count)s jaar")),
    "half": (mark("1 half jaar"), mark("%(count)s halve jaren")),
    "quarter": (mark("1 kwartaal"), mark("%(count)s kwartalen")),
    "month": (mark("1 maand"), mark("%(count)s maanden")),
    "week": (mark("1 week"), mark("%(count)s weken")),
    "day": (mark("1 dag"), mark("%(count)s dagen")),
}
MORE = mark("%(size)s per 1.000 vaker")
LESS = mark("%(size)s per 1.000 minder vaak")
AS_OFTEN = mark("even vaak")
FROM_TO = mark(
    "Ervoor %(verb_0)s %(organisation)s deze %(unit)s %(before)s %(verb_1)s dan de anderen, daarna "
    "%(after)s."
)
CHANGED = mark(
    "Het verschil veranderde met %(size)s per 1.000; dat ligt waarschijnlijk tussen %(low)s en "
    "%(high)s."
)
BEYOND = mark(
    "Waar de maatregel gold veranderde het verschil met %(change)s per 1.000, op de andere "
    "plaatsen met %(elsewhere)s. Daartussen zit %(size)s per 1.000; dat ligt waarschijnlijk tussen "
    "%(low)s en %(high)s."
)
BETWEEN = mark(
    "Tussen die twee veranderingen zit %(size)s per 1.000; dat ligt waarschijnlijk tussen %(low)s "
    "en %(high)s."
)
GREW = mark("met %(size)s per 1.000 gegroeid")
SHRANK = mark("met %(size)s per 1.000 gekrompen")
TURNED = mark("omgedraaid, met een verandering van %(size)s per 1.000")
SAME = mark("gelijk gebleven")
DID_CHANGE = mark("veranderde")
DID_CHANGE_OTHERWISE = mark("anders veranderde dan op plaatsen zonder de maatregel")
HALVED = mark(
    "Met zo veel mensen als vroeger kunt u na ongeveer %(periods)s met de maatregel weten of het "
    "verschil is gehalveerd."
)
CLOSED = mark(
    "Een halvering is met deze aantallen niet te zien, hoe lang u ook wacht. Of het verschil "
    "verdwijnt, kunt u na ongeveer %(periods)s met de maatregel weten."
)
NEVER = mark(
    "Met deze aantallen is niet te zien of het verschil halveert of verdwijnt, hoe lang u ook "
    "wacht: vóór de maatregel zijn te weinig mensen geteld."
)
NOT_TOLD = mark(
    "Na hoeveel tijd u kunt weten of het verschil halveert of verdwijnt, tonen wij hier niet."
)
_HERE = ("gap-before", "gap-after", "change")
_ELSEWHERE = ("elsewhere-before", "elsewhere-after", "elsewhere")
NO_GAP = mark("Vóór de maatregel was er ook geen verschil aangetoond.")


def words(answer: Answer, speaker: Speaking) -> Mapping[str, str]:
    """What the sentences are made of: since, from_to, by_how_much, how_long, moved and so on."""

    def figure(name: str) -> Figure | None:
        return speaker.result.figure(name, answer.of)

    since = speaker.plain(str(speaker.result.asked["since"]))
    if figure("change") is None:
        return {"since": since}
    return {
        "since": since,
        "from_to": _from_to(figure("gap-before"), figure("gap-after"), speaker),
        "by_how_much": _by_how_much(answer, speaker),
        "how_long": _how_long(answer, speaker),
        "seen_after": _periods(figure("seen-from"), speaker),
        **_beside_elsewhere(figure, speaker),
    }


def _beside_elsewhere(figure: Callable[[str], Figure | None], speaker: Speaking) -> dict[str, str]:
    """changed, moved, moved_elsewhere, between: the change beside places without the measure."""
    beyond = figure("beyond")
    if beyond is None:
        return {"changed": speaker.say(DID_CHANGE)}
    low, high = speaker.ends_signed(beyond)
    return {
        "changed": speaker.say(DID_CHANGE_OTHERWISE),
        "moved": _moved(figure, _HERE, speaker),
        "moved_elsewhere": _moved(figure, _ELSEWHERE, speaker),
        "between": speaker.say(BETWEEN, size=speaker.said(beyond), low=low, high=high),
    }


def _moved(
    figure: Callable[[str], Figure | None], names: tuple[str, str, str], speaker: Speaking
) -> str:
    """'met 10,0 per 1.000 gegroeid': what became of the size of a gap."""
    change = figure(names[2])
    then, now, by = (each.value if each else None for each in map(figure, names))
    if change is None or then is None or now is None or by is None:
        return speaker.value(change)
    if then * now < 0:
        return speaker.say(TURNED, size=speaker.said(change))
    if abs(by) < 1e-12:
        return speaker.say(SAME)
    way = GREW if by * (then or now) > 0 else SHRANK
    return speaker.say(way, size=people_of(change, by, speaker.lang))


def _from_to(before: Figure | None, after: Figure | None, speaker: Speaking) -> str:
    verb = speaker.wording.verb
    return speaker.say(
        FROM_TO,
        organisation=speaker.wording.organisation,
        unit=speaker.wording.unit,
        verb_0=verb[0],
        verb_1=verb[1],
        before=_often(before, speaker),
        after=_often(after, speaker),
    )


def _often(figure: Figure | None, speaker: Speaking) -> str:
    """'100 per 1.000 vaker', 'even vaak'; 'niet getoond' where it is hidden."""
    if figure is None or figure.value is None:
        return speaker.value(figure)
    if abs(figure.value) < 1e-12:
        return speaker.say(AS_OFTEN)
    way = MORE if figure.value > 0 else LESS
    return speaker.say(way, size=people_of(figure, figure.value, speaker.lang))


def _by_how_much(answer: Answer, speaker: Speaking) -> str:
    result = speaker.result
    change, elsewhere, beyond = (
        result.figure(name, answer.of) for name in ("change", "elsewhere", "beyond")
    )
    main = beyond or change
    low, high = speaker.ends_signed(main)
    fields = {"size": speaker.said(main), "low": low, "high": high}
    if beyond is None:
        return speaker.say(CHANGED, **fields)
    both = {"change": speaker.said(change), "elsewhere": speaker.said(elsewhere)}
    return speaker.say(BEYOND, **fields, **both)


def _how_long(answer: Answer, speaker: Speaking) -> str:
    halved, closed = (
        speaker.result.figure(name, answer.of) for name in ("periods-halved", "periods-closed")
    )
    if halved is None:
        return speaker.say(NO_GAP)
    if halved.suppressed or (closed and closed.suppressed):
        return speaker.say(NOT_TOLD)
    if halved.value is not None:
        return speaker.say(HALVED, periods=_periods(halved, speaker))
    if closed is not None and closed.value is not None:
        return speaker.say(CLOSED, periods=_periods(closed, speaker))
    return speaker.say(NEVER)


def _periods(figure: Figure | None, speaker: Speaking) -> str:
    """'1 maand', '14 maanden'; empty where there is no number."""
    if figure is None or figure.value is None:
        return ""
    one, more = PERIODS[str(speaker.result.asked["kind"])]
    if figure.value == 1:
        return speaker.say(one)
    return speaker.say(more, count=whole(figure.value, speaker.lang))
