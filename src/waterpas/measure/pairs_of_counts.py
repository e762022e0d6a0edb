"""Two groups' counts side by side, ready for the closed forms."""

from dataclasses import dataclass
from typing import TypedDict

from waterpas.errors import CountError
from waterpas.results import Count
from waterpas.tallies.moments import Repeats
from waterpas.tallies.tally import Cell
from waterpas.texts import mark


class Counts(TypedDict):
    """The arguments that every interval of two groups takes."""

    group_cases: float
    group_total: float
    reference_cases: float
    reference_total: float


class CountBounds(TypedDict):
    """The same, for counts that were rounded or hidden."""

    group_cases: Count
    group_total: Count
    reference_cases: Count
    reference_total: Count


@dataclass(frozen=True, slots=True)
class Side:
    """One group: what it counts for after allowing for repeated persons."""

    n: Count
    cases: Count
    effective_n: float
    repeats: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a rate: the counts are shown and somebody is there."""
        return self.n.value is not None and self.cases.value is not None and self.n.value > 0

    @property
    def exact(self) -> bool:
        """Whether no count was rounded or hidden."""
        return self.n.is_exact and self.cases.is_exact

    @property
    def hidden(self) -> bool:
        """Whether the source hid one of the counts."""
        return self.n.value is None or self.cases.value is None

    @property
    def counted_cases(self) -> int:
        """The cases, never more than the people: rounding can put one over the other."""
        return min(self.cases.value or 0, self.n.value or 0)

    @property
    def rate(self) -> float:
        """Cases per person."""
        return self.counted_cases / (self.n.value or 1)

    @property
    def effective_cases(self) -> float:
        """The cases that go with the effective number of people."""
        return min(self.rate * self.effective_n, self.effective_n)


def side_of(cell: Cell) -> Side:
    """A cell as one side of a comparison."""
    cases = cell.cases or Count.exact(0)
    if cases.low > cell.n.high:
        raise CountError(
            mark("Er zijn meer mensen met de uitkomst (%(cases)s) dan mensen (%(n)s)."),
            cases=cases.value,
            n=cell.n.value,
        )
    return Side(cell.n, cases, _effective_n(cell), repeats=cell.repeats is not None)


def counts_of(group: Side, reference: Side) -> Counts:
    """Both sides as arguments of an interval."""
    whole = not (group.repeats or reference.repeats)
    if whole:
        return Counts(
            group_cases=group.counted_cases,
            group_total=group.n.value or 0,
            reference_cases=reference.counted_cases,
            reference_total=reference.n.value or 0,
        )
    return Counts(
        group_cases=group.effective_cases,
        group_total=group.effective_n,
        reference_cases=reference.effective_cases,
        reference_total=reference.effective_n,
    )


def bounds_of(group: Side, reference: Side) -> CountBounds:
    """Both sides as arguments of an outer interval."""
    return CountBounds(
        group_cases=group.cases,
        group_total=group.n,
        reference_cases=reference.cases,
        reference_total=reference.n,
    )


def _effective_n(cell: Cell) -> float:
    """People, divided by the design effect of persons who stand in several rows.

    The variance of a ratio mean over persons (Cochran 1977, section 9A), against that of a simple
    count. Where everybody or nobody has the outcome there is no variance to see: then rows of one
    person count as one (Kish: n squared over the sum of squared rows).
    """
    n = cell.n.value or 0
    if cell.repeats is None or n == 0:
        return float(n)
    rate = (cell.cases.value or 0) / n if cell.cases else 0.0
    simple = rate * (1 - rate) / n
    if simple == 0:
        return n * n / cell.repeats.rows_squared
    return n / max(1.0, _clustered_variance(cell.repeats, rate, n) / simple)


def _clustered_variance(sums: Repeats, rate: float, n: int) -> float:
    squares = sums.cases_squared - 2 * rate * sums.cases_by_rows + rate * rate * sums.rows_squared
    correction = sums.persons / (sums.persons - 1) if sums.persons > 1 else 1.0
    return correction * squares / (n * n)
