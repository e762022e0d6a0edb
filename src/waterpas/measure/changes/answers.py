"""From numbers to an answer in a code: did the gap change, and for whom."""

from collections.abc import Iterator, Sequence

from waterpas.measure.changes.found import Cannot, Found
from waterpas.measure.changes.how_long import smallest_change
from waterpas.measure.changes.rates import interval_of, total
from waterpas.results import Answer, Certainty

SURE = 0.05
RESTS_ON = ("gap-before", "gap-after", "change", "beyond", "smallest-change")
PERHAPS = {
    "gap-smaller": "perhaps-smaller",
    "gap-larger": "perhaps-larger",
    "gap-turned": "perhaps-turned",
}
CHANGED = {*PERHAPS, *PERHAPS.values()}
_UNSURE = {Certainty.TOO_FEW: "too-few", Certainty.NOT_SHOWN: "not-shown"}


def answer_of(found: Found | Cannot, *, across: str, adjusted: float | None) -> Answer:
    """The answer about one group; always by the 95% interval and the adjusted p."""
    if isinstance(found, Cannot):
        return Answer(found.why, {across: found.level})
    certainty = certainty_of(found, adjusted)
    code = _UNSURE.get(certainty) or _way(found)
    if certainty is Certainty.INDICATION and code in PERHAPS:
        code = PERHAPS[code]
    return Answer(code, {across: found.series.level}, RESTS_ON, certainty)


def certainty_of(found: Found, adjusted: float | None) -> Certainty:
    """Which of the four wordings holds. Too few: no change at all could have been seen."""
    if smallest_change(found.pairs) >= 1:
        return Certainty.TOO_FEW
    without_zero = not interval_of(found.change).holds(0.0)
    sure = adjusted is not None and adjusted <= SURE
    if without_zero and sure:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if without_zero or sure else Certainty.NOT_SHOWN


def rounding_matters(found: Found) -> bool:
    """Whether "no change" is possible only through the rounding of the counts."""
    exact = all(rate.exact for _, rate in found.change)
    return not exact and interval_of(found.change).holds(0.0) and found.p <= SURE


def _way(found: Found) -> str:
    """In which way the gap changed, beside what it would have been."""
    if went_on(found):
        return "trend-already"
    after = total(found.here.after)
    before = after - total(found.change)
    if before * after < 0 and not _near_even(found):
        return "gap-turned"
    return "gap-smaller" if abs(after) < abs(before) else "gap-larger"


def _near_even(found: Found) -> bool:
    """Whether the gap before or after may be nothing: then it did not turn round."""
    return any(interval_of(each).holds(0.0) for each in (found.here.before, found.here.after))


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
        yield Answer("by-reference", of, ("own-change", "reference-change"))
    watched = found.times.watched if found.times else None
    if watched and watched.seen_from is not None and code in CHANGED:
        yield Answer("shift-seen", of, ("seen-from",))


def _by_reference(found: Found) -> bool:
    """Whether a smaller gap comes from the reference: the group itself was not shown to change.

    Then nobody in the group is better off: others moved towards them.
    """
    own = interval_of(found.own_here.own)
    others = interval_of(found.reference_here.others)
    return own.holds(0.0) and not others.holds(0.0)
