import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.world import logged_in
from waterpas.web.studies.models import Study


@pytest.fixture
def client(client, db):
    logged_in(client, "researcher")
    return client


def page(client, name="studies:result", slug="duo-2014", lang="nl", **extra):
    args = [Study.objects.get(slug=slug).pk] if slug else []
    return client.get(reverse(name, args=args), headers={"Accept-Language": lang}, **extra)


class TestResultPage:
    def test_asks_the_question_and_answers_in_words(self, client, duo):
        text = page(client).text

        assert "<h1" in text
        assert "Wie wordt gekozen voor controle?" in text
        words = re.sub(r"<[^>]+>", "", text)
        assert (
            "DUO koos 36,7 van elke 1.000 studenten met herkomst buiten Europa uit voor controle. "
            "Van elke 1.000 studenten met herkomst Nederland koos DUO er 5,9 uit voor controle. "
            "DUO koos studenten met herkomst buiten Europa 6,2 keer zo vaak uit voor controle als "
            "studenten met herkomst Nederland."
        ) in words

    def test_shows_levels_but_none_for_the_hit_rate(self, client, duo):
        text = page(client).text

        assert text.count('class="wp-level"') == 4
        assert "onterecht" not in re.search(r'<figure class="wp-levels">.*</figure>', text, re.S)[0]

    def test_holds_every_part_in_order(self, client, duo):
        text = page(client).text
        parts = [
            "Kruimelpad",
            "<h1",
            "wp-answer",
            "wp-levels",
            "wp-cautions",
            "Alle cijfers",
            "Wat dit niet zegt",
            "Wat u nu kunt doen",
            "Woorden op deze pagina",
            "wp-provenance",
        ]
        places = [text.index(part) for part in parts]

        assert places == sorted(places)

    def test_of_2019_has_its_own_figures(self, client, duo):
        words = re.sub(r"<[^>]+>", "", page(client, slug="duo-2019").text)

        assert "3,5 keer zo vaak" in words

    def test_every_link_and_form_leads_somewhere(self, client, duo):
        text = page(client).text
        main = text.split("<main")[1]
        links = set(re.findall(r'href="(/[^"]*)"', main))

        assert len(links) >= 7
        assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(
            links, 200
        )
        assert '="#"' not in text

    def test_gives_the_command_that_makes_the_same_figures(self, client, duo):
        assert "--layout cbs-duo-2014 --across herkomst --reference NL" in page(client).text


class TestLanguage:
    def test_english_is_complete_in_the_words_of_the_platform(self, client, duo):
        text = page(client, lang="en").text

        assert '<html lang="en">' in text
        assert "Who is selected for a check?" in text
        assert "Words on this page" in text
        assert "What you can do now" in text
        assert "Wat u nu" not in text

    def test_the_switch_works_without_javascript_and_is_kept(self, client, duo):
        address = reverse("studies:result", args=[duo.pk])
        response = client.post(reverse("language"), {"language": "en", "next": address})

        assert response.status_code == 302
        assert response.url == address
        assert "Who is selected" in client.get(response.url).text

    def test_the_switch_leads_nowhere_else(self, client, duo):
        response = client.post(
            reverse("language"), {"language": "en", "next": "https://elsewhere.example/"}
        )

        assert "elsewhere" not in response.url


class TestList:
    def test_names_both_studies(self, client, duo):
        text = page(client, "studies:list", slug=None).text

        assert "Controle uitwonendenbeurs 2014" in text
        assert "Controle uitwonendenbeurs 2019" in text

    def test_an_empty_platform_says_what_to_do(self, client, db):
        text = page(client, slug=None, name="studies:list").text

        assert "U hebt alleen een vraag nodig" in text
        assert reverse("studies:add") in text


class TestHeaders:
    @pytest.fixture
    def response(self, client, duo):
        return page(client)

    def test_policy_lets_nothing_in_from_elsewhere_and_nothing_inline(self, response):
        policy = response.headers["Content-Security-Policy"]

        assert "default-src 'none'" in policy
        assert "style-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy

    def test_the_page_needs_nothing_the_policy_refuses(self, response):
        assert not re.search(r'<script|<style|\sstyle="|\son\w+="|src="http', response.text)

    def test_other_doors_are_shut(self, response):
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["X-Frame-Options"] == "DENY"
        assert response.headers["Referrer-Policy"] == "same-origin"

    def test_a_page_is_read_not_written(self, client, duo):
        assert client.post(reverse("studies:result", args=[duo.pk])).status_code == 405


class TestErrors:
    @pytest.mark.parametrize("address", ["/is-er-niet/", "/onderzoek/bestaat-niet/"])
    def test_what_is_not_there_says_so_in_our_own_page(self, client, duo, address):
        response = client.get(address)

        assert response.status_code == 404
        assert "Deze pagina bestaat niet" in response.text

    def test_a_fault_of_ours_gets_our_own_page_without_details(self, client, duo, monkeypatch):
        def fail(*_):
            raise RuntimeError("geheim")

        monkeypatch.setattr("waterpas.web.studies.selectors.released_result", fail)
        client.raise_request_exception = False
        response = page(client)

        assert response.status_code == 500
        assert "Er ging iets mis bij ons" in response.text
        assert "geheim" not in response.text


def test_a_page_writes_nothing(client, duo):
    with CaptureQueriesContext(connection) as queries:
        page(client)

    written = [
        query["sql"]
        for query in queries
        if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
        and "django_session" not in query["sql"]
    ]
    assert written == []
    assert len(queries) < 20


class TestRefusals:
    def test_a_form_without_its_token_gets_a_page_that_says_what_to_do(self, db):
        client = Client(enforce_csrf_checks=True)
        response = client.post(reverse("language"), {"language": "en"})

        assert response.status_code == 403
        assert "Deze pagina stond te lang open" in response.text

    def test_a_request_that_is_too_large_gets_our_own_page(self, client, db, settings):
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
        response = client.post(reverse("language"), {"next": "x" * 99})

        assert response.status_code == 400
        assert "Dit kunnen wij niet lezen" in response.text
