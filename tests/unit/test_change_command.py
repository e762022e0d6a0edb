"""`waterpas change`: did it work, and for whom."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

TABLE = """herkomst,jaar,wijk,beboet,mensen
NL,2023,Noord,400,2000
NL,2024,Noord,400,2000
buiten Europa,2023,Noord,120,400
buiten Europa,2024,Noord,80,400
NL,2023,Zuid,400,2000
NL,2024,Zuid,400,2000
buiten Europa,2023,Zuid,120,400
buiten Europa,2024,Zuid,124,400
"""


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    path = tmp_path / "boetes.csv"
    path.write_text(TABLE)
    base = ("change", path, "--outcome", "beboet", "--count", "mensen", "--quiet")
    asked = ("--across", "herkomst", "--reference", "NL", "--period", "jaar", "--from")
    return partial(waterpas, capsys, monkeypatch, *base, *asked)


def test_it_says_whether_the_difference_changed(call):
    outcome = call("2024")

    assert outcome.code == 0
    assert "sinds 2024 veranderde, is niet aangetoond" in outcome.out
    assert "Niet voor publicatie" in outcome.out


def test_json_has_the_documented_form(call):
    plain = json.loads(call("2024", "--format", "json", "--lang", "en").out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "change"
    assert plain["asked"] == {"period": "jaar", "since": "2024", "kind": "year"}
    assert plain["sentence"].startswith(
        "That the difference between rows with origin outside Europe"
    )


def test_csv_has_a_row_per_figure(call):
    text = call("2024", "--format", "csv").out.split("\r\n", 1)[1]
    rows = list(csv.DictReader(io.StringIO(text)))

    change = next(row for row in rows if row["figure"] == "change")
    assert float(change["value"]) == pytest.approx(-0.045)


def test_places_without_the_measure_are_taken_off(call):
    found = json.loads(
        call("2024", "--where", "wijk", "--introduced-in", "Noord", "--format", "json").out
    )
    beyond = next(each for each in found["figures"] if each["figure"] == "beyond")

    assert beyond["value"] == pytest.approx(-0.11)
    assert "places-not-known" in {note["code"] for note in found["notes"]}


def test_html_stands_alone(call):
    page = call("2024", "--format", "html").out

    assert "<svg" in page
    assert "Heeft het geholpen, en voor wie?" in page
    assert 'style="' not in page


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("2023",), "geen periode voor"),
        (("morgen",), "geen periode die wij op volgorde"),
        (("2024", "--introduced-in", "Noord"), "--where"),
        (("2024", "--where", "wijk", "--introduced-in", "West"), "minstens één, en niet alle"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_how_to_mend_it(call, more, sentence):
    outcome = call(*more)

    assert outcome.code == 2
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
