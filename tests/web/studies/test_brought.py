"""From a result to a finding: what it says comes along, and no figure stands in an address."""

import re

import pytest
from django.urls import reverse

from tests.web.world import logged_in
from waterpas.web.findings.models import Finding
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db


def link_of(page: str) -> str:
    return re.search(r'href="(/bevindingen/nieuw/[^"]*)"', page)[1]


def test_the_link_names_the_result_and_nothing_else(client, duo):
    logged_in(client, "researcher")
    run = Run.objects.filter(study=duo).get()

    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    assert link == f"/bevindingen/nieuw/?study=urn%3Awaterpas%3Arun%3A{run.pk}"


def test_the_form_begins_with_the_answer_in_words(client, duo):
    logged_in(client, "researcher")
    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    page = client.get(link).text

    assert "niet alles uit de link" not in page.lower()
    assert "DUO koos 36,7 van elke 1.000 studenten" in page
    assert "6,2 keer zo vaak" in page


def test_the_title_names_both_sides_of_the_comparison(client, duo):
    """A rate of one group alone says nothing: it stands above the finding in every list."""
    logged_in(client, "researcher")
    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    title = client.get(link).context["form"].initial["title"]

    assert title == (
        "DUO koos studenten met herkomst buiten Europa 6,2 keer zo vaak uit voor controle als "
        "studenten met herkomst Nederland"
    )


def test_the_finding_rests_on_that_result(client, duo):
    logged_in(client, "researcher")
    run = Run.objects.filter(study=duo).get()
    name = f"urn:waterpas:run:{run.pk}"
    typed = {"title": "x", "for_whom": "studenten", "points": ["P08"], "kind": "figure"}

    client.post(reverse("findings:add"), typed | {"text": "6,2 keer", "urn": name, "source": "DUO"})

    assert Finding.objects.get().evidence.get().urn == name


def test_a_result_that_is_not_there_brings_nothing(client, duo):
    logged_in(client, "researcher")

    page = client.get("/bevindingen/nieuw/?study=urn:waterpas:run:999").text

    assert "DUO koos" not in page
