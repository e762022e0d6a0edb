"""Which wording holds: the same rule for counts that are known and for those that are not."""

from waterpas.results import Certainty, Interval

SURE = 0.05


def perhaps(code: str, certainty: Certainty) -> str:
    """The code, or that of an indication of the same."""
    return f"perhaps-{code}" if certainty is Certainty.INDICATION else code


def certainty_of(interval: Interval, adjusted: float | None) -> Certainty:
    """Which wording holds, by the 95% interval and the adjusted p."""
    without_zero = not interval.holds(0.0)
    sure = adjusted is not None and adjusted <= SURE
    if without_zero and sure:
        return Certainty.DIFFERENCE
    return Certainty.INDICATION if without_zero or sure else Certainty.NOT_SHOWN
