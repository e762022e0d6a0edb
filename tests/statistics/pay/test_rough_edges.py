"""Every edge of rounded and hidden counts, by name."""

from dataclasses import replace

import pytest

from tests.statistics.pay.rough_tables import roughly
from tests.statistics.pay.tables import (
    COLUMNS,
    codes,
    counted,
    lower_scales,
    measured,
    notes,
    steps,
    value,
)
from tests.statistics.pay.test_edges import spread, two_groups
from waterpas.errors import CallError
from waterpas.explain.plain import plain_text
from waterpas.measure.rounding import hidden, rounded
from waterpas.results import Count
from waterpas.tallies.tally import Cell

A = {"groep": "A"}


def between(result, name, **of):
    return result.figure(name, {**A, **of}).interval


def test_with_all_counts_hidden_nothing_is_said():
    found = measured(roughly(counted(two_groups()), to=1, below=1000))

    assert codes(found) == ["rounded-too-few"]
    assert found.figures == ()


def test_a_group_that_surely_has_fewer_than_ten_people_is_too_few():
    cells = {("A", "5", "2500"): 4} | spread("B", "5", 20)

    assert codes(measured(roughly(counted(cells), to=5))) == ["too-few"]


def test_one_group_is_refused():
    with pytest.raises(CallError, match="maar één groep"):
        measured(roughly(counted(spread("A", "5", 20))), reference="A")


def test_one_scale_is_compared_as_a_whole_too():
    found = measured(roughly(counted(steps("A", "5", 40) | steps("B", "5", 60, 2700)), to=5))

    assert codes(found)[:2] == ["less", "rounded-apart"]
    assert between(found, "scale-gap", schaal="5") == between(found, "gap")


def test_without_a_scale_nothing_is_missed():
    found = measured(roughly(lower_scales()), scale=None)

    assert "rounded-apart" not in codes(found)
    assert not [each for each in found.figures if each.name.startswith("scale-gap")]


def test_a_count_that_was_rounded_to_nobody_may_be_somebody():
    """Two people at most, who may earn 9,000: the highest mean has them in it."""
    cells = {key: Cell(n=rounded(n, to=5)) for key, n in two_groups().items()}
    with_none = {**cells, ("A", "6", "9000"): Cell(n=Count(0, 0, 2))}
    tally = replace(counted(two_groups()), rounded_to=5)
    one, other = (measured(replace(tally, cells=each)) for each in (cells, with_none))

    assert between(other, "mean").low == between(one, "mean").low
    assert between(other, "mean").high > between(one, "mean").high
    assert value(other, "mean") == value(one, "mean")


def test_a_hidden_count_is_not_nobody():
    cells = {**counted(two_groups()).cells, ("A", "6", "9000"): Cell(n=hidden(10))}
    found = measured(replace(counted(two_groups()), cells=cells))

    assert between(found, "mean").low == pytest.approx(2575)
    assert between(found, "mean").high > 2900
    assert {"hidden-in-source", "rounded-absent"} <= notes(found)
    assert "rounded" not in notes(found)


def test_where_only_counts_that_are_left_out_are_hidden_nothing_is_said_of_bounds():
    """Of whom the scale is not known does not count: what counts is exact. But they may leave."""
    left = {(*key, "nee"): Cell(n=Count.exact(n)) for key, n in two_groups().items()}
    apart = {("A", "onbekend", "2500", "ja"): Cell(n=hidden(10))}
    tally = replace(counted({}, by=(*COLUMNS, "weg")), cells=left | apart)

    assert notes(measured(tally)) >= {"hidden-in-source"}
    assert "rounded-absent" not in notes(measured(tally))
    assert codes(measured(tally)) == codes(measured(counted(two_groups())))
    assert "rounded-absent" in notes(measured(tally, left="weg"))


def test_missing_amounts_are_left_out_without_a_number_of_people():
    cells = two_groups() | {("A", "5", "onbekend"): 12, ("A", "onbekend", "2500"): 30}
    found = measured(roughly(counted(cells)))

    assert {"amount-missing-some", "column-missing-some"} <= notes(found)
    assert between(found, "mean") == between(measured(roughly(counted(two_groups()))), "mean")


