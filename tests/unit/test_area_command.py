"""`waterpas area`: what the percentages of neighbourhoods can say, and what they cannot."""

import csv
import io
import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

SHARE = "percentage_met_herkomstland_buiten_europa"
ROWS = [(f"BU9999{at:04d}", 1000, 60 + 3 * at, 5 + 4 * at) for at in range(10)]
TABLE = "buurtcode,inwoners,beboet," + SHARE + "\n"
TABLE += "\n".join(",".join(map(str, row)) for row in ROWS) + "\n"
CBS = "buurtcode,water,aantal_inwoners," + SHARE + "\n"
CBS += "\n".join(f"{code},NEE,{n},{pct}" for code, n, _, pct in ROWS[1:]) + "\n"


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    path = tmp_path / "boetes.csv"
    path.write_text(TABLE)
    (tmp_path / "kwb.csv").write_text(CBS)
    base = ("area", path, "--outcome", "beboet", "--count", "inwoners", "--quiet")
    return partial(waterpas, capsys, monkeypatch, *base, "--across", "buurtcode")


def test_it_says_first_that_a_percentage_is_about_all_residents(call):
    outcome = call("--share", SHARE)

    assert outcome.code == 0
    said = outcome.out.split("\n\n")[1]
    assert said.startswith("Het percentage gaat over alle inwoners van een buurt")
    assert "is zo niets te zeggen" in said
    assert "In buurten waar veel inwoners met herkomst buiten Europa wonen" in said
    assert "Niet voor publicatie" in outcome.out


def test_of_all_residents_it_gives_bounds(call):
    outcome = call("--share", SHARE, "--counted", "everybody")

    assert "ergens tussen 0 en" in outcome.out
    assert "is zo niet te zeggen" in outcome.out


def test_figures_of_cbs_are_joined_by_code_and_what_is_missing_is_named(call, tmp_path):
    outcome = call("--neighbourhoods", tmp_path / "kwb.csv", "--counted", "everybody")

    assert outcome.code == 0
    assert "Van deze gebieden zijn geen percentages gevonden: BU99990000." in outcome.out
    assert "kwb.csv" in outcome.out


def test_json_has_the_documented_form(call):
    plain = json.loads(call("--share", SHARE, "--format", "json", "--lang", "en").out)

    jsonschema.Draft202012Validator(MEASURED).validate(plain)
    assert plain["method"] == "area"
    assert plain["asked"] == {"counted": "some", "share": SHARE, "of": "buiten-europa"}
    assert plain["sentence"].startswith("The percentage is about all residents")


def test_csv_has_a_row_per_figure_and_none_of_a_single_area(call):
    text = call("--share", SHARE, "--counted", "everybody", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text.split("\r\n", 1)[1])))

    most = next(row for row in rows if row["figure"] == "group-most")
    assert 0 < float(most["value"]) < 1
    assert "BU9999" not in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_page_has_the_picture_in_both_languages(call, lang):
    page = call("--share", SHARE, "--counted", "everybody", "--format", "html", "--lang", lang).out

    assert page.count('class="wp-tube"') == 5
    assert ("Wat over mensen mogelijk is" if lang == "nl" else "What is possible") in page


def test_neighbourhoods_are_taken_together_by_a_column_of_districts(capsys, monkeypatch, tmp_path):
    path = tmp_path / "klein.csv"
    rows = [
        f"BU{at:02d},W{at // 2},{500},{4 if at % 2 else 60 + 3 * at},{5 + 2 * at}"
        for at in range(20)
    ]
    path.write_text("\n".join([f"buurt,wijk,inwoners,beboet,{SHARE}", *rows]) + "\n")
    base = ("area", path, "--outcome", "beboet", "--count", "inwoners", "--share", SHARE)
    run = partial(waterpas, capsys, monkeypatch, *base, "--across", "buurt", "--quiet")

    few = run("--counted", "everybody").out
    assert "In 10 van de 20 gebieden zijn er minder dan tien mensen" in few
    assert "--larger" in few
    together = run("--counted", "everybody", "--larger", "wijk").out
    assert "ergens tussen 0 en" in together
    assert "In buurten waar veel inwoners" in together


def test_a_wrong_call_is_one_sentence(call):
    outcome = call()

    assert outcome.code == 2
    assert "waar de percentages per gebied staan" in outcome.err
    assert call("--share", "inwoner").code == 2
