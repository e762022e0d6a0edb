"""Reading in what a preview showed: everything or nothing, once, and nobody's work overwritten."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.register.factories import confirm, in_text, item, listed, preview, workbook
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.people.models import Position
from waterpas.web.register import services
from waterpas.web.register.listed import unpacked
from waterpas.web.register.models import Item
from waterpas.web.register.plan import plan_of
from waterpas.web.register.services import RegisterChanged, import_items

HEADER = ["Naam", "Soort", "Rol", "Eigenaar", "Laatst onderzocht"]
NEW = ["Taxivervoer", "contract", "dienstverlener", "", ""]


@pytest.fixture
def client(client, db):
    logged_in(client, "coordinator")
    return client


def sheet(*rows) -> bytes:
    return workbook(HEADER, *rows)


class TestReadingIn:
    def test_writes_everything_with_one_line_in_the_log(self, client):
        known = item(title="Woonurgentie", kind="process")

        response = confirm(
            client, preview(client, sheet(NEW, ["Woonurgentie", "regel", "", "", ""]))
        )

        assert response.url == reverse("register:list")
        made = Item.objects.get(title="Taxivervoer")
        known.refresh_from_db()
        assert (known.kind, known.version, made.version) == ("rule", 2, 1)
        event = Event.objects.get()
        assert event.type == "items.imported"
        assert event.fields == sorted([str(made.pk), f"{known.pk}.kind"])
        history = client.get(reverse("register:item", args=[known.pk])).text
        assert "Onderwerpen ingelezen</strong>: soort" in history

    def test_says_how_much_was_read_in(self, client):
        response = client.get(confirm(client, preview(client, sheet(NEW))).url)

        assert "Ingelezen: 1 onderwerp toegevoegd, 0 veranderd." in response.text

    def test_a_new_function_is_made_only_when_it_is_ticked(self, client):
        rows = sheet(
            ["Brug", "dienst", "werkgever", "Hoofd Water", ""],
            ["Sluis", "dienst", "werkgever", "Hoofd Natuur", ""],
        )

        response = preview(client, rows)
        assert 'value="Hoofd Water"' in response.text
        confirm(client, response, owner=["Hoofd Water", "Niet uit het bestand"])

        assert [each.title for each in Position.objects.all()] == ["Hoofd Water"]
        owners = {each.title: each.owner and each.owner.title for each in Item.objects.all()}
        assert owners == {"Brug": "Hoofd Water", "Sluis": None}
        assert Event.objects.count() == 1
        assert f"position:{Position.objects.get().pk}" in Event.objects.get().fields

    def test_an_owner_that_is_not_made_leaves_the_present_owner(self, client):
        owner = position()
        known = item(title="Woonurgentie", owner=owner)

        confirm(client, preview(client, sheet(["Woonurgentie", "", "", "Hoofd Nieuw", ""])))

        known.refresh_from_db()
        assert (known.owner, known.version) == (owner, 1)
        assert not Event.objects.exists()

    def test_who_may_not_add_people_cannot_make_a_function_by_hand(self, client):
        logged_in(client, "policy-adviser")
        response = preview(client, sheet(["Brug", "dienst", "werkgever", "Hoofd Water", ""]))

        assert 'name="owner"' not in response.text
        confirm(client, response, owner=["Hoofd Water"])

        assert not Position.objects.exists()
        assert Item.objects.get().owner is None

    def test_the_same_file_twice_has_nothing_to_do_the_second_time(self, client):
        content = sheet(NEW, ["Brug", "dienst", "werkgever", "", "1-3-2026"])
        confirm(client, preview(client, content))

        assert "Er is niets om in te lezen." in preview(client, content).text

    def test_sent_twice_is_done_once(self, client):
        response = preview(client, sheet(NEW))

        answers = [confirm(client, response, once="c" * 32) for _ in range(2)]

        assert [answer.status_code for answer in answers] == [302, 302]
        assert Event.objects.count() == 1

    def test_two_people_with_the_same_file_do_not_add_twice(self, client):
        first, second = preview(client, sheet(NEW)), preview(client, sheet(NEW))
        confirm(client, first)

        response = confirm(client, second)

        assert response.status_code == 422
        assert "Het register is intussen veranderd." in response.text
        assert Item.objects.count() == 1

    def test_a_change_of_somebody_else_after_the_preview_is_not_overwritten(self, client):
        known = item(title="Woonurgentie", kind="process")
        response = preview(client, sheet(["Woonurgentie", "regel", "", "", ""]))
        values = {name: getattr(known, name) for name in services.FIELDS} | {"kind": "policy"}
        services.change_item(item=known, version=1, **values, by=person(), now=NOON)

        again = confirm(client, response)

        known.refresh_from_db()
        assert (again.status_code, known.kind) == (422, "policy")
        assert "beleid → wordt regel" in in_text(again.text)
        confirm(client, again)
        known.refresh_from_db()
        assert known.kind == "rule"

    @pytest.mark.parametrize(
        "change", [lambda text: text + "x", lambda text: "", lambda text: "a:b"]
    )
    def test_what_we_did_not_sign_is_refused(self, client, change):
        text = change(listed(preview(client, sheet(NEW))))

        response = client.post(reverse("register:import_confirm"), {"listed": text})

        assert response.status_code == 422
        assert "onderweg kwijtgeraakt" in response.text
        assert not Item.objects.exists()

    def test_what_is_older_than_a_day_is_refused(self, client, monkeypatch):
        response = preview(client, sheet(NEW))
        later = timezone.now() + timedelta(days=2)
        monkeypatch.setattr("django.core.signing.time.time", later.timestamp)

        assert confirm(client, response).status_code == 422

    def test_an_error_halfway_leaves_nothing_behind(self, client, monkeypatch):
        read, _ = unpacked(
            listed(preview(client, sheet(["Brug", "dienst", "werkgever", "Hoofd Water", ""])))
        )

        def broken(*args, **kwargs):
            raise RuntimeError("broken")

        monkeypatch.setattr("waterpas.web.audit_trail.services.record", broken)
        with pytest.raises(RuntimeError):
            import_items(
                listed=read,
                promised=plan_of(read).fingerprint,
                new_owners=["Hoofd Water"],
                by=person(),
                now=NOON,
            )

        assert not Item.objects.exists()
        assert not Position.objects.exists()

    def test_somebody_who_writes_in_between_is_seen(self, client, monkeypatch):
        known = item(title="Woonurgentie", kind="process")
        read, promised = unpacked(
            listed(preview(client, sheet(NEW, ["Woonurgentie", "regel", "", "", ""])))
        )
        plan = plan_of(read)
        Item.objects.filter(pk=known.pk).update(version=2)
        monkeypatch.setattr(services, "plan_of", lambda _: plan)

        with pytest.raises(RegisterChanged):
            import_items(listed=read, promised=promised, new_owners=[], by=person(), now=NOON)

        assert Item.objects.count() == 1
        assert not Event.objects.exists()
