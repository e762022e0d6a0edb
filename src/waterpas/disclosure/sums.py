"""Totals over a hidden group: from a total and its other parts the hidden one could be counted."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from math import prod
from operator import add

from waterpas.codebooks.words import is_total
from waterpas.results import Count

# With so many groups every sum is tried. With more, some sum fits by chance: then only all others
# together, the groups that stand beside it, and (up to forty groups) two or three of them.
EVERY_SUM = 12
SOME_SUMS = 40
SURE = 20

Key = tuple[str, ...]
Counts = tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """Cells that differ in one column only, in order, and which of them are hidden."""

    place: int
    counts: Mapping[Key, Counts]
    hidden: Set[Key]


def totals_over_hidden(
    counts: Mapping[Key, Counts], hidden: Set[Key], *, minimum: int
) -> frozenset[Key]:
    """The cells that are shown and are, or could be, the sum of cells among which one is hidden.

    Answers: "which cells tell, with the other cells of their row or column, what a hidden one
    holds?" It goes by the counts, whatever anybody says about them, and by the words for a total.
    A cell that goes because of this is hidden itself, so that a total of totals goes as well.

    `counts` has per cell (a level per column) how many people, and how many with each outcome. Of
    rounded counts a sum is taken for one when it would tell the hidden count to within less than
    twice the minimum, or when so much fits that it can hardly be chance.
    """
    found: set[Key] = set()
    while more := set(_found(counts, hidden | found, minimum)):
        found |= more
    return frozenset(found)


def _found(counts: Mapping[Key, Counts], hidden: Set[Key], minimum: int) -> Iterator[Key]:
    for line in _lines(counts, hidden):
        shown = [key for key in line.counts if key not in hidden]
        yield from (key for key in shown if _is_total_over_hidden(key, line, minimum))


def _lines(counts: Mapping[Key, Counts], hidden: Set[Key]) -> Iterator[_Line]:
    """The lines along each column in which something is hidden that somebody is in."""
    lines: dict[tuple[int, Key], dict[Key, Counts]] = {}
    for key, value in counts.items():
        for place in range(len(key)):
            rest = (*key[:place], *key[place + 1 :])
            lines.setdefault((place, rest), {})[key] = value
    for (place, _rest), line in lines.items():
        gone = {key for key in line if key in hidden and line[key][0].high > 0}
        if gone:
            yield _Line(place, line, gone)


def _is_total_over_hidden(key: Key, line: _Line, minimum: int) -> bool:
    if is_total(key[line.place]):
        return True
    others = [each for each in line.counts if each != key]
    ours = line.counts[key]
    for parts, tries in _sums(key, others, line):
        total = _total(parts, line)
        if all(map(_meet, ours, total)) and (
            _tells(ours, parts, line, minimum) or _surprise(ours, total) >= SURE * tries
        ):
            return True
    return False


def _sums(key: Key, others: list[Key], line: _Line) -> Iterator[tuple[Sequence[Key], int]]:
    """Groups with a hidden one among them that could make up this cell; of how many tries."""
    if len(others) > 1:
        yield others, 1
    for parts in _beside(key, line):
        yield parts, len(others) ** 2
    if len(line.counts) <= EVERY_SUM:
        for parts in _subsets(line.counts[key], others, line, most=len(others)):
            yield parts, 2 ** len(others)
    elif len(line.counts) <= SOME_SUMS:
        for parts in _subsets(line.counts[key], others, line, most=3):
            yield parts, len(others) ** 3


def _beside(key: Key, line: _Line) -> Iterator[Sequence[Key]]:
    """The groups right after this one, or right before it, as long as they fit in it."""
    keys = list(line.counts)
    at = keys.index(key)
    for side in (keys[at + 1 :], keys[:at][::-1]):
        low = 0
        for size, part in enumerate(side, start=1):
            low += line.counts[part][0].low
            if low > line.counts[key][0].high:
                break
            if size > 1 and not line.hidden.isdisjoint(side[:size]):
                yield side[:size]


def _subsets(
    ours: Counts, others: list[Key], line: _Line, *, most: int
) -> Iterator[tuple[Key, ...]]:
    """Two groups or more that fit in this cell, a hidden one among them."""
    largest_first = sorted(
        others, key=lambda each: (each in line.hidden, -line.counts[each][0].low)
    )

    def grown(
        parts: tuple[Key, ...], start: int, left: tuple[int, ...]
    ) -> Iterator[tuple[Key, ...]]:
        if len(parts) > 1 and parts[-1] in line.hidden:  # the hidden ones come last
            yield parts
        if len(parts) == most:
            return
        for at in range(start, len(largest_first)):
            each = largest_first[at]
            rest = tuple(a - c.low for a, c in zip(left, line.counts[each], strict=True))
            if min(rest) >= 0:
                yield from grown((*parts, each), at + 1, rest)

    yield from grown((), 0, tuple(count.high for count in ours))


def _total(parts: Sequence[Key], line: _Line) -> Counts:
    columns = zip(*(line.counts[each] for each in parts), strict=True)
    return tuple(reduce(add, column) for column in columns)


def _meet(one: Count, other: Count) -> bool:
    return one.low <= other.high and other.low <= one.high


def _tells(ours: Counts, parts: Sequence[Key], line: _Line, minimum: int) -> bool:
    """Whether a count of what is hidden would be known to within less than twice the minimum."""
    known = [ours, *(line.counts[each] for each in parts if each not in line.hidden)]
    loose = [sum(count.high - count.low for count in column) for column in zip(*known, strict=True)]
    return bool(min(loose) < 2 * minimum)


def _surprise(ours: Counts, total: Counts) -> float:
    """How many values the counts could have had, for each that would pass as the sum."""
    return prod(
        max(1.0, (one.value or 0) / (1 + one.high - one.low + other.high - other.low))
        for one, other in zip(ours, total, strict=True)
    )
