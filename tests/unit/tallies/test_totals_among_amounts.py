"""An amount that as many people have as others have together is no total."""

import pytest

from waterpas.errors import TotalsInData
from waterpas.tallies.build import tally

ROWS = [
    {"herkomst": group, "loon": loon, "mensen": n}
    for group, counts in (("A", (14, 30, 16)), ("NL", (48, 100, 52)))
    for loon, n in zip(("2500", "2700", "3000"), counts, strict=True)
]
BY = ("herkomst", "loon")


def test_without_a_word_of_the_caller_it_looks_like_a_total():
    with pytest.raises(TotalsInData):
        tally(ROWS, by=BY, count="mensen")


def test_a_column_of_amounts_has_no_sums_among_its_levels():
    made = tally(ROWS, by=BY, count="mensen", numbers="loon")

    assert made.total.n.value == 260
    assert made.totals == ()


def test_a_word_for_a_total_is_still_found_there():
    rows = [*ROWS, {"herkomst": "A", "loon": "totaal", "mensen": 60}]
    with pytest.raises(TotalsInData):
        tally(rows, by=BY, count="mensen", numbers="loon")


def test_in_the_other_columns_sums_are_found_as_before():
    rows = [
        *ROWS,
        *(
            {"herkomst": "wie er werkt", "loon": loon, "mensen": n}
            for loon, n in (("2500", 62), ("2700", 130), ("3000", 68))
        ),
    ]
    with pytest.raises(TotalsInData, match="wie er werkt"):
        tally(rows, by=BY, count="mensen", numbers="loon")
