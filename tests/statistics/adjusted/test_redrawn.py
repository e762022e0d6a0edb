"""Redrawing at once is redrawing one by one, and a table that has no model is left out."""

from dataclasses import astuple
from statistics import NormalDist

import numpy as np
import pytest

from tests.statistics.adjusted.coverage import GRID, truth_of
from waterpas.measure.like_with_like.logistic import Separated, chances
from waterpas.measure.like_with_like.modelled import Columns, design_of, modelled
from waterpas.measure.like_with_like.redrawn import redrawn
from waterpas.measure.like_with_like.strata import Stratum

DRAWS = 300
# Of the draws of rare-few too many have no fit by themselves: nothing to compare with.
FITS = [c for c in GRID["cells"] if c["effect"] == "odds" and c["design"] != "rare-few"]


def columns_of(strata):
    return Columns(("s",), tuple((f"{place:03}",) for place in range(len(strata))))


def one_by_one(strata, *, seed):
    """Slow and plain: each table drawn is a table of its own, with the fit that people read.

    Per end, how many of the draws lie below it, and above it; a draw without a fit is left out.
    """
    columns = columns_of(strata)
    totals = [each.reference_total for each in strata] + [each.total for each in strata]
    design, _ = design_of(columns)
    p = chances(design, modelled(strata, columns).fit.coefficients)
    stream = np.random.RandomState(np.random.MT19937(np.random.SeedSequence(seed)))
    half, kept = len(strata), []
    for row in stream.binomial(np.array(totals, dtype=int), p, size=(DRAWS, len(totals))):
        again = [
            Stratum(float(row[half + at]), each.total, float(row[at]), each.reference_total)
            for at, each in enumerate(strata)
        ]
        try:
            found = modelled(again, columns)
        except Separated:
            continue
        kept.append((found.difference, found.ratio))
    return np.array(kept)


def corrected(values, made):
    """The percentiles of the textbook (BC), in as few words as it has."""
    normal = NormalDist()
    same = np.isclose(values, made, rtol=0, atol=1e-9)
    z = normal.inv_cdf(((values < made) & ~same).mean() + same.mean() / 2)
    ends = [normal.cdf(2 * z + normal.inv_cdf(tail)) for tail in (0.025, 0.975)]
    return np.quantile(values, ends, method="weibull")


@pytest.mark.parametrize("cell", FITS, ids=lambda cell: cell["design"])
def test_at_once_is_the_same_as_one_by_one(cell):
    """Where a draw has no fit, only the other draws can be compared: then the ends are near."""
    strata = [Stratum(*map(round, astuple(each))) for each in truth_of(cell).table]
    found = redrawn(strata, columns_of(strata), draws=DRAWS, seed=7)
    kept = one_by_one(strata, seed=7)

    # Rates go in steps of one in all people: one step off is near.
    step = 1 / sum(each.size for each in strata)
    near, about = (1e-6, 1e-9) if len(kept) == DRAWS else (0.1, 2 * step)
    for at, name in enumerate(("difference", "ratio")):
        between = getattr(found, f"{name}_interval")
        ends = corrected(kept[:, at], getattr(found, name))
        assert [between.low, between.high] == pytest.approx(list(ends), rel=near, abs=about)


def test_a_stratum_in_which_nobody_has_the_outcome_in_a_draw_counts():
    """One in twenty draws has such a stratum: without them the interval went, with the table."""
    strata = [Stratum(1, 40, 2, 60), Stratum(12, 40, 25, 60)]
    found = redrawn(strata, columns_of(strata), draws=DRAWS, seed=7)

    assert len(one_by_one(strata, seed=7)) < 0.97 * DRAWS
    assert found.difference_interval.holds(found.difference)
    assert found.ratio_interval.holds(found.ratio)


def test_a_ratio_to_a_reference_in_which_often_nobody_has_the_outcome_has_no_interval():
    strata = [Stratum(9, 40, 1, 40), Stratum(8, 40, 1, 40)]
    found = redrawn(strata, columns_of(strata), draws=DRAWS, seed=7)

    assert found.ratio_interval is None
    assert found.difference_interval.holds(found.difference)
