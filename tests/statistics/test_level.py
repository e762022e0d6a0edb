"""At which level an interval may be asked, and that the word for how sure we are stays the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tallies import tally_of
from waterpas.errors import LevelError
from waterpas.explain.certainty import certainty_of, sure_line
from waterpas.explain.wording import Wording
from waterpas.measure.chain import chain
from waterpas.measure.groups import compare_groups
from waterpas.measure.outcomes import compare_outcomes

NOISE = ((100, 1000), (38, 300))  # at 80% the interval of the difference leaves out zero


def compared(reference, group, *, level, rounded_to=None, **call):
    tally = tally_of({("ref",): reference, ("g",): group}, by=("groep",), rounded_to=rounded_to)
    return compare_groups(tally, across="groep", reference="ref", level=level, **call)


def last(result):
    return result.groups[-1]


@st.composite
def sides(draw):
    n = draw(st.integers(1, 3000))
    return draw(st.integers(0, n)), n


levels = st.floats(0.8, 0.999)


@given(sides(), sides(), levels, st.sampled_from([None, 10]))
@example(*NOISE, 0.8, None)
@example((60, 1000), (90, 1000), 0.8, 10)
@example((100, 1000), (140, 1000), 0.999, None)
def test_the_word_is_the_same_at_every_level(reference, group, level, rounded_to):
    usual = compared(reference, group, level=0.95, rounded_to=rounded_to)
    asked = compared(reference, group, level=level, rounded_to=rounded_to)

    assert last(asked).certainty == last(usual).certainty
    assert certainty_of(last(asked)) == certainty_of(last(usual))
    assert last(asked).decided == last(usual).decided
    assert last(asked).notes == last(usual).notes


@given(sides(), sides(), levels)
def test_what_is_said_about_sureness_begins_the_same_at_every_level(reference, group, level):
    usual, asked = (compared(reference, group, level=each) for each in (0.95, level))

    said = sure_line(last(usual), Wording(usual, "nl"))

    assert sure_line(last(asked), Wording(asked, "nl")).startswith(said)


def test_the_interval_is_of_the_level_that_was_asked():
    usual, asked = (last(compared(*NOISE, level=level)) for level in (0.95, 0.8))

    assert usual.difference.interval.low < 0 < asked.difference.interval.low
    assert usual.certainty == asked.certainty == "not-shown"


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
def test_the_ends_of_the_range_may_be_asked(level):
    assert last(compared(*NOISE, level=level)).difference.interval.level == level


@pytest.mark.parametrize("level", [0.1, 0.7999, 0.9991, 1, 95, float("nan")])
def test_a_level_that_is_of_no_use_is_refused_by_name(level):
    tally = tally_of({("ref",): (1, 10), ("g",): (2, 10)}, by=("groep",))

    with pytest.raises(LevelError) as refused:
        compared(*NOISE, level=level)
    assert str(level) in refused.value.text("nl")
    assert "from 0.8 up to and including 0.999" in refused.value.text("en")
    with pytest.raises(LevelError):
        compare_outcomes([tally], across="groep", reference="ref", level=level)


def test_a_chain_goes_by_the_same_rule():
    from tests.tallies import duo_2014

    usual, asked = (
        chain(duo_2014(), across="herkomst", reference="NL", level=level) for level in (0.95, 0.8)
    )

    def words(result):
        return [group.certainty for step in result.steps for group in step.comparison.groups]

    assert words(asked) == words(usual)
    assert "level-asked" in [note.code for note in asked.notes]
    with pytest.raises(LevelError):
        chain(duo_2014(), across="herkomst", reference="NL", level=0.5)
