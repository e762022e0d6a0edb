"""How much depends on who decides: what is said, what is left out, and what cannot be said."""

import json
import math

import numpy as np
import pytest

from tests.statistics.deciders.tables import by_hand, code, counted, drawn, measured, notes
from waterpas.errors import CallError, LevelError
from waterpas.measure.mixed.fit import random_intercept
from waterpas.measure.mixed.profile import median_odds_ratio, share_between
from waterpas.results import Certainty
from waterpas.tallies.throwaway import with_throwaway_keys

# Published values.


@pytest.mark.parametrize(
    ("variance", "ratio", "share"),
    [
        (0.1, 1.3520757, 0.0294997),
        (0.3, 1.6861664, 0.0835685),
        (0.5, 1.9630311, 0.1319307),
        (1.0, 2.5957424, 0.2331074),
    ],
)
def test_the_figures_of_the_method_note_are_the_published_ones(variance, ratio, share):
    assert median_odds_ratio(math.sqrt(variance)) == pytest.approx(ratio, abs=1e-6)
    assert share_between(math.sqrt(variance)) == pytest.approx(share, abs=1e-6)


# What is said.


def test_deciders_that_differ_are_a_difference_in_rates_per_percentile():
    result = measured(drawn(sd=0.6, count=60))

    low, high, gap = (result.figure(name) for name in ("rate-low", "rate-high", "rate-gap"))
    assert code(result) == "difference"
    assert result.answers[0].certainty is Certainty.DIFFERENCE
    assert 0 < low.value < high.value < 1
    assert gap.value == pytest.approx(high.value - low.value)
    for figure in (low, high, gap, result.figure("spread")):
        assert figure.interval.low < figure.value < figure.interval.high
    assert result.figure("spread").interval.holds(0.6)


def test_deciders_that_do_not_differ_are_not_shown_with_what_is_not_excluded():
    result = measured(drawn(sd=0.0))

    assert code(result) == "not-shown"
    assert result.figure("rate-gap").interval.low == 0
    assert result.figure("rate-gap").interval.high > 0.02


def test_with_one_group_and_no_other_columns_the_rates_are_those_of_the_fitted_curve():
    counts = counted(by_hand([(x, 100) for x in (5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60)]))
    fit = random_intercept([[1.0]] * 12, range(5, 61, 5), [100] * 12, range(12))

    result = measured(counts)

    for name, z in (("rate-low", -1.2815516), ("rate-high", 1.2815516)):
        expected = 1 / (1 + math.exp(-(fit.beta[0] + z * fit.sd)))
        assert result.figure(name).value == pytest.approx(expected, abs=1e-6)


def test_a_column_that_explains_the_spread_takes_it_away():
    rows = []
    for at in range(20):
        kind = "zwaar" if at % 2 else "licht"
        for group in ("Nederland", "Buiten Europa"):
            cases = 30 if kind == "zwaar" else 5
            rows.append(
                {"herkomst": group, "beslisser": f"b{at}", "soort": kind, "n": 50, "ja": cases}
            )

    without = measured(counted(rows))
    alike = measured(counted(rows, given=["soort"]))

    assert code(without) == "difference"
    assert code(alike) == "not-shown"
    assert alike.figure("spread").value == 0


def test_a_column_that_follows_from_another_changes_nothing():
    counts = drawn(given=["soort"])
    doubled = [
        {
            "herkomst": k[0],
            "beslisser": k[1],
            "soort": k[2],
            "ook": k[2],
            "n": c.n.value,
            "ja": c.cases.value,
        }
        for k, c in counts.cells.items()
    ]

    once, twice = measured(counts), measured(counted(doubled, given=["soort", "ook"]))

    assert twice.figure("spread").value == pytest.approx(once.figure("spread").value, abs=1e-5)
    assert twice.figure("rate-gap").value == pytest.approx(once.figure("rate-gap").value, abs=1e-6)


def test_which_group_is_the_reference_changes_nothing():
    counts = drawn()
    one, other = measured(counts), measured(counts, reference="Buiten Europa")

    assert other.figure("rate-gap").value == pytest.approx(one.figure("rate-gap").value, abs=1e-6)
    assert other.reference.level == "Buiten Europa"


