"""Published figures, to the printed digits; and sums that are done by hand."""

from collections import Counter

import pytest

from tests.statistics.agreement.tables import measured, table
from tests.statistics.agreement.test_coefficients import SHROUT_FLEISS, UNITS
from waterpas.measure.agreements.beyond_chance import Judged
from waterpas.measure.agreements.coefficients import cohen_kappa
from waterpas.measure.agreements.numbers import f_quantile, squares_of


def test_the_intervals_of_shrout_and_fleiss_are_the_published_ones():
    """The six targets of Shrout and Fleiss (1979), as R's psych 2.4 prints them."""
    found = squares_of(SHROUT_FLEISS)
    agreement, consistency = found.agreement(0.95), found.consistency(0.95)

    assert found.of_agreement == pytest.approx(0.2897638, abs=1e-6)
    assert found.of_consistency == pytest.approx(0.7148407, abs=1e-6)
    assert (agreement.low, agreement.high) == pytest.approx((0.019, 0.761), abs=5e-4)
    assert (consistency.low, consistency.high) == pytest.approx((0.342, 0.946), abs=5e-4)


@pytest.mark.parametrize(
    "of", [(0.975, 5, 15), (0.025, 5, 15), (0.975, 99, 1800.5), (0.9, 2.3, 50)]
)
def test_the_f_distribution_is_that_of_scipy(of):
    from scipy.stats import f

    assert f_quantile(*of) == pytest.approx(f.ppf(*of), rel=1e-9)


@pytest.mark.parametrize(("scale", "published"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_alpha_of_krippendorff_is_the_published_one_through_the_method(scale, published):
    """Example C of Krippendorff (2011); the unit that one observer judged does not count."""
    files = Counter(tuple(str(each) for each in unit if each is not None) for unit in UNITS)
    judged = Judged({file: n for file, n in files.items() if len(file) > 1}, scale)

    assert judged.alpha == pytest.approx(published, abs=5e-4)


def test_beside_kappa_of_cohen_stands_the_kappa_that_knows_no_order():
    """The table of Cohen: 0.40; without who is the stricter 0.3939, which is Scott's pi."""
    rows = [("ja", "ja", 20), ("ja", "nee", 5), ("nee", "ja", 10), ("nee", "nee", 15)]
    found = measured(table(rows, by=("een", "twee")))

    # Both say yes to 55 of 100: 0.55 squared and 0.45 squared is 0.505 by chance.
    assert cohen_kappa([[20, 5], [10, 15]]) == pytest.approx(0.4, abs=1e-12)
    assert found.figure("agreed").value == pytest.approx(0.7)
    assert found.figure("kappa").value == pytest.approx((0.7 - 0.505) / 0.495, abs=1e-12)
    # Alpha counts each judgement out of the others: one of 100 fewer.
    assert found.figure("by-chance").value == pytest.approx((55 * 54 + 45 * 44) / (100 * 99))
    assert found.figure("beyond-chance").value == pytest.approx(1 - 0.3 / (1 - 0.5), abs=1e-12)


def test_the_standard_error_of_kappa_is_that_of_statsmodels_where_both_are_equally_strict():
    """Fleiss, Cohen and Everitt (1969), on a table in which order makes no difference."""
    from statsmodels.stats.inter_rater import cohens_kappa

    judged = Judged({("ja", "ja"): 400, ("ja", "nee"): 240, ("nee", "nee"): 360})
    other = cohens_kappa([[400, 120], [120, 360]])

    assert judged.as_kappa(judged.alpha) == pytest.approx(other.kappa, abs=1e-12)
    assert judged.error == pytest.approx(other.std_kappa, rel=5e-3)
