"""The command line as municipalities' scripts will rely on it."""

import csv
import io
import json
import subprocess
import sys
from functools import partial
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.command import waterpas

SCHEMA = json.loads(files("waterpas").joinpath("schemas/result-v1.schema.json").read_text())


@pytest.mark.parametrize("module", ["waterpas", "waterpas.cli.main"])
def test_the_command_can_be_run_as_a_module(module):
    run = [sys.executable, "-m", module, "--version"]
    assert subprocess.run(run, capture_output=True, text=True).stdout.startswith("waterpas ")


BERKELEY = """Admit,Gender,Dept,Freq
Admitted,Male,A,512
Rejected,Male,A,313
Admitted,Female,A,89
Rejected,Female,A,19
Admitted,Male,F,22
Rejected,Male,F,351
Admitted,Female,F,24
Rejected,Female,F,317
"""


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.fixture
def berkeley(tmp_path) -> Path:
    path = tmp_path / "berkeley.csv"
    path.write_text(BERKELEY)
    return path


@pytest.fixture
def audit(call, berkeley):
    base = ("audit", berkeley, "--outcome", "Admit=Admitted", "--count", "Freq")
    return partial(call, *base, "--across", "Gender", "--quiet")


def test_audit_gives_valid_json_of_the_documented_form(audit):
    outcome = audit("--reference", "Male", "--format", "json")

    plain = json.loads(outcome.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(plain)
    assert outcome.code == 0
    (women,) = [g for g in plain["groups"] if g["group"] == {"Gender": "Female"}]
    assert (women["n"], women["cases"]) == (449, 113)
    assert plain["source"]["name"] == "berkeley.csv"
    assert plain["source"]["rows"] == 8


def test_the_path_of_the_source_is_nowhere_in_the_output(audit, berkeley):
    for form in ("json", "text", "csv", "html"):
        assert str(berkeley.parent) not in audit("--format", form).out


def test_by_makes_strata_and_each_has_its_own_reference_row(audit):
    plain = json.loads(audit("--reference", "Male", "--by", "Dept", "--format", "json").out)

    references = [g["group"] for g in plain["groups"] if g["is_reference"]]
    assert references == [{"Gender": "Male", "Dept": "A"}, {"Gender": "Male", "Dept": "F"}]


def test_without_a_reference_the_largest_group_is_taken_and_named(audit):
    plain = json.loads(audit("--format", "json").out)

    assert plain["reference"] == {
        "kind": "level",
        "level": "Male",
        "reason": None,
        "chosen": "largest",
    }
    assert "reference-largest" in [note["code"] for note in plain["notes"]]


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_every_output_is_marked_not_for_publication(audit, form):
    assert "Niet voor publicatie" in audit("--format", form).out
    assert "Not for publication" in audit("--format", form, "--lang", "en").out


def test_csv_has_one_row_per_group_and_reads_back(audit):
    lines = audit("--format", "csv").out.splitlines()

    rows = list(csv.DictReader(io.StringIO("\n".join(lines[1:]))))
    rates = {row["Gender"]: float(row["rate"]) for row in rows}
    assert rates == pytest.approx({"Male": 534 / 1198, "Female": 113 / 449})


def test_html_is_one_file_without_scripts_or_outside_addresses(audit):
    page = audit("--format", "html").out

    assert page.lstrip().lower().startswith("<!doctype html>")
    assert '<html lang="nl"' in page
    assert "<script" not in page
    assert "src=" not in page


def test_output_goes_to_a_file_whole(audit, tmp_path):
    target = tmp_path / "result.json"

    outcome = audit("--format", "json", "--output", target)

    assert outcome.out == ""
    assert json.loads(target.read_text())["across"] == "Gender"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_target_that_cannot_be_written_is_one_sentence(audit, tmp_path):
    outcome = audit("--output", tmp_path / "no" / "result.json")

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err


def test_every_run_is_put_on_record(audit, tmp_path):
    record = tmp_path / "record.jsonl"

    audit("--record", record)
    audit("--by", "Dept", "--record", record)

    lines = [json.loads(line) for line in record.read_text().splitlines()]
    assert [line["family"] for line in lines] == [1, 2]
    assert lines[0]["question"] == {"outcome": "Admit=Admitted", "by": []}
    assert lines[0]["source"][0]["sha256"] == lines[1]["source"][0]["sha256"]


def test_what_was_said_is_in_the_sentence(audit):
    text = audit(
        *("--reference", "Male", "--organisation", "de universiteit", "--row", "application"),
        *("--effect", "benefit", "--full-count", "--once", "--because", "meeste aanvragen"),
    ).out

    assert "De universiteit gaf 252 van elke 1.000 aanvragen met Gender Female" in text
    assert "Deze uitkomst is gunstig" in text
    assert "geen steekproeffout" in text
    assert "Waarom deze referentiegroep: meeste aanvragen" in text


CHAIN = """herkomst,sollicitant,gesprek,aangenomen
NL,1000,400,100
buiten Europa,400,100,15
"""


@pytest.fixture
def chain(call, tmp_path):
    path = tmp_path / "werving.csv"
    path.write_text(CHAIN)
    steps = ("--step", "sollicitant", "--step", "gesprek", "--step", "aangenomen")
    return partial(call, "chain", path, *steps, "--across", "herkomst", "--quiet")


def test_chain_gives_valid_json_with_step_and_cumulative_ratios(chain):
    plain = json.loads(chain("--reference", "NL", "--format", "json").out)

    jsonschema.Draft202012Validator(SCHEMA).validate(plain)
    assert [step["step"] for step in plain["steps"]] == ["gesprek", "aangenomen"]
    (last,) = [g for g in plain["steps"][1]["groups"] if g["group"]["herkomst"] != "NL"]
    assert last["step_ratio"] == pytest.approx(0.15 / 0.25)
    assert last["cumulative_ratio"] == pytest.approx((15 / 400) / (100 / 1000))


def test_a_step_larger_than_the_one_before_is_refused_naming_the_step(chain, tmp_path):
    (tmp_path / "werving.csv").write_text(CHAIN.replace("100,15", "100,150"))

    outcome = chain("--reference", "NL")

    assert outcome.code == 2
    assert "aangenomen" in outcome.err
    assert "buiten Europa" in outcome.err


class TestWrongCalls:
    def test_a_missing_option(self, call):
        outcome = call("audit", "x.csv")

        assert outcome.code == 2
        assert outcome.err.startswith("Er ontbreekt iets: --outcome.")
        assert outcome.err.count("\n") == 1

    def test_an_option_that_is_not_there_yet_is_refused_and_not_ignored(self, call):
        outcome = call("audit", "x.csv", "--outcome", "a", "--across", "b", "--from", "2025")

        assert outcome.code == 2
        assert "De optie --from bestaat niet" in outcome.err

    def test_a_file_that_is_not_there(self, call, tmp_path):
        outcome = call("audit", tmp_path / "no.csv", "--outcome", "a", "--across", "b")

        assert outcome.code == 2
        assert "no.csv" in outcome.err
        assert outcome.err.count("\n") == 1

    def test_an_unknown_reference_names_the_levels(self, audit):
        outcome = audit("--reference", "X")

        assert outcome.code == 2
        assert "Wel: Female, Male" in outcome.err
        assert outcome.out == ""

    def test_they_are_said_in_english_when_asked(self, call):
        outcome = call("audit", "x.csv", "--lang", "en")

        assert outcome.err.startswith("Something is missing: --outcome.")


def test_help_is_in_the_language_asked_for(call):
    assert "Kolom met de groepen." in call("audit", "--help").out
    assert "Column with the groups." in call("audit", "--lang", "en", "--help").out


def test_without_a_command_it_lists_the_commands(call):
    outcome = call()

    assert "audit" in outcome.out
    assert "chain" in outcome.out


def test_the_version_is_that_of_the_package(call):
    from waterpas import __version__

    assert __version__ in call("--version").out


def test_one_group_is_nothing_to_compare(tmp_path, capsys, monkeypatch):
    table = tmp_path / "een.csv"
    table.write_text("groep,uit\n" + "A,ja\nA,nee\n" * 20)

    said = waterpas(
        capsys, monkeypatch, "audit", str(table), "--outcome", "uit=ja", "--across", "groep"
    )

    assert said.code == 2
    assert "maar één groep: A" in said.err
