"""`waterpas audit --given`: like cases compared, as an analyst asks for it."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

CELLS = {
    ("x", "a"): (60, 200),
    ("x", "b"): (80, 200),
    ("nl", "a"): (100, 200),
    ("nl", "b"): (120, 200),
}


@pytest.fixture
def audit(capsys, monkeypatch, tmp_path):
    table = tmp_path / "tabel.csv"
    lines = [f"{g},{w},{n},{x}" for (g, w), (x, n) in CELLS.items()]
    table.write_text("\n".join(["groep,wijk,mensen,ja", *lines]))
    words = ("--outcome", "ja", "--count", "mensen", "--across", "groep", "--quiet")
    return partial(waterpas, capsys, monkeypatch, "audit", table, *words)


def test_the_answer_is_in_words_and_not_for_publication(audit):
    outcome = audit("--reference", "nl", "--given", "wijk")

    assert outcome.code == 0
    assert outcome.out.startswith("[Niet voor publicatie")
    assert "Bij gelijke gevallen (gelijk in wijk)" in outcome.out
    assert "Het verschil blijft dus bestaan" in outcome.out


def test_without_a_reference_the_largest_group_is_named(audit):
    assert "grootste groep" in audit("--given", "wijk").out


@pytest.mark.parametrize(
    "columns", [("--made-by-process", "wijk"), ("--given", "wijk", "--made-by-process", "wijk")]
)
def test_a_column_that_the_process_made_is_told(audit, columns):
    outcome = audit("--reference", "nl", *columns)

    assert outcome.code == 0
    assert "Door het proces zelf gemaakt: wijk" in outcome.out
    assert "Door het proces zelf gemaakt" not in audit("--reference", "nl", "--given", "wijk").out


def test_it_speaks_english(audit):
    outcome = audit("--reference", "nl", "--given", "wijk", "--lang", "en")

    assert "Among like cases (alike in wijk)" in outcome.out
    assert "gelijke gevallen" not in outcome.out


def test_json_is_as_its_schema_says(audit):
    plain = json.loads(audit("--reference", "nl", "--given", "wijk", "--format", "json").out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "adjusted"
    assert plain["asked"] == {"given": ["wijk"], "made_by_process": []}
    assert plain["answers"][0]["code"] == "difference-stays"


def test_csv_has_a_row_per_figure(audit):
    text = audit("--reference", "nl", "--given", "wijk", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text[text.index("\n") + 1 :])))
    by_name = {row["figure"]: row for row in rows if row["groep"] == "x"}

    assert float(by_name["difference-like-with-like"]["value"]) == pytest.approx(-0.2)
    assert by_name["rate"]["n"] == "400"


def test_the_page_has_its_picture_and_its_table(audit):
    page = audit("--reference", "nl", "--given", "wijk", "--format", "html").out

    assert "<svg" in page
    assert "<table" in page
    assert "verschil bij gelijke gevallen" in page


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--given", "wijk", "--by", "wijk"), "niet allebei"),
        (("--given", "straat"), "straat"),
        (("--given", "groep"), "groep"),
        (("--given", "wijk", "--reference", "everybody"), "hoort daar zelf bij"),
    ],
)
def test_a_wrong_call_ends_in_one_line(audit, words, message):
    outcome = audit(*words)

    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("column", ["--given", "--made-by-process"])
def test_like_cases_are_compared_on_one_outcome_at_a_time(audit, column):
    outcome = audit(column, "wijk", "--outcome", "mensen")

    assert outcome.code == 2
    assert "Kies één --outcome" in outcome.err
    assert outcome.err.count("\n") == 1


def model_of(outcome):
    figures = json.loads(outcome.out)["figures"]
    return next(each for each in figures if each["figure"] == "modelled-difference")


def test_tables_can_be_drawn_again_for_the_intervals_of_the_model(audit):
    asked = ("--reference", "nl", "--given", "wijk", "--format", "json")
    drawn, again = (model_of(audit(*asked, "--redraw", "400")) for _ in range(2))
    formula = model_of(audit(*asked))

    assert (drawn["method"], formula["method"]) == ("bootstrap", "delta")
    assert drawn == again
    assert drawn["interval"] != formula["interval"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--redraw", "400"), "alleen met --given"),
        (("--given", "wijk", "--redraw", "20"), "200 tot 10000 keer"),
    ],
)
def test_drawing_again_needs_like_cases_and_enough_draws(audit, words, said):
    outcome = audit("--reference", "nl", *words)

    assert outcome.code == 2
    assert said in outcome.err
