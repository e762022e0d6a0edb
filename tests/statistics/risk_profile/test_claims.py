"""How often something is claimed where there is nothing, and how much planted is seen."""

import numpy as np
import pytest

from tests.statistics.risk_profile.cases import GRID, measured
from waterpas.measure.matrices import CORNERS, from_matrices
from waterpas.results import Certainty, Count, Source
from waterpas.tallies.tally import Cell, Tally

pytestmark = pytest.mark.proof
CLAIMS, SIX = GRID["claims"], GRID["six_equal"]


def draw(rng, *, planted=False):
    """One data set: groups, three variables, chosen and found, all independent or planted."""
    more = CLAIMS["planted"] if planted else {}
    people = np.repeat(np.arange(3), CLAIMS["people"])
    size = len(people)
    columns = {"group": people}
    for name, shares in CLAIMS["variables"].items():
        columns[name] = rng.choice(len(shares), size=size, p=shares)
    if planted:
        same = rng.random(size) < 1.6 * more["carries_of_b"]
        columns["b"] = np.where(same, people, columns["b"])
    chance = np.where(
        people == 1, more.get("chosen_of_group_2", CLAIMS["chosen"]), CLAIMS["chosen"]
    )
    columns["selected"] = (rng.random(size) < chance).astype(int)
    finds = np.where(columns["a"] == 1, more.get("finds_of_a_2", CLAIMS["found"]), CLAIMS["found"])
    columns["found"] = (rng.random(size) < finds).astype(int)
    keys, counts = np.unique(np.stack(list(columns.values()), axis=1), axis=0, return_counts=True)
    cells = {
        tuple(map(str, key)): Cell(n=Count.exact(int(n)))
        for key, n in zip(keys, counts, strict=True)
    }
    return Tally(tuple(columns), cells, (Source("drawn", None, size, size),))


def claimed(rng, *, planted=False):
    """The answers that say there is a difference."""
    return differences(draw(rng, planted=planted), variables=tuple(CLAIMS["variables"]))


def differences(counts, **asked):
    """What is called a difference in these counts."""
    found = measured(counts, reference="0", **asked)
    return {
        (answer.code, tuple(answer.of.items()))
        for answer in found.answers
        if answer.certainty is Certainty.DIFFERENCE
    }


def test_where_there_is_nothing_hardly_ever_something_is_claimed(prove):
    rng = np.random.default_rng(GRID["seed"])
    sets = CLAIMS["sets"] if prove else CLAIMS["sets"] // 10
    share = sum(bool(claimed(rng)) for _ in range(sets)) / sets

    assert share <= (CLAIMS["most_without"] if prove else 0.12)


def test_what_is_planted_is_seen(prove):
    rng = np.random.default_rng(GRID["seed"] + 1)
    sets = 100 if prove else 10
    seen = [claimed(rng, planted=True) for _ in range(sets)]

    for code, of in (
        ("chosen-more", (("group", "1"),)),
        ("finds-here-more", (("a", "1"),)),
        ("carries-some", (("variable", "b"),)),
    ):
        assert sum((code, of) in each for each in seen) / sets >= CLAIMS["least_planted"]


def six(rng, *, planted=False):
    """One data set of six groups that are equal, or of which the last is chosen more often."""
    chances = [SIX["chosen"]] * len(SIX["people"])
    if planted:
        chances[-1] = SIX["planted"]["chosen_of_last"]
    finds = np.array([SIX["found"], 1 - SIX["found"]])
    return from_matrices(
        {
            str(group): dict(zip(CORNERS, map(int, drawn), strict=True))
            for group, (people, chance) in enumerate(zip(SIX["people"], chances, strict=True))
            for drawn in [rng.multinomial(people, [*(chance * finds), *((1 - chance) * finds)])]
        }
    )


def test_of_six_equal_groups_hardly_ever_one_is_called_other(prove):
    rng = np.random.default_rng(GRID["seed"] + 2)
    sets = SIX["sets"] if prove else SIX["sets"] // 10
    share = sum(bool(differences(six(rng))) for _ in range(sets)) / sets

    assert share <= (SIX["most_without"] if prove else 0.12)


def test_of_six_groups_the_one_that_is_chosen_more_is_seen(prove):
    rng = np.random.default_rng(GRID["seed"] + 3)
    sets = 100 if prove else 10
    seen = [differences(six(rng, planted=True)) for _ in range(sets)]

    assert (
        sum(("chosen-more", (("group", "5"),)) in each for each in seen) / sets
        >= (SIX["least_planted"])
    )
