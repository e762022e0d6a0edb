"""What a tally is made of: the cell with its counts, and the steps of a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import add
from typing import TypeVar

from waterpas.frozen import Deep, unchanging
from waterpas.results import Count, Question
from waterpas.tallies.moments import Moments, Repeats

Key = tuple[str, ...]
UNKNOWN = "onbekend"


@unchanging
@dataclass(frozen=True, slots=True)
class Step(Deep):
    """One step of a process. `of`: the step whose people could get here; None: everybody.

    `nested`: every one in this step is also in `of`, and the chain multiplies along it. A step
    that is not nested in the next one stands beside the chain. `hit_rate`: only about those who
    were selected, never shown on its own.
    """

    id: str
    label: Mapping[str, str]
    of: str | None = None
    nested: bool = True
    hit_rate: bool = False
    question: Question | None = None


@unchanging
@dataclass(frozen=True, slots=True)
class Cell:
    """The people of one combination of levels.

    n : people (or rows) with a known outcome; cases : those with the outcome; unknown : people
    whose outcome is missing, not in n; amount : moments of the amount; steps : people in each
    step of a chain; repeats : sums over persons, where one person can stand in several rows.
    """

    n: Count
    cases: Count | None = None
    unknown: int = 0
    amount: Moments | None = None
    steps: tuple[Count, ...] = ()
    repeats: Repeats | None = None

    def __add__(self, other: "Cell") -> "Cell":
        return Cell(
            n=self.n + other.n,
            cases=_both(self.cases, other.cases),
            unknown=self.unknown + other.unknown,
            amount=_both(self.amount, other.amount),
            steps=tuple(map(add, self.steps, other.steps)),
            repeats=_both(self.repeats, other.repeats),
        )


Part = TypeVar("Part", Count, Moments, Repeats)


def _both(a: Part | None, b: Part | None) -> Part | None:
    if a is None or b is None:
        return a if b is None else b
    return a + b
