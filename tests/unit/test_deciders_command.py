"""`waterpas deciders`: what it says, what it refuses, and that no name leaves it."""

import json
from functools import partial

import numpy as np
import pytest

from tests.command import waterpas

NAME = "Aylin Kaya"


@pytest.fixture
def cases(tmp_path):
    """Rows of 14 deciders, one of them with a name."""
    rng, path = np.random.default_rng(7), tmp_path / "zaken.csv"
    lines = ["herkomst,wie,soort,verleend"]
    for at in range(14):
        own = rng.normal(0, 0.8)
        for _ in range(60):
            group = "NL" if rng.random() < 0.7 else "anders"
            kind = "eerste" if rng.random() < 0.5 else "herhaling"
            yes = rng.random() < 1 / (1 + np.exp(-own))
            lines.append(f"{group},{NAME if at == 3 else at},{kind},{'ja' if yes else 'nee'}")
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def call(capsys, monkeypatch, cases):
    base = ("deciders", cases, "--outcome", "verleend", "--across", "herkomst", "--decider", "wie")
    return partial(waterpas, capsys, monkeypatch, *base, "--quiet")


def test_it_answers_in_words(call):
    outcome = call("--purpose", "service", "--given", "soort", "--reference", "NL")

    assert outcome.code == 0
    assert "Het hangt af van wie beslist." in outcome.out
    assert "Niet voor publicatie" in outcome.out


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_in_no_form_a_decider_is_named_or_counted(call, cases, form):
    outcome = call("--purpose", "employer", "--format", form)

    assert NAME in cases.read_text()  # it was there
    assert outcome.code == 0
    assert NAME not in outcome.out
    assert "[60" not in outcome.out
    assert ",60," not in outcome.out


def test_json_has_one_figure_per_name_and_none_per_decider(call):
    plain = json.loads(call("--purpose", "service", "--format", "json").out)

    names = [figure["figure"] for figure in plain["figures"]]
    assert len(names) == len(set(names)) == 11
    assert all(set(figure["of"]) <= {"herkomst"} for figure in plain["figures"])
    assert all(figure["of"] == {} for figure in plain["figures"] if "slope" not in figure["figure"])
    assert plain["asked"] == {"decider": "wie", "given": []}
    assert "drawing" not in plain


def test_the_purpose_of_assessing_staff_is_refused(call):
    outcome = call("--purpose", "assessing-staff")

    assert outcome.code == 2
    assert "beoordeelt geen medewerkers" in outcome.err
    assert outcome.out == ""


def test_the_purpose_must_be_said(call):
    outcome = call()

    assert outcome.code == 2
    assert "--purpose" in outcome.err


def test_the_decider_is_no_group(call, capsys, monkeypatch, cases):
    outcome = waterpas(
        capsys,
        monkeypatch,
        *("deciders", cases, "--outcome", "verleend", "--across", "wie", "--decider", "wie"),
        *("--purpose", "service", "--quiet"),
    )

    assert outcome.code == 2
    assert "twee" in outcome.err


def test_the_record_holds_the_question_and_no_name(call, tmp_path):
    record = tmp_path / "log.jsonl"
    call("--purpose", "service", "--record", record)

    line = json.loads(record.read_text())
    assert line["question"]["asked"]["decider"] == "wie"
    assert NAME not in record.read_text()
