"""What leaves of a result on pay, and what somebody can work out from it."""

from tests.statistics.pay.tables import counted, measured
from tests.statistics.pay.test_edges import spread
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.plain import plain_text


def released(result):
    return shown_figures(result, minimum=10)[0]


def one_high_up(amount="9120", *, alone=1):
    """Nearly everybody is in scales 5 and 7; somebody of A is alone in scale 14."""
    cells = spread("A", "5", 13) | spread("A", "7", 9, 3000)
    cells |= spread("B", "5", 31) | spread("B", "7", 40, 3000) | spread("B", "14", 8, 9000)
    return counted(cells | {("A", "14", amount): alone})


def amounts(result):
    return [
        each
        for figure in result.figures
        if figure.unit == "amount" and figure.value is not None
        for each in (figure.value, *_ends(figure))
    ]


def _ends(figure):
    return (figure.interval.low, figure.interval.high) if figure.interval else ()


def test_amounts_leave_in_the_same_steps_of_at_most_a_hundredth():
    found = amounts(released(measured(one_high_up())))

    assert found
    assert {round(each % 20, 6) for each in found} <= {0, 20}
    assert any(each % 100 for each in found)


def test_with_all_digits_the_steps_would_not_hold():
    assert {each % 20 for each in amounts(measured(one_high_up()))} != {0}


def test_somebody_alone_in_a_scale_has_no_figure_and_is_not_left_over():
    """Were only her scale left out, her pay would be the sum of all less that of the others."""
    result = released(measured(one_high_up()))
    scales = {figure.of["schaal"] for figure in result.figures if "schaal" in figure.of}

    assert scales == {"5"}  # scale 7 went too: with it ten people or more are left over


def test_another_pay_of_one_person_is_not_to_be_seen():
    one, two = (released(measured(one_high_up(amount))) for amount in ("9120", "9130"))

    assert plain_text(one, "nl") == plain_text(two, "nl")


def test_a_pay_far_away_would_be_seen():
    one, two = (released(measured(one_high_up(amount))) for amount in ("9120", "99120"))

    assert plain_text(one, "nl") != plain_text(two, "nl")


def test_no_lowest_and_no_highest_amount_is_a_figure():
    values = {figure.value for figure in measured(one_high_up()).figures}

    assert not {2500, 9120, 9150} & values


def test_a_quantile_stands_only_where_ten_people_are_below_and_above():
    result = measured(one_high_up())
    names = {figure.name for figure in result.figures if figure.name.endswith("-gap")}

    assert "q10-gap" not in names  # nine of A are below it
    assert "q25-gap" in names


def test_few_promotions_hide_promotion_and_not_pay():
    cells = {(*key, "nee"): n for key, n in one_high_up().cells.items() for n in [n.n.value]}
    cells |= {("A", "5", "2500", "ja"): 4, ("B", "5", "2500", "ja"): 30}
    tally = counted(cells, by=("groep", "schaal", "loon", "omhoog"))
    result = released(measured(tally, moved_up="omhoog"))
    told = {answer.code for answer in result.answers if answer.of == {"groep": "A", "omhoog": "ja"}}

    assert told == {"hidden"}
    assert result.figure("gap", {"groep": "A"}).value is not None
    assert result.figure("moved-gap", {"groep": "A", "omhoog": "ja"}).value is None


def test_numbers_of_people_in_notes_do_not_leave():
    tally = counted(
        {key: cell.n.value for key, cell in one_high_up().cells.items()}
        | {("A", "5", "onbekend"): 3, ("A", "5", "-77"): 2}
    )
    result = released(measured(tally))

    assert {"amount-missing-some", "amount-below-zero-some"} <= {each.code for each in result.notes}
    assert "-77" not in plain_text(result, "nl")
    assert not [note for note in result.notes if {"people", "levels"} & set(note.fields)]


def test_a_group_of_fewer_than_ten_has_no_figure():
    cells = {key: cell.n.value for key, cell in one_high_up().cells.items()}
    result = released(measured(counted(cells | spread("C", "5", 2))))

    assert not [figure for figure in result.figures if figure.of.get("groep") == "C"]
    assert result.figure("gap", {"groep": "A"}).value is not None
