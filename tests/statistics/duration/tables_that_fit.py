"""Between what a number of people lies, over all whole-numbered tables that fit what is shown.

The attacker knows how many people a group has, and that nobody gave up. Per day a number of people,
whole and unknown; what is shown is a set of bounds on sums of them.
"""

from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from waterpas.measure.normal import critical_value

HALF, WAIT, LEVEL = 0.5, 10, 0.95
LOOSE = 1e-6
Z = critical_value(LEVEL)


def rounded_by(value):
    """By how much a number of days may have been rounded."""
    return 0.05 if abs(value) < 10 else 0.5


def decided_at_ends(n):
    """At how many decisions the lower and the upper band of the half pass it."""
    decided = np.arange(1, n)
    share = 1 - decided / n
    error = np.sqrt(decided / (n * (n - decided))) / -np.log(share)
    reach = np.exp(Z * error)
    low = int(decided[share**reach <= HALF + 1e-9][0])
    return low, int(decided[share ** (1 / reach) <= HALF + 1e-9][0])


class Tables:
    """All tables of `n` people over `days` that fit what was told so far."""

    def __init__(self, n, days):
        self.n, self.days, self.points = n, days, {}
        self._rows, self._lows, self._highs = [], [], []
        self._told(np.ones(len(days)), n, n)

    def _told(self, row, low, high):
        self._rows.append(row)
        self._lows.append(low - LOOSE)
        self._highs.append(high + LOOSE)

    def upto(self, day):
        return (self.days <= day).astype(float)

    def decided(self, name, day, low, high):
        """So many people have their decision on this day or before."""
        self._told(self.upto(day), low, high)
        self.points[name] = day

    def crossing(self, name, day, people):
        """On this day the number with a decision passes so many people."""
        self._told(self.upto(day - 1), 0, people)
        self.decided(name, day, people, self.n)

    def mean(self, figure, horizon):
        """The mean of the days, each at most the horizon, and the spread that its interval says."""
        value, n, capped = figure.value, self.n, np.minimum(self.days, horizon).astype(float)
        low, high = value - rounded_by(value), value + rounded_by(value)
        self._told(capped, n * low, n * high)
        least, most = self._errors(figure, horizon)
        squares = n * (n * least**2 + low**2), n * (n * most**2 + high**2)
        self._told(capped**2, *squares)
        self._told(self.upto(horizon - 1), 0, n - WAIT)
        self.points["horizon"] = horizon

    def _errors(self, figure, horizon):
        """Between what the standard error lies, by both ends; an end at the edge says nothing."""
        least, most, value = 0.0, float(horizon), figure.value
        for end, edge in ((figure.interval.low, 0), (figure.interval.high, horizon)):
            if end != edge:
                loose = rounded_by(value) + rounded_by(end)
                least = max(least, (abs(end - value) - loose) / Z)
                most = min(most, (abs(end - value) + loose) / Z)
        return least, most

    def between(self, first, last):
        """The fewest and the most people with a decision after the first day, up to the last."""
        row = self.upto(last) - self.upto(first)
        return self._least(row), -self._least(-row)

    def _least(self, row):
        told = LinearConstraint(np.array(self._rows), self._lows, self._highs)
        whole = np.ones(len(row))
        found = milp(row, constraints=told, integrality=whole, bounds=Bounds(0, self.n))
        assert found.fun is not None, found.message
        return round(found.fun)


def tables_of(result, group, n, *, term, last):
    """What a release shows of a group, as bounds."""
    prefix, found = ("" if group == "A" else "reference-"), Tables(n, np.arange(last + 1))

    def shown(name):
        figure = result.figure(prefix + name, {"groep": "A"})
        return figure if figure is not None and figure.value is not None else None

    if (mean := shown("mean")) is not None:
        found.mean(mean, result.asked["horizon"])
    if (half := shown("median")) is not None:
        _tell_half(found, half)
    if term is not None and (within := shown("within")) is not None:
        found.decided("term", term, *_people(n, within.value))
    for curve in result.drawing.get("curves", ()):
        for day, share in curve["points"][1:] if curve["level"] == group else ():
            found.decided(f"point {day:g}", day, *_people(n, 1 - share))
    return found


def _tell_half(found, half):
    found.crossing("half", half.value, HALF * found.n)
    if half.interval is not None:
        low, high = decided_at_ends(found.n)
        found.crossing("low", half.interval.low, low)
        found.crossing("high", half.interval.high, high)


def _people(n, share):
    return n * (share - 0.005), n * (share + 0.005)


def small_counts(tables, days, *, few=10):
    """Each number of people under ten between two points that is known to fewer than ten values.

    `days` are those of the people. A gap goes up to its last day, with and without that day.
    """
    points = sorted({-1, int(tables.days[-1]), *tables.points.values()})
    for first, last in combinations(points, 2):
        for end in (last, last - 1):
            real = int(((days > first) & (days <= end)).sum())
            if real >= few or not ((tables.days > first) & (tables.days <= end)).any():
                continue
            low, high = tables.between(first, end)
            assert low <= real <= high
            if high - low + 1 < few:
                yield first, end, real, (low, high)
