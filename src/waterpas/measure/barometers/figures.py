"""The figures of one line: its shares, and how far from the whole, elsewhere and before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from waterpas.measure.barometers.bounds import (
    LEVELS,
    Line,
    Share,
    apart,
    apart_of_all,
    shares_of,
)
from waterpas.results import Count, Figure, Interval, People, Suppressed

ORIGIN, YEAR = "herkomst", "jaar"
BOUNDS = "rounding bounds"
NOT_KNOWN = Count(None, 0, 10**9)
NOBODY = People(Count.exact(0))
HIDDEN = Suppressed("hidden")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a line is laid beside: the whole, the same line before, and elsewhere.

    `closed`: whether the line may not be shown to others; `not_found`: up to which part of the
    people Statistics Netherlands did not find.
    """

    of: Mapping[str, str]
    whole: Line | None
    before: Line | None
    elsewhere: Mapping[str, tuple[Decimal, int]]
    not_found: Fraction
    is_whole: bool
    closed: bool


def figures_of(line: Line, beside: Beside) -> Iterator[Figure]:
    """All figures about one line."""
    for at, level in enumerate(LEVELS):
        of = {**beside.of, ORIGIN: level}
        for figure in _figures(at, line, beside):
            yield replace(figure, of=of)


def _figures(at: int, line: Line, beside: Beside) -> Iterator[Figure]:
    share, level = line.shares[at], LEVELS[at]
    people, also = (_jobs(line),), _told(line, closed=beside.closed)
    yield _share("share", share, people, also)
    if share.value is None:
        return
    if beside.whole is not None:
        whole = beside.whole.shares[at]
        told = (*also, *_told(beside.whole))
        yield _difference("whole-difference", share, whole, apart(share, whole), people, told)
    if level in beside.elsewhere:
        there = _elsewhere(*beside.elsewhere[level])
        if beside.is_whole:
            yield _share("elsewhere", there, (), ())
        between = apart(share, there)
        yield _difference("elsewhere-difference", share, there, between, people, also)
    if beside.before is not None:
        yield from _change(at, line, beside.before, beside, also)


def _change(
    at: int, line: Line, before: Line, beside: Beside, also: tuple[People, ...]
) -> Iterator[Figure]:
    """The share before, and how it changed: by rounding only, and with who was not found."""
    now, then = line.shares[at], before.shares[at]
    told, people = (*also, *_told(before)), (_jobs(line),)
    yield _share("earlier", then, (_jobs(before),), told)
    yield _difference("change", now, then, apart(now, then), people, told)
    between = apart_of_all(now, then, not_found=beside.not_found)
    yield _difference("change-of-all", now, then, between, people, told)


def _share(name: str, share: Share, people: tuple[People, ...], also: tuple[People, ...]) -> Figure:
    if share.value is None:
        return Figure(name, "rate", None, method=BOUNDS, suppressed=HIDDEN)
    value = float(min(max(share.value, share.low), share.high))
    return Figure(name, "rate", value, share.interval, method=BOUNDS, people=people, also=also)


def _difference(
    name: str,
    one: Share,
    other: Share,
    between: Interval,
    people: tuple[People, ...],
    also: tuple[People, ...],
) -> Figure:
    if one.value is None or other.value is None:
        return Figure(name, "difference", None, method=BOUNDS, suppressed=HIDDEN)
    value = float(one.value - other.value)
    held = min(max(value, between.low), between.high)
    return Figure(name, "difference", held, between, method=BOUNDS, people=people, also=also)


def _jobs(line: Line) -> People:
    return People(line.jobs or NOT_KNOWN)


def _told(line: Line, *, closed: bool = False) -> tuple[People, ...]:
    """All jobs of a line by origin: one share tells the others. A closed line tells of somebody."""
    jobs = line.jobs or NOT_KNOWN
    counts = [line.count(at) for at, share in enumerate(line.shares) if not share.is_hidden]
    return (*(People(jobs, count) for count in counts), *((NOBODY,) if closed else ()))


def _elsewhere(percent: Decimal, decimals: int) -> Share:
    share, _rest = shares_of((percent, None), decimals=decimals)
    return share
