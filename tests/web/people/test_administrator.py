"""An administrator makes accounts, and can become nobody by that without being seen."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.people.links import link_on
from tests.web.world import NOON, logged_in, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.people import services
from waterpas.web.people.models import Invitation, Person
from waterpas.web.people.roles import ROLES, TECHNICAL

pytestmark = pytest.mark.django_db
PASSWORD = {"password": "een zin die niemand raadt"}


def newcomer(*roles: str) -> Person:
    """Somebody with roles who has not chosen a password yet."""
    made = person(*roles)
    made.set_unusable_password()
    made.save()
    return made


def page_of(client, somebody: Person) -> str:
    return client.get(reverse("people:person", args=[somebody.pk])).text


class TestAnAdministrator:
    @pytest.mark.parametrize("role", sorted(set(ROLES) - TECHNICAL))
    def test_gives_no_role_in_the_work(self, client, role):
        logged_in(client, "administrator")
        made = person()

        response = client.post(reverse("people:roles", args=[made.pk]), {"roles": [role]})

        assert response.status_code == 422
        assert "Deze rol geeft alleen de coördinator" in response.text
        assert Person.objects.get(pk=made.pk).role_codes == ()

    def test_adds_nobody_with_a_role_in_the_work(self, client):
        logged_in(client, "administrator")

        response = client.post(
            reverse("people:add"), {"name": "N", "email": "n@x.example", "roles": ["coordinator"]}
        )

        assert response.status_code == 422
        assert not Person.objects.filter(email="n@x.example").exists()

    def test_makes_another_administrator_and_leaves_the_other_roles(self, client):
        logged_in(client, "administrator")
        made = person("researcher")

        client.post(reverse("people:roles", args=[made.pk]), {"roles": ["administrator"]})

        assert set(Person.objects.get(pk=made.pk).role_codes) == {"researcher", "administrator"}

    @pytest.mark.parametrize("roles", [["manager"], []], ids=["gives", "takes away"])
    def test_is_refused_by_the_service_too(self, roles):
        made = person() if roles else person("researcher")

        with pytest.raises(services.CoordinatorGivesRoles):
            services.change_roles(person=made, roles=roles, by=person("administrator"), now=NOON)

    @pytest.mark.parametrize("roles", [["researcher"], ["coordinator"]])
    def test_makes_no_link_for_who_has_a_role_in_the_work(self, client, roles):
        logged_in(client, "administrator")
        made = newcomer(*roles)

        response = client.post(reverse("people:invite", args=[made.pk]))

        assert response.status_code == 302
        assert not Invitation.objects.exists()
        assert "Alleen de coördinator kan deze persoon uitnodigen" in page_of(client, made)

    def test_makes_no_link_for_who_has_a_password(self, client):
        logged_in(client, "administrator")
        made = person()

        client.post(reverse("people:invite", args=[made.pk]))

        assert not Invitation.objects.exists()

    def test_who_uses_a_link_for_somebody_else_is_seen_before_a_role_is_given(self, client):
        """The administrator makes an account, uses the link, and waits for a role."""
        culprit = logged_in(client, "administrator")
        made = newcomer()
        link = link_on(client.post(reverse("people:invite", args=[made.pk])))
        client.post(link, PASSWORD)
        client.logout()
        logged_in(client, "coordinator")

        roles = client.get(reverse("people:roles", args=[made.pk])).text

        seen = f"{culprit.name} maakte de link waarmee hier een wachtwoord is gekozen"
        assert seen in roles
        assert seen in page_of(client, made)
        lines = list(Event.objects.filter(subject_id=str(made.pk)).values_list("type", "actor"))
        assert ("person.invited", culprit.actor_code) in lines

    def test_loses_that_way_in_when_the_coordinator_invites_again(self, client):
        logged_in(client, "administrator")
        made = newcomer()
        link = link_on(client.post(reverse("people:invite", args=[made.pk])))
        client.post(link, PASSWORD)
        intruder, client = client, type(client)()
        logged_in(client, "coordinator")

        client.post(reverse("people:invite", args=[made.pk]))

        assert intruder.get("/").url.startswith(reverse("people:log_in"))


class TestWhoComesBack:
    """Letting somebody go and taking them back is no way to give a role."""

    def gone(self, *roles: str) -> Person:
        made = person(*roles)
        Person.objects.filter(pk=made.pk).update(is_active=False)
        return made

    def back(self, client, made: Person) -> Person:
        client.post(reverse("people:return", args=[made.pk]), follow=True)
        return Person.objects.get(pk=made.pk)

    @pytest.mark.parametrize("roles", [["coordinator"], ["researcher", "administrator"]])
    def test_by_an_administrator_holds_no_role_in_the_work(self, client, roles):
        logged_in(client, "administrator")
        made = self.gone(*roles)

        response = client.post(reverse("people:return", args=[made.pk]), follow=True)

        back = Person.objects.get(pk=made.pk)
        assert back.is_active
        assert set(back.role_codes) <= TECHNICAL
        assert "zonder rollen in de aanpak" in response.text
        assert set(Event.objects.get().fields) == {f"-{role}" for role in set(roles) - TECHNICAL}

    def test_by_a_coordinator_holds_what_was_held(self, client):
        logged_in(client, "coordinator")

        assert self.back(client, self.gone("researcher")).role_codes == ("researcher",)

    def test_waits_for_the_coordinator_to_get_roles(self, client):
        logged_in(client, "administrator")
        back = self.back(client, self.gone("researcher"))
        client.logout()
        logged_in(client, "coordinator")

        tasks = client.get(reverse("approach:tasks")).text

        assert f"{back.name}: nog geen rol" in tasks
        assert reverse("people:roles", args=[back.pk]) in tasks

    def test_with_a_role_waits_for_nobody(self, client):
        logged_in(client, "coordinator")
        back = self.back(client, self.gone("researcher"))

        assert f"{back.name}: nog geen rol" not in client.get(reverse("approach:tasks")).text


class TestOfACoordinator:
    def test_an_administrator_lets_none_go(self, client):
        logged_in(client, "administrator")
        person("coordinator")
        made = person("coordinator")

        told = client.post(reverse("people:leave", args=[made.pk]), follow=True)

        assert Person.objects.get(pk=made.pk).is_active
        assert "Een coördinator laat alleen een coördinator vertrekken" in told.text
        assert reverse("people:leave", args=[made.pk]) not in page_of(client, made)

    def test_an_administrator_changes_the_name_and_not_the_address(self, client):
        logged_in(client, "administrator")
        made = person("coordinator")
        path = reverse("people:change", args=[made.pk])
        typed = {"name": "C. Nieuw", "email": "van.mij@x.example", "version": 1}

        shown = client.get(path).text
        client.post(path, typed)

        now = Person.objects.get(pk=made.pk)
        assert (now.name, now.email) == ("C. Nieuw", made.email)
        assert "verandert alleen een coördinator" in shown

    @pytest.mark.parametrize("role", ["administrator", "coordinator"])
    def test_the_service_refuses_it_too(self, role):
        made, by = person("coordinator"), person(role)
        both = {"person": made, "by": by, "now": NOON}
        change = {"version": 1, "name": made.name, "email": "ander@x.example"}

        if role == "coordinator":
            services.change_person(**both, **change)
            services.let_go(**both)
            return
        with pytest.raises(services.OfCoordinator):
            services.change_person(**both, **change)
        with pytest.raises(services.OfCoordinator):
            services.let_go(**both)

    def test_a_coordinator_lets_another_go(self, client):
        logged_in(client, "coordinator")
        made = person("coordinator")

        client.post(reverse("people:leave", args=[made.pk]))

        assert not Person.objects.get(pk=made.pk).is_active


class TestTheLink:
    def test_stands_on_one_page_and_on_no_other(self, client):
        logged_in(client, "coordinator")
        made = newcomer("researcher")

        response = client.post(reverse("people:invite", args=[made.pk]))

        assert link_on(response)
        assert "no-store" in response["Cache-Control"]
        assert "/welkom/" not in page_of(client, made)
        assert made.invitation.digest not in response.text

    def test_is_replaced_by_the_next_one(self, client):
        logged_in(client, "coordinator")
        made = newcomer("researcher")
        first = link_on(client.post(reverse("people:invite", args=[made.pk])))
        second = link_on(client.post(reverse("people:invite", args=[made.pk])))

        assert client.get(first).status_code == 410
        assert client.get(second).status_code == 200

    def test_works_for_a_week(self, client):
        logged_in(client, "coordinator")
        made = newcomer("researcher")
        link = link_on(client.post(reverse("people:invite", args=[made.pk])))
        Invitation.objects.update(made_at=timezone.now() - timedelta(days=8))

        assert client.get(link).status_code == 410
        assert "werkt niet meer" in page_of(client, made)

    def test_serves_one_of_two_who_use_it_at_once(self):
        made = newcomer("researcher")
        services.invite(person=made, by=person("coordinator"), now=NOON)
        seen_by_both = Invitation.objects.get()
        services.accept_invitation(invitation=seen_by_both, password="een lange zin", now=NOON)

        with pytest.raises(services.InvitationOver):
            services.accept_invitation(invitation=seen_by_both, password="andere zin", now=NOON)

    def test_nobody_makes_one_for_oneself(self, client):
        somebody = logged_in(client, "coordinator")

        client.post(reverse("people:invite", args=[somebody.pk]))

        assert not Invitation.objects.exists()


def test_a_coordinator_alone_can_still_do_everything(client):
    logged_in(client, "coordinator")

    client.post(
        reverse("people:add"), {"name": "N", "email": "n@x.example", "roles": ["researcher"]}
    )
    new = Person.objects.get(email="n@x.example")
    link = link_on(client.post(reverse("people:invite", args=[new.pk])))
    client.post(link, PASSWORD)

    assert Person.objects.get(pk=new.pk).has_usable_password()
    client.force_login(person("coordinator"))
    assert "geeft zelf geen rollen" not in page_of(client, new)


def test_the_log_says_which_roles_came_and_went():
    made = person("researcher", "manager")

    services.change_roles(
        person=made, roles=["manager", "hr-adviser"], by=person("coordinator"), now=NOON
    )

    assert Event.objects.get().fields == ["+hr-adviser", "-researcher"]
