"""Everything that changes what was read on a scan. One transaction and one audit line each."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.scans.criteria import criteria
from waterpas.web.scans.models import Scan
from waterpas.web.scans.models_documents import (
    AbsenceNote,
    Passage,
    ReadDocument,
    Reading,
    SetAside,
)
from waterpas.web.scans.reading import Brought, FoundPassage

REFRESHED = ("kind", "criteria", "apart", "sentence", "says", "order", "last")


class ReadBefore(Exception):
    """This very text was read on this scan already."""

    def __init__(self, document: ReadDocument) -> None:
        super().__init__(f"{document.pk}")
        self.document = document


class NotOfThisCriterion(Exception):
    """The passage asks nothing under that criterion."""


@transaction.atomic
def read_document(*, scan: Scan, name: str, brought: Brought, by: Actor, now: datetime) -> Reading:
    """Keep what was found in a document that is new on this scan."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    _refuse_read_before(scan, brought)
    document = ReadDocument.objects.create(
        scan=scan, name=name, added_at=now, added_by=by.actor_code
    )
    reading = _keep(document, brought, number=1, by=by, now=now)
    audit.record(EventType.DOCUMENT_READ, subject=document, by=by, at=now)
    return reading


@transaction.atomic
def read_again(*, document: ReadDocument, brought: Brought, by: Actor, now: datetime) -> Reading:
    """Keep what was found in another version: what is new, gone and the same stays visible."""
    scan = Scan.objects.select_for_update().get(pk=document.scan_id)
    _refuse_read_before(scan, brought)
    last = document.readings.first()
    reading = _keep(document, brought, number=last.number + 1 if last else 1, by=by, now=now)
    audit.record(EventType.DOCUMENT_READ_AGAIN, subject=document, by=by, at=now)
    return reading


@transaction.atomic
def remove_document(*, document: ReadDocument, by: Actor, now: datetime) -> ReadDocument:
    """Take a document off the scan. It stays readable, and can be put back."""
    document = ReadDocument.objects.select_for_update().get(pk=document.pk)
    if document.removed_at is None:
        document.removed_at, document.removed_by = now, by.actor_code
        document.save(update_fields=["removed_at", "removed_by"])
        audit.record(EventType.DOCUMENT_REMOVED, subject=document, by=by, at=now)
    return document


@transaction.atomic
def put_document_back(*, document: ReadDocument, by: Actor, now: datetime) -> ReadDocument:
    """Put a document back on the scan, with everything that was found in it."""
    document = ReadDocument.objects.select_for_update().get(pk=document.pk)
    if document.removed_at is not None:
        document.removed_at, document.removed_by = None, ""
        document.save(update_fields=["removed_at", "removed_by"])
        audit.record(EventType.DOCUMENT_BACK, subject=document, by=by, at=now)
    return document


@transaction.atomic
def set_passage_aside(
    *, passage: Passage, criterion: str, reason: str, by: Actor, now: datetime
) -> SetAside:
    """Say that a passage does not belong with a criterion, and why. Nothing disappears."""
    passage = Passage.objects.select_for_update().get(pk=passage.pk)
    if criterion not in passage.criteria or criterion not in criteria():
        raise NotOfThisCriterion
    there = passage.asides.filter(criterion=criterion, undone_at=None).first()
    if there:
        return there
    aside = SetAside.objects.create(
        passage=passage, criterion=criterion, reason=reason, set_at=now, set_by=by.actor_code
    )
    audit.record(EventType.PASSAGE_ASIDE, subject=passage, by=by, at=now, fields=[criterion])
    return aside


@transaction.atomic
def take_passage_back(*, aside: SetAside, by: Actor, now: datetime) -> SetAside:
    """Undo that: the passage asks for a look again, and the reason stays readable."""
    aside = SetAside.objects.select_for_update().get(pk=aside.pk)
    if aside.undone_at is None:
        aside.undone_at, aside.undone_by = now, by.actor_code
        aside.save(update_fields=["undone_at", "undone_by"])
        audit.record(
            EventType.PASSAGE_BACK, subject=aside.passage, by=by, at=now, fields=[aside.criterion]
        )
    return aside


@transaction.atomic
def note_absence(*, scan: Scan, question: str, text: str, by: Actor, now: datetime) -> AbsenceNote:
    """Answer a question about what was not found. What was written before stays below it."""
    note = AbsenceNote.objects.create(
        scan=scan, question=question, text=text, noted_at=now, noted_by=by.actor_code
    )
    audit.record(EventType.ABSENCE_NOTED, subject=scan, by=by, at=now, fields=[question])
    return note


def _refuse_read_before(scan: Scan, brought: Brought) -> None:
    """The same bytes as the last version of a document; an older version may come back."""
    for document in scan.documents.all():
        last = document.readings.first()
        if last and last.sha256 == brought.sha256:
            raise ReadBefore(document)


def _keep(
    document: ReadDocument, brought: Brought, *, number: int, by: Actor, now: datetime
) -> Reading:
    reading = Reading.objects.create(
        document=document,
        number=number,
        file_name=brought.file_name,
        sha256=brought.sha256,
        size=brought.size,
        kind=brought.kind,
        pages=brought.pages,
        words=brought.words,
        notes=brought.notes,
        absent=brought.absent,
        hints=brought.hints,
        more=brought.more,
        read_at=now,
        read_by=by.actor_code,
    )
    _keep_passages(document, brought.passages, number)
    return reading


def _keep_passages(document: ReadDocument, found: Sequence[FoundPassage], number: int) -> None:
    there = {one.key: one for one in document.passages.all()}
    new: list[Passage] = []
    again: list[Passage] = []
    for order, one in enumerate(found):
        passage = there.get(one.key)
        (again if passage else new).append(passage or Passage(document=document, first=number))
        passage = passage or new[-1]
        passage.key, passage.kind, passage.pattern = one.key, one.kind, one.pattern
        passage.criteria, passage.apart = list(one.criteria), one.apart
        passage.sentence, passage.says = one.sentence, one.says
        passage.order, passage.last = order, number
    Passage.objects.bulk_create(new)
    Passage.objects.bulk_update(again, REFRESHED)
