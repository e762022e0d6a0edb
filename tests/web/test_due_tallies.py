"""A tally whose day has come is destroyed when the server starts, and every hour after that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web.world import NOON
from waterpas.web.config import caretaker
from waterpas.web.studies.models import StudyTally

pytestmark = pytest.mark.django_db(transaction=True)


def test_destroys_what_is_due_and_leaves_the_rest(duo, monkeypatch):
    first, *others = StudyTally.objects.order_by("pk")
    StudyTally.objects.filter(pk=first.pk).update(destroy_on=NOON.date() - timedelta(days=1))
    StudyTally.objects.exclude(pk=first.pk).update(destroy_on=NOON.date() + timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: NOON)

    caretaker.destroy_due()

    assert StudyTally.objects.get(pk=first.pk).destroyed_at == NOON
    assert not StudyTally.objects.exclude(pk=first.pk).exclude(destroyed_at=None).exists()
    assert others
