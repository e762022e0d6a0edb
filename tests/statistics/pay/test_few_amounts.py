"""With a few amounts that everybody knows, somebody can try all tables that fit: what is left."""

from itertools import product

import pytest

from tests.statistics.pay.tables import counted, measured, steps
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.plain import plain_text
from waterpas.measure import pay as method
from waterpas.measure.paid import leaving, unlike
from waterpas.results import People

LOW, MIDDLE, HIGH = "2500", "2650", "2800"
TABLES = [  # people of A, of B, and of B at the highest amount
    (12, 20, 10),
    (20, 60, 30),
    (50, 300, 60),
    (100, 600, 90),
    (240, 690, 100),
]


def two_amounts(of_a, high_a, of_b, high_b):
    cells = {("A", "7", LOW): of_a - high_a, ("A", "7", HIGH): high_a}
    cells |= {("B", "7", LOW): of_b - high_b, ("B", "7", HIGH): high_b}
    return counted({key: n for key, n in cells.items() if n})


def three_amounts(of_a, high_a, of_b, high_b):
    table = two_amounts(of_a, high_a, of_b, high_b)
    cells = {key: cell.n.value for key, cell in table.cells.items()}
    return counted(cells | {("A", "7", MIDDLE): 15, ("B", "7", MIDDLE): 25})


def seen(tally):
    """Everything that leaves, with either group as the reference, with and without the scale."""
    every = [
        shown_figures(measured(tally, reference=reference, scale=scale), minimum=10)[0]
        for reference, scale in product("AB", ("schaal", None))
    ]
    return [(each.answers, each.figures, each.notes, each.family) for each in every]


def possible(made, people, high, others, theirs):
    """How many of A can be at the highest amount, for who knows everything else."""
    told = seen(made(people, high, others, theirs))
    tried = range(min(people, high + 12) + 1)
    return [each for each in tried if seen(made(people, each, others, theirs)) == told]


@pytest.mark.parametrize("made", [two_amounts, three_amounts])
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("high", [1, 3, 7, 9])
def test_a_small_cell_can_be_at_least_ten_numbers(made, table, high):
    people, others, theirs = table

    assert len(possible(made, people, high, others, theirs)) >= 10


@pytest.mark.parametrize("table", TABLES[1:-1])  # of the last one the cell may be empty too
def test_in_words_only_it_would_be_found_by_trying(monkeypatch, table):
    monkeypatch.setattr(unlike, "TWO_OR_THREE", 1)
    people, others, theirs = table

    assert len(possible(three_amounts, people, 3, others, theirs)) < 10


@pytest.mark.parametrize("table", TABLES[1:])
def test_in_steps_it_would_be_found_too(monkeypatch, table):
    monkeypatch.setattr(unlike, "TWO_OR_THREE", 1)
    monkeypatch.setattr(leaving, "FEW_AMOUNTS", 1)
    people, others, theirs = table

    assert len(possible(three_amounts, people, 3, others, theirs)) < 10


FOUR = ("2500", "2600", "2700", "2800")


def four_amounts(people):
    cells = {("A", "7", amount): n for amount, n in zip(FOUR, people, strict=True)}
    cells |= {("B", "7", amount): n for amount, n in zip(FOUR, (100, 80, 70, 50), strict=True)}
    return counted({key: n for key, n in cells.items() if n})


def spreads(rest):
    """Ways to spread so many people over the three lowest amounts."""
    for sevens in product(range(rest // 7 + 1), repeat=2):
        if 7 * sum(sevens) <= rest:
            yield (rest - 7 * sum(sevens), *(7 * each for each in sevens))


def test_with_four_amounts_the_words_leave_ten_numbers_for_who_knows_the_reference():
    told = seen(four_amounts((40, 5, 8, 3)))

    for high in range(10):
        assert any(seen(four_amounts((*low, high))) == told for low in spreads(56 - high))


def small_cell(few):
    """With four amounts, so many people at one of them; everything else is known."""
    return seen(four_amounts((40, 20, 15, few)))


def test_of_a_small_cell_it_is_not_told_that_somebody_is_in_it():
    assert all(small_cell(few) == small_cell(0) for few in range(10))
    assert small_cell(10) != small_cell(0)


def test_without_the_guard_it_is(monkeypatch):
    def those_with_somebody(tally, _):
        return (People(cell.n) for cell in tally.cells.values())

    monkeypatch.setattr(method, "cells_of_pay", those_with_somebody)

    assert small_cell(1) == small_cell(9) != small_cell(0)


def test_with_a_dozen_amounts_only_words_leave():
    cells = steps("A", "7", 40, amounts=12) | steps("B", "7", 90, amounts=12)
    result = shown_figures(measured(counted(cells | {("A", "7", "2500"): 4})), minimum=10)[0]

    assert "hidden" not in {answer.code for answer in result.answers}
    assert "€" not in plain_text(result, "nl").split("Alle cijfers")[0]


def test_without_a_small_cell_two_amounts_are_no_reason_to_hide():
    result = shown_figures(measured(two_amounts(100, 30, 600, 200)), minimum=10)[0]

    assert result.figure("gap", {"groep": "A"}).value is not None
