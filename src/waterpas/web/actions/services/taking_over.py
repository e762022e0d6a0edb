"""What the handbook offers beside a finding, as an action of the municipality."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from waterpas.handbook import Item as HandbookItem
from waterpas.texts import Language
from waterpas.web.actions import selectors
from waterpas.web.actions.errors import ActionStarted, FindingDecided, UnknownChange
from waterpas.web.actions.models import Action, Status
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.findings.models import Finding
from waterpas.web.findings.suggestions import suggestions


@transaction.atomic
def take_over_change(
    *, finding: Finding, change: str, lang: Language, by: Actor, now: datetime
) -> Action:
    """Make an action out of a change of the handbook, with its text, for this finding.

    Was that done before, and is that action not diluted? Then it is returned, and nothing is
    written.

    Raises
    ------
    UnknownChange
        The handbook does not offer this for the criteria and patterns of the finding.
    FindingDecided
        It was decided that nothing changes for the finding.
    """
    # Two clicks at the same moment: lock, then look.
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    offered = {item.id: item for item in suggestions(finding.points)}.get(change)
    if offered is None:
        raise UnknownChange
    if there := selectors.taken_over(finding, change):
        return there
    if finding.decided_at:
        raise FindingDecided
    action = Action.objects.create(
        title=offered.title.text(lang),
        change=_as_written(offered, lang),
        points=finding.points,
        item=finding.item,
        handbook_change=change,
        added_at=now,
        added_by=by.actor_code,
    )
    action.findings.add(finding)
    audit.record(EventType.ACTION_ADDED, subject=action, by=by, at=now, fields=["handbook_change"])
    return action


def _as_written(offered: HandbookItem, lang: Language) -> str:
    """The text of a change; an example of the handbook says that it is one, of something else."""
    if offered.kind != "example":
        return offered.text(lang)
    with override(lang):
        asked = _("Schrijf hier wat er bij u verandert, en haal daarna dit voorbeeld weg.")
        example = _("Voorbeeld uit de handreiking, dat over iets anders kan gaan: %(example)s") % {
            "example": offered.text(lang)
        }
    return f"{asked}\n\n{example}"


@transaction.atomic
def undo_take_over(*, action: Action, by: Actor, now: datetime) -> None:
    """Take away an action that was taken over and not worked on since. The log keeps that it was.

    Raises ActionStarted when somebody filled something in, or it is gone already.
    """
    gone, _each = (
        Action.objects.filter(pk=action.pk, version=1, status=Status.PLANNED)
        .exclude(handbook_change="")
        .delete()
    )
    if not gone:
        raise ActionStarted
    audit.record(EventType.ACTION_UNDONE, subject=action, by=by, at=now)
