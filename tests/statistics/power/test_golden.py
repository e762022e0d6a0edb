"""Planned sizes beside published ones, and beside statsmodels and scipy."""

from math import log, sqrt

import numpy as np
import pytest
from scipy import integrate, optimize, stats
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.proportion import proportion_confint

from waterpas.measure.detectable import detectable_difference
from waterpas.measure.planning import power
from waterpas.measure.plans.asked import asked_of
from waterpas.measure.plans.chances import Stratum, kept, of_rates
from waterpas.measure.plans.deciding import alike, gap_of, of_spread, spread_of
from waterpas.measure.plans.designs import combinations_of, comparisons_of, freedom_of, parts_of
from waterpas.measure.plans.solving import fewest, smallest
from waterpas.measure.plans.student_power import of_means, reach_of
from waterpas.measure.plans.waiting import of_days

Z = stats.norm.ppf(0.975)


def part_of(design, *, people=None, difference=None, level=0.95, **given):
    plan = asked_of(
        design, people=people, difference=difference, power=0.8, level=level, given=given
    )
    return parts_of(plan)[0]


def exact_size(design, difference, **given):
    """The people needed, unrounded, for a difference upwards."""
    part = part_of(design, difference=difference, **given)
    return fewest(part.ways[0], difference=difference, power=0.8)


class TestRates:
    @pytest.mark.parametrize(
        ("rate", "other", "each"), [(0.2, 0.3, 293.1513), (0.02, 0.05, 587.9217)]
    )
    def test_the_size_of_power_prop_test(self, rate, other, each):
        assert exact_size("audit", other - rate, share=0.5, rate=rate) / 2 == pytest.approx(
            each, abs=1e-3
        )

    @pytest.mark.parametrize("share", [0.5, 0.1, 0.03])
    @pytest.mark.parametrize("rate", [0.0, 0.02, 0.3, 0.5, 0.97, 1.0])
    @pytest.mark.parametrize("people", [60, 700, 50_000])
    def test_the_smallest_difference_is_the_one_that_stands_beside_every_comparison(
        self, share, rate, people
    ):
        known = detectable_difference(
            group_total=share * people, reference_total=(1 - share) * people, reference_rate=rate
        )
        higher, lower = part_of("audit", people=people, share=share, rate=rate).ways

        for way, value in ((higher, known.higher), (lower, known.lower)):
            found = smallest(way, people=people, power=0.8)
            assert found == (value if value is None else pytest.approx(value, abs=1e-9))

    def test_unequal_groups_by_the_formula_of_fleiss_tytun_and_ury(self):
        # Their m for the smaller group: k times as many in the other.
        p, q, k = 0.25, 0.4, 3.0
        mean = (q + k * p) / (1 + k)
        m = (
            Z * sqrt((k + 1) * mean * (1 - mean))
            + stats.norm.ppf(0.8) * sqrt(k * q * (1 - q) + p * (1 - p))
        ) ** 2 / (k * (q - p) ** 2)

        assert exact_size("audit", q - p, share=1 / (1 + k), rate=p) == pytest.approx((1 + k) * m)

    def test_their_correction_for_whole_counts(self):
        p, q, k = 0.25, 0.4, 1.0  # as large groups: no skewness
        size = exact_size("intersections", q - p, share=1 / (1 + k), rate=p, levels=(2,), depth=1)
        z = stats.norm.ppf(1 - 0.025 / 2)  # two combinations
        mean = (q + k * p) / (1 + k)
        m = (
            z * sqrt((k + 1) * mean * (1 - mean))
            + stats.norm.ppf(0.8) * sqrt(k * q * (1 - q) + p * (1 - p))
        ) ** 2 / (k * (q - p) ** 2)
        corrected = m / 4 * (1 + sqrt(1 + 2 * (k + 1) / (m * k * (q - p)))) ** 2

        assert size == pytest.approx((1 + k) * corrected)

    def test_one_stratum_is_no_stratum(self):
        sizes, strata = (80.0, 900.0), (Stratum(0.3, 0.3), Stratum(0.7, 0.7))
        alike = of_rates(0.1, rate=0.3, sizes=sizes, z=Z, strata=strata)

        assert alike == pytest.approx(of_rates(0.1, rate=0.3, sizes=sizes, z=Z))
        assert kept(strata, share=0.1) == pytest.approx(1.0)
        assert kept((Stratum(1, 0), Stratum(0, 1)), share=0.1) == 0

    def test_the_part_that_is_kept_is_that_of_the_weights(self):
        strata = (Stratum(0.9, 0.2), Stratum(0.1, 0.8))
        weights = [90 * 180 / 270, 10 * 720 / 730]

        assert kept(strata, share=0.1) == pytest.approx(sum(weights) / (100 * 900 / 1000))


