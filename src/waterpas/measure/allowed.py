"""What can still be said where the source hid a count: outer intervals without an estimate."""

from functools import partial

from waterpas.measure.against import Against
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.estimates import FEW_CASES
from waterpas.measure.pairs_of_counts import Side, bounds_of
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.measure.rounding import outer_interval, outer_rate_interval
from waterpas.results import Allowed


def allowed(side: Side, whom: Against, *, level: float) -> Allowed | None:
    """The intervals that the hidden counts of a group, or of its reference, still allow.

    None where both are known (then there are estimates), and where nobody can be in the group.
    """
    if not _somebody(side):
        return None
    rate = None
    if not side.known:
        rate = outer_rate_interval(cases=side.cases, total=side.n, level=level)
    reference = whom.side
    if reference is None or not _somebody(reference) or not whom.sized:
        return Allowed(rate) if rate else None
    if side.known and reference.known:
        return None
    few = min(side.cases.low, reference.cases.low) < FEW_CASES
    bounds = bounds_of(side, reference)
    ratio = score_ratio_interval if few else katz_interval
    return Allowed(
        rate=rate,
        difference=whom.difference_interval(
            outer_interval(partial(newcombe_interval, level=level), **bounds)
        ),
        ratio=whom.ratio_interval(outer_interval(partial(ratio, level=level), **bounds)),
    )


def _somebody(side: Side) -> bool:
    """Whether somebody can be in the group, and its counts are given in some form."""
    return side.n.high > 0
