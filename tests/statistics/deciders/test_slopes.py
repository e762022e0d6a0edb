"""Whether the difference between groups depends on who decides: what is said, and what is not."""

import json
import time
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit  # type: ignore[import-untyped] # SciPy ships no types

from tests.statistics.deciders.tables import by_hand, counted, measured
from tests.statistics.frozen import frozen
from waterpas.disclosure import release
from waterpas.explain.plain import plain_text
from waterpas.measure import deciders_cells
from waterpas.measure.mixed.slope_gap import apart, apart_interval, difference_with, error_by_beta
from waterpas.measure.mixed.slopes import random_slope, slope_ends
from waterpas.results import Certainty, Count, Note, People

ABROAD = {"herkomst": "Buiten Europa"}


def table(groups=("Buiten Europa",), *, count=30, each=160, slope=0.8, kinds=("",), seed=1):
    """Rows: of each decider half of the people in the reference group, the rest in the groups."""
    rng, rows = frozen([seed]), []
    for at in range(count):
        own = 0.4 * rng.standard_normal()
        for group in ("Nederland", *groups):
            more = 0.0 if group == "Nederland" else 0.4 + slope * rng.standard_normal()
            share = 2 if group == "Nederland" else 2 * len(groups)
            for kind in kinds:
                n = each // share // len(kinds)
                cases = int(rng.binomial(n, expit(-1.0 + own + more)))
                row = {"herkomst": group, "beslisser": f"Beslisser {at}", "n": n, "ja": cases}
                rows.append(row | {"soort": kind})
    return rows


def slopes(result):
    return [answer for answer in result.answers if answer.of]


def test_a_difference_that_differs_per_decider_is_said_as_two_differences():
    result = measured(counted(table()))

    (answer,) = slopes(result)
    low, high, gap, spread = (
        result.figure(name, ABROAD) for name in (*answer.figures, "slope-spread")
    )
    assert (answer.code, answer.certainty) == ("slope-difference", Certainty.DIFFERENCE)
    assert low.value < high.value
    assert gap.value == pytest.approx(high.value - low.value)
    assert gap.interval.low < gap.value < gap.interval.high
    assert spread.interval.holds(0.8)
    assert (low.unit, gap.unit, spread.unit) == ("difference", "difference", "number")


def test_a_difference_that_is_alike_everywhere_is_not_shown_with_what_is_not_excluded():
    result = measured(counted(table(slope=0.0)))

    assert [answer.code for answer in slopes(result)] == ["slope-not-shown"]
    assert result.figure("slope-gap", ABROAD).interval.low == 0
    assert result.figure("slope-gap", ABROAD).interval.high > 0.02


def test_the_figures_are_made_of_the_group_and_those_it_is_compared_with():
    result = measured(counted(table(("A", "B"))))

    for name in ("A", "B"):
        figure = result.figure("slope-gap", {"herkomst": name})
        assert [each.n.value for each in figure.people] == [30 * 40, 30 * 80]


def test_all_groups_are_one_family():
    rows = table(("A", "B", "C"), slope=0.35, seed=5)
    whole = measured(counted(rows))
    alone = [
        measured(counted([row for row in rows if row["herkomst"] in {"Nederland", name}]))
        for name in "ABC"
    ]

    assert whole.family == 3
    assert all(result.family == 1 for result in alone)
    order = list(Certainty)
    for answer, result in zip(slopes(whole), alone, strict=True):
        (one,) = slopes(result)
        assert order.index(answer.certainty) >= order.index(one.certainty)
        together, apart = (each.figure("slope-spread", answer.of) for each in (whole, result))
        assert together.value == pytest.approx(apart.value, abs=1e-6)


def test_which_of_the_two_is_the_reference_turns_the_signs_only():
    rows = table()
    one, other = measured(counted(rows)), measured(counted(rows), reference="Buiten Europa")
    back = {"herkomst": "Nederland"}

    for here, there in (("slope-low", "slope-high"), ("slope-high", "slope-low")):
        turned = -other.figure(there, back).value
        assert one.figure(here, ABROAD).value == pytest.approx(turned, abs=2e-3)


