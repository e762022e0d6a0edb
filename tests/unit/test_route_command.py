"""`waterpas route`: in a script, in a terminal, and with its letter and layout."""

import csv
import json
from importlib.resources import files

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tests.command import waterpas
from tests.unit.test_route_letters import filled
from waterpas.cli import letter_file, route_asked
from waterpas.cli.route import ABOUT, HAVE, MAY, TRAITS, route_command
from waterpas.documents.errors import WriterMissing
from waterpas.reading import read
from waterpas.routebook import book

SAID = ("--about", "staff", "--trait", "origin", "--people", 700, "--have", "records")


@pytest.fixture
def call(capsys, monkeypatch):
    return lambda *words: waterpas(capsys, monkeypatch, "route", *words)


def test_the_options_are_the_answers_of_the_table():
    names = ("about", "trait", "have", "may")
    known = [tuple(one.code for one in book().asked(name).choices) for name in names]

    assert known == [ABOUT, TRAITS, HAVE, MAY]


def test_says_in_three_lists_what_is_possible(call):
    outcome = call(*SAID, "--may", "cbs")

    assert outcome.code == 0
    heads = [outcome.out.index(one.label.nl + "\n=") for one in book().lists]
    assert heads == sorted(heads)
    assert "Met 700 mensen zijn dat hoogstens 2 groepen." in outcome.out.replace("\n    ", " ")
    assert "waterpas route --letter cbs-barometer --about staff --people 700" in outcome.out
    assert "--layout cbs-personeel --across herkomst" in outcome.out
    assert "Niet registreren is niet hetzelfde als niet kijken" in outcome.out
    assert "gelezen in 2026-11" in outcome.out
    assert "Daarmee beantwoordt u: Bij welke stap ontstaat het verschil?" in outcome.out


def test_english_is_whole(call):
    outcome = call(*SAID, "--lang", "en")

    assert "Today, without figures" in outcome.out
    assert "Who signs:" in outcome.out
    assert "Wie tekent" not in outcome.out


def test_json_follows_its_schema(call):
    schema = json.loads((files("waterpas") / "schemas/route-v1.schema.json").read_text())
    validator = Draft202012Validator(schema)
    for more in ((), ("--may", "cbs", "--may", "ask")):
        found = json.loads(call(*SAID, *more, "--format", "json").out)
        validator.validate(found)
        assert found["answers"]["people"] == 700
        assert found["lists"]["instead"][0]["why"]
    found["lists"]["today"][0].pop("sources")
    assert not validator.is_valid(found)


def test_csv_has_every_way_on_a_line_and_html_is_one_page(call):
    rows = list(csv.DictReader(call(*SAID, "--format", "csv").out.splitlines()))
    page = call(*SAID, "--format", "html", "--lang", "en").out

    found = json.loads(call(*SAID, "--format", "json").out)["lists"]
    assert [(row["list"], row["title"]) for row in rows] == [
        (name, row["title"]) for name, rows in found.items() for row in rows
    ]
    assert {row["command"] for row in rows} == {"", "waterpas power audit --people 700 --share N"}
    assert page.startswith("<!doctype html>")
    assert "<h2>Today, without figures</h2>" in page
    assert "<li>waterpas power audit --people 700 --share N</li>" in page


def test_about_a_text_needs_no_other_answer(call):
    outcome = call("--about", "text")

    assert outcome.code == 0
    assert "waterpas read DOCUMENT" in outcome.out
    assert "Hier staat bij deze antwoorden niets." in outcome.out


def test_a_script_that_forgets_an_answer_gets_one_sentence(call):
    outcome = call("--about", "staff")

    assert (outcome.code, outcome.out) == (2, "")
    assert "--trait, --have" in outcome.err


