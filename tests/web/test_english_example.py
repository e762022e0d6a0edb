"""Voorbeeldstad speaks English to an English reader where its studies have English words."""

import pytest
from django.urls import reverse

from tests.web.town import filled
from tests.web.world import NOON
from waterpas.web.people.models import Person
from waterpas.web.studies.models import Study

pytestmark = pytest.mark.django_db
DUTCH = ("aanvragers", "een vergunning", "het is de grootste groep", "Vergunningen voor")


def test_a_study_is_read_in_english(client):
    filled(NOON)
    by = Person.objects.filter(roles_held__role="researcher").first()
    client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")
    study = Study.objects.get(title__startswith="Vergunningen")
    english = {"headers": {"Accept-Language": "en"}}

    result = client.get(reverse("studies:result", args=[study.pk]), **english).text
    shown = client.get(reverse("studies:list"), **english).text
    in_dutch = client.get(reverse("studies:result", args=[study.pk])).text

    assert [each for each in DUTCH if each in result] == []
    assert "the municipality gave" in result.lower()
    assert "it is the largest group among the applicants" in result
    assert "Permits for a small alteration of a house" in shown
    assert [each for each in DUTCH if each not in in_dutch] == []
