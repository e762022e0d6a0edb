"""`waterpas profile`: from a table, from ready-made matrices, from points; and wrong calls."""

import json
from functools import partial

import jsonschema
import pytest

from tests.command import waterpas
from tests.duo_workbook import duo_workbook
from tests.schemas import MEASURED

MATRICES = """groep,gekozen,gevonden,mensen
a,ja,ja,1369
a,ja,nee,805
a,nee,ja,532
a,nee,nee,990
b,ja,ja,505
b,ja,nee,349
b,nee,ja,461
b,nee,nee,1139
"""
ROWS = (
    "groep,punten,soort,gevonden\n" + "a,1,x,nee\na,3,y,ja\na,3,y,nee\nb,1,x,nee\nb,1,y,ja\n" * 30
)
ASKED = ("--across", "groep", "--reference", "b", "--quiet")


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.fixture
def matrices(tmp_path):
    path = tmp_path / "matrix.csv"
    path.write_text(MATRICES)
    return path


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rijen.csv"
    path.write_text(ROWS)
    return path


def figures(outcome):
    found = json.loads(outcome.out)
    jsonschema.Draft202012Validator(MEASURED).validate(found)
    return {(f["figure"], *f["of"].values()): f["value"] for f in found["figures"]}


DUO = ("--layout", "cbs-duo-2014", "--across", "herkomst", "--reference", "NL", "--quiet")


def test_a_step_of_a_table_of_cbs_says_who_was_chosen(call, tmp_path):
    table = duo_workbook(tmp_path)
    found = figures(call("profile", table, "--selected", "selected", *DUO, "--format", "json"))

    assert found["chosen-times-reference", "buiten Europa"] == pytest.approx(6.2227, abs=5e-5)
    assert found["chosen-times-random", "buiten Europa"] == pytest.approx(2.8669, abs=5e-5)
    assert not {name for name, *_of in found} & {"missed", "hit-rate", "wrongly-chosen"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--selected", "gekozen"), "geen stap 'gekozen' om te vergelijken. Wel: high-risk"),
        (("--selected", "unduly"), "is een trefkans: wie vaker zoekt, vindt vaker"),
        (
            ("--selected", "selected", "--found", "unduly", "--cut-off", "3"),
            "zegt alleen wie is gekozen. Laat --found, --cut-off weg",
        ),
    ],
)
def test_what_a_table_with_steps_does_not_know_is_refused_in_words(call, tmp_path, more, said):
    outcome = call("profile", duo_workbook(tmp_path), *more, *DUO)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_ready_made_matrices_give_the_published_error_rates(call, matrices):
    outcome = call(
        "profile", matrices, "--count", "mensen", "--selected", "gekozen", "--found", "gevonden",
        *ASKED, "--format", "json",
    )  # fmt: skip
    found = figures(outcome)

    assert outcome.code == 0
    assert found["wrongly-chosen", "a"] == pytest.approx(0.4484680, abs=5e-8)
    assert found["missed", "b"] == pytest.approx(0.4772257, abs=5e-8)


def test_a_cut_off_and_a_variable_can_be_asked(call, rows):
    outcome = call(
        "profile", rows, "--selected", "punten>=2", "--found", "gevonden", "--variable", "soort",
        "--cut-off", "1", *ASKED, "--format", "json",
    )  # fmt: skip
    found = figures(outcome)

    assert found["chosen", "a"] == pytest.approx(2 / 3)
    assert found["chosen-if", "a", "1"] == 1
    assert found["carries", "soort"] is not None


def test_points_out_of_a_file_choose_and_leave_out(call, rows, tmp_path):
    (tmp_path / "punten.yaml").write_text("soort: {x: 0, y: 2}\npunten: {1: 0, 3: 1}\n")
    outcome = call(
        "profile", rows, "--selected", "points>=2", "--points", tmp_path / "punten.yaml",
        *ASKED, "--format", "json",
    )  # fmt: skip

    assert ("chosen-if", "a", "soort") in figures(outcome)


@pytest.mark.parametrize("text", ["- 1", "soort: 3", "soort: {x: veel}", "a: [", ""])
def test_a_file_without_points_is_one_sentence(call, rows, tmp_path, text):
    (tmp_path / "punten.yaml").write_text(text)
    outcome = call(
        "profile", rows, "--selected", "points>=2", "--points", tmp_path / "punten.yaml", *ASKED
    )

    assert outcome.code == 2
    assert "punten.yaml" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("form", ["text", "csv", "html"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_form_is_marked_not_for_publication(call, matrices, form, lang):
    outcome = call(
        "profile", matrices, "--count", "mensen", "--selected", "gekozen", "--found", "gevonden",
        *ASKED, "--format", form, "--lang", lang,
    )  # fmt: skip

    assert outcome.code == 0
    assert {"nl": "Niet voor publicatie", "en": "Not for publication"}[lang] in outcome.out


def test_a_column_that_is_not_there_is_one_sentence(call, matrices):
    outcome = call("profile", matrices, "--count", "mensen", "--selected", "nergens", *ASKED)

    assert outcome.code == 2
    assert "nergens" in outcome.err
