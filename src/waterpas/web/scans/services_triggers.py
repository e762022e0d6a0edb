"""What a municipality always scans. One of the services of the scans; they offer it as theirs."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Organisation
from waterpas.web.references.versions import together
from waterpas.web.scans.models import Trigger
from waterpas.web.scans.triggers import CODES, FIELDS, chosen_now, words_of_own


class WordsMissing(Exception):
    """A kind of its own has words."""


@transaction.atomic
def set_triggers(
    *,
    wanted: Mapping[str, str],
    started: Mapping[str, str] | None = None,
    by: Actor,
    now: datetime,
) -> None:
    """Say which kinds of things always get a scan, and with which list; an empty list is none.

    `started` is what was on the screen; None: there was no screen. Raises
    ChangedMeanwhile when somebody else changed one of these fields as well.
    """
    organisation = Organisation.objects.select_for_update().get()
    there = chosen_now()
    new: Mapping[str, object] = {name: wanted[name] for name in FIELDS}
    if started is not None:
        new = together(new, now=there, started=started)
    differing = [name for name in FIELDS if new[name] != there[name]]
    for code in CODES:
        _set(code, str(new[code]), str(new.get(words_of_own(code), "")))
    if differing:
        event = EventType.SCAN_TRIGGERS_CHANGED
        audit.record(event, subject=organisation, by=by, at=now, fields=differing)


def _set(code: str, question_list: str, words: str) -> None:
    there = Trigger.objects.filter(code=code)
    if not question_list:
        there.delete()
        return
    if words_of_own(code) in FIELDS and not words:
        raise WordsMissing
    Trigger.objects.update_or_create(
        code=code, defaults={"question_list": question_list, "words": words}
    )
