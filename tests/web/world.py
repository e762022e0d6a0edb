"""A municipality with people in it, for tests of the platform."""

from datetime import UTC, datetime
from itertools import count

from waterpas.web.people.models import Organisation, Person, Position, RoleHeld

NOON = datetime(2027, 3, 21, 12, tzinfo=UTC)
_numbers = count(1)


def begun() -> Organisation:
    """A municipality that has begun."""
    return Organisation.objects.get_or_create(
        id=1,
        defaults={
            "name": "Voorbeeldstad",
            "size": Organisation.Size.M,
            "started_at": NOON,
            "started_by": "test",
        },
    )[0]


def person(*roles: str, name: str | None = None) -> Person:
    """Somebody who holds these roles."""
    begun()
    number = next(_numbers)
    made = Person.objects.create(
        name=name or f"Persoon {number}",
        email=f"persoon{number}@voorbeeldstad.example",
        added_at=NOON,
        added_by="test",
    )
    for role in roles:
        RoleHeld.objects.create(person=made, role=role, given_at=NOON, given_by="test")
    return made


def position(title: str | None = None, holder: Person | None = None) -> Position:
    """A function, perhaps with somebody in it."""
    return Position.objects.create(
        title=title or f"Functie {next(_numbers)}", holder=holder, added_at=NOON, added_by="test"
    )


def logged_in(client, *roles: str) -> Person:
    """Log somebody with these roles in."""
    made = person(*roles)
    client.force_login(made, backend="django.contrib.auth.backends.ModelBackend")
    return made
