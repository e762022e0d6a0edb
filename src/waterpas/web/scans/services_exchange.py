"""Taking in a scan that was made elsewhere."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.register.models import Item
from waterpas.web.scans.exchange.record import OPENING, Record
from waterpas.web.scans.keeping import save_answer
from waterpas.web.scans.lists import find
from waterpas.web.scans.models import Answer, ImportedScan, Scan
from waterpas.web.scans.selectors import SAYS, says_now
from waterpas.web.scans.starting import refuse_double, refuse_past, refuse_unsuitable


@transaction.atomic
def import_scan(
    *, item: Item, record: Record, sha256: str, recheck_on: date, by: Actor, now: datetime
) -> Scan:
    """Take in a scan out of a file of which the shape was checked (`exchange.reading`).

    The answers become those of this municipality, to be changed like any other. What was decided
    and done elsewhere stays what it was: it is kept with the file, and decides nothing here.
    """
    item = Item.objects.select_for_update().get(pk=item.pk)
    opening = {name: record["scan"][name] for name in OPENING}
    refuse_unsuitable(find(opening["question_list"]), item)
    refuse_double(item, opening["about"], opening["question_list"])
    refuse_past(recheck_on, now)
    scan = Scan.objects.create(
        item=item, **opening, recheck_on=recheck_on, begun_at=now, begun_by=by.actor_code
    )
    for said in record["answers"]:
        answer = Answer(scan=scan, stage=said["stage"], criterion=said["criterion"], version=0)
        save_answer(answer, _says(said), by=by, now=now, carried=said.get("carried", False))
    ImportedScan.objects.create(
        scan=scan, record=record, sha256=sha256, imported_at=now, imported_by=by.actor_code
    )
    audit.record(EventType.SCAN_IMPORTED, subject=scan, by=by, at=now)
    return scan


def _says(said: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer says here: a study elsewhere is no study of ours."""
    found = says_now(None) | {name: said[name] for name in SAYS if name in said}
    day = said.get("asked_on")
    return found | {"study": "", "asked_on": date.fromisoformat(day) if day else None}
