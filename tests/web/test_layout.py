"""Pointing out where a table keeps its counts: /indeling/."""

import io
import re
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from waterpas.errors import CallError, InputError
from waterpas.tallies.layouts import load_layout
from waterpas.web.config import uploads
from waterpas.web.studies import pointing
from waterpas.web.studies.carried import Carried, in_memory, unpacked
from waterpas.web.studies.models import Study

CANARY = "Kanarie van de test"
ROWS = [
    ["Tabel 1", None, None, None, None],
    [],
    ["Nr", CANARY, "Totaal", "Herkomst: NL", "Herkomst: buiten Europa"],
    [1, "Iedereen", 233020, 178200, 54820],
    [2, "Risico 1", 15950, 8670, 7280],
    [3, "Risico 2", 24730, 16610, 8120],
    [4, "Gekozen: ja", 3060, 1050, 2010],
    [5, "Oordeel: onterecht", 1190, 130, 1060],
]
POINTED = {
    "header": "3",
    "label": "1",
    "group": ["3", "4"],
    "row-4": "1",
    "row-5": "2",
    "row-6": "2",
    "row-7": "3",
    "row-8": "4",
}
WORDS = {
    "step-1": "Iedereen",
    "step-2": "Hoog risico",
    "of-2": "1",
    "step-3": "Gekozen",
    "of-3": "1",
    "step-4": "Onterecht",
    "of-4": "3",
    "hit-4": "on",
    "column": "herkomst",
    "group-1": "Nederland",
    "group-2": "buiten Europa",
    "reference": "1",
    "reason": "de grootste",
    "rounded": "10",
    "hidden": "x",
    "organisation": "DUO",
    "unit": "studenten",
    "verb": "koos",
    "thing": "uit voor controle",
    "source": "CBS-maatwerk",
    "date": "mei 2024",
    "licence": "CC BY 4.0",
}


def workbook(*sheets) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_csv() -> bytes:
    lines = (";".join("" if cell is None else str(cell) for cell in row) for row in ROWS[2:])
    return "\n".join(lines).encode()


def post(client, name, data, lang="nl"):
    return client.post(reverse(f"layout:{name}"), data, headers={"Accept-Language": lang})


def upload(client, content, name="tabel.xlsx", **more):
    return post(client, "table", {"file": SimpleUploadedFile(name, content), **more})


def carried(response) -> str:
    return re.search(r'name="carried" value="([^"]+)"', response.text)[1]


@pytest.fixture
def file(client, db) -> dict[str, str]:
    """The fields that go along after the workbook was read."""
    response = upload(client, workbook(("Blad", ROWS)))
    assert response.status_code == 200
    return {"carried": carried(response), "sheet": "Blad"}


