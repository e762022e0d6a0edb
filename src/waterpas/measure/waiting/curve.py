"""The share that is still waiting, day by day: its middle, and the mean within a horizon."""

from dataclasses import dataclass
from math import inf, sqrt
from typing import TYPE_CHECKING

from waterpas.measure.normal import critical_value
from waterpas.measure.waiting.waits import Waits
from waterpas.results import Interval

if TYPE_CHECKING:
    from waterpas.measure.waiting.waits import Numbers

HALF = 0.5
SAME = 1e-9  # two shares that differ less are the same share


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Per day on which a decision fell: the share still waiting after it, and what makes it unsure.

    `growth`: what the decisions of that day add to the variance of the logarithm of the share
    (Greenwood); 0 where everybody who was waiting got a decision: the share is then 0.
    """

    days: "Numbers"
    share: "Numbers"
    growth: "Numbers"

    def at(self, day: float) -> float:
        """The share that still waits after this day."""
        earlier = self.share[self.days <= day]
        return float(earlier[-1]) if len(earlier) else 1.0


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean days within a horizon, and its standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Median:
    """After how many days half has a decision, and between what that lies; None: not reached."""

    value: float | None
    low: float | None
    high: float | None

    def interval(self, level: float) -> Interval | None:
        """Both ends; None where one is not reached."""
        if self.value is None or self.low is None or self.high is None:
            return None
        return Interval(self.low, self.high, level)


def curve_of(waits: Waits) -> Curve:
    """The share of people still waiting, had nobody given up and nobody been last seen waiting.

    Answers: "how many still wait after so many days?" Who gave up, or is still open, counts until
    that day. It says how long those would have waited only if they were as quick as who stayed.

    References
    ----------
    Kaplan EL, Meier P (1958). Nonparametric estimation from incomplete observations. Journal of
    the American Statistical Association 53:457-481.
    """
    import numpy as np

    some = waits.decided > 0
    decided, waiting = waits.decided[some], waits.waiting[some]
    after = waiting - decided
    share = np.cumprod(after / waiting)
    growth = np.divide(decided, waiting * after, out=np.zeros(len(after)), where=after > 0)
    return Curve(waits.days[some], share, growth)


def restricted_mean(curve: Curve, horizon: float) -> Mean:
    """Mean number of days until a decision, where a longer wait counts as the horizon.

    Answers: "how many of the first so many days does somebody wait, on average?" Without open cases
    and without people who gave up it is the mean of the days, each at most the horizon. It says
    nothing about what happens after the horizon.

    Notes
    -----
    The area under the curve, with the variance of Greenwood (Irwin 1949; Royston and Parmar 2013).

    References
    ----------
    Royston P, Parmar MKB (2013). Restricted mean survival time: an alternative to the hazard
    ratio for the design and analysis of randomized trials with a time-to-event outcome. BMC
    Medical Research Methodology 13:152.
    """
    import numpy as np

    within = curve.days <= horizon
    days, share = curve.days[within], curve.share[within]
    edges = np.concatenate([days, [horizon]])
    areas = np.diff(edges) * share
    first = edges[0]  # nobody has a decision before the first day
    beyond = areas[::-1].cumsum()[::-1]
    variance = float(np.square(beyond) @ curve.growth[within])
    return Mean(float(first + areas.sum()), sqrt(variance))


def median_of(curve: Curve, *, level: float = 0.95) -> Median:
    """After how many days half of the people have a decision.

    The first day after which at most half still waits; where exactly half waits for some days, the
    middle of those days. Interval: the days at which a test of "half still waits" would not say no,
    on the scale of the logarithm of the logarithm.

    References
    ----------
    Brookmeyer R, Crowley J (1982). A confidence interval for the median survival time. Biometrics
    38:29-41.
    """
    import numpy as np

    lower, upper = (np.zeros(len(curve.share)) for _ in range(2))
    between = (curve.share > SAME) & (curve.share < 1 - SAME)
    share = curve.share[between]
    error = np.sqrt(curve.growth.cumsum()[between]) / -np.log(share)
    reach = np.exp(critical_value(level) * error)
    lower[between], upper[between] = share**reach, share ** (1 / reach)
    # Where nobody waits any more nothing is known of the upper end.
    upper[curve.share <= SAME] = inf
    days = curve.days
    return Median(_half(days, curve.share), _half(days, lower), _half(days, upper))


def _half(days: "Numbers", share: "Numbers") -> float | None:
    """Where a falling share passes a half, as R does: the middle where it lies on it."""
    import numpy as np

    passed = np.flatnonzero(share <= HALF + SAME)
    if not len(passed):
        return None
    first = passed[0]
    if share[first] < HALF - SAME:
        return float(days[first])
    below = np.flatnonzero(share < HALF - SAME)
    return float((days[first] + days[below[0]]) / 2) if len(below) else float(days[first])
