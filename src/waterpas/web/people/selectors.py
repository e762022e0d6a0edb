"""Questions about people, functions and the municipality. Reads only."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from waterpas.web.people.models import Organisation, Person, Position
from waterpas.web.people.permissions import Permission
from waterpas.web.references.urns import Reference, urn


def organisation() -> Organisation | None:
    """The municipality; None before somebody has begun."""
    return Organisation.objects.first()


def people() -> QuerySet[Person]:
    """Everybody, with the roles they hold."""
    return Person.objects.prefetch_related("roles_held", "positions")


def active_people() -> QuerySet[Person]:
    """Who can log in now."""
    return people().filter(is_active=True)


def coordinator_with(email: str) -> Person | None:
    """The coordinator with this e-mail address who can log in; None when there is none."""
    found = active_people().filter(email=email.strip().lower(), roles_held__role="coordinator")
    return found.first()


def positions() -> QuerySet[Position]:
    """All functions, with who holds them."""
    return Position.objects.select_related("holder")


def is_of_coordinator(person: Person, *, reader: Person) -> bool:
    """Whether this is a coordinator, and who looks gives no roles: then much is not theirs."""
    return person.is_coordinator and not reader.may(Permission.ROLES_GIVE)


def people_without_role() -> QuerySet[Person]:
    """Who can log in and holds no role: new, or come back."""
    return active_people().filter(roles_held=None)


def vacant_positions() -> QuerySet[Position]:
    """Functions that nobody holds who can log in."""
    return positions().exclude(holder__is_active=True)


def person_reference(key: str) -> Reference | None:
    """What `urn:waterpas:person:<key>` stands for."""
    person = Person.objects.filter(pk=key).first() if key.isdecimal() else None
    if person is None:
        return None
    url = reverse("people:person", args=[key])
    return Reference(urn("person", key), person.name, url)


def position_reference(key: str) -> Reference | None:
    """What `urn:waterpas:position:<key>` stands for."""
    position = Position.objects.filter(pk=key).first() if key.isdecimal() else None
    if position is None:
        return None
    url = reverse("people:position", args=[key])
    return Reference(urn("position", key), position.title, url)


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Who the codes in the log stand for; who is gone stays nameless."""
    keys = {code: code.removeprefix("person:") for code in codes if code.startswith("person:")}
    names = dict(Person.objects.filter(pk__in=keys.values()).values_list("pk", "name"))
    gone = _("iemand die er niet meer is")
    found = {code: names.get(int(key), gone) for code, key in keys.items()}
    return {"server": _("de server"), **found}