class TestMeans:
    @pytest.mark.parametrize(
        ("distance", "each"), [(0.5, 63.76561), (1.0, 16.71472), (0.2, 393.4057)]
    )
    def test_the_size_of_power_t_test(self, distance, each):
        def lacking(people):
            error = sqrt(4 / people)
            return of_means(
                distance / error, freedom=freedom_of(people / 2, people / 2), level=0.95
            )

        size = optimize.brentq(lambda people: lacking(people) - 0.8, 8, 2000) / 2

        assert size == pytest.approx(each, abs=1e-3)

    def test_pay_is_planned_for_two_kinds_of_questions(self):
        once = exact_size("pay", 0.5, share=0.5, spread=1)

        assert once > 2 * 63.76561  # each question counts double in the method

    @pytest.mark.parametrize("share", [0.5, 0.1])
    @pytest.mark.parametrize("people", [12, 60, 700])
    def test_the_chance_of_statsmodels(self, share, people):
        n, m = share * people, (1 - share) * people
        # One-sided at half the level: statsmodels counts a finding on the wrong side as well.
        known = TTestIndPower().power(
            effect_size=0.4, nobs1=n, alpha=0.025, ratio=m / n, alternative="larger"
        )
        found = of_means(0.4 / sqrt(1 / n + 1 / m), freedom=people - 2, level=0.95)

        assert found == pytest.approx(known, abs=1e-7)

    @pytest.mark.parametrize("freedom", [8, 18, 31.4, 200, 1000, 99_999, 200_000])
    @pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
    def test_the_distribution_of_student(self, freedom, level):
        known = stats.t.ppf((1 + level) / 2, freedom)

        assert reach_of(level, freedom) == pytest.approx(known, rel=2e-5)

    def test_a_small_group_has_the_degrees_of_freedom_of_welch(self):
        n, m = 12, 48
        a, b = 1 / n, 1 / m  # the squared errors of both means, of spreads that are alike
        pooled, welch = n + m - 2, (a + b) ** 2 / (a**2 / (n - 1) + b**2 / (m - 1))

        assert freedom_of(n, m) == pytest.approx(welch)
        assert welch < pooled
        assert freedom_of(30, 30) == pytest.approx(58)


