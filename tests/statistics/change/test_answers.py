"""What comes out, by name: every answer, and every table that cannot give one."""

import json
from dataclasses import replace
from math import isfinite

import pytest

import waterpas
from tests.statistics.change.tables import (
    MONTHS,
    answer,
    closing,
    codes,
    measured,
    monthly,
    table,
    value,
)
from waterpas.errors import CallError, LevelError
from waterpas.explain.method import source_line
from waterpas.measure.change import change
from waterpas.results import Certainty


def test_a_gap_that_closes_is_smaller():
    result = measured(closing())

    assert answer(result).code == "gap-smaller"
    assert answer(result).certainty is Certainty.DIFFERENCE
    assert value(result, "gap-before") == pytest.approx(0.10)
    assert value(result, "gap-after") == pytest.approx(0.01)
    assert value(result, "change") == pytest.approx(-0.09)
    assert value(result, "own-change") == pytest.approx(-0.09)


def test_a_gap_below_the_reference_that_closes_is_smaller_too():
    result = measured(closing(cases=(40, 76)))

    assert answer(result).code == "gap-smaller"
    assert value(result, "change") == pytest.approx(0.09)


def test_a_gap_that_opens_is_larger():
    assert answer(measured(closing(cases=(84, 120)))).code == "gap-larger"


def test_a_gap_to_the_other_side_has_turned():
    assert answer(measured(closing(cases=(140, 30)))).code == "gap-turned"


def test_no_change_is_not_shown_and_says_what_could_have_been_seen():
    result = measured(closing(cases=(100, 98)))

    assert answer(result).code == "not-shown"
    assert 0.05 < value(result, "smallest-change") < 0.15


def test_a_change_that_may_be_one_of_many_is_only_an_indication():
    cells = {(group, year): (x, 2000) for group, x in (("B", 400),) for year in ("2022", "2023")}
    for group in "CDEFGH":
        cells |= {(group, "2022"): (90, 400), (group, "2023"): (90, 400)}
    cells |= {("A", "2022"): (120, 400), ("A", "2023"): (90, 400)}

    alone = measured(table({key: cell for key, cell in cells.items() if key[0] in "AB"}))
    among = measured(table(cells))

    assert answer(alone).code == "gap-smaller"
    assert answer(among).code == "perhaps-smaller"
    assert among.family == 7
    assert "family" in codes(among)


def test_a_smaller_gap_that_comes_from_the_reference_says_so():
    result = measured(closing(cases=(120, 120), reference=(400, 580)))

    assert answer(result).code == "gap-smaller"
    assert [each.code for each in result.answers] == ["gap-smaller", "by-reference"]
    assert [each.code for each in measured(closing()).answers] == ["gap-smaller"]


def not_told(result):
    """Whether the only figure has no value, and the people by which a release decides."""
    (figure,) = result.figures
    assert answer(result).figures == (figure.name,)
    assert figure.people
    return figure.value is None and figure.interval is None


def test_two_groups_as_large_both_count():
    alike = measured(closing(cases=(120, 120)))
    figure = alike.figure("own-change", {"groep": "A"})

    assert [people.n.value for people in figure.people] == [400, 400]
    assert [p.n.value for p in alike.figure("change", {"groep": "A"}).people] == [
        400,
        2000,
        400,
        2000,
    ]


@pytest.mark.parametrize(
    ("tally", "code"),
    [
        (closing(cases=(3, 2), n=9), "too-few"),
        (closing(cases=(0, 0), reference=(0, 0)), "cannot-same"),
        (
            table({("A", "2023"): (3, 6), ("B", "2022"): (90, 400), ("B", "2023"): (90, 400)}),
            "cannot-empty",
        ),
    ],
)
def test_what_cannot_be_said_of_a_small_group_is_hidden_in_a_release(tally, code):
    result = measured(tally)

    assert answer(result).code == code
    assert not_told(result)
    assert answer(waterpas.release(result, audience="council").result).code == "hidden"


def test_what_cannot_be_said_of_a_large_group_is_released():
    cells = {("A", "2023"): (84, 400), ("B", "2022"): (400, 2000), ("B", "2023"): (400, 2000)}
    released = waterpas.release(measured(table(cells)), audience="council").result

    assert answer(released).code == "cannot-empty"


def test_what_is_said_beside_an_answer_is_hidden_with_it():
    aside = measured(closing(cases=(120, 120), reference=(400, 580))).answers[1]
    seen = measured(
        monthly(steady(0.15, step=-0.12), [180] * 24), period="maand", since="2023-01"
    ).answers

    assert aside.code == "by-reference"
    assert seen[1].code == "shift-seen"
    assert set(seen[0].figures) < set(aside.figures)
    assert set(seen[0].figures) < set(seen[1].figures)


def test_too_few_people_get_no_figures():
    result = measured(closing(cases=(3, 2), n=9))

    assert answer(result).code == "too-few"
    assert not_told(result)


