"""How often a difference is claimed where there is none, and found where one was planted."""

import math

import numpy as np
import pytest

from tests.statistics.adjusted.coverage import GRID
from tests.tallies import tally_of
from waterpas.measure.adjusted import adjusted
from waterpas.measure.groups import compare_groups
from waterpas.results import Certainty

pytestmark = pytest.mark.proof

SEARCH = GRID["search"]
STRATA = "abc"


def drawn(generator, groups, *, planted=0.0):
    """Groups that are composed differently; in the last one a difference in every stratum."""
    cells = {}
    for at in range(groups):
        shares = SEARCH["compositions"][at % len(SEARCH["compositions"])]
        people = generator.multinomial(SEARCH["people"], shares)
        rates = np.array(SEARCH["strata_rates"])
        if at == groups - 1:
            rates = rates + planted
        cases = generator.binomial(people, rates)
        for stratum, x, n in zip(STRATA, cases, people, strict=True):
            cells[(f"g{at}", stratum)] = (int(x), int(n))
    return tally_of(cells, by=("groep", "soort"))


def claims(tally):
    """The groups of which a difference is claimed, and those said not to be alike everywhere."""
    result = adjusted(tally, across="groep", reference="g0", given="soort")
    sure = [each for each in result.answers if each.certainty is Certainty.DIFFERENCE]
    uneven = {each.of["groep"] for each in sure if each.code == "differs-per-stratum"}
    return {each.of["groep"] for each in sure if each.code != "differs-per-stratum"}, uneven


def shares(groups, *, planted=0.0, whole):
    generator = np.random.default_rng([SEARCH["seed"], groups, round(1000 * planted)])
    sets = SEARCH["sets"] if whole else SEARCH["sets"] // 10
    found = [claims(drawn(generator, groups, planted=planted)) for _ in range(sets)]
    last = f"g{groups - 1}"
    return (
        sum(bool(sure | uneven) for sure, uneven in found) / sets,
        sum(last in sure for sure, _ in found) / sets,
    )


def room(whole):
    """What chance may add, where only a tenth is drawn."""
    return 0.0 if whole else 3.5 * math.sqrt(0.05 * 0.95 / (SEARCH["sets"] // 10))


@pytest.mark.parametrize("groups", SEARCH["groups"])
def test_where_there_is_no_difference_few_are_claimed(groups, prove):
    claimed, _ = shares(groups, whole=prove)

    assert claimed <= SEARCH["highest_false"] + room(prove)


@pytest.mark.parametrize("groups", SEARCH["groups"])
def test_a_planted_difference_is_found(groups, prove):
    _, found = shares(groups, planted=SEARCH["planted"], whole=prove)

    assert found >= SEARCH["lowest_found"] - (0 if prove else 0.1)


def test_all_thrown_together_a_difference_is_claimed_nearly_always():
    """The fault that the first test must be able to find: the composition passes for unequal."""
    generator = np.random.default_rng(SEARCH["seed"])
    sure = 0
    for _ in range(50):
        result = compare_groups(
            drawn(generator, 2).roll_up(to=("groep",)), across="groep", reference="g0"
        )
        sure += result.groups[1].certainty is Certainty.DIFFERENCE

    assert sure > 45
