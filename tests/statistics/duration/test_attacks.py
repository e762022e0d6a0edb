"""What follows from the figures of one result together: no number of people under ten.

The attacker knows how many people every group has, and reads the shares and the picture.
"""

from dataclasses import replace

import numpy as np
import pytest

import waterpas
from tests.statistics.duration.tables import DECIDED, GAVE_UP, OPEN, measured, table
from waterpas.measure.waiting import drawing, figures

TERM = 28
MOST = 9


def rows_of(late, *, still_open=0):
    """Weekly counts of A and B; of A so many decisions after the term, and the rest by week."""
    rows = [
        (group, 7 * week, DECIDED, people)
        for group, each in (("A", (20, 22, 25, 18)), ("B", (80, 90, 70, 40)))
        for week, people in enumerate(each, 1)
    ]
    rows += [(group, 7 * week, GAVE_UP, 12) for group in "AB" for week in (1, 2, 3)]
    rows += [("A", 35, DECIDED, late)] if late else []
    rows += [("A", 35, OPEN, still_open)] if still_open else []
    return [*rows, ("B", 35, DECIDED, 30)]


def left(rows, *, with_cells, **more):
    found = measured(table(rows), **more)
    found = found if with_cells else replace(found, cells=None)
    return waterpas.release(found, audience="internal").result


def share(result, name):
    figure = result.figure(name, {"groep": "A"})
    return None if figure is None else figure.value


def counted_late(result, n):
    """Whom the share within the term and the share that gave up leave; None: one is not shown."""
    within, gave_up = share(result, "within"), share(result, "gave-up")
    if within is None or gave_up is None:
        return None
    return n - round(within * n) - round(gave_up * n)


@pytest.mark.parametrize("with_cells", [True, False])
@pytest.mark.parametrize("late", [0, 1, 5, 9])
def test_those_decided_after_the_term_do_not_follow_from_who_gave_up(late, with_cells):
    result = left(rows_of(late), with_cells=with_cells, term=TERM)

    assert counted_late(result, 121 + late) is None
    assert share(result, "gave-up") is not None
    assert share(result, "within-difference") is None


@pytest.mark.parametrize("still_open", [1, 4])
def test_nor_those_after_the_term_with_somebody_open(still_open):
    """Late and open together are fewer than ten."""
    rows = rows_of(5, still_open=still_open)
    result = left(rows, with_cells=False, term=TERM, horizon=TERM)

    assert share(result, "within") is None


@pytest.mark.parametrize(("late", "told"), [(10, None), (19, None), (20, 20)])
def test_twenty_decided_after_the_term_are_told_for_ten_wait_at_the_horizon(late, told):
    result = left(rows_of(late), with_cells=False, term=TERM)

    assert result.asked["horizon"] > TERM
    assert counted_late(result, 121 + late) == told


@pytest.mark.parametrize("late", [1, 5, 9])
def test_the_attack_finds_them_when_the_share_tells_of_nobody_else(late, monkeypatch):
    monkeypatch.setattr(figures, "after_term", lambda *_: iter(()))

    assert counted_late(left(rows_of(late), with_cells=False, term=TERM), 121 + late) == late


# The picture beside the term and the half.


def drawn(seed, people):
    rng = np.random.RandomState(seed)
    days = rng.gamma(4, 8, people).astype(int) + 1
    others = rng.gamma(4, 7, 400).astype(int) + 1
    groups = ("A", days.tolist()), ("B", others.tolist())
    return [(group, day, DECIDED, 1) for group, each in groups for day in each]


def between(result, people, term):
    """All numbers of people between a point of the picture and the term, or exactly a half."""
    curves = {each["level"]: each["points"] for each in result.drawing.get("curves", ())}
    within = share(result, "within")
    for day, still in curves.get("A", ()):
        decided = people - round(still * people)
        if within is not None and day != term:
            yield abs(decided - round(within * people))
        if day and share(result, "median") not in (None, day):
            yield abs(decided - people / 2)


def found_in_pictures():
    return [
        count
        for seed in range(6)
        for people in (40, 60, 80)
        for term in (20, 26, 29)
        for count in between(left(drawn(seed, people), with_cells=True, term=term), people, term)
        if 0 < count <= MOST
    ]


def test_no_point_of_the_picture_lies_a_few_decisions_from_the_term_or_the_half():
    assert found_in_pictures() == []


def test_the_attack_finds_them_in_a_picture_that_looks_at_neither(monkeypatch):
    monkeypatch.setattr(figures, "after_term", lambda *_: iter(()))
    monkeypatch.setattr(drawing, "_clear_of", lambda *_: True)
    monkeypatch.setattr(drawing, "_clear_of_half", lambda *_: True)

    assert len(found_in_pictures()) > 50


def test_after_the_last_point_of_the_picture_ten_decisions_follow():
    """With the share that gave up, fewer could be counted."""
    rows = [("A", day, DECIDED, 12) for day in (7, 14, 21)]
    rows += [("A", 30, DECIDED, 3), ("A", 30, GAVE_UP, 12)]
    rows += [("B", day, DECIDED, 30) for day in (7, 14, 21, 30)] + [("B", 30, GAVE_UP, 20)]
    curve, _ = left(rows, with_cells=False, horizon=28).drawing["curves"]

    assert max(day for day, _ in curve["points"]) < 21
