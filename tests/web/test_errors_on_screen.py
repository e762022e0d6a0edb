"""After an error the title begins with it, and the summary can have the focus."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db


def test_a_page_without_an_error_says_none(client):
    logged_in(client, "coordinator")

    shown = client.get(reverse("people:add")).text

    assert "<title>Iemand toevoegen" in shown
    assert "autofocus" not in shown


@pytest.mark.parametrize(("language", "word"), [("nl", "Fout:"), ("en", "Error:")])
def test_a_page_with_an_error_says_so_first(client, language, word):
    logged_in(client, "coordinator")

    shown = client.post(reverse("people:add"), {"name": ""}, HTTP_ACCEPT_LANGUAGE=language).text

    assert f"<title>{word} " in shown
    assert shown.count("autofocus") == 1


def test_no_file_is_asked_for_in_words(client):
    study = designed(logged_in(client, "researcher"))
    sent = {"holds": "rijen"}

    shown = client.post(reverse("studies:read", args=[study.pk]), sent)

    assert "Kies een bestand." in shown.text
    assert "Dit veld is verplicht" not in shown.text