class TestFile:
    def test_the_start_says_what_happens_with_a_file(self, client, db):
        text = client.get(reverse("layout:start")).text

        assert 'enctype="multipart/form-data"' in text
        assert "Wij bewaren het niet" in text

    def test_the_sheet_is_shown_with_a_first_guess(self, client, db):
        text = upload(client, workbook(("Blad", ROWS))).text

        assert CANARY in text
        assert re.search(r'name="header" value="3"[^>]* checked', text)
        assert re.search(r'name="label" value="1" checked', text)

    def test_another_sheet_can_be_chosen(self, client, db):
        first = upload(client, workbook(("Leeswijzer", [["Uitleg"]]), ("Cijfers", ROWS)))
        second = post(client, "table", {"carried": carried(first), "sheet": "Cijfers"})

        assert "Uitleg" in first.text
        assert CANARY in second.text

    def test_csv_is_read_too(self, client, db):
        assert CANARY in upload(client, as_csv(), "tabel.csv").text

    def test_a_long_sheet_says_that_it_is_cut(self, client, db):
        rows = [["Naam", "A", "B"], *([f"rij {n}", n, n] for n in range(1100))]
        text = upload(client, workbook(("Blad", rows))).text

        assert "eerste 1.000 rijen" in text
        assert "rij 998" in text
        assert "<td>rij 1000</td>" not in text

    @pytest.mark.parametrize(
        ("content", "name", "problem"),
        [
            (b"hallo", "brief.pdf", "eindigt op .xlsx, .ods of .csv"),
            (b"x" * (uploads.LARGEST + 9), "groot.csv", "groter dan 1,5 MB"),
            (b"geen werkmap", "tabel.xlsx", "tabel.xlsx"),
            (b"PK\x03\x04kapot", "tabel.xlsx", "tabel.xlsx"),
            (workbook(("Leeg", [])), "leeg.xlsx", "leeg.xlsx"),
        ],
    )
    def test_a_file_that_cannot_be_used_gets_one_sentence(self, client, db, content, name, problem):
        response = upload(client, content, name)

        assert response.status_code == 422
        assert problem in response.text
        assert 'type="file"' in response.text

    def test_without_a_file_it_is_asked_again(self, client, db):
        response = post(client, "table", {})

        assert response.status_code == 422
        assert "wp-error" in response.text

    def test_a_file_that_was_changed_on_the_way_is_refused(self, client, file):
        response = post(client, "words", {**file, **POINTED, "carried": file["carried"] + "x"})

        assert response.status_code == 422
        assert "onderweg kwijtgeraakt" in response.text

    @pytest.mark.parametrize("name", ["table", "words", "result"])
    def test_who_comes_without_a_form_goes_to_the_start(self, client, db, name):
        response = client.get(reverse(f"layout:{name}"))

        assert response.url == reverse("layout:start")


class TestPointing:
    def test_leads_to_the_words(self, client, file):
        text = post(client, "words", {**file, **POINTED}).text

        assert 'value="Risico 1 + Risico 2"' in text
        assert 'value="Herkomst: buiten Europa"' in text

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            ({"group": ["3"]}, "minstens twee kolommen"),
            ({"row-5": "", "row-6": "", "row-7": "", "row-8": ""}, "minstens twee stappen"),
            ({"header": "2"}, "heeft niet elke aangewezen kolom een naam"),
            ({"header": "99999999"}, "heeft niet elke aangewezen kolom een naam"),
            ({"group": ["3", "77"]}, "heeft niet elke aangewezen kolom een naam"),
        ],
    )
    def test_what_is_missing_is_said_beside_the_table(self, client, file, change, problem):
        response = post(client, "words", {**file, **POINTED, **change})

        assert response.status_code == 422
        assert problem in response.text
        assert "wp-sheet" in response.text

    def test_what_was_pointed_at_stays_when_something_is_missing(self, client, file):
        text = post(client, "words", {**file, **POINTED, "group": ["4"]}).text

        assert re.search(r'name="group" value="4" checked', text)
        assert re.search(r'name="row-7" value="3"', text)


