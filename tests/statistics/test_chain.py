"""The steps of a process: the DUO case, and what must be refused."""

from dataclasses import replace
from math import prod

import pytest

from tests.tallies import DUO_2014, DUO_STEPS, chain_of, duo_2014
from waterpas.errors import CallError, NotNested
from waterpas.measure.chain import chain
from waterpas.results import Certainty
from waterpas.tallies.tally import Step


@pytest.fixture(scope="module")
def duo():
    return chain(duo_2014(), across="herkomst", reference="NL")


def of(result, step, level):
    (found,) = [s for s in result.steps if s.id == step]
    (group,) = [g for g in found.comparison.groups if g.group["herkomst"] == level]
    return group


# Statistics Netherlands, May 2024; the reports say "twice" and "more than six times".
@pytest.mark.parametrize(
    ("step", "ratio", "rate", "reference_rate"),
    [
        ("high-risk", 1.9802, 0.2809, 0.1419),
        ("selected", 6.2227, 0.03667, 0.00589),
    ],
)
def test_duo_2014_outside_europe_against_nl(duo, step, ratio, rate, reference_rate):
    group = of(duo, step, "buiten Europa")

    assert group.ratio.value == pytest.approx(ratio, abs=5e-5)
    assert group.rate.value == pytest.approx(rate, abs=5e-5)
    assert of(duo, step, "NL").rate.value == pytest.approx(reference_rate, abs=5e-5)
    assert group.certainty == Certainty.DIFFERENCE


def test_duo_2019_selected():
    steps = (Step("population", {}), Step("selected", {}, of="population"))
    tally = chain_of(
        {("NL",): (27890, 260), ("buiten Europa",): (19580, 640)}, by=("herkomst",), steps=steps
    )

    result = chain(tally, across="herkomst", reference="NL")

    assert of(result, "selected", "buiten Europa").ratio.value == pytest.approx(3.5062, abs=5e-5)


def test_high_risk_stands_beside_the_chain_and_is_never_multiplied(duo):
    by_id = {step.id: step for step in duo.steps}

    assert not by_id["high-risk"].nested
    assert by_id["high-risk"].cumulative == {}
    assert [step.id for step in duo.steps if step.nested] == ["selected", "unduly"]
    assert "beside" in {note.code for note in duo.notes}


def test_along_the_chain_the_steps_multiply_to_the_whole():
    steps = [replace(step, hit_rate=False) for step in DUO_STEPS]
    ordinary = chain(replace(duo_2014(), steps=tuple(steps)), across="herkomst", reference="NL")
    steps = [s for s in ordinary.steps if s.nested]
    product = prod(of(ordinary, s.id, "buiten Europa").ratio.value for s in steps)

    assert steps[-1].cumulative["buiten Europa"].value == pytest.approx(product)
    assert product == pytest.approx((1060 / 54820) / (130 / 178200))


def test_the_hit_rate_is_marked_and_warned_about(duo):
    assert [s.id for s in duo.steps if s.hit_rate] == ["unduly"]
    assert {"step": "unduly", "of": "selected"} in [
        dict(n.fields) for n in duo.notes if n.code == "hit-rate"
    ]


def test_hit_rates_are_rates_and_are_never_compared(duo):
    """Statistics Netherlands: 12.38% and 52.74% of those selected."""
    here, there = of(duo, "unduly", "NL"), of(duo, "unduly", "buiten Europa")

    assert here.rate.value == pytest.approx(0.1238, abs=5e-5)
    assert there.rate.value == pytest.approx(0.5274, abs=5e-5)
    assert duo.steps[-1].cumulative == {}
    for group in duo.steps[-1].comparison.groups:
        compared = (group.difference, group.ratio, group.p, group.p_adjusted, group.certainty)
        assert {*compared, group.detectable, group.suppressed} == {None}


def test_a_step_after_a_hit_rate_is_compared_again():
    steps = (
        Step("a", {}),
        Step("b", {}, of="a"),
        Step("found", {}, of="b", hit_rate=True),
        Step("fined", {}, of="found"),
    )
    cells = {("x",): (1000, 300, 100, 50), ("y",): (1000, 100, 50, 20)}
    result = chain(chain_of(cells, by=("g",), steps=steps), across="g", reference="y")

    assert [sorted(step.cumulative) for step in result.steps] == [["x", "y"], [], ["x", "y"]]
    assert result.steps[2].cumulative["x"].value == pytest.approx(2.5)


def test_all_groups_of_all_steps_that_are_compared_are_one_family(duo):
    assert duo.family == 4
    assert {step.comparison.family for step in duo.steps} == {4}


# Rows 'Risk category k' and 'Risk category k & Selected for control: yes' of Table 1, k = 6 .. 1.
RISK = {
    "NL": [(16380, 50), (67300, 180), (54130, 220), (15110, 70), (16610, 140), (8670, 390)],
    "buiten": [(13040, 80), (13130, 30), (8580, 60), (4680, 50), (8120, 320), (7280, 1460)],
}


def test_within_the_risk_categories_the_ratio_is_about_3_6_and_not_3_14():
    """Mantel-Haenszel: people of one risk category compared with each other.

    6.2227 / 1.9802 = 3.14 is not that figure: of those selected, 520 of Dutch origin and 220
    from outside Europe were not in category 1 or 2, so selection is no part of "high risk".
    """
    top = bottom = 0.0
    for (n1, x1), (n0, x0) in zip(RISK["buiten"], RISK["NL"], strict=True):
        top += x1 * n0 / (n1 + n0)
        bottom += x0 * n1 / (n1 + n0)

    assert top / bottom == pytest.approx(3.63, abs=0.005)
    assert sum(x for _, x in RISK["NL"][:4]) == 520
    assert sum(x for _, x in RISK["buiten"][:4]) == 220


class TestRefuses:
    steps = (Step("a", {}), Step("b", {}, of="a"))

    def test_more_people_in_a_step_than_before_it_naming_step_and_group(self):
        tally = chain_of({("x",): (10, 5), ("y",): (10, 11)}, by=("g",), steps=self.steps)

        with pytest.raises(NotNested, match=r"'b' telt bij 'y' meer mensen \(11\).*'a' \(10\)"):
            chain(tally, across="g", reference="x")

    def test_what_rounding_can_explain_is_not_refused(self):
        tally = chain_of(
            {("x",): (10, 5), ("y",): (10, 20)}, by=("g",), steps=self.steps, rounded_to=10
        )

        assert chain(tally, across="g", reference="x").steps

    def test_a_tally_without_steps(self):
        tally = chain_of({("x",): (10,)}, by=("g",), steps=(Step("a", {}),))

        with pytest.raises(CallError, match="geen stappen"):
            chain(tally, across="g", reference="x")

    def test_an_absent_reference(self):
        with pytest.raises(CallError, match="'DE' komt niet voor"):
            chain(duo_2014(), across="herkomst", reference="DE")


def test_the_counts_of_the_example_are_those_of_the_table():
    assert (
        DUO_2014[("NL",)][0] + DUO_2014[("Europa",)][0] + DUO_2014[("buiten Europa",)][0] == 248650
    )
