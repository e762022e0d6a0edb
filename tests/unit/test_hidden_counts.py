"""A count that the source hid is not nothing: what it still allows is said, and no more."""

from functools import partial

import pytest

from tests.tallies import tally_of
from waterpas import EVERYBODY, compare_groups, release, sentence
from waterpas.explain.html import standalone_page
from waterpas.explain.plain import plain_text
from waterpas.measure.differences import newcombe_interval
from waterpas.measure.proportions import wilson_interval
from waterpas.measure.ratios import score_ratio_interval
from waterpas.results import Interval
from waterpas.serialise import comparison

COUNTS = {("NL",): (100, 2000), ("a",): (None, 60), ("b",): (50, 300)}


@pytest.fixture
def result():
    return compare_groups(tally_of(COUNTS, by=("g",)), across="g", reference="NL")


def of(result, level):
    return next(group for group in result.groups if group.group["g"] == level)


def around(intervals):
    found = list(intervals)
    return Interval(min(i.low for i in found), max(i.high for i in found))


def test_the_outer_intervals_are_those_of_every_count_it_can_be(result):
    allowed = of(result, "a").allowed
    sides = [
        {"group_cases": x, "group_total": 60, "reference_cases": 100, "reference_total": 2000}
        for x in range(10)
    ]

    assert of(result, "a").rate is None
    assert allowed.rate == around(wilson_interval(x, 60) for x in range(10))
    assert allowed.difference == around(newcombe_interval(**side) for side in sides)
    ratio = around(score_ratio_interval(**side) for side in sides)
    assert (allowed.ratio.low, allowed.ratio.high) == pytest.approx((ratio.low, ratio.high))


def test_a_hidden_reference_leaves_an_outer_interval_for_the_others():
    counts = tally_of({("NL",): (None, 200), ("b",): (50, 300)}, by=("g",))

    group = of(compare_groups(counts, across="g", reference="NL"), "b")

    assert group.rate.value == pytest.approx(50 / 300)
    assert group.difference is None
    assert group.allowed.rate is None
    assert group.allowed.difference.low > 0


@pytest.mark.parametrize(
    ("level", "codes"),
    [("NL", {"hidden-interval"}), ("b", {"hidden-reference"}), ("nobody", set())],
)
def test_only_a_group_whose_own_count_is_hidden_is_said_to_have_no_rate(level, codes):
    cells = {("NL",): (None, 200), ("b",): (50, 300), ("nobody",): (0, 0)}

    group = of(compare_groups(tally_of(cells, by=("g",)), across="g", reference="NL"), level)

    assert {note.code for note in group.notes} == codes


def test_what_is_known_has_estimates_only(result):
    assert of(result, "b").allowed is None
    assert of(result, "NL").allowed is None


def test_against_everybody_an_unknown_share_gives_no_interval():
    counts = tally_of(COUNTS, by=("g",))
    hidden = {**counts.cells, ("a",): counts.cells[("a",)].__class__(n=counts.cells[("a",)].cases)}
    odd = counts.__class__(by=("g",), cells=hidden, sources=counts.sources, outcome="x")

    result = compare_groups(odd, across="g", reference=EVERYBODY)

    assert of(result, "b").allowed is None or of(result, "b").allowed.difference is None


@pytest.mark.parametrize("say", [sentence, plain_text, partial(standalone_page, lang="nl")])
def test_it_is_said(result, say):
    low, high = (1000 * end for end in (of(result, "a").allowed.rate.low, 0.262))
    assert (round(low), round(high)) == (0, 262)
    text = say(result)
    assert "de bron verborg een aantal" in text or ">0 tot 150<" in text


def test_the_json_has_the_interval_and_no_estimate(result):
    (plain,) = [each for each in comparison(result)["groups"] if each["group"] == {"g": "a"}]

    assert plain["rate"] is None
    assert plain["rate_interval"] is None
    assert plain["rate_outer_interval"][0] == 0
    assert plain["difference_outer_interval"][0] < 0


def test_nothing_of_it_is_released(result):
    released = release(result, audience="public").result

    assert all(group.allowed is None for group in released.groups if group.group["g"] == "a")


def test_the_reason_is_named_and_a_table_that_has_a_rate_is_not_contradicted():
    counts = tally_of({("NL", "A"): (10, 100), ("MA", "B"): (9, 50)}, by=("g", "s"))
    result = compare_groups(counts, across="g", reference="NL", by=("s",))

    text = sentence(result)

    assert "Bij s B:" in text
    assert "Vergelijken kan hier niet: hier is niemand om mee te vergelijken." in text
    assert "geen cijfer" not in text


def test_the_bounds_of_a_missing_outcome_are_said():
    counts = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",), unknown={("a",): 40})
    result = compare_groups(counts, across="g", reference="b")

    for text in (plain_text(result), standalone_page(result)):
        assert "dan was het 100 of 500 van elke 1.000" in text


def test_rounding_is_noted_only_where_it_made_an_interval():
    exact = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",), rounded_to=1)
    rounded = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",), rounded_to=10)

    def codes(counts):
        return [note.code for note in compare_groups(counts, across="g", reference="b").notes]

    assert "rounded" not in codes(exact)
    assert "rounded" in codes(rounded)
    text = plain_text(compare_groups(rounded, across="g", reference="b"))
    assert "Verschil, met afronding" in text
