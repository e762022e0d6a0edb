"""A wrong argument in Python gets a sentence that says what to give, as a caller can catch it."""

import pytest

from tests.tallies import duo_2014, tally_of
from waterpas import chain, compare_groups, compare_outcomes, picture, sentence
from waterpas.errors import CallError, LevelError

COUNTS = tally_of({("ref",): (40, 100), ("g",): (50, 100)}, by=("g",))


@pytest.mark.parametrize("given", ["tabel.csv", None, 5])
@pytest.mark.parametrize("call", [compare_groups, chain])
def test_what_is_no_tally_is_refused(call, given):
    with pytest.raises(CallError, match="Geef een telling"):
        call(given, across="g", reference="ref")


def test_what_is_no_tally_is_refused_among_several():
    with pytest.raises(CallError, match="Geef een telling, geen str"):
        compare_outcomes(["tabel.csv"], across="g", reference="ref")


@pytest.mark.parametrize("level", ["0.95", None, float("nan"), 95])
def test_a_level_that_is_no_number_from_low_to_high_is_refused(level):
    with pytest.raises(LevelError):
        compare_groups(COUNTS, across="g", reference="ref", level=level)
    with pytest.raises(LevelError):
        chain(duo_2014(), across="herkomst", reference="NL", level=level)


@pytest.mark.parametrize("given", [COUNTS, "tekst", None])
@pytest.mark.parametrize("call", [sentence, picture])
def test_words_and_pictures_are_made_of_a_result_only(call, given):
    with pytest.raises(CallError, match="Geef een resultaat"):
        call(given)


def test_a_tally_adds_to_a_tally_only():
    with pytest.raises(TypeError, match="unsupported operand"):
        COUNTS + 5
