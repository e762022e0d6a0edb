"""Exact coverage: how often does an interval hold the truth?

Nothing is drawn. For every table that can occur the library gives its interval, and the binomial
probabilities of the tables whose interval holds the truth are added up. A table for which the
library gives no interval counts as not covered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.stats import binom  # type: ignore[import-untyped] # SciPy ships no types

from waterpas.results import Interval

GRID: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "coverage_grid.yaml").read_text(encoding="utf-8")
)
# The tenth that runs each time: the sizes with few possible tables, at every rate. Together they
# are less than a tenth of all tables; the sizes above it take minutes.
MOST_TABLES = 11_000

Floats = NDArray[np.float64]
Limits = Callable[..., Interval | None]
Truth = Callable[[Floats, Floats], Floats]


@dataclass(frozen=True)
class Coverage:
    """The coverage at every rate (or pair of rates) of the grid, for one size."""

    values: Floats
    rates: Floats

    @property
    def mean(self) -> float:
        return float(self.values.mean())

    @property
    def lowest(self) -> float:
        return float(self.values.min())

    @property
    def lowest_at(self) -> tuple[float, ...]:
        """The rate (or the rate of the group and of the reference) that is covered least.

        The first of those that are equal but for the last digits, so that every machine says the
        same.
        """
        least = self.values <= self.values.min() + 1e-9
        where = np.unravel_index(int(least.argmax()), self.values.shape)
        return tuple(float(self.rates[place]) for place in where)


def sizes_of_one() -> list[int]:
    """Sizes of a single group. Their tables are few: all of them, always."""
    return list(GRID["one_rate"]["sizes"])


def sizes_of_two(*, whole: bool) -> list[tuple[int, int]]:
    """Sizes of a group and its reference: the whole grid, or the tenth."""
    sizes = [(n, m) for n, m in GRID["two_rates"]["sizes"]]
    return [(n, m) for n, m in sizes if whole or (n + 1) * (m + 1) <= MOST_TABLES]


def rates_of(grid: dict[str, Any]) -> Floats:
    """The rates of the grid, evenly spaced."""
    return np.linspace(grid["rates"]["from"], grid["rates"]["to"], grid["rates"]["count"])


@cache
def coverage_of_one(limits: Limits, size: int) -> Coverage:
    """Coverage of the interval of one rate, at every rate of the grid."""
    rates = rates_of(GRID["one_rate"])
    found = [limits(cases, size, level=GRID["level"]) for cases in range(size + 1)]
    low, high = _ends(found)
    inside = (low <= rates[:, None]) & (rates[:, None] <= high)
    return Coverage((_chances(size, rates) * inside).sum(axis=1), rates)


@cache
def coverage_of_two(limits: Limits, sizes: tuple[int, int], truth: Truth) -> Coverage:
    """Coverage of an interval of two groups, at every pair of rates of the grid."""
    rates = rates_of(GRID["two_rates"])
    low, high = (end.reshape(sizes[0] + 1, sizes[1] + 1) for end in _ends(_all(limits, sizes)))
    group, reference = _chances(sizes[0], rates), _chances(sizes[1], rates)
    values = np.empty((len(rates), len(rates)))
    for i, j in np.ndindex(values.shape):
        true = truth(rates[i], rates[j])
        values[i, j] = group[i] @ ((low <= true) & (true <= high)) @ reference[j]
    return Coverage(values, rates)


def _all(limits: Limits, sizes: tuple[int, int]) -> list[Interval | None]:
    n, m = sizes
    return [
        limits(
            group_cases=cases,
            group_total=n,
            reference_cases=reference_cases,
            reference_total=m,
            level=GRID["level"],
        )
        for cases in range(n + 1)
        for reference_cases in range(m + 1)
    ]


def _ends(found: list[Interval | None]) -> tuple[Floats, Floats]:
    """Lower and upper ends; not-a-number where there is no interval, which holds nothing."""
    low = np.array([interval.low if interval else np.nan for interval in found])
    high = np.array([interval.high if interval else np.nan for interval in found])
    return low, high


def _chances(size: int, rates: Floats) -> Floats:
    """How likely each number of cases is, one row per rate."""
    chances: Floats = binom.pmf(np.arange(size + 1), size, rates[:, None])
    return chances
