"""Places with the measure beside places without it."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf

from tests.statistics.change.tables import answer, codes, measured, table, value
from waterpas.errors import CallError
from waterpas.explain.method import source_line
from waterpas.results import Certainty

PLACES = "NOZWC"


def spread_out(changes, *, n=400, m=1600, gap=0.10):
    """Two years in five districts: in each the gap changes by so much."""
    cells = {}
    for place, by in zip(PLACES, changes, strict=True):
        cells["A", "2022", place] = (round(n * (0.20 + gap)), n)
        cells["A", "2023", place] = (round(n * (0.20 + gap + by)), n)
        for year in ("2022", "2023"):
            cells["B", year, place] = (round(m * 0.20), m)
    return table(cells, by=("groep", "jaar", "wijk"))


def beside(here, elsewhere, *, n=4000, m=16000):
    """Two years; the gap goes from one to the other with the measure, and without it."""
    cells = {}
    for pilot, gaps in (("ja", here), ("nee", elsewhere)):
        for year, gap in zip(("2022", "2023"), gaps, strict=True):
            cells["A", year, pilot] = (round(n * (0.30 + gap)), n)
            cells["B", year, pilot] = (round(m * 0.30), m)
    return measured(table(cells, by=("groep", "jaar", "proef")), where="proef", introduced_in="ja")


@pytest.mark.parametrize(
    ("here", "elsewhere", "code"),
    [
        ((0.05, 0.06), (0.05, 0.20), "smaller-than-elsewhere"),
        ((-0.05, -0.06), (-0.05, -0.20), "smaller-than-elsewhere"),
        ((0.10, 0.09), (0.10, 0.01), "larger-than-elsewhere"),
        ((0.10, 0.10), (0.10, 0.01), "larger-than-elsewhere"),
        ((0.10, 0.05), (0.10, -0.05), "other-than-elsewhere"),
        ((0.10, 0.05), (0.10, -0.08), "other-than-elsewhere"),
        ((0.10, 0.02), (0.10, 0.10), "gap-smaller"),
        ((0.02, 0.10), (0.02, 0.02), "gap-larger"),
        ((0.10, -0.10), (0.10, 0.10), "gap-turned"),
    ],
)
def test_the_answer_is_about_the_gap_only_where_the_gap_itself_went_that_way(here, elsewhere, code):
    result = beside(here, elsewhere)

    assert answer(result).code == code
    assert answer(result).certainty is Certainty.DIFFERENCE
    assert value(result, "elsewhere-before") == pytest.approx(elsewhere[0])
    assert value(result, "elsewhere-after") == pytest.approx(elsewhere[1])


def test_beyond_the_change_elsewhere():
    result = measured(
        spread_out([-0.15, -0.15, -0.05, -0.05, -0.05]), where="wijk", introduced_in=("N", "O")
    )

    assert value(result, "change") == pytest.approx(-0.15)
    assert value(result, "elsewhere") == pytest.approx(-0.05)
    assert value(result, "beyond") == pytest.approx(-0.10)
    assert value(result, "own-beyond") == pytest.approx(-0.10)


def test_a_change_that_came_everywhere_is_not_the_measure():
    result = measured(spread_out([-0.09] * 5), where="wijk", introduced_in=("N", "O"))

    assert answer(result).code == "not-shown"
    assert value(result, "change") == pytest.approx(-0.09)


def test_with_too_few_places_the_answer_stays_an_indication():
    # Two of five places: ten choices, so p is at least 0.1.
    result = measured(spread_out([-0.09, -0.09, 0, 0, 0]), where="wijk", introduced_in=("N", "O"))

    assert answer(result).code == "perhaps-smaller"
    assert "places-too-few" in codes(result)
    note = next(n for n in result.figure("beyond", {"groep": "A"}).notes if n.code == "permuted")
    assert (note.fields["times"], note.fields["ways"]) == (1, 10)


def test_with_enough_places_it_can_be_shown():
    cells = {}
    for at in range(12):
        for year, by in (("2022", 0), ("2023", -0.12 if at < 6 else 0.0)):
            cells["A", year, f"w{at}"] = (round(400 * (0.32 + by)) + at % 3, 400)
            cells["B", year, f"w{at}"] = (320, 1600)
    result = measured(
        table(cells, by=("groep", "jaar", "wijk")),
        where="wijk",
        introduced_in=[f"w{at}" for at in range(6)],
    )

    assert answer(result).code == "gap-smaller"
    assert "places-too-few" not in codes(result)


def test_a_yes_and_no_without_places_says_that_places_are_not_known():
    cells = {}
    for pilot, by in (("ja", -0.10), ("nee", 0.0)):
        for year in ("2022", "2023"):
            rate = 0.30 + (by if year == "2023" else 0)
            cells["A", year, pilot] = (round(800 * rate), 800)
            cells["B", year, pilot] = (600, 3000)
    result = measured(
        table(cells, by=("groep", "jaar", "proef")), where="proef", introduced_in="ja"
    )

    assert answer(result).code == "gap-smaller"
    assert "places-not-known" in codes(result)


def test_places_within_a_yes_and_no():
    tally = spread_out([-0.09, -0.09, 0, 0, 0])
    cells = {
        (group, year, place, "ja" if place in "NO" else "nee"): (cell.cases.value, cell.n.value)
        for (group, year, place), cell in tally.cells.items()
    }
    result = measured(
        table(cells, by=("groep", "jaar", "wijk", "proef")),
        where="proef",
        introduced_in="ja",
        places="wijk",
    )

    assert value(result, "beyond") == pytest.approx(-0.09)
    assert answer(result).code == "perhaps-smaller"


def test_a_place_that_was_not_there_before_is_left_out_and_named():
    tally = spread_out([-0.09, -0.09, 0, 0, 0]) + table(
        {("A", "2023", "X"): (10, 100), ("B", "2023", "X"): (20, 100)},
        by=("groep", "jaar", "wijk"),
    )
    result = measured(tally, where="wijk", introduced_in=("N", "O"))

    assert value(result, "beyond") == pytest.approx(-0.09)
    note = next(each for each in result.notes if each.code == "places-left-out")
    assert note.fields["levels"] == ("X",)
    assert "Daarvan telt niet alles mee" in source_line(result, "nl")


def test_without_people_elsewhere_it_cannot_be_said():
    cells = {
        key: (cell.cases.value, cell.n.value)
        for key, cell in spread_out([0] * 5).cells.items()
        if key[0] == "B" or key[2] in "NO"
    }
    result = measured(
        table(cells, by=("groep", "jaar", "wijk")), where="wijk", introduced_in=("N", "O")
    )

    assert answer(result).code == "cannot-empty"


def test_moving_between_places_makes_no_change():
    # The gap is 100 per 1,000 in one place and nothing in the other, always; people move.
    cells = {
        ("A", "2022", "N"): (270, 900),
        ("A", "2022", "O"): (20, 100),
        ("A", "2023", "N"): (30, 100),
        ("A", "2023", "O"): (180, 900),
        ("A", "2022", "Z"): (100, 500),
        ("A", "2023", "Z"): (100, 500),
    }
    cells |= {("B", year, place): (200, 1000) for _, year, place in list(cells)}
    result = measured(
        table(cells, by=("groep", "jaar", "wijk")), where="wijk", introduced_in=("N", "O")
    )

    assert value(result, "change") == pytest.approx(0)


def test_the_triple_difference_is_that_of_a_saturated_regression():
    rng = np.random.default_rng(5)
    cells = {
        (group, year, pilot): (int(rng.integers(100, 300)), 1000)
        for group in "AB"
        for year in ("2022", "2023")
        for pilot in ("ja", "nee")
    }
    result = measured(
        table(cells, by=("groep", "jaar", "proef")), where="proef", introduced_in="ja"
    )
    rows = pd.DataFrame(
        [
            {"y": x / n, "g": group == "A", "t": year == "2023", "p": pilot == "ja"}
            for (group, year, pilot), (x, n) in cells.items()
        ]
    ).astype(float)
    fit = smf.ols("y ~ g * t * p", rows).fit()

    assert value(result, "beyond") == pytest.approx(fit.params["g:t:p"])


@pytest.mark.parametrize(
    "asked",
    [
        {"where": "wijk"},
        {"where": "wijk", "introduced_in": "X"},
        {"where": "wijk", "introduced_in": tuple(PLACES)},
    ],
)
def test_it_refuses_places_that_are_none_or_all(asked):
    with pytest.raises(CallError, match="minstens één, en niet alle"):
        measured(spread_out([0] * 5), **asked)


def test_it_refuses_places_without_where_the_measure_was():
    with pytest.raises(CallError, match="waar de maatregel gold"):
        measured(spread_out([0] * 5), places="wijk")
