"""What a session shows: one screen per criterion, what was answered that day, and what is parked.

Also to whom somebody can turn afterwards. Reads only.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from waterpas.web.people.models import Position
from waterpas.web.people.selectors import names_of, positions
from waterpas.web.scans import comments, selectors, words
from waterpas.web.scans.asked import questions_of
from waterpas.web.scans.lists import Question
from waterpas.web.scans.models import Answer, AnswerVersion, Scan, Session

CONFIDENTIAL = "confidential-adviser"


@dataclass(frozen=True, slots=True)
class Screen:
    """One criterion as the room sees it, and its neighbours."""

    item: Question
    answer: Answer | None
    value: Any
    saved_by: str
    is_parked: bool
    remarks: int
    previous: str
    following: str
    says: dict[str, Any] = field(default_factory=dict)
    form: Any = None

    @property
    def id(self) -> str:
        return self.item.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session led to."""

    answered: tuple[Question, ...]
    parked: tuple[Question, ...]
    untouched: tuple[Question, ...]


def sessions() -> QuerySet[Session]:
    """All sessions, with their scan and its answers."""
    return Session.objects.select_related("scan__item").prefetch_related(
        "scan__answers", "scan__decisions", "scan__comments"
    )


def in_order(session: Session) -> list[str]:
    """The criteria of a session that apply still."""
    return [one for one in selectors.applicable(session.scan) if one in session.criteria]


def answers_of(session: Session) -> dict[str, Answer]:
    """The answers at the stage of the session."""
    return {one.criterion: one for one in session.scan.answers.all() if one.stage == session.stage}


def screens(session: Session) -> list[Screen]:
    """The screens of a session, in the order of the handbook."""
    order, there = in_order(session), answers_of(session)
    asked = questions_of(session.scan)
    names = names_of({one.answered_by for one in there.values()})
    open_ = {
        criterion: count
        for stage, criterion, count in comments.open_by_criterion(session.scan)
        if stage == session.stage
    }
    return [
        Screen(
            item=asked[one],
            answer=there.get(one),
            value=words.VALUES[there[one].value] if one in there else "",
            saved_by=names.get(there[one].answered_by, "") if one in there else "",
            is_parked=one in session.parked,
            remarks=open_.get(one, 0),
            previous=order[at - 1] if at else "",
            following=order[at + 1] if at + 1 < len(order) else "",
        )
        for at, one in enumerate(order)
    ]


def outcome(session: Session) -> Outcome:
    """What was answered on the day of the session, what was put aside, and the rest.

    What was put aside after it was answered counts as put aside.
    """
    order, saved, parked = in_order(session), _answered_that_day(session), session.parked
    asked = questions_of(session.scan)
    return Outcome(
        answered=tuple(asked[one] for one in order if one in saved and one not in parked),
        parked=tuple(asked[one] for one in order if one in parked),
        untouched=tuple(asked[one] for one in order if one not in saved and one not in parked),
    )


def last_saved(answer: Answer | None) -> tuple[str, datetime] | None:
    """Who saved an answer last, and when; the name is empty when the server did."""
    if answer is None:
        return None
    return names_of([answer.answered_by]).get(answer.answered_by, ""), answer.answered_at


def confidential_advisers() -> list[Position]:
    """The functions of whoever is confidential adviser here and can still log in."""
    held = positions().filter(holder__is_active=True, holder__roles_held__role=CONFIDENTIAL)
    return list(held.distinct())


def open_criteria(scan: Scan) -> tuple[str, ...]:
    """What a session is about when nobody chooses: what is open."""
    return selectors.standing_of(scan).todo


def _answered_that_day(session: Session) -> set[str]:
    saved = AnswerVersion.objects.filter(
        answer__scan=session.scan,
        answer__stage=session.stage,
        answer__carried=False,
        answer__criterion__in=session.criteria,
        saved_at__gte=session.begun_at,
    ).values_list("answer__criterion", "saved_at")
    return {one for one, at in saved if timezone.localdate(at) == session.held_on}
