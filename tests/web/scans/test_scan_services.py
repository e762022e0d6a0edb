"""Answering, measuring again and deciding: what is kept, and what is refused."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.web.scans.factories import ANSWERS, FAR, OPENING, SAYS, answer, policy, scan
from tests.web.world import NOON, person
from waterpas.web.audit_trail.models import Event
from waterpas.web.references.versions import ChangedMeanwhile, mark_of, packed, unpacked
from waterpas.web.scans import services
from waterpas.web.scans.models import Answer, Decision, Scan
from waterpas.web.scans.selectors import State, examined, says_now, seen_now, standing_of

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)


def sign(of: Scan, choice: str = "adopt", **more) -> Decision:
    given = {"reason": "Het kan zo.", "seen": mark_of(seen_now(of)), "now": LATER} | more
    return services.sign_scan(scan=of, choice=choice, by=person(), **given)


def fresh(of: Scan) -> Scan:
    return Scan.objects.get(pk=of.pk)


class TestAPreScan:
    def test_needs_an_answer_to_every_question(self):
        with pytest.raises(services.QuestionsMissing):
            services.record_prescan(
                item=policy(), answers=ANSWERS | {"soon": ""}, by=person(), now=NOON
            )

    def test_keeps_the_earlier_one(self):
        of = policy()
        for _ in range(2):
            services.record_prescan(item=of, answers=ANSWERS, by=person(), now=NOON)

        assert of.prescans.count() == 2


class TestBeginning:
    def test_is_refused_twice_for_one_version_of_one_item(self):
        made = scan()

        with pytest.raises(services.AlreadyThere) as there:
            scan(made.item, about="Concept van Maart")

        assert there.value.scan == made
        assert scan(made.item, about="concept van april") != made

    def test_needs_a_day_that_lies_ahead(self):
        with pytest.raises(services.DateNotAhead):
            scan(recheck_on=NOON.date())


class TestAnswering:
    def test_stores_the_answer_and_counts_as_examining(self):
        made = scan()

        answer(made, "W01")

        assert standing_of(fresh(made)).values == {"W01": "happens"}
        assert examined() == {made.item_id: NOON.date()}

    @pytest.mark.parametrize(
        ("criterion", "value"),
        [("W10", "happens"), ("X01", "happens"), ("W01", "yes"), ("N01", "happens")],
    )
    def test_refuses_what_does_not_apply_or_is_of_the_other_scale(self, criterion, value):
        with pytest.raises(services.NotApplicable):
            answer(scan(), criterion, value=value)

    def test_every_version_is_kept(self):
        made = scan()
        answer(made, "W01")

        again = answer(made, "W01", reason="Toch niet.", value="not")

        reasons = [one.says["reason"] for one in again.versions.all()]
        assert reasons == ["Toch niet.", SAYS["reason"]]
        assert Event.objects.last().fields == ["reason", "value"]

    def test_saving_the_same_again_writes_nothing(self):
        made = scan()
        answer(made, "W01")
        lines = Event.objects.count()

        answer(made, "W01")

        assert Event.objects.count() == lines

    def test_what_two_people_change_apart_is_both_kept(self):
        made = scan()
        started = unpacked(packed(says_now(answer(made, "W01"))))
        answer(made, "W01", reason="Van de eerste.")

        services.answer_criterion(
            scan=made,
            criterion="W01",
            says=SAYS | {"sources": "Van de tweede"},
            version=1,
            started=started,
            by=person(),
            now=NOON,
        )

        kept = Answer.objects.get()
        assert (kept.reason, kept.sources) == ("Van de eerste.", "Van de tweede")

    def test_what_two_people_answer_differently_at_once_is_asked(self):
        made = scan()
        answer(made, "W01", reason="Van de eerste.")

        with pytest.raises(ChangedMeanwhile) as meanwhile:
            services.answer_criterion(
                scan=made,
                criterion="W01",
                says=SAYS | {"reason": "Van de tweede."},
                started=unpacked(packed(says_now(None))),
                by=person(),
                now=NOON,
            )

        assert meanwhile.value.theirs == {"reason": "Van de eerste."}

    def test_one_joint_reasoning_stands_with_both(self):
        made = scan()
        answer(made, "W06")

        answer(made, "N02", value="no", joint="Het gaat om het bedrag.")

        assert set(Answer.objects.values_list("joint", flat=True)) == {"Het gaat om het bedrag."}

    @pytest.mark.parametrize(
        "wrong", [{"reason": ""}, {"why_not": ""}, {"asked": "yes"}, {"value": "80%"}]
    )
    def test_the_database_refuses_an_answer_without_reason_or_whom(self, wrong):
        kept = answer(scan(), "W01")

        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.filter(pk=kept.pk).update(**wrong)


class TestDeciding:
    @pytest.mark.parametrize("value", ["possible", "yes"])
    def test_a_harm_cannot_be_adopted_without_saying_so(self, value):
        made = scan()
        answer(made, "N01", value=value)

        with pytest.raises(services.ObjectionStands):
            sign(made)

        assert sign(made, "adopt-despite", reason="Het is tijdelijk.").decided_at == LATER

    def test_nobody_decides_before_anything_was_answered(self):
        with pytest.raises(services.NothingAnswered):
            sign(scan())

    def test_nobody_signs_for_an_answer_that_was_not_on_the_page(self):
        made = scan()
        answer(made, "W01")
        seen = mark_of(seen_now(fresh(made)))
        answer(made, "W01", value="not", reason="Toch niet.")

        with pytest.raises(services.AnswersChanged):
            sign(made, seen=seen)

        assert not Decision.objects.exists()

    def test_an_answer_after_the_decision_asks_for_a_new_one(self):
        made = scan()
        answer(made, "W01")
        sign(made)
        assert standing_of(fresh(made)).state == State.DECIDED

        answer(made, "W01", value="not", reason="Toch niet.", now=LATER + timedelta(days=1))

        assert standing_of(fresh(made)).state == State.DECIDE

    def test_on_the_day_it_is_back_on_the_list_and_not_before(self):
        made = scan(recheck_on=date(2028, 3, 1))
        answer(made, "W01")
        sign(made)

        assert standing_of(fresh(made), date(2028, 2, 29)).state == State.DECIDED
        assert standing_of(fresh(made), date(2028, 3, 1)).state == State.RECHECK

    def test_what_is_not_done_does_not_come_back(self):
        made = scan(recheck_on=date(2028, 3, 1))
        answer(made, "W01")
        sign(made, "do-not")

        assert standing_of(fresh(made), date(2029, 1, 1)).state == State.DECIDED


class TestMeasuringAgain:
    def test_copies_every_answer_and_leaves_those_of_before(self):
        made = scan()
        answer(made, "W01")
        answer(made, "N01", value="no")
        sign(made)

        again = services.measure_again(scan=made, recheck_on=FAR, by=person(), now=LATER)

        standing = standing_of(fresh(again))
        assert set(standing.answers) == set(standing.before) == {"W01", "N01"}
        assert all(one.carried for one in standing.answers.values())
        assert {"W01", "N01"} <= set(standing.todo)

    def test_an_answer_that_was_looked_at_again_is_carried_no_more(self):
        made = scan()
        answer(made, "W01")
        sign(made)
        again = services.measure_again(scan=made, recheck_on=FAR, by=person(), now=LATER)

        answer(again, "W01")

        assert not Answer.objects.get(stage="achteraf").carried

    @pytest.mark.parametrize("choice", [None, "do-not"])
    def test_comes_after_a_decision_to_go_on(self, choice):
        made = scan()
        answer(made, "W01")
        if choice:
            sign(made, choice)

        with pytest.raises(services.NotDecided):
            services.measure_again(scan=made, recheck_on=FAR, by=person(), now=LATER)

    def test_happens_once(self):
        made = scan()
        answer(made, "W01")
        sign(made)
        services.measure_again(scan=made, recheck_on=FAR, by=person(), now=LATER)

        with pytest.raises(services.NotThisStage):
            services.measure_again(scan=made, recheck_on=FAR, by=person(), now=LATER)


def test_the_opening_page_cannot_take_the_version_of_another_scan():
    made = scan()
    other = scan(made.item, about="concept van april")

    with pytest.raises(services.AlreadyThere):
        services.change_scan(
            scan=other, version=1, **(OPENING | {"about": made.about}), by=person(), now=NOON
        )
