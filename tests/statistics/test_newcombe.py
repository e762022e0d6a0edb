import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from tests.statistics.tables import AWKWARD, PUBLISHED, any_table, counts, levels, swapped
from waterpas.errors import CallError, CountError
from waterpas.measure.differences import newcombe_interval

GOLDEN = [
    (0.0524, 0.3339),
    (0.1705, 0.8090),
    (0.0582, 0.8062),
    (-0.0381, 0.1926),
    (-0.1611, 0.2775),
    (-0.2775, 0.2775),
    (0.6791, 1),
    (0.6075, 1),
    (-0.4687, -0.0378),
]


@pytest.mark.parametrize(("table", "expected"), list(zip(PUBLISHED, GOLDEN, strict=True)))
def test_method_ten_gives_the_golden_values(table, expected):
    interval = newcombe_interval(**counts(table))

    assert (interval.low, interval.high) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((2010, 54820, 1050, 178200), (0.02919, 0.03242)),
        ((120, 15630, 1050, 178200), (0.00048, 0.00332)),
    ],
    ids=["outside Europe", "Europe"],
)
def test_selection_for_a_home_visit_by_duo_in_2014(table, expected):
    interval = newcombe_interval(**counts(table))

    assert (interval.low, interval.high) == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@pytest.mark.parametrize("table", PUBLISHED + AWKWARD)
def test_statsmodels_gives_the_same(table, level):
    interval = newcombe_interval(**counts(table), level=level)

    expected = confint_proportions_2indep(*table, method="newcomb", alpha=1 - level)
    assert (interval.low, interval.high) == pytest.approx(expected, abs=1e-11)


@given(any_table, levels)
def test_swapping_the_groups_mirrors_the_interval(table, level):
    there = newcombe_interval(**counts(table), level=level)
    back = newcombe_interval(**counts(swapped(table)), level=level)

    assert (there.low, there.high) == (-back.high, -back.low)


@given(any_table, levels)
def test_the_interval_holds_the_difference_and_stays_a_difference(table, level):
    interval = newcombe_interval(**counts(table), level=level)

    difference = table[0] / table[1] - table[2] / table[3]
    assert -1 <= interval.low <= difference <= interval.high <= 1
    assert interval.low < interval.high


@given(any_table, st.floats(0.5, 0.99))
def test_more_certainty_asks_for_a_wider_interval(table, level):
    narrow = newcombe_interval(**counts(table), level=level)
    wide = newcombe_interval(**counts(table), level=level + 0.005)

    assert wide.low <= narrow.low
    assert wide.high >= narrow.high
    assert wide.high - wide.low > narrow.high - narrow.low


def test_broken_counts_lie_between_their_neighbours():
    fewer, broken, more = (newcombe_interval(**counts((cases, 20, 3, 10))) for cases in (7, 7.5, 8))

    assert fewer.low < broken.low < more.low
    assert fewer.high < broken.high < more.high


def test_equal_groups_without_cases_give_a_symmetric_interval_around_zero():
    interval = newcombe_interval(**counts((0, 10, 0, 10)))

    assert interval.low == -interval.high


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ((11, 10, 1, 10), "totaal, 10; opgegeven is 11"),
        ((1, 10, -1, 10), "totaal, 10; opgegeven is -1"),
        ((0, 0, 1, 10), "groter zijn dan 0; opgegeven is 0"),
        ((1, 10, 0, 0), "groter zijn dan 0; opgegeven is 0"),
    ],
)
def test_impossible_counts_are_refused(table, message):
    with pytest.raises(CountError, match=message):
        newcombe_interval(**counts(table))


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_level_is_refused(level):
    with pytest.raises(CallError, match=f"opgegeven is {level}"):
        newcombe_interval(**counts((1, 10, 1, 10)), level=level)
