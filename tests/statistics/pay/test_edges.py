"""What cannot be measured, and what is measured with a word of caution: each in words."""

import pytest

import waterpas
from tests.statistics.pay.tables import codes, counted, lower_scales, measured, notes, value
from waterpas.errors import CallError, InputError, LevelError
from waterpas.explain.method import source_line
from waterpas.measure.paid.answers import established, judged
from waterpas.measure.pay import pay
from waterpas.results import Certainty, Interval


def spread(group, scale, n, base=2500):
    """People of a group in a scale, over four amounts."""
    return {(group, scale, str(base + 50 * at)): n for at in range(4)}


def two_groups(**more):
    return spread("A", "5", 20) | spread("B", "5", 20, 2600) | more


def test_all_amounts_equal_is_no_difference():
    found = measured(counted({("A", "5", "2500"): 40, ("B", "5", "2500"): 60}))

    assert codes(found) == ["cannot-same"]
    assert found.figures == ()


def test_without_spread_there_are_no_limits_and_it_says_so():
    found = measured(counted({("A", "5", "2500"): 40, ("B", "5", "2600"): 60}), scale=None)

    assert codes(found)[0] == "less"
    assert found.figure("gap", {"groep": "A"}).interval is None
    assert "no-spread" in notes(found)


def test_a_scale_with_one_group_counts_as_a_difference_between_scales():
    cells = spread("A", "5", 20) | spread("B", "5", 20) | spread("B", "9", 20, 4000)
    found = measured(counted(cells))

    assert "one-sided-scale" in notes(found)
    assert "three-parts-not" in notes(found)
    assert value(found, "endowments") is None
    assert value(found, "within-scales") == pytest.approx(0)
    assert value(found, "over-scales") == pytest.approx(value(found, "gap"))


def test_scales_that_tell_who_is_in_which_group_leave_nothing_to_compare():
    found = measured(counted(spread("A", "5", 20) | spread("B", "9", 20, 4000)))

    assert codes(found)[:2] == ["less", "cannot-apart"]
    assert value(found, "remains") is None


def test_columns_that_say_the_same_are_taken_together():
    cells = {
        (group, scale, str(2000 + 300 * int(scale) + 50 * at), f"niveau {scale}"): 10 + at
        for group in "AB"
        for scale in "56"
        for at in range(4)
    }
    tally = counted(cells, by=("groep", "schaal", "loon", "niveau"))
    alone, both = measured(tally), measured(tally, given="niveau")

    assert "collinear" in notes(both)
    assert value(both, "remains") == pytest.approx(value(alone, "remains"), abs=1e-6)
    assert not any(figure.name == "part" for figure in both.figures)


def test_more_columns_than_people_is_refused_in_words():
    cells = {(group, f"s{at}", str(2500 + 7 * at), "x"): 1 for group in "AB" for at in range(10)}
    found = measured(counted(cells, by=("groep", "schaal", "loon", "niets")))

    assert codes(found)[1] in {"cannot-many", "cannot-apart"}
    assert value(found, "remains") is None


def test_a_column_with_hundreds_of_levels_is_refused():
    cells = {("AB"[at % 2], f"functie {at // 2}", "2500"): 5 for at in range(500)}

    with pytest.raises(CallError, match="250 waarden"):
        measured(counted(cells))


def test_fewer_than_ten_people_is_too_few():
    found = measured(counted(spread("A", "5", 2) | spread("B", "5", 20)))

    assert codes(found) == ["too-few"]
    assert found.figures == ()


def test_a_reference_of_fewer_than_ten_is_too_few_for_everybody():
    cells = spread("A", "5", 20) | spread("C", "5", 20) | spread("B", "5", 2)

    assert codes(measured(counted(cells))) == ["too-few", "too-few"]


def test_one_group_is_refused():
    with pytest.raises(CallError, match="maar één groep"):
        measured(counted(spread("B", "5", 20)))


