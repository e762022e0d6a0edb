"""All full combinations together: lme4's published values, and the edges."""

import math

import pytest

from tests.statistics.intersections.generator import COLUMNS, FIRST, decisions
from tests.tallies import tally_of
from waterpas.measure.combinations.groups import full_table
from waterpas.measure.combinations.strata import Strata, strata_of
from waterpas.measure.mixed.data import NotFitted

# lme4::glmer on the 90 counts: null variance, VPC, variance with main effects, PCV.
LME4 = {
    100_000: (0.0333076, 0.010023, 0.0015008, 0.95494),
    1_000_000: (0.0362281, 0.010892, 0.0061755, 0.82954),
}
WORST = {100_000: -0.097, 1_000_000: -0.522}


def ninety(people):
    return full_table(decisions(people), columns=COLUMNS[:3])


def check(people):
    found = strata_of(ninety(people), level=0.95, points=1)
    null, vpc, main, pcv = LME4[people]
    worst = min(found.own, key=lambda each: each.log_odds)

    assert found.null_variance == pytest.approx(null, rel=1e-3)
    assert found.vpc == pytest.approx(vpc, rel=1e-3)
    assert found.main_variance == pytest.approx(main, abs=1e-5)
    assert found.pcv == pytest.approx(pcv, abs=1e-4)
    assert dict(worst.of) == FIRST
    assert worst.log_odds == pytest.approx(WORST[people], abs=1e-3)


def test_the_counts_of_a_hundred_thousand_give_the_values_of_lme4():
    check(100_000)


@pytest.mark.proof
def test_the_counts_of_a_million_give_the_values_of_lme4(prove):
    if prove:
        check(1_000_000)


def test_nine_points_are_close_to_one_where_strata_are_large():
    one, nine = (strata_of(ninety(100_000), level=0.95, points=points) for points in (1, 9))

    assert nine.null_variance == pytest.approx(one.null_variance, rel=2e-3)
    assert nine.vpc == pytest.approx(nine.null_variance / (nine.null_variance + math.pi**2 / 3))
    assert nine.vpc_interval.holds(nine.vpc)


def test_a_small_share_hides_a_hard_hit_minority():
    """A hundred of 24,100 people are never granted anything, and the share is still small."""
    cells = {
        (f"a{i}", f"b{j}"): (500 + 20 * ((7 * i + 3 * j) % 5 - 2), 1000)
        for i in range(4)
        for j in range(6)
    }
    cells["a0", "b0"] = (2, 100)
    found = strata_of(full_table(tally_of(cells, by=("a", "b")), columns=("a", "b")), level=0.95)
    own = {each.of: each for each in found.own}[("a", "a0"), ("b", "b0")]

    assert found.vpc < 0.2
    assert own.points_interval.high < -0.1


def test_strata_that_are_alike_have_no_spread_and_nothing_of_their_own():
    cells = {(f"a{i}", f"b{j}"): (30, 100) for i in range(5) for j in range(5)}
    found = strata_of(full_table(tally_of(cells, by=("a", "b")), columns=("a", "b")), level=0.95)

    assert found.vpc == 0
    assert found.vpc_interval.low == 0
    assert found.pcv is None
    assert not found.differ
    assert found.own == ()


def test_where_the_parts_add_up_everything_disappears():
    def odds(i, j):
        return 1 / (1 + math.exp(-(-1 + 0.4 * i + 0.2 * j)))

    cells = {
        (f"a{i}", f"b{j}"): (round(10_000 * odds(i, j)), 10_000) for i in range(4) for j in range(6)
    }
    found = strata_of(full_table(tally_of(cells, by=("a", "b")), columns=("a", "b")), level=0.95)

    assert isinstance(found, Strata)
    assert found.pcv == pytest.approx(1, abs=1e-3)


def test_fewer_than_twenty_combinations_say_nothing_of_a_spread():
    cells = {(f"a{i}", f"b{j}"): (30 + i, 100) for i in range(3) for j in range(6)}
    found = strata_of(full_table(tally_of(cells, by=("a", "b")), columns=("a", "b")), level=0.95)

    assert found == NotFitted("few-strata")


def test_a_level_that_tells_who_has_the_outcome_is_a_reason_not_a_number():
    cells = {
        (f"a{i}", f"b{j}"): (0 if i == 0 else 40 + 5 * j + i, 100)
        for i in range(5)
        for j in range(5)
    }
    found = strata_of(full_table(tally_of(cells, by=("a", "b")), columns=("a", "b")), level=0.95)

    assert isinstance(found, NotFitted)
    assert found.code in {"separated", "endless-spread", "not-converged"}


def test_a_column_that_follows_from_another_is_a_reason_not_a_number():
    cells = {(f"a{i}", f"b{i}", f"c{j}"): (30 + i + 3 * j, 100) for i in range(5) for j in range(5)}
    table = full_table(tally_of(cells, by=("a", "b", "c")), columns=("a", "b", "c"))

    assert strata_of(table, level=0.95).code == "collinear"
