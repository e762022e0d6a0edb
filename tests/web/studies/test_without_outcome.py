"""A method that measures amounts or days asks for a column of numbers, and for no outcome."""

from dataclasses import replace

import pytest
from django.http import QueryDict

from tests.tallies import tally_of
from waterpas.explain.methods import Ask, method_of
from waterpas.tallies.numbers import are_numbers, number_of, sizes_of
from waterpas.web.studies.forms.again import AgainForm
from waterpas.web.studies.forms.choose import ChooseForm
from waterpas.web.studies.profile import WHOLE, Column, Level, Profile

AMOUNT = Ask(name="amount", kind="amounts", label="Loon", help="")
SCALE = Ask(name="scale", kind="column", label="Schaal", help="", required=False)
METHOD = replace(method_of("adjusted"), outcome=False, asks=(AMOUNT, SCALE))
GROUPS, SCALES = ("buiten Europa", "Nederland"), ("7", "8", "9")


def column(place, name, levels=(), kind="tekst"):
    return Column(place, name, kind, tuple(Level(each, 20) for each in levels), len(levels) or 400)


PROFILE = Profile(
    "tabel.csv",
    "",
    "",
    800,
    (
        column(0, "herkomst", GROUPS),
        column(1, "schaal", SCALES, WHOLE),
        column(2, "salaris", (), WHOLE),
        column(3, "aantal", (), WHOLE),
    ),
)
CHOSEN = {"count": "3", "across": "0", "reference": "0:1", "level": "0.95", "ask_amount": "2"}


def form(method=METHOD, **chosen):
    data = QueryDict(mutable=True)
    data.update({**CHOSEN, **chosen})
    return ChooseForm(data, profile=PROFILE, has_counts=True, method=method)


def values(form, name):
    return [value for value, _label in form.fields[name].choices]


def test_the_form_asks_for_no_outcome_and_counts_none():
    asked = form(ask_scale="1")

    assert asked.is_valid(), asked.errors
    assert "outcome" not in asked.fields
    assert asked.counted().outcome is None
    assert asked.counted().count == "aantal"
    assert asked.choice().settings == {"amount": "salaris", "scale": "schaal"}
    assert asked.choice().by == ("salaris", "schaal")


def test_a_method_with_an_outcome_still_asks_for_it():
    asked = form(method=replace(METHOD, outcome=True))

    assert not asked.is_valid()
    assert "outcome" in asked.errors


def test_numbers_are_offered_as_amounts_and_few_of_them_as_a_column_too():
    asked = form()

    assert values(asked, "ask_amount") == ["", "1", "2", "3"]
    assert values(asked, "ask_scale") == ["", "0", "1"]
    assert values(asked, "across") == ["0"]


def test_the_column_with_counts_is_guessed_by_its_name():
    asked = ChooseForm(None, profile=PROFILE, has_counts=True, method=METHOD)

    assert asked.initial["count"] == "3"


def test_the_column_with_counts_cannot_be_the_amount():
    assert "ask_amount" in form(ask_amount="3").errors


def test_kept_counts_offer_their_amounts_but_not_as_groups():
    cells = {
        (group, scale, str(2500 + 10 * at)): (0, 20)
        for group in GROUPS
        for scale in SCALES
        for at in range(40)
    }
    tally = tally_of(cells, by=("herkomst", "schaal", "salaris"))
    asked = AgainForm(None, tally=tally, method=METHOD)

    assert values(asked, "ask_amount") == ["", "1", "2"]
    assert values(asked, "ask_scale") == ["", "0", "1"]
    assert values(asked, "across") == ["0", "1"]


@pytest.mark.parametrize(
    ("level", "number"),
    [
        ("3012", 3012.0),
        ("3012,5", 3012.5),
        ("3012.5", 3012.5),
        ("3.012,50", 3012.5),
        ("-4", -4.0),
        ("−4", -4.0),
        ("onbekend", None),
        ("€ 12", None),
        ("1e3", None),
        ("", None),
    ],
)
def test_a_level_is_a_number_or_it_is_not(level, number):
    assert number_of(level) == number


def test_levels_are_numbers_when_all_that_are_known_are():
    assert are_numbers(["1", "2,5", "onbekend"])
    assert not are_numbers(["1", "veel"])
    assert not are_numbers(["onbekend"])


def test_levels_that_are_numbers_have_a_size():
    assert sizes_of(["1.068", "90", "onbekend"]) == {"1.068": 1068, "90": 90}
    assert sizes_of(["0,5", "-1", "10"]) == {"0,5": 0.5, "-1": -1, "10": 10}
    assert sizes_of(["1", "veel"]) == sizes_of(["onbekend"]) == {}
