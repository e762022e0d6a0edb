"""Who gave which judgement is not kept: neither the order nor the names of the columns."""

import pytest

from waterpas.errors import CallError
from waterpas.tallies.build import tally
from waterpas.tallies.tally import Tally
from waterpas.tallies.unordered import has_forgotten_order, is_judgement, with_forgotten_order

NAMES = ("Aylin Kaya", "Bram")


def counted():
    kinds = [("ja", "nee", 12), ("nee", "ja", 3), ("ja", "ja", 30), ("Ja", None, 2)]
    rows = [{"groep": "a", NAMES[0]: one, NAMES[1]: two, "n": n} for one, two, n in kinds]
    return tally(rows, by=["groep", *NAMES], count="n")


def test_no_name_is_left_anywhere_in_what_is_kept():
    before, after = counted(), with_forgotten_order(counted(), columns=NAMES)

    assert NAMES[0] in before.to_json()  # it was there
    assert not any(name in after.to_json() for name in NAMES)
    assert after.by == ("groep", "oordeel 1", "oordeel 2")


def test_pairs_are_counted_together_whoever_gave_which():
    after = with_forgotten_order(counted(), columns=NAMES)

    assert {key: cell.n.value for key, cell in after.cells.items()} == {
        ("a", "ja", "nee"): 15,
        ("a", "ja", "ja"): 30,
        ("a", "Ja", "onbekend"): 2,
    }


def test_what_is_kept_knows_that_it_was_forgotten_after_it_was_read_back():
    after = Tally.from_json(with_forgotten_order(counted(), columns=NAMES).to_json())

    assert has_forgotten_order(after)
    assert not has_forgotten_order(counted())
    assert is_judgement(after, column="oordeel 1")
    assert not is_judgement(after, column="groep")


@pytest.mark.parametrize("columns", [("x", "Bram"), ("Bram", "Bram")])
def test_a_column_that_is_not_there_or_twice_is_refused(columns):
    with pytest.raises(CallError):
        with_forgotten_order(counted(), columns=columns)
