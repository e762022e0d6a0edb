"""How an answer is stored: each time with what it says then."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from waterpas.web.audit_trail.services import Actor
from waterpas.web.scans.asked import partner_of
from waterpas.web.scans.models import Answer, AnswerVersion
from waterpas.web.scans.selectors import SAYS, says_now


def save_answer(
    answer: Answer, new: Mapping[str, Any], *, by: Actor, now: datetime, carried: bool = False
) -> None:
    """Store an answer, and what it says now as its next version."""
    for name in SAYS:
        setattr(answer, name, new[name])
    answer.carried = carried
    answer.version += 1
    answer.answered_at, answer.answered_by = now, by.actor_code
    answer.save()
    plain = {**new, "asked_on": new["asked_on"].isoformat() if new["asked_on"] else ""}
    AnswerVersion.objects.create(
        answer=answer, number=answer.version, says=plain, saved_at=now, saved_by=by.actor_code
    )


def share_joint(answer: Answer, *, by: Actor, now: datetime) -> None:
    """Store the joint reasoning with the question that this one is looked at together with."""
    other = Answer.objects.filter(
        scan=answer.scan,
        stage=answer.stage,
        criterion=partner_of(answer.scan, answer.criterion),
    ).first()
    if other and other.joint != answer.joint:
        new = says_now(other) | {"joint": answer.joint}
        save_answer(other, new, by=by, now=now, carried=other.carried)
