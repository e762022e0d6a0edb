"""Questions about what was read on a scan, in the language of the page. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from waterpas.web.people.selectors import names_of
from waterpas.web.scans.criteria import criteria
from waterpas.web.scans.models import Scan
from waterpas.web.scans.models_documents import (
    AbsenceNote,
    Passage,
    PassageKind,
    ReadDocument,
    Reading,
    SetAside,
)
from waterpas.web.scans.selectors import applicable
from waterpas.web.ui.languages import language_of_page

NEW, GONE, SAME = "new", "gone", "same"


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage in words; under one criterion also whether it was set aside, and by whom.

    `standing` says how it relates to the version before, and is empty in the first version.
    """

    passage: Passage
    says: dict[str, str]
    standing: str
    url: str
    aside: SetAside | None = None
    asides: tuple[SetAside, ...] = ()
    who: str = ""

    @property
    def is_gone(self) -> bool:
        return self.standing == GONE


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of a document, with every question that it raises."""

    first: ShownPassage
    asked: tuple[ShownPassage, ...]

    @property
    def is_new(self) -> bool:
        return any(one.standing == NEW for one in self.asked)


def quotes(shown: Iterable[ShownPassage]) -> list[Quote]:
    """The passages by their sentence; what is new in this version comes first."""
    found: dict[tuple[int, str, str], list[ShownPassage]] = {}
    for one in shown:
        place = (one.passage.document_id, one.says["place"], one.passage.sentence)
        found.setdefault(place, []).append(one)
    grouped = [Quote(each[0], tuple(each)) for each in found.values()]
    return sorted(grouped, key=lambda one: not one.is_new)


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its last reading, and what was found in it."""

    document: ReadDocument
    last: Reading
    passages: tuple[ShownPassage, ...]

    def of(self, kind: str, *, apart: bool = False) -> list[ShownPassage]:
        """The passages of one kind, in the order of the text."""
        return [
            one
            for one in self.passages
            if not one.is_gone and one.passage.kind == kind and one.passage.apart == apart
        ]

    @property
    def asked(self) -> list[ShownPassage]:
        return self.of(PassageKind.QUESTION)

    @property
    def apart(self) -> list[ShownPassage]:
        return self.of(PassageKind.QUESTION, apart=True)

    @property
    def gone(self) -> list[ShownPassage]:
        """What the version before had, and this one has no more."""
        return [one for one in self.passages if one.is_gone]

    @property
    def presence(self) -> list[ShownPassage]:
        return self.of(PassageKind.PRESENCE)


@dataclass(frozen=True, slots=True)
class Under:
    """How many passages ask for a look under one criterion, and whether it was answered."""

    criterion: str
    number: int
    url: str
    is_answered: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A question about what was not found: where it is answered, and what was said."""

    id: str
    question: str
    why: str
    criteria: tuple[str, ...]
    notes: tuple[AbsenceNote, ...]
    answered: tuple[str, ...]

    @property
    def is_answered(self) -> bool:
        return bool(self.notes or self.answered)


def documents_of(scan: Scan, *, removed: bool = False) -> list[Read]:
    """The documents that count for a scan; or those that were taken off."""
    found = _documents(scan.documents.filter(removed_at__isnull=not removed))
    return [read_of(document) for document in found]


def read_of(document: ReadDocument) -> Read:
    """One document, with what was found in it."""
    last = document.readings.all()[0]
    return Read(document, last, tuple(_shown(one, last) for one in document.passages.all()))


def documents() -> QuerySet[ReadDocument]:
    """All documents, with their readings and passages."""
    return _documents(ReadDocument.objects.select_related("scan__item"))


def _documents(found: QuerySet[ReadDocument]) -> QuerySet[ReadDocument]:
    return found.prefetch_related("readings", "passages__asides")


def passages_under(scan: Scan, criterion: str) -> list[ShownPassage]:
    """The passages of all documents on a scan that belong to one criterion."""
    found = [
        (read, one)
        for read in documents_of(scan)
        for one in read.passages
        if criterion in one.passage.criteria
    ]
    kept = [one for _read, one in found]
    who = names_of([each.set_by for one in kept for each in one.asides])
    return [_under(one, criterion, who) for one in kept]


def _under(one: ShownPassage, criterion: str, who: dict[str, str]) -> ShownPassage:
    asides = tuple(each for each in one.asides if each.criterion == criterion)
    present = next((each for each in asides if each.undone_at is None), None)
    earlier = tuple(each for each in asides if each.undone_at is not None)
    name = who.get(present.set_by, "") if present else ""
    return ShownPassage(one.passage, one.says, one.standing, one.url, present, earlier, name)


def looks_asked(scan: Scan, reads: Iterable[Read], answered: Iterable[str]) -> list[Under]:
    """Under which criteria passages ask for a look, in the order of the handbook."""
    shown = [one.passage for read in reads for one in read.asked]
    found = []
    for criterion in applicable(scan):
        number = sum(
            criterion in passage.criteria and not _is_aside(passage, criterion) for passage in shown
        )
        if number:
            url = reverse("scans:answer", args=[scan.pk, criterion])
            found.append(Under(criterion, number, url, criterion in set(answered)))
    return found


def _is_aside(passage: Passage, criterion: str) -> bool:
    return any(one.criterion == criterion and one.undone_at is None for one in passage.asides.all())


def missed(scan: Scan, reads: Iterable[Read], answered: Iterable[str]) -> list[Missed]:
    """What was found in none of the documents on a scan, as questions."""
    lists = [{one["id"]: one for one in read.last.absent} for read in reads]
    if not lists:
        return []
    everywhere = [one for id_, one in lists[0].items() if all(id_ in each for each in lists)]
    return [_missed(scan, one, set(answered)) for one in everywhere]


def _missed(scan: Scan, one: dict[str, Any], answered: set[str]) -> Missed:
    words, ours = in_words(one), [each for each in one["criteria"] if each in applicable(scan)]
    return Missed(
        id=one["id"],
        question=words["question"],
        why=words["why"],
        criteria=tuple(ours),
        notes=tuple(each for each in scan.absence_notes.all() if each.question == one["id"]),
        answered=tuple(each for each in ours if each in answered),
    )


def in_words(says: dict[str, Any]) -> dict[str, str]:
    """What is kept in both languages, in that of the page."""
    words: dict[str, str] = says[language_of_page()]
    return words


def titles() -> dict[str, str]:
    """The criteria in words, by id."""
    return {one.id: one.title.text(language_of_page()) for one in criteria().values()}


def _shown(passage: Passage, last: Reading) -> ShownPassage:
    url = reverse("scans:document", args=[passage.document.scan_id, passage.document_id])
    return ShownPassage(
        passage,
        in_words(passage.says),
        _standing(passage, last.number),
        f"{url}#passage-{passage.pk}",
        asides=tuple(passage.asides.all()),
    )


def _standing(passage: Passage, number: int) -> str:
    if passage.last < number:
        return GONE
    if number == 1:
        return ""
    return NEW if passage.first == number else SAME
