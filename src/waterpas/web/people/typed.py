"""What somebody typed is not lost when the session ends halfway a form.

The fields travel, signed, through the log-in page; afterwards they stand ready to be sent again.
A file cannot travel along, and is asked for again.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from waterpas.web.people.models import Person
from waterpas.web.people.once import FIELD, is_of

SALT = "waterpas.typed"
ONE_DAY = 24 * 3600
LARGEST = 1_000_000
NOT_KEPT = {"csrfmiddlewaretoken", "password", "new_password1", "new_password2"}


@dataclass(frozen=True, slots=True)
class Typed:
    """An address, and the fields that were on their way to it."""

    path: str
    fields: tuple[tuple[str, str], ...]
    had_file: bool = False

    def is_of(self, person: Person) -> bool:
        """Whether this person was shown the form; a form without a number is of anybody."""
        numbers = [value for name, value in self.fields if name == FIELD]
        return all(is_of(number, person) for number in numbers)


def pack(request: HttpRequest) -> str:
    """The typed fields as a signed text, for a hidden field; empty when there are none."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_KEPT and isinstance(value, str)
    ]
    if sum(len(value) for _, value in fields) > LARGEST:
        return ""
    plain = {"path": request.get_full_path(), "fields": fields, "file": bool(request.FILES)}
    return signing.dumps(plain, salt=SALT, compress=True)


def unpack(text: str) -> Typed | None:
    """What was typed; None when it is not ours, or older than a day."""
    try:
        plain = signing.loads(text, salt=SALT, max_age=ONE_DAY)
    except signing.BadSignature:
        return None
    return Typed(plain["path"], tuple((k, v) for k, v in plain["fields"]), plain["file"])


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """To the log-in page; with what was typed, when there is something."""
    if request.method != "POST":
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('people:log_in')}?{query}")
    from waterpas.web.people.forms import LogInForm
    from waterpas.web.people.selectors import active_people

    page = {"form": LogInForm(request), "typed": pack(request), "expired": True}
    if settings.EXAMPLE:
        page["people"] = active_people()
    return render(request, "people/log_in.html", page, status=401)


def offer_again(request: HttpRequest, typed: Typed, *, status: int = 200) -> HttpResponse:
    """The page on which what was typed stands ready to be sent."""
    return render(request, "people/again.html", {"typed": typed}, status=status)


def comes_from_us(request: HttpRequest) -> bool:
    """Whether one of our own pages sent this form; the browser says so, a page cannot."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
