"""Who an invitation is for."""

from django.utils.http import urlsafe_base64_decode

from waterpas.web.people.models import Person


def person_of(code: str) -> Person | None:
    """The person in the address of an invitation, when that person has no password yet."""
    try:
        key = int(urlsafe_base64_decode(code))
    except ValueError:
        return None
    person = Person.objects.filter(pk=key, is_active=True).first()
    return person if person and not person.has_usable_password() else None
