"""A form that is sent twice is handled once; the second time leads to where the first one led.

Twice is: with the same content. Who goes back and sends something else, sends something new, and
is told that the first was handled too.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from waterpas.web.people.messages import say
from waterpas.web.people.models import Person, SentForm

FIELD = "once"
SALT = "waterpas.once"
CONTENT_SALT = "waterpas.once.content"
KEPT = timedelta(days=14)  # longer than anybody goes back; after it the mark is gone too
NOT_CONTENT = {FIELD, "csrfmiddlewaretoken"}
DRAWN, MARKED = 24, 16  # characters of a number: drawn by lot, and whose form it is
View = Callable[..., HttpResponseBase]


def once(view: View) -> View:
    """Handle a POST with the same number and the same content once. Put it under `needs(...)`.

    The number is in the form: `{% once %}` of the template library `people`. The whole view is
    one transaction; a form with errors is not counted as handled. Other content under the same
    number is handled as a form of its own, as if its page had been opened anew: a change then
    meets the version that is there now.
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


def was_sent_before(request: HttpRequest) -> bool:
    """Whether this form was handled before with other content, so that it needs a new number."""
    return getattr(request, "sent_before", False)


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
        _tell_when_sent_before(sent, request)
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect):
            SentForm.objects.filter(pk=sent.pk).update(location=response.url)
        else:
            sent.delete()
        return response


def _claim(key: str, person: Person, request: HttpRequest) -> SentForm:
    now = timezone.now()
    SentForm.objects.filter(person=person, sent_at__lt=now - KEPT).delete()
    same = {"key": key, "person": person, "content": content_of(request)}
    try:
        with transaction.atomic():
            return SentForm.objects.create(**same, sent_at=now, sent_by=person.actor_code)
    except IntegrityError:
        before = SentForm.objects.get(**same)
        raise _HandledBefore(before.location or request.path) from None


def _tell_when_sent_before(sent: SentForm, request: HttpRequest) -> None:
    others = SentForm.objects.filter(key=sent.key, person=sent.person).exclude(pk=sent.pk)
    if not others.exists():
        return
    # An attribute of ours on Django's request, for the page that answers it.
    request.sent_before = True  # type: ignore[attr-defined]
    say(
        request,
        _(
            "U verstuurde dit formulier al eerder, met iets anders erin. Wat u toen verstuurde, "
            "is ook verwerkt. Kijk na of het zo klopt."
        ),
    )


def content_of(request: HttpRequest) -> str:
    """A mark of what was typed and chosen, made with the key of the site: no text, no figure."""
    typed = sorted(
        (name, all_of) for name, all_of in request.POST.lists() if name not in NOT_CONTENT
    )
    files = sorted(
        (name, file.name, _digest(file))
        for name, all_of in request.FILES.lists()
        for file in all_of
    )
    return salted_hmac(CONTENT_SALT, json.dumps([typed, files]), algorithm="sha256").hexdigest()


def _digest(file: Any) -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
