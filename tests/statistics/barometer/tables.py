"""True tables of jobs written out in full, and as percentages as they would be published."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import yaml

from waterpas.measure.barometers.bounds import Line, shares_of
from waterpas.results import Count

GRID = yaml.safe_load((Path(__file__).parent / "coverage_grid.yaml").read_text())
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN)


def divided(jobs, into=3):
    """Every way to divide so many jobs over so many groups."""
    if into == 1:
        yield (jobs,)
        return
    for first in range(jobs + 1):
        for rest in divided(jobs - first, into - 1):
            yield (first, *rest)


def published(counts, decimals, *, hidden=(), how=ROUND_HALF_UP):
    """The percentages of these counts, rounded, and None where they are hidden."""
    total, step = sum(counts), Decimal(1).scaleb(-decimals)
    exact = (Decimal(100 * count) / Decimal(total) for count in counts)
    return tuple(
        None if at in hidden else percent.quantize(step, rounding=how)
        for at, percent in enumerate(exact)
    )


def true_shares(counts):
    """The shares of these counts, exactly."""
    return tuple(Fraction(count, sum(counts)) for count in counts)


def line(counts, decimals, *, part="deel", year="", hidden=(), how=ROUND_HALF_UP):
    """A line as it is read of such a publication."""
    shares = shares_of(published(counts, decimals, hidden=hidden, how=how), decimals=decimals)
    return Line(part, year, Count.exact(sum(counts)), shares)


def tenth(items, *, whole):
    """All of them under proof, otherwise a fixed tenth."""
    return list(items) if whole else list(items)[::10]