def test_the_level_asked_does_not_move_the_answer():
    tally = closing(cases=(100, 79))
    found = {level: measured(tally, level=level) for level in (0.8, 0.95, 0.999)}

    assert {answer(each).code for each in found.values()} == {"not-shown"}
    widths = [
        f.interval.high - f.interval.low
        for f in (found[level].figure("change", {"groep": "A"}) for level in found)
    ]
    assert widths == sorted(widths)
    assert "level-asked" in codes(found[0.8])


def test_a_hidden_count_is_refused_in_words():
    result = measured(
        table(
            {
                ("A", "2022"): (None, 400),
                ("A", "2023"): (84, 400),
                ("B", "2022"): (400, 2000),
                ("B", "2023"): (400, 2000),
            }
        )
    )

    assert answer(result).code == "cannot-hidden"
    assert result.figures == ()


def test_rounded_counts_make_the_interval_wider():
    exact, rounded = measured(closing()), measured(closing(rounded_to=10))
    narrow, wide = (each.figure("change", {"groep": "A"}).interval for each in (exact, rounded))

    assert wide.low < narrow.low < narrow.high < wide.high
    assert "rounded-in-intervals" in codes(rounded)


def test_a_change_that_rounding_may_undo_is_an_indication_with_a_warning():
    result = measured(closing(cases=(30, 10), n=100, rounded_to=10))

    assert answer(result).certainty is Certainty.INDICATION
    assert "rounding-matters" in codes(result)


@pytest.mark.parametrize(("cases", "reference"), [((0, 0), (0, 0)), ((400, 400), (2000, 2000))])
def test_where_nobody_or_everybody_has_the_outcome_there_is_nothing_to_compare(cases, reference):
    result = measured(closing(cases=cases, reference=reference))

    assert answer(result).code == "cannot-same"
    assert not_told(result)


def test_without_cases_in_the_group_there_is_still_an_answer():
    result = measured(closing(cases=(0, 0)))

    assert answer(result).code == "not-shown"
    assert value(result, "gap-before") == pytest.approx(-0.2)


def test_a_group_that_is_not_there_before_cannot_be_compared():
    cells = {("A", "2023"): (84, 400), ("B", "2022"): (400, 2000), ("B", "2023"): (400, 2000)}

    assert answer(measured(table(cells))).code == "cannot-empty"


def test_a_group_without_people_before_cannot_be_compared():
    cells = {
        ("A", "2022"): (0, 0),
        ("A", "2023"): (84, 400),
        ("B", "2022"): (400, 2000),
        ("B", "2023"): (400, 2000),
    }
    assert answer(measured(table(cells))).code == "cannot-empty"


def test_against_everybody_else_the_group_is_not_among_them():
    cells = {
        ("A", "2022"): (120, 400),
        ("A", "2023"): (84, 400),
        ("B", "2022"): (200, 1000),
        ("B", "2023"): (200, 1000),
        ("C", "2022"): (200, 1000),
        ("C", "2023"): (200, 1000),
    }
    result = measured(table(cells), reference="everybody-else")

    assert value(result, "change") == pytest.approx(-0.09)
    assert {each.of["groep"] for each in result.answers} == {"A", "B", "C"}


def test_with_few_periods_there_is_no_model_and_the_answer_says_so():
    result = measured(closing())

    assert "before-after-only" in codes(result)
    assert value(result, "step") is None
    assert value(result, "outside") is None


def steady(gap, *, drift=0.0, step=0.0):
    """A group whose gap follows a straight line, with ups and downs of a fixed pattern."""
    wobble = (3, -3, 2, -2, 1, -1, 0, -1, 1, -2, 2, 0)
    return [
        round(300 * (0.2 + gap + drift * t + step * (t >= 12))) + wobble[t % 12] for t in range(24)
    ]


def test_a_step_is_found_by_the_model_over_time():
    result = measured(
        monthly(steady(0.15, step=-0.12), [180] * 24), period="maand", since="2023-01"
    )
    step = result.figure("step", {"groep": "A"})

    assert answer(result).code == "gap-smaller"
    assert step.interval.low < -0.12 < step.interval.high < 0
    assert value(result, "outside") == 0  # no single month is far enough out
    assert value(result, "seen-from") <= 4
    assert [each.code for each in result.answers] == ["gap-smaller", "shift-seen"]


def test_a_gap_that_was_closing_already_is_not_credited_to_the_measure():
    result = measured(
        monthly(steady(0.30, drift=-0.012), [180] * 24), period="maand", since="2023-01"
    )

    assert answer(result).code == "trend-already"
    assert result.figure("trend-before", {"groep": "A"}).interval.high < 0
    assert result.figure("step", {"groep": "A"}).interval.holds(0.0)


def test_points_exactly_on_a_line_have_no_model_and_no_nan():
    result = measured(monthly([90] * 24, [180] * 24), period="maand", since="2023-01")

    assert answer(result).code == "not-shown"
    assert value(result, "step") is None
    assert every_number_is_finite(result)


def test_the_gap_per_period_stands_in_the_table_where_no_group_is_small():
    with_it = measured(monthly(steady(0.15), [180] * 24), period="maand", since="2023-01")
    gaps = [figure for figure in with_it.figures if figure.name == "gap"]

    assert [figure.of["maand"] for figure in gaps] == list(MONTHS)
    small = measured(closing(cases=(5, 3)))
    assert not [figure for figure in small.figures if figure.name == "gap"]
    assert "periods-not-shown" in codes(small)


