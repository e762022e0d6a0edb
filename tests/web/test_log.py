"""The log says in words what happened to what, and names a title only to who may open it."""

import re

import pytest
from django.urls import reverse

from tests.web.actions.pages import words
from tests.web.findings.factories import finding, item
from tests.web.world import NOON, logged_in, person
from tests.web.writing import World
from tests.web.writing_studies import CALLS
from waterpas.web.actions import services as actions
from waterpas.web.actions.models import Action
from waterpas.web.audit_trail.models import Event
from waterpas.web.people import services as people
from waterpas.web.register import services as register

pytestmark = pytest.mark.django_db
TECHNICAL = re.compile(r"\b[a-z]+\.[A-Z]\w+|\b[a-z]+_[a-z_]+\b|urn:|position:\d|person:\d")


def log(client, lang="nl"):
    return client.get(reverse("people:log"), headers={"Accept-Language": lang})


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", CALLS)
def test_nothing_that_is_written_shows_a_technical_name(client, name, lang):
    world = World()
    call = CALLS[name](world)
    Event.objects.all().delete()
    call()
    client.force_login(person("coordinator"), backend="django.contrib.auth.backends.ModelBackend")

    listed = log(client, lang).context["lines"]

    assert len(listed) == 1
    shown = [listed[0].words, listed[0].subject, *listed[0].fields]
    assert [text for text in shown if TECHNICAL.search(text)] == []


def test_a_technical_name_would_be_found(client):
    """Positive control: a field that no model has is shown as it is, and is seen."""
    logged_in(client, "coordinator")
    Event.objects.create(
        type="item.changed", subject="x.Gone", subject_id="1", fields=["a_b"], actor="x", at=NOON
    )

    line = log(client).context["lines"][0]

    assert TECHNICAL.search(line.subject)
    assert TECHNICAL.search(line.fields[0])


def test_who_may_open_it_gets_the_title_with_a_link(client):
    by = logged_in(client, "coordinator")
    made = actions.add_action(title="Vier ogen", findings=[finding()], by=by, now=NOON)

    page = log(client)

    assert f'href="{reverse("actions:detail", args=[made.pk])}">Vier ogen</a>' in page.text


def test_who_may_not_open_it_gets_a_number(client):
    by = logged_in(client, "administrator")
    made = actions.add_action(title="Vier ogen", findings=[finding()], by=by, now=NOON)

    page = log(client)

    assert "Vier ogen" not in page.text
    assert f"Maatregel nummer {made.pk}" in words(page)


def test_what_is_gone_is_said_to_be_gone(client):
    by = logged_in(client, "coordinator")
    made = actions.add_action(title="Vier ogen", findings=[finding()], by=by, now=NOON)
    Action.objects.all().delete()

    assert f"Maatregel nummer {made.pk}, is er niet meer" in words(log(client))


def test_the_roles_that_came_and_went_are_named(client):
    by = logged_in(client, "coordinator")
    people.change_roles(person=person("manager"), roles=["researcher"], by=by, now=NOON)

    shown = words(log(client))

    assert "onderzoeker erbij; leidinggevende eraf" in shown
    assert "researcher added; manager taken away" in words(log(client, "en"))


def test_changed_fields_are_named_in_the_language_of_the_reader(client):
    by = logged_in(client, "coordinator")
    made = item()
    values = {name: getattr(made, name) for name in register.FIELDS} | {"title": "Nieuw"}
    register.change_item(item=made, version=1, **values, by=by, now=NOON)

    assert log(client).context["lines"][0].fields == ("naam",)
    assert log(client, "en").context["lines"][0].fields == ("name",)
