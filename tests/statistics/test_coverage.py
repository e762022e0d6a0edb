"""Coverage, computed exactly, against the bars that were set before the code was written."""

import math
import re

import numpy as np
import pytest

from tests.statistics.coverage import (
    GRID,
    coverage_of_one,
    coverage_of_two,
    rates_of,
    sizes_of_one,
    sizes_of_two,
)
from tools.coverage_page import PAGE, page, rows_of_one, rows_of_two, two_rates
from waterpas.measure import differences
from waterpas.measure.differences import miettinen_nurminen_interval, newcombe_interval
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.small import ENOUGH_PEOPLE, interval_may_be_too_narrow
from waterpas.results import Interval

pytestmark = pytest.mark.proof

BARS = GRID["bars"]
ANYWHERE = {newcombe_interval: BARS["lowest_newcombe"]}


def below_the_bars(limits, sizes, *, anywhere=0.0):
    """What is too low: the mean of a size, or one pair of rates."""
    found = []
    for pair in sizes:
        coverage = coverage_of_two(limits, pair, np.subtract)
        bar = BARS["lowest_both_50_or_more"] if min(pair) >= 50 else anywhere
        if coverage.mean < BARS["mean_per_size"]:
            found.append(f"mean at {pair}: {coverage.mean:.4f}")
        if coverage.lowest < bar:
            found.append(f"lowest at {pair}: {coverage.lowest:.4f} {coverage.lowest_at}")
    return found


def wilson_below_the_bars(limits):
    means = {size: coverage_of_one(limits, size).mean for size in sizes_of_one()}
    return [size for size, mean in means.items() if mean < BARS["mean_per_size"]]


def test_wilson_reaches_its_bar_at_every_size():
    assert wilson_below_the_bars(wilson_interval) == []


@pytest.mark.parametrize("limits", [newcombe_interval, miettinen_nurminen_interval])
def test_the_intervals_of_a_difference_reach_their_bars(limits, prove):
    sizes = sizes_of_two(whole=prove)

    assert below_the_bars(limits, sizes, anywhere=ANYWHERE.get(limits, 0.0)) == []


def test_the_tenth_holds_groups_below_and_above_fifty_and_unequal_ones():
    tenth, whole = sizes_of_two(whole=False), sizes_of_two(whole=True)

    tables = [sum((n + 1) * (m + 1) for n, m in sizes) for sizes in (tenth, whole)]
    assert 0.05 < tables[0] / tables[1] < 0.1
    assert {min(pair) >= 50 for pair in tenth} == {True, False}
    assert any(n != m for n, m in tenth)


# Positive controls: the same code must find an interval that is known to be wrong.


def wald_of_one(cases, total, *, level):
    rate = cases / total
    reach = 1.959964 * math.sqrt(rate * (1 - rate) / total)
    return Interval(rate - reach, rate + reach, level)


def wald(*, group_cases, group_total, reference_cases, reference_total, level):
    p, q = group_cases / group_total, reference_cases / reference_total
    reach = 1.959964 * math.sqrt(p * (1 - p) / group_total + q * (1 - q) / reference_total)
    return Interval(p - q - reach, p - q + reach, level)


def newcombe_with_swapped_halves(
    *, group_cases, group_total, reference_cases, reference_total, level
):
    """The upper and lower halves of the Wilson intervals, each in the other's place."""
    group = wilson_interval(group_cases, group_total, level=level)
    reference = wilson_interval(reference_cases, reference_total, level=level)
    p, q = group_cases / group_total, reference_cases / reference_total
    below = math.hypot(group.high - p, q - reference.low)
    above = math.hypot(p - group.low, reference.high - q)
    return Interval(p - q - below, p - q + above, level)


def rates_with_the_wrong_coefficient(difference, *, cases, total, other_cases, other_total):
    """The cubic with the cases where the people should be: statsmodels, issue 10269."""
    x1, n1, x2, n2, d = cases, total, other_cases, other_total, difference
    size = n1 + n2
    b = ((n1 + 2 * n2) * d - size - x1 - x2) / (3 * size)
    c = ((x2 * d - size - 2 * x2) * d + x1 + x2) / (3 * size)
    q = b**3 - 1.5 * b * c + x2 * d * (1 - d) / (2 * size)
    p = math.copysign(math.sqrt(max(b * b - c, 0)), q)
    angle = (math.pi + math.acos(max(-1, min(1, q / p**3 if p else 0)))) / 3
    second = min(max(2 * p * math.cos(angle) - b, 0), 1)
    return min(max(second + d, 0), 1), second