def test_nothing_is_said_about_a_trend_of_both_groups():
    cells = {}
    for t, year in enumerate(range(2018, 2024)):
        cells["A", str(year)] = (round(1000 * (0.30 - 0.03 * t)), 1000)
        cells["B", str(year)] = (round(4000 * (0.20 - 0.03 * t)), 4000)
    result = measured(table(cells), since="2021")

    assert answer(result).code == "not-shown"
    assert value(result, "change") == pytest.approx(0, abs=1e-12)
    assert value(result, "own-change") == pytest.approx(-0.09)


def test_periods_weigh_the_same_for_group_and_reference():
    # The group comes mostly in the later period before the measure, the reference in the earlier:
    # adding up people would make a gap out of the trend of both.
    cells = {
        ("A", "2021"): (40, 100),
        ("A", "2022"): (180, 900),
        ("A", "2023"): (200, 1000),
        ("B", "2021"): (720, 1800),
        ("B", "2022"): (40, 200),
        ("B", "2023"): (400, 2000),
    }
    result = measured(table(cells))

    assert value(result, "gap-before") == pytest.approx(0)
    assert value(result, "change") == pytest.approx(0)


def test_how_long_it_takes_follows_from_the_rates_before_only():
    first, other = measured(closing()), measured(closing(cases=(120, 130)))

    for name in ("periods-halved", "periods-closed", "smallest-change"):
        assert value(first, name) == pytest.approx(value(other, name))


def test_without_a_gap_before_there_is_nothing_to_halve():
    result = measured(closing(cases=(82, 84)))

    assert value(result, "periods-halved") is None
    assert "never-halved" not in codes(result)


def test_a_gap_that_can_never_be_seen_closing_says_so():
    result = measured(closing(cases=(22, 14), n=60))

    assert value(result, "periods-halved") is None
    assert "never-halved" in codes(result)


def test_an_unknown_period_is_left_out_and_named():
    tally = closing() + table({("A", "onbekend"): (9, 10), ("B", "onbekend"): (9, 10)})
    result = measured(tally)

    assert value(result, "change") == pytest.approx(-0.09)
    assert "unknown-left-out" in codes(result)
    assert "Daarvan telt niet alles mee" in source_line(result, "nl")


def test_totals_of_periods_are_not_counted():
    tally = replace(
        closing() + table({("A", "2020"): (204, 800), ("B", "2020"): (800, 4000)}),
        totals=(("jaar", "2020"),),
    )

    assert value(measured(tally), "gap-before") == pytest.approx(0.10)


def test_the_result_is_json_with_only_finite_numbers():
    result = measured(monthly(steady(0.15), [180] * 24), period="maand", since="2023-01")

    assert json.loads(result.to_json())["method"] == "change"
    assert every_number_is_finite(result)


def every_number_is_finite(result):
    values = [figure.value for figure in result.figures if figure.value is not None]
    ends = [end for f in result.figures if f.interval for end in (f.interval.low, f.interval.high)]
    return all(map(isfinite, [*values, *ends]))


WRONG = {
    "a period that is none": ({"since": "2023"}, ("voor", "na"), "geen periode"),
    "periods of two kinds": ({"since": "2023"}, ("2022", "2023-01"), "verschillende soorten"),
    "a since of another kind": ({"since": "2023-01"}, ("2022", "2023"), "zoals die in de kolom"),
    "nothing before": ({"since": "2022"}, ("2022", "2023"), "geen periode voor"),
    "nothing after": ({"since": "2024"}, ("2022", "2023"), "geen periode na"),
    "a day that is none": ({"since": "2023-06-31"}, ("2023-06-30", "2023-07-01"), "geen periode"),
}


@pytest.mark.parametrize("name", WRONG)
def test_it_refuses(name):
    asked, years, sentence = WRONG[name]
    cells = {(group, year): (100, 400) for group in "AB" for year in years}

    with pytest.raises(CallError, match=sentence):
        measured(table(cells), **asked)


def test_it_refuses_everybody_together_as_the_reference():
    with pytest.raises(CallError, match="alle anderen"):
        measured(closing(), reference="everybody")


def test_it_refuses_a_column_twice_and_a_level_that_is_not_asked():
    with pytest.raises(CallError, match="twee keer"):
        measured(closing(), period="groep")
    with pytest.raises(LevelError):
        measured(closing(), level=0.5)
    with pytest.raises(CallError, match="Geef een telling"):
        change([], across="groep", reference="B", period="jaar", since="2023")
    with pytest.raises(CallError, match="geen uitkomst"):
        measured(replace(closing(), outcome=None))


def test_it_refuses_a_table_with_only_unknown_periods():
    cells = {("A", "onbekend"): (9, 10), ("B", "onbekend"): (9, 10)}

    with pytest.raises(CallError, match="geen enkele periode"):
        measured(table(cells))
