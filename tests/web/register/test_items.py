"""Adding, changing and retiring items: services and pages."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.register.factories import item, retired
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.people import services as people
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.register import services
from waterpas.web.register.forms import initial_of
from waterpas.web.register.models import Item

TYPED = {"title": "Bijzondere bijstand", "kind": "process", "role": "service-provider"}


def values_of(found: Item) -> dict[str, object]:
    return {name: getattr(found, name) for name in services.FIELDS}


def typed_of(found: Item, **changes) -> dict[str, object]:
    """What the browser sends back of the form of an item."""
    shown = {name: "" if value is None else value for name, value in initial_of(found).items()}
    return shown | changes


class TestAddItem:
    def test_adds_one_item_with_one_line_in_the_log(self, db):
        who = person("coordinator")

        added = services.add_item(**TYPED, by=who, now=NOON)

        assert (added.added_at, added.added_by) == (NOON, who.actor_code)
        event = Event.objects.get()
        assert (event.type, event.subject_id) == ("item.added", str(added.pk))

    def test_an_item_with_a_usual_name_takes_its_place_in_the_starter_list_once(self, db):
        who = person("coordinator")

        first = services.add_item(**TYPED, by=who, now=NOON)
        second = services.add_item(**TYPED, by=who, now=NOON)

        assert (first.starter, second.starter) == ("special-assistance", "")


class TestChangeItem:
    def test_changes_the_fields_and_says_in_the_log_which(self, db):
        found, owner = item(), position()
        wanted = values_of(found) | {"owner": owner, "description": "Wat er gebeurt"}

        changed = services.change_item(item=found, version=1, **wanted, by=person(), now=NOON)

        assert (changed.owner, changed.description, changed.version) == (owner, "Wat er gebeurt", 2)
        event = Event.objects.get()
        assert (event.type, event.fields) == ("item.changed", ["description", "owner"])

    def test_nothing_different_writes_nothing(self, db):
        found = item()

        services.change_item(item=found, version=1, **values_of(found), by=person(), now=NOON)

        found.refresh_from_db()
        assert found.version == 1
        assert not Event.objects.exists()

    def test_a_change_on_an_old_version_is_refused_with_what_is_there_now(self, db):
        found = item(title="Oud")
        wanted = values_of(found)
        services.change_item(
            item=found, version=1, **(wanted | {"title": "Van haar"}), by=person(), now=NOON
        )

        with pytest.raises(ChangedMeanwhile) as meanwhile:
            services.change_item(
                item=found, version=1, **(wanted | {"title": "Van mij"}), by=person(), now=NOON
            )

        assert meanwhile.value.theirs == {"title": "Van haar"}
        assert Event.objects.count() == 1


class TestRetireItem:
    def test_takes_it_out_with_the_reason_and_one_line_in_the_log(self, db):
        found, who = item(), person("coordinator")

        services.retire_item(item=found, reason="gestopt", by=who, now=NOON)

        assert (found.retired_at, found.retired_by) == (NOON, who.actor_code)
        assert (found.retired_reason, found.version) == ("gestopt", 2)
        assert [event.type for event in Event.objects.all()] == ["item.retired"]

    def test_is_done_once(self, db):
        with pytest.raises(services.AlreadyRetired):
            services.retire_item(item=retired(), reason="nog eens", by=person(), now=NOON)

        assert not Event.objects.exists()

    def test_taking_back_puts_it_in_the_register_again(self, db):
        found = retired()

        services.take_back_item(item=found, by=person(), now=NOON)

        assert (found.retired_at, found.retired_by, found.retired_reason) == (None, "", "")
        assert [event.type for event in Event.objects.all()] == ["item.back"]

    def test_what_is_in_the_register_cannot_be_taken_back(self, db):
        with pytest.raises(services.NotRetired):
            services.take_back_item(item=item(), by=person(), now=NOON)

        assert not Event.objects.exists()

    def test_the_database_refuses_a_date_without_who(self, db):
        with pytest.raises(IntegrityError), transaction.atomic():
            item(retired_at=NOON)


class TestAddPage:
    def test_adds_an_item_and_shows_it(self, client, db):
        logged_in(client, "hr-adviser")

        response = client.post(reverse("register:add"), TYPED, follow=True)

        assert response.redirect_chain[-1][0] == reverse(
            "register:item", args=[Item.objects.get().pk]
        )
        assert "Bijzondere bijstand" in response.text

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"title": ""}, "Dit veld is verplicht."),
            ({"title": "WOONURGENTIE "}, "Er staat al een onderwerp met deze naam"),
            ({"last_examined": "2999-01-01"}, "Deze datum ligt in de toekomst."),
            ({"kind": "gebouw"}, "gebouw"),
            ({"title": "x" * 201}, "200"),
        ],
    )
    def test_what_is_not_right_is_said_beside_the_field(self, client, db, typed, sentence):
        logged_in(client, "coordinator")
        item(title="Woonurgentie")

        response = client.post(reverse("register:add"), TYPED | typed)

        assert response.status_code == 422
        assert sentence in response.text
        assert Item.objects.count() == 1

    def test_the_name_of_an_item_that_was_taken_out_may_be_used_again(self, client, db):
        logged_in(client, "coordinator")
        retired(title=TYPED["title"])

        assert client.post(reverse("register:add"), TYPED).status_code == 302

    def test_sent_twice_is_done_once(self, client, db):
        logged_in(client, "coordinator")

        for _ in range(2):
            client.post(reverse("register:add"), TYPED | {"once": "b" * 32})

        assert Item.objects.count() == 1

    @pytest.mark.parametrize("role", ["manager", "taskforce-member", "confidential-adviser"])
    def test_who_may_not_change_the_register_may_not_add(self, client, db, role):
        logged_in(client, role)

        assert client.post(reverse("register:add"), TYPED).status_code == 403
        assert not Item.objects.exists()


class TestChangePage:
    def test_changes_an_item(self, client, db):
        logged_in(client, "coordinator")
        found = item()

        client.post(reverse("register:change", args=[found.pk]), typed_of(found, title="Nieuw"))

        found.refresh_from_db()
        assert (found.title, found.version) == ("Nieuw", 2)

    def test_two_people_at_once_loses_nothing_and_shows_what_is_there_now(self, client, db):
        logged_in(client, "coordinator")
        found = item(title="Oud", delivery="own")
        mine = typed_of(found, title="Van mij")
        Item.objects.filter(pk=found.pk).update(
            title="Van haar", delivery="paid-chain", last_examined=date(2026, 3, 1), version=2
        )

        response = client.post(reverse("register:change", args=[found.pk]), mine)

        assert response.status_code == 422
        assert 'value="Van mij"' in response.text
        assert "Er staat nu: Van haar." in response.text
        assert response.text.count("Er staat nu:") == 2  # in the summary, and beside the field
        assert 'value="paid-chain" selected' in response.text
        assert 'value="2026-03-01"' in response.text
        assert 'name="version" value="2"' in response.text
        found.refresh_from_db()
        assert found.title == "Van haar"

        client.post(reverse("register:change", args=[found.pk]), mine | {"version": 2})
        found.refresh_from_db()
        assert found.title == "Van mij"

    def test_its_own_name_is_not_taken(self, client, db):
        logged_in(client, "coordinator")
        found = item(title="Woonurgentie")

        answer = client.post(
            reverse("register:change", args=[found.pk]), typed_of(found, kind="rule")
        )

        assert answer.status_code == 302

    def test_line_ends_of_the_browser_are_no_change(self, client, db):
        logged_in(client, "coordinator")
        found = item(description="een\ntwee")

        client.post(
            reverse("register:change", args=[found.pk]), typed_of(found, description="een\r\ntwee")
        )

        found.refresh_from_db()
        assert found.version == 1

    def test_who_may_only_look_may_not_change(self, client, db):
        logged_in(client, "manager")
        found = item()

        answer = client.post(reverse("register:change", args=[found.pk]), typed_of(found))

        assert answer.status_code == 403


class TestRetirePage:
    def test_asks_for_a_reason(self, client, db):
        logged_in(client, "coordinator")
        found = item()

        response = client.post(reverse("register:retire", args=[found.pk]), {"reason": " "})

        assert response.status_code == 422
        found.refresh_from_db()
        assert found.retired_at is None

    def test_takes_it_out_shows_why_and_puts_it_back(self, client, db):
        logged_in(client, "coordinator")
        found = item()

        text = client.post(
            reverse("register:retire", args=[found.pk]), {"reason": "gestopt"}, follow=True
        ).text
        assert "uit het register gehaald" in text
        assert "gestopt" in text

        client.post(reverse("register:take_back", args=[found.pk]))
        found.refresh_from_db()
        assert found.retired_at is None

    def test_two_people_at_once_get_a_sentence(self, client, db):
        logged_in(client, "coordinator")
        gone, there = retired(), item()

        out = client.post(
            reverse("register:retire", args=[gone.pk]), {"reason": "ook ik"}, follow=True
        )
        back = client.post(reverse("register:take_back", args=[there.pk]), follow=True)

        assert "Iemand anders haalde dit al uit het register." in out.text
        assert "Dit onderwerp staat al in het register." in back.text

    @pytest.mark.parametrize("name", ["retire", "take_back"])
    def test_who_may_only_look_may_not(self, client, db, name):
        logged_in(client, "taskforce-member")

        answer = client.post(reverse(f"register:{name}", args=[item().pk]), {"reason": "x"})

        assert answer.status_code == 403


class TestHistory:
    def test_says_what_happened_by_whom_and_which_fields_changed(self, client, db):
        who = logged_in(client, "coordinator")
        found = services.add_item(**TYPED, by=who, now=NOON)
        client.post(reverse("register:change", args=[found.pk]), typed_of(found, kind="rule"))

        text = client.get(reverse("register:item", args=[found.pk])).text

        assert "Onderwerp veranderd</strong>: soort" in text
        assert text.index("Onderwerp veranderd") < text.index("Onderwerp toegevoegd")
        assert who.name in text

    def test_ticking_and_reading_in_stand_in_the_history_of_each_item(self, client, db):
        who = logged_in(client, "coordinator")
        first, second = services.tick_items(starters=["selection", "letters"], by=who, now=NOON)

        for each in (first, second):
            text = client.get(reverse("register:item", args=[each.pk])).text
            assert "Onderwerpen aangevinkt" in text
        assert "aangevinkt" not in client.get(reverse("register:item", args=[item().pk])).text

    def test_who_left_is_not_named(self, client, db):
        logged_in(client, "coordinator")
        gone = person("policy-adviser", name="Iemand Met Een Naam")
        found = services.add_item(**TYPED, by=gone, now=NOON)
        people.let_go(person=gone, by=person("coordinator"), now=NOON)

        text = client.get(reverse("register:item", args=[found.pk])).text

        assert "iemand die er niet meer is" in text
        assert "Iemand Met Een Naam" not in text
