"""The step and the line on counts that the source rounded, against every table behind them."""

from itertools import product

import numpy as np
import pytest

from tests.statistics.change.draws import side
from tests.statistics.change.tables import codes, measured, monthly, table
from tests.statistics.change.test_answers import steady
from waterpas.measure.changes.trend import over_time, rounding_reach, trend_before
from waterpas.measure.changes.two_sides import Moment
from waterpas.measure.pairs_of_counts import Side
from waterpas.results import Count

PRINTED = ((30, 100), (10, 120), (40, 90), (20, 100), (0, 110), (30, 80))
BEFORE = 3


def rounded(cases, n):
    return Side(Count(n, n - 5, n + 5), Count(cases, max(0, cases - 5), cases + 5), float(n))


def moments(*, whose, made):
    """Six periods; the group (or the reference) as `made` has it, the other side exact."""
    other = side(40, 200)
    pairs = [(made(*each), other) for each in PRINTED]
    return tuple(
        Moment(t, t < BEFORE, pair if whose == 0 else pair[::-1]) for t, pair in enumerate(pairs)
    )


def behind(cases, n):
    """The rates of the tables that may be behind two printed counts: the ends, and the middle."""
    numbers = (max(0, cases - 5), cases, cases + 5)
    return [x / people for x, people in product(numbers, (n - 5, n + 5))]


def coefficients(design, weights, gaps):
    """Weighted least squares, written out; one column of `gaps` per table."""
    by_weight = design.T * weights
    return np.linalg.solve(by_weight @ design, by_weight @ gaps)


@pytest.mark.parametrize("whose", [0, 1])
def test_rounding_reaches_as_far_as_the_worst_of_all_tables_and_no_further(whose):
    points = moments(whose=whose, made=rounded)
    times = np.arange(6.0) - BEFORE
    after = (times >= 0).astype(float)
    design = np.column_stack([np.ones(6), times, after, times * after])
    weights = np.array([each.weight for each in points])
    rates = np.array(list(product(*(behind(*each) for each in PRINTED)))).T
    every = coefficients(design, weights, rates - 0.2 if whose == 0 else 0.2 - rates)
    printed = coefficients(design, weights, np.array([each.gap for each in points]))

    down, up = rounding_reach(design, points)

    assert every.shape == (4, 6**6)
    assert printed - down == pytest.approx(every.min(axis=1))
    assert printed + up == pytest.approx(every.max(axis=1))


def test_the_interval_is_that_of_the_printed_counts_with_the_rounding_on_top():
    exact, printed = (
        over_time(moments(whose=0, made=made), start=BEFORE) for made in (side, rounded)
    )

    for name in ("step", "before", "bend"):
        narrow, wide = getattr(exact, name), getattr(printed, name)
        assert wide.value == narrow.value
        assert wide.interval.low < narrow.interval.low < narrow.interval.high < wide.interval.high


def test_counts_that_are_exact_get_nothing_on_top():
    down, up = rounding_reach(np.ones((6, 1)), moments(whose=0, made=side))

    assert down == up == 0.0


def over_months(**more):
    tally = monthly(steady(0.15, step=-0.12), [180] * 24)
    cells = {key: (each.cases.value, each.n.value) for key, each in tally.cells.items()}
    counts = table(cells, by=("groep", "maand"), **more)
    return measured(counts, period="maand", since="2023-01")


def test_a_shift_that_rounding_may_have_made_is_not_said_to_be_seen():
    exact, printed = over_months(), over_months(rounded_to=10)
    about = {"groep": "A"}

    assert [each.code for each in exact.answers] == ["gap-smaller", "shift-seen"]
    assert [each.code for each in printed.answers] == ["gap-smaller"]
    assert printed.figure("outside", about) is printed.figure("seen-from", about) is None
    assert "rounded-not-watched" in codes(printed) - codes(exact)
    inner, outer = (each.figure("step", about).interval for each in (exact, printed))
    assert outer.low < inner.low - 0.01 < inner.high + 0.01 < outer.high


def test_with_few_periods_nothing_is_watched_so_nothing_is_said_of_it():
    cells = {(g, y): (100, 400) for g in "AB" for y in ("2022", "2023")}

    assert "rounded-not-watched" not in codes(measured(table(cells, rounded_to=10)))


def test_points_before_that_are_all_alike_give_no_nan():
    points = [
        Moment(t, t < 12, (side(0 if t < 12 else 10 * (t % 4), 50), side(40, 200)))
        for t in range(24)
    ]

    assert trend_before(points[:12], start=12) is None
    with np.errstate(all="raise"):
        model = over_time(points, start=12)
    assert np.isfinite([model.before.interval.low, model.step.interval.high]).all()
