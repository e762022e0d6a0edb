"""How small a change could have been seen, and how long it takes until one can be seen."""

from math import ceil, inf, sqrt

from waterpas.measure.changes.rates import Rate
from waterpas.measure.normal import POWER, critical_value, quantile

LONGEST = 1000  # periods; more is "not in our time"


def smallest_change(pairs: list[tuple[Rate, Rate]]) -> float:
    """Smallest change that would have been seen four times out of five.

    Answers: "how large must a change in the gap be, to be seen with these numbers of people?"
    From group sizes and the rates before the measure; what came out afterwards plays no part. It
    does not say that a smaller change does not matter.

    Parameters
    ----------
    pairs : list of (Rate, Rate)
        Each rate that is compared, before and after: group and reference (and elsewhere).

    Returns
    -------
    float
        A size, as a proportion. It can be larger than what is possible.

    Notes
    -----
    (z(0.975) + z(0.8)) times the standard error, with each rate as it was before.
    """
    return _reach() * sqrt(sum(_spread(b) * (1 / b.n + 1 / a.n) for b, a in pairs))


def periods_needed(
    change: float, *, before: list[Rate], periods: int, longest: int = LONGEST
) -> int | None:
    """How many periods after the measure are needed to see a change of this size.

    Answers: "when can we know?" As many people come per period as before the measure.

    Parameters
    ----------
    change : float
        The size of the change, as a proportion, above 0.
    before : list of Rate
        The rates before the measure.
    periods : int
        How many periods those were made of.

    Returns
    -------
    int or None
        At least 1. None: more than `longest`, or never, because what was counted before the
        measure is not enough, however long one waits.
    """
    per_period = sum(_spread(rate) * periods / rate.n for rate in before)
    known = sum(_spread(rate) / rate.n for rate in before)
    room = (change / _reach()) ** 2 - known
    needed = per_period / room if room > 0 else inf
    return max(1, ceil(needed)) if needed <= longest else None


def _reach() -> float:
    return critical_value(0.95) + quantile(POWER)


def _spread(rate: Rate) -> float:
    """The variance of one person; two cases in four more people keep it above 0 (Agresti)."""
    value = (rate.value * rate.n + 2) / (rate.n + 4)
    return value * (1 - value)
