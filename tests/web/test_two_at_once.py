"""Two people change one record at once: each keeps what only that person changed."""

from datetime import date
from decimal import Decimal

import pytest
from django.forms import Form
from django.urls import reverse

from tests.web.actions.factories import action
from tests.web.findings.factories import finding, item
from tests.web.scans.factories import scan
from tests.web.scans.map_factories import combination, point
from tests.web.studies.factories import designed
from tests.web.world import NOON, logged_in, position
from waterpas.web.actions import services as actions
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Person
from waterpas.web.references.versions import (
    ChangedMeanwhile,
    mark_of,
    packed,
    together,
    unpacked,
)

pytestmark = pytest.mark.django_db

# Of each record that two people can change: its page, how to make it, two fields with new values.
RECORDS = {
    "register:change": (lambda by: item(), ("title", "carried_out_by")),
    "findings:change": (lambda by: finding(), ("title", "for_whom")),
    "actions:change": (lambda by: action(finding()), ("title", "change")),
    "scans:change": (lambda by: scan(), ("about", "aim")),
    "scans:point_change": (lambda by: point(), ("moment", "who")),
    "scans:combination_change": (lambda by: combination(), ("happens", "changes")),
    "studies:change": (lambda by: designed(by), ("question", "unit")),
}
records = pytest.mark.parametrize("route", RECORDS)


def opened(client, path: str) -> dict[str, object]:
    """What a browser sends back of a form that nobody touched."""
    form: Form = client.get(path).context["form"]
    values = {field.html_name: field.value() for field in form}
    return {name: "" if value is None else value for name, value in values.items()}


@pytest.fixture
def by(client) -> Person:
    return logged_in(client, "coordinator")


@records
def test_both_changes_survive_and_nobody_is_asked(client, by, route):
    make, (one, other) = RECORDS[route]
    made = make(by)
    path = reverse(route, args=[made.pk])
    first, second = opened(client, path), opened(client, path)

    client.post(path, first | {one: "Van de eerste"})
    response = client.post(path, second | {other: "Van de tweede"}, follow=True)

    made.refresh_from_db()
    assert (getattr(made, one), getattr(made, other)) == ("Van de eerste", "Van de tweede")
    assert response.redirect_chain
    assert "Iemand anders veranderde intussen andere velden" in response.text


@records
def test_a_field_that_both_changed_is_asked_and_no_other(client, by, route):
    make, (one, other) = RECORDS[route]
    made = make(by)
    path = reverse(route, args=[made.pk])
    first, second = opened(client, path), opened(client, path)
    client.post(path, first | {one: "Van de eerste", other: "Ook van de eerste"})

    asked = client.post(path, second | {one: "Van de tweede"})

    assert asked.status_code in (409, 422)
    assert "Van de eerste" in asked.text
    shown = opened_again(asked)
    assert (shown[one], shown[other]) == ("Van de tweede", "Ook van de eerste")
    assert client.post(path, shown).status_code == 302
    made.refresh_from_db()
    assert (getattr(made, one), getattr(made, other)) == ("Van de tweede", "Ook van de eerste")


def opened_again(response) -> dict[str, object]:
    """The form that came back, as it is sent again."""
    values = {field.html_name: field.value() for field in response.context["form"]}
    return {name: "" if value is None else value for name, value in values.items()}


@records
def test_the_log_names_only_what_the_second_changed(client, by, route):
    make, (one, other) = RECORDS[route]
    path = reverse(route, args=[make(by).pk])
    first, second = opened(client, path), opened(client, path)

    client.post(path, first | {one: "Van de eerste"})
    client.post(path, second | {other: "Van de tweede"})

    assert Event.objects.order_by("pk").last().fields == [other]


@records
def test_without_a_mark_every_difference_is_asked(client, by, route):
    make, (one, other) = RECORDS[route]
    path = reverse(route, args=[make(by).pk])
    first, second = opened(client, path), opened(client, path)
    client.post(path, first | {one: "Van de eerste"})

    asked = client.post(path, second | {other: "Van de tweede", "started": "onzin"})

    assert asked.status_code in (409, 422)


@records
def test_the_form_carries_marks_and_not_the_texts(client, by, route):
    make, (one, _other) = RECORDS[route]
    made = make(by)

    carried = str(opened(client, reverse(route, args=[made.pk]))["started"])

    assert carried
    assert getattr(made, one) not in carried


def test_what_is_right_apart_and_wrong_together_is_asked():
    """The first makes somebody owner whom the second makes reviewer."""
    somebody, made = position(), action(finding(), owner=None, reviewer=None)
    started = unpacked(packed({"owner": None, "reviewer": None}))
    stamp = {"by": Person(pk=1), "now": NOON}
    actions.change_action(action=made, version=1, owner=somebody, reviewer=None, **stamp)

    with pytest.raises(ChangedMeanwhile) as meanwhile:
        actions.change_action(
            action=made, version=1, started=started, owner=None, reviewer=somebody, **stamp
        )

    assert meanwhile.value.theirs == {"owner": somebody, "reviewer": None}


class TestAMark:
    @pytest.mark.parametrize(
        ("one", "same"),
        [
            ("a\nb", "a\r\nb "),
            (Decimal("0.50"), Decimal("0.5")),
            (["P07", "W01"], ["W01", "P07"]),
        ],
    )
    def test_is_equal_where_nobody_sees_a_difference(self, one, same):
        assert mark_of(one) == mark_of(same)

    @pytest.mark.parametrize(
        ("one", "other"), [("", None), ("1", "2"), (date(2027, 1, 1), date(2027, 1, 2)), (0, None)]
    )
    def test_differs_where_something_differs(self, one, other):
        assert mark_of(one) != mark_of(other)


def test_the_same_change_by_both_is_no_conflict():
    started = unpacked(packed({"title": "Oud"}))

    assert together({"title": "Nieuw"}, now={"title": "Nieuw"}, started=started) == {
        "title": "Nieuw"
    }
