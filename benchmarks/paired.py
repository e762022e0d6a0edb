"""Two ways to do the same, timed in turn in one run: only their ratio means something."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Work = TypeVar("Work")


@dataclass(frozen=True)
class Paired:
    """The processor time of both in each round, in seconds."""

    ours: Sequence[float]
    theirs: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """How many times as fast ours is, per round, from low to high."""
        both = zip(self.ours, self.theirs, strict=True)
        return sorted(theirs / ours for ours, theirs in both)

    @property
    def ratio(self) -> float:
        """The middle one."""
        return median(self.ratios)


def paired(
    ours: Callable[[Work], object], theirs: Callable[[Work], object], rounds: Iterable[Work]
) -> Paired:
    """Do each piece of work both ways, one after the other: A B A B."""
    times = [(seconds(ours, work), seconds(theirs, work)) for work in rounds]
    return Paired([ours for ours, _ in times], [theirs for _, theirs in times])


def seconds(do: Callable[[Work], object], work: Work) -> float:
    """Processor time, so that other programs on the machine count as little as possible."""
    gc.collect()
    begin = time.process_time()
    do(work)
    return time.process_time() - begin
