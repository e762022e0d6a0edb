import pytest
from django.urls import reverse

from tests.web.findings import factories
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.findings import services
from waterpas.web.findings.models import Finding
from waterpas.web.findings.points import points

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"findings:{name}", args=args)


def decide(finding, reason="Het beleid stopt in mei.", now=NOON):
    return services.decide_no_action(finding=finding, reason=reason, by=person(), now=now)


class TestAdd:
    def test_makes_a_finding_without_any_figure(self, client):
        logged_in(client, "policy-adviser")

        answer = client.post(url("add"), factories.form())

        finding = Finding.objects.get()
        assert answer.url == url("detail", finding.pk)
        assert not finding.evidence.exists()

    def test_makes_a_finding_from_a_rule_on_one_page(self, client):
        about = factories.item()
        logged_in(client, "policy-adviser")

        client.post(url("add"), factories.form(item=about.pk, kind="rule", text="Artikel 3"))

        finding = Finding.objects.get()
        assert finding.item == about
        assert finding.evidence.get().text == "Artikel 3"

    def test_a_form_sent_twice_makes_one_finding(self, client):
        logged_in(client, "policy-adviser")
        form = factories.form(once="abc")

        first, second = client.post(url("add"), form), client.post(url("add"), form)

        assert first.url == second.url
        assert Finding.objects.count() == 1

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"points": []}, "Kies minstens één patroon of criterium."),
            ({"points": ["P99"]}, "P99 staat niet in de handreiking."),
            ({"title": ""}, "Dit veld is verplicht."),
            ({"item": "404"}, "Dit onderwerp staat niet meer in het register."),
            ({"kind": "rule"}, "Schrijf op wat het bewijs laat zien."),
            ({"text": "Artikel 3"}, "Kies wat voor bewijs dit is."),
            ({"for_whom": "a@b.nl"}, "Hier staat een e-mailadres (a@b.nl)."),
            ({"explanation": "06-12345678"}, "Hier staat een telefoonnummer"),
            ({"kind": "story", "text": "111222333"}, "een burgerservicenummer kan zijn"),
            ({"urn": "urn:waterpas:study:404"}, "Het onderzoek waar dit naar verwijst"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, change, sentence):
        logged_in(client, "policy-adviser")

        answer = client.post(url("add"), factories.form(explanation="Zo gaat het") | change)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert factories.SAYS["title"] in answer.text or "title" in change
        assert not Finding.objects.exists()
        assert not Event.objects.exists()

    def test_a_retired_item_cannot_be_chosen(self, client):
        about = factories.retire(factories.item(title="Oud beleid"))
        logged_in(client, "policy-adviser")

        assert "Oud beleid" not in client.get(url("add")).text
        answer = client.post(url("add"), factories.form(item=about.pk))
        assert "staat niet meer in het register" in answer.text

    def test_shows_all_points_and_the_footnote_of_n07(self, client):
        logged_in(client, "policy-adviser")
        page = client.get(url("add")).text

        assert page.count('name="points"') == 32
        assert points()["N07"].footnote.nl in page

    def test_warns_against_names_in_a_story(self, client):
        logged_in(client, "policy-adviser")
        assert "Schrijf geen namen of herkenbare details op." in client.get(url("add")).text


class TestAddFromALink:
    def test_a_study_fills_the_form(self, client, study):
        logged_in(client, "researcher")
        link = {"study": study, "title": "Verschil", "for_whom": "Inwoners", "text": "6 keer"}

        page = client.get(url("add"), link)

        assert page.context["form"]["text"].value() == "6 keer"
        assert page.context["form"]["source"].value() == "Wie krijgt heronderzoek?"
        assert "Deze bevinding komt uit het onderzoek" in page.text
        filled = {n: page.context["form"][n].value() for n in ("title", "for_whom", "text", "urn")}
        client.post(url("add"), factories.form(kind="figure", **filled))
        assert Finding.objects.get().evidence.get().urn == study

    def test_an_item_and_points_are_ticked_beforehand(self, client):
        about = factories.item()
        logged_in(client, "researcher")

        page = client.get(f"{url('add')}?item={about.pk}&point=P01&point=P99")

        assert page.context["form"]["points"].value() == ["P01"]
        assert page.context["form"]["item"].value() == str(about.pk)

    @pytest.mark.parametrize(
        "link",
        [
            {"study": "urn:waterpas:study:404"},
            {"study": "urn:waterpas:finding:1"},
            {"study": "javascript:alert(1)"},
            {"title": "x" * 2001},
            {"text": "mail a@b.nl"},
            {"text": "a\x00b"},
            {"point": "P99"},
            {"item": "abc"},
            {"item": "²"},
            {"item": "9" * 30},
        ],
    )
    def test_what_is_not_usable_is_left_out_and_said(self, client, link):
        logged_in(client, "researcher")

        answer = client.get(url("add"), link)

        assert answer.status_code == 200
        assert "Niet alles uit de link konden wij overnemen." in answer.text
        assert not [v for v in link.values() if f'value="{v}"' in answer.text.split("<main")[1]]


class TestChange:
    def form(self, finding, **more):
        return factories.form(version=finding.version) | more

    def test_changes_what_it_says(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")

        client.post(url("change", finding.pk), self.form(finding, title="Anders"))

        finding.refresh_from_db()
        assert (finding.title, finding.version) == ("Anders", 2)

    def test_two_people_lose_nothing(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")
        typed = self.form(finding, title="Mijn zin", points=["P01"])
        client.post(url("change", finding.pk), self.form(finding, title="De zin van een ander"))

        answer = client.post(url("change", finding.pk), typed)

        assert answer.status_code == 409
        assert "Iemand anders heeft deze bevinding intussen veranderd" in answer.text
        assert "Mijn zin" in answer.text
        assert "<strong>Nu staat er:</strong> De zin van een ander" in answer.text
        assert "<strong>Nu staat er:</strong> Een professional beslist alleen" in answer.text
        again = typed | {"version": answer.context["form"]["version"].value()}
        assert client.post(url("change", finding.pk), again).status_code == 302
        finding.refresh_from_db()
        assert (finding.title, finding.points, finding.version) == ("Mijn zin", ["P01"], 3)

    def test_says_that_an_empty_text_is_what_is_there_now(self, client):
        finding = factories.finding(explanation="Eerst dit")
        logged_in(client, "policy-adviser")
        typed = self.form(finding, explanation="Mijn uitleg")
        client.post(url("change", finding.pk), self.form(finding, explanation=""))

        answer = client.post(url("change", finding.pk), typed)

        assert "<strong>Nu staat er:</strong> niets" in answer.text

    def test_keeps_an_item_that_left_the_register(self, client):
        about = factories.item(title="Oud beleid")
        finding = factories.finding(item=about)
        factories.retire(about)
        logged_in(client, "policy-adviser")

        assert "Oud beleid" in client.get(url("change", finding.pk)).text
        client.post(url("change", finding.pk), self.form(finding, title="A", item=about.pk))
        finding.refresh_from_db()
        assert (finding.title, finding.item) == ("A", about)

    def test_without_a_version_nothing_is_changed(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")

        answer = client.post(url("change", finding.pk), factories.form(title="Anders"))

        assert answer.status_code == 422
        finding.refresh_from_db()
        assert finding.title == factories.SAYS["title"]