class TestDeciders:
    def test_a_spread_and_its_gap_belong_together(self):
        # Nine of ten deciders lie below 1.2816 standard deviations.
        odds = 0.25 / 0.75
        high = odds * 2.718281828459045 ** (1.2815515655446004 * 0.4)
        low = odds / 2.718281828459045 ** (1.2815515655446004 * 0.4)

        assert gap_of(0.4, rate=0.25) == pytest.approx(high / (1 + high) - low / (1 + low))
        assert spread_of(gap_of(0.4, rate=0.25), rate=0.25) == pytest.approx(0.4)

    def test_the_share_between_deciders_is_an_integral(self):
        def of(at, power):
            return (1 / (1 + 1.5 * np.exp(-0.3 * at))) ** power * stats.norm.pdf(at)

        mean, square = (integrate.quad(of, -9, 9, args=(power,))[0] for power in (1, 2))
        known = (square - mean**2) / (mean * (1 - mean))

        assert alike(0.3, rate=0.4) == pytest.approx(known, rel=1e-6)

    @pytest.mark.parametrize(("rate", "spread"), [(0.4, 0.3), (0.1, 0.6)])
    def test_the_chance_is_that_of_a_sum_of_squares(self, rate, spread):
        # The moments of what is counted with one decider, summed over every number of cases.
        deciders, each, points = 30, 50, np.linspace(-6, 6, 4001)
        weights = stats.norm.pdf(points) / stats.norm.pdf(points).sum()
        rates = 1 / (1 + (1 - rate) / rate * np.exp(-spread * points))
        cases = np.arange(each + 1)
        chance = (weights[:, None] * stats.binom.pmf(cases, each, rates[:, None])).sum(axis=0)
        mean = (chance * cases / each).sum()
        square, fourth = ((chance * (cases / each - mean) ** power).sum() for power in (2, 4))
        freedom = min(1.0, 2 * square**2 / (fourth - square**2)) * (deciders - 1)
        times = square / (mean * (1 - mean) / each) * (deciders - 1) / freedom
        ratio = optimize.brentq(lambda r: deciders * (r - 1 - np.log(r)) - Z**2, 1, 9)
        known = stats.chi2.sf(deciders * ratio / times, freedom)
        found = of_spread(
            gap_of(spread, rate=rate), rate=rate, deciders=deciders, each=each, level=0.95
        )

        assert found == pytest.approx(known, abs=1e-3)
        assert (freedom < deciders - 1) == (rate == 0.1)

    def test_deciders_who_say_always_yes_or_always_no_are_seen(self):
        assert of_spread(0.9999, rate=0.5, deciders=20, each=150, level=0.95) > 0.99


class TestTimes:
    def test_the_difference_of_two_restricted_means(self):
        n, m, horizon = 400, 1600, 35.0
        speeds = log(2) / 46, log(2) / 40

        def area(speed):
            return integrate.quad(lambda t: np.exp(-speed * t), 0, horizon)[0]

        def variance(speed, people):
            # Greenwood: the area that is left after t, squared, for who is decided on at t.
            def at(t):
                left = (np.exp(-speed * t) - np.exp(-speed * horizon)) / speed
                return left**2 * speed / np.exp(-speed * t)

            return integrate.quad(at, 0, horizon)[0] / people

        error = sqrt(variance(speeds[0], n) + variance(speeds[1], m))
        known = stats.norm.cdf((area(speeds[0]) - area(speeds[1])) / error - Z)
        # Who looks no longer than this: a week is taken off the end.
        decided = 1 - np.exp(-speeds[1] * (horizon + 7))
        found = of_days(6, days=40, sizes=(n, m), decided=decided, z=Z)

        assert found == pytest.approx(known)

    def test_near_even_and_with_everybody_decided_it_is_the_formula_of_schoenfeld(self):
        # The log-rank test needs (z + z)^2 / (share (1 - share) log(ratio)^2) decisions; means up
        # to a far horizon are nearly as good for waiting that ends at a constant speed.
        events = (Z + stats.norm.ppf(0.8)) ** 2 / (0.25 * log(1.05) ** 2)
        size = exact_size("duration", 2, share=0.5, days=40)

        assert size == pytest.approx(events, rel=0.05)

    def test_where_fewer_than_ten_are_decided_in_time_nothing_is_seen(self):
        assert of_days(400, days=10, sizes=(12, 500), decided=0.5, z=Z) < 0.05
        assert of_days(5, days=10, sizes=(10, 500), decided=1.0, z=Z) == 0


