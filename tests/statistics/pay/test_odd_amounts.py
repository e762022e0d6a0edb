"""What counts as pay without being any, and what a mean of logarithms is called."""

import pytest

import waterpas
from tests.statistics.pay.tables import counted, lower_scales, measured, steps
from waterpas.disclosure.figures import shown_figures
from waterpas.explain.measured.html import full_table
from waterpas.explain.measured.sentences import remarks
from waterpas.explain.plain import plain_text
from waterpas.results import Note

PAID = steps("A", "5", 20, amounts=14) | steps("B", "5", 40, amounts=14)


def odd(amount, n):
    result = measured(counted(PAID | {("A", "5", amount): n}))
    return result, {note.code: note.fields for note in result.notes}


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("0", "amount-nothing"),
        ("3.45", "amount-low"),
        ("€ 3.450", "amount-low"),
        ("2999999.50", "amount-high"),
    ],
)
def test_an_amount_that_is_no_pay_counts_with_a_word(amount, code):
    """Between amounts with a decimal point 3.450 is three and a half."""
    decimals = {(g, s, f"{amount}.50"): n for (g, s, amount), n in PAID.items()}
    result = measured(counted(decimals | {("A", "5", amount): 7}))
    (note,) = (each for each in result.notes if each.code == code)

    assert note.fields["people"] == 7
    assert "Bij 7 mensen" in " ".join(remarks(result, "nl"))
    assert "7 people" in " ".join(remarks(result, "en"))


def test_usual_pay_has_no_such_word():
    _result, notes = odd("1900", 3)

    assert not {"amount-nothing", "amount-low", "amount-high", "amount-example"} & set(notes)


@pytest.mark.parametrize("amount", ["0", "3"])
def test_how_many_have_such_an_amount_does_not_leave(amount):
    result, _notes = odd(amount, 3)
    said = shown_figures(result, minimum=10)[0].notes

    assert {"amount-nothing-some", "amount-low-some"} & {each.code for each in said}
    assert not [each for each in said if {"people", "levels"} & set(each.fields)]


def test_what_is_left_out_is_not_called_a_group():
    found = Note("looks-missing", {"column": "loon", "level": "NaN", "rows": 5})
    other = Note("looks-missing", {"column": "groep", "level": "NaN", "rows": 5})
    tally = counted(PAID | {("A", "5", "NaN"): 5}, notes=(found, other))
    codes = [each for each in measured(tally).notes if each.code == "looks-missing"]

    assert codes == [other]
    assert "amount-no-number" in {each.code for each in measured(tally).notes}


@pytest.mark.parametrize(
    ("lang", "name"), [("nl", "meetkundig gemiddeld"), ("en", "geometric mean")]
)
def test_a_mean_of_logarithms_is_called_what_it_is(lang, name):
    result = measured(lower_scales(), measure="log")

    assert name in waterpas.sentence(result, lang)
    assert name in full_table(result, lang)
    assert result.figure("mean", {"groep": "A"}) is None
    assert name not in waterpas.sentence(measured(lower_scales()), lang)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_no_pay_is_told_without_what_stands_there_also_beside_large_cells_only(lang):
    cells = steps("A", "5", 40, amounts=14) | steps("B", "5", 90, amounts=14)
    tally = counted(cells | {("A", "5", "-77"): 60})
    said = plain_text(shown_figures(measured(tally), minimum=10)[0], lang)

    assert ("Kijk de kolom 'loon' na." if lang == "nl" else "Check the column 'loon'.") in said
    assert "77" not in said
