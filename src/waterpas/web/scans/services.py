"""Everything that changes scans. Each change is one transaction and one audit line."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.versions import mark_of, together
from waterpas.web.register.models import Item
from waterpas.web.scans import lists, rules
from waterpas.web.scans.asked import is_retired, list_of, questions_of
from waterpas.web.scans.combinations.keeping import carry_over
from waterpas.web.scans.following import following_list
from waterpas.web.scans.keeping import save_answer, share_joint
from waterpas.web.scans.models import Answer, Choice, Decision, Prescan, Scan, Stage
from waterpas.web.scans.refusals import (
    AnswersChanged,
    NotApplicable,
    NotDecided,
    NothingAnswered,
    NotThisStage,
    ObjectionStands,
    QuestionsMissing,
)
from waterpas.web.scans.selectors import (
    SAYS,
    applicable,
    last_decision,
    says_now,
    seen_now,
    values_of,
)
from waterpas.web.scans.services_comments import (
    change_comment,
    place_comment,
    reopen_comment,
    settle_comment,
    withdraw_comment,
)
from waterpas.web.scans.services_documents import (
    NotOfThisCriterion,
    ReadBefore,
    note_absence,
    put_document_back,
    read_again,
    read_document,
    remove_document,
    set_passage_aside,
    take_passage_back,
)
from waterpas.web.scans.services_exchange import import_scan
from waterpas.web.scans.services_sessions import begin_session, park_criterion
from waterpas.web.scans.services_triggers import set_triggers
from waterpas.web.scans.starting import (
    AlreadyThere,
    DateNotAhead,
    refuse_double,
    refuse_haste,
    refuse_past,
    refuse_unsuitable,
)
from waterpas.web.scans.triggers import snapshot

__all__ = [
    "AlreadyThere",
    "AnswersChanged",
    "DateNotAhead",
    "NotApplicable",
    "NotDecided",
    "NotOfThisCriterion",
    "NotThisStage",
    "NothingAnswered",
    "ObjectionStands",
    "QuestionsMissing",
    "ReadBefore",
    "begin_session",
    "change_comment",
    "import_scan",
    "note_absence",
    "park_criterion",
    "place_comment",
    "put_document_back",
    "read_again",
    "read_document",
    "remove_document",
    "reopen_comment",
    "set_passage_aside",
    "set_triggers",
    "settle_comment",
    "take_passage_back",
    "withdraw_comment",
]

OPENING = ("about", "aim", "haste", "delivery", "with_conditions", "with_partners", "recheck_on")


@transaction.atomic
def record_prescan(
    *,
    item: Item,
    answers: Mapping[str, str],
    triggers: Sequence[str] = (),
    by: Actor,
    now: datetime,
) -> Prescan:
    """Store the answers of a pre-scan. An earlier one stays readable.

    `triggers` are the codes of what it is and what the municipality always scans.
    """
    if any(answers.get(one) not in list(rules.Known) for one in rules.QUESTIONS):
        raise QuestionsMissing
    kept = {one: answers[one] for one in rules.QUESTIONS}
    done = Prescan.objects.create(
        item=item,
        answers=kept,
        triggers=snapshot(triggers),
        done_at=now,
        done_by=by.actor_code,
    )
    audit.record(EventType.PRESCAN_DONE, subject=done, by=by, at=now)
    return done


@transaction.atomic
def begin_scan(
    *,
    item: Item,
    about: str,
    aim: str,
    delivery: str,
    with_conditions: str,
    with_partners: str,
    recheck_on: date,
    question_list: str = lists.FULL,
    haste: str = "",
    by: Actor,
    now: datetime,
) -> Scan:
    """Begin with the questions of a list for one version of an item."""
    item = Item.objects.select_for_update().get(pk=item.pk)
    asked = lists.find(question_list)
    refuse_unsuitable(asked, item)
    refuse_haste(asked, haste)
    refuse_double(item, about, question_list)
    refuse_past(recheck_on, now)
    scan = Scan.objects.create(
        item=item,
        question_list=question_list,
        about=about,
        aim=aim,
        haste=haste,
        delivery=delivery,
        with_conditions=with_conditions,
        with_partners=with_partners,
        recheck_on=recheck_on,
        begun_at=now,
        begun_by=by.actor_code,
    )
    audit.record(EventType.SCAN_BEGUN, subject=scan, by=by, at=now)
    return scan


@transaction.atomic
def change_scan(
    *,
    scan: Scan,
    version: int,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
    **opening: Any,
) -> Scan:
    """Change the opening page. `version` and `started` are what was on the screen.

    Raises ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    there = {name: getattr(scan, name) for name in OPENING}
    new = there | {name: opening[name] for name in OPENING if name in opening}
    if scan.version != version:
        new = together(new, now=there, started=started or {})
    differing = [name for name in OPENING if new[name] != there[name]]
    if "about" in differing:
        refuse_double(scan.item, new["about"], scan.question_list, but=scan.pk)
    if "haste" in differing:
        refuse_haste(list_of(scan), new["haste"])
    if "recheck_on" in differing:
        refuse_past(new["recheck_on"], now)
    if differing:
        for name in differing:
            setattr(scan, name, new[name])
        scan.version += 1
        scan.save(update_fields=[*differing, "version"])
        audit.record(EventType.SCAN_CHANGED, subject=scan, by=by, at=now, fields=differing)
    return scan


