"""`waterpas combinations`, as an analyst calls it."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

KEYS = [(a, b) for a in ("p", "q", "r") for b in ("x", "y")]


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    path = tmp_path / "table.csv"
    rows = [f"{a},{b},100,{15 if (a, b) == ('p', 'x') else 50}" for a, b in KEYS]
    path.write_text("\n".join(["one,two,n,yes", *rows]), encoding="utf-8")
    run = partial(waterpas, capsys, monkeypatch, "combinations", path)
    return partial(run, "--outcome", "yes", "--count", "n", "--across", "one", "--quiet")


def test_the_worst_off_is_named_first_and_nothing_is_for_publication(call):
    outcome = call("--across", "two", "--effect", "benefit")

    assert outcome.code == 0
    assert "Niet voor publicatie" in outcome.out
    assert "150 van elke 1.000 rijen met one p, two x" in outcome.out


def test_json_is_as_its_schema_says(call):
    plain = json.loads(call("--across", "two", "--format", "json").out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "intersections"
    assert plain["asked"] == {"columns": ["one", "two"], "depth": 2}


def test_csv_has_a_row_per_figure_and_html_a_page(call):
    text = call("--across", "two", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text.split("\r\n", 1)[1])))

    assert {row["figure"] for row in rows} >= {"rate", "pooled", "difference", "extra"}
    assert "<html" in call("--across", "two", "--format", "html", "--lang", "en").out


def test_fewer_are_shown_when_that_is_asked(call):
    rows = json.loads(call("--across", "two", "--most", "2", "--format", "json").out)["figures"]

    assert len({tuple(row["of"].items()) for row in rows if row["of"]}) == 2


def test_a_column_that_is_not_there_is_one_sentence(call):
    outcome = call("--across", "three")

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1


def test_only_what_may_be_shown_is_searched_when_that_is_asked(call):
    plain = json.loads(call("--across", "two", "--only-showable", "--format", "json").out)

    assert "closed" not in {note["code"] for note in plain["notes"]}


def test_a_table_with_hidden_counts_is_answered_in_words(capsys, monkeypatch, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("one,n,yes\np,100,<5\nq,100,50\n", encoding="utf-8")
    outcome = waterpas(
        capsys, monkeypatch, "combinations", path, "--outcome", "yes", "--count", "n",
        "--across", "one", "--quiet",
    )  # fmt: skip

    assert outcome.code == 0
    assert "aantallen verborgen" in outcome.out
