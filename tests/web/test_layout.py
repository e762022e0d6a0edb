"""Pointing out where a table keeps its counts: /indeling/."""

import re

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, workbook
from tests.web.studies.factories import upload as hand_in
from tests.web.world import logged_in
from waterpas.errors import CallError, InputError
from waterpas.tallies.layouts import load_layout
from waterpas.web.studies import pointing, transit
from waterpas.web.studies.carried import Carried
from waterpas.web.studies.models import Run

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


def as_csv() -> bytes:
    lines = (";".join("" if cell is None else str(cell) for cell in row) for row in ROWS[2:])
    return "\n".join(lines).encode()


@pytest.fixture
def study(client, db):
    return designed(logged_in(client, "researcher"), organisation="")


def post(client, study, name, data, lang="nl", **options):
    address = reverse(f"studies:{name}", args=[study.pk])
    return client.post(address, data, headers={"Accept-Language": lang}, **options)


def upload(client, study, content, name="tabel.xlsx") -> str:
    """Hand in a table of counts; gives what brings it back."""
    return token_of(hand_in(client, study, content, name, holds="aantallen"))


@pytest.fixture
def file(client, study) -> dict[str, str]:
    """The fields that go along after the workbook was read."""
    return {"carried": upload(client, study, workbook(("Blad", ROWS))), "sheet": "Blad"}


class TestFile:
    def test_a_table_that_is_no_list_can_be_pointed_at(self, client, study):
        response = hand_in(client, study, workbook(("Blad", ROWS)), "tabel.xlsx", holds="aantallen")

        assert response.status_code == 200
        assert "Wijs aan waar de cijfers staan" in response.text

    def test_the_sheet_is_shown_with_a_first_guess(self, client, study, file):
        text = post(client, study, "point", file).text

        assert CANARY in text
        assert re.search(r'name="header" value="3"[^>]* checked', text)
        assert re.search(r'name="label" value="1" checked', text)

    def test_another_sheet_can_be_chosen(self, client, study):
        book = workbook(("Leeswijzer", [["Uitleg"]]), ("Cijfers", ROWS))
        token = upload(client, study, book)
        first = post(client, study, "point", {"carried": token})
        second = post(client, study, "point", {"carried": token, "sheet": "Cijfers"})

        assert "Uitleg" in first.text
        assert CANARY in second.text

    def test_csv_is_read_too(self, client, study):
        token = upload(client, study, as_csv(), "tabel.csv")

        assert CANARY in post(client, study, "point", {"carried": token}).text

    def test_a_long_sheet_says_that_it_is_cut(self, client, study):
        rows = [["Naam", "A", "B"], *([f"rij {n}", n, n] for n in range(1100))]
        rows[0][0] = "Wat"
        token = upload(client, study, workbook(("Blad", rows)))
        text = post(client, study, "point", {"carried": token}).text

        assert "eerste 1.000 rijen" in text
        assert "rij 998" in text
        assert "<td>rij 1000</td>" not in text

    def test_a_table_with_people_is_not_shown(self, client, study):
        rows = [["Naam", "BSN", "A"], *([f"mens {n}", 123456782, 2] for n in range(20))]
        token = transit.put("t.xlsx", workbook(("Blad", rows))).token
        response = post(client, study, "point", {"carried": token})

        assert response.status_code == 422
        assert "Deze tabel laten wij niet zien" in response.text
        assert "mens 1" not in response.text

    def test_a_ticket_that_was_changed_on_the_way_is_refused(self, client, study, file):
        fields = {**file, **POINTED, "carried": file["carried"] + "x"}
        response = post(client, study, "point_words", fields)

        assert response.status_code == 422
        assert 'role="alert"' in response.text
        assert 'type="file"' in response.text

    @pytest.mark.parametrize("name", ["point", "point_words", "point_result", "read", "ground"])
    def test_who_comes_without_a_form_goes_to_the_start(self, client, study, name):
        response = client.get(reverse(f"studies:{name}", args=[study.pk]))

        assert response.url == reverse("studies:table", args=[study.pk])


