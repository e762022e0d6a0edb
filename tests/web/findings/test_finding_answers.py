import pytest
from django.urls import reverse

from tests.web.findings import factories
from tests.web.findings.factories import RULE
from tests.web.world import NOON, logged_in, person
from waterpas.web.findings import services
from waterpas.web.findings.answers import Answered

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"findings:{name}", args=args)


def decide(finding, reason="Het beleid stopt in mei.", now=NOON):
    return services.decide_no_action(finding=finding, reason=reason, by=person(), now=now)


class TestEvidence:
    def test_is_added_once_when_the_form_is_sent_twice(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")
        form = {"kind": "passage", "text": "Wie past bij ons", "source": "", "once": "abc"}

        for _ in range(2):
            client.post(url("evidence_add", finding.pk), form)

        assert finding.evidence.get().text == "Wie past bij ons"

    def test_without_kind_or_text_it_is_refused(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")

        answer = client.post(url("evidence_add", finding.pk), {"kind": "", "text": ""})

        assert answer.status_code == 422
        assert not finding.evidence.exists()

    def test_is_shown_before_it_is_removed(self, client):
        finding = factories.finding(evidence=RULE)
        path = url("evidence_remove", finding.pk, finding.evidence.get().pk)
        logged_in(client, "policy-adviser")

        assert RULE.text in client.get(path).text
        assert finding.evidence.exists()
        client.post(path)
        assert not finding.evidence.exists()

    def test_what_is_gone_already_is_said_in_one_sentence(self, client):
        finding = factories.finding()
        logged_in(client, "policy-adviser")

        answer = client.post(url("evidence_remove", finding.pk, 404), follow=True)

        assert "Dit bewijs is al weggehaald." in answer.text

    def test_evidence_of_another_finding_stays(self, client):
        mine, other = factories.finding(), factories.finding(evidence=RULE)
        logged_in(client, "policy-adviser")

        client.post(url("evidence_remove", mine.pk, other.evidence.get().pk))

        assert other.evidence.exists()


class TestDecide:
    def test_keeps_the_reason_and_shows_who_decided(self, client):
        finding = factories.finding()
        logged_in(client, "manager")

        path = url("decide", finding.pk)
        page = client.post(path, {"reason": "Het stopt in mei."}, follow=True).text

        assert "Waarom er niets verandert" in page
        assert "Het stopt in mei." in page
        assert "Persoon" in page

    def test_needs_a_reason(self, client):
        finding = factories.finding()
        logged_in(client, "manager")
        assert client.post(url("decide", finding.pk), {"reason": " "}).status_code == 422

    def test_who_is_second_sees_the_first_reason_and_keeps_what_was_typed(self, client):
        finding = decide(factories.finding(), reason="De eerste reden.")
        logged_in(client, "manager")

        answer = client.post(url("decide", finding.pk), {"reason": "Mijn reden"})

        assert answer.status_code == 422
        assert "De eerste reden." in answer.text
        assert "Mijn reden" in answer.text

    def test_an_action_that_came_in_between_is_said(self, client, answered):
        finding = factories.finding()
        answered[finding.pk] = Answered(count=1)
        logged_in(client, "manager")

        answer = client.post(url("decide", finding.pk), {"reason": "Mijn reden"})

        assert "Er loopt al een maatregel bij deze bevinding." in answer.text

    def test_evidence_after_the_decision_asks_to_look_again(self, client):
        finding = decide(factories.finding(), now=NOON.replace(year=2024))
        logged_in(client, "coordinator")
        assert "Na dit besluit" not in client.get(url("detail", finding.pk)).text

        form = {"kind": "story", "text": "Het gebeurde weer", "source": ""}
        page = client.post(url("evidence_add", finding.pk), form, follow=True).text
        assert "Na dit besluit kwam er bewijs bij." in page

    def test_reopening_keeps_the_earlier_reason_in_sight(self, client):
        finding = decide(factories.finding(), reason="De eerste reden.")
        logged_in(client, "manager")

        page = client.post(url("reopen", finding.pk), follow=True).text

        assert "Wacht op een maatregel of besluit" in page
        assert "De eerste reden." in page
        again = client.post(url("reopen", finding.pk), follow=True).text
        assert "Deze bevinding was al heropend." in again
