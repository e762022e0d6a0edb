"""A part that is hidden, and what everybody can work out of it from the others and the whole."""

from fractions import Fraction
from math import ceil, floor

import pytest

import waterpas
from tests.statistics.barometer.tables import GRID, line, published
from tests.statistics.frozen import frozen
from waterpas.measure.barometers.bounds import Line
from waterpas.measure.barometers.closed import FEWEST, WIDTH, closed_lines
from waterpas.measure.barometers.kept import as_tally
from waterpas.measure.barometers.reading import read
from waterpas.results import Count, Question

WHOLE, FEW = "hele organisatie", "klein deel"
ORIGINS = ("NL", "Europa", "buiten Europa")
# Only the last part is small. Its jobs with an origin in Europe follow from the others: exactly 7.
TOLD = [
    (WHOLE, 352, 58, 20, 23),
    ("schaal 1", 74, 51, 23, 26),
    ("schaal 2", 90, 61, 18, 21),
    ("schaal 3", 91, 59, 20, 21),
    ("schaal 4", 55, 60, 20, 20),
]
SMALL = ("schaal 5", 42, 55, 17, 29)


def rows(table):
    return [dict(zip(("onderdeel", "banen", *ORIGINS), row, strict=True)) for row in table]


def pairs(jobs, percents):
    """Every number of jobs of Europe and outside Europe that rounds to these percentages."""
    nl, eu, out = percents
    half = Fraction(1, 2)
    for one in range(ceil((eu - half) * jobs / 100), floor((eu + half) * jobs / 100) + 1):
        for two in range(ceil((out - half) * jobs / 100), floor((out + half) * jobs / 100) + 1):
            if abs(Fraction(100 * (jobs - one - two), jobs) - nl) <= half:
                yield one, two


def left_over(table, jobs):
    """What jobs of Europe a part of so many jobs can have, that is the whole minus the others."""
    (_whole, all_jobs, *whole), *parts = table
    sums = {(0, 0)}
    for _part, some, *percents in parts:
        more = set(pairs(some, percents))
        sums = {(a + c, b + d) for a, b in sums for c, d in more}
    return {
        one - a
        for one, two in pairs(all_jobs, whole)
        for a, b in sums
        if one >= a and two >= b and one - a + two - b <= jobs
    }


def is_told(counts):
    return min(counts) < FEWEST and (len(counts) < WIDTH or max(counts) < FEWEST)


def shown_of(table):
    """The parts of which something is shown, on the platform."""
    lines = read(rows(table), {})
    kept = as_tally(lines.lines, source=lines.source, question=Question())
    return {part for (_year, part, _origin), cell in kept.cells.items() if cell.amount}


def shown_by_release(table):
    released = waterpas.release(waterpas.barometer(rows(table)), audience="internal").result
    return {f.of.get("onderdeel", WHOLE) for f in released.figures if f.value is not None}


def rounded_outwards(self, at):
    """The planted fault: whole numbers just outside the bounds, that nobody has to reckon with."""
    share = self.shares[at]
    return Count(None, floor(self.jobs.low * share.low), ceil(self.jobs.high * share.high))


HIDDEN = ("schaal 5", 42, "x", "x", "x")


@pytest.mark.parametrize("last", [SMALL, HIDDEN], ids=["small", "hidden"])
def test_a_count_that_follows_from_the_others_closes_every_part(last):
    assert left_over(TOLD, 42) == {7}

    assert shown_of([*TOLD, last]) == {WHOLE}
    assert shown_by_release([*TOLD, last]) == {WHOLE}


def test_rounding_outwards_would_leave_the_others(monkeypatch):
    monkeypatch.setattr(Line, "count", rounded_outwards)

    assert shown_of([*TOLD, HIDDEN]) == {row[0] for row in TOLD}


def drawn(draws):
    """Tables of a whole and its parts in whole percentages, of which the last has few jobs."""
    random = frozen([GRID["seed"], 13])
    for _ in range(draws):
        parts = [
            tuple(int(random.randint(low, high)) for low, high in ((60, 400), (12, 40), (12, 40)))
            for _part in range(int(random.randint(1, 6)))
        ]
        few = tuple(int(random.randint(low, high)) for low, high in ((12, 60), (0, 10), (10, 16)))
        yield parts, few


def tables(draws, *, hidden):
    for parts, few in drawn(draws):
        everything = tuple(map(sum, zip(*parts, few, strict=True)))
        if sum(everything) >= 250:
            named = [(WHOLE, everything), *((f"schaal {at}", c) for at, c in enumerate(parts))]
            lines = [line(counts, 0, part=part) for part, counts in named]
            last = line(few, 0, part=FEW, hidden=(0, 1, 2) if hidden else ())
            table = [(part, sum(counts), *map(int, published(counts, 0))) for part, counts in named]
            yield [*lines, last], left_over(table, sum(few)), few


def told_while_shown(draws, *, hidden):
    """In how many tables a small count is told while all others are shown; in how many they are."""
    found = shown = 0
    for lines, counts, few in tables(draws, hidden=hidden):
        assert few[1] in counts
        closed = {part for part, _year in closed_lines(lines, WHOLE)}
        if not closed & {each.part for each in lines[:-1]}:
            shown += 1
            found += is_told(counts)
    return found, shown


@pytest.mark.proof
@pytest.mark.parametrize("hidden", [True, False])
def test_no_hidden_part_is_told_by_the_others(hidden, prove):
    found, _shown = told_while_shown(200 if prove else 40, hidden=hidden)

    assert found == 0


@pytest.mark.proof
def test_rounding_outwards_would_tell_of_hidden_parts(prove, monkeypatch):
    monkeypatch.setattr(Line, "count", rounded_outwards)

    found, shown = told_while_shown(200 if prove else 40, hidden=True)

    assert found > shown / 4 > 0


def test_a_hidden_part_that_nothing_tells_of_leaves_the_others():
    parts = [(2000, 300, 400), (1800, 250, 350)]
    everything, few = tuple(map(sum, zip(*parts, (60, 4, 12), strict=True))), (60, 4, 12)
    lines = [
        line(everything, 0, part=WHOLE),
        *(line(counts, 0, part=f"schaal {at}") for at, counts in enumerate(parts)),
        line(few, 0, part=FEW, hidden=(0, 1, 2)),
    ]

    assert closed_lines(lines, WHOLE) == set()


def test_with_many_parts_a_hidden_one_closes_all():
    """Scales and departments beside each other: more sets than can be tried."""
    parts = [(f"rij {at}", (300, 40, 50)) for at in range(13)]
    everything = (3900 + 60, 520 + 4, 650 + 12)
    lines = [line(everything, 0, part=WHOLE), *(line(c, 0, part=part) for part, c in parts)]

    assert closed_lines(lines, WHOLE) == set()
    hidden = line((60, 4, 12), 0, part=FEW, hidden=(0, 1, 2))
    assert {part for part, _ in closed_lines([*lines, hidden], WHOLE)} == {p for p, _ in parts}


def test_scales_of_which_one_is_left_out_are_found_beside_departments():
    """The whole minus ten scales is the one that is not in the table, with four jobs of Europe."""
    scales = [(f"schaal {at}", (300, 40, 50)) for at in range(10)]
    departments = [(f"afdeling {at}", (743, 94, 121)) for at in range(4)]
    everything = (3000 + 60, 400 + 4, 500 + 12)
    lines = [
        line(everything, 2, part=WHOLE),
        *(line(counts, 2, part=part) for part, counts in (*scales, *departments)),
    ]

    assert len(closed_lines(lines, WHOLE)) == 14
