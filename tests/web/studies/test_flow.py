"""From a question to a result, the whole way."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.web.studies.factories import (
    CANARY,
    FORM,
    designed,
    duo_workbook,
    rows_csv,
    token_of,
    upload,
    workbook,
)
from tests.web.world import logged_in
from waterpas.web.audit_trail.models import Event
from waterpas.web.studies import transit
from waterpas.web.studies.models import Run, State, Study, StudyTally
from waterpas.web.studies.selectors import opened

pytestmark = pytest.mark.django_db
ADVICE = ("privacy_officer", "works_council")
GROUND = {"ground": "AVG 9.2.j", "ground_decision": "Akkoord, 3 mei"}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def words(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.text))


def choose(client, study, response, **fields):
    data = {
        "carried": token_of(response),
        "holds": "rijen",
        "sheet": "",
        "outcome": "2:1",
        "across": "0",
        "reference": "largest",
        "because": "",
        "level": "0.95",
        **fields,
    }
    return client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


class TestDesign:
    def test_a_study_begins_with_a_question_and_leads_to_the_table(self, client, me):
        response = client.post(reverse("studies:add"), FORM)
        study = Study.objects.get()

        assert response.url == reverse("studies:table", args=[study.pk])
        assert study.title == "Wie wordt afgewezen?"
        assert list(study.members.all()) == [me]
        assert study.state == State.DESIGNED

    def test_assessing_staff_is_refused_with_a_sentence(self, client, me):
        response = client.post(reverse("studies:add"), {**FORM, "purpose": "assessing-staff"})

        assert response.status_code == 422
        assert "nooit over medewerkers" in response.text
        assert not Study.objects.exists()

    @pytest.mark.parametrize(
        "change",
        [
            {"works_council_words": ""},
            {"privacy_officer": "answered"},
            {"route": "other"},
            {"question": ""},
        ],
    )
    def test_what_is_missing_is_asked(self, client, me, change):
        response = client.post(reverse("studies:add"), {**FORM, **change})

        assert response.status_code == 422
        assert "Dit klopt nog niet" in response.text

    def test_what_is_missing_is_named_apart_for_each_who_advises(self, client, me):
        unsaid = {"privacy_officer": "answered", "privacy_officer_words": ""}

        page = client.post(
            reverse("studies:add"), {**FORM, **unsaid, "works_council_words": ""}
        ).context["form"]

        labels = {str(page[name].label) for name in page.errors}
        assert len(labels) == len(page.errors) == 2

    def test_nothing_is_answered_beforehand(self, client, me):
        page = client.get(reverse("studies:add")).text

        assert " checked" not in page
        assert re.findall(r'<option value="[^"]+" selected', page) == []
        # A browser takes the first where none is selected.
        first = dict(re.findall(r'<select name="(\w+)"[^>]*>\s*<option value="([^"]*)"', page))
        assert first["kind"] == ""
        assert set(first.values()) == {""}
        assert 'value="de gemeente"' not in page

    def test_each_question_without_an_answer_is_asked_in_one_sentence_and_typing_stays(
        self, client, me
    ):
        response = client.post(reverse("studies:add"), {"unit": "sporters"})

        assert response.status_code == 422
        assert not Study.objects.exists()
        assert 'value="sporters"' in response.text
        summary = words(response).split("Dit klopt nog niet")[1]
        for sentence in (
            "Schrijf op wat u wilt weten.",
            "Kies welke vraag het meest op de uwe lijkt.",
            "Kies waarvoor dit onderzoek is.",
            "Kies hoe de groepen in de tabel kwamen.",
            "Kies wat er met de functionaris gegevensbescherming is besproken.",
            "Kies wat er met de ondernemingsraad is besproken.",
        ):
            assert sentence in summary

    def test_only_what_is_asked_and_what_the_law_wants_stands_before_the_rest(self, client, me):
        form = client.get(reverse("studies:add")).context["form"]
        needed = [name for name, field in form.fields.items() if field.required]

        assert needed == ["question", "kind", "purpose", "route", *ADVICE]
        assert not set(needed) & {field.name for field in form.more()}

    @pytest.mark.parametrize(
        ("kind", "row"),
        [("audit", "person"), ("agreement", "application"), ("barometer", "job")],
    )
    def test_what_may_be_left_as_it_is_says_what_it_is_then(self, client, me, kind, row):
        needed = ("question", "purpose", "route", *ADVICE, "works_council_words")
        answers = {name: FORM[name] for name in needed} | {"kind": kind}
        page = client.get(reverse("studies:add"))
        client.post(reverse("studies:add"), answers)
        study = Study.objects.get()

        assert (study.organisation, study.effect, study.row) == ("de gemeente", "neither", row)
        helps = [str(page.context["form"][n].help_text) for n in ("organisation", "effect", "row")]
        assert all("Standaard: " in words for words in helps)

    def test_an_item_of_the_register_can_be_named_in_the_address(self, client, me):
        assert client.get(reverse("studies:add") + "?item=7x").status_code == 200


class TestRows:
    def test_opening_what_we_read_again_says_that_the_file_is_gone(self, client, me):
        study = designed(me)

        page = client.get(reverse("studies:read", args=[study.pk]), follow=True)

        assert page.redirect_chain == [(reverse("studies:table", args=[study.pk]), 302)]
        assert "Deze bladzijde heeft uw bestand niet meer." in page.text

    def test_reading_shows_columns_levels_and_hides_small_numbers(self, client, me):
        response = upload(client, designed(me, **GROUND), rows_csv())

        assert response.status_code == 200
        assert "300 rijen" in response.text
        assert "Nederland (200)" in response.text
        assert "Europa (minder dan 10 rijen)" in response.text
        assert "meer dan 30 verschillende" in response.text
        assert CANARY not in response.text

    def test_values_that_are_numbers_stand_from_small_to_large(self, client, me):
        table = b"schaal;afgewezen\n" + b"10;ja\n9;nee\n" * 20 + b"10;nee\n"

        response = upload(client, designed(me, **GROUND), table)

        assert "9 (20), 10 (21)" in response.text

    def test_the_whole_way_to_a_result(self, client, me):
        study = designed(me, **GROUND)
        response = choose(client, study, upload(client, study, rows_csv()))

        assert response.status_code == 200
        assert "De gemeente wees 417 van elke 1.000 aanvragers met herkomst buiten Europa af" in (
            words(response)
        )
        study.refresh_from_db()
        assert (study.state, study.across, study.reference_level) == (
            State.MEASURED,
            "herkomst",
            "Nederland",
        )
        assert study.family == Run.objects.get().family

    def test_only_the_columns_that_were_asked_for_are_kept_and_sealed(self, client, me):
        study = designed(me, **GROUND)
        choose(client, study, upload(client, study, rows_csv()))
        stored = StudyTally.objects.get()

        assert stored.columns == ["herkomst"]
        assert b"Nederland" not in bytes(stored.sealed)
        text = opened(stored).to_json()
        assert "Nederland" in text
        assert "Noord" not in text
        assert CANARY not in text

    def test_nothing_of_the_rows_is_left(self, client, me):
        study = designed(me, **GROUND)
        first = upload(client, study, rows_csv())
        choose(client, study, first)

        with pytest.raises(transit.InputError):
            transit.take(token_of(first))
        for model in (Study, StudyTally, Run, Event):
            assert CANARY not in str(list(model.objects.values()))

    def test_a_small_group_is_not_in_what_is_kept_of_the_result(self, client, me):
        study = designed(me, **GROUND)
        choose(client, study, upload(client, study, rows_csv()))
        groups = Run.objects.get().released["nl"]["result"]["groups"]
        small = next(group for group in groups if group["group"]["herkomst"] == "Europa")

        assert small["n"] == {"value": None, "low": 0, "high": 0}

    def test_within_another_column(self, client, me):
        study = designed(me, **GROUND)
        response = choose(client, study, upload(client, study, rows_csv()), by=["1"])

        assert response.status_code == 200
        assert Run.objects.get().parameters["by"] == ["wijk"]

    def test_a_reference_of_another_column_is_pointed_out(self, client, me):
        study = designed(me, **GROUND)
        response = choose(client, study, upload(client, study, rows_csv()), reference="1:0")

        assert response.status_code == 422
        assert "Kies een groep van de kolom &#x27;herkomst&#x27;" in response.text
        assert not StudyTally.objects.exists()

    def test_the_outcome_cannot_be_the_group(self, client, me):
        study = designed(me, **GROUND)
        response = choose(client, study, upload(client, study, rows_csv()), outcome="0:0")

        assert response.status_code == 422
        assert "dezelfde kolom" in response.text

    def test_the_same_file_twice_is_recognised(self, client, me):
        study = designed(me, **GROUND)
        choose(client, study, upload(client, study, rows_csv()))

        assert "al ingelezen in dit onderzoek" in upload(client, study, rows_csv()).text

    def test_two_uploads_at_once_do_not_mix(self, client, me):
        study = designed(me, **GROUND)
        one, other = (
            upload(client, study, rows_csv()),
            upload(client, study, duo_workbook(), "d.xlsx"),
        )

        assert token_of(one) != token_of(other)
        assert choose(client, study, one).status_code == 200

    def test_sent_twice_is_counted_once(self, client, me):
        study = designed(me, **GROUND)
        first = upload(client, study, rows_csv())
        for _ in range(2):
            response = choose(client, study, first, once="abc")

        assert response.status_code == 200
        assert Run.objects.count() == 1

    def test_a_file_that_is_gone_is_asked_for_again(self, client, me):
        study = designed(me, **GROUND)
        first = upload(client, study, rows_csv())
        transit.drop(token_of(first))
        response = choose(client, study, first)

        assert response.status_code == 422
        assert 'role="alert"' in response.text
        assert 'type="file"' in response.text


class TestBadFiles:
    @pytest.mark.parametrize(
        ("content", "name", "problem"),
        [
            (b"hallo", "brief.pdf", "eindigt op .csv"),
            (b"geen werkmap", "tabel.xlsx", "tabel.xlsx"),
            (b"%PDF-1.4", "tabel.csv", "PDF"),
            (b"", "leeg.csv", "leeg.csv is leeg"),
            (b"a;b\n1;2\n1;2;3\n", "scheef.csv", "Rij 3 van scheef.csv"),
            (b"a;a\n1;2\n", "dubbel.csv", "komt twee keer voor"),
        ],
    )
    def test_one_sentence_and_the_way_back(self, client, me, content, name, problem):
        response = upload(client, designed(me), content, name)

        assert response.status_code == 422
        assert problem in response.text
        assert 'type="file"' in response.text

    def test_a_cell_that_is_no_count_is_pointed_out(self, client, me):
        table = b"herkomst;mensen;gekozen\nNL;100;20\nEU;50;twee\nBE;80;20\nXX;90;30\n"
        response = upload(client, designed(me), table, "t.csv", holds="aantallen")

        assert "In cel C3 staat geen aantal." in response.text

    def test_and_counting_it_says_where(self, client, me):
        study = designed(me)
        table = b"herkomst;mensen;gekozen\nNL;100;20\nEU;50;twee\nBE;80;20\nXX;90;30\n"
        first = upload(client, study, table, "t.csv", holds="aantallen")
        fields = {"holds": "aantallen", "count": "1", "outcome": "2"}
        response = choose(client, study, first, **fields)

        assert response.status_code == 422
        assert "rij 3" in response.text
        assert not StudyTally.objects.exists()


class TestCounts:
    def test_a_table_of_counts_in_rows(self, client, me):
        study = designed(me)
        table = b"herkomst;mensen;gekozen\nNL;1000;20\nbuiten Europa;500;60\n"
        first = upload(client, study, table, "t.csv", holds="aantallen")
        fields = {"holds": "aantallen", "count": "1", "outcome": "2"}
        response = choose(client, study, first, **fields)

        assert "6,0 keer zo vaak" in words(response)

    def test_typed_in(self, client, me):
        study = designed(me)
        data = {
            "column": "herkomst",
            **{"group-1": "Nederland", "n-1": "1000", "cases-1": "50"},
            **{"group-2": "buiten Europa", "n-2": "400", "cases-2": "40"},
        }
        response = client.post(reverse("studies:typed", args=[study.pk]), data, follow=True)

        assert "De gemeente wees 100 van elke 1.000 aanvragers met herkomst buiten Europa af" in (
            words(response)
        )
        assert "2,0 keer zo vaak" in words(response)

    @pytest.mark.parametrize(("typed", "said"), [("uitgenodigd", "uitgenodigd"), ("", "ja")])
    def test_what_the_outcome_is_called_stands_in_the_sentence(self, client, me, typed, said):
        """It said: the outcome 'with the outcome'."""
        study = designed(me, did_before="", did_after="")
        form = client.get(reverse("studies:typed", args=[study.pk])).context["form"]
        data = {
            "column": "herkomst",
            "outcome": typed,
            **{"group-1": "Nederland", "n-1": "1000", "cases-1": "50"},
            **{"group-2": "buiten Europa", "n-2": "400", "cases-2": "40"},
        }
        response = client.post(reverse("studies:typed", args=[study.pk]), data, follow=True)

        assert form["outcome"].value() == "ja"
        assert f"buiten Europa de uitkomst '{said}'" in unescape(words(response))
        assert "met de uitkomst" not in words(response)

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            ({"cases-2": "500"}, "meer dan het aantal mensen"),
            ({"group-2": "Nederland"}, "staat er al"),
            ({"n-3": "5"}, "alle drie"),
            ({"group-2": ""}, "verplicht"),
            ({"column": "mensen"}, "andere naam"),
        ],
    )
    def test_typed_in_wrong(self, client, me, change, problem):
        data = {
            "column": "herkomst",
            **{"group-1": "Nederland", "n-1": "1000", "cases-1": "50"},
            **{"group-2": "buiten Europa", "n-2": "400", "cases-2": "40"},
            **change,
        }
        response = client.post(reverse("studies:typed", args=[designed(me).pk]), data)

        assert response.status_code == 422
        assert problem in response.text
        assert 'value="1000"' in response.text


class TestKnownLayout:
    def test_the_workbook_of_duo_is_recognised_and_gives_6_2(self, client, me):
        study = designed(me)
        first = upload(client, study, duo_workbook(), "duo.xlsx")
        assert "Wij herkennen deze tabel" in first.text
        assert "Controle op de uitwonendenbeurs, 2014" in first.text
        assert "cbs-duo-2019" not in first.text

        address = reverse("studies:layout", args=[study.pk, "cbs-duo-2014"])
        second = client.post(address, {"carried": token_of(first)})
        assert "Met wie vergelijkt u?" in second.text
        data = {
            "carried": token_of(second),
            "across": "0",
            "reference": "largest",
            "level": "0.95",
            "because": "",
        }
        response = client.post(address, data, follow=True)

        assert "DUO koos 36,7 van elke 1.000 studenten met herkomst buiten Europa" in words(
            response
        )
        assert "6,2 keer zo vaak" in words(response)

    def test_another_workbook_is_not(self, client, me):
        content = workbook(("Blad", [["herkomst", "n"], ["NL", 10], ["EU", 30]]))
        response = upload(client, designed(me), content, "t.xlsx")

        assert "Wij herkennen" not in response.text

    def test_an_unknown_layout_goes_back_to_the_table(self, client, me):
        study = designed(me)
        response = client.post(reverse("studies:layout", args=[study.pk, "x"]))

        assert response.url == reverse("studies:table", args=[study.pk])


class TestGuard:
    CONTENT = b"herkomst;bsn;afgewezen\n" + b"Nederland;123456782;ja\nEuropa;123456782;nee\n" * 40

    def test_rows_with_origin_are_stopped_with_the_lawful_routes(self, client, me):
        response = upload(client, designed(me, row="person"), self.CONTENT)

        assert "Deze tabel lezen wij niet zomaar" in response.text
        assert "Zo kan het wel" in response.text
        assert "Nederland" not in response.text.split("<main")[1].split("Zo kan het wel")[0]
        assert "123456782" not in response.text

    def test_with_a_ground_and_a_decision_it_is_read_without_the_numbers(self, client, me):
        study = designed(me)
        upload(client, study, self.CONTENT)
        data = {"ground": "AVG 9.2.j", "decision": "Akkoord, 3 mei"}
        response = client.post(reverse("studies:ground", args=[study.pk]), data, follow=True)
        assert "Kies het bestand nu opnieuw" in response.text
        study.refresh_from_db()
        assert (study.ground, study.ground_decision) == ("AVG 9.2.j", "Akkoord, 3 mei")

        response = upload(client, study, self.CONTENT)
        assert "Wat wij lazen" in response.text
        assert "Deze kolommen lazen wij niet in:" in response.text
        assert "123456782" not in response.text

    def test_a_ground_without_a_decision_is_not_enough(self, client, me):
        study = designed(me)
        data = {"ground": "AVG 9.2.j"}
        response = client.post(reverse("studies:ground", args=[study.pk]), data)

        assert response.status_code == 422
        assert "AVG 9.2.j" in response.text
        study.refresh_from_db()
        assert study.ground == ""


def test_a_table_without_rows_is_refused_with_one_sentence(client, me):
    study = designed(me, **GROUND)

    response = upload(client, study, b"wijk;besluit\n")

    assert response.status_code == 422
    assert "heeft kolomnamen maar geen rijen" in response.text
