"""What the reader must know beside the percentages: codes; `explain` has the sentences."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from waterpas.measure.barometers.asked import Years
from waterpas.measure.barometers.bounds import LEVELS, Line
from waterpas.results import Note

RULE_OF_THUMB = 250  # of Statistics Netherlands, for the whole and for each part


def notes_of(every: Sequence[Line], lines: Sequence[Line], whole: Line | None) -> Iterator[Note]:
    """Notes on the lines of one year, among every line that was read."""
    yield _rounding(every)
    yield Note("no-sample")
    if whole is None and len(lines) > 1:
        yield Note("no-whole")
    parts = [line for line in lines if line is not whole]
    small = [line.part for line in parts if line.jobs and line.jobs.high < RULE_OF_THUMB]
    if small:
        yield Note("below-rule", {"levels": tuple(small)})
    if parts and whole and not whole.hidden and all(line.hidden == len(LEVELS) for line in parts):
        yield Note("parts-closed")
    follows = [line.part for line in lines if line.hidden == 1]
    if follows:
        yield Note("one-of-three", {"levels": tuple(follows)})
    if whole is not None and not _fit(parts, whole):
        yield Note("parts-do-not-fit")


def _rounding(lines: Sequence[Line]) -> Note:
    """How the percentages that are not hidden were rounded."""
    found = {line.decimals for line in lines if line.hidden < len(LEVELS)}
    if len(found) > 1:
        return Note("rounded-by-row")
    (decimals,) = found or {0}
    return Note("rounded-to", {"decimals": decimals}) if decimals else Note("rounded-to-whole")


def notes_on_time(years: Years, not_found: Fraction) -> Iterator[Note]:
    """Notes on two years beside each other."""
    if years.before:
        yield Note("not-found", {"lost": round(1000 * not_found)})


def _fit(parts: Sequence[Line], whole: Line) -> bool:
    """Whether parts that are together as large as the whole can have its shares."""
    if not parts or not whole.jobs or not all(part.jobs for part in parts):
        return True
    low = sum(part.jobs.low for part in parts if part.jobs)
    high = sum(part.jobs.high for part in parts if part.jobs)
    if not (low <= whole.jobs.high and whole.jobs.low <= high):
        return True  # they are no division of the whole
    return all(_fits(parts, whole, at) for at in range(len(LEVELS)))


def _fits(parts: Sequence[Line], whole: Line, at: int) -> bool:
    counts = [part.count(at) for part in parts]
    all_jobs = whole.count(at)
    low, high = sum(count.low for count in counts), sum(count.high for count in counts)
    return low <= all_jobs.high and all_jobs.low <= high
