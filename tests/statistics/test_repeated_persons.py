"""Persons who stand in several rows: how often the interval holds the truth."""

from dataclasses import replace

import numpy as np
import pytest

from tests.tallies import tally_of
from waterpas.measure.groups import compare_groups
from waterpas.tallies.moments import Repeats

TRUTH = {"ref": 0.2, "g": 0.3}
PERSONS = 120


def drawn(generator: np.random.Generator):
    """Persons with one to eight rows; the rows of one person are much alike."""
    cells, sums = {}, {}
    for name, rate in TRUTH.items():
        rows = generator.integers(1, 9, PERSONS)
        own = generator.beta(rate * 1.5, (1 - rate) * 1.5, PERSONS)
        cases = generator.binomial(rows, own)
        cells[(name,)] = (int(cases.sum()), int(rows.sum()))
        sums[(name,)] = Repeats(
            PERSONS, int((cases**2).sum()), int((cases * rows).sum()), int((rows**2).sum())
        )
    return cells, sums


def holds(cells, sums=None) -> bool:
    tally = tally_of(cells, by=("g",))
    if sums:
        made = {key: replace(cell, repeats=sums[key]) for key, cell in tally.cells.items()}
        tally = replace(tally, cells=made)
    result = compare_groups(tally, across="g", reference="ref")
    (group,) = [g for g in result.groups if not g.is_reference]
    return group.difference.interval.low <= 0.1 <= group.difference.interval.high


@pytest.fixture(scope="module")
def shares(prove):
    """The share of draws that hold the truth: with and without allowing for persons."""
    generator = np.random.default_rng(20261124)
    draws = [drawn(generator) for _ in range(4000 if prove else 400)]
    return (
        np.mean([holds(cells, sums) for cells, sums in draws]),
        np.mean([holds(cells) for cells, _ in draws]),
    )


@pytest.mark.proof
def test_allowing_for_persons_the_interval_holds_the_truth_about_95_times_in_100(shares):
    assert 0.93 <= shares[0] <= 0.975


@pytest.mark.proof
def test_without_allowing_for_persons_it_does_not(shares):
    """The fault that the test above must be able to find."""
    assert shares[1] < 0.85
