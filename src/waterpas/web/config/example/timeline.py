"""The life of Voorbeeldstad, played in the order in which it happened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from waterpas.web.actions.models import Action
from waterpas.web.findings.models import Finding
from waterpas.web.people.models import Person, Position
from waterpas.web.register.models import Item
from waterpas.web.studies.models import Study

OPENS = timedelta(hours=8, minutes=40)
BETWEEN = timedelta(minutes=17)


@dataclass(slots=True)
class World:
    """What there is of Voorbeeldstad so far: each thing under the name by which we call it here."""

    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    studies: dict[str, Study] = field(default_factory=dict)

    def day(self, days_ago: int) -> date:
        """The day so many days ago; a negative number lies ahead."""
        return timezone.localdate(self.now) - timedelta(days=days_ago)


Happening = Callable[[World, datetime], None]


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened so many days ago."""

    days_ago: int
    happens: Happening


def play(moments: Iterable[Moment], *, world: World) -> None:
    """Let everything happen, the oldest first, on working days and one after the other."""
    last = datetime.min.replace(tzinfo=world.now.tzinfo)
    for moment in sorted(moments, key=lambda each: -each.days_ago):
        last = max(_morning(world, moment.days_ago), last + BETWEEN)
        moment.happens(world, min(last, world.now))


def _morning(world: World, days_ago: int) -> datetime:
    """The morning of that day, or of the Friday before it."""
    day = timezone.localtime(world.now - timedelta(days=days_ago))
    friday = day - timedelta(days=max(0, day.weekday() - 4))
    return friday.replace(hour=0, minute=0, second=0, microsecond=0) + OPENS
