"""Two people change who is there at once: each keeps what only that person changed."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db.models import Model
from django.urls import reverse

from tests.web.world import begun, logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Person

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Record:
    """A record that two people change: how to make it, and a change of each in another field."""

    make: Callable[[], Model]
    one: tuple[str, str]
    other: tuple[str, str]
    clash: str


RECORDS = {
    "people:position": Record(
        position, ("title", "Hoofd Wonen"), ("holder", ""), clash="Hoofd Zorg"
    ),
    "people:change": Record(
        person, ("name", "P. Eerste"), ("email", "tweede@x.example"), clash="P. Tweede"
    ),
    "people:municipality": Record(
        begun, ("name", "Waterstad"), ("size", "over-250000"), clash="Bergstad"
    ),
}
records = pytest.mark.parametrize("route", RECORDS)


def opened(client, path: str) -> dict[str, object]:
    """What a browser sends back of a form that nobody touched."""
    return shown_in(client.get(path))


def shown_in(response) -> dict[str, object]:
    values = {field.html_name: field.value() for field in response.context["form"]}
    return {name: "" if value is None else value for name, value in values.items()}


@pytest.fixture
def by(client) -> Person:
    return logged_in(client, "coordinator")


def path_of(route: str, made: Model) -> str:
    return reverse(route, args=[] if route == "people:municipality" else [made.pk])


def told(made: Model, name: str) -> str:
    made.refresh_from_db()
    return str(getattr(made, f"{name}_id" if name == "holder" else name))


@records
def test_both_changes_survive_and_the_log_names_what_each_changed(client, by, route):
    record = RECORDS[route]
    made = record.make()
    path = path_of(route, made)
    one, other = record.one, record.other
    if other[0] == "holder":
        other = ("holder", str(by.pk))
    first, second = opened(client, path), opened(client, path)

    client.post(path, first | dict([one]))
    response = client.post(path, second | dict([other]), follow=True)

    assert (told(made, one[0]), told(made, other[0])) == (one[1], other[1])
    assert "Iemand anders veranderde intussen andere velden" in response.text
    assert [event.fields for event in Event.objects.all().order_by("pk")] == [[one[0]], [other[0]]]


@records
def test_a_field_that_both_changed_is_asked(client, by, route):
    record = RECORDS[route]
    made = record.make()
    path, (name, value) = path_of(route, made), record.one
    first, second = opened(client, path), opened(client, path)
    client.post(path, first | {name: value})

    asked = client.post(path, second | {name: record.clash})

    assert asked.status_code == 409
    assert "Nu staat er:" in asked.text
    assert f"</strong> {value}</p>" in asked.text
    assert shown_in(asked)[name] == record.clash
    assert client.post(path, shown_in(asked)).status_code == 302
    assert told(made, name) == record.clash


@records
def test_nothing_changed_is_no_line_in_the_log(client, by, route):
    made = RECORDS[route].make()
    path = path_of(route, made)

    assert client.post(path, opened(client, path)).status_code == 302

    assert not Event.objects.exists()


def test_a_choice_of_the_other_is_shown_in_words(client, by):
    path = reverse("people:municipality")
    begun()
    first, second = opened(client, path), opened(client, path)
    client.post(path, first | {"size": "over-250000", "example_beside": "ja"})

    asked = client.post(path, second | {"size": "under-20000", "example_beside": "nee"})

    assert "meer dan 250.000 inwoners</p>" in asked.text


class TestRoles:
    def test_that_two_coordinators_add_are_both_kept(self, client, by):
        made = person("manager")
        path = reverse("people:roles", args=[made.pk])
        first, second = opened(client, path), opened(client, path)

        client.post(path, first | {"roles": ["manager", "hr-adviser"]})
        told = client.post(path, second | {"roles": ["manager", "taskforce-member"]}, follow=True)

        held = Person.objects.get(pk=made.pk).role_codes
        assert set(held) == {"manager", "hr-adviser", "taskforce-member"}
        assert "Iemand anders veranderde intussen andere rollen" in told.text

    def test_that_one_takes_and_another_adds_are_both_done(self, client, by):
        made = person("manager")
        path = reverse("people:roles", args=[made.pk])
        first, second = opened(client, path), opened(client, path)

        client.post(path, first | {"roles": []})
        client.post(path, second | {"roles": ["manager", "hr-adviser"]})

        assert Person.objects.get(pk=made.pk).role_codes == ("hr-adviser",)

    def test_that_do_not_go_together_are_asked_with_both_in_sight(self, client, by):
        made = person()
        path = reverse("people:roles", args=[made.pk])
        first, second = opened(client, path), opened(client, path)
        client.post(path, first | {"roles": ["manager"]})

        asked = client.post(path, second | {"roles": ["confidential-adviser"]})

        assert asked.status_code == 422
        assert "Iemand anders veranderde intussen ook rollen" in asked.text
        assert set(shown_in(asked)["roles"]) == {"manager", "confidential-adviser"}
        assert Person.objects.get(pk=made.pk).role_codes == ("manager",)
        again = client.post(path, shown_in(asked) | {"roles": ["confidential-adviser"]})
        assert again.status_code == 302
        assert Person.objects.get(pk=made.pk).role_codes == ("confidential-adviser",)

    @pytest.mark.parametrize("role", ["coordinator", "administrator"])
    def test_that_stay_as_they_are_write_no_line(self, client, role):
        logged_in(client, role)
        made = person("manager")
        path = reverse("people:roles", args=[made.pk])

        assert client.post(path, opened(client, path)).status_code == 302

        assert not Event.objects.exists()
