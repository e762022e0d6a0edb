"""From numbers to answers in codes: who waits longer, and who gives up more often."""

from collections.abc import Iterator, Sequence

from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.waiting.apart import beyond_half
from waterpas.measure.waiting.found import Found, can_be_seen
from waterpas.measure.waiting.shares import difference_interval
from waterpas.measure.waiting.waits import AT_RISK
from waterpas.results import (
    DECIDING_LEVEL,
    NOTHING_UNSEEN,
    Answer,
    Certainty,
    Interval,
    Unseen,
)

SURE = 0.05
COUNTED = "counted"  # the figure without a value, of a group about which nothing can be said
MEANS = ("mean", "reference-mean", "mean-difference")
SHARES = {
    "within": ("within", "reference-within", "within-difference"),
    "gave-up": ("gave-up", "reference-gave-up", "gave-up-difference", "gave-up-ratio"),
}
SMALLEST = "smallest-difference"
# Of what each comparison is; nothing is compared of a group that is only counted.
ABOUT = {"waiting": ("mean-difference", COUNTED)} | {
    name: (f"{name}-difference",) for name in SHARES
}
BLOCKED = ("cannot-hidden", "cannot-rounded")  # the counts themselves are not known


def answers_of(
    found: Sequence[Found], *, across: str, unseen: Unseen = NOTHING_UNSEEN
) -> tuple[Answer, ...]:
    """Per group: how long, how many within the term, and who gives up; the last two if asked.

    All comparisons of all groups are one family.
    """
    asked = [(each, which) for each in found for which in ("waiting", *each.shares)]
    ps = benjamini_hochberg(_ps(found, across, unseen))
    made = (
        _waiting(each, across, p) if which == "waiting" else _share(each, which, across, p)
        for (each, which), p in zip(asked, ps, strict=True)
    )
    return tuple(answer for answer in made if answer is not None)


def family_of(found: Sequence[Found], *, across: str, unseen: Unseen = NOTHING_UNSEEN) -> int:
    """How many comparisons were made at once."""
    return sum(p is not None for p in _ps(found, across, unseen))


def _ps(found: Sequence[Found], across: str, unseen: Unseen) -> list[float | None]:
    return [
        unseen.p(each.p_of(which), {across: each.level}, *ABOUT[which])
        for each in found
        for which in ("waiting", *each.shares)
    ]


def _waiting(found: Found, across: str, adjusted: float | None) -> Answer:
    of = {across: found.level}
    if found.cannot:
        return Answer(found.cannot, of, () if found.cannot in BLOCKED else (COUNTED,))
    interval = found.difference_interval(DECIDING_LEVEL)
    certainty = certainty_of(interval, adjusted)
    rests = (*MEANS, *_halves(found))
    if certainty is Certainty.NOT_SHOWN:
        return Answer("not-shown", of, (*rests, SMALLEST), certainty)
    code = "longer" if found.difference > 0 else "shorter"
    return Answer(_perhaps(code, certainty), of, rests, certainty)


def _halves(found: Found) -> Iterator[str]:
    """The days on which half has a decision, of a group with enough people to tell that of."""
    for name, group in (("median", found.mine), ("reference-median", found.other)):
        if beyond_half(group) >= AT_RISK:
            yield name


def _share(found: Found, name: str, across: str, adjusted: float | None) -> Answer | None:
    """The answer on a share: within the term, or given up; None: it was said already."""
    of, both, rests = {across: found.level}, found.shares[name], SHARES[name]
    if found.cannot in BLOCKED:
        return None
    if both is None:
        return Answer(f"{name}-cannot", of)
    if not any(share.cases for share in both):
        return Answer(f"{name}-nobody", of, rests)
    if not can_be_seen(*both):
        return Answer(f"{name}-too-few", of, rests, Certainty.TOO_FEW)
    certainty = certainty_of(difference_interval(*both, DECIDING_LEVEL), adjusted)
    if certainty is Certainty.NOT_SHOWN:
        return Answer(f"{name}-not-shown", of, rests, certainty)
    way = "more" if both[0].value > both[1].value else "less"
    return Answer(_perhaps(f"{name}-{way}", certainty), of, rests, certainty)


def _perhaps(code: str, certainty: Certainty) -> str:
    return f"perhaps-{code}" if certainty is Certainty.INDICATION else code


def certainty_of(interval: Interval, adjusted: float | None) -> Certainty:
    """Which wording holds, by the 95% interval and the adjusted p."""
    without_zero = not interval.holds(0.0)
    sure = adjusted is not None and adjusted <= SURE
    if without_zero and sure:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if without_zero or sure else Certainty.NOT_SHOWN
