"""Which lines may not be shown: because a group in them is small, or because they tell of one."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from waterpas.measure.barometers.bounds import EVERYTHING, LEVELS, NOTHING, Line, Share, held
from waterpas.results import Count

FEWEST = 10
WIDTH = 10  # a small count that is left with fewer possible values is as good as told
EVERY_SET = 12  # with so many parts every set is taken off; with more small ones, and runs of rows
SOME_PARTS = 3

Name = tuple[str, str]
Known = Mapping[Name, tuple[Count, ...]]  # per line between what each of its counts lies


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a line when others are taken off it: jobs in all, and per origin."""

    jobs: Count
    counts: tuple[Count, ...]


def closed_lines(lines: Sequence[Line], whole: str | None, *, fewest: int = FEWEST) -> set[Name]:
    """The lines that may not be shown, by part and year.

    Answers: "which lines tell of fewer than `fewest` jobs of one origin, alone or with the lines
    beside them?" A line is closed when the number of its jobs is not known, when an origin has few
    jobs in it, or when one hidden share follows from the two others. Is a part closed, or tells
    what is shown a small count to within `WIDTH` values, then every part is: what was closed first
    would itself tell something. The line of the whole stays, unless it is small itself: it is on
    the website of Statistics Netherlands.

    It does not know what was shown of the same jobs before.
    """
    small = {_name(line) for line in lines if _is_small(line, fewest)}
    years = {year for _part, year in small}
    parts = [line for line in lines if line.part != whole and line.hidden < len(LEVELS)]
    tells = any(line.year in years for line in parts) or _tell(lines, whole, fewest)
    return small | {_name(line) for line in parts} if tells else small


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


def _tell(lines: Sequence[Line], whole: str | None, fewest: int) -> bool:
    """Whether lines that are not small themselves tell a small count when laid together."""
    shown = [line for line in lines if line.hidden < len(LEVELS)]
    parts = [line for line in shown if line.part != whole]
    partly = [line for line in lines if line.hidden and line.jobs and line.part != whole]
    if _too_many(parts, partly) or _came_or_went(lines, whole, parts):
        return True
    known = {_name(line): _counts(line) for line in shown}
    for line in shown:
        others = _may_lie_in(line, lines, parts, whole)
        hidden = [each for each in partly if each is not line and each.year == line.year]
        counts = known[_name(line)]
        if line.part == whole:
            counts = _narrowed(line, others, known)
        for taken in ((), *_sets(others)):
            left = _left(line, counts, taken, known)
            if left is None:
                continue
            if (taken and _tells(left, fewest)) or _tells_of(left, hidden, taken, fewest):
                return True
    return False


def _too_many(parts: Sequence[Line], partly: Sequence[Line]) -> bool:
    """Whether a part is hidden in a year with more parts than can be tried in every set."""
    years = {line.year for line in partly}
    return any(sum(line.year == year for line in parts) > EVERY_SET for year in years)


def _tells_of(left: Left, hidden: Sequence[Line], taken: Sequence[Line], fewest: int) -> bool:
    """Whether what is left tells of a hidden part that may lie in it."""
    inside = (_within(left, line) for line in hidden if line not in taken)
    return any(each is not None and _tells(each, fewest) for each in inside)


def _within(left: Left, line: Line) -> Left | None:
    """What a hidden part can be when it lies in what is left; None: it does not fit in it."""
    jobs = _all_jobs(line)
    beside = left.jobs.high - jobs.low
    if beside < 0:
        return None
    raw = [
        Count(None, max(own.low, count.low - beside), min(own.high, count.high))
        for own, count in zip(_counts(line), left.counts, strict=True)
    ]
    return _held_left(jobs, raw)


def _counts(line: Line) -> tuple[Count, ...]:
    return tuple(line.count(at) for at in range(len(LEVELS)))


def _narrowed(whole: Line, parts: Sequence[Line], known: Known) -> tuple[Count, ...]:
    """The counts of the whole, held in by parts that are together as large as it."""
    counts, jobs = _counts(whole), _all_jobs(whole)
    for some in _sets(parts):
        together = _sum([_all_jobs(each) for each in some])
        if together.low > jobs.high or together.high < jobs.low:
            continue
        sums = map(_sum, zip(*(known[_name(each)] for each in some), strict=True))
        both = [
            Count(None, max(one.low, other.low), min(one.high, other.high))
            if max(one.low, other.low) <= min(one.high, other.high)
            else one
            for one, other in zip(counts, sums, strict=True)
        ]
        counts = tuple(both)
    return counts


def _sum(counts: Sequence[Count]) -> Count:
    return Count(None, sum(each.low for each in counts), sum(each.high for each in counts))


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
        yield from _runs(lines)
    for size in sizes:
        yield from combinations(lines, size)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Rows that stand together in the table: parts of one kind mostly do."""
    for first, last in combinations(range(len(lines) + 1), 2):
        if last - first > SOME_PARTS:
            yield tuple(lines[first:last])


def _left(line: Line, counts: Sequence[Count], taken: Sequence[Line], known: Known) -> Left | None:
    """What is left of a line; None: these are no parts of it, or nothing has to be left."""
    jobs = _less(_all_jobs(line), [_all_jobs(each) for each in taken])
    if jobs.low <= 0:
        return None
    raw = [_less(c, [known[_name(t)][at] for t in taken]) for at, c in enumerate(counts)]
    return _held_left(jobs, [Count(None, max(0, c.low), min(c.high, jobs.high)) for c in raw])


def _held_left(jobs: Count, raw: Sequence[Count]) -> Left | None:
    """Counts that are together these jobs; None: no counts are."""
    counts = held(raw, jobs)
    return Left(jobs, counts) if all(c.low <= c.high for c in counts) else None


def _all_jobs(line: Line) -> Count:
    return line.jobs or Count(None, 0, 0)


def _less(count: Count, taken: Sequence[Count]) -> Count:
    return Count(
        None,
        count.low - sum(each.high for each in taken),
        count.high - sum(each.low for each in taken),
    )


def _tells(left: Left, fewest: int) -> bool:
    """Whether a count that may be small is known closer than its jobs alone would say.

    At least `WIDTH` values must be left, and some of them of a count that is not small.
    """
    return any(
        count.low < fewest
        and (count.high < fewest or count.high - count.low + 1 < WIDTH)
        and (count.low, count.high) != (0, left.jobs.high)
        for count in left.counts
    )


def _came_or_went(lines: Sequence[Line], whole: str | None, parts: Sequence[Line]) -> bool:
    """Whether a part tells of a hidden one, because of both one is who came and one who went.

    In two years the whole grew by who came minus who went. So of two parts that differ by as many
    jobs as the whole grew, one tells the other.
    """
    hidden = [line for line in lines if line.hidden and line.jobs and line.part != whole]
    grown = list(_grown(lines, whole))
    return any(
        line.year == other.year
        and line is not other
        and any(_fits(line, other, by) for by in grown)
        for line in parts
        for other in hidden
    )


def _grown(lines: Sequence[Line], whole: str | None) -> Iterator[Count]:
    """By how many jobs the whole grew between two years, up or down."""
    found = [line.jobs for line in lines if line.part == whole and line.jobs]
    for one, other in combinations(found, 2):
        yield _less(one, [other])
        yield _less(other, [one])


def _fits(line: Line, other: Line, grown: Count) -> bool:
    difference = _less(_all_jobs(line), [_all_jobs(other)])
    return difference.low <= grown.high and grown.low <= difference.high
