"""What rounding leaves nothing to say of, but some table compares, counts among the comparisons."""

from dataclasses import replace

from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, codes, measured, table
from waterpas.results import Count
from waterpas.tallies.tally import Cell

EXACT = [("B", 3, DECIDED, 30), ("B", 3, GAVE_UP, 25), ("B", 8, DECIDED, 25)]
EXACT += [("B", 8, GAVE_UP, 25), ("B", 14, DECIDED, 15)]
LOOSE = [("A", 3, DECIDED, 10), ("A", 3, OPEN, 20), ("A", 14, DECIDED, 15)]
BEHIND = [("A", 3, DECIDED, 12), ("A", 3, OPEN, 18), ("A", 14, DECIDED, 13)]
ASKED = {"horizon": 13.0, "term": 8.0}


def loose(rows):
    """Two more or fewer people in each cell of group A."""
    exact = table([*EXACT, *rows])
    cells = {key: _loosely(cell) if key[0] == "A" else cell for key, cell in exact.cells.items()}
    return replace(exact, cells=cells)


def _loosely(cell):
    return Cell(n=Count(cell.n.value, cell.n.low - 2, cell.n.high + 2))


def test_a_difference_is_called_one_only_where_every_table_has_it():
    one_of_them = measured(table([*EXACT, *BEHIND]), **ASKED)
    found = measured(loose(LOOSE), **ASKED)

    assert "perhaps-within-less" in codes(one_of_them)
    assert "perhaps-within-less-rounded" in codes(found)
    assert found.family >= one_of_them.family == 3


def test_what_no_table_can_compare_does_not_count():
    few = [("A", 3, DECIDED, 3), ("A", 14, DECIDED, 2)]

    assert measured(loose(few), **ASKED).family == 0
