"""From numbers to answers in codes: who waits longer, and who gives up more often."""

from collections.abc import Iterator

from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.waiting.found import Found
from waterpas.measure.waiting.shares import difference_interval
from waterpas.results import DECIDING_LEVEL, Answer, Certainty, Interval

SURE = 0.05
COUNTED = "counted"  # the figure without a value, of a group about which nothing can be said
MEANS = ("mean", "reference-mean", "mean-difference", "median", "reference-median")
WITHIN = ("within", "reference-within", "within-difference")
GIVING_UP = ("gave-up", "reference-gave-up", "gave-up-difference", "gave-up-ratio")
SMALLEST = "smallest-difference"
BLOCKED = ("cannot-hidden", "cannot-rounded")  # the counts themselves are not known


def answers_of(found: list[Found], *, across: str, gives_up: bool) -> tuple[Answer, ...]:
    """Per group how long, and (if asked) who gives up. All comparisons are one family."""
    ps = [each.p for each in found] + [each.p_gave_up for each in found if gives_up]
    adjusted = benjamini_hochberg(ps)
    first, second = adjusted[: len(found)], adjusted[len(found) :]
    answers: list[Answer] = []
    for place, each in enumerate(found):
        answers.append(_waiting(each, across, first[place]))
        if gives_up:
            answers += _giving_up(each, across, second[place])
    return tuple(answers)


def family_of(found: list[Found], *, gives_up: bool) -> int:
    """How many comparisons were made at once."""
    waiting = sum(each.p is not None for each in found)
    return waiting + sum(each.p_gave_up is not None for each in found if gives_up)


def _waiting(found: Found, across: str, adjusted: float | None) -> Answer:
    of = {across: found.level}
    if found.cannot:
        return Answer(found.cannot, of, () if found.cannot in BLOCKED else (COUNTED,))
    interval = found.difference_interval(DECIDING_LEVEL)
    certainty = certainty_of(interval, adjusted)
    rests = (*MEANS, *(WITHIN if found.within else ()))
    if certainty is Certainty.NOT_SHOWN:
        return Answer("not-shown", of, (*rests, SMALLEST), certainty)
    code = "longer" if found.difference > 0 else "shorter"
    return Answer(_perhaps(code, certainty), of, rests, certainty)


def _giving_up(found: Found, across: str, adjusted: float | None) -> Iterator[Answer]:
    of = {across: found.level}
    if found.cannot in {*BLOCKED, "cannot-empty"}:
        return  # said already
    if found.gave_up is None:
        yield Answer("gives-up-cannot", of)
    elif not any(share.cases for share in found.gave_up):
        yield Answer("nobody-gives-up", of, GIVING_UP)
    elif found.too_few_to_give_up:
        yield Answer("gives-up-too-few", of, GIVING_UP, Certainty.TOO_FEW)
    else:
        certainty = certainty_of(difference_interval(*found.gave_up, DECIDING_LEVEL), adjusted)
        yield Answer(_gives_up(found, certainty), of, GIVING_UP, certainty)


def _gives_up(found: Found, certainty: Certainty) -> str:
    if certainty is Certainty.NOT_SHOWN or found.gave_up is None:
        return "gives-up-not-shown"
    one, other = found.gave_up
    return _perhaps("gives-up-more" if one.value > other.value else "gives-up-less", certainty)


def _perhaps(code: str, certainty: Certainty) -> str:
    return f"perhaps-{code}" if certainty is Certainty.INDICATION else code


def certainty_of(interval: Interval, adjusted: float | None) -> Certainty:
    """Which wording holds, by the 95% interval and the adjusted p."""
    without_zero = not interval.holds(0.0)
    sure = adjusted is not None and adjusted <= SURE
    if without_zero and sure:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if without_zero or sure else Certainty.NOT_SHOWN
