"""What leaves of a result on rounded and hidden counts, and what somebody can work out from it."""

from dataclasses import replace

import pytest

from tests.statistics.pay.rough_tables import roughly
from tests.statistics.pay.tables import codes, counted, measured, steps
from tests.statistics.pay.test_released import amounts, many_people, released
from waterpas.explain.plain import plain_text
from waterpas.measure.paid.leaving import Leaving
from waterpas.measure.rounding import hidden, rounded
from waterpas.results import ALWAYS
from waterpas.tallies.tally import Cell

HERE = ("A", "14", "9120")
PRINTED = [Cell(n=hidden(10)), *(Cell(n=rounded(n, to=5)) for n in range(0, 45, 5))]


def with_cell(cell, table=None):
    """Thousands of people, rounded to fives; and this cell of A in a scale of its own."""
    rough = roughly(table or many_people(), to=5)
    return replace(rough, cells={**rough.cells, HERE: cell})


def seen(tally):
    """Everything that leaves, with either group as the reference, with and without the scale."""
    every = [
        released(measured(tally, reference=reference, scale=scale))
        for reference in "AB"
        for scale in ("schaal", None)
    ]
    # That the source hid counts is no secret: it hides many.
    notes = [[n for n in each.notes if n.code != "hidden-in-source"] for each in every]
    return [(r.answers, r.figures, n) for r, n in zip(every, notes, strict=True)]


@pytest.mark.parametrize("n", [0, 3, 7, 12])
def test_a_small_cell_can_be_at_least_ten_numbers_for_who_knows_everything_else(n):
    told = [seen(with_cell(cell, besides(n))) for cell in PRINTED]

    assert told[0][0][0][0].code == "more"
    assert min(_possible(told)) >= 10


def test_in_steps_it_would_be_found(monkeypatch):
    steps_of = Leaving.step
    monkeypatch.setattr(
        Leaving, "step", lambda of, people: steps_of(replace(of, amounts=99), people)
    )
    told = [seen(with_cell(cell, besides(7))) for cell in PRINTED]

    assert min(_possible(told)) < 10


def besides(n):
    """The same people and a few in scale 9."""
    return counted(_numbers(many_people()) | steps("A", "9", n, 3300))


def _possible(told):
    """Per printed cell under ten: how many numbers of people fit with what leaves."""
    for cell, own in zip(PRINTED, told, strict=True):
        if cell.n.low < 10:
            alike = [other.n for other, each in zip(PRINTED, told, strict=True) if each == own]
            yield len({n for count in alike for n in range(count.low, count.high + 1)})


def _numbers(table):
    return {key: cell.n.value for key, cell in table.cells.items()}


def test_beside_a_small_cell_only_words_leave():
    result = released(measured(roughly(many_people(), to=5)))

    assert codes(result) == ["less", "rounded-apart"]
    assert not amounts(result)
    assert "€" not in plain_text(result, "nl").split("Alle cijfers")[0]
    assert "coarse" in _notes(result)


def test_without_a_small_cell_the_amounts_leave_with_their_bounds():
    cells = steps("A", "5", 40, amounts=14) | steps("B", "5", 90, 2700, amounts=14)
    result = released(measured(roughly(counted(cells), to=10)))

    assert result.figure("gap", {"groep": "A"}).interval is not None
    assert result.figure("gap-rounding", {"groep": "A"}).interval.level == ALWAYS


def test_a_printed_count_that_may_be_under_ten_is_a_small_cell():
    """Ten, rounded to ten, may be five."""
    cells = steps("A", "5", 40, amounts=14) | steps("B", "5", 90, amounts=14)
    large, small = counted(cells), counted(cells | {("A", "5", "2500"): 10})

    assert "coarse" not in _notes(released(measured(roughly(large, to=10))))
    assert "coarse" in _notes(released(measured(roughly(small, to=10))))
    assert "coarse" not in _notes(released(measured(small)))


def _notes(result):
    return {note.code for note in result.notes}


@pytest.mark.parametrize("to", [5, 10])
def test_where_nearly_everybody_may_earn_the_same_nothing_leaves(to):
    """Of fifteen others, rounded, there may be nine."""
    cells = {("A", "5", "2500"): 300} | steps("A", "5", 3, 2900, amounts=3)
    cells |= steps("B", "5", 90, amounts=14)
    result = released(measured(roughly(counted(cells), to=to)))

    assert {answer.code for answer in result.answers if answer.of == {"groep": "A"}} == {"hidden"}
    assert not [f for f in result.figures if f.of == {"groep": "A"} and f.value is not None]


def test_promotion_of_a_printed_ten_does_not_leave():
    """Ten, rounded to five, may be eight."""
    cells = {(*key, "nee"): cell.n.value for key, cell in many_people().cells.items()}
    by = ("groep", "schaal", "loon", "omhoog")
    for n, leaves in ((10, False), (30, True)):
        moved = {("A", "5", "2500", "ja"): n, ("B", "5", "2500", "ja"): 60}
        rough = roughly(counted(cells | moved, by=by), to=5)
        figure = released(measured(rough, moved_up="omhoog")).figure(
            "moved-rate", {"groep": "A", "omhoog": "ja"}
        )
        assert (figure is not None and figure.value is not None) == leaves
