"""Nothing of what is released of a profile or of combinations tells what a hidden group holds."""

from itertools import product

import pytest

from waterpas.disclosure import figures, release
from waterpas.measure.adjusted import adjusted
from waterpas.measure.intersections import intersections
from waterpas.measure.risk_profile import risk_profile
from waterpas.measure.whole import with_cells
from waterpas.results import NOTHING_UNSEEN
from waterpas.serialise.measured import measured as plain
from waterpas.tallies.build import tally

CHOSEN_AND_FOUND = list(product(("ja", "nee"), repeat=2))
SHOWN = {"B": (120, 150, 130, 300), "A": (60, 70, 50, 120)}
HIDDEN = [(12, 0, 0, 0), (0, 0, 12, 0), (11, 0, 1, 0), (0, 4, 0, 4), (0, 12, 0, 12), (0, 12, 1, 12)]
HIDDEN += [(1, 1, 1, 1), (0, 0, 0, 4), (12, 12, 0, 1), (4, 4, 12, 0)]


def public(result):
    """Everything that leaves."""
    return repr(plain(release(result, audience="public").result))


def table(groups, names):
    """Per group how many people there are of each of these, in columns g and those named."""
    columns, kinds = names
    return tally(
        [
            dict(zip(("g", *columns, "n"), (group, *kind, n), strict=True))
            for group, counts in groups.items()
            for kind, n in zip(kinds, counts, strict=True)
            if n
        ],
        by=["g", *columns],
        count="n",
    )


def profile(counts):
    whole = table({**SHOWN, "C": counts}, (("s", "f"), CHOSEN_AND_FOUND))
    return risk_profile(whole, across="g", reference="B", selected="s=ja", found="f=ja")


def rows(counts):
    """The figures of C that are listed, and whether one of them has a value."""
    told = release(profile(counts), audience="public").result.figures
    about = [figure for figure in told if figure.of.get("g") == "C"]
    some = any(figure.value is not None for figure in about)
    return frozenset(figure.name for figure in about), some


def lists():
    """The lists of rows of a group of which nothing is shown."""
    return {names for names, some in map(rows, HIDDEN) if not some}


def test_of_a_hidden_group_the_same_rows_are_listed_whoever_was_chosen():
    assert lists() == {frozenset()}


def test_without_the_guard_the_rows_tell_who_was_chosen(monkeypatch):
    monkeypatch.setattr(figures, "without_hidden_rows", lambda figures, _: tuple(figures))

    assert len(lists()) > 1


ALL, NOBODY = (12, 0, 0, 0), (0, 0, 12, 0)


def test_all_twelve_chosen_looks_like_nobody_chosen():
    assert public(profile(ALL)) == public(profile((11, 0, 1, 0))) == public(profile(NOBODY))


# A table per level of another column counts the people of the hidden group too.

AGES = list(product(("ja", "nee"), "xyz"))
WITH_AGES = {"B": (80, 70, 60, 75, 130, 115), "A": (58, 31, 50, 75, 70, 98)}


def by_age(*chosen):
    rest = [n - some for n, some in zip((7, 2, 3), chosen, strict=True)]
    whole = table({**WITH_AGES, "C": (*chosen, *rest)}, (("s", "age"), AGES))
    return risk_profile(whole, across="g", reference="B", selected="s=ja", variables=["age"])


def combined(*cases):
    rows = [("B", "m", 300, 150), ("B", "v", 320, 110), ("A", "m", 200, 90), ("A", "v", 245, 105)]
    rows += [("C", "m", 9, cases[0]), ("C", "v", 8, cases[1])]
    made = [dict(zip(("g", "sex", "n", "x"), row, strict=True)) for row in rows]
    whole = tally(made, by=["g", "sex"], outcome="x", count="n")
    return intersections(whole, across="g", columns=["sex"])


TRIED = pytest.mark.parametrize(
    ("method", "some"),
    [(by_age, [(7, 2, 3), (0, 0, 0), (3, 1, 2)]), (combined, [(9, 8), (0, 0), (4, 3)])],
    ids=["profile", "combinations"],
)


@TRIED
def test_no_level_of_another_column_tells_of_a_hidden_group(method, some):
    assert len({public(method(*each)) for each in some}) == 1


@TRIED
def test_without_the_guard_a_level_tells_how_many_of_them(method, some, monkeypatch):
    monkeypatch.setattr(figures, "_is_over", lambda figure, gone, _: bool(gone) and not figure.of)
    monkeypatch.setattr(figures, "_unseen", lambda *_: NOTHING_UNSEEN)

    assert len({public(method(*each)) for each in some}) > 1


def test_a_method_tells_control_of_each_cell_so_that_everybody_is_as_careful():
    made = [("B", "m", 300, 150), ("B", "v", 320, 110), ("A", "m", 200, 90), ("A", "v", 11, 8)]
    rows = [dict(zip(("g", "sex", "n", "x"), row, strict=True)) for row in made]
    whole = tally(rows, by=["g", "sex"], outcome="x", count="n")
    result = adjusted(whole, across="g", reference="B", given="sex")
    told = release(result, audience="public").result

    assert len(result.cells) == len(whole.cells)
    assert adjusted(tally=whole, across="g", reference="B", given="sex").cells == result.cells
    with pytest.raises(TypeError, match="measures a tally"):
        with_cells(lambda _: result)("no tally")
    assert told.cells is None
    assert "coarse" in {note.code for note in told.notes}