def test_a_column_that_explains_it_takes_it_away():
    rows = []
    for at in range(20):
        kind = "zwaar" if at % 2 else "licht"
        for group, x in (("Nederland", 20), ("Buiten Europa", 40 if at % 2 else 20)):
            row = {"herkomst": group, "beslisser": f"b{at}", "n": 80, "ja": x, "soort": kind}
            rows.append(row)

    without = measured(counted(rows))
    assert slopes(without)[0].code == "slope-difference"


def test_with_kinds_of_cases_deciders_are_compared_on_like_cases():
    result = measured(counted(table(kinds=("licht", "zwaar")), given=["soort"]))

    assert slopes(result)[0].code == "slope-difference"
    assert result.asked["given"] == ("soort",)


@pytest.mark.parametrize("reference", ["everybody", "everybody-else"])
def test_compared_with_everybody_it_says_how_to_ask(reference):
    result = measured(counted(table()), reference=reference)

    assert slopes(result) == []
    assert Note("slope-with-one-group") in result.notes


def test_a_group_that_nine_deciders_meet_is_too_few():
    rows = table(count=25)
    rows = [row for row in rows if row["beslisser"] != "Beslisser 0"]
    few = [
        row
        for row in rows
        if row["herkomst"] == "Nederland" or len(row["beslisser"]) == len("Beslisser 1")
    ]
    result = measured(counted(few))

    assert [(a.code, a.certainty) for a in slopes(result)] == [("slope-too-few", None)]
    assert all(not figure.of for figure in result.figures)


def test_a_reference_that_was_left_out_is_too_few():
    rows = [row for row in table() if row["herkomst"] != "Nederland"]
    rows += by_hand([(1, 4)], group="Nederland")
    result = measured(counted(rows))

    assert [answer.code for answer in slopes(result)] == ["slope-too-few"]


def test_ten_deciders_with_five_of_both_is_enough():
    rows = table(count=10, each=60)
    rows = [
        row | {"n": 5, "ja": at % 5} if row["herkomst"] != "Nederland" else row
        for at, row in enumerate(rows)
    ]

    assert slopes(measured(counted(rows)))[0].code in {"slope-not-shown", "slope-indication"}
    fewer = [row | {"n": 4, "ja": min(row["ja"], 4)} if row["n"] == 5 else row for row in rows]
    assert slopes(measured(counted(fewer)))[0].code == "slope-too-few"


def test_a_group_of_which_deciders_let_all_or_none_through_cannot_be_measured():
    rows = []
    for at in range(14):
        rows.append({"herkomst": "Nederland", "beslisser": f"b{at}", "n": 200, "ja": 90 + at})
        cases = 200 if at % 2 else 0
        rows.append({"herkomst": "Buiten Europa", "beslisser": f"b{at}", "n": 200, "ja": cases})
    result = measured(counted(rows))

    assert [a.code for a in slopes(result)] in ([], ["cannot-slope"])
    assert {a.code for a in result.answers} & {"cannot-endless", "cannot-slope"}


def test_only_the_unknown_or_nobody_else_gives_no_second_answer():
    alone = measured(counted(by_hand([(x, 40) for x in range(4, 16)])))
    rows = [row | {"herkomst": None} if row["herkomst"] != "Nederland" else row for row in table()]

    assert slopes(alone) == []
    assert slopes(measured(counted(rows))) == []


def test_every_number_is_finite_on_awkward_tables():
    rng = frozen([8])
    for at in range(10):
        rate, rows = [0.02, 0.1, 0.5, 0.97, 0.9][at % 5], []
        for decider in range(10 + at % 4):
            for group, n in (("Nederland", rng.randint(10, 60)), ("X", rng.randint(0, 30))):
                cases = int(rng.binomial(n, rate))
                rows.append({"herkomst": group, "beslisser": f"b{decider}", "n": n, "ja": cases})
        result = measured(counted(rows))

        ends = [
            end for f in result.figures if f.interval for end in (f.interval.low, f.interval.high)
        ]
        assert np.isfinite([f.value for f in result.figures] + ends).all()
        assert all(a.code.startswith(("slope-", "cannot-")) for a in slopes(result))


