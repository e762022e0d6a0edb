"""`waterpas duration`: how long it takes until there is a decision, and who gives up."""

import csv
import io
import json
import re
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

DAYS = range(7, 71, 7)
ENDED = ("--ended", "afloop", "--decided", "besluit", "--gave-up", "ingetrokken")


def lines():
    yield "herkomst,dagen,afloop,aantal"
    for origin, decided, gone in (("NL", 60, 5), ("buiten Europa", 20, 6)):
        for day in DAYS:
            later = day + (14 if origin != "NL" else 0)
            yield f"{origin},{later},besluit,{decided}"
            yield f"{origin},{later},ingetrokken,{gone}"
    yield "NL,3,loopt,2"


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    path = tmp_path / "aanvragen.csv"
    path.write_text("\n".join(lines()))
    base = ("duration", path, "--days", "dagen", "--count", "aantal", "--quiet")
    groups = ("--across", "herkomst", "--reference", "NL")
    return partial(waterpas, capsys, monkeypatch, *base, *groups)


def test_it_says_who_waits_longer_and_who_gives_up(call):
    outcome = call(*ENDED)

    assert outcome.code == 0
    assert "duurt het langer tot er een besluit is" in outcome.out
    assert re.search(r"haken in de eerste \d+ dagen vaker af", outcome.out)
    assert "Er zijn 2 zaken nog open." in outcome.out
    assert "Als nog open tellen: loopt." in outcome.out
    assert "Niet voor publicatie" in outcome.out


def test_without_the_ending_everybody_got_a_decision(call):
    outcome = call()

    assert outcome.code == 0
    assert "haken vaker af" not in outcome.out


def test_json_has_the_documented_form(call):
    asked = (*ENDED, "--term", "42", "--horizon", "63", "--format", "json", "--lang", "en")
    plain = json.loads(call(*asked).out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "duration"
    assert plain["asked"] == {
        "days": "dagen",
        "ended": "afloop",
        "decided": "besluit",
        "gave_up": "ingetrokken",
        "term": 42.0,
        "horizon": 63.0,
    }
    assert {each["unit"] for each in plain["figures"]} == {"days", "rate", "difference", "ratio"}
    assert plain["sentence"].startswith("For rows with origin outside Europe it takes longer")


def test_csv_has_a_row_per_figure(call):
    text = call(*ENDED, "--format", "csv").out.split("\r\n", 1)[1]
    rows = list(csv.DictReader(io.StringIO(text)))

    mean = next(row for row in rows if row["figure"] == "mean-difference")
    assert mean["unit"] == "days"
    assert float(mean["value"]) > 5


def test_rounded_counts_have_both_ends(call):
    asked = (*ENDED, "--rounded-to", "5", "--format", "json")
    plain = json.loads(call(*asked).out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    values = {each["figure"]: each["value"] for each in plain["figures"]}
    assert 0 < values["mean-difference-least"] < values["mean-difference-most"]
    assert "welke aantallen er ook echt waren" in plain["sentence"]


def test_html_stands_alone(call):
    page = call(*ENDED, "--format", "html").out

    assert "<svg" in page
    assert "Duurt het even lang, en haken mensen even vaak af?" in page
    assert 'style="' not in page


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--ended", "afloop"), "--decided"),
        (("--decided", "besluit"), "--ended"),
        (("--ended", "afloop", "--decided", "klaar"), "De waarde 'klaar' staat niet"),
        (("--reference", "everybody"), "everybody-else"),
        (("--days", "afloop"), "Dat is geen aantal dagen"),
        (("--term", "0"), "--term"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_how_to_mend_it(call, more, sentence):
    outcome = call(*more)

    assert outcome.code == 2
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
