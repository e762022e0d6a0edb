"""Two columns that divide people in the same way are named: they show everything twice."""

import pytest

from tests.statistics.intersections.test_intersections import said
from tests.tallies import tally_of
from waterpas.measure.intersections import intersections


def test_two_columns_that_divide_people_alike_are_named():
    cells = {(one, two, {"x": "k", "y": "l"}[two]): (30, 100) for one in "pq" for two in "xy"}
    counts = tally_of(cells, by=("one", "two", "three"))
    result = intersections(counts, across="one", columns=("two", "three"))

    named = [dict(note.fields) for note in result.notes if note.code == "same-columns"]
    assert named == [{"column": "two", "other": "three"}]
    assert "verdelen de mensen op dezelfde manier" in said(result)
    assert "divide the people in the same way" in said(result, "en")


@pytest.mark.parametrize("people", [(100, "m"), (9, "k")])
def test_columns_that_differ_or_have_a_few_people_are_not_named_as_alike(people):
    n, other = people
    cells = {(one, "x", "k"): (30, 100) for one in "pq"} | {
        (one, "y", "l"): (30, 100) for one in "pq"
    }
    cells["p", "z", "m"] = (3, n)
    cells["q", "z", other] = (0, 0) if other == "k" else (30, 100)
    cells["q", "x", other if n == 100 else "k"] = (30, 100)
    counts = tally_of(cells, by=("one", "two", "three"))
    result = intersections(counts, across="one", columns=("two", "three"))

    assert "same-columns" not in {note.code for note in result.notes}