class TestTerminal:
    @pytest.fixture
    def ask(self, monkeypatch):
        monkeypatch.setattr(route_asked, "is_terminal", lambda: True)

        def run(*lines: str, words=()):
            return CliRunner().invoke(route_command, words, input="\n".join(lines) + "\n")

        return run

    def test_asks_the_five_questions_and_answers(self, ask):
        result = ask("1", "1", "700", "1", "j", "n", words=["--format", "json"])

        assert result.exit_code == 0
        assert json.loads(result.stdout)["answers"] == {
            "about": "staff",
            "trait": "origin",
            "people": 700,
            "have": "records",
            "may": ["cbs"],
        }
        assert "Over wie gaat uw vraag?" in result.stderr

    def test_asks_again_after_a_wrong_number_and_takes_no_number_for_unknown(self, ask):
        result = ask("9", "x", "2", "1", "", "4", "", "", words=["--format", "json"])

        answers = json.loads(result.stdout)["answers"]
        assert (answers["about"], answers["people"], answers["may"]) == ("applicants", None, [])
        assert "Typ een getal van 1 tot en met 5." in result.stderr

    def test_asks_only_what_was_not_said(self, ask):
        result = ask("3", "", "2", "n", "y", words=["--about", "control", "--format", "json"])

        answers = json.loads(result.stdout)["answers"]
        assert (answers["about"], answers["trait"], answers["may"]) == (
            "control",
            "religion",
            ["ask"],
        )

    def test_about_a_text_asks_no_more(self, ask):
        assert ask("5", words=["--format", "json"]).exit_code == 0


class TestFiles:
    @pytest.mark.parametrize("kind", ["odt", "docx", "pdf", "txt"])
    def test_the_letter_is_written_as_the_name_says(self, call, tmp_path, kind):
        path = tmp_path / f"brief.{kind}"
        outcome = call(
            *("--letter", "cbs-tables", "--about", "control", "--people", 1700),
            *("--municipality", "Gemeente Voorbeeldstad", "--output", path),
        )

        assert (outcome.code, outcome.err) == (0, "")
        said = " ".join(" ".join(block.text.split()) for block in read(path).blocks)
        assert "Gemeente Voorbeeldstad" in said
        assert "Gekozen voor controle" in said

    def test_without_a_file_the_letter_comes_as_text(self, call):
        assert "Geachte heer, mevrouw," in call("--letter", "supplier").out

    def test_the_layout_reads_the_table_that_was_asked_for(
        self, call, capsys, monkeypatch, tmp_path
    ):
        layout, table = tmp_path / "indeling.yaml", filled("cbs-dienst", tmp_path / "t.csv")
        call("--layout", "cbs-dienst", "--output", layout)

        outcome = waterpas(
            *(capsys, monkeypatch, "audit", table, "--layout", layout),
            *("--outcome", "toegekend", "--across", "herkomst", "--reference", "NL"),
        )

        assert outcome.code == 0
        assert "aanvragers" in outcome.out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--letter", "cbs"), "De brief 'cbs' is er niet"),
            (("--layout", "x"), "De indeling 'x' hoort bij geen brief"),
            (("--letter", "supplier", "--layout", "cbs-dienst"), "niet allebei"),
            (("--letter", "supplier", "--output", "brief.exe"), "Kies een naam op: .txt, .odt"),
            (("--letter", ""), "Bij --letter staat geen tekst"),
        ],
    )
    def test_a_wrong_call_gets_one_sentence(self, call, words, said):
        outcome = call(*words)

        assert outcome.code == 2
        assert said in outcome.err

    def test_a_writer_that_is_missing_says_what_to_do(self, call, monkeypatch, tmp_path):
        def missing(document):
            raise WriterMissing("ODT")

        monkeypatch.setitem(letter_file.WRITERS, ".odt", missing)
        outcome = call("--letter", "supplier", "--output", tmp_path / "b.odt")

        assert outcome.code == 2
        assert "waterpas[reports]" in outcome.err
        assert not (tmp_path / "b.odt").exists()