@transaction.atomic
def answer_criterion(
    *,
    scan: Scan,
    criterion: str,
    says: Mapping[str, Any],
    version: int = 0,
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> Answer:
    """Answer a criterion, or change the answer. `version` is what was on the screen; 0: nothing.

    The joint reasoning of two criteria that are looked at together is stored with both. Raises
    ChangedMeanwhile when somebody else was first, and both changed a field.
    """
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    new = {**says_now(None), **says}
    _refuse_inapplicable(scan, criterion, new["value"])
    answer = Answer.objects.filter(scan=scan, stage=scan.stage, criterion=criterion).first()
    there = says_now(answer)
    if answer and answer.version != version:
        new = together(new, now=there, started=started or {})
    differing = [name for name in SAYS if answer is None or new[name] != there[name]]
    if answer and not differing and not answer.carried:
        return answer
    is_new = answer is None
    answer = answer or Answer(scan=scan, stage=scan.stage, criterion=criterion, version=0)
    save_answer(answer, new, by=by, now=now)
    share_joint(answer, by=by, now=now)
    fields = [] if is_new else differing
    audit.record(EventType.SCAN_ANSWERED, subject=answer, by=by, at=now, fields=fields)
    return answer


@transaction.atomic
def measure_again(*, scan: Scan, recheck_on: date, by: Actor, now: datetime) -> Scan:
    """Begin the second time: every answer comes along, marked as taken over."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    decision = last_decision(scan)
    if scan.stage != Stage.BEFORE or following_list(scan):
        raise NotThisStage
    if decision is None or decision.choice == Choice.DO_NOT:
        raise NotDecided
    refuse_past(recheck_on, now)
    scan.stage, scan.recheck_on = Stage.AFTER, recheck_on
    scan.version += 1
    scan.save(update_fields=["stage", "recheck_on", "version"])
    earlier = scan.answers.filter(stage=Stage.BEFORE)
    for before in [one for one in earlier if not is_retired(scan, one.criterion)]:
        copy = Answer(scan=scan, stage=Stage.AFTER, criterion=before.criterion, version=0)
        save_answer(copy, says_now(before), by=by, now=now, carried=True)
    carry_over(scan, by=by, now=now)
    audit.record(EventType.SCAN_AGAIN, subject=scan, by=by, at=now)
    return scan


@transaction.atomic
def sign_scan(
    *, scan: Scan, choice: str, reason: str, seen: str, by: Actor, now: datetime
) -> Decision:
    """Decide about the policy. `seen` is what was on the page: nobody signs for something else."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    values = values_of(scan)
    if not values and applicable(scan):
        raise NothingAnswered
    if seen != mark_of(seen_now(scan)):
        raise AnswersChanged
    if choice == Choice.ADOPT and not rules.may_adopt(values.values()):
        raise ObjectionStands
    decision = Decision.objects.create(
        scan=scan,
        stage=scan.stage,
        choice=choice,
        reason=reason,
        decided_at=now,
        decided_by=by.actor_code,
    )
    audit.record(EventType.SCAN_DECIDED, subject=scan, by=by, at=now, fields=[choice])
    return decision


def _refuse_inapplicable(scan: Scan, criterion: str, value: str) -> None:
    question = questions_of(scan).get(criterion)
    if question is None:
        raise NotApplicable
    if value not in rules.scale(question.direction, list_of(scan).scale):
        raise NotApplicable