def test_a_lower_level_narrows_the_interval_and_leaves_the_answer():
    wide, narrow = measured(drawn(sd=0.25, seed=4)), measured(drawn(sd=0.25, seed=4), level=0.8)

    assert code(wide) == code(narrow)
    assert narrow.figure("rate-gap").interval.high < wide.figure("rate-gap").interval.high


def test_every_figure_carries_the_people_of_each_group():
    result = measured(drawn(count=12, each=80))

    sizes = [[each.n.value for each in figure.people] for figure in result.figures]
    assert sizes == [[480, 480]] * len(result.figures)
    assert all(each.cases.value for each in result.figures[0].people)


# Nothing about one decider.


def everything_in(result):
    return json.dumps(
        [
            [f.name, f.value, f.interval and [f.interval.low, f.interval.high]]
            for f in result.figures
        ]
        + [[note.code, dict(note.fields)] for note in result.notes]
        + [str(result.drawing), str(result.asked)]
    )


def test_nothing_in_the_result_names_a_decider():
    counts = drawn()
    result = measured(counts)

    assert any("Beslisser 7" in key for key in counts.cells)  # the name was there
    assert "Beslisser" not in everything_in(result)
    assert {figure.name for figure in result.figures} == {
        "rate-low", "rate-high", "rate-gap", "deciders", "spread", "share-between", "median-ratio",
        "slope-low", "slope-high", "slope-gap", "slope-spread",
    }  # fmt: skip


def test_the_picture_holds_whole_bins_of_deciders_only():
    result = measured(drawn(count=40))

    assert set(result.drawing) == {"bins", "overdispersion"}
    for each in result.drawing["bins"]:
        assert set(each) == {"least", "most", "deciders", "outside"}
        assert each["deciders"] >= 5
        assert each["least"] in {20, 50, 100, 200, 500, 1000}


def test_with_throwaway_keys_the_result_is_the_same():
    counts = drawn()
    bare = with_throwaway_keys(counts, column="beslisser")
    one, other = measured(counts), measured(bare)

    assert other.figures == one.figures
    assert code(one) == code(other)


# What is left out.


def test_deciders_with_fewer_than_twenty_people_are_left_out_and_that_is_said():
    few = by_hand([(3, 19)] * 4)
    enough = by_hand([(x, 40) for x in range(4, 16)])
    rows = [{**row, "beslisser": f"klein {at}"} for at, row in enumerate(few)] + enough

    result, without = measured(counted(rows)), measured(counted(enough))

    assert notes(result)["deciders-left-out"] == {"deciders": 4, "least": 20}
    assert result.figure("deciders").value == 12
    assert result.figure("spread").value == without.figure("spread").value


def test_cases_without_a_decider_are_left_out_and_that_is_said():
    rows = by_hand([(x, 40) for x in range(4, 16)])
    rows.append({"herkomst": "Nederland", "beslisser": None, "n": 100, "ja": 90})

    result = measured(counted(rows))

    assert notes(result)["decider-unknown"] == {"people": 100}
    assert result.figure("deciders").value == 12


def test_a_group_with_a_few_cases_is_left_out_and_that_is_said():
    rows = by_hand([(x, 60) for x in range(4, 24)])
    rows += by_hand([(0, 5)] * 9 + [(1, 5)], group="Klein")

    result = measured(counted(rows))

    assert notes(result)["levels-left-out"] == {"column": "herkomst", "levels": "Klein"}
    assert len(result.figures[0].people) == 1


def test_a_level_in_which_nobody_has_the_outcome_is_left_out_and_that_is_said():
    rows = [{**row, "soort": "open"} for row in by_hand([(x, 60) for x in range(4, 24)])]
    rows += [{**row, "soort": "dicht"} for row in by_hand([(0, 60)] * 20)]

    result = measured(counted(rows, given=["soort"]))

    assert notes(result)["levels-left-out"] == {"column": "soort", "levels": "dicht"}
    assert code(result) == "difference"


