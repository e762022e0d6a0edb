"""A form that is sent twice is handled once; the second time leads to where the first one led."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from waterpas.web.people.models import Person, SentForm

FIELD = "once"
SALT = "waterpas.once"
DRAWN, MARKED = 24, 16  # characters of a number: drawn by lot, and whose form it is
View = Callable[..., HttpResponseBase]


def once(view: View) -> View:
    """Handle a POST with the same number once. Put it under `needs(...)`.

    The number is in the form: `{% once %}` of the template library `people`. The whole view is
    one transaction; a form with errors is not counted as handled.
    """

    @wraps(view)
    def handled(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = request.POST.get(FIELD, "")[:40]
        person = request.user
        if request.method != "POST" or not key or not isinstance(person, Person):
            return view(request, *args, **kwargs)
        try:
            return _handle(view, request, key, person, *args, **kwargs)
        except _HandledBefore as before:
            return redirect(before.location)

    return handled


def number_for(person: object) -> str:
    """A new number for a form of this person; it tells nobody else whose it is."""
    drawn = uuid4().hex[:DRAWN]
    return drawn + _mark(drawn, person)


def is_of(number: str, person: Person) -> bool:
    """Whether a form with this number was shown to this person."""
    return constant_time_compare(number[DRAWN:], _mark(number[:DRAWN], person))


def _mark(drawn: str, person: object) -> str:
    code = person.actor_code if isinstance(person, Person) else ""
    return salted_hmac(SALT, f"{drawn}:{code}").hexdigest()[:MARKED]


class _HandledBefore(Exception):
    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


def _handle(
    view: View, request: HttpRequest, key: str, person: Person, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    with transaction.atomic():
        sent = _claim(key, person, request)
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect):
            SentForm.objects.filter(pk=sent.pk).update(location=response.url)
        else:
            sent.delete()
        return response


def _claim(key: str, person: Person, request: HttpRequest) -> SentForm:
    try:
        with transaction.atomic():
            return SentForm.objects.create(
                key=key, person=person, sent_at=timezone.now(), sent_by=person.actor_code
            )
    except IntegrityError:
        before = SentForm.objects.get(key=key, person=person)
        raise _HandledBefore(before.location or request.path) from None
