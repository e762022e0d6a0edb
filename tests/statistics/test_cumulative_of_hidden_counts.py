"""Along the chain, where the source hid a count: bounds of the ratio, or words."""

import json

import pytest

from tests.tallies import chain_of
from waterpas.disclosure import release
from waterpas.explain.html import result_fragment
from waterpas.explain.plain import plain_text
from waterpas.explain.table import tables
from waterpas.measure.chain import chain
from waterpas.measure.ratios import score_ratio_interval
from waterpas.tallies.tally import Step

STEPS = (Step("a", {}), Step("b", {}, of="a"), Step("c", {}, of="b"))


def made(cells):
    counts = chain_of({(key,): each for key, each in cells.items()}, by=("g",), steps=STEPS)
    return chain(counts, across="g", reference="y")


@pytest.fixture
def last_hidden():
    return made({"x": (1000, 300, None), "y": (1000, 200, 100)})


def test_a_hidden_last_count_leaves_the_bounds_over_all_that_it_can_be(last_hidden):
    step = last_hidden.steps[1]
    tried = [
        score_ratio_interval(
            group_cases=cases, group_total=1000, reference_cases=100, reference_total=1000
        )
        for cases in range(10)
    ]

    assert step.cumulative["x"] is None
    found = step.cumulative_allowed["x"]
    assert found.low == pytest.approx(min(each.low for each in tried))
    assert found.high == pytest.approx(max(each.high for each in tried))


@pytest.mark.parametrize(
    ("lang", "words", "why"),
    [
        ("nl", "niet getoond (0 tot ", "Tot en met de stap 'c' heeft niet elke groep"),
        ("en", "not shown (0 to ", "Up to the step 'c' not every group"),
    ],
)
def test_the_text_gives_them_and_says_why(last_hidden, lang, words, why):
    *_, table = tables(last_hidden, lang, precise=True)

    assert table.rows[0][-1].startswith(words)
    assert why in plain_text(last_hidden, lang)


def test_json_has_them_as_the_outer_interval_and_the_page_too(last_hidden):
    group = json.loads(last_hidden.to_json())["steps"][1]["groups"][0]
    still = last_hidden.steps[1].cumulative_allowed["x"]

    assert group["cumulative_ratio"] is group["cumulative_ratio_interval"] is None
    assert group["cumulative_ratio_outer_interval"] == [still.low, still.high]
    assert result_fragment(last_hidden).count("niet getoond (") == 2


def test_a_count_that_is_hidden_halfway_leaves_the_whole_chain_known():
    result = made({"x": (1000, None, 5), "y": (1000, 200, 100)})

    assert result.steps[1].comparison.groups[0].ratio is None
    assert result.steps[1].cumulative["x"].value == pytest.approx(0.05)
    assert "0,05" in result_fragment(result)


def test_without_cases_in_the_reference_it_says_not_shown():
    result = made({"x": (1000, 300, 20), "y": (1000, 200, 0)})
    *_, table = tables(result, "nl")

    assert table.rows[0][-1] == "niet getoond"
    assert "cumulative-unknown" in {note.code for note in result.notes}


def test_nothing_of_it_is_released(last_hidden):
    shown = release(last_hidden, audience="public").result

    assert shown.steps[1].cumulative_allowed == {}
    assert "x" not in shown.steps[1].cumulative
