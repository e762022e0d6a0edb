"""Whether a plan is as strict as the method is itself, for all that it asks at once."""

import pytest

from tests.statistics.frozen import frozen
from tests.statistics.power.draws import counted, with_variables
from waterpas.measure.paid.found import adjusted_ps
from waterpas.measure.pay import pay
from waterpas.measure.plans.asked import asked_of
from waterpas.measure.plans.designs import comparisons_of
from waterpas.measure.risk_profile import risk_profile


def planned(design, **given):
    return comparisons_of(
        asked_of(design, people=500, difference=None, power=0.8, level=0.95, given=given)
    )


@pytest.mark.parametrize("levels", [(), (2,), (3, 2), (4, 2, 3)])
@pytest.mark.parametrize("groups", [2, 4])
def test_a_risk_profile_is_planned_for_the_comparisons_that_the_method_makes(levels, groups):
    cells = {
        (f"g{group}", chosen, found): 600
        for group in range(groups)
        for chosen in ("ja", "nee")
        for found in ("ja", "nee")
    }
    variables = tuple(f"v{at}" for at in range(len(levels)))
    made = counted(
        with_variables(cells, levels, frozen([1])),
        by=("groep", "gekozen", "gevonden", *variables),
    )
    result = risk_profile(
        made,
        across="groep",
        reference="g0",
        selected="gekozen",
        found="gevonden",
        variables=variables,
    )

    assert planned("risk_profile", levels=levels, groups=groups) == result.family


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize(
    "asked", [(), ("scale",), ("scale", "moved_up"), ("scale", "moved_up", "left")]
)
def test_pay_is_planned_for_how_much_surer_each_first_question_must_be(monkeypatch, asked, groups):
    kept = []

    def keep(*found):
        ps, family = adjusted_ps(*found)
        kept.append(ps)
        return ps, family

    monkeypatch.setattr("waterpas.measure.pay.adjusted_ps", keep)
    cells = {
        (f"g{group}", str(2000 + 10 * at + 100 * (scale == "b")), scale, moved, left): 2
        for group in range(groups)
        for at in range(40 + group)
        for scale in "ab"
        for moved, left in (("ja", "nee"), ("nee", "ja"), ("nee", "nee"))
    }
    columns = {"scale": "schaal", "moved_up": "hoger", "left": "weg"}
    result = pay(
        counted(cells, by=("groep", "loon", *columns.values())),
        across="groep",
        reference="g0",
        amount="loon",
        **{name: columns[name] for name in asked},
    )

    first = [name for _, name in kept[0] if name in {"gap", "remains", "moved", "left"}]
    assert result.answers
    assert planned("pay", spread=800, questions=1 + len(asked), groups=groups) == 2 * len(first)
