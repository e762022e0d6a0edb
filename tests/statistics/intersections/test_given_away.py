"""No small group can be worked out from all tables that are shown together."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from tests.statistics.intersections.attack import Attack, shown_sets
from tests.tallies import tally_of
from waterpas.disclosure import release
from waterpas.measure.combinations.given_away import bounds, given_away, small
from waterpas.measure.combinations.groups import every_table
from waterpas.measure.intersections import intersections

ALL = 100_000


def open_sets(tally, depth=None):
    tables = every_table(tally, columns=tally.by, depth=depth or len(tally.by))
    told = given_away(tally, tables, columns=tally.by)
    return {names for names, people in told.items() if not any(map(small, people))}


def sets_without_the_audit(tally, *, empty_too):
    tables = every_table(tally, columns=tally.by, depth=len(tally.by))
    return {
        table.columns
        for table in tables
        if not any(small(group.people) for group in table.groups)
        and not (empty_too and table.empty)
    }


def halves(people, by="abc"):
    """A tally in which half of each cell has the outcome."""
    cells = {
        tuple(f"{column}{level}" for column, level in zip(by, key, strict=True)): (n // 2, n)
        for key, n in people.items()
        if n
    }
    return tally_of(cells, by=tuple(by))


# Nobody is a1 and b1 at once. Whoever knows that solves the whole table of three columns.
EMPTY = {
    (0, 0, 0): 0, (0, 0, 1): 0, (0, 1, 0): 40, (0, 1, 1): 40,
    (1, 0, 0): 40, (1, 0, 1): 40, (1, 1, 0): 6, (1, 1, 1): 40,
}  # fmt: skip
# Two cells that differ in everything are empty: then counts below nothing rule all else out.
OPPOSITE = {key: 0 if len(set(key)) == 1 else 60 for key in product((0, 1), repeat=3)}


def test_an_empty_combination_would_solve_a_table_that_is_not_shown():
    tally = halves(EMPTY)
    attack = Attack(tally, known_empty=[("a0", "b0", "c0"), ("a0", "b0", "c1")])
    careless = sets_without_the_audit(tally, empty_too=False)

    assert ("a", "b") in careless
    assert attack.solved(careless) != []  # the positive control: the attack works


def test_a_table_with_an_empty_combination_is_not_shown():
    tally = halves(EMPTY)
    shown = open_sets(tally)

    assert ("a", "b") not in shown
    assert ("a", "c") in shown
    assert Attack(tally).solved(shown) == []


def test_counts_that_cannot_be_below_nothing_would_pin_a_group_down():
    tally = halves(OPPOSITE)
    careless = sets_without_the_audit(tally, empty_too=True)
    cells = [np.array([OPPOSITE[key] // 2 for key in product((0, 1), repeat=3)]).reshape(2, 2, 2)]
    pairs = [frozenset(each) for each in ((0, 1), (0, 2), (1, 2))]

    assert {("a", "b"), ("a", "c"), ("b", "c")} <= careless
    assert bounds(cells[0], pairs)[frozenset((0, 1, 2))].min() == 0


def test_then_one_of_the_tables_is_not_shown():
    shown = open_sets(halves(OPPOSITE))

    assert len(shown & {("a", "b"), ("a", "c"), ("b", "c")}) == 2


def test_hiding_only_the_small_cells_of_a_table_would_be_undone_by_taking_off():
    """What everybody does: show each cell of ten or more. One equation gives the small one."""
    tally = halves({(0, 0): 40, (0, 1): 6, (1, 0): 40, (1, 1): 40}, by="ab")
    attack = Attack(tally)
    singles = [("a",), ("b",)]
    (here,) = [each for each in attack.small(singles) if each[2] == "cases"]
    row = np.array(attack._row(("a", "b"), ("a0", "b0")))
    known = np.vstack([attack.equations(singles), row])

    assert here[1] == ("a0", "b1")
    assert np.linalg.matrix_rank(np.vstack([known, here[3]])) == np.linalg.matrix_rank(known)


def random_tally(rng, shape):
    keys = list(product(*map(range, shape)))
    cases = rng.choice([0, 3, 12, 30, 60], size=len(keys), p=[0.1, 0.1, 0.3, 0.3, 0.2])
    others = rng.choice([0, 4, 12, 30, 60], size=len(keys), p=[0.1, 0.1, 0.3, 0.3, 0.2])
    by = "abcd"[: len(shape)]
    cells = {
        tuple(f"{column}{level}" for column, level in zip(by, key, strict=True)): (
            int(x),
            int(x + y),
        )
        for key, x, y in zip(keys, cases, others, strict=True)
        if x + y
    }
    return tally_of(cells, by=tuple(by))


SHAPES = [(2, 2, 2), (2, 3, 2), (3, 3, 2), (2, 2, 2, 2)]


@pytest.mark.proof
def test_from_everything_released_no_small_group_can_be_solved(prove):
    rng = np.random.default_rng(20261130)
    seen = hidden = 0
    for turn in range(200 if prove else 20):
        tally = random_tally(rng, SHAPES[turn % len(SHAPES)])
        for also_small in (True, False):
            result = intersections(
                tally, across="a", columns=tally.by[1:], depth=4, most=ALL, also_small=also_small
            )
            released = release(result, audience="public").result
            shown = shown_sets(released)
            assert shown <= open_sets(tally)
            assert Attack(tally).solved(shown) == []
            seen, hidden = seen + bool(shown), hidden + (shown < shown_sets(result))

    assert seen > 10  # something is shown, so that hiding everything would not pass
    assert hidden > 5


@pytest.mark.proof
def test_nor_be_known_to_the_person_by_bounds(prove):
    """With three columns it can never be told that a group is small; with four never how small."""
    rng = np.random.default_rng(7)
    for turn in range(80 if prove else 8):
        tally = random_tally(rng, SHAPES[turn % len(SHAPES)])
        for _names, _key, _kind, _value, (low, high) in Attack(tally).bounded(open_sets(tally)):
            assert high - low > 3
            if len(tally.by) == 3:
                assert high >= 10 - 1e-6


def test_a_set_goes_whole_when_one_of_its_groups_is_small():
    tally = halves({(0, 0): 40, (0, 1): 6, (1, 0): 40, (1, 1): 40}, by="ab")
    result = intersections(tally, across="a", columns="b", depth=2, most=ALL)
    # Without what small cells hide besides: with them only what an answer rests on is left.
    released = release(replace(result, cells=None), audience="public").result

    assert shown_sets(result) == {("a",), ("b",), ("a", "b")}
    assert shown_sets(released) == {("a",), ("b",)}
    assert {a.code for a in released.answers if len(a.of) == 2} <= {"hidden"}
    assert released.figure("found") is None


def test_a_small_group_that_has_no_figure_hides_its_table_as_well():
    cells = {("a0", "b0"): (300, 400), ("a0", "b1"): (2, 6), ("a1", "b0"): (90, 400)}
    tally = tally_of({**cells, ("a1", "b1"): (200, 400)}, by=("a", "b"))
    result = intersections(tally, across="a", columns="b", depth=2, most=3)
    released = release(result, audience="public").result

    assert {"a": "a0", "b": "b1"} not in [dict(f.of) for f in result.figures]
    assert ("a", "b") in shown_sets(result)
    assert ("a", "b") not in shown_sets(released)


def test_of_one_column_with_a_small_group_nothing_is_shown():
    """The others and everybody together would give it away."""
    tally = tally_of({("p",): (40, 100), ("q",): (20, 100), ("r",): (2, 6)}, by=("g",))
    released = release(intersections(tally, across="g", depth=1), audience="public").result

    assert shown_sets(released) == set()


def test_on_the_platform_nothing_small_is_even_searched():
    tally = halves({(0, 0): 40, (0, 1): 6, (1, 0): 40, (1, 1): 40}, by="ab")
    result = intersections(tally, across="a", columns="b", depth=2, also_small=False)

    assert shown_sets(result) <= {("a",), ("b",)}
    assert [note.fields["columns"] for note in result.notes if note.code == "closed"] == ["a × b"]
    assert release(result, audience="public").hidden == 0
