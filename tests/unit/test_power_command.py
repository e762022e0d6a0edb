"""`waterpas power`: both questions, every form, both languages, and what it refuses."""

import csv
import json
import re
from functools import partial
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from tests.command import waterpas
from waterpas.cli.power import DESIGNS
from waterpas.errors import CallError
from waterpas.explain.methods import METHODS
from waterpas.measure.planning import power
from waterpas.measure.plans.asked import DESIGNS as PLANS
from waterpas.measure.plans.unplanned import UNPLANNED

SAID = {
    "chain": ("--step", 0.5, "--step", 0.4),
    "adjusted": ("--group-part", 0.5, "--group-part", 0.5, "--reference-part", 0.3,
                 "--reference-part", 0.7),
    "combinations": ("--values", 2, "--values", 3),
    "deciders": ("--deciders", 20),
    "pay": ("--spread", 800),
}  # fmt: skip


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch, "power")


@pytest.mark.parametrize("question", [name for name in METHODS if name not in DESIGNS.values()])
def test_a_question_without_a_plan_says_why_there_is_none(capsys, monkeypatch, question):
    outcome = waterpas(capsys, monkeypatch, "power", question, "--people", 700)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip().endswith(UNPLANNED[question])
    with pytest.raises(CallError, match=re.escape(UNPLANNED[question][:40])):
        power(question, people=700)


def test_the_designs_are_those_that_can_be_planned():
    assert set(DESIGNS.values()) == set(PLANS)


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_answers_both_questions(call, design):
    difference = {"pay": 200, "duration": 7}.get(design, 0.1)

    seen = call(design, "--people", 3000, *SAID.get(design, ()))
    needed = call(design, "--difference", difference, *SAID.get(design, ()))

    assert (seen.code, needed.code, seen.err, needed.err) == (0, 0, "", "")
    assert "ziet" in seen.out
    assert "nodig" in needed.out or "moet" in needed.out


def test_a_plan_is_about_nobody_so_nothing_says_that_it_may_not_be_published(call):
    outcome = call("audit", "--people", 700, "--rate", 0.3)

    assert outcome.out.startswith("Met 700 mensen, van wie 70 in de kleine groep, ziet u een")
    assert "publicatie" not in outcome.out
    assert "Bron" not in outcome.out
    assert "Onzekerheid" not in outcome.out


@pytest.mark.parametrize("share", ["10%", "10 %", "0,1", "0.1", ".1"])
def test_a_share_may_be_typed_in_every_usual_way(call, share):
    plain = call(
        "audit", "--people", "1.500", "--share", share, "--rate", "30%", "--format", "json"
    )

    asked = json.loads(plain.out)["asked"]
    assert asked["share"] == pytest.approx(0.1)
    assert asked["rate"] == pytest.approx(0.3)
    assert asked["people"] == 1500
    assert (
        json.loads(call("audit", "--people", "1.5", "--format", "json").out)["asked"]["people"]
        == 1.5
    )


def test_a_level_may_be_typed_as_a_percentage_as_well(call):
    outcome = call("audit", "--people", 700, "--level", "90%")

    assert "een zekerheid van 90%" in outcome.out


def test_a_difference_of_euros_is_no_percentage(call):
    outcome = call("pay", "--difference", "10%", "--spread", 800)

    assert (outcome.code, outcome.out) == (2, "")
    assert "Laat het procentteken weg." in outcome.err
    assert call("pay", "--difference", "10,5", "--spread", 800).code == 0


def test_json_follows_its_schema(call):
    schema = json.loads(files("waterpas.schemas").joinpath("measured-v1.schema.json").read_text())
    for design in DESIGNS:
        plain = json.loads(
            call(design, "--people", 3000, *SAID.get(design, ()), "--format", "json").out
        )

        Draft202012Validator(schema).validate(plain)
        assert plain["method"] == "power"
        assert plain["asked"]["design"] == DESIGNS[design]
        assert plain["source"]["name"] == ""


def test_csv_has_a_line_per_figure(call):
    rows = list(csv.DictReader(call("audit", "--people", 700, "--format", "csv").out.splitlines()))

    assert {"smallest", "in-group", "smallest-with"} <= {row["figure"] for row in rows}


def test_html_is_one_page_in_a_file(call, tmp_path):
    target = tmp_path / "plan.html"
    outcome = call("audit", "--people", 700, "--format", "html", "--output", target, "--lang", "en")

    assert outcome.code == 0
    page = target.read_text()
    assert "Is your group large enough?" in page
    assert "<svg" in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("audit",), "--people"),
        (("audit", "--people", 700, "--difference", 0.1), "niet allebei"),
        (("audit", "--people", 700, "--days", 4), "--days"),
        (("pay", "--people", 700), "--spread"),
        (("adjusted", "--people", 700), "--group-part"),
        (("combinations", "--people", 700), "--values"),
        (("audit", "--people", 700, "--seen", 0.2), "--seen"),
        (("audit", "--people", 0), "20 miljoen"),
        (("onbekend", "--people", 700), "Kies uit: audit, chain"),
    ],
)
def test_a_wrong_call_is_one_sentence_with_the_names_of_options(call, words, says):
    outcome = call(*words)

    assert outcome.code == 2
    assert outcome.out == ""
    assert says in outcome.err
    assert outcome.err.count("\n") == 1


def planned(call, *said):
    outcome = call(*said, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)["asked"]


@pytest.mark.parametrize("typed", ["1.000", "1000", "€ 1.000", "1.000,00"])
def test_euros_and_days_are_read_as_the_dutch_write_them(call, typed):
    pay = planned(call, "pay", "--difference", typed, "--spread", "2.500")
    waiting = planned(call, "duration", "--difference", typed, "--days", "1.200")

    assert (pay["difference"], pay["spread"]) == (1000, 2500)
    assert (waiting["difference"], waiting["days"]) == (1000, 1200)


@pytest.mark.parametrize("typed", ["0.125", "0,125", "12.5%"])
def test_where_a_difference_is_a_share_a_point_stays_one(call, typed):
    assert planned(call, "audit", "--difference", typed)["difference"] == 0.125


def test_of_a_measure_every_number_of_people_is_per_period(call):
    said = call("change", "--people", 1500, "--share", 0.2).out

    assert "Mensen samen, per periode" in said
    assert "Mensen in de groep, per periode" in said
    assert "Met 2.000 mensen per periode" in said
    assert "per periode" not in call("audit", "--people", 1500, "--share", 0.2).out


@pytest.mark.parametrize("form", ["text", "html"])
def test_how_many_comparisons_there_are_stands_there_once(call, form):
    steps = ("--step", 0.4, "--step", 0.5, "--step", 0.5)

    assert (
        call("chain", "--people", 2000, *steps, "--format", form).out.count(
            "Vergelijkingen tegelijk"
        )
        == 1
    )


def test_what_was_given_is_told_as_it_was_typed(call):
    assert "opgegeven is -5." in call("audit", "--people", "-5").err
    assert "opgegeven is -5.0" not in call("audit", "--people", "-5").err
