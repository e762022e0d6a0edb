from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.web.findings import factories
from tests.web.findings.factories import RULE
from tests.web.world import NOON, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType
from waterpas.web.findings import services
from waterpas.web.findings.answers import Answered
from waterpas.web.findings.models import EarlierDecision, Evidence, Finding
from waterpas.web.findings.rules import Personal, State
from waterpas.web.findings.selectors import state_of
from waterpas.web.references.versions import ChangedMeanwhile

pytestmark = pytest.mark.django_db


def change(finding, *, version=1, **more):
    says = {
        "title": finding.title,
        "for_whom": finding.for_whom,
        "points": finding.points,
        "item": finding.item,
        "explanation": finding.explanation,
    }
    who = {"by": person(), "now": NOON}
    return services.change_finding(finding=finding, version=version, **(says | more), **who)


def decide(finding, reason="Het beleid stopt in mei."):
    return services.decide_no_action(finding=finding, reason=reason, by=person(), now=NOON)


@pytest.fixture
def audit_fails(monkeypatch):
    monkeypatch.setattr("waterpas.web.audit_trail.services.record", lambda *_, **__: 1 / 0)


class TestAddFinding:
    def test_needs_no_figure_and_writes_one_audit_line(self):
        who = person()
        finding = factories.finding(by=who)

        assert (finding.added_by, finding.added_at, finding.version) == (who.actor_code, NOON, 1)
        assert not finding.evidence.exists()
        event = Event.objects.get()
        assert (event.type, event.subject_id) == (EventType.FINDING_ADDED, str(finding.pk))
        assert event.actor == who.actor_code

    def test_takes_its_first_evidence_along_in_the_same_line(self):
        finding = factories.finding(evidence=RULE)

        assert finding.evidence.get().text == RULE.text
        assert Event.objects.count() == 1

    def test_puts_the_points_once_each_in_the_order_of_the_handbook(self):
        assert factories.finding(points=["N07", "P01", "N07"]).points == ["P01", "N07"]

    @pytest.mark.parametrize("points", [[], ["P99"], ["P01", "P01-01"]])
    def test_refuses_no_point_or_one_that_the_handbook_does_not_have(self, points):
        with pytest.raises(services.PointsUnknown):
            factories.finding(points=points)
        assert not Finding.objects.exists()
        assert not Event.objects.exists()

    @pytest.mark.parametrize("field", ["title", "for_whom", "explanation"])
    def test_refuses_details_of_one_human_being(self, field):
        with pytest.raises(services.PersonalText) as error:
            factories.finding(**{field: "bel 06-12345678"})
        assert error.value.what == Personal.PHONE
        assert not Finding.objects.exists()

    def test_refuses_an_item_that_left_the_register(self):
        with pytest.raises(services.ItemRetired):
            factories.finding(item=factories.retire(factories.item()))

    def test_leaves_nothing_when_it_fails_halfway(self, audit_fails):
        with pytest.raises(ZeroDivisionError):
            factories.finding(evidence=RULE)
        assert not Finding.objects.exists()
        assert not Evidence.objects.exists()


class TestChangeFinding:
    def test_writes_one_audit_line_with_the_fields_that_changed(self):
        finding = factories.finding()
        Event.objects.all().delete()

        changed = change(finding, title="Anders", explanation="Zo gaat het")

        assert (changed.title, changed.version) == ("Anders", 2)
        assert Event.objects.get().fields == ["explanation", "title"]

    def test_who_is_second_sees_what_is_there_now_and_overwrites_nothing(self):
        finding = factories.finding()
        change(finding, title="De eerste")

        with pytest.raises(ChangedMeanwhile) as error:
            change(finding, version=1, title="De tweede")

        assert error.value.theirs == {"title": "De eerste"}
        finding.refresh_from_db()
        assert finding.title == "De eerste"

    def test_writes_nothing_when_nothing_differs(self):
        finding = factories.finding()
        Event.objects.all().delete()

        assert change(finding).version == 1
        assert not Event.objects.exists()

    def test_keeps_an_item_that_left_the_register_and_takes_no_other(self):
        about = factories.item()
        finding = factories.finding(item=about)
        factories.retire(about)

        assert change(finding, title="Anders").item == about
        with pytest.raises(services.ItemRetired):
            change(finding, version=2, item=factories.retire(factories.item()))

    def test_leaves_nothing_when_it_fails_halfway(self, request):
        finding = factories.finding()
        request.getfixturevalue("audit_fails")
        with pytest.raises(ZeroDivisionError):
            change(finding, title="Anders")
        finding.refresh_from_db()
        assert (finding.title, finding.version) == (factories.SAYS["title"], 1)


