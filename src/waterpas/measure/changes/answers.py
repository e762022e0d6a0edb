"""From numbers to an answer in a code: did the gap change, and for whom."""

from collections.abc import Iterator, Sequence

from waterpas.measure.certainty import SURE, worded
from waterpas.measure.changes.found import Cannot, Found
from waterpas.measure.changes.how_long import smallest_change
from waterpas.measure.changes.rates import Term, interval_of, total
from waterpas.results import Answer, Certainty

_ELSEWHERE = ("elsewhere-before", "elsewhere-after", "elsewhere")
COUNTED = "counted"  # the figure without a value, of a group about which nothing can be said
RESTS_ON = ("gap-before", "gap-after", "change", "beyond", "smallest-change")
_CHANGED = {
    "gap-smaller": "perhaps-smaller",
    "gap-larger": "perhaps-larger",
    "gap-turned": "perhaps-turned",
}
# Beside places without the measure, where the gap itself did not change that way.
_THAN_ELSEWHERE = {
    "smaller": "smaller-than-elsewhere",
    "larger": "larger-than-elsewhere",
    "turned": "other-than-elsewhere",
}
PERHAPS = _CHANGED | {code: f"perhaps-{code}" for code in _THAN_ELSEWHERE.values()}
CHANGED = {*_CHANGED, *_CHANGED.values()}
_UNSURE = {Certainty.TOO_FEW: "too-few", Certainty.NOT_SHOWN: "not-shown"}


def answer_of(found: Found | Cannot, *, across: str, adjusted: float | None) -> Answer:
    """The answer about one group; always by the 95% interval and the adjusted p."""
    if isinstance(found, Cannot):
        return Answer(found.why, {across: found.level}, (COUNTED,) if found.people else ())
    certainty = certainty_of(found, adjusted)
    code = _UNSURE.get(certainty) or _way(found)
    if certainty is Certainty.INDICATION and code in PERHAPS:
        code = PERHAPS[code]
    return Answer(code, {across: found.series.level}, rests_on(found), certainty)


def rests_on(found: Found) -> tuple[str, ...]:
    """The figures that the answer is made of; with places, those without the measure too."""
    return (*RESTS_ON, *(_ELSEWHERE if found.elsewhere else ()))


def certainty_of(found: Found, adjusted: float | None) -> Certainty:
    """Which of the four wordings holds. Too few: no change at all could have been seen."""
    if smallest_change(found.pairs) >= 1:
        return Certainty.TOO_FEW
    return worded(apart=not interval_of(found.change).holds(0.0), p=adjusted)


def rounding_matters(found: Found) -> bool:
    """Whether "no change" is possible only through the rounding of the counts."""
    exact = all(rate.exact for _, rate in found.change)
    return not exact and interval_of(found.change).holds(0.0) and found.p <= SURE


def _way(found: Found) -> str:
    """In which way the gap changed; or what it is beside what it would have been.

    With places without the measure the gap has to have moved that way itself, and shown: a gap
    that grew, but less than elsewhere, did not become smaller.
    """
    if went_on(found):
        return "apart-already" if found.elsewhere else "trend-already"
    own = _moved(found.here.before, found.here.after)
    if found.elsewhere is None:
        return f"gap-{own}"
    without = (*found.here.before, *found.elsewhere.change)
    beside = _moved(without, found.here.after)
    if own == beside and _moved_itself(found):
        return f"gap-{own}"
    turned = total(without) * total(found.here.after) < 0
    return _THAN_ELSEWHERE["turned" if turned else beside]


def _moved(before: Sequence[Term], after: Sequence[Term]) -> str:
    """What a gap became: smaller, larger, or turned round."""
    then, now = total(before), total(after)
    near_even = any(interval_of(each).holds(0.0) for each in (before, after))
    if then * now < 0 and not near_even:  # a gap that may be nothing did not turn round
        return "turned"
    return "smaller" if abs(now) < abs(then) else "larger"


def _moved_itself(found: Found) -> bool:
    """Whether the gap was shown to change, and to the same side as beyond that elsewhere."""
    change = found.here.change
    return total(change) * total(found.change) > 0 and not interval_of(change).holds(0.0)


def went_on(found: Found) -> bool:
    """Whether the gap moved this way before the measure too, and made no step when it came."""
    times = found.times
    if times is None or times.moving.interval.holds(0.0):
        return False
    same_way = times.moving.value * total(found.change) > 0
    return same_way and times.step.interval.holds(0.0)


def also(found: Found, answers: Sequence[Answer], *, across: str) -> Iterator[Answer]:
    """What must be said beside the answer about a group."""
    of = {across: found.series.level}
    code = next(each.code for each in answers if each.of == of)
    if code in {"gap-smaller", "perhaps-smaller"} and _by_reference(found):
        yield Answer("by-reference", of, (*rests_on(found), "own-change", "reference-change"))
    watched = found.times.watched if found.times else None
    if watched and watched.seen_from is not None and code in CHANGED:
        yield Answer("shift-seen", of, (*rests_on(found), "seen-from"))


def _by_reference(found: Found) -> bool:
    """Whether a smaller gap comes from the reference: the group itself was not shown to change.

    Then nobody in the group is better off: others moved towards them.
    """
    own = interval_of(found.own_here.own)
    others = interval_of(found.reference_here.others)
    return own.holds(0.0) and not others.holds(0.0)
