"""How often a difference is called where there is none and hardly a case is expected: exact."""

import numpy as np
import pytest
from scipy.stats import binom

from tests.weight import PROVE
from waterpas.measure import lot
from waterpas.measure.differences import newcombe_interval, score_test_p
from waterpas.measure.lot import careful_p

MOST = 0.065
SIZES = [(10, 990), (20, 980), (50, 5000), (70, 630), (15, 200), (12, 40), (40, 60), (100, 3000)]
RATES = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 0.5)


def claimed(size, rate, p):
    """The chance of a table of which the interval leaves out 0 and p is at most 0.05."""
    n, m = size
    mine, other = (binom.pmf(np.arange(each + 1), each, rate) for each in size)
    found = 0.0
    for x in np.flatnonzero(mine > 1e-7):
        for y in np.flatnonzero(mine[x] * other > 1e-8):
            counts = {
                "group_cases": int(x),
                "group_total": n,
                "reference_cases": int(y),
                "reference_total": m,
            }
            if p(**counts) <= 0.05 and not newcombe_interval(**counts).holds(0.0):
                found += mine[x] * other[y]
    return found


@pytest.mark.proof
@pytest.mark.parametrize("rate", RATES if PROVE else RATES[2:3])
@pytest.mark.parametrize("size", SIZES if PROVE else SIZES[:2])
def test_a_difference_is_called_where_there_is_none_as_seldom_as_promised(size, rate):
    assert claimed(size, rate, careful_p) <= MOST


def test_the_score_test_alone_calls_too_many():
    assert claimed((10, 990), 0.01, score_test_p) > 0.09


def test_one_person_is_no_difference():
    counts = {"reference_cases": 0, "reference_total": 630, "group_cases": 1, "group_total": 70}

    assert score_test_p(**counts) < 0.01
    assert careful_p(**counts) == pytest.approx(0.1)  # the case falls in the group 1 time in 10


@pytest.mark.parametrize("counts", [(9, 10, 3, 10), (40, 100, 30, 100), (0, 70, 0, 630)])
def test_where_enough_is_expected_the_score_test_decides(counts):
    named = dict(
        zip(
            ("group_cases", "group_total", "reference_cases", "reference_total"),
            counts,
            strict=True,
        )
    )

    assert careful_p(**named) == score_test_p(**named)


def test_the_exact_p_is_that_of_fisher_with_half_of_the_table_found():
    from scipy.stats import hypergeom

    tail = hypergeom.sf(0, 1000, 10, 9) - hypergeom.pmf(1, 1000, 10, 9) / 2

    found = careful_p(group_cases=1, group_total=10, reference_cases=8, reference_total=990)
    assert found == pytest.approx(2 * tail, rel=1e-9)
    assert lot.FEW_EXPECTED == 1
