"""What came out about each group, in a code: by rule, always at 95%."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from waterpas.measure.certainty import worded
from waterpas.measure.differences import score_test_p
from waterpas.measure.estimates import FEW_PEOPLE
from waterpas.measure.like_with_like.homogeneity import may_test_sameness, no_difference, sameness
from waterpas.measure.like_with_like.pairing import Pairing
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.pairs_of_counts import counts_of
from waterpas.results import NOTHING_UNSEEN, Answer, Certainty, Figure, Interval, Unseen

# Said beside an answer, so stricter: together they may not claim more than one in twenty.
UNEVEN = 0.01
MAIN = "difference-like-with-like"
MORE_OR_LESS = {1: "more", -1: "less"}
INDICATION = Certainty.INDICATION
SHOWN = (Certainty.DIFFERENCE, Certainty.INDICATION)


@dataclass(frozen=True, slots=True)
class Seen:
    """A difference as the rule sees it: its interval at 95%, and p; before any adjusting."""

    interval: Interval | None
    p: float | None

    @property
    def side(self) -> int:
        """1: more often, -1: less often, 0: the middle of the interval lies at 0."""
        middle = self.interval.low + self.interval.high if self.interval else 0.0
        return (middle > 0) - (middle < 0)


@dataclass(frozen=True, slots=True)
class Judged:
    """All that the answer about one group rests on."""

    pairing: Pairing
    raw: Seen
    alike: Seen
    p_same: float | None


def judged(pairing: Pairing, raw: Figure, alike: Figure) -> Judged:
    """What the answer rests on; both figures are at 95%."""
    strata = pairing.strata
    hidden = pairing.hidden
    same = sameness(strata) if may_test_sameness(strata) and not hidden else None
    known = pairing.group.known and pairing.reference.known
    sides = counts_of(pairing.group, pairing.reference) if known else None
    return Judged(
        pairing,
        Seen(raw.interval, score_test_p(**sides) if sides else None),
        Seen(alike.interval, None if hidden or not strata else no_difference(strata)[1]),
        same[1] if same else None,
    )


@dataclass(frozen=True, slots=True)
class Ps:
    """The p-values of all groups, adjusted over the groups; each test is a family of its own."""

    raw: Sequence[float | None]
    alike: Sequence[float | None]
    same: Sequence[float | None]


def adjusted_ps(found: Sequence[Judged], *, across: str, unseen: Unseen = NOTHING_UNSEEN) -> Ps:
    """The p-values as they count; None where there is none."""

    def adjusted(ps: Iterable[float | None], name: str) -> Sequence[float | None]:
        whom = ({across: each.pairing.level} for each in found)
        return benjamini_hochberg([unseen.p(p, of, name) for p, of in zip(ps, whom, strict=True)])

    return Ps(
        raw=adjusted((each.raw.p for each in found), "difference"),
        alike=adjusted((each.alike.p for each in found), MAIN),
        same=adjusted((each.p_same for each in found), MAIN),
    )


def answers(found: Sequence[Judged], ps: Ps, *, across: str) -> Iterator[Answer]:
    """The answers about all groups."""
    for place, each in enumerate(found):
        of = {across: each.pairing.level}
        answer = _answer(each, of, ps.raw[place], ps.alike[place])
        yield answer
        p = ps.same[place]
        if answer.certainty not in (None, Certainty.TOO_FEW) and p is not None and p <= UNEVEN:
            yield Answer("differs-per-stratum", of, (MAIN,), Certainty.DIFFERENCE)


def _answer(
    each: Judged, of: Mapping[str, str], raw_p: float | None, alike_p: float | None
) -> Answer:
    cannot = _why_not(each)
    if cannot:
        certainty = Certainty.TOO_FEW if cannot == "too-few" else None
        return Answer(cannot, of, (MAIN,), certainty)
    if each.pairing.hidden:
        return Answer(f"indication-hidden-{MORE_OR_LESS[each.alike.side]}", of, (MAIN,), INDICATION)
    raw, alike = _certainty(each.raw, raw_p), _certainty(each.alike, alike_p)
    code = _code(each, raw, alike)
    return Answer(code, of, ("difference", MAIN), alike)


def _why_not(each: Judged) -> str | None:
    pairing = each.pairing
    if not pairing.between:
        return "cannot-no-overlap"
    if pairing.hidden:
        between = each.alike.interval
        return "cannot-hidden" if between is None or between.holds(0.0) else None
    strata = pairing.strata
    if not strata:
        return "cannot-no-overlap"
    sizes = sum(s.total for s in strata), sum(s.reference_total for s in strata)
    if min(sizes) < FEW_PEOPLE:
        return "too-few"
    return None if any(s.varies for s in strata) else "cannot-no-variation"


def _certainty(seen: Seen, p: float | None) -> Certainty:
    return worded(apart=seen.interval is not None and not seen.interval.holds(0.0), p=p)


def _code(each: Judged, raw: Certainty, alike: Certainty) -> str:
    if alike is Certainty.INDICATION:
        return "indication"
    if alike is Certainty.NOT_SHOWN:
        return "difference-gone" if raw is Certainty.DIFFERENCE else "not-shown"
    if raw not in SHOWN:
        return "difference-appears"
    return "difference-stays" if each.raw.side == each.alike.side else "difference-turns"
