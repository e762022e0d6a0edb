from datetime import date

import pytest
from django.urls import reverse

from tests.web.actions.factories import action, decided, finding, introduced, works
from tests.web.actions.pages import words
from waterpas.web.actions.models import Action, Status

pytestmark = pytest.mark.django_db


class TestFindings:
    def test_puts_a_finding_with_it_and_takes_it_off(self, client, coordinator):
        made, one = action(), finding()
        client.post(reverse("actions:link", args=[made.pk]), {"finding": one.pk})
        assert made.findings.get() == one
        client.post(reverse("actions:unlink", args=[made.pk, one.pk]))
        assert not made.findings.exists()

    def test_does_not_offer_what_is_linked_or_decided(self, client, coordinator):
        one, _two = finding("Al erbij"), decided(title="Al besloten")
        page = client.get(reverse("actions:link", args=[action(one).pk]))
        assert "Al erbij" not in page.text
        assert "Al besloten" not in page.text

    def test_chooses_an_action_that_is_there_for_a_finding(self, client, coordinator):
        made, one = action(title="Vier ogen"), finding()
        address = reverse("actions:choose") + f"?finding={one.pk}"
        assert "Vier ogen" in client.get(address).text
        client.post(address, {"action": made.pk})
        assert made.findings.get() == one
        assert "Er is geen andere maatregel." in words(client.get(address))

    def test_the_last_reason_stays(self, client, coordinator):
        one = finding()
        made = action(one, points=[])
        page = client.post(reverse("actions:unlink", args=[made.pk, one.pk]), follow=True)
        assert "Kies eerst een patroon of criterium" in words(page)
        assert made.findings.exists()


class TestEnding:
    def test_introduces_and_concludes(self, client, coordinator):
        made = action()
        client.post(reverse("actions:introduce", args=[made.pk]), {"introduced_on": "2020-02-01"})
        client.post(reverse("actions:works", args=[made.pk]), {"effect": "Het verschil is weg."})
        made.refresh_from_db()
        assert (made.status, made.introduced_on) == ("works", date(2020, 2, 1))

    @pytest.mark.parametrize("name", ["works", "dilute"])
    def test_without_evidence_it_does_not_end(self, client, coordinator, name):
        page = client.post(reverse(f"actions:{name}", args=[introduced().pk]), {"effect": " "})
        assert page.status_code == 422
        assert Action.objects.get().status == Status.INTRODUCED

    def test_evidence_may_point_at_what_somebody_brought_along(self, client, coordinator):
        name = f"urn:waterpas:action:{action().pk}"
        made = introduced()
        address = reverse("actions:works", args=[made.pk]) + f"?urn={name}"
        client.post(address, {"effect": "Zie daar.", "effect_urn": name})
        made.refresh_from_db()
        assert made.effect_urn == name

    @pytest.mark.parametrize("day", ["2999-01-01", "0020-01-01", "", "gisteren"])
    def test_a_day_that_cannot_be_is_refused(self, client, coordinator, day):
        page = client.post(reverse("actions:introduce", args=[action().pk]), {"introduced_on": day})
        assert page.status_code == 422

    def test_what_is_not_introduced_cannot_be_concluded(self, client, coordinator):
        made = action()
        page = client.get(reverse("actions:works", args=[made.pk]), follow=True)
        assert "Dit kan pas als de maatregel is ingevoerd" in words(page)
        page = client.post(reverse("actions:works", args=[made.pk]), {"effect": "Lang verhaal"})
        assert page.status_code == 422
        assert "Lang verhaal" in page.text

    def test_reopens_and_says_it_when_somebody_was_first(self, client, coordinator):
        made = works()
        for _ in range(2):
            page = client.post(
                reverse("actions:reopen", args=[made.pk]), {"standing": "works"}, follow=True
            )
        assert "iemand heeft intussen de stand" in words(page)
        made.refresh_from_db()
        assert made.status == Status.INTRODUCED
        assert "Wat hier eerder over is opgeschreven" in words(page)