def test_a_planted_wald_interval_of_one_rate_is_found():
    assert wilson_below_the_bars(wald_of_one) == [5, 10, 20, 50, 100, 200]


@pytest.mark.parametrize("planted", [wald, newcombe_with_swapped_halves])
def test_a_planted_wrong_interval_of_a_difference_is_found(planted):
    found = below_the_bars(planted, sizes_of_two(whole=False), anywhere=BARS["lowest_newcombe"])

    assert any(line.startswith("mean at") for line in found)
    assert any(line.startswith("lowest at (50, 50)") for line in found)


def test_a_planted_wrong_coefficient_is_found(monkeypatch):
    def planted(**counts):
        return miettinen_nurminen_interval(**counts)

    monkeypatch.setattr(differences, "rates_at_difference", rates_with_the_wrong_coefficient)

    assert below_the_bars(planted, sizes_of_two(whole=False)) != []


def test_a_table_without_an_interval_counts_as_not_covered():
    def sometimes(cases, total, *, level):
        return None if cases == 0 else Interval(0.0, 1.0, level)

    coverage = coverage_of_one(sometimes, 10)

    assert coverage.values == pytest.approx(1 - (1 - coverage.rates) ** 10)


def test_an_interval_of_everything_is_always_right_and_of_nothing_never():
    def everything(*, level, **counts):
        return Interval(-1.0, 1.0, level)

    def nothing(**counts):
        return None

    assert coverage_of_two(everything, (4, 7), np.subtract).lowest == pytest.approx(1)
    assert coverage_of_two(nothing, (4, 7), np.subtract).values.max() == 0


def test_coverage_of_one_rate_is_what_adding_by_hand_gives():
    # Five people, rate 0.5: Wilson holds 0.5 at one to four cases, not at none or all.
    held = [x for x in range(6) if wilson_interval(x, 5).low <= 0.5 <= wilson_interval(x, 5).high]
    coverage = coverage_of_one(wilson_interval, 5)

    assert held == [1, 2, 3, 4]
    assert coverage.rates[249] == pytest.approx(0.5)
    assert coverage.values[249] == pytest.approx(30 / 32)


def test_the_rates_are_those_of_the_grid():
    assert rates_of(GRID["one_rate"])[:2] == pytest.approx([0.002, 0.004])
    assert len(rates_of(GRID["two_rates"])) == 13


# The rule for the note on small numbers.


def test_without_the_note_both_groups_are_large_enough_for_the_bar(prove):
    for limits in (newcombe_interval, miettinen_nurminen_interval):
        for pair in sizes_of_two(whole=prove):
            if not interval_may_be_too_narrow(*pair):
                lowest = coverage_of_two(limits, pair, np.subtract).lowest
                assert lowest >= BARS["lowest_both_50_or_more"]


def test_with_the_note_there_are_sizes_that_stay_below_the_bar():
    lowest = {
        pair: coverage_of_two(newcombe_interval, pair, np.subtract).lowest
        for pair in sizes_of_two(whole=False)
        if interval_may_be_too_narrow(*pair)
    }

    assert min(lowest.values()) < BARS["lowest_both_50_or_more"]


def test_one_small_group_is_enough_for_the_note():
    assert interval_may_be_too_narrow(ENOUGH_PEOPLE - 1, 1_000_000)
    assert interval_may_be_too_narrow(1_000_000, ENOUGH_PEOPLE - 0.5)
    assert interval_may_be_too_narrow(ENOUGH_PEOPLE - 1)
    assert not interval_may_be_too_narrow(ENOUGH_PEOPLE, ENOUGH_PEOPLE)
    assert not interval_may_be_too_narrow(ENOUGH_PEOPLE)


# The page.


def test_the_page_shows_what_is_computed_now(prove):
    text = PAGE.read_text(encoding="utf-8")
    rows = rows_of_one()
    for method in two_rates():
        rows += rows_of_two(method, sizes_of_two(whole=prove))

    assert len(rows) >= len(sizes_of_one()) + 4 * len(sizes_of_two(whole=prove))
    assert [row for row in rows if row not in text.splitlines()] == []


def test_the_page_is_as_it_was_written(prove):
    """Whole under make prove; otherwise without the figures, which the test above samples."""
    text = PAGE.read_text(encoding="utf-8")

    if prove:
        assert text == page(sizes_of_two(whole=True))
    else:
        sample = page(sizes_of_two(whole=False))
        assert [line for line in sample.splitlines() if line not in text.splitlines()] == []
        numbers = [line for line in text.splitlines() if re.match(r"\| \d", line)]
        assert len(numbers) == len(sizes_of_one()) + 4 * len(sizes_of_two(whole=True))
