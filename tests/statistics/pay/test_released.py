"""What leaves of a result on pay, and what somebody can work out from it."""

from dataclasses import replace

import pytest

from tests.statistics.pay.tables import counted, measured, steps
from tests.statistics.pay.test_edges import spread
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.measured import html
from waterpas.explain.measured.sentences import remarks
from waterpas.explain.plain import plain_text
from waterpas.measure.paid.figures import MAIN, MEANS
from waterpas.results import Question
from waterpas.texts import LANGUAGES


def released(result):
    return shown_figures(result, minimum=10)[0]


def one_high_up(amount="9120"):
    """Nearly everybody is in scales 5 and 7; somebody of A is alone in scale 14."""
    cells = spread("A", "5", 13) | spread("A", "7", 9, 3000)
    cells |= spread("B", "5", 31) | spread("B", "7", 40, 3000)
    cells |= spread("B", "14", 8, 9000)
    return counted(cells | {("A", "14", amount): 1})


def many_people():
    """Thousands of people at fifteen amounts, and somebody of A alone in scale 14."""
    cells = steps("A", "5", 400) | steps("A", "7", 300, 3000)
    cells |= steps("B", "5", 900) | steps("B", "7", 1200, 3000) | spread("B", "14", 8, 9000)
    return counted(cells | {("A", "14", "9120"): 1})


def amounts(result):
    return [
        each
        for figure in result.figures
        if figure.unit == "amount" and figure.value is not None
        for each in (figure.value, *_ends(figure))
    ]


def _ends(figure):
    return (figure.interval.low, figure.interval.high) if figure.interval else ()


def test_amounts_leave_in_steps_of_at_least_what_twenty_people_make():
    result = measured(many_people())
    for figure in released(result).figures:
        if figure.unit == "amount" and figure.value is not None:
            least = result.figure(figure.name, dict(figure.of)).step
            step = next(each for each in (10, 20, 50, 100, 200, 500) if each >= max(least, 10))
            assert {round(each % step, 6) for each in (figure.value, *_ends(figure))} <= {0}
    assert amounts(released(result))


def test_with_all_digits_the_steps_would_not_hold():
    assert {each % 10 for each in amounts(measured(many_people()))} != {0}


def test_of_few_people_the_answer_is_said_in_words_only():
    result = released(measured(one_high_up()))

    assert result.figure("gap", {"groep": "A"}).value is None
    assert [answer.code for answer in result.answers if answer.of == {"groep": "A"}]
    assert "€" not in plain_text(result, "nl").split("Alle cijfers")[0]


def test_what_other_figures_there_are_and_that_nobody_differs_does_not_leave():
    """A quantile stands only with ten people on both sides: that it is there tells as well."""
    result = released(measured(one_high_up()))

    assert {each.name for each in result.figures} <= {*MEANS, *MAIN}
    assert {note.code for each in result.figures for note in each.notes} <= {"coarse"}
    assert result.family == 1


def test_somebody_alone_in_a_scale_has_no_figure_and_is_not_left_over():
    """Were only her scale left out, her pay would be the sum of all less that of the others."""
    result = measured(one_high_up())

    assert _scales(result) == {"5"}  # scale 7 went too: with it ten people or more are left over
    assert _scales(released(result)) == set()  # beside small cells nothing per scale leaves


def _scales(result):
    return {figure.of["schaal"] for figure in result.figures if "schaal" in figure.of}


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
    table = many_people()
    cells = {(*key, "nee"): n for key, n in table.cells.items() for n in [n.n.value]}
    cells |= {("A", "5", "2500", "ja"): 4, ("B", "5", "2500", "ja"): 30}
    tally = counted(cells, by=("groep", "schaal", "loon", "omhoog"))
    result = released(measured(tally, moved_up="omhoog"))
    told = {answer.code for answer in result.answers if answer.of == {"groep": "A", "omhoog": "ja"}}

    assert told == {"hidden"}
    assert result.figure("gap", {"groep": "A"}).value is not None
    moved = result.figure("moved-gap", {"groep": "A", "omhoog": "ja"})
    assert moved is None or moved.value is None


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
    cells = {key: cell.n.value for key, cell in many_people().cells.items()}
    result = released(measured(counted(cells | spread("C", "5", 2))))

    assert not [figure for figure in result.figures if figure.of.get("groep") == "C"]
    assert result.figure("gap", {"groep": "A"}).value is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_amounts_a_note_that_stands_open_says_why(lang):
    result = released(measured(one_high_up()))
    said, page = " ".join(remarks(result, lang)), html.remarks(result, lang)

    assert not [each for each in result.figures if each.value is not None]
    assert {"nl": "Bedragen tonen wij hier niet.", "en": "We show no amounts here."}[lang] in said
    assert {"nl": "alleen de belangrijkste", "en": "only the main"}[lang] not in said
    assert "<details" not in page
    assert "<details" in html.remarks(measured(many_people()), lang)


@pytest.mark.parametrize("row", ["person", "application", "decision", "job", "other", None])
def test_people_earn_whatever_a_row_of_the_table_is(row):
    """'Aanvragen verdienen' is nothing that is."""
    counts = replace(many_people(), question=Question(row=row))
    said = plain_text(measured(counts), "nl")

    assert "verdienen mensen met groep A" in said
    for word in ("aanvragen", "besluiten", "banen", "gevallen", "rijen"):
        assert f"{word} met" not in said
