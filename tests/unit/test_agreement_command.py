"""`waterpas agreement`: what it says, what it refuses, and that no name leaves it."""

import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.schemas import MEASURED

NAME = "Aylin Kaya"
PAIRS = {"nee": (334, 48, 39, 219), "ja": (141, 67, 58, 144)}
KINDS = (("toe", "toe"), ("toe", "af"), ("af", "toe"), ("af", "af"))


@pytest.fixture
def files(tmp_path):
    """One row per file; the columns are called after who judged."""
    path = tmp_path / "dubbel.csv"
    lines = [f"hulp,{NAME},Bram"]
    for group, counts in PAIRS.items():
        for pair, times in zip(KINDS, counts, strict=True):
            lines += [f"{group},{pair[0]},{pair[1]}"] * times
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def call(capsys, monkeypatch, files):
    base = ("agreement", files, "--judgement", NAME, "--judgement", "Bram", "--quiet")
    return partial(waterpas, capsys, monkeypatch, *base)


def test_it_answers_in_words(call):
    outcome = call("--purpose", "service", "--across", "hulp", "--reference", "nee")

    assert outcome.code == 0
    assert "Bij 798 van elke 1.000 rijen komen twee beoordelaars op hetzelfde uit." in outcome.out
    assert "komen zij er bij 695 op hetzelfde uit, tegen 864" in outcome.out
    assert "Niet voor publicatie" in outcome.out


def test_it_answers_in_english(call):
    outcome = call("--purpose", "service", "--lang", "en")

    assert "On 798 of every 1,000 rows two assessors come to the same judgement." in outcome.out


def test_without_groups_it_is_about_all_files(call):
    plain = json.loads(call("--purpose", "service", "--format", "json").out)

    jsonschema.validate(plain, MEASURED)
    assert [each["code"] for each in plain["answers"]] == ["alike", "beyond-chance"]
    assert {each["figure"] for each in plain["figures"]} == {
        *("agreed", "by-chance", "beyond-chance", "kappa"),
    }


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_in_no_form_an_assessor_is_named(call, files, form):
    outcome = call("--purpose", "employer", "--across", "hulp", "--format", form)

    assert NAME in files.read_text()  # it was there
    assert outcome.code == 0
    assert NAME not in outcome.out
    assert "Bram" not in outcome.out


def test_the_record_holds_the_question_and_no_name(call, tmp_path):
    record = tmp_path / "log.jsonl"
    call("--purpose", "service", "--record", record)

    assert json.loads(record.read_text())["question"]["asked"]["judgements"] == 2
    assert NAME not in record.read_text()


def test_who_changes_places_changes_nothing(call, capsys, monkeypatch, files):
    turned = ("agreement", files, "--judgement", "Bram", "--judgement", NAME, "--quiet")
    given = ("--purpose", "service", "--format", "json")

    assert call(*given).out == waterpas(capsys, monkeypatch, *turned, *given).out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--purpose", "assessing-staff"), "beoordeelt geen medewerkers"),
        ((), "--purpose"),
        (("--purpose", "service", "--reference", "nee"), "--across"),
        (("--purpose", "service", "--judgement", NAME), "twee keer"),
        (("--purpose", "service", "--scale", "numbers", "--across", "hulp"), "geen groepen"),
        (("--purpose", "service", "--scale", "order"), "voor elk oordeel een getal"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(call, options, words):
    outcome = call(*options)

    assert outcome.code == 2
    assert words in outcome.err
    assert outcome.out == ""


def test_counts_of_pairs_give_the_same(call, tmp_path, capsys, monkeypatch):
    path = tmp_path / "paren.csv"
    rows = [
        f"{group},{one},{two},{n}"
        for group, counts in PAIRS.items()
        for (one, two), n in zip(KINDS, counts, strict=True)
    ]
    path.write_text("\n".join(["hulp,een,twee,n", *rows]))
    given = ("--purpose", "service", "--format", "json", "--quiet")
    columns = ("--judgement", "een", "--judgement", "twee", "--count", "n")

    counted = waterpas(capsys, monkeypatch, "agreement", path, *columns, *given)

    assert json.loads(counted.out)["figures"] == json.loads(call(*given).out)["figures"]


def graded(tmp_path, judges):
    path = tmp_path / "cijfers.csv"
    names = [NAME, "Bram", "Chidi"][:judges]
    lines = [",".join(names)]
    for at in range(60):
        grades = (at % 7 + 1, at % 7 + 2, (at + at // 7 % 2) % 7 + 1)
        lines.append(",".join(map(str, grades[:judges])))
    path.write_text("\n".join(lines))
    return (path, *(part for name in names for part in ("--judgement", name)))


@pytest.mark.parametrize(
    ("judges", "words"),
    [(3, "Welk cijfer een dossier krijgt, hangt voor"), (2, "minstens 3 beoordelaars nodig")],
)
def test_numbers_are_of_three_assessors_or_more(tmp_path, capsys, monkeypatch, judges, words):
    options = ("--scale", "numbers", "--purpose", "employer", "--quiet")

    outcome = waterpas(capsys, monkeypatch, "agreement", *graded(tmp_path, judges), *options)

    assert outcome.code == 0
    assert words in outcome.out
    assert NAME not in outcome.out
