"""Where the outermost counts are enough for the outer interval, and where they are not."""

import random
from functools import partial
from itertools import product
from math import exp, log, sqrt

import numpy as np
import pytest

from tests.statistics.tables import around, counts, ends, exact, pairs
from waterpas.measure.differences import miettinen_nurminen_interval, newcombe_interval
from waterpas.measure.normal import critical_value
from waterpas.measure.ratios import katz_interval, score_ratio_interval
from waterpas.measure.rounding import STEADY, outer_interval
from waterpas.results import Count


def katz_by_trying_every_value(table, level):
    """Every pair at once, with arrays, for wide ranges."""
    group, reference = (np.array(pairs(*side), float) for side in (table[:2], table[2:]))
    middle = np.log(group[:, 0] / group[:, 1])[:, None] - np.log(reference[:, 0] / reference[:, 1])
    variance = (1 / group[:, 0] - 1 / group[:, 1])[:, None]
    variance = variance + 1 / reference[:, 0] - 1 / reference[:, 1]
    reach = critical_value(level) * np.sqrt(np.maximum(variance, 0))
    return float(np.exp((middle - reach).min())), float(np.exp((middle + reach).max()))


def nearly_all(chance):
    """A group in which nearly everybody is a case: where the corners are not enough for Katz."""
    people = chance.randint(1, chance.choice([5, 20, 300, 3000]))
    cases = max(
        1, people - chance.choice([0, 1, 2, chance.randint(0, 9), chance.randint(0, people)])
    )
    low, high, fewer, more = (chance.choice([0, 1, 2, 3, 5, 9]) for _ in range(4))
    total = Count(people, max(1, people - fewer), people + more)
    return Count(cases, min(max(1, cases - low), total.high), cases + high), total


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95, 0.99, 0.9999])
def test_katz_in_groups_with_nearly_only_cases_is_the_same_as_trying_every_value(level):
    chance = random.Random(f"katz {level}")
    compared = 0
    for _ in range(200):
        table = (*nearly_all(chance), *nearly_all(chance))
        outer = outer_interval(partial(katz_interval, level=level), **counts(table))
        if outer is not None:
            compared += 1
            expected = katz_by_trying_every_value(table, level)
            assert ends(outer) == pytest.approx(expected, rel=1e-10), table
    assert compared > 50


def every_interval(limits, most):
    """Upper ends by cases and people of both groups; minus infinity where nothing is possible."""
    high = np.full([most + 1] * 4, -np.inf)
    for n, m in product(range(1, most + 1), repeat=2):
        for x, y in product(range(n + 1), range(m + 1)):
            interval = limits(**counts((x, n, y, m)))
            high[x, n, y, m] = interval.high if interval else -np.inf
    return high


def lines_that_peak(high):
    """Lines of tables, one count (or cases with people) changing, that are highest in between."""
    axes = [np.moveaxis(high, axis, -1) for axis in range(4)]
    everybody = [np.diagonal(high, axis1=0, axis2=1), np.diagonal(high, axis1=2, axis2=3)]
    found = 0
    for lines in (*axes, *everybody):
        for line in lines.reshape(-1, lines.shape[-1]):
            values = line[np.isfinite(line)]
            if len(values) > 2:
                before = np.minimum.accumulate(values)[:-2]
                after = np.minimum.accumulate(values[::-1])[::-1][2:]
                found += bool((values[1:-1] > np.maximum(before, after) + 1e-9).any())
    return found


@pytest.mark.proof
@pytest.mark.parametrize(
    "limits", [newcombe_interval, miettinen_nurminen_interval, score_ratio_interval]
)
def test_corners_are_enough_for_all_but_katz(limits, prove):
    # The lower ends mirror the upper ends, so these say it for both.
    assert lines_that_peak(every_interval(limits, 24 if prove else 7)) == 0


def test_katz_is_not_called_steady():
    assert katz_interval not in STEADY


def test_a_line_that_peaks_is_found_for_katz():
    assert lines_that_peak(every_interval(katz_interval, 6)) > 0


def test_for_katz_the_corners_alone_would_be_too_narrow():
    # One to four cases of four people, against 14 of 17 to 19: the worst is 3 of 4.
    table = (Count(1, 1, 4), exact(4), exact(14), around(18, 1))
    corners = [katz_interval(**counts((x, 4, 14, m))) for x, m in product((1, 4), (17, 19))]

    outer = outer_interval(katz_interval, **counts(table))

    assert max(corner.high for corner in corners) < outer.high - 0.01
    expected = exp(log(3 / 4 * 19 / 14) + 1.959964 * sqrt(1 / 3 - 1 / 4 + 1 / 14 - 1 / 19))
    assert outer.high == pytest.approx(expected, rel=1e-6)
