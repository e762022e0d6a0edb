"""People, their roles, their functions, and what happens when they leave."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.web.people.links import link_on
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.people import services
from waterpas.web.people.models import (
    Invitation,
    Organisation,
    Person,
    Position,
    RoleHeld,
    SentForm,
)
from waterpas.web.people.once import content_of
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import EXCLUSIONS, ROLES

pytestmark = pytest.mark.django_db


class TestRoles:
    def test_one_person_may_hold_several(self, client):
        logged_in(client, "coordinator")
        made = person()

        client.post(
            reverse("people:roles", args=[made.pk]), {"roles": ["researcher", "hr-adviser"]}
        )

        assert Person.objects.get(pk=made.pk).role_codes == ("researcher", "hr-adviser")

    @pytest.mark.parametrize("pair", EXCLUSIONS, ids=lambda pair: "+".join(sorted(pair)))
    def test_that_exclude_each_other_are_refused_with_the_reason(self, client, pair):
        logged_in(client, "coordinator")
        made = person("policy-adviser")

        response = client.post(reverse("people:roles", args=[made.pk]), {"roles": list(pair)})

        assert response.status_code == 422
        assert str(EXCLUSIONS[pair])[:40] in response.text.replace("&#x27;", "'")
        assert Person.objects.get(pk=made.pk).role_codes == ("policy-adviser",)

    def test_the_service_refuses_them_too(self):
        made = person("manager")

        with pytest.raises(services.RolesExclude):
            services.change_roles(
                person=made, roles=["confidential-adviser", "manager"], by=made, now=NOON
            )

    def test_nobody_without_a_role_may_do_anything(self):
        assert not any(person().may(permission) for permission in Permission)

    def test_who_left_may_do_nothing(self):
        made = person("researcher")
        services.let_go(person=made, by=made, now=NOON)

        assert not made.may(Permission.STEPS_VIEW)

    def test_every_permission_is_held_by_some_role(self):
        held = set().union(*(role.may for role in ROLES.values()))

        assert held == set(Permission)

    def test_nobody_gives_roles_to_oneself(self, client):
        made = logged_in(client, "administrator")

        response = client.post(
            reverse("people:roles", args=[made.pk]), {"roles": ["administrator", "coordinator"]}
        )

        assert response.status_code == 422
        assert "Deze rol geeft alleen de coördinator" in response.text
        assert Person.objects.get(pk=made.pk).role_codes == ("administrator",)

    def test_the_service_refuses_a_role_for_oneself_too(self):
        made = person("manager")

        with pytest.raises(services.RolesForOneself):
            services.change_roles(person=made, roles=["manager", "researcher"], by=made, now=NOON)

    def test_who_left_is_not_invited(self, client):
        logged_in(client, "coordinator")
        made = person("researcher")
        services.let_go(person=made, by=made, now=NOON)

        assert client.post(reverse("people:invite", args=[made.pk])).status_code == 302
        assert not Invitation.objects.exists()

    def test_the_last_coordinator_stays(self, client):
        last = logged_in(client, "coordinator")

        kept = client.post(reverse("people:roles", args=[last.pk]), {"roles": ["researcher"]})
        client.post(reverse("people:leave", args=[last.pk]))

        assert "laatste coördinator" in kept.text
        assert Person.objects.get(pk=last.pk).is_active

    def test_are_held_once(self):
        made = person("researcher")

        with pytest.raises(IntegrityError), transaction.atomic():
            RoleHeld.objects.create(person=made, role="researcher", given_at=NOON, given_by="test")


class TestSomebodyNew:
    def test_chooses_a_password_by_a_link_that_works_once(self, client, django_user_model):
        logged_in(client, "coordinator")
        client.post(
            reverse("people:add"),
            {"name": "P. Nieuw", "email": "Nieuw@x.example", "roles": ["researcher"]},
        )
        new = Person.objects.get(email="nieuw@x.example")
        link = link_on(client.post(reverse("people:invite", args=[new.pk])))
        client.logout()

        chosen = client.post(link, {"password": "een zin die niemand raadt"})

        assert chosen.url == "/"
        assert client.get(link).status_code == 410
        assert Event.objects.filter(type="person.password_set").count() == 1

    def test_with_an_address_that_is_taken_is_refused(self, client):
        logged_in(client, "coordinator")
        there = person()

        response = client.post(
            reverse("people:add"), {"name": "X", "email": there.email.upper(), "roles": []}
        )

        assert response.status_code == 422
        assert "al iemand met dit e-mailadres" in response.text

    def test_link_of_an_unknown_person_is_over(self, client):
        person()

        assert client.get("/welkom/OTk5/abc-def/").status_code == 410
        assert client.get("/welkom/%21/abc-def/").status_code == 410


class TestSomebodyLeaves:
    def test_the_functions_become_vacant_and_stay(self, client):
        logged_in(client, "coordinator")
        made = person("manager")
        held = position("Hoofd Wonen", holder=made)

        client.post(reverse("people:leave", args=[made.pk]))

        held.refresh_from_db()
        assert held.holder is None
        assert "Niemand heeft deze functie nu" in client.get(reverse("people:list")).text

    def test_and_can_come_back(self, client):
        logged_in(client, "coordinator")
        made = person("manager")
        client.post(reverse("people:leave", args=[made.pk]))

        client.post(reverse("people:return", args=[made.pk]))

        assert Person.objects.get(pk=made.pk).is_active


class TestPositions:
    def test_are_added_and_changed(self, client):
        logged_in(client, "coordinator")
        holder = person("manager")
        client.post(reverse("people:position_add"), {"title": "Hoofd Wonen", "holder": ""})
        made = Position.objects.get()

        client.post(
            reverse("people:position", args=[made.pk]),
            {"title": "Hoofd Wonen en Zorg", "holder": holder.pk, "version": 1},
        )

        made.refresh_from_db()
        assert (made.title, made.holder) == ("Hoofd Wonen en Zorg", holder)

    def test_of_one_name_exist_once(self, client):
        logged_in(client, "coordinator")
        position("Hoofd Wonen")

        response = client.post(
            reverse("people:position_add"), {"title": "hoofd wonen", "holder": ""}
        )

        assert "Deze functie staat er al" in response.text


class TestAFormSentTwice:
    def test_is_handled_once_and_leads_to_the_same_place(self, client):
        logged_in(client, "coordinator")
        typed = {"name": "P. Nieuw", "email": "n@x.example", "roles": [], "once": "a1"}

        first = client.post(reverse("people:add"), typed)
        second = client.post(reverse("people:add"), typed)

        assert first.url == second.url
        assert Person.objects.filter(email="n@x.example").count() == 1
        assert SentForm.objects.get().location == first.url

    def test_with_other_content_is_handled_as_a_form_of_its_own(self, client):
        """Somebody goes back, types something else, and sends it."""
        logged_in(client, "coordinator")
        typed = {"title": "Hoofd Wonen", "holder": "", "once": "a1"}
        client.post(reverse("people:position_add"), typed)

        again = client.post(
            reverse("people:position_add"), typed | {"title": "Hoofd Zorg"}, follow=True
        )

        assert set(Position.objects.values_list("title", flat=True)) == {
            "Hoofd Wonen",
            "Hoofd Zorg",
        }
        assert "U verstuurde dit formulier al eerder, met iets anders erin" in again.text

    def test_twice_with_other_content_makes_one_thing_more(self, client):
        logged_in(client, "coordinator")
        typed = {"title": "Hoofd Wonen", "holder": "", "once": "a1"}
        other = typed | {"title": "Hoofd Zorg"}

        places = [
            client.post(reverse("people:position_add"), each).url
            for each in (typed, other, other, typed)
        ]

        assert Position.objects.count() == 2
        assert len(set(places)) == 1

    def test_tells_its_second_error_page_a_new_number(self, client):
        logged_in(client, "coordinator")
        typed = {"title": "Hoofd Wonen", "holder": "", "once": "a1"}
        client.post(reverse("people:position_add"), typed)

        shown = client.post(reverse("people:position_add"), typed | {"holder": "weg"})

        assert shown.status_code == 422
        assert "Hoofd Wonen" in shown.text
        assert 'name="once" value="a1"' not in shown.text

    def test_keeps_no_word_of_what_was_in_it_and_forgets_it_in_time(self, client):
        logged_in(client, "coordinator")
        typed = {"title": "Hoofd Wonen", "holder": "", "once": "a1"}
        client.post(reverse("people:position_add"), typed)
        kept = SentForm.objects.get()
        SentForm.objects.update(sent_at=timezone.now() - timedelta(days=15))

        client.post(reverse("people:position_add"), {"title": "B", "holder": "", "once": "b2"})

        assert "Wonen" not in kept.content
        assert len(kept.content) == 64
        assert SentForm.objects.get().key == "b2"

    @pytest.mark.parametrize("other", [b"titel\nTwee", b"titel\nEen"], ids=["other", "same"])
    def test_compares_the_file_in_it_too(self, rf, other):
        first, second = (
            rf.post("/", {"file": SimpleUploadedFile("a.csv", content)})
            for content in (b"titel\nEen", other)
        )

        same = content_of(first) == content_of(second)
        assert same == (other == b"titel\nEen")
        assert second.FILES["file"].read() == other

    def test_with_an_error_can_be_sent_again(self, client):
        logged_in(client, "coordinator")
        wrong = {"name": "", "email": "n@x.example", "roles": [], "once": "a1"}

        client.post(reverse("people:add"), wrong)
        second = client.post(reverse("people:add"), wrong | {"name": "P. Nieuw"})

        assert second.status_code == 302


def test_who_may_not_sees_which_roles_may(client):
    logged_in(client, "researcher")

    response = client.get(reverse("people:add"))

    assert response.status_code == 403
    assert "coördinator, beheerder" in response.text


def test_there_is_one_municipality():
    person()

    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(
            id=2, name="x", size="under-20000", started_at=NOON, started_by="test"
        )


def test_the_menu_shows_what_somebody_may_see(client):
    logged_in(client, "administrator")

    page = client.get("/").text

    assert reverse("people:list") in page
    assert f'href="{reverse("register:list")}"' not in page


class TestTheSiteItself:
    def test_the_coordinator_changes_what_the_municipality_says_of_itself(self, client):
        logged_in(client, "coordinator")

        client.post(
            reverse("people:municipality"),
            {"name": "Waterstad", "size": "over-250000", "example_beside": "ja", "version": 1},
        )

        assert Organisation.objects.get().name == "Waterstad"

    def test_the_log_names_who_is_there_and_not_who_is_gone(self, client):
        somebody = logged_in(client, "coordinator")
        position_by = person("coordinator")
        services.add_position(title="Hoofd A", holder=None, by=somebody, now=NOON)
        services.add_position(title="Hoofd B", holder=None, by=position_by, now=NOON)
        position_by.delete()

        page = client.get(reverse("people:log")).text

        assert f"{somebody.name}, 21" in page
        assert "iemand die er niet meer is" in page

    def test_the_log_turns_its_pages(self, client):
        somebody = logged_in(client, "coordinator")
        for number in range(60):
            services.add_position(title=f"Functie {number}", holder=None, by=somebody, now=NOON)

        assert client.get(reverse("people:log"), {"pagina": 2}).text.count("<li><div>") == 10


def test_before_somebody_leaves_the_page_says_which_functions_nobody_holds_then(client):
    logged_in(client, "coordinator")
    leaving = person("manager")
    position("Hoofd Wonen", leaving)

    page = client.get(reverse("people:person", args=[leaving.pk])).text

    assert "Deze functies heeft dan niemand" in page
    assert page.index("Deze functies heeft dan niemand") < page.index("Ja, vertrekt")
