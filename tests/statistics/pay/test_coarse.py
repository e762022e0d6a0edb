"""Amounts are rounded before they are kept, whatever they are per: nobody's exact pay is."""

import pytest

from tests.statistics.pay.tables import counted
from waterpas.explain.measured.sentences import remarks
from waterpas.measure.paid.coarse import step_of, with_coarse_amounts
from waterpas.measure.pay import pay


@pytest.mark.parametrize(
    ("amount", "step"),
    [
        (15.5, 0.1),
        (22, 0.2),
        (9.99, 0.05),
        (120, 1),
        (399, 2),
        (400, 2),
        (2700, 10),
        (0.4, 0.01),
        (4321, 20),
        (60000, 200),
    ],
)
def test_a_step_is_half_a_percent_or_one_where_pay_is_small(amount, step):
    assert float(step_of(amount)) == step


def hourly():
    cells = {("A", "5", f"{11 + at * 0.37:.2f}"): 10 for at in range(12)}
    return counted(cells | {("B", "5", f"{12 + at * 0.43:.2f}"): 10 for at in range(12)})


def test_pay_per_hour_is_not_kept_to_the_cent():
    before, kept = hourly(), with_coarse_amounts(hourly(), {"amount": "loon"})
    levels = kept.levels("loon")

    assert any(level not in levels for level in before.levels("loon"))
    assert all(round(float(level) * 100) % 10 == 0 for level in levels)
    assert all(len(level) <= len("15.70") for level in levels)
    assert kept.total.n.value == before.total.n.value


def test_the_page_says_to_what_it_was_rounded():
    kept = with_coarse_amounts(hourly(), {"amount": "loon"})
    found = pay(kept, across="groep", reference="B", amount="loon", scale="schaal")

    assert any("afgerond op €\N{NO-BREAK SPACE}0,1." in each for each in remarks(found, "nl"))
    assert any("€\N{NO-BREAK SPACE}0.1 when" in each for each in remarks(found, "en"))


def test_an_amount_below_zero_is_rounded_too_and_stays_below_zero():
    cells = {("A", "5", "-15,37"): 2, ("A", "5", "-0,01"): 1, ("A", "5", "15,75"): 40}
    kept = with_coarse_amounts(counted(cells | {("B", "5", "16,25"): 40}), {"amount": "loon"})

    assert {float(each) for each in kept.levels("loon")} == {-15.4, -0.1, 15.8, 16.2}
