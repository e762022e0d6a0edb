"""`waterpas read FOLDER`: what to scan first and why."""

import csv
import io
import json
from functools import partial
from importlib.resources import files

import jsonschema
import pytest

from tests.command import waterpas
from tests.unit.reading.folders import CHECKS, PLAIN, WORK, here, texts
from tests.unit.test_read_command import Page

SCHEMA = json.loads(files("waterpas").joinpath("schemas/reading-v1.schema.json").read_text())


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("waterpas.reading.folders.overview.outcomes", here)
    return partial(waterpas, capsys, monkeypatch, "read")


@pytest.fixture
def folder(tmp_path):
    made = texts(tmp_path / "map", a=PLAIN, b=WORK, c=CHECKS)
    (made / "kapot.pdf").write_bytes(b"%PDF-1.7 rommel")
    (made / ".verborgen.txt").write_text(CHECKS)
    return made


def test_text_puts_first_what_deserves_a_scan_first_and_says_why(call, folder):
    outcome = call("map")

    flat = " ".join(outcome.out.split())
    assert outcome.code == 0
    assert flat.index("map/c.txt") < flat.index("map/b.txt") < flat.index("map/a.txt")
    assert "De tekst gaat over wie wordt gecontroleerd, gevolgd of verdacht." in flat
    assert "Wij vergelijken de redenen een voor een" in flat
    assert "map/kapot.pdf is beschadigd." in flat
    assert "niet gelezen: map/.verborgen.txt." in flat


def test_the_order_shows_no_number_and_no_mark(call, folder):
    """Positive control: the same look finds a number that is planted."""
    found = json.loads(call("map", "--format", "json").out)

    def numbers(value, where=""):
        if isinstance(value, dict):
            return [each for key in value for each in numbers(value[key], key)]
        if isinstance(value, list):
            return [each for one in value for each in numbers(one, where)]
        return [where] if isinstance(value, int | float) and not isinstance(value, bool) else []

    assert set(numbers(found["documents"])) <= {"page", "pages"}
    found["documents"][0]["rank"] = 1
    assert "rank" in numbers(found["documents"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_json_of_a_folder_is_of_the_documented_form(call, folder, lang):
    found = json.loads(call("map", "--format", "json", "--lang", lang).out)

    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert [document["name"][-5] for document in found["documents"]] == ["c", "b", "a"]
    assert found["documents"][0]["grounds"][0]["questions"][0]["place"]
    assert found["not_read"][0]["name"] == "map/kapot.pdf"


def test_csv_of_a_folder_has_one_row_per_file(call, folder):
    rows = list(csv.DictReader(io.StringIO(call("map", "--format", "csv").out)))

    assert [row["document"] for row in rows] == [
        *("map/c.txt", "map/b.txt", "map/a.txt"),
        "map/kapot.pdf",
    ]
    assert rows[0]["why_first"].startswith("De tekst gaat over wie wordt gecontroleerd")
    assert rows[3]["not_read"].startswith("map/kapot.pdf is beschadigd")


def test_html_of_a_folder_is_one_page(call, folder):
    page = Page(call("map", "--format", "html", "--lang", "en").out)

    assert page.levels[0] == 1
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert "Which documents first?" in page.words


def test_a_document_with_the_same_reasons_says_so(call, tmp_path):
    texts(tmp_path / "map", a=CHECKS, b=f"{CHECKS} En dat is alles.")

    above, _, below = call("map").out.partition("dezelfde redenen als het document")

    assert below
    for once in ("De tekst gaat over wie wordt gecontroleerd", "Wat wij niet vonden"):
        assert once in above
        assert once not in below
    assert "De passages in dit document" in below


def test_documents_and_folders_may_stand_together(call, folder, tmp_path):
    texts(tmp_path, los=CHECKS.replace("controle", "onderzoek"))
    found = json.loads(call("map", "los.txt", "weg.txt", "--format", "json").out)

    assert "los.txt" in [document["name"] for document in found["documents"]]
    assert "weg.txt" in [file["name"] for file in found["not_read"]]


def test_a_folder_without_a_document_is_said_in_one_sentence(call, tmp_path):
    (tmp_path / "leeg").mkdir()
    outcome = call("leeg")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "In leeg staat geen document dat Waterpas kan lezen. Noem een andere map.\n"
    )


def test_a_broken_archive_is_one_sentence(call, tmp_path):
    (tmp_path / "map.zip").write_bytes(b"rommel")
    outcome = call("map.zip")

    assert outcome.code == 2
    assert outcome.err == "map.zip is geen goed zip-archief. Maak het archief opnieuw.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("map", "-"), "Geplakte tekst (-) en een map gaan niet samen."),
        (("map", "--all"), "--all hoort bij losse documenten."),
        (("map/a.txt", "--state", "staat"), "--state hoort bij een map of zip-archief."),
        (("map", "--output", "map/uit.html"), "--output wijst in de map die u laat lezen."),
        (("map", "--state", "map/staat"), "--state wijst in de map die u laat lezen."),
        (("map", "--state", "map/a.txt"), "--state wijst in de map die u laat lezen."),
        (("map", "--state", "weg/staat"), "De map van 'staat' bestaat niet."),
    ],
)
def test_calls_that_do_not_go_together_are_refused_and_write_nothing(call, folder, words, said):
    before = sorted(folder.parent.rglob("*"))
    outcome = call(*words)

    assert outcome.code == 2
    assert outcome.err.startswith(said)
    assert sorted(folder.parent.rglob("*")) == before
