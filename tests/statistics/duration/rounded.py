"""Tables of waiting times whose counts were rounded or hidden, and a case per answer about them."""

from collections.abc import Iterator
from itertools import product

from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, evenly, measured, table
from waterpas.measure.waiting.bounds import Part
from waterpas.measure.waiting.waits import Waits, waits_of

ENDINGS = {DECIDED: "decided", GAVE_UP: "gave-up", OPEN: "open"}


def rounded(rows, *, to=5, **more):
    """The waiting times of counts that were rounded."""
    return measured(table(rows, rounded_to=to), **more)


def fortnights(group, people, *, first=1, later=0, ending=DECIDED):
    """So many people in each of eight fortnights."""
    return evenly(group, [14 * at + later for at in range(first, first + 8)], people, ending)


def every_table(parts: tuple[Part, ...]) -> Iterator[Waits]:
    """Every table with somebody in it that can be behind these counts, one by one."""
    for counts in product(*(range(p.people.low, p.people.high + 1) for p in parts)):
        if any(counts):
            pairs = zip(parts, counts, strict=True)
            yield waits_of((part.day, part.ending, people) for part, people in pairs)


def later(days, *, also=0):
    """Group A decided so many days later, beside some groups like the reference."""
    rows = [*fortnights("A", 150, later=days), *fortnights("B", 300)]
    for at in range(also):
        rows += fortnights(f"C{at}", 150)
    return rounded(rows, horizon=112)


def parted(mine, other, *, early, also=0, **more):
    """So many of 1,000 on an early day, however they ended; the others decided later."""
    rows = []
    for group, some in [("A", mine), ("B", other), *((f"C{at}", other) for at in range(also))]:
        rows += [(group, 10, early, some)]
        rows += evenly(group, range(30, 80, 10), (1000 - some) // 5)
    return rounded(rows, **more)


def on_time(mine, other, **more):
    return parted(mine, other, early=DECIDED, term=20, **more)


def gone(mine, other, **more):
    return parted(mine, other, early=GAVE_UP, **more)


FEW = [("A", 5, DECIDED, 5), *fortnights("B", 90)]
CASES = {
    "cannot-hidden": lambda: measured(table([*fortnights("A", None), *fortnights("B", 90)])),
    "cannot-rounded": lambda: rounded(FEW),
    "longer-rounded": lambda: rounded([*fortnights("A", 50, first=4), *fortnights("B", 90)]),
    "shorter-rounded": lambda: rounded([*fortnights("A", 50), *fortnights("B", 90, first=4)]),
    "perhaps-longer-rounded": lambda: later(4, also=8),
    "perhaps-shorter-rounded": lambda: later(-3, also=8),
    "not-shown-rounded": lambda: later(0),
    "within-more-rounded": lambda: on_time(500, 300),
    "within-less-rounded": lambda: on_time(300, 500),
    "perhaps-within-more-rounded": lambda: on_time(365, 300, also=6),
    "perhaps-within-less-rounded": lambda: on_time(300, 365, also=6),
    "within-not-shown-rounded": lambda: on_time(300, 300),
    "within-cannot-rounded": lambda: rounded(FEW, term=5),
    "gave-up-more-rounded": lambda: gone(500, 300),
    "gave-up-less-rounded": lambda: gone(300, 500),
    "perhaps-gave-up-more-rounded": lambda: gone(365, 300, also=6),
    "perhaps-gave-up-less-rounded": lambda: gone(300, 365, also=6),
    "gave-up-not-shown-rounded": lambda: gone(300, 300),
    "gave-up-cannot-rounded": lambda: rounded([("A", 5, GAVE_UP, 5), *FEW[1:]]),
}
