"""Which route can I take: five questions in the address, three lists, letters and layouts."""

import re
from io import BytesIO

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.studies.factories import designed, upload
from tests.web.world import logged_in
from waterpas.documents.errors import WriterMissing
from waterpas.reading import read
from waterpas.routebook import book
from waterpas.tallies.layouts import load_layout
from waterpas.web.audit_trail.models import Event
from waterpas.web.config.example.data import APPLIED
from waterpas.web.people.models import Organisation
from waterpas.web.studies.routes import views
from waterpas.web.studies.routes.forms import RouteForm
from waterpas.web.studies.routes.shown import PAGES

STAFF = {"about": "staff", "trait": "origin", "people": "700", "have": "records", "may": "cbs"}
WHY = "Niet registreren is niet hetzelfde als niet kijken"


@pytest.fixture
def client(client, db):
    logged_in(client, "researcher")
    return client


def ask(client, lang="nl", **said):
    return client.get(reverse("studies:route"), said, headers={"Accept-Language": lang})


def main(response) -> str:
    return response.text.split("<main")[1].split("</main")[0]


def words(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", main(response)).split())


class TestQuestions:
    def test_the_page_asks_five_questions_and_says_why_there_is_no_field(self, client):
        response = ask(client)

        assert response.status_code == 200
        for asked in book().questions:
            assert asked.label.nl in words(response)
        assert WHY in words(response)
        assert 'id="waarom"' in response.text
        assert main(response).count("nl-button--primary") == 1

    def test_the_answers_stand_in_the_address_and_nothing_is_kept(self, client):
        before = Event.objects.count()
        with CaptureQueriesContext(connection) as queries:
            response = ask(client, **STAFF)

        written = [
            each["sql"]
            for each in queries
            if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
            and "django_session" not in each["sql"]
        ]
        assert (response.status_code, written) == (200, [])
        assert Event.objects.count() == before

    def test_an_answer_that_is_missing_or_wrong_is_said_at_its_question(self, client):
        response = ask(client, about="staff", people="veel")

        assert response.status_code == 422
        assert "Kies waarop u wilt vergelijken." in words(response)
        assert "Vul een heel getal in, zoals 700." in words(response)
        assert 'id="today"' not in response.text

    def test_a_form_that_was_sent_empty_says_what_is_missing(self, client):
        response = ask(client, people="")

        assert response.status_code == 422
        assert "Kies over wie uw vraag gaat." in words(response)
        assert "Kies wat u nu hebt." in words(response)

    @pytest.mark.parametrize("people", ["0", "-3", "1e9", "99999999999", "²"])
    def test_a_number_that_cannot_be_is_refused(self, client, people):
        assert ask(client, **STAFF | {"people": people}).status_code == 422

    def test_a_number_may_have_a_point_and_may_be_left_out(self, client):
        assert "Met 1.700 mensen" in words(ask(client, **STAFF | {"people": "1.700"}))
        assert "Zoek eerst op hoeveel mensen" in words(ask(client, **STAFF | {"people": ""}))

    def test_about_a_text_one_answer_is_enough(self, client):
        response = ask(client, about="text")

        assert response.status_code == 200
        assert "Laat Waterpas vragen stellen bij uw tekst" in words(response)
        assert "Bij deze antwoorden staat hier niets." in words(response)
        assert "Wat is al geregeld? nog niets" not in words(response)

    def test_the_form_knows_the_answers_of_the_table(self):
        for name in ("about", "trait", "have", "may"):
            known = [one.code for one in book().asked(name).choices]
            assert [code for code, _label in RouteForm().fields[name].choices] == known


class TestLists:
    def test_ends_in_three_lists_with_the_answers_above(self, client):
        response = ask(client, **STAFF)
        places = [response.text.index(f'id="{one.code}"') for one in book().lists]

        assert places == sorted(places)
        assert "Over hoeveel mensen gaat het ongeveer? 700" in words(response)
        assert "drie percentages voor het geheel, en niets per schaal" in words(response)
        assert "hoogstens 2 groepen" in words(response)
        assert "Daarmee beantwoordt u: Bij welke stap ontstaat het verschil?" in words(response)

    def test_english_is_whole(self, client):
        found = words(ask(client, lang="en", **STAFF))

        assert "Today, without figures" in found
        assert "three percentages for the whole, and nothing per scale" in found
        assert "read in November 2026" in found
        assert not re.search(r"\b(mensen|brief|wij)\b", found)

    @pytest.mark.parametrize("trait", ["colour", "religion"])
    def test_skin_colour_and_religion_have_their_own_rows(self, client, trait):
        response = ask(client, **STAFF | {"trait": trait, "may": "ask"})

        assert f'id="field-{trait}"' in response.text
        assert f'id="survey-{trait}"' in response.text
        assert 'id="cbs-table"' not in response.text

    def test_every_link_leads_somewhere_for_who_may_follow_it(self, client):
        logged_in(client, "coordinator")
        for said in (STAFF, {**STAFF, "about": "control", "have": "nothing"}, {"about": "text"}):
            found = main(ask(client, **said)).replace("&amp;", "&")
            links = set(re.findall(r'href="(/[^"#]*)', found))
            assert len(links) > 3
            assert {x: client.get(x).status_code for x in links} == dict.fromkeys(links, 200)
            targets = set(re.findall(r'href="#([^"]+)"', found))
            assert targets <= set(re.findall(r' id="([^"]+)"', found))

    def test_who_may_not_open_a_page_gets_no_link_to_it(self, client):
        logged_in(client, "council-reader")
        response = ask(client, **STAFF)

        assert response.status_code == 200
        assert "Leg één beleid langs de 21 criteria" in words(response)
        assert reverse("scans:list") not in main(response)
        assert reverse("studies:add") not in main(response)

    @pytest.mark.parametrize("about", ["staff", "applicants", "residents", "control"])
    def test_each_question_begins_a_study_with_that_question(self, client, about):
        found = main(ask(client, about=about, trait="origin", people=3000, have="records"))
        kinds = set(re.findall(r'href="/onderzoek/nieuw/\?kind=([a-z_]+)"', found))

        own = {"staff": "pay", "control": "risk_profile"}.get(about, "duration")
        assert {"audit", "chain", "adjusted", "deciders", own} <= kinds
        for kind in kinds:
            page = main(client.get(reverse("studies:add"), {"kind": kind}))
            assert re.findall(r'<option value="([^"]+)" selected', page) == [kind]

    def test_every_page_that_the_table_names_is_known_here(self):
        assert {row.page for row in book().rows if row.page} == set(PAGES)

    def test_the_same_letter_stands_there_once(self, client):
        response = ask(client, **{name: said for name, said in STAFF.items() if name != "may"})

        assert response.text.count('id="brief-advice"') == 1
        assert "Zie de brief 'Vraag om advies over een onderzoek' hierboven" in (
            words(response).replace("&#x27;", "'")
        )

    def test_the_examples_show_the_sizes_of_voorbeeldstad(self, client):
        found = main(ask(client)).replace("&amp;", "&")
        links = re.findall(r'href="(/onderzoek/route/\?[^"]+)"', found)
        applied = sum(sum(counts) for counts in APPLIED.values())

        assert [client.get(link).status_code for link in links] == [200, 200, 200]
        assert f"people={applied}&" in links[1]


class TestFiles:
    @pytest.mark.parametrize("kind", ["txt", "odt", "docx"])
    def test_a_letter_comes_in_three_kinds_with_the_name_of_the_municipality(
        self, client, kind, tmp_path
    ):
        Organisation.objects.update_or_create(
            id=1,
            defaults={
                "name": "Waterstad",
                "size": "under-20000",
                "started_at": "2026-01-01T12:00Z",
                "started_by": "test",
            },
        )
        address = reverse("studies:route_letter", args=["cbs-tables", kind])
        response = client.get(address, {"about": "control", "people": "1700"})
        path = tmp_path / f"b.{kind}"
        path.write_bytes(BytesIO(response.content).getvalue())

        said = " ".join(" ".join(block.text.split()) for block in read(path).blocks)
        assert "Waterstad" in said
        assert "1.700 mensen" in said
        assert "Gekozen voor controle" in said
        assert f'filename="cbs-tables.{kind}"' in response["Content-Disposition"]

    @pytest.mark.parametrize(
        ("letter", "kind", "query"),
        [("nee", "txt", {}), ("supplier", "exe", {}), ("supplier", "txt", {"about": "nee"})],
    )
    def test_a_letter_that_is_not_there_is_not_found(self, client, letter, kind, query):
        address = reverse("studies:route_letter", args=[letter, kind])

        assert client.get(address, query).status_code == 404

    def test_nonsense_for_a_number_leaves_the_blank(self, client):
        address = reverse("studies:route_letter", args=["cbs-tables", "txt"])

        assert "ongeveer [aantal] mensen" in client.get(address, {"people": "<b>"}).text

    def test_a_writer_that_is_missing_says_what_to_install(self, client, monkeypatch):
        def missing(document):
            raise WriterMissing("ODT")

        monkeypatch.setitem(views.WRITERS, "odt", (missing, "x"))
        response = client.get(reverse("studies:route_letter", args=["supplier", "odt"]))

        assert response.status_code == 503
        assert "waterpas[reports]" in response.text

    def test_the_layout_is_the_one_that_ships(self, client):
        response = client.get(reverse("studies:route_layout", args=["cbs-dienst"]))

        assert load_layout(yaml.safe_load(response.text)) == load_layout("cbs-dienst")
        assert client.get(reverse("studies:route_layout", args=["cbs-duo"])).status_code == 404


class TestWhereItStands:
    @pytest.mark.parametrize("name", ["home", "studies:list", "studies:add", "register:import"])
    def test_pages_where_people_look_for_it_lead_there(self, client, name):
        logged_in(client, "coordinator")

        assert reverse("studies:route") in main(client.get(reverse(name)))

    @pytest.mark.parametrize("name", ["studies:add", "register:import"])
    def test_who_looks_for_the_field_comes_at_why_it_is_not_there(self, client, name):
        logged_in(client, "coordinator")

        assert f"{reverse('studies:route')}#waarom" in main(client.get(reverse(name)))

    def test_the_page_that_stops_a_table_leads_there(self, client):
        study = designed(logged_in(client, "researcher"))
        rows = "".join(f"zaak {n};{'ja' if n % 3 else 'nee'};Marokko\n" for n in range(30))
        response = upload(client, study, f"zaak;uitkomst;herkomst\n{rows}".encode(), "t.csv")

        assert "Deze tabel lezen wij niet zomaar" in words(response)
        assert f"{reverse('studies:route')}#waarom" in main(response)

    def test_a_table_in_the_layout_of_the_letter_is_recognised(self, client):
        study = designed(logged_in(client, "researcher"))
        table = (
            "Stap in de aanvraag;Nederland;Europa (zonder Nederland);Buiten Europa\n"
            "Iedereen die aanvroeg;1600;240;480\nAanvraag toegekend;1200;170;260\n"
        )
        response = upload(client, study, table.encode(), "t.csv", holds="aantallen")

        assert "Wij herkennen deze tabel" in words(response)
        assert "Aanvragen en toekenningen naar herkomst" in words(response)
