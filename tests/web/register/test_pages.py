"""What people see of the register: the list, one item, and what points at it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.web.register.factories import in_text, item, retired
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.people import services as people
from waterpas.web.references.urns import Reference, resolve, urn
from waterpas.web.register import related, selectors
from waterpas.web.register.related import Adding, register_examinations, register_related


@pytest.fixture(autouse=True)
def no_other_apps(monkeypatch):
    """What other apps registered at start-up does not count here."""
    monkeypatch.setattr(related, "_SOURCES", {})
    monkeypatch.setattr(related, "_EXAMINED", {})


def page(client, lang="nl", **asked):
    response = client.get(reverse("register:list"), asked, headers={"Accept-Language": lang})
    assert response.status_code == 200
    return response.text


class TestEmpty:
    def test_an_empty_register_offers_the_starter_list(self, client, db):
        logged_in(client, "coordinator")

        text = page(client)

        assert "Het register is nog leeg" in text
        assert reverse("register:starter") in text
        assert "10 minuten" in text

    def test_who_may_only_look_is_told_whom_to_ask(self, client, db):
        logged_in(client, "manager")

        text = page(client)

        assert "Vraag de coördinator om te beginnen." in text
        assert reverse("register:starter") not in text

    def test_a_register_from_which_all_is_taken_out_is_not_called_examined(self, client, db):
        logged_in(client, "coordinator")
        retired()

        text = page(client)

        assert "Er staat nu niets in het register." in text
        assert "wel eens onderzocht" not in text


class TestList:
    def test_groups_by_role_and_counts_in_words(self, client, db):
        logged_in(client, "manager")
        item(title="A", role="employer", last_examined=date(2026, 3, 1), owner=position())
        item(title="B", role="policy-maker")
        item(title="C", role="policy-maker")
        retired(title="Weg")

        text = in_text(page(client))

        assert (
            "Er staan 3 onderwerpen in het register. 2 daarvan zijn nog nooit onderzocht. "
            "2 hebben nog geen eigenaar."
        ) in text
        assert "Als werkgever 1 onderwerp" in text
        assert "Als beleidsmaker 2 onderwerpen" in text
        assert "Als dienstverlener" not in text
        assert "onderzocht op 1 maart 2026" in text
        assert "Weg" not in text

    def test_of_more_than_a_hundred_folds_the_rest_of_each_role(self, client, db):
        logged_in(client, "manager")
        for number in range(1051):
            role = "employer" if number < 15 else "policy-maker"
            item(title=f"Onderwerp {number:04}", role=role)

        text = page(client)

        assert "Er staan 1.051 onderwerpen in het register." in in_text(text)
        assert text.count('<details class="wp-rest"><summary>Nog 1.016 onderwerpen') == 1
        assert text.count("wp-rest") == 1
        assert text.count("<details") == text.count("</details>")
        shown, folded = text.split("wp-rest")
        assert "Onderwerp 0034" in shown
        assert "Onderwerp 0035" in folded
        assert "Onderwerp 1050" in folded

    def test_of_a_hundred_folds_nothing(self, client, db):
        logged_in(client, "manager")
        for number in range(100):
            item(title=f"Onderwerp {number}", role="employer")

        assert "wp-rest" not in page(client)

    @pytest.mark.parametrize(
        ("asked", "seen"),
        [
            ({"rol": "employer"}, {"Alfa"}),
            ({"soort": "rule"}, {"Beta"}),
            ({"toon": "nooit-onderzocht"}, {"Beta", "Gamma"}),
            ({"toon": "zonder-eigenaar"}, {"Beta"}),
            ({"toon": "functie-leeg"}, {"Gamma"}),
            ({"toon": "uit-het-register"}, {"Delta"}),
            ({"zoek": "alf"}, {"Alfa"}),
            ({"zoek": "zorg thuis"}, {"Gamma"}),
            ({"zoek": "hoofd zorg"}, {"Gamma"}),
            ({"rol": "employer", "soort": "rule"}, set()),
            ({"rol": "bestaat-niet"}, {"Alfa", "Beta", "Gamma"}),
        ],
    )
    def test_can_be_filtered(self, client, db, asked, seen):
        logged_in(client, "manager")
        held = position(holder=person())
        item(title="Alfa", role="employer", last_examined=date(2026, 3, 1), owner=held)
        item(title="Beta", kind="rule")
        item(title="Gamma", description="Thuiszorg aan huis", owner=position("Hoofd Zorg"))
        retired(title="Delta")

        text = page(client, **asked)

        assert {name for name in ("Alfa", "Beta", "Gamma", "Delta") if f">{name}<" in text} == seen

    def test_jumps_to_each_role_when_there_is_more_than_one(self, client, db):
        logged_in(client, "manager")
        item(role="employer")
        assert 'href="#employer"' not in page(client)
        item(role="service-provider")

        text = page(client)

        for role in ("employer", "service-provider"):
            assert f'href="#{role}"' in text
            assert f'id="{role}"' in text

    def test_the_choices_are_open_when_something_was_chosen(self, client, db):
        logged_in(client, "manager")
        item()

        assert '<details class="wp-narrowing">' in page(client)
        assert '<details class="wp-narrowing" open>' in page(client, zoek="x")

    def test_a_choice_that_fits_nothing_says_what_to_do(self, client, db):
        logged_in(client, "manager")
        item()

        text = page(client, zoek="bestaat niet")

        assert "U ziet 0 van de 1 onderwerpen." in text
        assert "Geen enkel onderwerp past hierbij." in text

    def test_what_a_study_examined_is_not_called_never_examined(self, client, db):
        logged_in(client, "manager")
        found = item(title="Alfa")
        register_examinations(lambda: {found.pk: date(2027, 1, 2)})

        assert ">Alfa<" not in page(client, toon="nooit-onderzocht")
        assert "onderzocht op 2 januari 2027" in page(client)

    def test_who_has_no_business_there_may_not_look(self, client, db):
        for role in ("council-reader", "confidential-adviser", "administrator"):
            logged_in(client, role)
            assert client.get(reverse("register:list")).status_code == 403

    def test_who_may_only_look_sees_no_buttons(self, client, db):
        logged_in(client, "manager")
        item()

        assert reverse("register:add") not in page(client)

    def test_speaks_english(self, client, db):
        logged_in(client, "manager")
        item(role="employer")

        text = in_text(page(client, lang="en"))

        assert "There is 1 item in the register. 1 of them was never examined." in text
        assert "As employer" in text


class TestItem:
    def shown(self, client, found, lang="nl"):
        address = reverse("register:item", args=[found.pk])
        return client.get(address, headers={"Accept-Language": lang}).text

    def test_shows_the_facts(self, client, db):
        logged_in(client, "manager")
        held = position("Hoofd Zorg", holder=person(name="M. Yilmaz"))
        found = item(
            title="Contract thuiszorg",
            description="Hulp aan huis",
            owner=held,
            delivery="paid-chain",
            carried_out_by="Zorg & Co",
        )

        text = in_text(self.shown(client, found))

        assert "Hoofd Zorg: M. Yilmaz" in text
        assert "de gemeente betaalt wie het uitvoert: Zorg &amp; Co" in text
        assert "Laatst onderzocht nog nooit" in text

    def test_says_that_nobody_holds_the_function_of_who_left(self, client, db):
        logged_in(client, "manager")
        gone = person(name="M. Yilmaz")
        found = item(owner=position(holder=gone))
        people.let_go(person=gone, by=person("coordinator"), now=NOON)

        text = self.shown(client, found)

        assert "niemand heeft deze functie nu" in text
        assert "M. Yilmaz" not in text

    def test_a_usual_item_shows_its_question_and_the_patterns(self, client, db):
        logged_in(client, "manager")
        found = item(title="Wmo-indicatie", starter="wmo-assessment")

        assert "wie leest het besluit na?" in self.shown(client, found)
        assert "Een professional beslist alleen" in self.shown(client, found)
        assert "who rereads the decision?" in self.shown(client, found, lang="en")
        assert "handreiking" not in self.shown(client, item())

    def test_what_other_apps_know_of_it_stands_in_blocks_of_their_own(self, client, db):
        logged_in(client, "manager")
        found = item()
        finding = Reference(urn("finding", 7), "Brieven zijn moeilijk", "/bevindingen/7/")
        register_related(
            "findings",
            lambda pk: [finding] if pk == found.pk else [],
            adding=Adding("Bevinding toevoegen", "findings:list", "finding.change"),
        )
        register_related("studies", lambda pk: [])

        text = self.shown(client, found)

        assert text.index("Onderzoek</h2>") < text.index("Bevindingen</h2>")
        assert '<a class="nl-link" href="/bevindingen/7/">Brieven zijn moeilijk</a>' in text
        assert "Bevinding toevoegen" not in text

        logged_in(client, "researcher")
        address = f"{reverse('findings:list')}?item={found.pk}"
        assert address in self.shown(client, found)

    def test_an_item_that_is_not_there_is_not_found(self, client, db):
        logged_in(client, "manager")

        assert client.get(reverse("register:item", args=[999])).status_code == 404


class TestSelectors:
    def test_the_last_examination_is_the_latest_of_register_and_studies(self, db):
        found = item(last_examined=date(2026, 3, 1))
        other = item()
        register_examinations(lambda: {found.pk: date(2025, 1, 1)})
        register_examinations(lambda: {found.pk: date(2027, 1, 1)}, name="scans")

        assert selectors.last_examined(found) == date(2027, 1, 1)
        assert selectors.last_examined(other) is None
        assert list(selectors.never_examined()) == [other]

    def test_roles_without_items_are_counted_as_none(self, db):
        item(role="employer")
        retired(role="policy-maker")

        counted = selectors.count_by_role()

        assert counted == {"employer": 1, "policy-maker": 0, "service-provider": 0}

    def test_an_item_can_be_found_by_its_name(self, db):
        found = item(title="Woonurgentie")

        reference = resolve(urn("item", found.pk))

        assert (reference.title, reference.url) == (
            "Woonurgentie",
            reverse("register:item", args=[found.pk]),
        )

    @pytest.mark.parametrize("key", ["999", "x", "²", "1" * 40, "-1"])
    def test_a_name_of_nothing_resolves_to_nothing(self, db, key):
        assert resolve(urn("item", key)) is None
