"""Which lines may not be shown: because a group in them is small, or because they tell of one."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from waterpas.measure.barometers.bounds import EVERYTHING, LEVELS, NOTHING, Line, Share
from waterpas.results import Count

FEWEST = 10
WIDTH = 10  # a small count that is left with fewer possible values is as good as told
EVERY_SET = 12  # with so many parts every set of them is taken off; with more only small ones
SOME_PARTS = 3

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a line when others are taken off it: jobs in all, and per origin."""

    jobs: Count
    counts: tuple[Count, ...]


def closed_lines(lines: Sequence[Line], whole: str | None, *, fewest: int = FEWEST) -> set[Name]:
    """The lines that may not be shown, by part and year.

    Answers: "which lines tell of fewer than `fewest` jobs of one origin, alone or with the lines
    beside them?" A line is closed when the number of its jobs is not known, when an origin has few
    jobs in it, or when one hidden share follows from the two others. Further lines are closed, the
    smallest first, as long as what is left of a line after taking others off it tells a small count
    to within `WIDTH` values, and as long as who came and who went tell each other. The line of the
    whole stays, unless it is small itself: it is on the website of Statistics Netherlands.

    It does not know what was shown of the same jobs before.
    """
    closed = {_name(line) for line in lines if _is_small(line, fewest)}
    while more := _next(lines, whole, closed, fewest):
        closed.add(_name(more))
    return closed


def without_closed(lines: Sequence[Line], closed: Set[Name]) -> tuple[Line, ...]:
    """The lines, those that are closed with all three shares hidden."""
    hidden = tuple(Share(None, NOTHING, EVERYTHING) for _ in LEVELS)
    return tuple(replace(line, shares=hidden) if _name(line) in closed else line for line in lines)


def _name(line: Line) -> Name:
    return line.part, line.year


def _is_small(line: Line, fewest: int) -> bool:
    """Whether a share of it tells of jobs that may be few; three hidden shares tell nothing."""
    if line.hidden == len(LEVELS):
        return False
    if line.jobs is None or line.hidden == 1:
        return True
    counts = [line.count(at) for at, share in enumerate(line.shares) if not share.is_hidden]
    hidden = _less(line.jobs, counts)
    return any(count.low < fewest for count in (*counts, *([hidden] if line.hidden else [])))


def _next(lines: Sequence[Line], whole: str | None, closed: Set[Name], fewest: int) -> Line | None:
    """The next line to close; None: nothing tells anything any more."""
    shown = [line for line in lines if _name(line) not in closed and line.hidden < len(LEVELS)]
    parts = [line for line in shown if line.part != whole]
    for line in shown:
        for taken in _sets(_may_lie_in(line, lines, parts, whole)):
            left = _left(line, taken)
            if left is not None and _tells(left, fewest):
                return _smallest([*taken, *([line] if line.part != whole else [])])
    return _beside_closed(lines, whole, parts, closed)


def _may_lie_in(
    line: Line, lines: Sequence[Line], parts: Sequence[Line], whole: str | None
) -> list[Line]:
    """The parts that could be parts of this line: not those beside which it divides the whole."""
    others = [each for each in parts if each is not line and each.year == line.year]
    if line.part == whole:
        return others
    all_parts = [each for each in lines if each.part != whole and each.year == line.year]
    divisions = list(_divisions(all_parts, _whole_of(line, lines, whole)))
    return [
        each
        for each in others
        if not any(line in division and each in division for division in divisions)
    ]


def _whole_of(line: Line, lines: Sequence[Line], whole: str | None) -> Line | None:
    return next((each for each in lines if (each.part, each.year) == (whole, line.year)), None)


def _divisions(parts: Sequence[Line], whole: Line | None) -> Iterator[Sequence[Line]]:
    """Sets of parts that are together as large as the whole; all of them, if they fit in it."""
    if whole is None:
        return
    jobs = _all_jobs(whole)
    for some in (parts, *_sets(parts)):
        low = sum(_all_jobs(each).low for each in some)
        high = sum(_all_jobs(each).high for each in some)
        if low <= jobs.high and (some is parts or high >= jobs.low):
            yield some


def _sets(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Sets of lines that could be taken off another."""
    sizes = range(1, len(lines) + 1)
    if len(lines) > EVERY_SET:
        sizes = range(1, SOME_PARTS + 1)
        yield tuple(lines)
    for size in sizes:
        yield from combinations(lines, size)


def _smallest(lines: Sequence[Line]) -> Line:
    return min(lines, key=lambda line: line.jobs.low if line.jobs else 0)


def _left(line: Line, taken: Sequence[Line]) -> Left | None:
    """What is left of a line; None: these are no parts of it, or nothing has to be left."""
    jobs = _less(_all_jobs(line), [_all_jobs(each) for each in taken])
    if jobs.low <= 0:
        return None
    raw = [_less(line.count(at), [t.count(at) for t in taken]) for at in range(len(LEVELS))]
    counts = [Count(None, max(0, c.low), min(c.high, jobs.high)) for c in raw]
    counts = [_held(at, counts, jobs) for at in range(len(counts))]
    return Left(jobs, tuple(counts)) if all(c.low <= c.high for c in counts) else None


def _all_jobs(line: Line) -> Count:
    return line.jobs or Count(None, 0, 0)


def _less(count: Count, taken: Sequence[Count]) -> Count:
    return Count(
        None,
        count.low - sum(each.high for each in taken),
        count.high - sum(each.low for each in taken),
    )


def _held(at: int, counts: Sequence[Count], jobs: Count) -> Count:
    """One count, held in by what the others leave of all jobs."""
    others = [count for place, count in enumerate(counts) if place != at]
    low = jobs.low - sum(count.high for count in others)
    high = jobs.high - sum(count.low for count in others)
    return Count(None, max(counts[at].low, low), min(counts[at].high, high))


def _tells(left: Left, fewest: int) -> bool:
    """Whether a count that may be small is known closer than its jobs alone would say."""
    return any(
        count.low < fewest
        and count.high - count.low + 1 < WIDTH
        and (count.low, count.high) != (0, left.jobs.high)
        for count in left.counts
    )


def _beside_closed(
    lines: Sequence[Line], whole: str | None, parts: Sequence[Line], closed: Set[Name]
) -> Line | None:
    """A part that tells of a closed one: the same part in another year, or who came and who went.

    In two years the whole grew by who came minus who went. So of two parts that differ by as many
    jobs as the whole grew, one tells the other.
    """
    gone = [line for line in lines if _name(line) in closed and line.part != whole]
    grown = list(_grown(lines, whole))
    for line in parts:
        for other in gone:
            if line.part == other.part or (
                line.year == other.year and any(_fits(line, other, by) for by in grown)
            ):
                return line
    return None


def _grown(lines: Sequence[Line], whole: str | None) -> Iterator[Count]:
    """By how many jobs the whole grew between two years, up or down."""
    found = [line.jobs for line in lines if line.part == whole and line.jobs]
    for one, other in combinations(found, 2):
        yield _less(one, [other])
        yield _less(other, [one])


def _fits(line: Line, other: Line, grown: Count) -> bool:
    difference = _less(_all_jobs(line), [_all_jobs(other)])
    return difference.low <= grown.high and grown.low <= difference.high