class TestPointing:
    def test_leads_to_the_words(self, client, study, file):
        text = post(client, study, "point_words", {**file, **POINTED}).text

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
    def test_what_is_missing_is_said_beside_the_table(self, client, study, file, change, problem):
        response = post(client, study, "point_words", {**file, **POINTED, **change})

        assert response.status_code == 422
        assert problem in response.text
        assert "wp-sheet" in response.text

    def test_what_was_pointed_at_stays_when_something_is_missing(self, client, study, file):
        text = post(client, study, "point_words", {**file, **POINTED, "group": ["4"]}).text

        assert re.search(r'name="group" value="4" checked', text)
        assert re.search(r'name="row-7" value="3"', text)


class TestResult:
    @pytest.fixture
    def everything(self, file):
        return {**file, **POINTED, **WORDS}

    def test_answers_with_released_figures(self, client, study, everything):
        response = post(client, study, "point_result", everything, follow=True)
        words = re.sub(r"<[^>]+>", "", response.text)

        assert "DUO koos 36,7 van elke 1.000 studenten met herkomst buiten Europa" in words
        assert "6,2 keer zo vaak" in words
        assert response.text.count('class="wp-level"') == 2

    def test_small_groups_are_hidden(self, client, study, everything):
        rows = [
            *ROWS[:6],
            [4, "Gekozen: ja", 1056, 1050, 6],
            [5, "Oordeel: onterecht", 131, 130, 1],
        ]
        token = upload(client, study, workbook(("Blad", rows)))
        text = post(
            client, study, "point_result", {**everything, "carried": token}, follow=True
        ).text

        assert "niet getoond" in text
        assert "6 van 54.820" not in text

    def test_gives_the_layout_that_gives_the_same_figures(
        self, client, study, everything, tmp_path
    ):
        response = post(client, study, "point_result", {**everything, "download": "yaml"})
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
        self, client, study, everything
    ):
        response = post(client, study, "point_result", {**everything, "date": ""})

        assert response.status_code == 422
        assert 'value="Hoog risico"' in response.text
        assert "id_date_error" in response.text

    def test_counts_that_contradict_the_steps_are_named(self, client, study, everything):
        backwards = {"row-5": "", "row-6": "", "row-8": "2", "row-7": "3", "of-3": "2"}
        response = post(client, study, "point_result", {**everything, **backwards})

        assert response.status_code == 422
        assert "wp-problem" in response.text
        assert "meer mensen (1050) dan" in response.text

    def test_in_english_everything_is_english(self, client, study, everything):
        text = post(client, study, "point_result", everything, lang="en", follow=True).text

        assert "What you can do now" in text
        assert "Wat u nu" not in text

    def test_only_the_counts_pointed_at_are_kept(self, client, study, everything):
        post(client, study, "point_result", everything)
        run = Run.objects.get()

        assert run.tally.columns == ["herkomst"]
        assert CANARY not in str(run.released)
        with pytest.raises(InputError):
            transit.take(everything["carried"])

    def test_a_browser_keeps_no_copy(self, client, study, everything):
        assert (
            "no-store" in post(client, study, "point_result", everything).headers["Cache-Control"]
        )


class TestInMemory:
    def test_the_path_leads_to_memory_and_is_gone_afterwards(self):
        with transit.open_path(Carried("../../t.csv", b"a;b\n")) as path:
            assert path.name == "t.csv"
            assert path.read_bytes() == b"a;b\n"
            assert str(path.readlink()).startswith("/proc/")

        assert not path.parent.exists()

    def test_a_server_without_memory_files_says_so(self, monkeypatch):
        monkeypatch.delattr("os.memfd_create")

        with pytest.raises(InputError, match="Linux"), transit.open_path(Carried("t.csv", b"")):
            pass

    def test_what_goes_along_comes_back_the_same(self):
        ticket = transit.put("tabel.xlsx", bytes(range(256)))

        assert transit.take(ticket.token) == Carried("tabel.xlsx", bytes(range(256)))


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
