"""How long the people of one group waited, as counts per day and per way in which it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

Ending = Literal["decided", "gave-up", "open"]
ENDINGS: tuple[Ending, ...] = ("decided", "gave-up", "open")
AT_RISK = 10  # fewer people still waiting say too little, and too much about them


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """Days in order, each once, with how many got a decision, gave up, or were last seen then.

    Who is still open on a day was waiting up to and with that day: they are still waiting when the
    decisions of that day fall.
    """

    days: "Numbers"
    decided: "Numbers"
    gave_up: "Numbers"
    still_open: "Numbers"

    @property
    def n(self) -> int:
        """How many people."""
        return int(self.people_by_day.sum())

    @property
    def people_by_day(self) -> "Numbers":
        """How many people there are per day, however it ended."""
        return self.decided + self.gave_up + self.still_open

    @property
    def waiting(self) -> "Numbers":
        """How many people are still waiting just before each of the days ends."""
        left = self.people_by_day
        still: Numbers = left[::-1].cumsum()[::-1]
        return still

    def waiting_on(self, day: float) -> int:
        """How many people waited until this day or longer."""
        return int(self.people_by_day[self.days >= day].sum())

    def waiting_after(self, day: float) -> int:
        """How many people wait longer than this day."""
        return int(self.people_by_day[self.days > day].sum())

    def until(self, day: float, ending: Ending) -> int:
        """To how many people it ended like this on this day or before."""
        some = {"decided": self.decided, "gave-up": self.gave_up, "open": self.still_open}
        return int(some[ending][self.days <= day].sum())

    def lost_before(self, day: float, *, givers_up: bool) -> int:
        """How many people were last seen waiting before this day; those who gave up with them."""
        earlier = self.days < day
        lost = self.still_open[earlier].sum()
        return int(lost + (self.gave_up[earlier].sum() if givers_up else 0))

    def furthest(self) -> float:
        """The last day on which ten people are still waiting; 0: there is none."""
        enough = self.days[self.waiting >= AT_RISK]
        return float(enough[-1]) if len(enough) else 0.0


def waits_of(counts: Iterable[tuple[float, Ending, int]]) -> Waits:
    """Counts (days, how it ended, people), in any order, as one table."""
    import numpy as np

    found: dict[float, list[int]] = {}
    for day, ending, people in counts:
        row = found.setdefault(float(day), [0, 0, 0])
        row[ENDINGS.index(ending)] += people
    days = sorted(day for day, row in found.items() if any(row))
    table = np.array([found[day] for day in days], dtype=float).reshape(len(days), 3)
    return Waits(np.array(days, dtype=float), table[:, 0], table[:, 1], table[:, 2])
