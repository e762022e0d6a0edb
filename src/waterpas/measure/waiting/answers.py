"""From numbers to answers in codes: who waits longer, and who gives up more often."""

from collections.abc import Iterator, Sequence

from waterpas.measure.certainty import certainty_of, perhaps
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.waiting.apart import beyond_half
from waterpas.measure.waiting.bounded import COUNTED, Bounded
from waterpas.measure.waiting.bounded_answers import MEANS, answer_between, ends, shares_of
from waterpas.measure.waiting.found import Found, can_be_seen
from waterpas.measure.waiting.shares import difference_interval
from waterpas.measure.waiting.waits import AT_RISK
from waterpas.results import DECIDING_LEVEL, NOTHING_UNSEEN, Answer, Certainty, Unseen

SHARES = {
    "within": tuple(shares_of("within")),
    "gave-up": (*shares_of("gave-up"), "gave-up-ratio"),
}
SMALLEST = "smallest-difference"


def _both_ends(name: str) -> tuple[str, ...]:
    """A figure, or both ends of it where counts were rounded."""
    return (name, *ends(name))


# Of what each comparison is; nothing is compared of a group that is only counted.
ABOUT = {"waiting": (*_both_ends("mean-difference"), COUNTED)} | {
    name: _both_ends(f"{name}-difference") for name in SHARES
}


def answers_of(
    found: Sequence[Found | Bounded], ps: Sequence[float | None], *, across: str
) -> tuple[Answer, ...]:
    """Per group: how long, how many within the term, and who gives up; the last two if asked.

    `ps` : of `adjusted_ps`, in the same order.
    """
    asked = [(each, which) for each in found for which in ("waiting", *each.shares)]
    return tuple(
        _answer(each, which, across, p) for (each, which), p in zip(asked, ps, strict=True)
    )


def _answer(found: Found | Bounded, which: str, across: str, adjusted: float | None) -> Answer:
    if isinstance(found, Bounded):
        return answer_between(found, which, across, adjusted)
    if which == "waiting":
        return _waiting(found, across, adjusted)
    return _share(found, which, across, adjusted)


def adjusted_ps(
    found: Sequence[Found | Bounded], *, across: str, unseen: Unseen = NOTHING_UNSEEN
) -> Sequence[float | None]:
    """The p of each comparison, adjusted: all comparisons of all groups are one family."""
    return benjamini_hochberg(
        [
            unseen.p(each.p_of(which), {across: each.level}, *ABOUT[which])
            for each in found
            for which in ("waiting", *each.shares)
        ]
    )


def _waiting(found: Found, across: str, adjusted: float | None) -> Answer:
    of = {across: found.level}
    if found.cannot:
        return Answer(found.cannot, of, (COUNTED,))
    interval = found.difference_interval(DECIDING_LEVEL)
    certainty = certainty_of(interval, adjusted)
    rests = (*MEANS, *_halves(found))
    if certainty is Certainty.NOT_SHOWN:
        return Answer("not-shown", of, (*rests, SMALLEST), certainty)
    code = "longer" if found.difference > 0 else "shorter"
    return Answer(perhaps(code, certainty), of, rests, certainty)


def _halves(found: Found) -> Iterator[str]:
    """The days on which half has a decision, of a group with enough people to tell that of."""
    for name, group in (("median", found.mine), ("reference-median", found.other)):
        if beyond_half(group) >= AT_RISK:
            yield name


def _share(found: Found, name: str, across: str, adjusted: float | None) -> Answer:
    """The answer on a share: within the term, or given up."""
    of, both, rests = {across: found.level}, found.shares[name], SHARES[name]
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
    return Answer(perhaps(f"{name}-{way}", certainty), of, rests, certainty)