def test_missing_negative_and_wrong_amounts_are_named_and_counted():
    wrong = {("A", "5", "onbekend"): 3, ("A", "5", "-200"): 2, ("B", "5", "n.v.t."): 4}
    found = measured(counted(two_groups() | wrong))
    told = {note.code: note.fields for note in found.notes}

    assert "Daarvan telt niet alles mee" in source_line(found, "nl")
    assert "Daarvan telt niet alles mee" not in source_line(measured(counted(two_groups())), "nl")
    assert value(found, "mean") == pytest.approx(2575)
    assert told["amount-missing"]["people"] == 3
    assert told["amount-below-zero"] == {"column": "loon", "people": 2}
    assert told["amount-no-number"] == {"column": "loon", "people": 4}
    assert told["amount-example"]["levels"] == ("-200", "n.v.t.")


def test_without_any_amount_it_is_refused():
    with pytest.raises(CallError, match="geen enkel bedrag"):
        measured(counted({("A", "5", "x"): 20, ("B", "5", "y"): 20}))


def test_an_unknown_scale_is_left_out_and_named():
    cells = two_groups() | {("A", "onbekend", "9000"): 5}
    found = measured(counted(cells))

    assert value(found, "mean") == pytest.approx(2575)
    assert any(note.code == "column-missing" for note in found.notes)
    assert "Daarvan telt niet alles mee" in source_line(found, "nl")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (("2500,50", "2600"), 2500.5),
        (("2500.50", "2600"), 2500.5),
        (("2.500,50", "2.600,00"), 2500.5),
        (("€ 2.500,50", "€ 2.600,00"), 2500.5),
        (("2,500.50", "2,600.00"), 2500.5),
    ],
)
def test_amounts_are_read_with_a_comma_or_a_point(written, amount):
    one, other = written
    cells = {("A", "5", one): 20, ("B", "5", one): 10, ("B", "5", other): 10}
    found = measured(counted(cells))

    assert value(found, "mean") == pytest.approx(amount)


def test_a_point_that_can_be_two_things_is_refused():
    cells = {("A", "5", "2.500"): 20, ("B", "5", "2.600"): 20}

    with pytest.raises(CallError, match="twee manieren"):
        measured(counted(cells))


def test_a_logarithm_of_nothing_is_left_out_and_named():
    cells = two_groups() | {("A", "5", "0"): 4}

    assert "amount-below-zero" in notes(measured(counted(cells), measure="log"))
    assert "amount-below-zero" not in notes(measured(counted(cells)))


def test_logarithms_give_shares_and_no_euros():
    found = measured(lower_scales(), measure="log")
    gap = found.figure("gap", {"groep": "A"})

    assert gap.unit == "share"
    own, other = (value(found, f"{whose}geometric-mean") for whose in ("", "reference-"))
    assert gap.value == pytest.approx(own / other - 1)