def test_rounded_so_coarsely_that_both_are_possible_is_said_in_words():
    found = measured(roughly(counted(spread("A", "5", 20) | spread("B", "5", 20)), to=10))

    assert codes(found)[0] == "rounded-open"
    assert "te grof afgerond" in plain_text(found, "nl")
    assert "is niet aangetoond. Het is ook niet uitgesloten" not in plain_text(found, "nl")


def test_all_at_one_amount_stays_the_same_whatever_the_counts_are():
    cells = {("A", "5", "2500"): 40, ("B", "5", "2500"): 60}

    assert codes(measured(roughly(counted(cells), to=10))) == ["cannot-same"]


def test_without_spread_a_difference_has_no_doubt_left():
    found = measured(roughly(counted({("A", "5", "2500"): 40, ("B", "5", "2600"): 60})))

    assert codes(found)[0] == "less"
    assert "no-spread" in notes(found)


def test_a_table_rounded_to_ones_is_as_exact():
    assert measured(roughly(lower_scales(), to=1)) == measured(lower_scales())


def test_in_percent_the_bounds_are_shares():
    found = measured(roughly(lower_scales()), measure="log")
    gap = between(found, "gap-rounding")

    assert -0.25 < gap.low < value(found, "gap") < gap.high < -0.05
    assert between(found, "geometric-mean").low < value(found, "geometric-mean")


def test_an_interval_in_percent_without_end_is_still_a_number():
    """With nearly all counts hidden there is hardly a degree of freedom left."""
    cells = {("A", "5", "2500"): 40, ("A", "5", "90000"): 3}
    cells |= {("B", "5", "2500"): 40, ("B", "5", "90"): 3}
    hidden_ends = roughly(counted(cells), to=1, below=10)
    found = measured(hidden_ends, measure="log", level=0.999)

    assert between(found, "gap").high == pytest.approx(1e12)
    assert plain_text(found, "nl")


def moving(to, below=0):
    """Promotions of 60 of 400 beside 400 of 1,200 people, rounded or hidden."""
    cells = {
        (group, "5", str(2500 + 50 * at), up): n
        for group, counts in (("A", (15, 85)), ("B", (100, 200)))
        for at in range(4)
        for up, n in zip(("ja", "nee"), counts, strict=True)
    }
    tally = counted(cells, by=("groep", "schaal", "loon", "omhoog"))
    return measured(roughly(tally, to=to, below=below), moved_up="omhoog")


def test_promotion_of_rounded_counts_has_the_widest_interval():
    about = {"omhoog": "ja"}
    wide, narrow = (between(moving(to), "moved-gap", **about) for to in (5, 1))

    assert wide.low < narrow.low < narrow.high < wide.high
    assert "moved-less" in codes(moving(5))


def test_promotion_that_rounding_may_undo_is_an_indication():
    cells = {("A", "5", "2500", "ja"): 10, ("A", "5", "2600", "nee"): 30}
    cells |= {("B", "5", "2500", "ja"): 60, ("B", "5", "2600", "nee"): 60}
    tally = counted(cells, by=("groep", "schaal", "loon", "omhoog"))
    found = measured(roughly(tally, to=10), moved_up="omhoog")

    assert "moved-perhaps-less" in codes(found)
    assert between(found, "moved-gap", omhoog="ja").holds(0.0)
    assert "moved-less" in codes(measured(tally, moved_up="omhoog"))


def test_promotion_that_was_hidden_is_not_called_unknown():
    found = moving(1, below=20)

    assert "moved-cannot-rough" in codes(found)
    assert "verborg de bron aantallen" in plain_text(found, "nl")


@pytest.mark.parametrize(
    ("people", "to", "said"),
    [(5, 5, "few-people"), (10, 10, "few-people-perhaps"), (20, 5, None)],
)
def test_that_there_are_fewer_than_fifty_is_said_only_where_it_is_sure(people, to, said):
    """Of seven amounts each: from 21 to 49 people, from 42 to 98, and from 126 to 154."""
    found = measured(roughly(counted(steps("A", "5", people) | steps("B", "5", 40, 2700)), to=to))
    codes_of_notes = {note.code for figure in found.figures for note in figure.notes}

    assert codes_of_notes & {"few-people", "few-people-perhaps"} == ({said} if said else set())
    assert ("misschien minder dan 50 mensen" in plain_text(found, "nl")) is (people == 10)
