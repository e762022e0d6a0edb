"""`waterpas barometer`: what the percentages of the Barometer say about who works here."""

import csv
import io
import json
import re
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

TABLE = """onderdeel;banen;herkomst Nederland;herkomst Europa (excl. Nederland);buiten Europa
hele organisatie;700;82;8;11
schaal 1-8;390;76;8;16
schaal 9+;310;88;7;5
leidinggevenden;58;x;x;x
"""


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    path = tmp_path / "barometer.csv"
    path.write_text(TABLE)
    return partial(waterpas, capsys, monkeypatch, "barometer", path, "--quiet")


def test_it_says_which_part_of_the_jobs_and_what_that_is_not(call):
    outcome = call("--organisation", "de gemeente")

    assert outcome.code == 0
    assert "Bij de gemeente is 82% van de banen" in outcome.out
    assert "Bij leidinggevenden tonen wij niet" in outcome.out
    assert "Dit gaat over banen, niet over mensen." in outcome.out
    assert "Niet voor publicatie" in outcome.out
    assert "Zekerheid van de intervallen" not in outcome.out


def test_elsewhere_is_laid_beside_with_its_source(call):
    said = ("--outside", "nl=76,5", "--outside", "buiten-europa=15", "--outside-source", "CBS")
    outcome = call(*said)

    assert "3,5 procentpunt kleiner" not in outcome.out
    assert (
        "banen van iemand met herkomst buiten Europa 4 procentpunt kleiner dan elders"
        in outcome.out
    )
    assert "De percentages van elders komen uit: CBS." in outcome.out


def test_json_has_the_documented_form_and_no_numbers_of_jobs_per_origin(call):
    plain = json.loads(call("--format", "json", "--lang", "en").out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "barometer"
    assert plain["sentence"].startswith("At the organisation, 82% of the jobs")
    assert {p["cases"] for f in plain["figures"] for p in f["people"]} == {None}


def test_csv_has_a_row_per_figure(call):
    text = call("--format", "csv").out.split("\r\n", 1)[1]
    rows = list(csv.DictReader(io.StringIO(text)))

    found = [r for r in rows if r["figure"] == "whole-difference" and r["value"]]
    assert len(found) == 6


def test_html_and_a_record_are_written(call, tmp_path):
    page, record = tmp_path / "uit.html", tmp_path / "gedaan.jsonl"
    outcome = call("--format", "html", "--output", page, "--record", record)

    assert outcome.code == 0
    assert "Wie werkt er bij ons" in page.read_text()
    assert '"barometer"' in record.read_text()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--outside", "nl"), "nl=, europa=, buiten-europa="),
        (("--outside", "azie=3"), "nl=, europa=, buiten-europa="),
        (("--outside", "nl=80"), "--outside-source"),
        (("--outside-source", "CBS"), "--outside"),
        (("--outside", "nl=veel", "--outside-source", "CBS"), "geen getal van 0 tot en met 100"),
        (("--jobs", "fte"), "De kolom 'fte' staat niet in barometer.csv"),
        (("--whole", "alles"), "Een rij 'alles' staat er niet"),
        (("--unmatched", "5"), "--unmatched"),
    ],
)
def test_a_wrong_call_is_one_line(call, options, said):
    outcome = call(*options)

    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_source_is_never_written_over(call, tmp_path):
    outcome = call("--output", tmp_path / "barometer.csv")

    assert outcome.code == 2
    assert (tmp_path / "barometer.csv").read_text() == TABLE


SMALL = TABLE.replace("leidinggevenden;58;x;x;x", "leidinggevenden;58;86;9;5")  # 5% of 58: three


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
@pytest.mark.parametrize("circle", ["council", "public"])
def test_for_another_circle_no_part_is_left_where_one_is_small(call, tmp_path, form, circle):
    (tmp_path / "barometer.csv").write_text(SMALL)
    inside = call("--format", form, "--lang", "en")
    outcome = call("--format", form, "--lang", "en", "--for", circle)

    assert (inside.code, outcome.code) == (0, 0)
    assert small_part(inside.out), "on one's own machine it stands there"
    assert not small_part(outcome.out)
    assert whole(outcome.out), "the whole stays: it stands on the site of Statistics Netherlands"


def small_part(text):
    """What tells of the managers: 86, 9 or 5 of every 100, or of their 58 jobs."""
    return re.search(r"\b(86%|860|0\.86\d*|5% of the jobs|0\.05|58\b)", text)


def whole(text):
    return re.search(r"\b(82%|0\.82\d*)", text)


def test_for_another_circle_large_parts_stay(call, tmp_path):
    (tmp_path / "barometer.csv").write_text(TABLE.rsplit("\n", 2)[0] + "\n")
    outcome = call("--for", "council")

    assert outcome.out.startswith("[Voor de raad: kleine groepen zijn verborgen.")
    assert "schaal 9+" in outcome.out
    assert "88%" in outcome.out


def test_for_another_circle_nothing_is_written_without_a_number_of_jobs(call, tmp_path):
    (tmp_path / "barometer.csv").write_text(TABLE.replace(";700;", ";;").replace(";390;", ";;"))
    target = tmp_path / "uit.json"
    outcome = call("--for", "public", "--format", "json", "--output", target)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Deze cijfers mogen niet naar buiten")
    assert not target.exists()