def test_a_total_that_was_kept_counts_nobody_twice():
    rows = by_hand([(x, 60) for x in range(4, 24)])
    total = {"herkomst": "Totaal", "beslisser": "b0", "n": 60, "ja": 4}

    kept = measured(counted([*rows, total], totals="keep"))
    assert kept.figure("spread").value == measured(counted(rows)).figure("spread").value


def test_few_deciders_and_persons_who_occur_twice_are_said():
    rows = by_hand([(x, 60) for x in range(4, 16)])

    assert "few-deciders" in notes(measured(counted(rows)))
    assert "few-deciders" not in notes(measured(drawn(count=30)))


# What cannot be said.


@pytest.mark.parametrize("pairs", [[(10, 40)], [(x, 40) for x in range(4, 13)], [(1, 1)] * 30, []])
def test_under_ten_deciders_with_twenty_people_it_cannot_be_done(pairs):
    rows = by_hand([*pairs, (5, 19)])
    result = measured(counted(rows))

    assert code(result) == "cannot-too-few-deciders"
    assert result.figures == ()
    assert not result.drawing


def test_ten_deciders_with_twenty_people_is_enough():
    result = measured(counted(by_hand([(x, 20) for x in range(2, 12)])))

    # The boundary test is at .05 and the interval still touches 0: one of the two.
    assert code(result) == "indication"
    assert result.answers[0].certainty is Certainty.INDICATION
    assert result.figure("spread").interval.low == 0


@pytest.mark.parametrize("cases", [0, 40])
def test_an_outcome_that_is_always_alike_cannot_be_measured(cases):
    result = measured(counted(by_hand([(cases, 40)] * 12)))

    assert code(result) == "cannot-all-alike"
    assert result.figures == ()


def test_deciders_who_all_give_the_same_rate_have_no_spread():
    result = measured(counted(by_hand([(10, 40)] * 12)))

    assert code(result) == "not-shown"
    assert result.figure("spread").value == 0
    assert result.figure("rate-low").value == pytest.approx(0.25)


def test_a_spread_without_end_is_said_and_not_computed():
    result = measured(counted(by_hand([(0, 500), (500, 500)] * 8)))

    assert code(result) == "cannot-endless"


@pytest.mark.parametrize("options", [{"rounded_to": 5}, {}])
def test_rounded_and_hidden_counts_cannot_be_used(options):
    rows = by_hand([(x * 5, 100) for x in range(1, 16)])
    if not options:
        rows[3]["ja"] = "<10"

    assert code(measured(counted(rows, **options))) == "cannot-rounded"


def test_every_number_is_finite_on_awkward_tables():
    rng = np.random.default_rng(8)
    for at in range(40):
        sizes = rng.integers(20, 60, 10 + at % 5)
        rate = [0.01, 0.03, 0.5, 0.97][at % 4]
        pairs = [(int(rng.binomial(n, rate)), int(n)) for n in sizes]
        result = measured(counted(by_hand(pairs)))

        values = [f.value for f in result.figures] + [
            end for f in result.figures if f.interval for end in (f.interval.low, f.interval.high)
        ]
        assert np.isfinite(values).all()


# Refusals.


def test_a_column_that_is_not_there_and_one_that_is_there_twice_are_refused():
    counts = drawn()
    with pytest.raises(CallError, match="wie"):
        measured(counts, decider="wie")
    with pytest.raises(CallError, match="twee keer"):
        measured(counts, decider="herkomst")
    with pytest.raises(CallError, match="Marokko"):
        measured(counts, reference="Marokko")
    with pytest.raises(LevelError):
        measured(counts, level=0.5)
    with pytest.raises(CallError, match="Geef een telling"):
        measured([1, 2])


def test_a_tally_without_an_outcome_is_refused():
    from waterpas.tallies.build import tally

    counts = tally([{"herkomst": "Nederland", "beslisser": "b"}], by=["herkomst", "beslisser"])
    with pytest.raises(CallError, match="geen uitkomst"):
        measured(counts)
