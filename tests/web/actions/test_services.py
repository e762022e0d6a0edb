from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.web.actions.factories import action, decided, finding, introduced, item, works
from tests.web.world import NOON, person, position
from waterpas.web.actions import errors, services
from waterpas.web.actions.models import Action, Status
from waterpas.web.actions.values import Asked
from waterpas.web.audit_trail.models import Event
from waterpas.web.references.versions import ChangedMeanwhile

pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    return {"by": person("coordinator"), "now": NOON}


def lines() -> list[tuple[str, list[str]]]:
    return list(Event.objects.values_list("type", "fields"))


class TestAddAction:
    def test_answers_findings_and_writes_one_line(self, who):
        one, two = finding(), finding("Een andere")
        made = services.add_action(title="Vier ogen", findings=[one, two], item=item(), **who)

        assert set(made.findings.all()) == {one, two}
        assert (made.added_at, made.added_by) == (NOON, who["by"].actor_code)
        assert lines() == [("action.added", ["item", "title"])]

    def test_may_be_preventive_with_a_criterion_or_pattern(self, who):
        made = services.add_action(title="Vier ogen", points=["P07"], **who)

        assert not made.findings.exists()

    @pytest.mark.parametrize(
        ("values", "error"),
        [
            ({}, errors.NoReasonGiven),
            ({"points": ["P07"], "fte": Decimal(-1)}, errors.FteOutOfRange),
            ({"points": ["P07"], "fte": Decimal(1001)}, errors.FteOutOfRange),
            ({"points": ["P07"], "euro_once": -1}, errors.EuroOutOfRange),
            ({"points": ["P07"], "euro_yearly": 10**10}, errors.EuroOutOfRange),
            ({"points": ["P07"], "due": date(27, 1, 1)}, errors.DayOutOfRange),
        ],
    )
    def test_refuses_what_cannot_be_and_writes_nothing(self, who, values, error):
        with pytest.raises(error):
            services.add_action(title="Vier ogen", **values, **who)

        assert not Action.objects.exists()
        assert lines() == []

    def test_refuses_an_owner_who_looks_along_too(self, who):
        head = position()
        with pytest.raises(errors.ReviewerIsOwner):
            services.add_action(title="x", points=["P07"], owner=head, reviewer=head, **who)

    def test_refuses_a_finding_of_which_was_decided_that_nothing_changes(self, who):
        with pytest.raises(errors.FindingDecided):
            services.add_action(title="Vier ogen", findings=[decided()], **who)

        assert not Action.objects.exists()

    def test_a_due_date_in_the_past_is_allowed(self, who):
        services.add_action(title="x", points=["P07"], due=date(2026, 1, 1), **who)

        assert Action.objects.get().due == date(2026, 1, 1)


class TestChangeAction:
    def test_writes_what_differs_and_one_line(self, who):
        made = action()
        services.change_action(
            action=made, version=1, title="Anders", euro_once=0, fte=made.fte, **who
        )
        made.refresh_from_db()

        assert (made.title, made.euro_once, made.version) == ("Anders", 0, 2)
        assert lines() == [("action.changed", ["euro_once", "title"])]

    def test_writes_nothing_when_nothing_differs(self, who):
        made = action()
        services.change_action(action=made, version=1, title=made.title, **who)

        assert lines() == []

    def test_says_what_somebody_else_made_of_it(self, who):
        made = action()
        services.change_action(action=made, version=1, title="Eerste", **who)

        with pytest.raises(ChangedMeanwhile) as meanwhile:
            services.change_action(action=made, version=1, title="Tweede", fte=made.fte, **who)

        assert meanwhile.value.theirs == {"title": "Eerste"}
        assert Action.objects.get().title == "Eerste"
        assert len(lines()) == 1

    def test_two_who_write_the_same_do_not_conflict(self, who):
        made = action()
        for _ in range(2):
            services.change_action(action=made, version=1, title="Eerste", **who)

        assert len(lines()) == 1

    def test_refuses_and_leaves_version_and_values_alone(self, who):
        made = action()
        with pytest.raises(errors.FteOutOfRange):
            services.change_action(action=made, version=1, fte=Decimal(5000), **who)
        made.refresh_from_db()

        assert (made.version, made.fte) == (1, Decimal("0.5"))
        assert lines() == []

    def test_keeps_a_reason_when_there_is_no_finding(self, who):
        with pytest.raises(errors.NoReasonGiven):
            services.change_action(action=action(), version=1, points=[], **who)

        made = action(finding())
        services.change_action(action=made, version=1, points=[], **who)
        assert Action.objects.get(pk=made.pk).points == []


def asked(made: Action, **changes) -> Asked:
    values = {"fte": made.fte, "euro_once": 0, "euro_yearly": None, "money": "asked"}
    return Asked(action=made, version=1, **{**values, **changes})


class TestAskMeans:
    def test_writes_one_line_per_action(self, who):
        services.ask_means(asked=[asked(action()), asked(action())], **who)

        assert [type_ for type_, _ in lines()] == ["action.changed"] * 2

    def test_writes_all_or_nothing(self, who):
        first, second = action(), action()
        services.change_action(action=second, version=1, euro_once=9, **who)

        with pytest.raises(services.MeansChangedMeanwhile) as meanwhile:
            services.ask_means(asked=[asked(first), asked(second)], **who)

        assert meanwhile.value.action == second
        assert meanwhile.value.theirs["euro_once"] == 9
        first.refresh_from_db()
        assert first.euro_once == 2000
        assert len(lines()) == 1


