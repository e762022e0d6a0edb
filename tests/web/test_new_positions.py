"""A function that is not in the list is typed in the form itself; nothing typed is lost."""

import pytest
from django.urls import reverse

from tests.web.actions.pages import FILLED
from tests.web.findings.factories import item
from tests.web.world import logged_in, position
from waterpas.web.actions import services as actions
from waterpas.web.actions.models import Action
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Position
from waterpas.web.register.forms import initial_of
from waterpas.web.register.models import Item

pytestmark = pytest.mark.django_db
ITEM = {"title": "Bijstand", "role": "service-provider", "kind": "process"}


def add_action(client, **more):
    return client.post(reverse("actions:add"), FILLED | more)


class TestAnAction:
    def test_is_made_together_with_the_functions_that_it_needs(self, client):
        logged_in(client, "coordinator")

        add_action(client, owner_new="Hoofd Wonen", reviewer_new="Hoofd Zorg")

        made = Action.objects.get()
        assert (made.owner.title, made.reviewer.title) == ("Hoofd Wonen", "Hoofd Zorg")
        types = sorted(Event.objects.values_list("type", flat=True))
        assert types == ["action.added", "position.added", "position.added"]

    def test_takes_a_function_of_that_name_that_is_there(self, client):
        logged_in(client, "coordinator")
        there = position("Hoofd Wonen")

        add_action(client, owner_new="hoofd  wonen")

        assert Action.objects.get().owner == there
        assert Position.objects.count() == 1

    def test_makes_one_function_of_one_name_typed_twice(self, client):
        logged_in(client, "coordinator")

        add_action(client, owner_new="Hoofd Wonen", accountable_new="Hoofd wonen")

        made = Action.objects.get()
        assert made.owner == made.accountable == Position.objects.get()

    def test_refuses_one_new_function_as_owner_and_reviewer_and_makes_neither(self, client):
        logged_in(client, "coordinator")

        response = add_action(client, owner_new="Hoofd Wonen", reviewer_new="Hoofd Wonen")

        assert response.status_code == 422
        assert response.text.count('value="Hoofd Wonen"') == 2
        assert not Position.objects.exists()

    def test_with_another_mistake_keeps_what_was_typed(self, client):
        logged_in(client, "coordinator")

        response = add_action(client, title="", owner_new="Hoofd Wonen")

        assert response.status_code == 422
        assert 'value="Hoofd Wonen"' in response.text
        assert not Position.objects.exists()

    def test_that_cannot_be_written_leaves_no_function_behind(self, client, monkeypatch):
        logged_in(client, "coordinator")

        def refuse(**_):
            raise ConnectionError

        monkeypatch.setattr(actions, "add_action", refuse)
        with pytest.raises(ConnectionError):
            add_action(client, owner_new="Hoofd Wonen")

        assert not Position.objects.exists()

    def test_has_no_field_for_it_for_who_may_not_add_functions(self, client):
        logged_in(client, "policy-adviser")

        add_action(client, owner_new="Hoofd Wonen")

        assert Action.objects.get().owner is None
        assert "owner_new" not in client.get(reverse("actions:add")).text

    def test_opens_the_fields_while_there_is_no_function_at_all(self, client):
        logged_in(client, "coordinator")
        wanted = '<details class="wp-details" open><summary>Staat een functie er niet bij?'

        assert wanted in client.get(reverse("actions:add")).text
        position()
        assert wanted not in client.get(reverse("actions:add")).text


class TestAnItemOfTheRegister:
    def test_is_made_together_with_its_owner(self, client):
        logged_in(client, "coordinator")

        client.post(reverse("register:add"), ITEM | {"owner_new": "Hoofd Wonen"})

        assert Item.objects.get().owner.title == "Hoofd Wonen"

    def test_gets_a_new_owner_instead_of_the_one_it_had(self, client):
        logged_in(client, "coordinator")
        found = item(owner=position("Hoofd Zorg"))
        typed = {name: value or "" for name, value in initial_of(found).items()}

        path = reverse("register:change", args=[found.pk])
        client.post(path, typed | {"owner_new": "Hoofd Wonen"})

        found.refresh_from_db()
        assert found.owner.title == "Hoofd Wonen"
