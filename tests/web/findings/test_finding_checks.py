import pytest
from django.urls import reverse

from tests.web.findings import factories
from tests.web.world import NOON, person, position
from waterpas import handbook
from waterpas.web.findings import answers, checks, services, suggestions
from waterpas.web.findings.answers import NONE, Answered
from waterpas.web.findings.points import points
from waterpas.web.findings.selectors import findings_of, open_findings, reference
from waterpas.web.references.checks import WaitsFor
from waterpas.web.references.urns import resolve, urn

pytestmark = pytest.mark.django_db


def said(step):
    return [saying for saying in checks.check() if saying.step == step]


def decide(finding):
    return services.decide_no_action(finding=finding, reason="Daarom", by=person(), now=NOON)


class TestSteps:
    def test_without_findings_nothing_is_said(self):
        assert list(checks.check()) == []

    def test_an_open_finding_is_a_gap_at_the_step_of_its_item(self):
        owner = position("Hoofd Personeel", person())
        finding = factories.finding(item=factories.item(role="employer", owner=owner))

        gap = said(6)[0]

        assert gap.is_gap
        assert gap.text == "1 bevinding wacht op een maatregel of een besluit."
        assert gap.next_url == reverse("findings:detail", args=[finding.pk])
        assert gap.waits_for == WaitsFor(("Hoofd Personeel",))
        assert said(7) == []

    def test_more_open_findings_lead_to_the_list_of_what_is_open(self):
        for _ in range(2):
            factories.finding(points=["P09"])

        gap = said(7)[0]

        assert gap.text == "2 bevindingen wachten op een maatregel of een besluit."
        assert gap.next_url == f"{reverse('findings:list')}?stand=open"
        assert gap.waits_for == WaitsFor(coordinator=True)

    def test_what_has_an_action_is_no_gap(self, answered):
        answered[factories.finding(points=["P01"]).pk] = Answered(count=1)

        assert [(s.text, s.is_gap) for s in said(6)] == [
            ("1 bevinding heeft een maatregel.", False)
        ]

    def test_decisions_not_to_act_are_counted_and_named_at_step_8(self):
        for number in range(5):
            decide(factories.finding(title=f"Zaak {number}."))

        (saying,) = said(8)

        assert not saying.is_gap
        assert saying.text == (
            "Bij 5 bevindingen is besloten niets te doen: “Zaak 4”; “Zaak 3”; “Zaak 2” en nog 2."
        )
        assert saying.next_url.endswith("?stand=no-action")
        assert said(7) == []

    def test_what_was_diluted_asks_for_something_new_at_step_8(self, answered):
        answered[factories.finding().pk] = Answered(count=2, diluted=2)

        (gap,) = said(8)

        assert gap.is_gap
        assert gap.text == "Bij 1 bevinding zijn alle maatregelen afgezwakt."


class TestTasks:
    def test_an_open_finding_waits_for_who_holds_the_position(self):
        holder = person()
        finding = factories.finding(item=factories.item(owner=position(holder=holder)))

        (task,) = checks.tasks()

        assert (task.person, task.since) == (holder.pk, NOON.date())
        assert task.url == reverse("findings:detail", args=[finding.pk])

    def test_without_item_owner_or_holder_it_waits_for_somebody_else(self):
        gone = person()
        factories.finding()
        factories.finding(item=factories.item())
        factories.finding(item=factories.item(owner=position(holder=gone)))
        gone.is_active = False
        gone.save()

        assert [task.person for task in checks.tasks()] == [None, None, None]

    def test_what_was_decided_waits_for_nobody_until_it_is_reopened(self):
        finding = decide(factories.finding())
        assert list(checks.tasks()) == []

        later = NOON.replace(day=30)
        services.reopen_finding(finding=finding, by=person(), now=later)
        assert [task.since for task in checks.tasks()] == [later.date()]


class TestAnswers:
    def test_without_anybody_who_knows_a_finding_has_no_actions(self, monkeypatch):
        monkeypatch.setattr(answers, "_SOURCES", [])
        assert answers.answers([1]) == {1: NONE}

    def test_the_last_one_that_registered_is_asked(self, monkeypatch):
        monkeypatch.setattr(answers, "_SOURCES", [])
        answers.register_answers(lambda pks: {1: Answered(count=9)})
        answers.register_answers(lambda pks: {1: Answered(count=2)})

        assert answers.answers([1, 2]) == {1: Answered(count=2), 2: NONE}


class TestSuggestions:
    def test_uses_what_the_handbook_offers_once_each(self, monkeypatch):
        items = {item.id: item for item in handbook.load()}
        offers = {"P07": (items["W08"], items["WP05"]), "P09": (items["W08"],)}
        monkeypatch.setattr(handbook, "changes_for", offers.__getitem__)

        found = suggestions.suggestions(["P07", "P09", "P99"])

        assert [(item.id, item.origin) for item in found] == [
            ("W08", "handreiking"),
            ("WP05", "van-ons"),
        ]

    def test_every_pattern_has_at_least_one(self):
        patterns = [one for one, item in points().items() if item.kind == "pattern"]
        assert [one for one in patterns if not suggestions.suggestions([one])] == []


class TestSelectors:
    def test_what_waits_longest_comes_first(self):
        young, old = factories.finding(), factories.finding(now=NOON.replace(day=1))
        assert open_findings() == [old, young]

    def test_finds_the_findings_of_an_item(self):
        about = factories.item()
        finding = factories.finding(item=about)
        factories.finding()
        assert list(findings_of(about)) == [finding]

    def test_a_finding_can_be_referred_to(self):
        finding = factories.finding()
        found = resolve(urn("finding", finding.pk))

        assert (found.title, found.url) == (
            finding.title,
            reverse("findings:detail", args=[finding.pk]),
        )
        assert reference("404") is None
        assert reference("²") is None
