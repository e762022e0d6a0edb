"""The percentages as a tally that may be kept, and back: no small count is ever in it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from waterpas.errors import CallError
from waterpas.measure.barometers.asked import check_source, not_found_of, whole_of, years_of
from waterpas.measure.barometers.bounds import LEVELS, Line, shares_of
from waterpas.measure.barometers.closed import closed_lines, without_closed
from waterpas.measure.barometers.figures import ORIGIN, YEAR
from waterpas.measure.barometers.reading import PART, Reading, decimals_of, outside_of
from waterpas.measure.barometers.result import UNMATCHED, Laid, measured
from waterpas.results import Measured, Question, Source
from waterpas.tallies.cells import Cell, Key
from waterpas.tallies.moments import Moments
from waterpas.tallies.tally import Tally
from waterpas.texts import mark

ALL_JOBS = "alle banen"
PERCENTAGE = "percentage van de banen"
BY = (YEAR, PART, ORIGIN)


def as_tally(lines: Sequence[Line], *, source: Source, question: Question) -> Tally:
    """The lines as cells: per year, part and origin how many jobs that are, and its percentage.

    What may not be shown is not kept: of a line that is closed only the number of its jobs stays.
    """
    closed = closed_lines(lines, whole_of(lines, None))
    cells = dict(cell for line in without_closed(lines, closed) for cell in _cells(line))
    return Tally(
        by=BY,
        cells=cells,
        sources=(source,),
        amount=PERCENTAGE,
        question=question,
        totals=((ORIGIN, ALL_JOBS),),
    )


def _cells(line: Line) -> Iterator[tuple[Key, Cell]]:
    if line.jobs is not None:
        yield (line.year, line.part, ALL_JOBS), Cell(n=line.jobs)
    for at, (level, share) in enumerate(zip(LEVELS, line.shares, strict=True)):
        if share.value is not None:
            percentage = Moments(1, float(100 * share.value), 0.0)
            yield (line.year, line.part, level), Cell(n=line.count(at), amount=percentage)


def of_tally(
    tally: Tally,
    *,
    outside: Mapping[str, object] | None = None,
    outside_source: str | None = None,
    unmatched: float = UNMATCHED,
    **_rest: object,
) -> Measured:
    """The result of percentages that were kept: see `waterpas.barometer`.

    Whom it is compared with is not asked: the parts are laid beside the whole.
    """
    if tally.by != BY or tally.amount != PERCENTAGE:
        raise CallError(
            mark(
                "Dit zijn geen percentages van de Barometer. Neem de percentages over van de "
                "uitkomst die het CBS u gaf."
            )
        )
    lines = tuple(_line(tally, name, row) for name, row in _percents(tally).items())
    laid = Laid(
        years=years_of(lines),
        whole=whole_of(lines, None),
        elsewhere=outside_of(outside),
        source=check_source(outside, outside_source),
        not_found=not_found_of(unmatched),
    )
    return measured(Reading(lines, PART, tally.sources[0]), laid, tally.question)


def _percents(tally: Tally) -> dict[tuple[str, str], list[Decimal | None]]:
    """Per year and part its three percentages, in order; None where it was not kept."""
    found: dict[tuple[str, str], list[Decimal | None]] = {}
    for (year, part, level), cell in tally.cells.items():
        row = found.setdefault((year, part), [None] * len(LEVELS))
        if cell.amount is not None:
            row[LEVELS.index(level)] = _decimal(cell.amount.mean)
    return found


def _decimal(percent: float) -> Decimal:
    """12.0 as 12, and 12.3 as it was: a whole percentage has no decimals."""
    return Decimal(int(percent)) if percent == int(percent) else Decimal(str(round(percent, 6)))


def _line(tally: Tally, name: tuple[str, str], percents: Sequence[Decimal | None]) -> Line:
    year, part = name
    jobs, decimals = tally.cells.get((year, part, ALL_JOBS)), decimals_of(percents)
    shares = shares_of(percents, decimals=decimals)
    return Line(part, year, jobs.n if jobs else None, shares, decimals)
