"""The search: published counts, planted combinations, the order, the family, the exact tail."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom

from tests.statistics.intersections.draws import searched
from tests.statistics.intersections.generator import COLUMNS, FIRST, SECOND, decisions
from tests.tallies import tally_of
from waterpas.measure.combinations.groups import Group, every_table
from waterpas.measure.combinations.search import ranked, search
from waterpas.measure.differences import newcombe_interval, score_test_p
from waterpas.measure.lot import lot_p
from waterpas.results import Certainty


@pytest.fixture(scope="module")
def hundred_thousand():
    return decisions(100_000)


def of(each):
    return dict(each.group.of)


def test_the_generator_gives_the_published_cells(hundred_thousand):
    tables = every_table(hundred_thousand, columns=COLUMNS, depth=3)
    sizes = [group.n.value for table in tables for group in table.groups]

    assert len(hundred_thousand.cells) == 13_472
    assert sum(size >= 100 for size in sizes) == 2_813


def test_the_largest_gap_between_ninety_groups_is_the_published_one(hundred_thousand):
    (whole,) = every_table(hundred_thousand, columns=COLUMNS[:3], depth=3)[-1:]
    rates = [cases / n for cases, n in (group.counted for group in whole.groups)]

    assert len(rates) == 90
    assert max(rates) - min(rates) == pytest.approx(0.50104, abs=5e-6)
    assert min(rates) / max(rates) == pytest.approx(0.41546, abs=5e-6)


def test_at_a_hundred_thousand_the_first_planted_combination_comes_first(hundred_thousand):
    found = searched(hundred_thousand, 3)
    order = ranked(found, effect="benefit")

    assert of(order[0]) == FIRST
    assert order[0].group.counted == (245, 688)
    assert order[0].rate == pytest.approx(0.356, abs=5e-4)
    assert order[0].certainty is Certainty.DIFFERENCE


def test_thirty_two_people_are_not_claimed_though_a_difference_was_planted(hundred_thousand):
    (second,) = [each for each in searched(hundred_thousand, 3) if of(each) == SECOND]

    assert second.group.counted == (12, 32)
    assert second.certainty is Certainty.NOT_SHOWN


@pytest.mark.proof
def test_at_a_million_both_planted_combinations_come_first(prove):
    if not prove:
        return
    tally = decisions(1_000_000)
    tables = every_table(tally, columns=COLUMNS, depth=3)
    order = ranked(searched(tally, 3), effect="benefit")
    rates = [x / n for x, n in (g.counted for g in tables[15].groups)]

    assert len(tally.cells) == 18_932
    assert sum(group.n.value >= 100 for table in tables for group in table.groups) == 5_676
    assert tables[15].columns == COLUMNS[:3]
    assert max(rates) - min(rates) == pytest.approx(0.27543, abs=5e-6)
    assert min(rates) / max(rates) == pytest.approx(0.54278, abs=5e-6)
    assert [of(each) for each in order[:2]] == [FIRST, SECOND]


def test_the_raw_rate_would_have_put_a_handful_first(hundred_thousand):
    found = [each for each in searched(hundred_thousand, 3) if each.p is not None]
    lowest = min(found, key=lambda each: each.rate)

    assert lowest.group.n.value < 25
    assert of(lowest) != FIRST


# The slow obvious one: count the rows again for every combination.


def slowly(cells, columns, depth):
    """Per combination its cases and people, by looking at every cell for each."""
    found = {}
    for size in range(1, depth + 1):
        for places in combinations(range(len(columns)), size):
            for key in cells:
                levels = tuple((columns[at], key[at]) for at in places)
                inside = [
                    counts
                    for other, counts in cells.items()
                    if all(other[at] == key[at] for at in places)
                ]
                found[levels] = (sum(x for x, _ in inside), sum(n for _, n in inside))
    return found


@st.composite
def tables(draw):
    sizes = draw(st.lists(st.integers(2, 3), min_size=2, max_size=3))
    keys = [()]
    for column, size in zip("abc", sizes, strict=False):
        keys = [(*key, f"{column}{level}") for key in keys for level in range(size)]
    cells = {}
    for key in keys:
        n = draw(st.integers(0, 60))
        if n:
            cells[key] = (draw(st.integers(0, n)), n)
    cells = cells or {keys[0]: (1, 2)}
    return cells, tuple("abc"[: len(sizes)]), draw(st.integers(1, len(sizes)))


@given(tables())
def test_every_combination_is_what_counting_again_gives(made):
    cells, columns, depth = made
    tables = every_table(tally_of(cells, by=columns), columns=columns, depth=depth)
    ours = {group.of: group.counted for table in tables for group in table.groups}
    useful = [c for at, c in enumerate(columns) if len({key[at] for key in cells}) > 1]
    slow = slowly(cells, columns, depth)

    assert ours == {
        levels: counts
        for levels, counts in slow.items()
        if all(column in useful for column, _ in levels)
    }


@given(tables())
def test_each_is_compared_with_everybody_who_is_not_in_it(made):
    cells, columns, depth = made
    tally = tally_of(cells, by=columns)
    total, everybody = sum(n for _, n in cells.values()), sum(x for x, _ in cells.values())

    for each in searched(tally, depth):
        (x, n), (y, m) = each.group.counted, each.others.counted
        assert (x + y, n + m) == (everybody, total)
        if each.p is not None:
            counts = {
                "group_cases": x, "group_total": n, "reference_cases": y, "reference_total": m
            }  # fmt: skip
            assert each.interval == newcombe_interval(**counts)
            assert each.p >= score_test_p(**counts)
            assert each.p_adjusted >= each.p


@given(tables())
def test_a_combination_with_the_people_of_a_smaller_one_is_not_there_twice(made):
    cells, columns, depth = made
    tally = tally_of(cells, by=columns)
    found = searched(tally, depth)
    sizes = {each.group.of: each.group.n.value for each in found}

    for each in found:
        smaller = [each.group.of[:at] + each.group.of[at + 1 :] for at in range(len(each.group.of))]
        assert all(sizes.get(one) != each.group.n.value for one in smaller if one in sizes)


def test_the_family_is_every_combination_with_ten_people_on_both_sides():
    tally = tally_of(
        {("a", "x"): (5, 9), ("a", "y"): (20, 40), ("b", "x"): (20, 40), ("b", "y"): (4, 12)},
        by=("one", "two"),
    )
    found = searched(tally, 2)

    assert {each.group.n.value for each in found if each.p is None} == {9}
    assert sum(each.p is not None for each in found) == 7
    assert [each.certainty for each in found if each.p is None] == [Certainty.TOO_FEW]


def test_which_are_compared_does_not_hang_on_the_outcome():
    cells = {("a", "x"): (1, 30), ("a", "y"): (29, 30), ("b", "x"): (15, 30), ("b", "y"): (0, 11)}
    turned = {key: (n - x, n) for key, (x, n) in cells.items()}
    one, other = (searched(tally_of(each, by=("p", "q")), 2) for each in (cells, turned))

    assert [each.p for each in one] == pytest.approx([each.p for each in other])


def test_the_order_goes_by_the_bound_in_the_direction_of_the_outcome():
    tally = tally_of({("a",): (300, 1000), ("b",): (1, 12), ("c",): (400, 1000)}, by=("g",))
    found = searched(tally, 1)

    def first(effect):
        return of(ranked(found, effect=effect)[0])["g"]

    assert min(found, key=lambda each: each.rate).group.of == (("g", "b"),)
    assert first("benefit") == "a"
    assert first("harm") == "c"
    assert first(None) == first("neither") == "c"


def test_against_everybody_a_difference_is_smaller_and_the_finding_the_same():
    tally = tally_of({("a",): (60, 200), ("b",): (120, 200)}, by=("g",))
    tables = every_table(tally, columns=("g",), depth=1)
    whole = Group((), tally.total.n, tally.total.cases)
    others, everybody = (
        search(tables, everybody=whole, level=0.95, included=included) for included in (False, True)
    )

    assert [each.difference for each in others] == pytest.approx([-0.3, 0.3])
    assert [each.difference for each in everybody] == pytest.approx([-0.15, 0.15])
    assert [each.p for each in others] == [each.p for each in everybody]
    assert [each.found for each in everybody] == [True, True]


# The exact tail.


@given(st.integers(1, 200), st.integers(1, 200), st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_exact_p_is_twice_the_smaller_tail(n, m, a, b):
    total = n + m
    cases = a % (total + 1)
    lowest, highest = max(0, cases - m), min(n, cases)
    x = lowest + b % (highest - lowest + 1)
    law = hypergeom(total, cases, n)
    up = x * total >= n * cases
    tail = law.sf(x - 1) if up else law.cdf(x)

    p = lot_p(group_cases=x, group_total=n, cases=cases, total=total)

    assert p == pytest.approx(min(1, 2 * tail), rel=1e-8, abs=1e-300)


def test_fishers_nine_of_ten():
    assert lot_p(group_cases=9, group_total=10, cases=12, total=20) == pytest.approx(
        0.01977, abs=5e-6
    )


def test_far_out_the_score_test_is_surer_than_it_may_be():
    """Sixteen cases where five are expected: the reason that the exact tail is there."""
    score = score_test_p(
        group_cases=16, group_total=250, reference_cases=1984, reference_total=99_750
    )
    exact = lot_p(group_cases=16, group_total=250, cases=2000, total=100_000)

    assert score < exact / 20
    assert math.isfinite(exact)
