"""A rate in a later step says of whom it is: only of those who got that far."""

import pytest

import waterpas

ROWS = [
    {"groep": "NL", "gekomen": 1000, "gekozen": 100, "aangenomen": 60},
    {"groep": "BE", "gekomen": 500, "gekozen": 80, "aangenomen": 40},
]


@pytest.fixture
def process():
    counts = waterpas.tally(ROWS, by="groep", steps=["gekomen", "gekozen", "aangenomen"])
    return waterpas.chain(counts, across="groep", reference="NL", because="de grootste")


def test_the_sentence_of_a_later_step_names_the_step_its_people_come_from(process):
    said = waterpas.sentence(process)

    assert "500 van elke 1.000 rijen uit de stap 'gekozen' met groep BE" in said
    assert "Van elke 1.000 rijen uit de stap 'gekozen' met groep NL" in said


def test_the_sentence_of_the_first_step_is_about_everybody(process):
    assert "160 van elke 1.000 rijen met groep BE" in waterpas.sentence(process)


def test_the_levels_say_of_whom_too(process):
    assert "40 van 80 rijen uit de stap 'gekozen'" in waterpas.picture(process).replace(
        "&#x27;", "'"
    )


def test_in_english(process):
    assert "500 of every 1,000 rows from the step 'gekozen'" in waterpas.sentence(
        process, lang="en"
    )
