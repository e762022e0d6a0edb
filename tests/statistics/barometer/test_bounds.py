"""The bounds always hold the truth: every table of the grid, not a sample of them."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from tests.statistics.barometer.tables import (
    GRID,
    ROUNDINGS,
    divided,
    line,
    published,
    tenth,
    true_shares,
)
from waterpas.measure.barometers.bounds import apart, apart_of_all, shares_of
from waterpas.results import Interval


def missed_in_one_part(narrow=lambda share: share, *, whole):
    """Of how many shares in the grid the truth lies outside, of how many."""
    cell, missed, tried = GRID["one_part"], 0, 0
    for jobs, decimals, hidden, how in product(
        cell["jobs"], cell["decimals"], cell["hidden"], ROUNDINGS
    ):
        for counts in tenth(divided(jobs), whole=whole):
            found = shares_of(
                published(counts, decimals, hidden=hidden, how=how), decimals=decimals
            )
            for share, truth in zip(map(narrow, found), true_shares(counts), strict=True):
                tried += 1
                missed += not share.low <= truth <= share.high
    return missed, tried


def half_as_wide(share):
    """A planted fault: bounds that are half as wide as they must be."""
    if share.value is None:
        return share
    middle = (share.low + share.high) / 2
    return replace(share, low=(share.low + middle) / 2, high=(share.high + middle) / 2)


@pytest.mark.proof
def test_the_true_share_always_lies_in_its_bounds(prove):
    missed, tried = missed_in_one_part(whole=prove)

    assert missed == 0
    assert tried > (80_000 if prove else 8_000)


@pytest.mark.proof
def test_bounds_that_are_too_narrow_would_be_found(prove):
    missed, _tried = missed_in_one_part(half_as_wide, whole=prove)

    assert missed > 100


def missed_of_parts(measured, *, whole):
    """Of how many differences between part and whole the truth lies outside, of how many."""
    cell, missed, tried = GRID["part_of_whole"], 0, 0
    for (one, other), decimals in product(cell["jobs"], cell["decimals"]):
        pairs = product(divided(one), divided(other))
        for part, rest in tenth(pairs, whole=whole):
            everything = tuple(map(sum, zip(part, rest, strict=True)))
            mine, theirs = line(part, decimals), line(everything, decimals)
            truths = zip(true_shares(part), true_shares(everything), strict=True)
            for at, (one_true, all_true) in enumerate(truths):
                tried += 1
                between = measured(mine.shares[at], theirs.shares[at])
                missed += not between.holds(float(one_true - all_true))
    return missed, tried


@pytest.mark.proof
def test_the_true_difference_with_the_whole_always_lies_in_its_bounds(prove):
    missed, tried = missed_of_parts(apart, whole=prove)

    assert missed == 0
    assert tried > (7_000 if prove else 700)


@pytest.mark.proof
def test_the_bounds_of_one_side_only_would_be_found(prove):
    def one_side(mine, theirs):
        value = theirs.value or Fraction(0)
        return Interval(float(mine.low - value), float(mine.high - value))

    missed, _tried = missed_of_parts(one_side, whole=prove)

    assert missed > 50


@pytest.mark.proof
def test_the_true_change_between_two_years_always_lies_in_its_bounds(prove):
    cell, tried = GRID["two_years"], 0
    for (first, then), decimals in product(cell["jobs"], cell["decimals"]):
        for before, now in tenth(product(divided(first), divided(then)), whole=prove):
            was, is_ = line(before, decimals), line(now, decimals)
            for at in range(3):
                truth = float(true_shares(now)[at] - true_shares(before)[at])
                assert apart(is_.shares[at], was.shares[at]).holds(truth)
                tried += 1
    assert tried > (10_000 if prove else 1_000)


def with_lost(found, lost):
    """Every table of everybody, of which these were found and so many were not."""
    for gone in divided(lost):
        yield tuple(map(sum, zip(found, gone, strict=True)))


@pytest.mark.proof
def test_the_true_change_of_everybody_lies_in_the_bounds_with_who_was_not_found(prove):
    cell, tried = GRID["not_found"], 0
    for jobs, lost, decimals in product(cell["jobs"], cell["lost"], cell["decimals"]):
        part = Fraction(lost, jobs + lost)
        for before, now in tenth(product(divided(jobs), divided(jobs)), whole=prove)[::7]:
            was, is_ = line(before, decimals), line(now, decimals)
            pairs = product(with_lost(before, lost), with_lost(now, lost))
            for all_before, all_now in pairs:
                for at in range(3):
                    truth = float(true_shares(all_now)[at] - true_shares(all_before)[at])
                    between = apart_of_all(is_.shares[at], was.shares[at], not_found=part)
                    assert between.low - 1e-12 <= truth <= between.high + 1e-12
                    tried += 1
    assert tried > (100_000 if prove else 10_000)


def test_three_shares_that_no_jobs_can_have_are_refused():
    with pytest.raises(ValueError, match="Decimal"):
        shares_of(published((79, 9, 12), 0)[:2] + published((1, 1, 8), 0)[2:], decimals=0)


def test_what_two_shares_leave_bounds_the_third():
    """80 + 9 + 12 is 101: then the largest was rounded up, and lies below 80."""
    from decimal import Decimal

    first, *_rest = shares_of([Decimal(80), Decimal(9), Decimal(12)], decimals=0)

    assert (first.low, first.high) == (Fraction(795, 1000), Fraction(800, 1000))


def test_without_who_was_not_found_the_change_is_that_of_rounding_only():
    was, is_ = line((70, 20, 10), 0), line((60, 20, 20), 0)

    for one, other in zip(is_.shares, was.shares, strict=True):
        assert apart_of_all(one, other, not_found=Fraction(0)) == apart(one, other)
