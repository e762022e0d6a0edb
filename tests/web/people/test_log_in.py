"""Logging in and out, and what is typed when a session ends halfway."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.world import NOON, begun, logged_in, person
from waterpas.web.people import services
from waterpas.web.people.models import Person

pytestmark = pytest.mark.django_db
PASSWORD = "een zin die niemand raadt"


def with_password(*roles) -> Person:
    made = person(*roles)
    made.set_password(PASSWORD)
    made.save()
    return made


def field(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', response.text).group(1)


class TestLogIn:
    def test_leads_to_the_page_that_was_asked_for(self, client):
        made = with_password("coordinator")
        asked = client.get(reverse("people:list"))

        response = client.post(
            reverse("people:log_in"),
            {"username": made.email.upper(), "password": PASSWORD, "next": "/mensen/"},
        )

        assert asked.url == f"{reverse('people:log_in')}?next=%2Fmensen%2F"
        assert response.url == "/mensen/"

    def test_never_leads_to_another_site(self, client):
        made = with_password("coordinator")

        response = client.post(
            reverse("people:log_in"),
            {"username": made.email, "password": PASSWORD, "next": "https://elders.example/"},
        )

        assert response.url == "/"

    def test_says_in_one_sentence_that_it_does_not_fit(self, client):
        made = with_password("coordinator")

        response = client.post(
            reverse("people:log_in"), {"username": made.email, "password": "fout"}
        )

        assert response.status_code == 422
        assert "horen niet bij elkaar" in response.text

    def test_is_refused_to_who_left(self, client):
        made = with_password("researcher")
        services.let_go(person=made, by=made, now=NOON)

        response = client.post(
            reverse("people:log_in"), {"username": made.email, "password": PASSWORD}
        )

        assert response.status_code == 422

    def test_waits_a_quarter_of_an_hour_after_eight_wrong_passwords(self, client):
        made = with_password("researcher")
        wrong = {"username": made.email, "password": "fout"}
        answers = [client.post(reverse("people:log_in"), wrong).status_code for _ in range(9)]

        right = client.post(reverse("people:log_in"), wrong | {"password": PASSWORD})

        assert 429 in answers
        assert right.status_code == 429
        assert "kwartier" in right.text

    def test_out_ends_it(self, client):
        logged_in(client, "coordinator")

        client.post(reverse("people:log_out"))

        assert client.get(reverse("people:list")).status_code == 302


class TestAsSomebodyElse:
    def test_exists_only_in_the_example(self, client, settings):
        made = person("researcher")

        assert client.post(reverse("people:log_in_as", args=[made.pk])).status_code == 404
        settings.EXAMPLE = True
        assert client.post(reverse("people:log_in_as", args=[made.pk])).status_code == 302
        assert made.name in client.get(reverse("home")).text


class TestWhatWasTyped:
    def test_is_there_after_logging_in_again(self, client):
        made = with_password("coordinator")
        typed = {"title": "Hoofd Wonen", "holder": ""}

        expired = client.post(reverse("people:position_add"), typed)
        again = client.post(
            reverse("people:log_in"),
            {"username": made.email, "password": PASSWORD, "typed": field(expired, "typed")},
        )
        sent = client.post(
            reverse("people:position_add"), {"title": field(again, "title"), "holder": ""}
        )

        assert expired.status_code == 401
        assert "Wat u typte, is er nog" in expired.text
        assert 'action="/functies/erbij/"' in again.text
        assert sent.status_code == 302

    @pytest.mark.parametrize("is_the_same", [True, False])
    def test_is_there_only_for_who_typed_it(self, client, is_the_same):
        typing, other = with_password("coordinator"), with_password("coordinator")
        client.force_login(typing)
        number = field(client.get(reverse("people:position_add")), "once")
        client.logout()
        typed = {"title": "Hoofd Wonen", "holder": "", "once": number}

        expired = client.post(reverse("people:position_add"), typed)
        who = typing if is_the_same else other
        again = client.post(
            reverse("people:log_in"),
            {"username": who.email, "password": PASSWORD, "typed": field(expired, "typed")},
            follow=True,
        )

        assert ("Hoofd Wonen" in again.text) == is_the_same

    def test_survives_a_wrong_password(self, client):
        made = with_password("coordinator")
        expired = client.post(reverse("people:position_add"), {"title": "Hoofd Wonen"})
        wrong = {"username": made.email, "password": "x", "typed": field(expired, "typed")}

        response = client.post(reverse("people:log_in"), wrong)

        assert field(response, "typed") == field(expired, "typed")

    def test_of_others_is_not_believed(self, client):
        made = with_password("coordinator")

        response = client.post(
            reverse("people:log_in"),
            {"username": made.email, "password": PASSWORD, "typed": "verzonnen"},
        )

        assert response.status_code == 302

    def test_holds_no_password(self, client):
        begun()

        response = client.post(reverse("people:add"), {"name": "x", "password": "geheim-geheim"})

        from waterpas.web.people.typed import unpack

        kept = unpack(field(response, "typed"))
        assert ("name", "x") in kept.fields
        assert "geheim-geheim" not in str(kept.fields)

    def test_is_there_when_the_secret_changed_in_another_tab(self, settings):
        made = with_password("coordinator")
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(made, backend="django.contrib.auth.backends.ModelBackend")

        response = browser.post(
            reverse("people:position_add"),
            {"title": "Hoofd Wonen", "csrfmiddlewaretoken": "oud"},
            headers={"Origin": "http://testserver"},
        )

        assert response.status_code == 403
        assert field(response, "title") == "Hoofd Wonen"

    def test_of_another_site_is_refused(self):
        made = with_password("coordinator")
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(made, backend="django.contrib.auth.backends.ModelBackend")

        response = browser.post(
            reverse("people:position_add"),
            {"title": "Hoofd Wonen"},
            headers={"Origin": "https://elders.example"},
        )

        assert response.status_code == 403
        assert "Hoofd Wonen" not in response.text

    def test_can_be_sent_in_the_example_too(self, client, settings):
        settings.EXAMPLE = True
        made = person("coordinator")
        expired = client.post(reverse("people:position_add"), {"title": "Hoofd Wonen"})

        again = client.post(
            reverse("people:log_in_as", args=[made.pk]), {"typed": field(expired, "typed")}
        )

        assert made.name in expired.text
        assert field(again, "title") == "Hoofd Wonen"
