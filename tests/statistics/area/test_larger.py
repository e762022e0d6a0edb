"""Neighbourhoods taken together by a column of larger areas, and never by their counts."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statistics.area.tables import areas_code, people_code
from tests.tallies import tally_of
from waterpas import release, sentence
from waterpas.errors import CallError, SmallAreas
from waterpas.measure.area import area
from waterpas.measure.areas.asked import without_small
from waterpas.measure.areas.bounds import Share
from waterpas.measure.areas.larger import HIDDEN, least_mean, share_together
from waterpas.results import Count

BY = ("buurt", "pct", "inwoners", "wijk")
# District, percentage, cases, people: two neighbourhoods in each of ten districts, one of them with
# a few cases.
ROWS = [(f"W{at // 2:02d}", 5 + 2 * at, 3 if at % 2 else 40 + at, 400) for at in range(20)]


def table(rows, *, living=None, **more):
    cells = {
        (f"BU{at:02d}", str(pct), str(living or n), district): (cases, n)
        for at, (district, pct, cases, n) in enumerate(rows)
    }
    return tally_of(cells, by=BY, **more)


def measured(rows, *, counted="everybody", larger="wijk", living=None, residents="inwoners"):
    return area(
        table(rows, living=living),
        across="buurt",
        share="pct",
        counted=counted,
        residents=residents,
        larger=larger,
    )


def notes(result):
    return {note.code: dict(note.fields) for note in result.notes}


def test_without_it_no_figure_and_how_many_are_in_the_way():
    result = measured(ROWS, larger=None)

    assert (people_code(result), areas_code(result)) == ("too-few", "areas-cannot")
    assert notes(result)["areas-small"] == {"areas": 10, "all": 20}
    assert result.figures == ()


def test_with_districts_there_are_figures_and_nothing_is_in_the_way():
    result = measured(ROWS)

    assert people_code(result) == "not-told"
    assert areas_code(result) != "areas-cannot"
    assert "areas-small" not in notes(result)
    assert result.asked["larger"] == "wijk"


def test_it_is_what_a_table_of_districts_says():
    """Two neighbourhoods of as many people: the share of both is their mean."""
    districts = {
        (f"W{at:02d}", str(6 + 4 * at)): (43 + 2 * at, 800) for at in range(10)
    }  # fmt: skip
    whole = area(
        tally_of(districts, by=("wijk", "pct")), across="wijk", share="pct", counted="everybody"
    )
    result = measured(ROWS)

    for name in ("group-least", "group-most", "others-least", "gap-most", "areas-low", "areas-gap"):
        assert result.figure(name).value == pytest.approx(whole.figure(name).value), name
    assert result.figure("areas-high").interval == whole.figure("areas-high").interval


def test_a_district_that_is_small_itself_is_in_the_way():
    result = measured([*ROWS, ("W99", 20, 4, 400), ("W99", 21, 5, 400)])

    assert people_code(result) == "too-few"
    assert notes(result)["areas-small"] == {"areas": 1, "all": 11}
    assert "U nam al buurten samen" in sentence(result, "nl")
    assert "--larger" not in sentence(result, "nl")
    assert "--larger" in sentence(measured(ROWS, larger=None), "nl")


def test_before_they_are_kept_the_advice_is_larger_areas_than_these():
    settings = {"share": "pct", "counted": "everybody", "larger": "wijk"}

    with pytest.raises(SmallAreas, match="nog grotere"):
        without_small(table([*ROWS, ("W99", 20, 4, 400), ("W99", 21, 5, 400)]), settings)
    with pytest.raises(SmallAreas, match="zoals de wijk"):
        without_small(table(ROWS), {**settings, "larger": None})


def test_without_residents_the_option_that_is_missing_is_named():
    with pytest.raises(CallError, match="--residents"):
        measured(ROWS, counted="some", residents=None)


@given(
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 400).flatmap(lambda low: st.tuples(st.just(low), st.integers(0, 5))),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_least_mean_is_that_of_all_ends_of_all_weights(given_):
    values = [value for value, _ in given_]
    bounds = [(low, low + more) for _, (low, more) in given_]
    weights = [Count(None, low, high) for low, high in bounds]
    means = [
        sum(v * w for v, w in zip(values, chosen, strict=True)) / sum(chosen)
        for chosen in product(*bounds)
        if sum(chosen)
    ]

    assert least_mean(values, weights) == pytest.approx(min(means, default=0.0))


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 900)), min_size=1, max_size=6))
def test_the_true_share_lies_within_whatever_whole_percents_hide(rows):
    shares = [Share(p / 100, max(p - 0.5, 0) / 100, min(p + 0.5, 100) / 100) for p, _ in rows]
    found = share_together(shares, [Count.exact(n) for _, n in rows])
    true = sum(p / 100 * n for p, n in rows) / sum(n for _, n in rows)

    assert found.low - 1e-9 <= true <= found.high + 1e-9
    assert found.high - found.low <= 0.01 + 1e-9


def test_a_share_that_is_mostly_secret_is_secret_and_a_little_is_not():
    known = Share(0.2, 0.195, 0.205)
    assert share_together([known, HIDDEN], [Count.exact(100), Count.exact(100)]) == HIDDEN

    almost = share_together([known, HIDDEN], [Count.exact(980), Count.exact(20)])
    assert almost.value is not None
    assert (almost.low, almost.high) == pytest.approx((0.195 * 0.98, 0.205 * 0.98 + 0.02))


@pytest.mark.parametrize("district", ["W01", "onbekend"])
def test_a_neighbourhood_lies_in_one_district(district):
    cells = {
        ("BU01", "10", "400", "W00"): (40, 200),
        ("BU01", "10", "400", district): (40, 200),
        ("BU02", "20", "400", "W00"): (50, 400),
    }
    counts = tally_of(cells, by=BY)

    with pytest.raises(CallError, match="ligt niet in één groter gebied"):
        area(counts, across="buurt", share="pct", counted="everybody", larger="wijk")


def test_of_some_residents_it_must_be_known_how_many_live_there():
    with pytest.raises(CallError, match="hoeveel mensen er wonen"):
        measured(ROWS, counted="some", residents=None)

    assert people_code(measured(ROWS, counted="some", living=450)) == "not-told"


def shown(rows):
    result = release(measured(rows), audience="internal").result
    return str((result.answers, result.figures, result.notes))


@given(st.lists(st.integers(0, 12), min_size=10, max_size=10), st.data())
def test_what_is_shown_does_not_tell_how_a_district_is_divided(small, data):
    """Whoever knows the rule learns nothing of one neighbourhood but what its district tells."""
    rows, moved = list(ROWS), list(ROWS)
    for at, few in enumerate(small):
        other = data.draw(st.integers(0, 12))
        for table_, cases in ((rows, few), (moved, other)):
            district, pct, _, n = ROWS[2 * at + 1]
            table_[2 * at + 1] = (district, pct, cases, n)
            first = ROWS[2 * at]
            table_[2 * at] = (first[0], first[1], 60 - cases, first[3])

    assert shown(rows) == shown(moved)


def test_the_number_in_the_way_does_not_hang_on_how_small_they_are():
    """The positive control is the last: a neighbourhood of ten is not in the way."""

    def way(cases):
        result = measured([("W0", 20, cases, 400), ("W1", 30, 40, 400)], larger=None)
        return notes(result).get("areas-small")

    assert {str(way(cases)) for cases in range(10)} == {str({"areas": 1, "all": 2})}
    assert way(10) is None
