"""How people in Voorbeeldstad talked about a scan: one session and a few remarks. Made up."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.utils import timezone

from waterpas.web.config.example.scan_answers import IN_SESSION
from waterpas.web.config.example.scans import answer_all
from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.people.access import Stamp
from waterpas.web.scans import services
from waterpas.web.scans.models import Comment, Scan

TOGETHER = ("W03", "W07", "W09", "W10", "N03", "N04")
# How many days ago, by whom, at which criterion of the scan of the preschool, and what.
REMARKS = (
    (55, "onderzoeker", "W06", "Dit kunnen wij tellen: de plaatsingslijst is er."),
    (53, "hoofd-zorg", "N03", "De cursus is geen eis meer sinds september. Staat dat ergens?"),
    (52, "taskforce", "N01", "Wie besluit of dit kenmerk eruit gaat, en wanneer?"),
)


def moments() -> Iterator[Moment]:
    """A session, remarks of colleagues, and one that was dealt with."""
    yield Moment(61, partial(_session, by="beleid"))
    for days_ago, by, criterion, text in REMARKS:
        yield Moment(days_ago, partial(_remark, by=by, criterion=criterion, text=text))
    yield Moment(50, partial(_answered, by="beleid"))


def _scan(world: World) -> Scan:
    return Scan.objects.get(item=world.items["preschool"])


def _session(world: World, at: datetime, *, by: str) -> None:
    scan = _scan(world)
    session = services.begin_session(
        scan=scan,
        held_on=timezone.localdate(at),
        number=5,
        notes_by="Adviseur sociaal domein",
        minutes=12,
        criteria=TOGETHER,
        by=world.people[by],
        now=at,
    )
    answer_all(world, at, scan=scan, said=IN_SESSION, by=by)
    services.park_criterion(
        session=session, criterion="W10", parked=True, by=world.people[by], now=at
    )


def _remark(world: World, at: datetime, *, by: str, criterion: str, text: str) -> None:
    scan = _scan(world)
    services.place_comment(
        scan=scan, stage=scan.stage, criterion=criterion, text=text, by=world.people[by], now=at
    )


def _answered(world: World, at: datetime, *, by: str) -> None:
    remark = Comment.objects.get(scan=_scan(world), criterion="N03")
    stamp: Stamp = {"by": world.people[by], "now": at}
    services.place_comment(
        scan=remark.scan,
        stage=remark.stage,
        criterion=remark.criterion,
        text="In de brief aan ouders wel, in de voorwaarden niet.",
        parent=remark,
        **stamp,
    )
    services.settle_comment(
        comment=remark, how="Wij vragen de aanbieder om de voorwaarden aan te passen.", **stamp
    )
