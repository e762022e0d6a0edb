"""Counts that are typed anew after going back are measured, and not dropped."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db


def opened(client, path: str) -> dict[str, object]:
    form = client.get(path).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def test_other_counts_give_another_result_and_say_so(client):
    study = designed(logged_in(client, "researcher"))
    path = reverse("studies:typed", args=[study.pk])
    groups = {"group-1": "NL", "n-1": "1000", "cases-1": "400"}
    groups |= {"group-2": "TR", "n-2": "300", "cases-2": "60"}
    typed = opened(client, path) | groups | {"column": "herkomst", "once": "a1"}
    typed["because"] = "de grootste"
    client.post(path, typed)
    client.post(path, typed)

    shown = client.post(path, typed | {"cases-2": "160"}, follow=True)

    assert shown.redirect_chain
    assert study.runs.count() == 2
    assert "U verstuurde dit formulier al eerder, met iets anders erin" in shown.text
    assert "533" in shown.text
