"""A rate in a later step says of whom it is: only of those who got that far."""

import pytest

import waterpas
from tests.tallies import chain_of
from waterpas.explain.plain import plain_text
from waterpas.explain.table import tables
from waterpas.measure.chain import chain
from waterpas.tallies.tally import Step

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


LAYOUT = {
    "version": 1,
    "id": "voorbeeld",
    "header_row": 1,
    "label_column": "stap",
    "column": "groep",
    "groups": [
        {"header": "NL", "level": "NL", "label": {"nl": "Nederland", "en": "the Netherlands"}},
        {"header": "BE", "level": "BE", "label": {"nl": "België", "en": "Belgium"}},
    ],
    "steps": [
        {"id": "came", "label": {"nl": "Gekomen", "en": "Came"}, "rows": ["a"]},
        {"id": "chosen", "label": {"nl": "Gekozen", "en": "Chosen"}, "rows": ["b"], "of": "came"},
        {
            "id": "hired",
            "label": {"nl": "Aangenomen", "en": "Hired"},
            "rows": ["c"],
            "of": "chosen",
        },
    ],
    "source": {"name": "test", "date": "2026", "licence": "CC0"},
}


@pytest.fixture
def hired(tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text("stap,NL,BE\na,1000,500\nb,100,80\nc,60,40\n")
    counts = waterpas.tally(path, by="groep", layout=LAYOUT, outcome="hired")
    return waterpas.compare_groups(counts, across="groep", reference="NL")


@pytest.mark.parametrize(
    ("lang", "title"), [("nl", "Aangenomen (van: Gekozen)"), ("en", "Hired (of: Chosen)")]
)
def test_the_heading_of_a_step_as_an_outcome_names_it_and_whose_it_is(hired, lang, title):
    assert tables(hired, lang)[0].title == title
    assert "hired" not in plain_text(hired, lang).split()


def test_a_step_without_words_of_its_own_is_called_by_its_label(hired):
    said = waterpas.sentence(hired)

    assert "gaf 500 van elke 1.000 rijen uit de stap 'Gekozen'" in said
    assert "de uitkomst 'Aangenomen'" in said
    assert "the outcome 'Hired'" in waterpas.sentence(hired, lang="en")


def test_a_step_without_a_label_is_called_by_its_id():
    steps = (Step("a", {}), Step("b", {}, of="a"), Step("c", {}, of="b"))
    cells = {("x",): (1000, 300, 100), ("y",): (1000, 100, 50)}
    last = chain(chain_of(cells, by=("g",), steps=steps), across="g", reference="y").steps[-1]

    assert tables(last.comparison, "nl")[0].title == "c (van: b)"
    assert "rijen uit de stap 'b' met g x de uitkomst 'c'" in waterpas.sentence(last.comparison)
