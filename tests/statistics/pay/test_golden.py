"""Published and independent values: wage1, ccard, Berkeley, and statsmodels on the same tables."""

import csv
from math import expm1
from pathlib import Path

import numpy as np
import pytest

from tests.statistics.pay.tables import counted
from waterpas.measure.paid.means import gap_of
from waterpas.measure.paid.parts import three_fold, two_fold
from waterpas.measure.paid.scales import over_scales
from waterpas.measure.paid.staff import Column, Staff, column_of
from waterpas.measure.pay import pay
from waterpas.tallies.build import tally

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methoden" / "pay.md"
GIVEN = ("educ", "exper", "expersq", "tenure", "tenursq")


@pytest.fixture(scope="module")
def rows(shared_cases):
    path = shared_cases / "wage1" / "wooldridge_wage1.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def men_beside_women(rows):
    """The golden values are of men beside women, on the logarithm of the wage."""
    return staff(rows, "lwage", [row["female"] == "0" for row in rows], GIVEN)


def staff(rows, amount, group, given):
    columns = tuple(column_of(name, [row[name] for row in rows]) for name in given)
    values = np.array([float(row[amount]) for row in rows])
    return Staff(values, np.ones(len(rows)), np.array(group), columns)


def test_wage1_in_two_parts(men_beside_women):
    found = two_fold(men_beside_women)

    assert gap_of(men_beside_women).gap.value == pytest.approx(0.3972174717, abs=1e-8)
    assert found.goes_with.value == pytest.approx(0.1007064786, abs=1e-8)
    assert found.remains.value == pytest.approx(0.2965109931, abs=1e-8)


def test_wage1_in_three_parts(men_beside_women):
    found = three_fold(men_beside_women)

    assert found.endowments.value == pytest.approx(0.0548092343, abs=1e-8)
    assert found.coefficients.value == pytest.approx(0.2828102414, abs=1e-8)
    assert found.interaction == pytest.approx(0.0595979960, abs=1e-8)


def test_the_page_shows_these_figures(men_beside_women):
    two, three = two_fold(men_beside_women), three_fold(men_beside_women)
    shown = [gap_of(men_beside_women).gap.value, two.goes_with.value, two.remains.value]
    shown += [three.endowments.value, three.coefficients.value, three.interaction]
    page = PAGE.read_text(encoding="utf-8")

    for each in shown:
        assert f"| {each:.10f} |".replace(".", ",") in page


def test_what_remains_of_wage1_is_the_coefficient_of_the_textbook(men_beside_women):
    """Wooldridge, chapter 7: 0.2965 with 0.0358; ours allows for unequal spread."""
    remains = two_fold(men_beside_women).remains

    assert remains.value == pytest.approx(0.29651, abs=5e-6)
    assert remains.error == pytest.approx(0.0358, abs=0.001)


def test_wage1_through_the_front_door(shared_cases):
    """The same from a table: a mean of logarithms, and differences as shares."""
    counts = tally(
        shared_cases / "wage1" / "wooldridge_wage1.csv", by=["female", "wage", *GIVEN], count=None
    )
    found = pay(counts, across="female", reference="1", amount="wage", given=GIVEN, measure="log")

    assert share(found, "gap") == pytest.approx(expm1(0.3972174717), abs=2e-7)
    assert share(found, "goes-with") == pytest.approx(expm1(0.1007064786), abs=2e-7)
    assert share(found, "remains") == pytest.approx(expm1(0.2965109931), abs=2e-7)


def share(found, name):
    return found.figure(name, {"female": "0"}).value


def test_the_means_of_wage1(shared_cases):
    counts = tally(shared_cases / "wage1" / "wooldridge_wage1.csv", by=["female", "wage"])
    found = pay(counts, across="female", reference="0", amount="wage")

    assert found.figure("mean", {"female": "0"}).value == pytest.approx(7.09949, abs=5e-6)
    assert found.figure("mean", {"female": "1"}).value == pytest.approx(4.58766, abs=5e-6)
    assert found.figure("gap", {"female": "1"}).value == pytest.approx(-2.51183, abs=5e-6)


