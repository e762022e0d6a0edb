"""Questions about people, functions and the municipality. Reads only."""

from django.db.models import QuerySet

from waterpas.web.people.models import Organisation, Person, Position


def organisation() -> Organisation | None:
    """The municipality; None before somebody has begun."""
    return Organisation.objects.first()


def people() -> QuerySet[Person]:
    """Everybody, with the roles they hold."""
    return Person.objects.prefetch_related("roles_held", "positions")


def active_people() -> QuerySet[Person]:
    """Who can log in now."""
    return people().filter(is_active=True)


def positions() -> QuerySet[Position]:
    """All functions, with who holds them."""
    return Position.objects.select_related("holder")


def vacant_positions() -> QuerySet[Position]:
    """Functions that nobody holds who can log in."""
    return positions().exclude(holder__is_active=True)
