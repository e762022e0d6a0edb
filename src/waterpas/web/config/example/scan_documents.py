"""What Voorbeeldstad read of its policy on preschool, and what it did with the passages."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from waterpas.web.config.example.policy_text import FIRST, second
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.scans import services
from waterpas.web.scans.models import Passage, ReadDocument, Scan
from waterpas.web.scans.reading import read_file

NAME = "Beleidsnota voorschool"
ONE_PROGRAMME = "hetzelfde programma voor taal en spel"


def moments() -> Iterator[Moment]:
    """A policy is read, a passage looked at, the policy written again, and read again."""
    yield Moment(61, partial(_read, by="beleid"))
    yield Moment(60, partial(_set_aside, by="beleid"))
    yield Moment(33, partial(_read_again, by="beleid"))
    yield Moment(32, partial(_note, by="beleid"))


def _read(world: World, at: datetime, *, by: str) -> None:
    services.read_document(
        scan=_scan(world),
        name=NAME,
        brought=read_file(FIRST.encode(), "Beleidsnota voorschool, concept 1.txt"),
        by=world.people[by],
        now=at,
    )


def _set_aside(world: World, at: datetime, *, by: str) -> None:
    services.set_passage_aside(
        passage=Passage.objects.get(document=_document(world), sentence__contains=ONE_PROGRAMME),
        criterion="N04",
        reason="Dit gaat over het programma van de locaties, niet over een groep ouders.",
        by=world.people[by],
        now=at,
    )


def _read_again(world: World, at: datetime, *, by: str) -> None:
    services.read_again(
        document=_document(world),
        brought=read_file(second().encode(), "Beleidsnota voorschool, concept 2.txt"),
        by=world.people[by],
        now=at,
    )


def _note(world: World, at: datetime, *, by: str) -> None:
    services.note_absence(
        scan=_scan(world),
        question="no-owner",
        text="Dat staat er nu wel: de wethouder Jeugd, in hoofdstuk 4.",
        by=world.people[by],
        now=at,
    )


def _scan(world: World) -> Scan:
    return Scan.objects.get(item=world.items["preschool"])


def _document(world: World) -> ReadDocument:
    return ReadDocument.objects.get(scan=_scan(world))
