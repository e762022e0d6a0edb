"""The word for how sure we are tells nothing about a hidden group."""

import pytest

from tests.tallies import chain_of, tally_of
from waterpas.disclosure import release
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.results import Certainty
from waterpas.tallies.tally import Step

SHOWN = {("Nederland",): (400, 1000), ("Turkije",): (100, 300)}
SMALL = [(cases, n) for n in (20, 60) for cases in (0, 5, 9, 12, n)]


def compared(hidden, *, shown=SHOWN):
    cells = tally_of({**shown, ("Antillen",): hidden}, by=("g",))
    return compare_groups(cells, across="g", reference="Nederland")


def word(result):
    return release(result, audience="internal").result.groups[1].certainty


@pytest.mark.parametrize("turkije", [(80, 300), (98, 300), (100, 300), (103, 300), (120, 300)])
def test_the_word_is_the_same_whatever_a_hidden_group_holds(turkije):
    shown = {**SHOWN, ("Turkije",): turkije}
    hidden = [each for each in SMALL if min(each[0], each[1] - each[0]) < 10]
    found = {word(compared(each, shown=shown)) for each in hidden}

    assert len(found) == 1


def test_without_the_rule_the_word_would_tell():
    """The positive control: what the two words of the fault were."""
    words = {compared(each).groups[1].certainty for each in ((0, 60), (9, 20))}

    assert words == {Certainty.DIFFERENCE, Certainty.INDICATION}


def test_no_word_becomes_surer():
    order = [Certainty.DIFFERENCE, Certainty.INDICATION, Certainty.NOT_SHOWN]
    for cases in range(60, 140, 4):
        whole = compared((0, 60), shown={**SHOWN, ("Turkije",): (cases, 300)})

        assert order.index(word(whole)) >= order.index(whole.groups[1].certainty)


def test_with_nothing_hidden_the_words_stay():
    whole = compared((24, 60))
    found = release(whole, audience="internal").result

    assert [g.certainty for g in found.groups] == [g.certainty for g in whole.groups]


def test_in_a_chain_a_hidden_step_moves_no_word_of_another_step():
    names = ("all", "chosen", "fined")
    steps = tuple(Step(name, {}, of=of) for name, of in zip(names, (None, *names), strict=False))
    words = set()
    for few in (0, 5, 9):
        cells = {("ref",): (1000, 400, 100), ("a",): (300, 99, 30), ("b",): (300, 100, few)}
        counts = chain_of(cells, by=("g",), steps=steps)
        found = release(chain(counts, across="g", reference="ref"), audience="council").result
        words.add(tuple(g.certainty for g in found.steps[0].comparison.groups))

    assert len(words) == 1
