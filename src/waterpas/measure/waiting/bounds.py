"""One group of which counts were rounded or hidden: between what its waiting times lie.

The share still waiting after a day only falls as more people have their decision up to that day,
and never falls as more people are anywhere else. So it is lowest in the table with the most
decisions up to that day and the fewest of everything else, and highest in the opposite one. For
the logarithm of the share changes with one more decision on day s, up to day t, by the sum of
1 / (n - d) - 1 / n over the days before s, minus 1 / n on day s itself; and 1 / (n - d) is at most
1 / n of the next day. What is left is at most -1 / n of the first day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add

from waterpas.measure.waiting.curve import HALF, SAME, Curve, curve_of, restricted_mean
from waterpas.measure.waiting.found import Group
from waterpas.measure.waiting.waits import Ending, Waits, waits_of
from waterpas.results import Count


@dataclass(frozen=True, slots=True)
class Part:
    """The people to whom it ended in one way on one day; how many, was rounded or hidden."""

    day: float
    ending: Ending
    people: Count

    def at(self, *, full: bool) -> int:
        """The most people that there can be, or the fewest."""
        return self.people.high if full else self.people.low


Full = Callable[[Part], bool]  # whether a part is at its highest


@dataclass(frozen=True)
class Bounds:
    """One group, looked at within the horizon: between what everything lies."""

    parts: tuple[Part, ...]
    horizon: float

    def table(self, full: Full) -> Waits:
        """One of the outermost tables: some parts at their highest, the others at their lowest."""
        return waits_of((each.day, each.ending, each.at(full=full(each))) for each in self.parts)

    def at_end(self, day: float, *, soonest: bool) -> Waits:
        """The table in which the share still waiting after a day is lowest, or highest."""
        return self.table(lambda each: (each.ending == "decided" and each.day <= day) == soonest)

    @cached_property
    def fewest(self) -> Group:
        """The table with the fewest people."""
        return Group(self.table(lambda _: False), self.horizon)

    @cached_property
    def curves(self) -> tuple[Curve, Curve]:
        """The lowest and the highest share still waiting after each day: no table has them all.

        So nothing in them is of chance: for that see `error`.
        """
        return self._curve(soonest=True), self._curve(soonest=False)

    def _curve(self, *, soonest: bool) -> Curve:
        import numpy as np

        days = sorted({p.day for p in self.parts if p.ending == "decided" and p.people.high})
        share = [curve_of(self.at_end(day, soonest=soonest)).at(day) for day in days]
        return Curve(np.array(days), np.array(share), np.zeros(len(days)))

    @cached_property
    def means(self) -> tuple[float, float]:
        """The least and the most that the mean days within the horizon can be.

        Wider than strictly needed: each day has its own worst table.
        """
        least, most = (restricted_mean(each, self.horizon).value for each in self.curves)
        return least, most

    @cached_property
    def error(self) -> float:
        """The largest standard error of the mean in three outermost tables.

        In another table it can be a little larger: see docs/methoden/duration.md.
        """
        tables = [self.at_end(self.horizon, soonest=each) for each in (True, False)]
        found = [restricted_mean(curve_of(each), self.horizon).error for each in tables]
        return max(self.fewest.mean.error, *found)

    @cached_property
    def halves(self) -> tuple[float | None, float | None]:
        """The first day on which half may have a decision, and that on which more must; None: no.

        The half of every table lies between them.
        """
        soonest, latest = self.curves
        may = soonest.days[soonest.share <= HALF + SAME].tolist()
        must = latest.days[latest.share < HALF - SAME].tolist()
        return next(iter(may), None), next(iter(must), None)

    def people(self, endings: Mapping[Ending, float] | None = None) -> Count:
        """How many people; of these endings, up to these days."""
        some = (
            each.people
            for each in self.parts
            if endings is None or each.day <= endings.get(each.ending, -1.0)
        )
        return reduce(add, some, Count.exact(0))

    @property
    def smallest(self) -> int:
        """The fewest people that there can be in one part."""
        return min((each.people.low for each in self.parts if each.people.high), default=0)

    def lost_before(self, day: float, *, givers_up: bool) -> bool:
        """Whether somebody may have been lost from sight before this day."""
        lost = {"open", "gave-up"} if givers_up else {"open"}
        return any(p.ending in lost and p.day < day and p.people.high for p in self.parts)
