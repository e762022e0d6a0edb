"""The ends of a profile-likelihood interval: where the best likelihood falls through a floor."""

from collections.abc import Callable
from math import inf, sqrt
from typing import Protocol, TypeVar

from waterpas.measure.roots import find_root

WIDEST = 8.0  # standard deviations are not looked for beyond this: chances are 0 or 1 there
PRECISE = 5  # evaluations per end: right to the sixth decimal


class Valued(Protocol):
    """The likelihood somewhere."""

    @property
    def log(self) -> float:
        """Its logarithm."""


class Model(Protocol):
    """The best model at one standard deviation."""

    @property
    def sd(self) -> float:
        """The standard deviation."""

    @property
    def at(self) -> Valued:
        """The likelihood there."""


M = TypeVar("M", bound=Model)
BestAt = Callable[[float, M], M | None]  # a standard deviation, and a model to start from


def ends(best: M, floor: float, best_at: BestAt[M]) -> tuple[M, M] | None:
    """The models at both ends of the interval; None: there is no end that can be found.

    A lower end of 0: no spread at all is not contradicted.
    """
    low = _end(best, floor, best_at, towards=0.0)
    high = _end(best, floor, best_at, towards=_outside(best, floor, best_at))
    return None if low is None or high is None else (low, high)


def _end(best: M, floor: float, best_at: BestAt[M], *, towards: float | None) -> M | None:
    """Where the profile falls through the floor, from the best model towards another sd."""
    if towards is None:
        return None
    last, far = best, sqrt(2 * (best.at.log - floor))

    def below(sd: float) -> float:
        # The root of how far the likelihood falls is nearly straight, and so quickly solved.
        nonlocal last
        if sd == best.sd:
            return -far
        found = best_at(sd, last)
        last = found or last
        fall = best.at.log - found.at.log if found else inf
        return sqrt(max(2 * fall, 0.0)) - far

    return best_at(find_root(below, inside=best.sd, outside=towards, most=PRECISE), last)


def _outside(best: M, floor: float, best_at: BestAt[M]) -> float | None:
    """A standard deviation above the best one that lies below the floor."""
    step, last = max(best.sd, 0.1), best
    while last.sd + step <= WIDEST:
        found = best_at(last.sd + step, last)
        if found is None:
            return None
        if found.at.log < floor:
            return found.sd
        last, step = found, 1.5 * step
    return None
