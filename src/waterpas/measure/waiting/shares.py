"""The share of people to whom it ended in one way within so many days, whoever is still open."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from waterpas.measure.differences import newcombe_interval
from waterpas.measure.lot import careful_p
from waterpas.measure.pairs_of_counts import Counts
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.measure.waiting.waits import Ending, Waits
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.waiting.waits import Numbers

FEW_CASES = 10  # with fewer Katz covers too little


@dataclass(frozen=True, slots=True)
class Share:
    """A share, for how many people it counts, and how many there were, with and without it.

    `worth`: with so many people, all followed to the end, the share would be as sure as it is.
    """

    value: float
    worth: float
    people: int
    cases: int

    def interval(self, level: float) -> Interval:
        """The interval of Wilson."""
        return wilson_interval(self._cases, self.worth, level=level)

    @property
    def _cases(self) -> float:
        return min(self.value * self.worth, self.worth)

    def beside(self, other: "Share") -> Counts:
        """Both shares, as counts of people who were all followed."""
        return Counts(
            group_cases=self._cases,
            group_total=self.worth,
            reference_cases=other._cases,
            reference_total=other.worth,
        )


def share_of(waits: Waits, day: float, ending: Ending) -> Share:
    """The share that got a decision (or gave up) on this day or before.

    Answers: "of all who started, to which part did this happen within so many days?" Who gave up
    can no longer get a decision, and the other way round: nothing is assumed about when that would
    have been. Who is open counts until the day they were last seen. With nobody open before the
    day it is simply the part of the people.

    Notes
    -----
    Aalen and Johansen (1978), with the variance of Greenwood's kind: without open cases it is that
    of a binomial. `worth` is the size of the binomial with that variance.

    References
    ----------
    Aalen OO, Johansen S (1978). An empirical transition matrix for non-homogeneous Markov chains
    based on censored observations. Scandinavian Journal of Statistics 5:141-150.
    """
    cases = waits.until(day, ending)
    open_before = waits.lost_before(day, givers_up=False)
    if not open_before:
        return Share(cases / waits.n, float(waits.n), waits.n, cases)
    value, variance = _incidence(waits, day, ending)
    spread = value * (1 - value)
    known = float(max(waits.n - open_before, 1))
    worth = spread / variance if variance > 0 and spread > 0 else known
    return Share(value, min(worth, float(waits.n)), waits.n, cases)


def _incidence(waits: Waits, day: float, ending: Ending) -> tuple[float, float]:
    """The share, and its variance."""
    import numpy as np

    within = (waits.days <= day) & (waits.decided + waits.gave_up > 0)
    waiting = waits.waiting[within]
    this, other = (some[within] / waiting for some in _both(waits, ending))
    after = np.cumprod(1 - this - other)
    before = np.concatenate([[1.0], after[:-1]])
    so_far = np.cumsum(before * this)
    value = float(so_far[-1]) if len(so_far) else 0.0
    later = np.divide(value - so_far, after, out=np.zeros(len(after)), where=after > 0)
    mine, others = before * (1 - later), -before * later
    mean = this * mine + other * others
    variance = (this * mine**2 + other * others**2 - mean**2) / waiting
    return value, float(variance.sum())


def _both(waits: Waits, ending: Ending) -> tuple["Numbers", "Numbers"]:
    both = waits.decided, waits.gave_up
    return both if ending == "decided" else (both[1], both[0])


def difference_interval(one: Share, other: Share, level: float) -> Interval:
    """The interval of Newcombe of the difference between two shares."""
    return newcombe_interval(**one.beside(other), level=level)


def ratio_interval(one: Share, other: Share, level: float) -> tuple[Interval | None, str]:
    """The interval of the ratio of two shares, and whose: Katz's, or by score with few cases."""
    few = min(one.cases, other.cases) < FEW_CASES
    limits = score_ratio_interval if few else katz_interval
    return limits(**one.beside(other), level=level), "score" if few else "katz"


def p_of(one: Share, other: Share) -> float:
    """The two-sided p of no difference between two shares."""
    return careful_p(**one.beside(other))
