"""What happened to one item, out of the log, in words and with names of who is still there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.selectors import all_events, events_of
from waterpas.web.audit_trail.services import SERVER
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.selectors import active_people
from waterpas.web.register.models import Item

# One line in the log about many items; its fields name them: `12`, or `12.owner`.
ABOUT_MANY = (EventType.ITEMS_TICKED, EventType.ITEMS_IMPORTED)


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to the item: when, what, by whom, and which fields changed."""

    at: datetime
    words: str
    who: str
    fields: tuple[str, ...]


def history(item: Item) -> list[Happened]:
    """Everything that happened to the item, the last first."""
    names = {person.actor_code: person.name for person in active_people()}
    names[SERVER.actor_code] = _("de server")
    found = sorted(_events(item), key=lambda event: -event.pk)
    return [
        Happened(
            at=event.at,
            words=event.words,
            who=names.get(event.actor, _("iemand die er niet meer is")),
            fields=tuple(_labels(event, item)),
        )
        for event in found
    ]


def _events(item: Item) -> Iterator[Event]:
    yield from events_of(item)
    for event in all_events().filter(type__in=ABOUT_MANY):
        if any(field.split(".")[0] == str(item.pk) for field in event.fields):
            yield event


def _labels(event: Event, item: Item) -> Iterator[str]:
    """The changed fields in words; of a line about many items only those of this one."""
    for field in event.fields:
        about, _dot, name = field.rpartition(".")
        if about in {"", str(item.pk)} and not name.isdigit():
            yield _label(name)


def _label(name: str) -> str:
    try:
        return str(Item._meta.get_field(name).verbose_name)  # type: ignore[union-attr] # a plain field: it has one
    except FieldDoesNotExist:
        return name
