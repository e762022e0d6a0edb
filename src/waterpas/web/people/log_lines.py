"""The lines of the log in the words and the language of who reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import resolve as view_of
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType
from waterpas.web.people.models import Person
from waterpas.web.people.roles import ROLES
from waterpas.web.people.selectors import names_of
from waterpas.web.references.urns import kinds, resolve, urn

ABOUT_MANY = (EventType.ITEMS_TICKED, EventType.ITEMS_IMPORTED)


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, to what, by whom and when; with a link for who may open it."""

    words: str
    subject: str
    title: str
    url: str
    fields: tuple[str, ...]
    who: str
    at: datetime


def lines(events: Iterable[Event], *, reader: Person) -> list[Line]:
    """These lines of the log, for one reader. A title is shown to who may open its page."""
    found = list(events)
    names = names_of({event.actor for event in found})
    return [_line(event, names.get(event.actor, event.actor), reader) for event in found]


def _line(event: Event, who: str, reader: Person) -> Line:
    model = _model(event.subject)
    noun = capfirst(str(model._meta.verbose_name)) if model else event.subject
    title, url = _title(event, model, reader)
    fields = tuple(_fields(event, model))
    return Line(event.words, noun, title, url, fields, who, event.at)


def _model(label: str) -> type[Model] | None:
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def _title(event: Event, model: type[Model] | None, reader: Person) -> tuple[str, str]:
    """The title and the address of what it is about; its number for who may not open it."""
    kind = model._meta.model_name if model else None
    if kind == "organisation":
        return "", ""
    reference = resolve(urn(kind, event.subject_id)) if kind else None
    if reference and _may_open(reader, reference.url):
        return reference.title, reference.url
    if reference is None and kind in kinds():
        return _("nummer %(number)s, is er niet meer") % {"number": event.subject_id}, ""
    return _("nummer %(number)s") % {"number": event.subject_id}, ""


def _may_open(reader: Person, url: str) -> bool:
    wanted = getattr(view_of(url).func, "required_permission", None)
    return wanted is not None and reader.may(wanted)


def _fields(event: Event, model: type[Model] | None) -> list[str]:
    if event.type in ABOUT_MANY:
        return [_how_many(event)]
    # Of what is new, every field is filled in: that says nothing. Its roles do.
    shown = [name for name in event.fields if name[:1] in "+-" or not event.type.endswith(".added")]
    return [_field(name, model) for name in shown]


def _how_many(event: Event) -> str:
    """A line about many items names them by number: `12`, `12.owner`, `position:3`."""
    items = {name.split(".")[0] for name in event.fields if not name.startswith("position:")}
    return ngettext("%(count)s onderwerp", "%(count)s onderwerpen", len(items)) % {
        "count": len(items)
    }


def _field(name: str, model: type[Model] | None) -> str:
    if name[:1] in "+-" and name[1:] in ROLES:
        role = str(ROLES[name[1:]].name)
        return (_("%(role)s erbij") if name[0] == "+" else _("%(role)s eraf")) % {"role": role}
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return name
    words = getattr(field, "verbose_name", None)
    related = getattr(field, "related_model", None)
    if words is None and related:
        words = related._meta.verbose_name
    return str(words or name)
