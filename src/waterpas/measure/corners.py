"""Search the counts that rounding allows: from the outermost ones, uphill."""

from collections.abc import Callable, Iterator
from itertools import product
from math import inf

from waterpas.results import Count, Interval

Pair = tuple[int, int]  # cases and people of one group
Side = tuple[Count, Count]  # between what both may lie
At = Callable[[Pair, Pair], Interval | None]
Worth = Callable[[Pair, Pair], float]

_STEPS = [step for step in product((-1, 0, 1), repeat=2) if step != (0, 0)]


def corners_of(cases: Count, total: Count) -> list[Pair]:
    """The outermost pairs of cases and people that two counts allow.

    Cases are never more than people. Everybody a case is therefore an edge as well; where it
    begins and where it ends are corners.
    """
    fewest = max(total.low, cases.low)
    sizes = {fewest, min(max(fewest, cases.high), total.high), total.high}
    return sorted({(x, n) for n in sizes for x in (cases.low, min(cases.high, n))})


def beyond_corners(at: At, corners: list[list[Pair]], sides: list[Side]) -> Interval:
    """The furthest ends that can be reached uphill from the corners.

    Parameters
    ----------
    at : callable
        The interval at a pair of counts for the group and one for the reference.
    corners, sides : list of two
        The corners of the group and of the reference, and between what their counts lie.

    Returns
    -------
    Interval
        The lowest lower end and the highest upper end that were found.
    """

    def depth(group: Pair, reference: Pair) -> float:
        interval = at(group, reference)
        return -interval.low if interval else -inf

    def height(group: Pair, reference: Pair) -> float:
        interval = at(group, reference)
        return interval.high if interval else -inf

    return Interval(-_furthest(depth, corners, sides), _furthest(height, corners, sides))


def _furthest(worth: Worth, corners: list[list[Pair]], sides: list[Side]) -> float:
    """The best that can be reached uphill, from each corner of each group."""
    groups, references = corners

    def swapped(reference: Pair, group: Pair) -> float:
        return worth(group, reference)

    tops = [_top(worth, pair, references, sides[0]) for pair in groups]
    return max(tops + [_top(swapped, pair, groups, sides[1]) for pair in references])


def _top(worth: Worth, corner: Pair, others: list[Pair], side: Side) -> float:
    """The best that can be reached uphill from this corner, with the other group in its best."""
    best = max(others, key=lambda other: worth(corner, other))
    return _climb(lambda pair: worth(pair, best), corner, side)


def _climb(worth: Callable[[Pair], float], start: Pair, side: Side) -> float:
    """What it is worth at the top that steps of one person lead to."""
    here = worth(start)
    while True:
        best, pair = max((worth(pair), pair) for pair in [start, *_neighbours(start, side)])
        if best <= here:
            return here
        here, start = best, pair


def _neighbours(pair: Pair, side: Side) -> Iterator[Pair]:
    """One person more or less among the cases, the people, or both."""
    cases, total = side
    for more_cases, more_people in _STEPS:
        number, people = pair[0] + more_cases, pair[1] + more_people
        fits = cases.low <= number <= cases.high and total.low <= people <= total.high
        if fits and number <= people:
            yield number, people