def test_ccard_as_stata_gives_it():
    """statsmodels.datasets.ccard: owners beside those who rent, on age and income."""
    datasets = pytest.importorskip("statsmodels.datasets")
    table = datasets.ccard.load_pandas()
    owns = table.exog["OWNRENT"].to_numpy() == 1
    columns = tuple(
        Column(name, (), table.exog[name].to_numpy()) for name in ("AGE", "INCOME", "INCOMESQ")
    )
    people = np.ones(len(owns))
    ours = Staff(table.endog.to_numpy(), people, owns, columns)
    two, three = two_fold(ours), three_fold(ours)

    assert gap_of(ours).gap.value == pytest.approx(158.7504, abs=1e-3)
    assert two.remains.value == pytest.approx(27.9409, abs=1e-3)
    assert two.goes_with.value == pytest.approx(130.8095, abs=1e-3)
    assert three.endowments.value == pytest.approx(321.7482, abs=1e-3)
    assert three.coefficients.value == pytest.approx(75.4537, abs=1e-3)
    assert three.interaction == pytest.approx(-238.4515, abs=1e-3)


def test_berkeley_in_two_parts(shared_cases):
    """Kitagawa: men beside women, admitted is 1, departments as scales."""
    counts = tally(
        shared_cases / "ucb_admissions" / "datasets_UCBAdmissions.csv",
        by=["Gender", "Dept", "Admit"],
        count="Freq",
    )
    cells = [(key, cell.n.value) for key, cell in counts.cells.items()]
    scale = column_of("Dept", [key[1] for key, _ in cells], as_level=True)
    ours = Staff(
        np.array([float(key[2] == "Admitted") for key, _ in cells]),
        np.array([float(n) for _, n in cells]),
        np.array([key[0] == "Male" for key, _ in cells]),
        (scale,),
        scale,
    )
    found = over_scales(ours)

    assert gap_of(ours).gap.value == pytest.approx(0.14165, abs=1e-5)
    assert found.composition.value == pytest.approx(0.17767, abs=1e-5)
    assert found.within.value == pytest.approx(-0.03603, abs=1e-5)


@pytest.mark.parametrize("seed", range(5))
def test_statsmodels_finds_the_same_parts(seed):
    oaxaca = pytest.importorskip("statsmodels.stats.oaxaca")
    draw = np.random.default_rng(seed)
    group = draw.random(200) < 0.4
    numbers = draw.normal(size=(200, 3))
    amount = 2000 + numbers @ [100, 50, -20] + 70 * group + draw.normal(0, 60, 200)
    columns = tuple(Column(str(at), (), numbers[:, at]) for at in range(3))
    ours = Staff(amount, np.ones(200), group, columns)
    exog = np.column_stack([numbers, group])
    theirs = oaxaca.OaxacaBlinder(amount, exog, 3, hasconst=False, swap=False)
    remains, goes_with, gap = theirs.two_fold().params
    endowments, coefficients, interaction, _ = theirs.three_fold().params
    turn = np.sign(gap) * np.sign(gap_of(ours).gap.value)  # it takes its groups in its own order

    two = two_fold(ours)
    assert turn * two.goes_with.value == pytest.approx(goes_with, rel=1e-6)
    assert turn * two.remains.value == pytest.approx(remains, rel=1e-6)
    swapped = ours if turn > 0 else Staff(amount, ours.people, ~group, columns)
    three = three_fold(swapped)
    assert three.endowments.value == pytest.approx(endowments, rel=1e-6)
    assert three.coefficients.value == pytest.approx(coefficients, rel=1e-6)
    assert three.interaction == pytest.approx(interaction, rel=1e-5, abs=1e-6)


def test_welch_is_that_of_scipy():
    stats = pytest.importorskip("scipy.stats")
    draw = np.random.default_rng(3)
    one, other = draw.normal(3000, 300, 40).round(), draw.normal(2900, 500, 90).round()
    cells = {("A", "1", f"{each:.0f}"): 0 for each in one}
    cells |= {("B", "1", f"{each:.0f}"): 0 for each in other}
    for group, values in (("A", one), ("B", other)):
        for each in values:
            cells[group, "1", f"{each:.0f}"] += 1
    found = pay(counted(cells), across="groep", reference="B", amount="loon")
    gap = found.figure("gap", {"groep": "A"})
    theirs = stats.ttest_ind(one, other, equal_var=False).confidence_interval()

    assert gap.interval.low == pytest.approx(theirs.low, abs=2.0)  # whole degrees of freedom
    assert gap.interval.high == pytest.approx(theirs.high, abs=2.0)
    assert gap.value == pytest.approx(one.mean() - other.mean())
