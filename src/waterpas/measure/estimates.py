"""From two sides of counts to the figures of one comparison."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from waterpas.measure.against import Against
from waterpas.measure.certainty import worded
from waterpas.measure.detectable import detectable_difference
from waterpas.measure.differences import (
    miettinen_nurminen_interval,
    newcombe_interval,
)
from waterpas.measure.levels import DECIDING_LEVEL
from waterpas.measure.lot import careful_p
from waterpas.measure.pairs_of_counts import Side, bounds_of, counts_of
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.measure.rounding import outer_interval, outer_rate_interval
from waterpas.results import Certainty, Decided, Detectable, Estimate, GroupResult, Interval

FEW_CASES = 10  # with fewer in a group Katz covers too little: the score interval goes first
FEW_PEOPLE = 10

Limits = Callable[..., Interval | None]


@dataclass(frozen=True, slots=True)
class Found:
    """What one group's comparison with its reference gave."""

    difference: Estimate
    ratio: Estimate | None
    p: float
    detectable: Detectable
    decided: Decided | None


def rate_of(side: Side, *, level: float) -> Estimate | None:
    """The rate of one group with its Wilson interval; None where nothing is known."""
    if not side.known:
        return None
    interval = wilson_interval(side.effective_cases, side.effective_n, level=level)
    outer = None
    if not side.exact:
        outer = outer_rate_interval(cases=side.cases, total=side.n, level=level)
    return Estimate(side.rate, interval, "wilson", outer=outer)


def compare(side: Side, whom: Against, *, level: float) -> Found:
    """All figures of one group against its reference; both must be known."""
    reference = whom.side
    if reference is None:
        raise ValueError("a group without a reference cannot be compared")
    counts = counts_of(side, reference)
    difference = _difference(side, whom, reference, level=level)
    ratio = _ratio(side, whom, reference, level=level)
    deciding = (difference, ratio)
    if level != DECIDING_LEVEL:
        deciding = (
            _difference(side, whom, reference, level=DECIDING_LEVEL),
            _ratio(side, whom, reference, level=DECIDING_LEVEL),
        )
    return Found(
        difference=difference,
        ratio=ratio,
        p=careful_p(**counts),
        detectable=detectable_difference(
            group_total=side.effective_n,
            reference_total=reference.effective_n,
            reference_rate=reference.rate,
        ),
        decided=_decided(*deciding),
    )


def _decided(difference: Estimate, ratio: Estimate | None) -> Decided | None:
    if difference.interval is None:
        return None
    undone = only_outer_holds(difference, 0.0)
    if ratio is not None:
        undone = undone or only_outer_holds(ratio, 1.0)
    return Decided(difference.interval, ratio.interval if ratio else None, undone)


def only_outer_holds(figure: Estimate, even: float) -> bool:
    """Whether "no difference" is possible only through the rounding of the counts."""
    if figure.outer is None or figure.interval is None:
        return False
    return figure.outer.holds(even) and not figure.interval.holds(even)


def _difference(side: Side, whom: Against, reference: Side, *, level: float) -> Estimate:
    def interval(limits: Limits) -> Interval | None:
        return whom.difference_interval(limits(**counts_of(side, reference), level=level))

    newcombe = interval(newcombe_interval)
    return Estimate(
        whom.difference(side.rate - reference.rate),
        newcombe,
        "newcombe",
        others={
            "newcombe": newcombe,
            "miettinen-nurminen": interval(miettinen_nurminen_interval),
        },
        outer=whom.difference_interval(_outer(newcombe_interval, side, reference, level=level)),
    )


def _ratio(side: Side, whom: Against, reference: Side, *, level: float) -> Estimate | None:
    if reference.rate == 0:
        return None
    counts = counts_of(side, reference)
    katz = whom.ratio_interval(katz_interval(**counts, level=level))
    score = whom.ratio_interval(score_ratio_interval(**counts, level=level))
    few = min(side.cases.value or 0, reference.cases.value or 0) < FEW_CASES
    limits = score_ratio_interval if few else katz_interval
    return Estimate(
        whom.ratio(side.rate / reference.rate),
        score if few else katz,
        "score" if few else "katz",
        others={"katz": katz, "score": score},
        outer=whom.ratio_interval(_outer(limits, side, reference, level=level)),
    )


def _outer(limits: Limits, side: Side, reference: Side, *, level: float) -> Interval | None:
    if side.exact and reference.exact:
        return None
    return outer_interval(partial(limits, level=level), **bounds_of(side, reference))


def certainty_of(group: GroupResult) -> Certainty | None:
    """Which of the four wordings holds; None for the reference itself and what is not shown.

    Always by the 95% interval and the adjusted p: who asks for a narrower or wider interval does
    not turn noise into a finding, or a finding into noise.

    Too few: fewer than ten people on either side, or no difference at all could have been seen.
    """
    if group.decided is None or group.is_reference:
        return None
    if _too_few(group):
        return Certainty.TOO_FEW
    return worded(apart=not group.decided.difference.holds(0.0), p=group.p_adjusted)


def _too_few(group: GroupResult) -> bool:
    sizes = [count.value or 0 for count in (group.n, group.reference_n) if count]
    seen = group.detectable
    nothing_seen = seen is not None and seen.higher is None and seen.lower is None
    return min(sizes) < FEW_PEOPLE or nothing_seen
