"""What the handbook offers beside a finding becomes an action with one click."""

import pytest
from django.urls import reverse

from tests.web.actions.factories import decided, finding
from tests.web.actions.pages import words
from tests.web.world import NOON, logged_in, person
from waterpas.web.actions import services
from waterpas.web.actions.errors import ActionStarted, FindingDecided, UnknownChange
from waterpas.web.actions.models import Action
from waterpas.web.audit_trail.models import Event
from waterpas.web.findings.suggestions import suggestions

pytestmark = pytest.mark.django_db
OFFERED = suggestions(["P07"])[0]


def click(client, found, change=OFFERED.id, headers=None, **more):
    typed = {"finding": found.pk, "change": change, **more}
    return client.post(reverse("actions:take_over"), typed, headers=headers)


def test_one_click_makes_the_action_with_the_text_of_the_handbook(client):
    logged_in(client, "policy-adviser")
    found = finding()

    response = click(client, found)

    made = Action.objects.get()
    assert response.url == reverse("actions:detail", args=[made.pk])
    assert made.title == OFFERED.title.text("nl")
    assert made.change.endswith(OFFERED.text("nl"))
    assert (list(made.findings.all()), made.points, made.status) == ([found], ["P07"], "planned")
    assert Event.objects.get().type == "action.added"


def test_in_english_with_the_english_text(client):
    logged_in(client, "policy-adviser")

    click(client, finding(), headers={"Accept-Language": "en"})

    assert Action.objects.get().title == OFFERED.title.text("en")


@pytest.mark.parametrize("once", [{}, {"once": "a1"}], ids=["another form", "the same form"])
def test_a_second_click_makes_no_second_action(client, once):
    logged_in(client, "policy-adviser")
    found = finding()

    first, second = click(client, found, **once), click(client, found, **once)

    assert first.url == second.url
    assert Action.objects.count() == Event.objects.count() == 1


def test_what_came_to_nothing_can_be_taken_over_again(client):
    logged_in(client, "policy-adviser")
    found = finding()
    click(client, found)
    Action.objects.update(
        status="diluted", introduced_on=NOON.date(), effect="x", concluded_by="t", concluded_at=NOON
    )

    click(client, found)

    assert Action.objects.count() == 2


def test_the_page_of_the_finding_says_what_was_taken_over(client):
    logged_in(client, "policy-adviser")
    found = finding()
    click(client, found)

    page = client.get(reverse("findings:detail", args=[found.pk]))

    assert f"Is overgenomen : {OFFERED.title.text('nl')}" in words(page)
    assert f"Neem over : {OFFERED.title.text('nl')}" not in words(page)


def test_a_change_that_the_handbook_does_not_offer_here_is_refused(client):
    logged_in(client, "policy-adviser")
    found = finding()

    response = click(client, found, change="P07")

    assert response.url == reverse("findings:detail", args=[found.pk])
    assert not Action.objects.exists()
    with pytest.raises(UnknownChange):
        services.take_over_change(finding=found, change="x", lang="nl", by=person(), now=NOON)


def test_nothing_is_taken_over_where_was_decided_to_do_nothing():
    with pytest.raises(FindingDecided):
        services.take_over_change(
            finding=decided(), change=OFFERED.id, lang="nl", by=person(), now=NOON
        )

    assert not Event.objects.exists()


class TestOnSecondThoughts:
    def test_it_goes_away_again_and_the_log_keeps_that_it_was(self, client):
        logged_in(client, "policy-adviser")
        found = finding()
        made = click(client, found).url
        assert "Toch niet" in client.get(made).text

        response = client.post(f"{made}toch-niet/")

        assert response.url == reverse("findings:detail", args=[found.pk])
        assert not Action.objects.exists()
        assert [event.type for event in Event.objects.all()] == ["action.added", "action.undone"]

    def test_what_somebody_worked_on_stays(self, client):
        by = logged_in(client, "policy-adviser")
        made = services.take_over_change(
            finding=finding(), change=OFFERED.id, lang="nl", by=by, now=NOON
        )
        services.change_action(action=made, version=1, title="Anders", by=by, now=NOON)

        with pytest.raises(ActionStarted):
            services.undo_take_over(action=made, by=by, now=NOON)

        assert "Toch niet" not in client.get(reverse("actions:detail", args=[made.pk])).text
        assert Action.objects.exists()

    def test_what_was_made_by_hand_stays(self):
        by = person("policy-adviser")
        made = services.add_action(title="Eigen", points=["P07"], by=by, now=NOON)

        with pytest.raises(ActionStarted):
            services.undo_take_over(action=made, by=by, now=NOON)


@pytest.mark.parametrize(
    ("lang", "asked", "named"),
    [
        ("nl", "Schrijf hier wat er bij u verandert", "Voorbeeld uit de handreiking"),
        ("en", "Write here what changes for you", "Example of the handbook"),
    ],
)
def test_an_example_about_something_else_is_taken_over_as_an_example(lang, asked, named):
    """The handbook answers 'a professional decides alone' with police officers in Finland."""
    found = finding(points=["P09"])
    example = next(one for one in suggestions(["P09"]) if one.kind == "example")
    stamp = {"by": person("policy-adviser"), "now": NOON}

    made = services.take_over_change(finding=found, change=example.id, lang=lang, **stamp)

    assert made.title == example.title.text(lang)
    assert made.change.startswith(asked)
    assert named in made.change
    assert made.change.endswith(example.text(lang))


def test_the_page_of_the_finding_says_which_change_is_an_example(client):
    logged_in(client, "policy-adviser")
    found = finding(points=["P09"])

    page = words(client.get(reverse("findings:detail", args=[found.pk])))

    assert page.count("Voorbeeld, dat over iets anders kan gaan:") == 1
