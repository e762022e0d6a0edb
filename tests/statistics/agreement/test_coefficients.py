"""Agreement of raters: published tables, and tables in which there is nothing to see."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waterpas.errors import CallError
from waterpas.measure.agreements import coefficients
from waterpas.measure.agreements.coefficients import cohen_kappa, intraclass, krippendorff_alpha

# Shrout and Fleiss (1979), table 2: rows are targets, columns are judges.
SHROUT_FLEISS = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
# Krippendorff (2011), example C: four observers, twelve units, some not judged.
OBSERVERS = [
    "123321412...",
    "1233224125.3",
    ".333234225 1.".replace(" ", ""),
    "1233244125 1.".replace(" ", ""),
]
UNITS = [[None if v == "." else int(v) for v in unit] for unit in zip(*OBSERVERS, strict=True)]


def test_intraclass_correlations_are_the_published_ones():
    found = intraclass(SHROUT_FLEISS)

    assert found.agreement == pytest.approx(0.2897638, abs=1e-6)
    assert found.consistency == pytest.approx(0.7148407, abs=1e-6)
    assert found.agreement_of_mean == pytest.approx(0.6200505, abs=1e-6)
    assert found.consistency_of_mean == pytest.approx(0.9093155, abs=1e-6)


def test_kappa_is_the_published_one():
    assert cohen_kappa([[20, 5], [10, 15]]) == pytest.approx(0.4, abs=1e-12)


@pytest.mark.parametrize(
    ("scale", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_with_missing_judgements_is_the_published_one(scale, published):
    assert krippendorff_alpha(UNITS, scale=scale) == pytest.approx(published, abs=5e-4)


def test_alpha_of_two_observers_is_the_published_one():
    # Krippendorff (2011), examples A (yes and no) and B (kinds).
    yes_or_no = list(zip("0100000010", "1110010000", strict=True))
    kinds = list(zip("aabbdcccedda", "babbbcccedd" + "d", strict=True))

    assert krippendorff_alpha(yes_or_no) == pytest.approx(0.095, abs=5e-4)
    assert krippendorff_alpha(kinds) == pytest.approx(0.692, abs=5e-4)


@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=8))
def test_agreement_is_never_above_one_and_raters_may_change_places(rows):
    found, turned = intraclass(rows), intraclass([row[::-1] for row in rows])

    for one, other in (
        (found.agreement, turned.agreement),
        (found.consistency, turned.consistency),
    ):
        assert (one is None) == (other is None)
        if one is not None:
            assert one <= 1 + 1e-9
            assert one == pytest.approx(other, abs=1e-9)
    alphas = [krippendorff_alpha(each, scale="ordinal") for each in (rows, rows[::-1])]
    assert alphas[0] == pytest.approx(alphas[1], abs=1e-9) if alphas[0] else alphas[0] == alphas[1]


def test_a_rater_who_is_stricter_by_the_same_amount_is_consistent_and_does_not_agree():
    found = intraclass([[1, 4], [2, 5], [5, 8], [3, 6]])

    assert found.consistency == pytest.approx(1)
    assert found.agreement < 0.5


def test_where_nothing_differs_there_is_nothing_to_see():
    assert intraclass([[3, 3], [3, 3]]) == coefficients.Intraclass(None, None, None, None)
    assert cohen_kappa([[7, 0], [0, 0]]) is None
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None


def test_raters_who_agree_whatever_happens_have_an_agreement_of_one():
    assert intraclass([[1, 1], [4, 4]]).agreement == pytest.approx(1)
    assert cohen_kappa([[7, 0], [0, 2]]) == pytest.approx(1)
    assert krippendorff_alpha([[1, 1, None], [2, None, 2]]) == pytest.approx(1)


@pytest.mark.parametrize("ratings", [[], [[1, 2]], [[1], [2]], [[1, 2], [1]], [[1, None], [2, 3]]])
def test_numbers_that_are_missing_are_refused_in_words(ratings):
    with pytest.raises(CallError, match="krippendorff_alpha"):
        intraclass(ratings)


@pytest.mark.parametrize("table", [[], [[1, 2]], [[0, 0], [0, 0]], [[1, -1], [2, 3]]])
def test_a_table_that_is_no_table_is_refused_in_words(table):
    with pytest.raises(CallError, match="vierkante tabel"):
        cohen_kappa(table)


def test_what_nobody_judged_twice_is_refused_in_words():
    with pytest.raises(CallError, match="door twee beoordelaars"):
        krippendorff_alpha([[1, None], [None, 2]])


def test_kinds_have_no_order():
    with pytest.raises(CallError, match="voor elk oordeel een getal"):
        krippendorff_alpha([["a", "b"]], scale="ordinal")


def test_the_examples_in_the_text_are_right():
    assert doctest.testmod(coefficients).failed == 0