class TestChanges:
    def test_the_interval_of_the_method_at_the_expected_rates(self):
        part = part_of("change", people=1000, share=0.2, rate=0.3, gap=0.1, before=4, after=2)
        d, sizes = 0.05, {"group": (800, 400), "reference": (3200, 1600)}
        (gb, ga), (rb, ra) = sizes["group"], sizes["reference"]

        def wilson(rate, n, way):
            low, high = proportion_confint(rate * n, n, method="wilson")
            return high - rate if way > 0 else rate - low

        reach = np.sqrt(
            wilson(0.45, ga, -1) ** 2
            + wilson(0.3, ra, 1) ** 2
            + wilson(0.4, gb, 1) ** 2
            + wilson(0.3, rb, -1) ** 2
        )
        present = np.sqrt(0.45 * 0.55 / ga + 0.24 / gb + 0.21 / ra + 0.21 / rb)

        assert part.ways[0].chance(d, 1000) == pytest.approx(stats.norm.cdf((d - reach) / present))

    def test_with_many_periods_the_interval_may_become_wider_by_chance(self):
        many = part_of("change", people=400, share=0.2, rate=0.3, gap=0.1, before=8, after=8)
        # As many people in fewer, larger periods: without a look at ups and downs.
        few = part_of("change", people=800, share=0.2, rate=0.3, gap=0.1, before=4, after=4)
        d, more = 0.09, stats.t.ppf(0.975, 14) / Z
        chance = few.ways[0].chance(d, 800)
        others = 2 * 0.21 / (320 * 8)
        present = np.sqrt(0.24 / 640 + 0.49 * 0.51 / 640 + others)
        reach = d - stats.norm.ppf(chance) * present

        def seen(phi):
            wider = np.sqrt(phi) * more if phi > 1 else 1
            return stats.norm.cdf((d - wider * reach) / present) * stats.chi2.pdf(phi * 14, 14) * 14

        known = integrate.quad(seen, 0, 1)[0] + integrate.quad(seen, 1, 6)[0]

        assert many.ways[0].chance(d, 400) == pytest.approx(known, abs=2e-3)
        assert known < chance


class TestManyComparisons:
    def test_how_many_each_design_makes(self):
        def many(design, **given):
            plan = asked_of(design, people=500, difference=None, power=0.8, level=0.95, given=given)
            return comparisons_of(plan)

        assert many("audit") == 1
        assert many("audit", groups=6) == 5
        assert many("chain", steps=(0.5, 0.5, 0.5), groups=3) == 6
        assert many("intersections", levels=(2, 3)) == 2 + 3 + 6
        assert many("risk_profile", levels=()) == 5
        assert many("risk_profile", levels=(3, 2), groups=3) == 8 + 2 * 5 + 2
        assert many("pay", spread=800, questions=1) == 2
        assert many("pay", spread=800, questions=3, groups=4) == 18
        assert many("deciders", deciders=20) == 1

    def test_combinations_are_counted_up_to_their_depth(self):
        assert combinations_of((2, 3, 4), 1) == 9
        assert combinations_of((2, 3, 4), 2) == 9 + 6 + 8 + 12
        assert combinations_of((2, 3, 4), 3) == 9 + 26 + 24

    def test_planning_for_more_comparisons_is_planning_at_their_part_of_five_percent(self):
        part = part_of("audit", difference=0.1, share=0.1, rate=0.3, groups=6)
        n, m = 0.1, 0.5
        pooled = (n * 0.4 + m * 0.3) / (n + m)
        z = stats.norm.ppf(1 - 0.05 / 5 / 2)
        root = z * sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)) + stats.norm.ppf(0.8) * sqrt(
            0.24 / n + 0.21 / m
        )

        assert fewest(part.ways[0], difference=0.1, power=0.8) == pytest.approx((root / 0.1) ** 2)


def test_the_sentence_of_the_handbook_holds():
    plan = power("audit", people=700, share=0.1, rate=0.2)

    assert plan.figure("in-group").value == 70
    assert plan.figure("smallest").value == pytest.approx(0.15, abs=0.005)
