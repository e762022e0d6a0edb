"""Which wording holds: one rule for every method."""

from waterpas.results import Certainty, Interval

SURE = 0.05


def perhaps(code: str, certainty: Certainty) -> str:
    """The code, or that of an indication of the same."""
    return f"perhaps-{code}" if certainty is Certainty.INDICATION else code


def worded(*, apart: bool, p: float | None) -> Certainty:
    """The house rule: an interval without "no difference", and a p of at most .05.

    apart : whether the 95% interval leaves "no difference" out
    p : adjusted where more was compared at once; None counts as not sure
    """
    sure = p is not None and p <= SURE
    if apart and sure:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if apart or sure else Certainty.NOT_SHOWN


def certainty_of(interval: Interval, adjusted: float | None) -> Certainty:
    """The same, by the 95% interval of a difference."""
    return worded(apart=not interval.holds(0.0), p=adjusted)
