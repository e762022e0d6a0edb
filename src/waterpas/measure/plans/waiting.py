"""How often it is seen that one group waits longer for a decision than another."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from waterpas.measure.plans.chances import seen

_STEPS = 200


def of_times(ratio: float, *, people: float, share: float, decided: float, z: float) -> float:
    """How often it is seen that the group waits `ratio` times as long as the reference.

    Answers: "if this group waits so much longer, in which share of tables is that seen?"

    Parameters
    ----------
    ratio : float
        Days of the group over those of the reference, above 0.
    people, share : float
        All people, and the part of them that is in the group.
    decided : float
        The part of the reference whose decision comes while we look: above 0, at most 1. Those
        who still wait then tell little.
    z : float
        How many standard errors from no difference the log-rank test must lie.

    Notes
    -----
    Schoenfeld (1981): at each decision the group has a share of those who still wait, and a
    (larger or smaller) share of the decisions; what these differ is summed over all decisions,
    for waiting that ends at a constant speed. Its variance when there is a difference is that of
    Lin and Wei (1989). When the ratio is near 1 this is the well-known formula: decisions *
    share * (1 - share) * log(ratio)^2 (Schoenfeld 1983). Far from 1 that formula promises too
    much for the group that waits longer: fewer of its people are decided on.

    References
    ----------
    Schoenfeld DA (1981). The asymptotic properties of nonparametric tests for comparing survival
    distributions. Biometrika 68:316-319.
    Schoenfeld DA (1983). Sample-size formula for the proportional-hazards regression model.
    Biometrics 39:499-503.
    Lin DY, Wei LJ (1989). The robust inference for the Cox proportional hazards model. Journal of
    the American Statistical Association 84:1074-1078.
    """
    if ratio < 1:  # the other group waits longer: the same sums, without their small numbers
        sooner = 1 - (1 - decided) ** (1 / ratio)
        return of_times(1 / ratio, people=people, share=1 - share, decided=sooner, z=z)
    found = _sums(ratio, share, decided)
    return seen(
        people * found.drift,
        without=sqrt(people * found.without),
        present=sqrt(people * found.present),
        z=z,
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """Per person of both groups: how far the statistic drifts, and its two variances."""

    drift: float
    without: float
    present: float


@lru_cache(maxsize=2048)
def _sums(ratio: float, share: float, decided: float) -> Sums:
    drift = without = 0.0
    group, reference = _Side(share), _Side(1 - share)
    for step in range(_STEPS):
        waiting = 1 - decided * (step + 0.5) / _STEPS  # of the reference
        left = share * waiting ** (1 / ratio), (1 - share) * waiting
        expected = left[0] / (left[0] + left[1])
        some = left[0] / ratio / waiting * decided / _STEPS, (1 - share) * decided / _STEPS
        decisions = some[0] + some[1]
        speed = decisions / (left[0] + left[1])
        drift += some[0] - expected * decisions
        without += decisions * expected * (1 - expected)
        group.decide(some[0], at=1 - expected, speed=speed)
        reference.decide(some[1], at=-expected, speed=speed)
    return Sums(abs(drift), without, group.variance() + reference.variance())


class _Side:
    """The people of one side, and what each adds to the statistic: decided, or still waiting."""

    def __init__(self, people: float) -> None:
        self.people = self.waiting = people
        self.owed = self.mean = self.square = 0.0

    def decide(self, some: float, *, at: float, speed: float) -> None:
        """So many are decided on now; everybody who waits was expected to, at this speed."""
        each = at - (self.owed + at * speed / 2)
        self.mean += some * each
        self.square += some * each * each
        self.waiting -= some
        self.owed += at * speed

    def variance(self) -> float:
        """Of the sum over all people of this side."""
        mean = self.mean - self.waiting * self.owed
        square = self.square + self.waiting * self.owed**2
        return max(square - mean**2 / self.people, 0.0)