def test_sixty_deciders_with_kinds_of_cases_take_less_than_two_seconds_of_computing():
    counts = counted(table(("A", "B"), count=60, kinds=("a", "b", "c", "d")), given=["soort"])

    before = time.process_time()
    result = measured(counts)
    assert len(slopes(result)) == 2
    assert time.process_time() - before < 4  # of both groups, and of the first question


# Nothing about one decider, and what is released.


def test_a_result_says_nothing_of_one_decider():
    result = measured(counted(table()))
    made = plain_text(result) + result.to_json()

    assert "Beslisser 1" not in made
    about = [figure for figure in result.figures if figure.of]
    assert {figure.name for figure in about} == {
        "slope-low", "slope-high", "slope-gap", "slope-spread"
    }  # fmt: skip
    assert {tuple(figure.of) for figure in about} == {("herkomst",)}
    assert set(result.drawing) == {"bins", "overdispersion"}


def test_of_a_table_with_a_small_cell_only_three_coarse_figures_are_released():
    result = measured(counted(table(each=60)))

    released = release(result, audience="internal").result
    shown = {f.name: f for f in released.figures if f.of and f.value is not None}
    assert set(shown) == {"slope-low", "slope-high", "slope-gap"}
    for figure in shown.values():
        assert figure.value == round(figure.value, 2)
        assert [each.n.value % 10 for each in figure.people] == [0]
        assert all(each.cases is None for each in figure.people)


def test_a_hidden_group_takes_its_figures_with_it():
    result = measured(counted(table(("A", "B"))))
    small = People(Count.exact(40), Count.exact(4))
    figures = tuple(
        replace(f, people=(small, *f.people[1:])) if f.of == {"herkomst": "A"} else f
        for f in result.figures
    )

    released = release(replace(result, figures=figures), audience="internal").result
    told = [f for f in released.figures if f.of == {"herkomst": "A"} and f.value is not None]
    answers = {a.of.get("herkomst"): a.code for a in released.answers}
    assert told == []
    assert answers["A"] == "hidden"


def test_few_of_both_is_a_number_that_people_are_told():
    assert str(deciders_cells.FEWEST_OF_BOTH) in plain_text(
        measured(
            counted(
                [
                    r
                    for r in table()
                    if r["herkomst"] == "Nederland" or r["beslisser"] == "Beslisser 1"
                ]
            )
        )
    )
    json.dumps(dict(measured(counted(table())).drawing))


def test_how_far_apart_has_the_uncertainty_of_the_spread_and_of_the_rates():
    design = [[1.0, float(at)] for _ in range(20) for at in (0, 1)]
    cases = [x for at in range(20) for x in (20, 5 + 2 * at)]
    fit = random_slope(design, cases, [100] * 40, [at // 2 for at in range(40)])
    ends = slope_ends(fit, level=0.95)
    here, low, high = (apart(fit.data.counts, model) for model in (fit.best, ends.low, ends.high))
    more = 1.959964 * error_by_beta(fit)

    found = apart_interval(fit, ends)
    assert found.low == pytest.approx(here - np.hypot(here - low, more), abs=1e-6)
    assert found.high == pytest.approx(here + np.hypot(high - here, more), abs=1e-6)
    assert found.low < low < here < high < found.high


def test_the_error_by_the_rates_is_that_of_a_small_change_in_each():
    design = [[1.0, float(at)] for _ in range(12) for at in (0, 1)]
    cases = [x for at in range(12) for x in (20, 5 + 3 * at)]
    fit = random_slope(design, cases, [100] * 24, [at // 2 for at in range(24)])
    counts, beta = fit.data.counts, fit.best.beta

    _, slope = difference_with(counts, beta, 0.7)
    steps = [
        (difference_with(counts, beta + e, 0.7)[0] - difference_with(counts, beta - e, 0.7)[0])
        / 2e-6
        for e in 1e-6 * np.eye(2)
    ]
    assert slope == pytest.approx(steps, abs=1e-7)