class TestResult:
    @pytest.fixture
    def everything(self, file):
        return {**file, **POINTED, **WORDS}

    def test_answers_with_released_figures(self, client, everything):
        response = post(client, "result", everything)
        words = re.sub(r"<[^>]+>", "", response.text)

        assert "DUO koos 37 van elke 1.000 studenten met herkomst buiten Europa" in words
        assert "6,2 keer zo vaak" in words
        assert response.text.count('class="wp-level"') == 2

    def test_small_groups_are_hidden(self, client, db, everything):
        rows = [
            *ROWS[:6],
            [4, "Gekozen: ja", 1056, 1050, 6],
            [5, "Oordeel: onterecht", 131, 130, 1],
        ]
        response = upload(client, workbook(("Blad", rows)))
        text = post(client, "result", {**everything, "carried": carried(response)}).text

        assert "niet getoond" in text
        assert "6 van 54.820" not in text

    def test_gives_the_layout_that_gives_the_same_figures(self, client, everything, tmp_path):
        response = post(client, "result", {**everything, "download": "yaml"})
        path = tmp_path / "cbs-maatwerk.yaml"
        path.write_bytes(response.content)
        layout = load_layout(path)

        assert 'filename="cbs-maatwerk.yaml"' in response.headers["Content-Disposition"]
        assert layout.rows["stap-2"] == ("Risico 1", "Risico 2")
        assert [step.of for step in layout.steps] == [None, "stap-1", "stap-1", "stap-3"]
        assert layout.rounded_to == 10
        assert layout.hidden == {"x": 10}
        assert layout.question.did["nl"] == ("koos", "uit voor controle")

    def test_a_word_that_is_missing_is_asked_again_and_nothing_typed_is_lost(
        self, client, everything
    ):
        response = post(client, "result", {**everything, "date": ""})

        assert response.status_code == 422
        assert 'value="Hoog risico"' in response.text
        assert "id_date_error" in response.text

    def test_counts_that_contradict_the_steps_are_named(self, client, everything):
        backwards = {"row-5": "", "row-6": "", "row-8": "2", "row-7": "3", "of-3": "2"}
        response = post(client, "result", {**everything, **backwards})

        assert response.status_code == 422
        assert "wp-problem" in response.text
        assert "meer mensen (1050) dan" in response.text

    def test_in_english_everything_is_english(self, client, everything):
        text = post(client, "result", everything, lang="en").text

        assert "The result of your table" in text
        assert "Keep the layout" in text

    def test_nothing_is_stored(self, client, everything):
        post(client, "result", everything)

        assert not Study.objects.exists()

    def test_a_browser_keeps_no_copy(self, client, everything):
        assert "no-store" in post(client, "result", everything).headers["Cache-Control"]


class TestNothingOnDisk:
    def test_the_whole_walk_writes_no_file(self, client, db, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        written = []
        real = Path.symlink_to

        def watched(self, target, **options):
            real(self, target, **options)
            written.extend(p for p in tmp_path.rglob("*") if p.is_file() and not p.is_symlink())

        monkeypatch.setattr(Path, "symlink_to", watched)
        file = {"carried": carried(upload(client, workbook(("Blad", ROWS)))), "sheet": "Blad"}
        post(client, "words", {**file, **POINTED})
        post(client, "result", {**file, **POINTED, **WORDS})

        assert written == []
        assert list(tmp_path.rglob("*")) == []

    def test_the_path_leads_to_memory_and_is_gone_afterwards(self):
        with in_memory(Carried("../../t.csv", b"a;b\n")) as path:
            assert path.name == "t.csv"
            assert path.read_bytes() == b"a;b\n"
            assert str(path.readlink()).startswith("/proc/")

        assert not path.parent.exists()

    def test_a_server_without_memory_files_says_so(self, monkeypatch):
        monkeypatch.delattr("os.memfd_create")

        with pytest.raises(InputError, match="Linux"), in_memory(Carried("t.csv", b"")):
            pass

    def test_what_goes_along_comes_back_the_same(self):
        file = Carried("tabel.xlsx", bytes(range(256)))

        assert unpacked(file.packed()) == file


class TestPointingRules:
    TABLE = pointing.Table("Blad", ("Blad",), (("Naam", "A", "B"), ("iedereen", "10", "20")))

    def test_a_cell_outside_the_table_is_empty(self):
        assert self.TABLE.cell(2, 1) == "10"
        assert self.TABLE.cell(0, 0) == self.TABLE.cell(9, 0) == self.TABLE.cell(1, 9) == ""

    def test_a_table_without_rows_can_be_guessed_at(self):
        assert pointing.guess(pointing.Table("", (), ())) == (1, 0)

    def test_a_step_needs_a_name_for_its_rows(self):
        with pytest.raises(CallError):
            pointing.check(self.TABLE, pointing.Pointed(1, 9, (1, 2), ((2,), (3,))))