class TestFindingsOfAnAction:
    def test_linking_writes_one_line_and_twice_is_once(self, who):
        made, one = action(), finding()
        for _ in range(2):
            services.link_finding(action=made, finding=one, **who)

        assert list(made.findings.all()) == [one]
        assert lines() == [("action.linked", ["findings"])]

    def test_a_decided_finding_is_linked_after_it_was_reopened(self, who):
        made, one = action(), decided()
        with pytest.raises(errors.FindingDecided):
            services.link_finding(action=made, finding=one, **who)
        one.decided_at, one.decided_by, one.no_action_reason = None, "", ""
        one.save()
        services.link_finding(action=made, finding=one, **who)

        assert made.findings.exists()

    def test_unlinking_writes_one_line_and_twice_is_once(self, who):
        one = finding()
        made = action(one)
        for _ in range(2):
            services.unlink_finding(action=made, finding=one, **who)

        assert not made.findings.exists()
        assert lines() == [("action.unlinked", ["findings"])]

    def test_the_last_reason_stays(self, who):
        one = finding()
        made = action(one, points=[])
        with pytest.raises(errors.NoReasonGiven):
            services.unlink_finding(action=made, finding=one, **who)

        assert made.findings.exists()
        assert lines() == []


class TestStatus:
    def test_introduced_has_a_day(self, who):
        made = services.introduce_action(action=action(), introduced_on=date(2027, 3, 21), **who)

        assert (made.status, made.introduced_on) == (Status.INTRODUCED, date(2027, 3, 21))
        assert lines() == [("action.introduced", ["introduced_on", "status"])]

    @pytest.mark.parametrize(
        ("day", "error"),
        [
            (date(2027, 3, 22), errors.IntroducedInFuture),
            (date(202, 3, 1), errors.DayOutOfRange),
        ],
    )
    def test_refuses_a_day_that_cannot_be(self, who, day, error):
        with pytest.raises(error):
            services.introduce_action(action=action(), introduced_on=day, **who)

        assert lines() == []

    def test_works_with_evidence(self, who):
        made = services.conclude_works(action=introduced(), effect=" Het werkt. ", **who)

        assert (made.status, made.effect, made.concluded_at) == ("works", "Het werkt.", NOON)
        assert made.concluded_by == who["by"].actor_code
        assert [type_ for type_, _ in lines()] == ["action.works"]

    def test_diluted_with_a_reason(self, who):
        made = services.conclude_diluted(action=introduced(), effect="Er bleef niets over.", **who)

        assert made.status == Status.DILUTED
        assert [type_ for type_, _ in lines()] == ["action.diluted"]

    @pytest.mark.parametrize("conclude", [services.conclude_works, services.conclude_diluted])
    @pytest.mark.parametrize(
        ("values", "error"),
        [
            ({"effect": "  "}, errors.NoEvidence),
            ({"effect": "x", "effect_urn": "urn:waterpas:study:999"}, errors.UnknownReference),
        ],
    )
    def test_without_evidence_nothing_is_concluded(self, who, conclude, values, error):
        made = introduced()
        with pytest.raises(error):
            conclude(action=made, **values, **who)
        made.refresh_from_db()

        assert made.status == Status.INTRODUCED
        assert lines() == []

    def test_points_at_a_thing_that_is_there(self, who):
        name = f"urn:waterpas:action:{action().pk}"
        made = services.conclude_works(action=introduced(), effect="x", effect_urn=name, **who)

        assert made.effect_urn == name

    def test_what_is_not_introduced_cannot_work(self, who):
        with pytest.raises(errors.WrongStatus) as wrong:
            services.conclude_works(action=action(), effect="x", **who)

        assert wrong.value.status == Status.PLANNED

    def test_of_two_who_conclude_one_is_heard(self, who):
        made = introduced()
        services.conclude_works(action=Action.objects.get(pk=made.pk), effect="x", **who)
        with pytest.raises(errors.WrongStatus):
            services.conclude_diluted(action=made, effect="y", **who)

        assert Action.objects.get(pk=made.pk).status == Status.WORKS
        assert len(lines()) == 1

    def test_reopening_goes_one_step_back_and_keeps_what_was_written(self, who):
        made = services.reopen_action(action=works(), standing="works", **who)
        assert (made.status, made.concluded_at, made.effect) == (
            "introduced",
            None,
            "Het verschil is weg.",
        )

        made = services.reopen_action(action=made, standing="introduced", **who)
        assert (made.status, made.introduced_on) == ("planned", None)
        assert [type_ for type_, _ in lines()] == ["action.reopened"] * 2

    @pytest.mark.parametrize("standing", ["works", "planned", "diluted", ""])
    def test_of_two_who_reopen_one_is_heard(self, who, standing):
        made = introduced()
        with pytest.raises(errors.WrongStatus):
            services.reopen_action(action=made, standing=standing, **who)

        assert lines() == []


class TestDatabase:
    def test_refuses_works_without_evidence(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            works(effect="")

    def test_refuses_introduced_without_a_day(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            introduced(introduced_on=None)

    def test_knows_no_status_called_done(self):
        assert set(Status.values) == {"planned", "introduced", "works", "diluted"}