class TestEvidence:
    def test_adding_and_removing_write_one_audit_line_each(self):
        finding = factories.finding()
        Event.objects.all().delete()

        evidence = services.add_evidence(
            finding=finding, kind="story", text="Zo ging het", by=person(), now=NOON
        )
        services.remove_evidence(evidence=evidence, by=person(), now=NOON)

        assert not finding.evidence.exists()
        kinds = list(Event.objects.values_list("type", "subject_id"))
        key = str(finding.pk)
        assert kinds == [(EventType.EVIDENCE_ADDED, key), (EventType.EVIDENCE_REMOVED, key)]

    def test_a_figure_in_which_nothing_was_shown_closes_nothing(self):
        finding = factories.finding()
        services.add_evidence(
            finding=finding, kind="figure", text="Verschil niet aangetoond", by=person(), now=NOON
        )

        assert state_of(finding) == State.OPEN

    @pytest.mark.parametrize("field", ["text", "source"])
    def test_refuses_details_of_one_human_being(self, field):
        finding = factories.finding()
        texts = {"text": "Zo ging het", field: "van a@b.nl"}
        with pytest.raises(services.PersonalText):
            services.add_evidence(finding=finding, kind="story", by=person(), now=NOON, **texts)
        assert not Evidence.objects.exists()

    def test_what_somebody_else_removed_is_not_removed_again(self):
        evidence = factories.finding(evidence=RULE).evidence.get()
        Evidence.objects.all().delete()
        Event.objects.all().delete()

        with pytest.raises(services.EvidenceGone):
            services.remove_evidence(evidence=evidence, by=person(), now=NOON)
        assert not Event.objects.exists()

    def test_leaves_nothing_when_it_fails_halfway(self, request):
        finding = factories.finding(evidence=RULE)
        request.getfixturevalue("audit_fails")
        with pytest.raises(ZeroDivisionError):
            services.add_evidence(finding=finding, kind="rule", text="X", by=person(), now=NOON)
        with pytest.raises(ZeroDivisionError):
            services.remove_evidence(evidence=finding.evidence.get(), by=person(), now=NOON)
        assert finding.evidence.get().text == RULE.text


class TestDecideNoAction:
    def test_keeps_who_when_and_why_with_one_audit_line(self):
        finding = factories.finding()
        Event.objects.all().delete()

        decided = decide(finding)

        assert (decided.no_action_reason, decided.decided_at) == ("Het beleid stopt in mei.", NOON)
        assert state_of(decided) == State.NO_ACTION
        assert Event.objects.get().type == EventType.FINDING_DECIDED

    def test_refuses_without_a_reason_and_a_second_time(self):
        finding = factories.finding()
        with pytest.raises(services.NoReason):
            decide(finding, reason="  ")
        decide(finding)
        with pytest.raises(services.AlreadyDecided):
            decide(finding)

    def test_refuses_while_an_action_answers_it_but_not_when_all_are_diluted(self, answered):
        finding = factories.finding()
        answered[finding.pk] = Answered(count=2, diluted=1)
        with pytest.raises(services.HasActions):
            decide(finding)

        answered[finding.pk] = Answered(count=2, diluted=2)
        assert state_of(decide(finding)) == State.NO_ACTION

    def test_leaves_nothing_when_it_fails_halfway(self, request):
        finding = factories.finding()
        request.getfixturevalue("audit_fails")
        with pytest.raises(ZeroDivisionError):
            decide(finding)
        finding.refresh_from_db()
        assert finding.decided_at is None


class TestReopenFinding:
    def test_opens_it_and_keeps_why_it_was_closed(self):
        finding = decide(factories.finding())
        Event.objects.all().delete()
        later = NOON + timedelta(days=3)

        opened = services.reopen_finding(finding=finding, by=person(), now=later)

        assert state_of(opened) == State.OPEN
        past = EarlierDecision.objects.get()
        assert (past.no_action_reason, past.reopened_at) == ("Het beleid stopt in mei.", later)
        assert Event.objects.get().type == EventType.FINDING_REOPENED

    def test_refuses_what_was_not_decided(self):
        with pytest.raises(services.NotDecided):
            services.reopen_finding(finding=factories.finding(), by=person(), now=NOON)

    def test_leaves_nothing_when_it_fails_halfway(self, request):
        finding = decide(factories.finding())
        request.getfixturevalue("audit_fails")
        with pytest.raises(ZeroDivisionError):
            services.reopen_finding(finding=finding, by=person(), now=NOON)
        finding.refresh_from_db()
        assert finding.decided_at == NOON
        assert not EarlierDecision.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"points": []},
        {"title": ""},
        {"for_whom": ""},
        {"decided_at": NOON},
        {"decided_at": NOON, "decided_by": "x"},
        {"no_action_reason": "Daarom"},
    ],
)
def test_the_database_refuses_a_finding_that_cannot_be(change):
    finding = factories.finding()
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(**change)


@pytest.mark.parametrize("change", [{"text": ""}, {"kind": "rumour"}])
def test_the_database_refuses_evidence_that_cannot_be(change):
    factories.finding(evidence=RULE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.update(**change)


def test_an_item_with_findings_cannot_be_deleted():
    about = factories.item()
    factories.finding(item=about)
    with pytest.raises(IntegrityError), transaction.atomic():
        about.delete()


def test_names_of_things_are_readable():
    finding = decide(factories.finding(evidence=RULE))
    services.reopen_finding(finding=finding, by=person(), now=NOON)

    assert str(finding) == factories.SAYS["title"]
    assert str(finding.evidence.get()).startswith("rule ")
    assert str(EarlierDecision.objects.get()) == f"{finding.pk} 2027-03-21"
