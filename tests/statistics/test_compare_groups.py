"""Groups compared: published figures, edges by name, and the four wordings."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tallies import cell, tally_of
from waterpas.errors import CallError
from waterpas.measure.against import EVERYBODY, EVERYBODY_ELSE
from waterpas.measure.groups import adjust, compare_groups
from waterpas.results import Certainty, Comparison, GroupResult
from waterpas.tallies.moments import Repeats


def group(result: Comparison, **levels: str) -> GroupResult:
    """The group with these levels."""
    (found,) = [g for g in result.groups if levels.items() <= g.group.items()]
    return found


BERKELEY = {
    ("Male", "A"): (512, 825),
    ("Female", "A"): (89, 108),
    ("Male", "B"): (353, 560),
    ("Female", "B"): (17, 25),
    ("Male", "C"): (120, 325),
    ("Female", "C"): (202, 593),
    ("Male", "D"): (138, 417),
    ("Female", "D"): (131, 375),
    ("Male", "E"): (53, 191),
    ("Female", "E"): (94, 393),
    ("Male", "F"): (22, 373),
    ("Female", "F"): (24, 341),
}


# Bickel, Hammel and O'Connell (1975), as in R datasets::UCBAdmissions.
def test_berkeley_admits_men_more_often_when_departments_are_not_looked_at():
    tally = tally_of(BERKELEY, by=("Gender", "Dept"))

    result = compare_groups(tally, across="Gender", reference="Male")

    men, women = group(result, Gender="Male"), group(result, Gender="Female")
    assert (men.cases.value, men.n.value) == (1198, 2691)
    assert (women.cases.value, women.n.value) == (557, 1835)
    assert men.rate.value == pytest.approx(0.4452, abs=5e-5)
    assert women.rate.value == pytest.approx(0.3035, abs=5e-5)
    assert women.difference.value == pytest.approx(-0.14165, abs=5e-6)
    assert women.certainty == Certainty.DIFFERENCE


def test_within_departments_each_group_is_compared_in_its_own_stratum():
    tally = tally_of(BERKELEY, by=("Gender", "Dept"))

    result = compare_groups(tally, across="Gender", reference="Male", by=("Dept",))

    assert len(result.groups) == 12
    assert result.family == 6
    first = group(result, Gender="Female", Dept="A")
    assert first.rate.value - first.difference.value == pytest.approx(512 / 825)
    assert first.difference.value > 0  # department A admitted women more often


# Statistics Netherlands, May 2024; expected values computed in Python and R.
@pytest.mark.parametrize(
    ("cases", "total", "ratio", "low", "high", "difference", "d_low", "d_high"),
    [
        (2010, 54820, 6.2227, 5.7787, 6.7007, 0.03077, 0.02919, 0.03242),
        (120, 15630, 1.3030, 1.0795, 1.5727, 0.00179, 0.00048, 0.00332),
    ],
)
def test_duo_2014_selected_for_control(cases, total, ratio, low, high, difference, d_low, d_high):
    tally = tally_of({("NL",): (1050, 178200), ("g",): (cases, total)}, by=("herkomst",))

    found = group(compare_groups(tally, across="herkomst", reference="NL"), herkomst="g")

    assert found.ratio.value == pytest.approx(ratio, abs=5e-5)
    assert found.ratio.interval.low == pytest.approx(low, abs=5e-5)
    assert found.ratio.interval.high == pytest.approx(high, abs=5e-5)
    assert found.difference.value == pytest.approx(difference, abs=5e-6)
    assert found.difference.interval.low == pytest.approx(d_low, abs=5e-6)
    assert found.difference.interval.high == pytest.approx(d_high, abs=5e-6)
    mn = found.difference.others["miettinen-nurminen"]
    assert (mn.low, mn.high) == pytest.approx((d_low, d_high), abs=6e-6)


class TestReference:
    counts = tally_of({("a",): (30, 100), ("b",): (20, 200), ("c",): (10, 50)}, by=("g",))

    def test_its_own_row_has_difference_0_and_ratio_1_without_intervals(self):
        row = group(compare_groups(self.counts, across="g", reference="a"), g="a")

        assert (row.difference.value, row.ratio.value) == (0, 1)
        assert row.difference.interval is row.ratio.interval is row.p is row.certainty is None

    def test_everybody_else_leaves_the_group_itself_out(self):
        row = group(compare_groups(self.counts, across="g", reference=EVERYBODY_ELSE), g="a")

        assert (row.reference_cases.value, row.reference_n.value) == (30, 250)
        assert row.ratio.value == pytest.approx(0.3 / 0.12)

    def test_everybody_holds_the_group_itself(self):
        result = compare_groups(self.counts, across="g", reference=EVERYBODY)

        row = group(result, g="a")
        assert row.ratio.value == pytest.approx(0.3 / (60 / 350))
        assert row.difference.value == pytest.approx(0.3 - 60 / 350)
        assert row.difference.interval.low < row.difference.value < row.difference.interval.high
        assert group(result, g=EVERYBODY).is_reference

    def test_the_interval_against_everybody_is_the_one_against_the_others_scaled(self):
        whole = group(compare_groups(self.counts, across="g", reference=EVERYBODY), g="a")
        others = group(compare_groups(self.counts, across="g", reference=EVERYBODY_ELSE), g="a")

        share = 100 / 350
        assert whole.difference.interval.low == pytest.approx(
            (1 - share) * others.difference.interval.low
        )

    def test_an_absent_level_is_refused_with_the_levels_that_are_there(self):
        with pytest.raises(CallError, match=r"'x' komt niet voor.*Wel: a, b, c"):
            compare_groups(self.counts, across="g", reference="x")

    def test_an_absent_column_is_refused_with_the_columns_that_are_there(self):
        with pytest.raises(CallError, match=r"'x' staat niet in de telling. Wel: g"):
            compare_groups(self.counts, across="x", reference="a")

    def test_why_it_was_chosen_travels_along(self):
        result = compare_groups(
            self.counts, across="g", reference="a", because="omdat het de regel volgt"
        )

        assert result.reference.reason == "omdat het de regel volgt"
        assert "reference-reason" in {note.code for note in result.notes}


class TestEdges:
    def compare(self, a, b):
        tally = tally_of({("ref",): a, ("g",): b}, by=("g",))
        return group(compare_groups(tally, across="g", reference="ref"), g="g")

    def test_zero_cases_in_the_reference_gives_no_ratio_and_says_so(self):
        found = self.compare((0, 100), (20, 100))

        assert found.ratio is None
        assert "ratio-undefined" in {note.code for note in found.notes}
        assert found.difference.interval.low > 0

    def test_zero_cases_in_the_group_gives_the_score_interval_first(self):
        found = self.compare((5, 20), (0, 20))

        assert found.ratio.method == "score"
        assert found.ratio.interval.low == 0
        assert found.ratio.interval.high == pytest.approx(0.7048, abs=5e-5)
        assert found.ratio.others["katz"] is None

    def test_nobody_with_the_outcome_anywhere_is_not_shown(self):
        found = self.compare((0, 100), (0, 100))

        assert found.p == 1
        assert found.difference.value == 0

    def test_everybody_with_the_outcome_has_ratio_1(self):
        assert self.compare((50, 50), (80, 80)).ratio.value == 1

    def test_an_empty_group_is_a_value_of_its_own_and_not_0(self):
        found = self.compare((5, 20), (0, 0))

        assert found.rate is None
        assert found.suppressed.reason == "nobody"

    def test_one_group_alone_has_nothing_to_be_compared_with(self):
        result = compare_groups(
            tally_of({("ref",): (5, 20)}, by=("g",)), across="g", reference="ref"
        )

        assert [g.is_reference for g in result.groups] == [True]

    def test_katz_goes_first_from_ten_cases_on(self):
        assert self.compare((10, 100), (10, 50)).ratio.method == "katz"
        assert self.compare((10, 100), (9, 50)).ratio.method == "score"

    def test_a_tally_without_outcome_is_refused(self):
        tally = replace(tally_of({("a",): (1, 2)}, by=("g",)), outcome=None)

        with pytest.raises(CallError, match="geen uitkomst"):
            compare_groups(tally, across="g", reference="a")

    def test_a_level_of_confidence_outside_0_and_1_is_refused(self):
        tally = tally_of({("a",): (1, 20), ("b",): (2, 20)}, by=("g",))

        with pytest.raises(CallError):
            compare_groups(tally, across="g", reference="a", level=1)


class TestWording:
    def word(self, a, b):
        return TestEdges().compare(a, b).certainty

    def test_a_clear_difference(self):
        assert self.word((100, 1000), (200, 1000)) == Certainty.DIFFERENCE

    def test_no_difference_shown(self):
        assert self.word((100, 1000), (101, 1000)) == Certainty.NOT_SHOWN

    def test_too_few_people(self):
        assert self.word((100, 1000), (9, 9)) == Certainty.TOO_FEW

    def test_an_indication_when_many_comparisons_weaken_the_proof(self):
        """Interval without zero, but the adjusted p is over .05."""
        one = tally_of({("ref",): (100, 1000), ("g",): (130, 1000)}, by=("g",))
        alone = compare_groups(one, across="g", reference="ref")
        assert group(alone, g="g").certainty == Certainty.DIFFERENCE

        dull = tally_of(
            {("ref",): (100, 1000), **{(f"g{i}",): (101, 1000) for i in range(9)}}, by=("g",)
        )
        family = adjust([alone, compare_groups(dull, across="g", reference="ref")])

        assert group(family[0], g="g").certainty == Certainty.INDICATION
        assert family[0].family == 10

    def test_an_indication_when_the_adjusted_test_is_sure_and_the_interval_holds_zero(self):
        found = group(
            compare_groups(
                tally_of({("ref",): (0, 29), ("g",): (5, 56)}, by=("g",)),
                across="g",
                reference="ref",
            ),
            g="g",
        )
        sure = replace(found, p_adjusted=0.04)
        from waterpas.measure.estimates import certainty_of

        assert found.difference.interval.low < 0
        assert certainty_of(sure) == Certainty.INDICATION


class TestUnknownOutcomes:
    def test_they_are_not_in_n_and_give_the_lowest_and_highest_rate(self):
        tally = tally_of({("ref",): (10, 50), ("g",): (10, 40)}, by=("g",), unknown={("g",): 10})

        found = group(compare_groups(tally, across="g", reference="ref"), g="g")

        assert found.n.value == 40
        assert found.unknown.count == 10
        assert found.unknown.lowest_rate == pytest.approx(10 / 50)
        assert found.unknown.highest_rate == pytest.approx(20 / 50)

    def test_a_group_in_which_they_are_more_frequent_gets_a_warning(self):
        tally = tally_of({("ref",): (10, 90), ("g",): (10, 60)}, by=("g",), unknown={("g",): 30})

        codes = [n.code for n in compare_groups(tally, across="g", reference="ref").notes]

        assert "unknown-differs" in codes

    def test_equal_shares_get_no_warning(self):
        tally = tally_of(
            {("ref",): (10, 90), ("g",): (10, 90)},
            by=("g",),
            unknown={("g",): 10, ("ref",): 10},
        )

        codes = [n.code for n in compare_groups(tally, across="g", reference="ref").notes]

        assert "unknown-differs" not in codes


class TestRounding:
    def test_exact_counts_have_no_outer_interval(self):
        found = TestEdges().compare((100, 1000), (200, 1000))

        assert found.difference.outer is found.ratio.outer is found.rate.outer is None

    def test_the_outer_interval_holds_the_inner_one(self):
        tally = tally_of({("ref",): (1050, 178200), ("g",): (120, 15630)}, by=("g",), rounded_to=10)

        found = group(compare_groups(tally, across="g", reference="ref"), g="g")

        for estimate in (found.rate, found.difference, found.ratio):
            assert estimate.outer.low < estimate.interval.low
            assert estimate.outer.high > estimate.interval.high

    def test_a_difference_that_rounding_can_undo_says_so(self):
        tally = tally_of({("ref",): (60, 1000), ("g",): (90, 1000)}, by=("g",), rounded_to=20)

        found = group(compare_groups(tally, across="g", reference="ref"), g="g")

        assert found.difference.interval.low > 0 > found.difference.outer.low
        assert "rounding-matters" in {note.code for note in found.notes}

    def test_a_hidden_cell_is_not_shown_and_not_0(self):
        tally = tally_of({("ref",): (60, 1000), ("g",): (None, 100)}, by=("g",))

        found = group(compare_groups(tally, across="g", reference="ref"), g="g")

        assert found.rate is None
        assert found.suppressed.reason == "hidden-in-source"


class TestRepeatedPersons:
    def with_repeats(self, sums):
        tally = tally_of({("ref",): (40, 200), ("g",): (60, 200)}, by=("g",))
        cells = {k: replace(c, repeats=sums[k[0]]) for k, c in tally.cells.items()}
        return replace(tally, cells=cells)

    def test_one_row_per_person_gives_nearly_the_plain_interval(self):
        plain = tally_of({("ref",): (40, 200), ("g",): (60, 200)}, by=("g",))
        tally = self.with_repeats(
            {"ref": Repeats(200, 40, 40, 200), "g": Repeats(200, 60, 60, 200)}
        )

        one = group(compare_groups(plain, across="g", reference="ref"), g="g")
        other = group(compare_groups(tally, across="g", reference="ref"), g="g")

        assert other.difference.interval.low == pytest.approx(one.difference.interval.low, abs=1e-3)

    def test_persons_whose_rows_are_alike_widen_the_interval(self):
        """Every person has four rows, all yes or all no: a quarter of the information is left."""
        tally = self.with_repeats(
            {"ref": Repeats(50, 160, 160, 800), "g": Repeats(50, 240, 240, 800)}
        )
        quarter = tally_of({("ref",): (10, 50), ("g",): (15, 50)}, by=("g",))

        found = group(compare_groups(tally, across="g", reference="ref"), g="g")
        small = group(compare_groups(quarter, across="g", reference="ref"), g="g")

        assert found.difference.interval.low == pytest.approx(
            small.difference.interval.low, abs=5e-3
        )

    def test_such_a_tally_is_not_rolled_up(self):
        tally = self.with_repeats({"ref": Repeats(1, 1, 1, 1), "g": Repeats(1, 1, 1, 1)})

        with pytest.raises(CallError, match="personen die vaker voorkomen"):
            tally.roll_up(to=())


counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_swapping_group_and_reference_mirrors_the_difference_and_turns_the_ratio(a, b):
    tally = tally_of({("a",): a, ("b",): b}, by=("g",))

    there = group(compare_groups(tally, across="g", reference="a"), g="b")
    back = group(compare_groups(tally, across="g", reference="b"), g="a")

    assert there.difference.value == -back.difference.value
    assert there.p == pytest.approx(back.p)
    if there.ratio and back.ratio and there.ratio.value:
        assert there.ratio.value == pytest.approx(1 / back.ratio.value)


@given(counts, counts)
def test_every_figure_that_is_there_is_finite(a, b):
    from math import isfinite

    tally = tally_of({("a",): a, ("b",): b}, by=("g",))
    found = group(compare_groups(tally, across="g", reference="a"), g="b")

    for estimate in filter(None, (found.rate, found.difference, found.ratio)):
        intervals = [estimate.interval, *estimate.others.values()]
        for interval in filter(None, intervals):
            assert isfinite(interval.low)
            assert isfinite(interval.high)
            assert interval.low <= estimate.value + 1e-12
            assert interval.high >= estimate.value - 1e-12


def test_the_helper_makes_the_cell_it_says():
    assert cell((3, 10)).n.value == 10