@pytest.mark.parametrize(
    "call",
    [
        {"reference": "everybody-else"},
        {"reference": "X"},
        {"amount": "salaris"},
        {"scale": "loon"},
        {"given": ("schaal",)},
        {"measure": "wortel"},
        {"step": "trede", "scale": None},
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(call):
    with pytest.raises(CallError) as refused:
        measured(lower_scales(), **call)

    assert refused.value.text("nl")
    assert "\n" not in refused.value.text("en")


def test_what_is_no_tally_or_no_level_is_refused():
    with pytest.raises(CallError):
        pay([], across="groep", reference="B", amount="loon")
    with pytest.raises(LevelError):
        measured(lower_scales(), level=0.5)


def test_amounts_as_moments_are_refused_with_what_to_do():
    rows = [{"groep": "A", "loon": 2500}, {"groep": "B", "loon": 2600}]
    tally = waterpas.tally(rows, by=["groep"], amount="loon")

    with pytest.raises(CallError, match="waarover u telt"):
        pay(tally, across="groep", reference="B", amount="loon")


def with_moves(answers):
    cells = {}
    for key, n in two_groups().items():
        for answer, part in answers.items():
            cells[(*key, answer)] = round(n * part)
    return counted(cells, by=("groep", "schaal", "loon", "omhoog"))


def test_a_step_that_is_no_number_is_refused():
    tally = with_moves({"laag": 0.5, "hoog": 0.5})

    with pytest.raises(CallError, match="Elke trede"):
        measured(tally, step="omhoog")


def test_who_stands_higher_goes_by_the_step_where_there_is_one():
    cells = {}
    for group, step in (("A", 1), ("B", 2)):
        for at in range(3):
            cells[group, "5", str(2500 + 10 * at), str(step + at)] = 20
    tally = counted(cells, by=("groep", "schaal", "loon", "trede"))

    assert value(measured(tally), "higher") == pytest.approx(0.5)
    assert value(measured(tally, step="trede"), "higher") < 0.5


def test_promotion_that_is_no_yes_or_no_is_refused():
    with pytest.raises(InputError):
        measured(with_moves({"wel": 0.3, "niet": 0.7}), moved_up="omhoog")


def test_promotion_with_a_value_is_that_value_beside_the_others():
    found = measured(with_moves({"wel": 0.3, "niet": 0.7}), moved_up="omhoog=wel")

    assert found.figure("moved-rate", {"groep": "A", "omhoog": "wel"}).value == pytest.approx(0.3)
    assert "moved-not-shown" in codes(found)


def test_promotion_nobody_knows_of_is_left_out_of_promotion_only():
    found = measured(with_moves({"ja": 0.3, "nee": 0.4, "onbekend": 0.3}), moved_up="omhoog")
    rate = found.figure("moved-rate", {"groep": "A", "omhoog": "ja"})

    assert rate.value == pytest.approx(0.3 / 0.7)
    assert value(found, "mean") == pytest.approx(2575)


def test_a_column_of_numbers_counts_as_a_number_and_says_so():
    found = measured(with_moves({"1": 0.5, "2": 0.25, "3": 0.25}), given="omhoog")

    assert "as-number" in notes(found)


def test_what_was_not_asked_is_asked_for():
    found = measured(lower_scales(), scale=None)

    assert {"without-scale", "without-moved-up", "without-left"} <= notes(found)


def test_promotion_is_told_also_where_all_amounts_are_equal():
    """Of those it is known, and pay has nothing to do with it: 15 of 45 beside 25 of 75."""
    by = ("groep", "schaal", "loon", "omhoog")
    cells = {
        (group, "5", "2500", up): n
        for group, counts in (("A", (15, 30)), ("B", (25, 50)))
        for up, n in zip(("ja", "nee"), counts, strict=True)
    }
    found = measured(counted(cells, by=by), moved_up="omhoog")

    assert codes(found) == ["cannot-same", "moved-not-shown"]
    assert value(found, "moved-rate", omhoog="ja") == pytest.approx(1 / 3)


def test_promotion_of_too_few_people_stays_unsaid():
    by = ("groep", "schaal", "loon", "omhoog")
    cells = {("A", "5", "2500", "ja"): 4, ("A", "5", "2500", "nee"): 4}
    cells |= {("B", "5", "2500", "ja"): 30, ("B", "5", "2500", "nee"): 30}
    found = measured(counted(cells, by=by), moved_up="omhoog")

    assert codes(found) == ["too-few", "moved-too-few"]


def test_without_a_shared_scale_nothing_lies_within_one():
    """It was told as 0 euro within the same scale, while nobody can be compared there."""
    result = measured(counted(spread("A", "5", 30) | spread("B", "7", 40, 4000)))
    names = {figure.name for figure in result.figures}

    assert "gap" in names
    assert not {"within-scales", "over-scales"} & names
    assert "cannot-apart" in {answer.code for answer in result.answers}


def test_of_where_to_look_next_only_what_is_established_is_said():
    interval, sure = Interval(10.0, 20.0, 0.95), 0.2

    assert judged(15.0, interval, sure) is Certainty.INDICATION
    assert established(judged(15.0, interval, sure)) is Certainty.NOT_SHOWN
    assert established(judged(15.0, interval, 0.01)) is Certainty.DIFFERENCE


def test_a_gap_as_a_share_is_never_more_than_everything():
    far = {("B", "5", "9999999"): 1}
    result = measured(counted(spread("A", "5", 30) | spread("B", "5", 30) | far), scale=None)
    share = result.figure("gap-share", {"groep": "A"})

    assert -1 <= share.interval.low < share.value < share.interval.high
