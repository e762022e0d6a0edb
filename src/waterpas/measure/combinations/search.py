"""Every combination against everybody else: how sure are we, and which stand out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from waterpas.measure.certainty import SURE, worded
from waterpas.measure.combinations.groups import Group, Of, Table
from waterpas.measure.differences import newcombe_interval, score_test_p
from waterpas.measure.lot import lot_p
from waterpas.measure.multiplicity import benjamini_hochberg
from waterpas.measure.rounding import outer_interval
from waterpas.results import DECIDING_LEVEL, Certainty, Count, Effect, Interval

FEW_PEOPLE = 10
# With fewer cases expected than this, the tail of the score test is too thin far out.
MANY_EXPECTED = 200


@dataclass(frozen=True, slots=True)
class Compared:
    """One combination against everybody else. `difference` is group minus the others.

    `interval` allows for rounded counts as well; `decided` is the same at 95%. `p` None: not
    compared, because there are too few people.
    """

    group: Group
    others: Group
    rate: float
    difference: float
    interval: Interval
    decided: Interval
    p: float | None = None
    p_adjusted: float | None = None
    certainty: Certainty = Certainty.TOO_FEW

    @property
    def found(self) -> bool:
        """Whether a difference is claimed."""
        return self.certainty is Certainty.DIFFERENCE


def search(
    tables: Iterable[Table], *, everybody: Group, level: float, included: bool = False
) -> tuple[Compared, ...]:
    """Compare every combination with everybody else, and decide over all of them at once.

    Answers: "for which combinations is the outcome more, or less, frequent than for everybody
    else, if we look at all of them?" It does not say why, and not that the others are equal.

    A combination with the same people as a smaller one (one column less) is left out: it would be
    the same comparison twice. With fewer than ten people on either side nothing is compared. Which
    are compared depends on numbers of people only, so the family is fixed before the outcomes.

    Parameters
    ----------
    tables : iterable of Table
        Of every set of columns.
    everybody : Group
        All people together.
    level : float
        Confidence level of the intervals. What is found always goes by 95%.
    included : bool
        Whether the difference is that to everybody, the combination itself included: then it is
        smaller, by the share that the combination has in everybody. What is found is the same.

    Returns
    -------
    tuple of Compared
        p is that of the score test; with few expected cases the exact one, if that is larger. It
        is adjusted after Benjamini and Hochberg over all combinations that are compared. A
        difference is claimed when the adjusted p is at most 0.05 and the interval is without zero.
    """
    found = list(tables)
    sizes = {group.of: group.n for table in found for group in table.groups}
    groups = [group for table in found for group in table.groups if not _again(group, sizes)]
    compared = [_compared(group, everybody, level=level) for group in groups]
    if included:
        compared = [_to_everybody(each) for each in compared]
    adjusted = benjamini_hochberg([each.p for each in compared])
    return tuple(_decided(each, p) for each, p in zip(compared, adjusted, strict=True))


def ranked(found: Sequence[Compared], *, effect: Effect | None) -> list[Compared]:
    """Those that were compared, the worst off first: by the bound of the interval, not the rate.

    Of a harmful outcome the lowest difference that is possible counts, of a beneficial one the
    highest; when nobody said which it is, the bound that is nearest to no difference, on either
    side. So a few people with a striking rate do not come first.
    """
    compared = [each for each in found if each.p is not None]
    return sorted(compared, key=lambda each: (-bound(each, effect=effect), each.group.of))


def bound(each: Compared, *, effect: Effect | None) -> float:
    """How much worse off, at least; below zero: perhaps not worse off at all."""
    if effect == "harm":
        return each.interval.low
    if effect == "benefit":
        return -each.interval.high
    return max(each.interval.low, -each.interval.high)


def _again(group: Group, sizes: Mapping[Of, Count]) -> bool:
    """Whether a combination with one column less has exactly the same people."""
    if len(group.of) == 1 or not group.n.is_exact:
        return False
    smaller = (group.of[:at] + group.of[at + 1 :] for at in range(len(group.of)))
    return any(sizes[of] == group.n for of in smaller)


def others_of(group: Group, everybody: Group) -> Group:
    """Everybody who is not in the group."""
    return Group((), _minus(everybody.n, group.n), _minus(everybody.cases, group.cases))


def _minus(whole: Count, part: Count) -> Count:
    """What is left: whole and part are sums of the same cells, so their bounds go along."""
    value = (whole.value or 0) - (part.value or 0)
    return Count(value, whole.low - part.low, whole.high - part.high)


def _compared(group: Group, everybody: Group, *, level: float) -> Compared:
    others = others_of(group, everybody)
    (x, n), (y, m) = group.counted, others.counted
    if not n or not m:
        nothing = Interval(-1.0, 1.0, level)
        return Compared(group, others, x / n if n else 0.0, 0.0, nothing, nothing)
    interval = _interval(group, others, level=level)
    decided = interval
    if level != DECIDING_LEVEL:
        decided = _interval(group, others, level=DECIDING_LEVEL)
    p = None if min(n, m) < FEW_PEOPLE else _p(x, n, y, m)
    return Compared(group, others, x / n, x / n - y / m, interval, decided, p)


def _to_everybody(each: Compared) -> Compared:
    n, m = each.group.counted[1], each.others.counted[1]
    part = m / (n + m) if n + m else 1.0
    shrunk = (Interval(part * i.low, part * i.high, i.level) for i in (each.interval, each.decided))
    interval, decided = shrunk
    return replace(each, difference=part * each.difference, interval=interval, decided=decided)


def _interval(group: Group, others: Group, *, level: float) -> Interval:
    (x, n), (y, m) = group.counted, others.counted
    if group.exact and others.exact:
        return newcombe_interval(
            group_cases=x, group_total=n, reference_cases=y, reference_total=m, level=level
        )
    outer = outer_interval(
        partial(newcombe_interval, level=level),
        group_cases=group.cases,
        group_total=group.n,
        reference_cases=others.cases,
        reference_total=others.n,
    )
    return outer or Interval(-1.0, 1.0, level)


def _p(x: int, n: int, y: int, m: int) -> float:
    p = score_test_p(group_cases=x, group_total=n, reference_cases=y, reference_total=m)
    share = min(n, m) / (n + m)
    expected = share * min(x + y, n + m - x - y)
    if p > 2 * SURE or expected >= MANY_EXPECTED:
        return p
    return max(p, lot_p(group_cases=x, group_total=n, cases=x + y, total=n + m))


def _decided(each: Compared, p_adjusted: float | None) -> Compared:
    if each.p is None:
        return each
    word = worded(apart=not each.decided.holds(0.0), p=p_adjusted)
    if word is Certainty.INDICATION:  # among so many comparisons that is none
        word = Certainty.NOT_SHOWN
    return replace(each, p_adjusted=p_adjusted, certainty=word)
